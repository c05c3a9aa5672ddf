"""`milepost build` and `plan` end to end on invented documents: what the folder holds, what is refused."""

import csv
import json
import shutil
from pathlib import Path

import pytest
from docx import Document as Word

from milepost.cli.folder import SIGN
from tests.cli.conftest import Run

ROOT = Path(__file__).parent.parent.parent
TODAY = "2027-01-20"


@pytest.fixture(scope="module", params=["en", "zh"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bulletin of an example, built in its language."""
    import subprocess
    import sys

    folder = tmp_path_factory.mktemp(request.param)
    words = ["build", str(ROOT / "examples" / request.param / "bulletin.txt"), "--out", str(folder / "out")]
    code = "from milepost.cli import main; main()"
    subprocess.run([sys.executable, "-c", code, *words, "--today", TODAY], check=True, capture_output=True)
    return folder / "out"


def pdf_text(path: Path) -> str:
    """All words of a PDF, without blanks."""
    import pypdfium2

    document = pypdfium2.PdfDocument(path)
    pages = [document[n].get_textpage().get_text_range() for n in range(len(document))]
    return "".join("".join(pages).split())


def test_the_folder_holds_what_is_promised(built: Path) -> None:
    names = {str(p.relative_to(built)) for p in built.rglob("*") if p.is_file()}
    for name in (
        "index.html",
        "ledger.xlsx",
        "ledger.json",
        "schedule.json",
        "timetable.pdf",
        "timetable.xlsx",
    ):
        assert name in names
    for name in ("roadmap.svg", "roadmap.pdf", "calendar.ics", "readings/bulletin.json", SIGN):
        assert name in names
    assert {
        "taskbooks/whole.pdf",
        "taskbooks/not-yet-assigned.pdf",
        "taskbooks/not-yet-assigned.docx",
    } <= names
    pdfs = {n.removesuffix(".pdf") for n in names if n.startswith("taskbooks/") and n.endswith(".pdf")}
    forms = {n.removesuffix(".docx") for n in names if n.startswith("taskbooks/") and n.endswith(".docx")}
    assert pdfs - forms == {"taskbooks/whole"}


def test_the_contents_name_every_file_with_its_hash(built: Path) -> None:
    import hashlib

    rows = list(csv.DictReader((built / SIGN).read_text(encoding="utf-8-sig").splitlines()))
    names = {str(p.relative_to(built)) for p in built.rglob("*") if p.is_file()} - {SIGN}
    assert {row["file"] for row in rows} == names
    for row in rows:
        assert row["sha256"] == hashlib.sha256((built / row["file"]).read_bytes()).hexdigest()
        assert row["pages"] or not row["file"].endswith(".pdf")


def test_every_measure_of_the_reading_stands_in_a_task_book_and_principles_under_orientation(
    built: Path,
) -> None:
    reading = json.loads((built / "readings" / "bulletin.json").read_text())
    ledger = json.loads((built / "ledger.json").read_text())
    principles = [m for m in reading["measures"] if m["strength"] == "principle"]
    others = [m for m in reading["measures"] if m["strength"] != "principle"]
    assert len(ledger["measures"]) == len(others)
    assert len(ledger["orientation"]) == len(principles)
    units = [pdf_text(p) for p in (built / "taskbooks").glob("*.pdf") if p.stem != "whole"]
    whole = pdf_text(built / "taskbooks" / "whole.pdf")
    for measure in ledger["measures"]:
        words = "".join(measure["title"]["value"].split()).removesuffix("…")
        assert any(words in book for book in units), measure["title"]["value"]
        assert words in whole
    for row in ledger["orientation"]:
        assert "".join(row["text"].split()) in whole


def test_every_named_unit_has_its_book_and_one_only_told_a_principle_has_none(built: Path) -> None:
    ledger = json.loads((built / "ledger.json").read_text())
    owing = {a["unit"]["value"] for a in ledger["assignments"] if a["unit"]["origin"] != "proposed"}
    for unit in ledger["units"]:
        assert (built / "taskbooks" / f"{unit['code']}.pdf").exists() == (unit["id"] in owing), unit["name"]


def test_each_row_cites_its_sentence(built: Path) -> None:
    zh = json.loads((built / "ledger.json").read_text())["plan"]["language"] == "zh"
    whole = pdf_text(built / "taskbooks" / "whole.pdf")
    ledger = json.loads((built / "ledger.json").read_text())
    rows = len(ledger["measures"]) + len(ledger["orientation"])
    cited = whole.count("句") if zh else whole.count("sentence")
    assert cited >= rows


def test_no_proposed_step_begins_before_today_and_every_schedule_was_verified(built: Path) -> None:
    schedule = json.loads((built / "schedule.json").read_text())
    assert schedule["verified"]["ok"]
    assert schedule["rows"]
    assert all(row["start"] >= TODAY for row in schedule["rows"])
    assert all(p["days_late"] == 0 for p in schedule["promises"] if p["due"] >= TODAY)


def test_the_draft_line_stands_on_every_page_of_every_book(built: Path) -> None:
    import pypdfium2

    zh = json.loads((built / "ledger.json").read_text())["plan"]["language"] == "zh"
    line = "草稿，未经核对" if zh else "Draftfromanunreviewedreading"
    for path in built.rglob("*.pdf"):
        document = pypdfium2.PdfDocument(path)
        for number in range(len(document)):
            text = "".join(document[number].get_textpage().get_text_range().split())
            assert line in text or set(line) <= set(text), f"{path.name} page {number + 1}"


def test_a_returned_form_opens_as_a_word_file(built: Path) -> None:
    for path in (built / "taskbooks").glob("*.docx"):
        assert Word(str(path)).tables


def test_the_same_input_gives_the_same_bytes(built: Path, milepost: Run, tmp_path: Path) -> None:
    language = json.loads((built / "ledger.json").read_text())["plan"]["language"]
    source = ROOT / "examples" / language / "bulletin.txt"
    assert milepost("build", source, "--out", tmp_path / "again", "--today", TODAY).returncode == 0
    for path in sorted(p for p in built.rglob("*") if p.is_file()):
        assert (tmp_path / "again" / path.relative_to(built)).read_bytes() == path.read_bytes(), path.name


def test_a_plan_without_links_says_so_and_draws_no_critical_path(built: Path) -> None:
    ledger = json.loads((built / "ledger.json").read_text())
    if ledger["links"]:
        pytest.fail("the example bulletin states no order between its measures")
    text = pdf_text(built / "roadmap.pdf")
    assert "Nolinksstated" in text or "原文未写明先后关系" in text
    assert not any(row["critical"] for row in json.loads((built / "schedule.json").read_text())["rows"])


def edit(ledger: Path, cell_text: str) -> None:
    """Change the first title in a workbook, as a person would."""
    import openpyxl

    book = openpyxl.load_workbook(ledger)
    sheet = next(s for s in book.worksheets if s.title in ("Measures", "举措"))
    heads = [cell.value for cell in sheet[1]]
    column = next(n for n, head in enumerate(heads) if head in ("Title", "Measure", "改革举措"))
    sheet.cell(row=2, column=column + 1).value = cell_text
    book.save(ledger)


def test_an_edited_ledger_is_never_overwritten_and_plan_takes_the_edit(
    built: Path, milepost: Run, tmp_path: Path
) -> None:
    shutil.copytree(built, tmp_path / "out")
    language = json.loads((built / "ledger.json").read_text())["plan"]["language"]
    source = ROOT / "examples" / language / "bulletin.txt"
    edit(tmp_path / "out" / "ledger.xlsx", "a title that a person typed")
    run = milepost("build", source, "--out", "out", "--today", TODAY)
    assert run.returncode == 2
    assert "milepost plan" in run.stderr
    assert milepost("plan", "out/ledger.xlsx", "--today", TODAY).returncode == 0
    ledger = json.loads((tmp_path / "out" / "ledger.json").read_text())
    typed = [m["title"] for m in ledger["measures"] if m["title"]["origin"] == "typed"]
    assert [t["value"] for t in typed] == ["a title that a person typed"]
    assert ledger["plan"]["edition"] == 2
    assert (tmp_path / "out" / "readings" / "bulletin.json").exists()


def test_an_unedited_folder_is_built_again_and_keeps_its_edition(
    built: Path, milepost: Run, tmp_path: Path
) -> None:
    shutil.copytree(built, tmp_path / "out")
    language = json.loads((built / "ledger.json").read_text())["plan"]["language"]
    source = ROOT / "examples" / language / "bulletin.txt"
    assert milepost("build", source, "--out", "out", "--today", TODAY).returncode == 0
    assert milepost("plan", "out/ledger.json", "--today", TODAY).returncode == 0
    assert json.loads((tmp_path / "out" / "ledger.json").read_text())["plan"]["edition"] == 1


def test_a_revised_document_keeps_ids_and_codes_and_gets_a_new_edition(milepost: Run, tmp_path: Path) -> None:
    text = (
        "Tide Plan\n\n1. The Port Office shall publish a tide table by 3 May 2027.\n"
        "2. The Rope Guild shall mend the {}.\n"
    )
    (tmp_path / "plan.txt").write_text(text.format("nets of the north quay by 1 June 2027"))
    assert milepost("build", "plan.txt", "--out", "one", "--today", TODAY).returncode == 0
    (tmp_path / "plan.txt").write_text(text.format("nets of the north quay by 1 July 2027"))
    run = milepost("build", "plan.txt", "--ledger", "one/ledger.json", "--out", "two", "--today", TODAY)
    assert run.returncode == 0, run.stderr
    first, second = (json.loads((tmp_path / name / "ledger.json").read_text()) for name in ("one", "two"))
    assert [m["id"] for m in first["measures"]] == [m["id"] for m in second["measures"]]
    assert [m["code"] for m in first["measures"]] == [m["code"] for m in second["measures"]]
    assert second["plan"]["edition"] == 2
    assert second["plan"]["previous"]


def test_a_folder_of_a_strangers_files_is_left_alone(milepost: Run, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "letter.doc").write_bytes(b"x")
    (tmp_path / "plan.txt").write_text("The Port Office shall publish a tide table by 3 May 2027.\n")
    run = milepost("build", "plan.txt", "--out", "out")
    assert run.returncode == 2
    assert (tmp_path / "out" / "letter.doc").read_bytes() == b"x"


def test_the_books_language_can_be_chosen(milepost: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(
        "Tide Plan\n\nThe Port Office shall publish a tide table by 3 May 2027.\n"
    )
    assert milepost("build", "plan.txt", "--out", "out", "--language", "zh", "--today", TODAY).returncode == 0
    assert 'lang="zh' in (tmp_path / "out" / "index.html").read_text()[:400]
    assert "任务书" in pdf_text(tmp_path / "out" / "taskbooks" / "whole.pdf")


def test_every_file_that_the_page_links_to_is_in_the_folder(built: Path) -> None:
    from urllib.parse import unquote

    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser((built / "index.html").read_text(encoding="utf-8"))
    links = {unquote(node.attributes["href"] or "") for node in tree.css("a[href]")}
    files = {link for link in links if link and not link.startswith("#")}
    assert {"ledger.xlsx", "roadmap.pdf", "timetable.pdf", "taskbooks/whole.pdf"} <= files
    assert not [file for file in files if not (built / file).is_file()]


def test_a_sign_that_no_font_has_is_written_out_by_its_code(milepost: Run, tmp_path: Path) -> None:
    (tmp_path / "plan.txt").write_text(
        "Plan\n\n1. The Parks Office shall plant 40 trees 🌳 by 30 June 2027.\n", encoding="utf-8"
    )
    run = milepost("build", "plan.txt", "--out", "out", "--today", "2027-01-02")
    assert run.returncode == 0, run.stderr
    assert "[U+1F333]" in pdf_text(tmp_path / "out" / "taskbooks" / "whole.pdf")
