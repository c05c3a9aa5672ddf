"""No pattern runs over a document but through the one door, whose patterns a test proves linear."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import milepost.reading
from milepost.reading.formats import docx_package

re2 = pytest.importorskip("re2")

READING = Path(milepost.reading.__file__).parent
ENGINES = frozenset(("re", "regex", "re2", "sre_compile"))
TYPES = frozenset(("Pattern", "Match", "error"))
"""Names of the engine that run nothing."""

ALLOWED = {
    "patterns.py": "the door itself",
    "formats/docx_package.py": "two patterns over the bytes of a part, as the door takes text alone",
}


def uses(path: Path) -> Iterator[str]:
    """Where a module reaches for an engine of patterns by itself."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module in ENGINES:
            names = [name.name for name in node.names if name.name not in TYPES]
            yield from (f"from {node.module} import {name}" for name in names)
        elif isinstance(node, ast.Attribute) and node.attr not in TYPES:
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            if owner in ENGINES:
                yield f"{owner}.{node.attr}"


def test_no_module_but_the_door_runs_an_engine_of_patterns() -> None:
    found = {path.relative_to(READING).as_posix(): list(uses(path)) for path in READING.rglob("*.py")}
    assert len(found) > 100
    assert {name: used for name, used in found.items() if used and name not in ALLOWED} == {}
    assert [name for name in ALLOWED if not found[name]] == []


def test_what_is_allowed_beside_the_door_is_linear_too() -> None:
    for pattern in (docx_package.ENCODING, docx_package.PARAGRAPH):
        re2.compile(pattern.pattern)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("import re\nWORD = re.compile('a')", ["re.compile"]),
        ("import re\ndef f(x: re.Pattern[str]): return re.sub('a', '', x)", ["re.sub"]),
        ("from re import fullmatch, Match", ["from re import fullmatch"]),
        ("from milepost.reading.patterns import pattern\nWORD = pattern('a')", []),
    ],
)
def test_a_way_around_the_door_would_be_found(text: str, found: list[str], tmp_path: Path) -> None:
    path = tmp_path / "rules.py"
    path.write_text(text, "utf-8")
    assert list(uses(path)) == found
