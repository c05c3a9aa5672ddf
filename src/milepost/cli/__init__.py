"""The `milepost` command: one function a verb, each in a module of its own; heavy imports stand inside
them.

In: words on a command line. Out: files, a table or JSON, and an exit code: 0 all well, 3 some of many files
failed, 2 bad input, 1 our fault. Notes and progress go to stderr, so that `--json -` can be piped. Nothing
is decided here: reading, planning and books do the work.
"""

import sys

import typer

from milepost.cli import books, build, catalogue, check, doctor, names, plan, read, take
from milepost.cli.faults import Stop, report_own_fault
from milepost.cli.output import stop_of

app = typer.Typer(
    name="milepost",
    help="Adopted documents in; a task book, a timetable and a road map out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command("read")(read.read)
app.command("names")(names.names)
app.command("build")(build.build)
app.command("plan")(plan.plan)
app.command("catalogue")(catalogue.catalogue)
app.command("books")(books.books)
app.command("check")(check.check)
app.command("take")(take.take)
app.command("doctor")(doctor.doctor)


@app.callback(invoke_without_command=True)
def _top(
    version: bool = typer.Option(False, "--version", help="Print the version and stop.", is_eager=True),
) -> None:
    """Adopted documents in; a task book, a timetable and a road map out.

    Begin with: milepost build bulletin.txt --out out
    """
    if version:
        from milepost import __version__

        typer.echo(f"milepost {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command and end the process with its exit code."""
    try:
        app(standalone_mode=True)
    except Stop as stop:
        stop.tell()
        sys.exit(stop.code)
    except KeyboardInterrupt:
        sys.stderr.write("\nStopped; nothing was written.\n")
        sys.exit(130)
    except Exception as error:
        end = stop_of(error) if isinstance(error, OSError) else None
        if end is None:
            report_own_fault(error)
            sys.exit(1)
        end.tell()
        sys.exit(end.code)
