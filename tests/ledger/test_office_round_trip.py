"""An office program opens the ledger, a person edits it, it is saved, and it reads back."""

import datetime as dt
import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from milepost.ledger.codec_xlsx import edited_since, read_xlsx, write_xlsx
from milepost.ledger.origins import typed
from tests.ledger.complete import COMPLETE, SCHEDULE

pytestmark = pytest.mark.office


def saved_by_libreoffice(data: bytes, folder: Path) -> bytes:
    """The workbook as LibreOffice saves it."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("soffice is missing: install libreoffice-calc to run this test")
    (folder / "ledger.xlsx").write_bytes(data)
    out = folder / "out"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out)]
    subprocess.run([*command, str(folder / "ledger.xlsx")], check=True, capture_output=True, timeout=120)
    return (out / "ledger.xlsx").read_bytes()


def test_a_ledger_saved_by_libreoffice_is_the_same_ledger(tmp_path: Path) -> None:
    saved = saved_by_libreoffice(write_xlsx(COMPLETE, SCHEDULE), tmp_path)
    assert read_xlsx(saved, "ledger.xlsx") == COMPLETE
    assert not edited_since(saved)


def test_a_persons_edits_come_through_libreoffice(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(COMPLETE, SCHEDULE)))
    steps = book["Steps"]
    heads = [cell.value for cell in steps[1]]
    steps.cell(3, heads.index("Due: date") + 1).value = " ２０２７年６月３日 "
    steps.cell(3, heads.index("Order") + 1).value = "２"
    steps.append(
        [
            "" if head == "id" else {"Measure": "M-001", "Step": "Bind it", "Due": "3 June 2027"}.get(head)
            for head in heads
        ]
    )
    measures = book["Measures"]
    rows = [[cell.value for cell in row] for row in measures.iter_rows()]
    measures.delete_rows(1, len(rows))
    for row in (rows[0], *reversed(rows[1:])):
        measures.append([*reversed(row), "Own" if row is rows[0] else "text"])
    for cell in (cell for row in measures.iter_rows() for cell in row if isinstance(cell.value, str)):
        cell.data_type = "s"
    file = io.BytesIO()
    book.save(file)
    saved = saved_by_libreoffice(file.getvalue(), tmp_path)
    assert edited_since(saved)

    read = read_xlsx(saved, "ledger.xlsx")
    second, third = read.steps[1], read.steps[2]
    assert second.due is not None
    assert third.due is not None
    assert (second.due.origin, second.due.value.date, second.order) == ("typed", "2027-06-03", 2)
    assert (third.title, third.due.value.date, third.origin) == (typed("Bind it"), "2027-06-03", "typed")
    assert dt.date.fromisoformat(third.due.value.date)
    assert third.id
    assert [measure.id for measure in read.measures] == ["mdredge", "mparent"]
    assert [measure.extra["Own"] for measure in read.measures] == ["text", "text"]
    assert read.measures[0].deadline == COMPLETE.measures[0].deadline
