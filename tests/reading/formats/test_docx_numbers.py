"""Numbers of Word files against what LibreOffice prints, and where Word is known to print otherwise."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from milepost.reading.formats import source_text
from milepost.reading.formats.docx_numbers import BULLET
from tests.reading.formats.numbered_files import NUMBERED, WORD_ALONE, Numbered
from tests.reading.formats.word_files import levels, numbered, paragraph, run, word_file

BLANKS = re.compile(r"[\s\u3000]")


def file_of(parts: Numbered) -> bytes:
    numbering, body, styles = parts
    return word_file(body, numbering=numbering, styles=styles)


def lines_of(parts: Numbered) -> list[str]:
    return source_text(file_of(parts), "plan.docx").text.splitlines()


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What LibreOffice prints of each file, converted in one go."""
    program = shutil.which("soffice")
    if program is None:
        pytest.fail("LibreOffice is not installed; leave out the tests marked office.")
    folder = tmp_path_factory.mktemp("numbered")
    files = [folder / f"{at}.docx" for at in range(len(NUMBERED))]
    for file, parts in zip(files, NUMBERED.values(), strict=True):
        file.write_bytes(file_of(parts))
    call = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*call, "--convert-to", "txt:Text", "--outdir", str(folder), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return {name: words_in(file.with_suffix(".txt")) for name, file in zip(NUMBERED, files, strict=True)}


def words_in(file: Path) -> list[str]:
    return without_blanks(file.read_text("utf-8-sig").splitlines())


def without_blanks(lines: list[str]) -> list[str]:
    return [bare for line in lines if (bare := BLANKS.sub("", line))]


@pytest.mark.office
@pytest.mark.parametrize("name", NUMBERED)
def test_numbers_are_those_that_libreoffice_prints(name: str, printed: dict[str, list[str]]) -> None:
    cells = [cell for line in lines_of(NUMBERED[name]) for cell in line.split(" | ")]
    assert without_blanks(cells) == printed[name]


@pytest.mark.parametrize("name", WORD_ALONE)
def test_numbers_are_those_of_the_standard_where_libreoffice_departs_from_it(name: str) -> None:
    parts, labels = WORD_ALONE[name]
    assert [re.sub(" ?w[0-9]+$", "", line) for line in lines_of(parts)] == labels


def test_words_may_follow_their_number_without_a_blank() -> None:
    numbering = levels(
        ("decimal", "%1.", '<w:suff w:val="nothing"/>'), ("decimal", "%2.", '<w:suff w:val="space"/>')
    )
    found = source_text(
        word_file(paragraph("x", 1) + paragraph("y", 1, 1), numbering=numbering + numbered(1)), "plan.docx"
    )
    assert found.text == "1.x\n1. y\n"
    assert [block.label for block in found.blocks] == ["1.", "1."]


def test_a_picture_bullet_and_a_level_that_is_not_there_print_nothing() -> None:
    numbering = levels(("bullet", "", '<w:lvlPicBulletId w:val="0"/>')) + numbered(1)
    found = source_text(word_file(paragraph("x", 1) + paragraph("y", 1, 5), numbering=numbering), "plan.docx")
    assert [(block.kind, block.label) for block in found.blocks] == [("item", None), ("paragraph", None)]
    assert BULLET not in found.text


def test_a_paragraph_that_a_tracked_change_deletes_does_not_count() -> None:
    gone = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        "<w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>"
    )
    numbering = levels(("decimal", "%1.")) + numbered(1)
    found = source_text(
        word_file(paragraph("a", 1) + gone + paragraph("b", 1), numbering=numbering), "a.docx"
    )
    assert found.text == "1. a\n2. b\n"


def test_a_paragraph_whose_end_is_deleted_runs_on_into_the_next() -> None:
    first = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('The Board ')}</w:p>"
    found = source_text(word_file(first + paragraph("shall meet.")), "a.docx")
    assert found.text == "The Board shall meet.\n"
