"""The house keeps its rules: a light door, lock files without addresses, a sentence in every module."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "src" / "milepost").rglob("*.py"))
HEAVY = (
    "numba",
    "numpy",
    "typst",
    "holidays",
    "docx",
    "lxml",
    "selectolax",
    "pypinyin",
    "fontTools",
    "icalendar",
    "xlsxwriter",
    "python_calamine",
    "charset_normalizer",
    "rapidfuzz",
    "pypdfium2",
)


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\n"
        "sys.argv = ['milepost', '--help']\n"
        "from milepost.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        f"print('HEAVY:', [m for m in {HEAVY!r} if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "HEAVY: []" in run.stdout, run.stdout[-400:]
    assert "build" in run.stdout


@pytest.mark.parametrize("lock", sorted((ROOT / "requirements").glob("*.txt")), ids=lambda p: p.name)
def test_a_lock_file_pins_with_hashes_and_holds_no_address(lock: Path) -> None:
    text = lock.read_text()
    for word in ("://", "file:", "--index", "--find-links"):
        assert word not in text
    pins = [line for line in text.splitlines() if "==" in line]
    assert pins
    assert text.count("--hash=sha256:") >= len(pins)


def test_every_direct_dependency_has_its_line_in_the_docs() -> None:
    told = (ROOT / "docs" / "dependencies.md").read_text().lower()
    for name in ("prod.in", "dev.in", "build.in"):
        for line in (ROOT / "requirements" / name).read_text().splitlines():
            if line and not line.startswith(("#", "-r")) and not line.startswith(("types-", "lxml-stubs")):
                assert line.lower() in told, f"{line} has no line in docs/dependencies.md"


def test_the_package_asks_for_what_the_lock_holds() -> None:
    project = (ROOT / "pyproject.toml").read_text()
    for line in (ROOT / "requirements" / "prod.in").read_text().splitlines():
        if line and not line.startswith("#"):
            assert f'"{line}"' in project


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_every_module_says_what_it_is_for(module: Path) -> None:
    doc = ast.get_docstring(ast.parse(module.read_text()))
    assert doc
    assert doc.strip()


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(ROOT / "src")))
def test_floors_one_to_three_have_no_clock_and_no_environment(module: Path) -> None:
    if "cli" in module.relative_to(ROOT / "src" / "milepost").parts:
        return
    tree = ast.parse(module.read_text())
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
            said = ast.unparse(node)
            assert said not in ("os.environ", "time.time", "dt.date.today", "date.today", "datetime.now"), (
                said
            )
            assert said not in ("dt.datetime.now", "datetime.datetime.now", "datetime.date.today"), said
