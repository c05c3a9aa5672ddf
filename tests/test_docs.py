"""The docs are part of the product: every command in them runs, every link leads somewhere."""

import importlib.util
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    ROOT / "CHANGELOG.md",
    *sorted((ROOT / "docs").rglob("*.md")),
]
BLOCK = re.compile(r"^```sh\n(.*?)^```", re.MULTILINE | re.DOTALL)


def commands(page: Path) -> list[str]:
    """The lines of a page's shell blocks, comments taken off."""
    lines = "\n".join(BLOCK.findall(page.read_text())).splitlines()
    return [line.split("  #")[0].strip() for line in lines if line.strip()]


@pytest.mark.parametrize("page", [p for p in PAGES if commands(p)], ids=lambda p: p.name)
def test_every_command_of_a_page_runs_in_order(page: Path, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    made = (ROOT / "Makefile").read_text()
    for command in commands(page):
        words = shlex.split(command)
        if words[0] == "make":
            assert re.search(rf"^{words[1]}:", made, re.MULTILINE), f"{page.name}: no target {words[1]}"
        elif words[0] == "milepost":
            run = subprocess.run(
                [sys.executable, "-c", "from milepost.cli import main; main()", *words[1:]],
                cwd=tmp_path,
                capture_output=True,
                text=True,
                check=False,
            )
            assert run.returncode == 0, f"{page.name}: {command}\n{run.stdout[-500:]}\n{run.stderr[-2000:]}"
        else:
            assert command == ". .venv/bin/activate", f"{page.name}: nobody runs {command!r}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_link_of_a_page_leads_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)", page.read_text()):
        if "://" not in target:
            assert (page.parent / target).exists(), f"{page.name} → {target}"


def made(name: str) -> ModuleType:
    """A program of the docs as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "docs" / f"{name}.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_reference_is_what_the_command_says() -> None:
    page = (ROOT / "docs" / "reference" / "command-line.md").read_text()
    assert made("make_reference").reference() == page, "run: python docs/make_reference.py"


def test_the_schema_of_a_state_is_what_the_records_say() -> None:
    page = ROOT / "docs" / "reference" / "state.schema.json"
    assert made("make_reference").state_schema() == page.read_bytes(), "run: python docs/make_reference.py"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_example_city_is_that_of_the_tests(language: str) -> None:
    module = made("make_examples")
    folder = module.EXAMPLES / language
    for name, data in module.files(language).items():
        assert (folder / name).read_bytes() == data, "run: python -m docs.make_examples"


def test_the_marked_documents_show_what_is_read_today() -> None:
    module = made("make_samples")
    pages = {path.name: path.read_text() for path in module.PAGES.glob("*.md")}
    assert module.pages() == pages, "run: python docs/make_samples.py"
