"""Returned books: answers come back by id and field, become typed, and nothing is dropped unseen."""

import io
import shutil
import subprocess
import zipfile
from contextlib import suppress
from functools import cache
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.books.content.task_book import task_books
from milepost.books.writers.docx import write_docx
from milepost.ledger.faults import BadLedger
from milepost.ledger.invariants import check
from milepost.ledger.origins import typed
from milepost.ledger.records import Ledger
from milepost.ledger.returned import read_returned, take_in
from tests.books.bulletin_ledger import bulletin
from tests.ledger.returned_books import changed, control, filled_in, word_file

NAME = "MB.docx"
LANGUAGES = ("en", "zh")
MARKET = {"en": "MB", "zh": "SCJ"}
UNASSIGNED = "not-yet-assigned"
IDS = ("m1", "m4", "m6", "m7", "a2", "AW", "MB", "m99", UNASSIGNED)
FIELDS = (
    "goal", "phone", "checked", "lead", "whose", "reply_ours", "reply_not_ours", "part_1", "part_9", "part_x",
    "steps", "duty_text", "officer", "member_1", "member_2", "by_1", "filled_by", "date", "colour",
)  # fmt: skip


@cache
def ledger_of(language: str) -> Ledger:
    return bulletin(language)[0]


@cache
def book(language: str, code: str) -> bytes:
    return next(write_docx(one) for one in task_books(*bulletin(language)) if one.code == code)


def measure(ledger: Ledger, id_: str):
    return next(one for one in ledger.measures if one.id == id_)


def who(ledger: Ledger, id_: str) -> list[tuple[str, str, str]]:
    """Unit, role and the unit's origin in a measure."""
    return [(a.unit.value, a.role.value, a.unit.origin) for a in ledger.assignments if a.measure == id_]


# --- reading ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_book_that_nobody_filled_in_says_nothing(language):
    for one in task_books(*bulletin(language)):
        assert read_returned(write_docx(one), NAME) == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_written_comes_back_by_id_and_field(language):
    answers = {
        "m3.goal": "Rents fall\nby a tenth",
        "m3.risks": "无 <&>",
        f"{MARKET[language]}.phone": "555 01",
    }
    data = filled_in(book(language, MARKET[language]), answers, ("m3.checked", "m4.reply_ours"))
    assert read_returned(data, NAME) == {
        ("m3", "goal"): "Rents fall\nby a tenth",
        ("m3", "risks"): "无 <&>",
        (MARKET[language], "phone"): "555 01",
        ("m3", "checked"): "yes",
        ("m4", "reply_ours"): "yes",
    }


PLACEHOLDER = '<w:showingPlcHdr w:val="{}"/><w:text/>'
CONTROLS = (
    ("the small words still shown", control("m1.goal", "<w:t>goal</w:t>", PLACEHOLDER.format("1")), None),
    ("the small words no more shown", control("m1.goal", "<w:t>goal</w:t>", PLACEHOLDER.format("0")), "goal"),
    (
        "small words whose mark was lost",
        control("", "<w:t>goal, unit to fill</w:t>", alias="goal, unit to fill · m1.goal"),
        None,
    ),
    ("a tag that was lost", control("", "<w:t>All let</w:t>", alias="goal · m1.goal"), "All let"),
    ("emptied", control("m1.goal", "<w:t> </w:t>"), None),
    ("rich text", control("m1.goal", "<w:t>All let</w:t>", ""), "All let"),
    ("several runs", control("m1.goal", "<w:t>All</w:t></w:r><w:r><w:tab/><w:t>let</w:t>"), "All let"),
    ("struck out", control("m1.goal", "<w:delText>None</w:delText><w:t>All let</w:t>"), "All let"),
)


@pytest.mark.parametrize(("state", "one", "found"), CONTROLS, ids=[row[0] for row in CONTROLS])
def test_a_control_counts_when_somebody_wrote_in_it(state, one, found):
    assert read_returned(word_file(one), NAME) == ({} if found is None else {("m1", "goal"): found})


def test_of_a_control_that_an_office_program_repeats_the_first_counts():
    repeated = [control("m1.goal", f"<w:t>{text}</w:t>") for text in ("全部出租", "全部出租全部出租", "出租")]
    assert read_returned(word_file(*repeated), NAME) == {("m1", "goal"): "全部出租"}


def test_controls_of_another_program_are_left_alone():
    others = (control("Company", "<w:t>Wharf Ltd</w:t>"), control("", "<w:t>x</w:t>", alias="Due date"))
    assert read_returned(word_file(control("m1.goal", "<w:t>All let</w:t>"), *others), NAME) == {
        ("m1", "goal"): "All let"
    }


NOT_BOOKS = (
    ("no archive", b"Dear Office, we agree.", "is no readable Word file"),
    ("empty", b"", "is no readable Word file"),
    (
        "another Word file",
        word_file("<w:r><w:t>A letter</w:t></w:r>"),
        "holds no blanks of a Milepost task book",
    ),
    ("broken XML", changed(word_file(), "</w:body>", ""), "is no readable Word file"),
)


@pytest.mark.parametrize(("kind", "data", "words"), NOT_BOOKS, ids=[row[0] for row in NOT_BOOKS])
def test_a_file_that_is_no_book_is_named_in_a_sentence(kind, data, words):
    with pytest.raises(BadLedger) as bad:
        read_returned(data, "letter.docx")
    assert len(bad.value.faults) == 1
    assert bad.value.faults[0].startswith(f"letter.docx: {words}")


@given(st.integers(0, 20_000), st.binary(max_size=6))
@settings(max_examples=60)
def test_a_damaged_book_is_read_or_refused_and_nothing_else(place, bytes_):
    whole = book("en", "MB")
    with suppress(BadLedger):
        read_returned(whole[:place] + bytes_ + whole[place + len(bytes_) :], NAME)


@given(st.dictionaries(st.tuples(st.sampled_from(IDS), st.sampled_from(FIELDS)), st.text(min_size=1)))
@settings(max_examples=80)
def test_whatever_is_filled_in_the_ledger_stays_sound(filled):
    ledger, notes = take_in(ledger_of("en"), filled, NAME)
    assert check(ledger) == []
    assert all(note.startswith(NAME) and "\n" not in note for note in notes)
    assert len(ledger.measures) == len(ledger_of("en").measures)


def test_entities_and_outside_files_are_not_followed(tmp_path: Path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        one = control("m1.goal", "<w:t>&x;</w:t>")
        head = f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
        with zipfile.ZipFile(io.BytesIO(word_file(one.replace("&x;", "X")))) as plain:
            body = plain.read("word/document.xml").decode().replace(">X<", ">&x;<")
        archive.writestr("word/document.xml", head + body)
    assert "secret" not in str(read_returned(data.getvalue(), NAME))


# --- taking in ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_of_a_measure_becomes_typed(language):
    fields = (
        "output_form", "acceptance_test", "goal", "verifier", "leader", "officer", "phone", "risks", "needs",
    )  # fmt: skip
    answers = {f"m3.{field}": f"our {field}" for field in fields}
    data = filled_in(book(language, MARKET[language]), answers, ("m3.checked",))
    ledger, notes = take_in(ledger_of(language), read_returned(data, NAME), NAME)
    one = measure(ledger, "m3")
    assert {field: getattr(one, field) for field in fields} == {f: typed(f"our {f}") for f in fields}
    assert one.checked
    assert notes == []
    assert check(ledger) == []
    rest = msgspec.structs.replace(ledger_of(language), measures=())
    assert msgspec.structs.replace(ledger, measures=()) == rest


def test_a_typed_value_stays_and_the_other_one_is_named():
    before = ledger_of("en")
    goal = msgspec.structs.replace(measure(before, "m3"), goal=typed("All let"))
    kept = tuple(goal if one.id == "m3" else one for one in before.measures)
    ledger, notes = take_in(
        msgspec.structs.replace(before, measures=kept), {("m3", "goal"): "None let"}, NAME
    )
    assert measure(ledger, "m3").goal == typed("All let")
    assert notes == [
        'MB.docx, M-003, goal: "All let" was typed in the ledger and stays; the book says "None let".'
    ]


def test_the_same_book_twice_changes_nothing_more():
    filled = {("m3", "goal"): "All let", ("m4", "reply_ours"): "yes", ("m7", "lead"): "Tide Bureau"}
    once, _ = take_in(ledger_of("en"), filled, NAME)
    twice, notes = take_in(once, filled, NAME)
    assert twice == once
    assert notes == ['MB.docx, M-004: the unit answers "ours", but the ledger has a lead already; it stays.']


REPLIES = (
    ("ours", {"reply_ours": "yes"}, [("market", "lead", "typed")], ""),
    ("not ours, theirs", {"reply_not_ours": "yes", "whose": "Tide Bureau"}, [("tide", "lead", "typed")], ""),
    ("theirs by code", {"whose": "tb"}, [("tide", "lead", "typed")], ""),
    ("not ours", {"reply_not_ours": "yes"}, [], 'answers "not ours" and names no other unit'),
    ("nobody's", {"whose": "Moon Office"}, [("market", "lead", "proposed")], "the unit list has no one unit"),
    (
        "both",
        {"reply_ours": "yes", "reply_not_ours": "yes"},
        [("market", "lead", "proposed")],
        "contradict each other",
    ),
    (
        "ours and theirs",
        {"reply_ours": "yes", "whose": "Tide Bureau"},
        [("market", "lead", "proposed")],
        "contradict each other",
    ),
)


@pytest.mark.parametrize(("name", "replies", "found", "words"), REPLIES, ids=[row[0] for row in REPLIES])
def test_the_reply_to_a_proposal_settles_the_lead(name, replies, found, words):
    ledger, notes = take_in(ledger_of("en"), {("m4", field): text for field, text in replies.items()}, NAME)
    assert who(ledger, "m4") == found
    assert [words in note for note in notes] == ([True] if words else [])
    assert check(ledger) == []


def test_a_lead_in_the_unassigned_book_is_found_by_code_or_name():
    data = filled_in(book("zh", UNASSIGNED), {"m6.lead": "市财政局", "m7.lead": "CXJ"})
    ledger, notes = take_in(ledger_of("zh"), read_returned(data, NAME), NAME)
    assert who(ledger, "m6") == [("treasury", "lead", "quoted"), ("audit", "cooperating", "quoted")]
    assert next(a for a in ledger.assignments if a.measure == "m6").role == typed("lead")
    assert who(ledger, "m7") == [("tide", "lead", "typed")]
    assert notes == []
    assert check(ledger) == []


def test_a_lead_that_the_text_names_is_never_replaced():
    ledger, notes = take_in(ledger_of("en"), {("m3", "lead"): "Tide Bureau"}, NAME)
    assert ledger == ledger_of("en")
    assert notes == [
        'MB.docx, M-003: "Market Bureau" leads it already and stays; change it in ledger.xlsx; '
        'not taken in: lead "Tide Bureau".'
    ]


def test_a_part_gets_its_own_unit_with_the_words_of_the_part():
    data = filled_in(book("en", UNASSIGNED), {"m4.lead": "Market Bureau", "m4.part_2": "Quay Treasury"})
    ledger, notes = take_in(ledger_of("en"), read_returned(data, NAME), NAME)
    joined = [a for a in ledger.assignments if a.measure == "m4" and a.role.value == "cooperating"]
    assert [(a.unit, a.duty_text) for a in joined] == [
        (typed("treasury"), typed("publish the rents of all stalls"))
    ]
    assert notes == []


def test_members_and_their_parts_are_taken_in_and_the_rest_is_said():
    answers = {
        "AW.member_1": "Quay Treasury", "AW.part_1": "lists its berths", "AW.by_1": "20 June",
        "AW.member_2": "North Ward", "AW.part_2": "counts them",
    }  # fmt: skip
    ledger, notes = take_in(ledger_of("en"), read_returned(filled_in(book("en", "AW"), answers), NAME), NAME)
    assert next(unit.members for unit in ledger.units if unit.code == "AW") == ("treasury",)
    duties = [a.duty_text.value for a in ledger.assignments if a.measure == "m2" and a.duty_text]
    assert duties == ["lists its berths"]
    assert notes == [
        'MB.docx, AW, line 1: enter it in ledger.xlsx, sheet Assignments; not taken in: by "20 June".',
        "MB.docx, AW, line 2: the member isn't in the unit list; add it in ledger.xlsx, sheet Units; "
        'not taken in: member "North Ward", part "counts them".',
    ]
    assert check(ledger) == []


def test_a_cooperating_unit_says_its_own_duty():
    answers = {"a2.duty_text": "brings the tide tables", "a2.officer": "Bo", "TB.filled_by": "Bo"}
    ledger, notes = take_in(ledger_of("en"), read_returned(filled_in(book("en", "TB"), answers), NAME), NAME)
    assert next(a.duty_text for a in ledger.assignments if a.id == "a2") == typed("brings the tide tables")
    assert sorted(notes) == [
        "MB.docx, M-001: the ledger has no column for the people of a cooperating unit; "
        'not taken in: officer "Bo".',
        "MB.docx, TB: filled in by Bo.",
    ]


UNUSED = (
    ("a measure that is gone", ("m99", "goal"), '"m99" is neither a measure nor a unit of this ledger'),
    ("steps in words", ("m7", "steps"), "M-007: steps are entered in ledger.xlsx, sheet Steps"),
    ("a field of no book", ("m7", "colour"), "M-007: a measure has no such field"),
    ("a field of no unit", ("AW", "colour"), "AW: a unit has no such field"),
)


@pytest.mark.parametrize(("case", "key", "words"), UNUSED, ids=[row[0] for row in UNUSED])
def test_an_answer_without_a_place_is_said(case, key, words):
    ledger, notes = take_in(ledger_of("en"), {key: "words " * 40}, NAME)
    assert ledger == ledger_of("en")
    assert len(notes) == 1
    assert notes[0].startswith(f"{NAME}, {words}; not taken in: ")
    assert len(notes[0]) < 200


# --- an office program between ---


@pytest.mark.office
@pytest.mark.parametrize("language", LANGUAGES)
def test_answers_come_through_libreoffice(language, tmp_path: Path):
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("soffice is missing: install libreoffice-writer to run this test")
    code = MARKET[language]
    answers = {
        "m3.goal": "全部出租，租金下降10%（元/月）",
        "m3.officer": "Bo",
        "m3.phone": "555 01",
        "m5.whose": "潮汐局",
    }
    (tmp_path / NAME).write_bytes(filled_in(book(language, code), answers, ("m3.checked", "m4.reply_ours")))
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = [program, profile, "--headless", "--convert-to", "docx", "--outdir", str(tmp_path / "out")]
    subprocess.run([*command, str(tmp_path / NAME)], check=True, capture_output=True, timeout=120)
    saved = (tmp_path / "out" / NAME).read_bytes()
    assert read_returned(saved, NAME) == {
        ("m3", "goal"): "全部出租，租金下降10%（元/月）",
        ("m3", "officer"): "Bo",
        ("m3", "phone"): "555 01",
        ("m5", "whose"): "潮汐局",
        ("m3", "checked"): "yes",
        ("m4", "reply_ours"): "yes",
    }
