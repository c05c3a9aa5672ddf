"""Writes docs/reference/command-line.md and state.schema.json: `python docs/make_reference.py`.

In: the typer app. Out: the page. A test compares the page with the command, so that neither runs ahead.
"""

from pathlib import Path
from typing import Any

PAGE = Path(__file__).parent / "reference" / "command-line.md"
SCHEMA = PAGE.parent / "state.schema.json"
HEAD = """# The command line

Notes and progress go to stderr, results to stdout. Exit codes: 0 all well, 3 some of many files failed (each
is named), 2 bad input, 1 our fault. Written by `docs/make_reference.py` from the command itself.
"""


def reference() -> str:
    """The page: one section a verb, with its arguments and options."""
    import typer

    from milepost.cli import app

    group: Any = typer.main.get_command(app)
    return HEAD + "".join(_verb(name, command) for name, command in group.commands.items())


def _verb(name: str, command: Any) -> str:
    """One verb: what it does, its example, its parameters."""
    lines = [line.strip() for line in (command.help or "").strip().splitlines()]
    text = [f"\n## milepost {name}\n"]
    for line in lines:
        if line.startswith("Example: "):
            text.append(f"```sh\n{line.removeprefix('Example: ')}\n```".replace("```sh", "```text"))
        else:
            text.append(line)
    rows = [_parameter(parameter) for parameter in command.params if parameter.name != "help"]
    table = ["", "| Name | What it does | Default |", "|---|---|---|", *rows]
    return "\n".join(text) + "\n" + "\n".join(table) + "\n"


def _parameter(parameter: Any) -> str:
    """One row of the table."""
    names = ", ".join(f"`{word}`" for word in parameter.opts)
    if parameter.param_type_name == "argument":
        names = f"`{parameter.name.upper()}`"
    default = "" if parameter.default in (None, False) or parameter.required else f"`{parameter.default}`"
    return f"| {names} | {getattr(parameter, 'help', '') or ''} | {default} |"


def state_schema() -> bytes:
    """The JSON Schema of state.json."""
    from milepost.books.inputs.codec import state_schema
    from milepost.ledger.codec_json import encoded

    return encoded(state_schema())


if __name__ == "__main__":
    PAGE.write_text(reference(), encoding="utf-8")
    SCHEMA.write_bytes(state_schema())
