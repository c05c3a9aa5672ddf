"""LibreOffice opens every form and gives back every row; what a person edits there comes back whole.

Edits are drawn from seeds: columns moved, rows sorted and added, dates as text in several ways, full-width
digits, own columns. All files of a test go through one run of the program.
"""

import io
import shutil
import subprocess

import openpyxl
import pytest

from milepost.books.content.forms import LAYOUTS
from milepost.books.forms_in import read_form, read_report
from milepost.ledger.codec_xlsx import read_xlsx, write_xlsx
from milepost.ledger.invariants import check
from tests.books.forms.plans import (
    HOSTILE,
    IMPORTED,
    after,
    form_of,
    plain,
    reported,
    sheet_of,
    shuffled,
    standing_of,
    taken_in,
    with_sheet,
    with_title,
    written,
)
from tests.books.forms.test_round_trip import rich
from tests.books.langang import langang
from tests.ledger.complete import COMPLETE

pytestmark = pytest.mark.office
LANGUAGES = ("en", "zh")
SEEDS = range(2)
FILLED = {"done": "=1+1 做完", "percent_self": "８０", "forecast": "2027年9月1日"}


def saved_by_libreoffice(files, folder):
    """Every workbook as LibreOffice saves it, in one run."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("soffice is missing: install libreoffice-calc to run this test")
    for name, data in files.items():
        (folder / name).write_bytes(data)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = [program, profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out")]
    names = [str(folder / name) for name in files]
    subprocess.run([*command, *names], check=True, capture_output=True, timeout=240)
    return {name: (folder / "out" / name).read_bytes() for name in files}


def test_libreoffice_gives_back_every_row_of_every_form(tmp_path):
    forms = {}
    for language in LANGUAGES:
        plan = with_title(langang(language), HOSTILE)
        for key in LAYOUTS:
            data = reported(plan, "ADB") if key == "R1" else written(plan, key)
            forms[f"{key}-{language}.xlsx"] = data
    for name, saved in saved_by_libreoffice(forms, tmp_path).items():
        before = [[plain(cell) for cell in row] for row in sheet_of(forms[name])]
        assert [[plain(cell) for cell in row] for row in sheet_of(saved)] == before, name
        sheet = openpyxl.load_workbook(io.BytesIO(saved)).worksheets[0]
        assert "f" not in {cell.data_type for row in sheet.iter_rows() for cell in row}


def test_forms_edited_in_libreoffice_come_back_whole(tmp_path):
    pairs = [(key, language) for key in IMPORTED for language in LANGUAGES]
    cases = {f"{key}-{language}.xlsx": (key, language, seed) for seed, (key, language) in enumerate(pairs)}
    files = {}
    for name, (key, language, seed) in cases.items():
        layout = form_of(langang(language), key).layout
        heads = {field.key: field.head(language) for field in layout.fields}
        new = {heads["text"]: "Open the third hall ３", heads["lead"]: "Fresh Bureau 新局"}
        if "deadline" in heads:
            new[heads["deadline"]] = " ２０２８年２月２９日 "
        files[name] = with_sheet(written(rich(language), key), None, shuffled(seed, [new]))
    for name, saved in saved_by_libreoffice(files, tmp_path).items():
        key, language, _ = cases[name]
        plan = rich(language)
        intake = taken_in(plan, saved)
        assert not intake.faults, name
        assert not intake.gone, name
        assert [row.fate for row in intake.rows].count("added") == 1, name
        _same_but_for_own(plan, intake.ledger)
        added = intake.ledger.measures[-1]
        if key != "T1":
            assert added.deadline.value.date == "2028-02-29"
        again = taken_in(after(plan, intake), written(after(plan, intake), key))
        assert again.ledger == intake.ledger, name


def _same_but_for_own(plan, ledger):
    """Everything that stood stands, under its id; rows have their own column besides."""
    old = {measure.id: measure for measure in plan[0].measures}
    for measure in ledger.measures[:-1]:
        assert measure.extra.pop("Own 自设")
        assert measure == old[measure.id]
    assert [measure.id for measure in ledger.measures[:-1]] == list(old)
    assert ledger.assignments[: len(plan[0].assignments)] == plan[0].assignments
    assert ledger.steps == plan[0].steps
    assert ledger.units[: len(plan[0].units)] == plan[0].units
    assert not check(ledger)


def test_the_exchange_form_edited_in_libreoffice_comes_back_whole(tmp_path):
    ledgers = {"complete": COMPLETE, "zh": langang("zh")[0]}
    files = {}
    for name, ledger in ledgers.items():
        sheets = ("步骤", "举措") if ledger.plan.language == "zh" else ("Steps", "Measures")
        for seed in SEEDS:
            data = with_sheet(write_xlsx(ledger), sheets[0], shuffled(seed))
            files[f"{name}-{seed}.xlsx"] = with_sheet(data, sheets[1], shuffled(seed + 100))
    for name, saved in saved_by_libreoffice(files, tmp_path).items():
        ledger, read = ledgers[name.partition("-")[0]], read_xlsx(saved, "ledger.xlsx")
        for sheet in ("measures", "steps"):
            rows = getattr(read, sheet)
            assert all(row.extra.pop("Own 自设") for row in rows), name
        assert read == ledger, name


def test_a_report_filled_in_libreoffice_is_read(tmp_path):
    files = {}
    for language in LANGUAGES:
        heads = {field.key: field.head(language) for field in LAYOUTS["R1"].fields}

        def filled(rows, heads=heads):
            for row in rows[2::2]:
                for key, words in FILLED.items():
                    row[rows[0].index(heads[key])] = words
            return rows

        files[f"report-{language}.xlsx"] = with_sheet(reported(langang(language), "ADB"), None, filled)
    for name, saved in saved_by_libreoffice(files, tmp_path).items():
        language = name[7:9]
        view, standing = standing_of(*langang(language))
        said = read_report(view, standing, "ADB", read_form(saved, name, ("R1",)), "2027-06-20")
        assert not said.faults
        changed = [row for row in said.rows if row.fate == "changed"]
        assert len(changed) == len(said.rows) // 2
        assert {r.percent_self for r in said.state.reports if r.on == "2027-06-20"} == {80}
