"""An adopted edition as a whole: every file there, the same bytes twice, nothing of what is withheld, the
standards of its PDF files."""

import csv
import io
import zipfile

import msgspec
import pypdf
import pypdfium2
import pytest

from milepost.books.adopted_edition import FEEDS, NUMBERS, Registers, adopted_files
from milepost.books.inputs import Handling, Restriction, State
from milepost.books.inputs.codec import faults, state_from_json, state_json
from milepost.books.inputs.feeds import Feeds, TaskNumbers
from milepost.ledger.codec_json import decoded
from milepost.ledger.faults import BadLedger
from tests.books.langang import langang
from tests.books.langang_office import office_state

each_language = pytest.mark.parametrize("language", ["en", "zh"])
SECRET = {"en": "One data-sharing catalogue", "zh": "六部门数据共享目录"}


@pytest.fixture(scope="module")
def editions() -> dict[str, dict[str, bytes]]:
    """The files of the example's edition by language."""
    made = {}
    for language in ("en", "zh"):
        ledger, schedule, _ = langang(language)
        made[language] = dict(adopted_files(ledger, schedule, office_state(language), language))
    return made


def pdf_text(data: bytes) -> str:
    """All text of a PDF, white space removed."""
    document = pypdfium2.PdfDocument(data)
    return "".join("".join(page.get_textpage().get_text_range().split()) for page in document)


@each_language
def test_the_list_of_contents_names_every_file_with_its_hash(editions, language: str) -> None:
    files = editions[language]
    rows = list(csv.DictReader(io.StringIO(files["CONTENTS.csv"].decode("utf-8-sig"))))
    assert {row["file"] for row in rows} == set(files) - {"CONTENTS.csv"}
    assert all(len(row["sha256"]) == 64 for row in rows)


def test_both_languages_hold_the_same_books(editions) -> None:
    english, chinese = (
        sorted(name for name in editions[language] if name.startswith(("taskbooks", "timetables", "forms")))
        for language in ("en", "zh")
    )
    assert english == chinese
    assert len(english) > 30


@each_language
def test_print_and_handling_stand_on_every_page_of_every_pdf(editions, language: str) -> None:
    for name, data in editions[language].items():
        if not name.endswith(".pdf"):
            continue
        document = pypdfium2.PdfDocument(data)
        for number, page in enumerate(document):
            text = "".join(page.get_textpage().get_text_range().split())
            assert ("第3份" if language == "zh" else "copy3of12") in text, f"{name}, page {number + 1}"
            assert ("数据指纹" if language == "zh" else "print") in text, f"{name}, page {number + 1}"


@each_language
def test_every_pdf_is_tagged_titled_and_says_its_language(editions, language: str) -> None:
    wanted = {"en": ("en", "en-GB"), "zh": ("zh", "zh-CN")}[language]
    for name, data in editions[language].items():
        if name.endswith(".pdf"):
            root = pypdf.PdfReader(io.BytesIO(data)).root_object
            assert root["/MarkInfo"]["/Marked"], name
            assert root["/Lang"] in wanted, name
            assert "/StructTreeRoot" in root, name
            metadata = root["/Metadata"].get_data().decode()
            assert "pdfuaid:part" in metadata, name
            assert "<dc:title>" in metadata, name


@pytest.mark.parametrize(("standard", "sign"), [("a-2b", "pdfaid:part"), ("untagged", "")])
def test_other_standards_are_kept(standard: str, sign: str) -> None:
    ledger, schedule, state = langang("zh")
    for name, data in adopted_files(ledger, schedule, state, "zh", standard):  # type: ignore[arg-type] # one of two
        if name == "taskbooks/ADB.pdf":
            metadata = pypdf.PdfReader(io.BytesIO(data)).root_object["/Metadata"].get_data().decode()
            assert "pdfuaid" not in metadata
            assert sign in metadata
            return
    raise AssertionError("no task book")


def test_the_same_input_gives_the_same_bytes(editions) -> None:
    ledger, schedule, _ = langang("en")
    again = dict(adopted_files(ledger, schedule, office_state("en"), "en"))
    assert [name for name, data in again.items() if editions["en"][name] != data] == []


@each_language
def test_a_copy_for_a_unit_holds_nothing_of_what_is_withheld_from_it(language: str) -> None:
    ledger, schedule, _ = langang(language)
    state = office_state(language)
    measure = next(m for m in ledger.measures if m.code == "M-010")
    state = msgspec.structs.replace(
        state,
        restrictions=(Restriction(measure=measure.id, units=("ADB", "FIN")),),
        handling=Handling(classification="X", copy=7, reader="HRB"),
    )
    files = dict(adopted_files(ledger, schedule, state, language))
    assert not [name for name in files if name.startswith(("meetings/", "papers/"))]
    told = [name for name, data in files.items() if SECRET[language] in _text(name, data)]
    assert told == []
    state = msgspec.structs.replace(state, handling=Handling(classification="X", copy=8, reader="FIN"))
    files = dict(adopted_files(ledger, schedule, state, language))
    assert SECRET[language] in _text("ledger.json", files["ledger.json"])


def _text(name: str, data: bytes) -> str:
    """What a file says, as far as a reader can get at it."""
    if name.endswith(".pdf"):
        return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))
    if name.endswith((".docx", ".xlsx")):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return "".join(archive.read(one).decode("utf-8", "replace") for one in archive.namelist())
    return data.decode("utf-8", "replace")


def test_the_next_edition_goes_on_from_the_registers(editions) -> None:
    ledger, schedule, _ = langang("en")
    first = editions["en"]
    registers = Registers(
        feeds=decoded(first[FEEDS], FEEDS, Feeds, "register"),
        numbers=decoded(first[NUMBERS], NUMBERS, TaskNumbers, "register"),
    )
    again = dict(adopted_files(ledger, schedule, office_state("en"), "en", registers=registers))
    assert again["calendars/plan.ics"] == first["calendars/plan.ics"]
    assert again["project.xml"] == first["project.xml"]


# --- the state as a file ---


@each_language
def test_a_state_comes_back_from_its_file(language: str) -> None:
    state = office_state(language)
    assert state_from_json(state_json(state), "state.json") == state
    assert faults(state, langang(language)[0]) == []


def test_a_state_of_another_plan_is_told_by_its_subjects() -> None:
    ledger, _, state = langang("en")
    strange = msgspec.structs.replace(state, extensions={}, limits={"XYZ": 3})
    assert faults(strange, ledger) == [
        'The state names "XYZ" in limits, which the ledger does not hold. Take both from one freeze.'
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"{", "state.json: this is not JSON"),
        (b'{"as_of": 3}', "state.json: as_of"),
        (b'{"as_of": "2027-02-30"}', "as_of: 2027-02-30 is no day of the calendar"),
        (b'{"as_of": "2027-02-20", "restriction": []}', 'unknown field "restriction"'),
        (
            b'{"as_of": "2027-06-15", "lights": [{"subject": "a", "colour": "pink"}]}',
            "lights, entry 1, colour",
        ),
    ],
)
def test_a_damaged_state_is_told_by_its_place(data: bytes, told: str) -> None:
    with pytest.raises(BadLedger, match=told):
        state_from_json(data, "state.json")


def test_an_empty_state_makes_an_edition_too() -> None:
    ledger, schedule, _ = langang("en")
    files = dict(adopted_files(ledger, schedule, State(as_of="2027-06-15"), "en"))
    assert "taskbooks/ADB.pdf" in files
    assert "index.html" in files
