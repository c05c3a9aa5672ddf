"""Which task books there are, and what stands in their rows."""

import msgspec
import pytest

from milepost.books.content.orientation import told_to
from milepost.books.content.records import TaskBook
from milepost.books.content.task_book import CHINESE, ROMAN, task_books
from milepost.books.content.view import View
from milepost.ledger.origins import quoted, typed
from milepost.ledger.records import Deadline, SmallDate
from milepost.planning.schedule import plan
from tests.books.bulletin_ledger import bulletin, schedule_of
from tests.plans import TODAY, make_ledger, make_measure

CODES = {
    "en": ("not-yet-assigned", "FO", "TB", "MB", "QT", "AO", "AW", "whole"),
    "zh": ("not-yet-assigned", "LDB", "CXJ", "SCJ", "CZJ", "SJJ", "GJD", "whole"),
}


def books(language: str = "en") -> dict[str, TaskBook]:
    return {book.code: book for book in task_books(*bulletin(language))}


@pytest.mark.parametrize("language", ["en", "zh"])
def test_one_book_a_unit_that_owes_something_collectives_after_units_and_the_whole_last(language):
    assert tuple(books(language)) == CODES[language]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_measure_stands_in_a_book_besides_the_whole(language):
    ledger, _ = bulletin(language)
    rows = {
        row.code
        for book in books(language).values()
        if book.scope != "whole"
        for row in (*book.measures.rows, *(book.duties.rows if book.duties else ()))
    }
    assert rows == {measure.code for measure in ledger.measures}


def test_both_languages_hold_the_same_ids_dates_and_counts():
    english, chinese = books("en")["whole"], books("zh")["whole"]
    assert [r.id for r in english.measures.rows] == [r.id for r in chinese.measures.rows]
    assert [r.dates.proposed and r.dates.proposed.date for r in english.measures.rows] == [
        r.dates.proposed and r.dates.proposed.date for r in chinese.measures.rows
    ]
    assert [f.number for f in english.cover.figures] == [f.number for f in chinese.cover.figures]


def test_a_unit_that_is_only_told_a_principle_gets_no_book_and_its_sentence_is_orientation():
    assert "EH" not in books()
    texts = [row.text.text for row in books()["whole"].orientation.rows]
    assert "Each harbour should dare to go first" in texts
    assert books()["whole"].orientation.rows[1].said_to.text == "said to “Each harbour”"


def test_a_unit_s_book_holds_the_principles_said_to_all_to_it_or_beside_its_measures():
    ledger, schedule = bulletin("en")
    clause = ledger.orientation[1].clause
    elsewhere = msgspec.structs.replace(ledger.orientation[1], clause=None)
    apart = msgspec.structs.replace(ledger, orientation=(ledger.orientation[0], elsewhere))
    by_code = {book.code: book for book in task_books(apart, schedule)}
    told = [b.code for b in by_code.values() if b.orientation and len(b.orientation.rows) == 2]
    assert told == ["not-yet-assigned", "whole"]
    beside = {m.id for m in ledger.measures if m.clause == clause}
    near = [b for b in task_books(ledger, schedule) if beside & {row.id for row in b.measures.rows}]
    assert near
    assert all(b.orientation and len(b.orientation.rows) == 2 for b in near)
    for book in by_code.values():
        figure = book.cover.figures[-1].number
        assert figure == (len(book.orientation.rows) if book.orientation else 0)


TOLD = (
    ("en", "Each terminal should dare to go first", "Each terminal"),
    ("en", "Every office must keep its own list", "Every office"),
    ("en", "It is necessary that each office should dare", ""),
    ("en", "The work should go deeper", ""),
    ("zh", "各码头要大胆试、大胆闯", "各码头"),
    ("zh", "各级领导干部应当抓好落实", "各级领导干部"),
    ("zh", "各项工作要做到位", ""),
    ("zh", "坚持各部门应当协同", ""),
)


@pytest.mark.parametrize(("language", "words", "expected"), TOLD, ids=[row[1] for row in TOLD])
def test_a_principle_says_whom_it_speaks_to(language, words, expected):
    ledger, schedule = bulletin(language)
    row = msgspec.structs.replace(ledger.orientation[0], text=words)
    assert told_to(View(ledger, schedule, language), row) == expected


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_parts_of_a_book_are_numbered_in_the_order_they_are_printed(language):
    for book in books(language).values():
        parts = (book.measures, book.members, book.proposed, book.duties, book.orientation, book.warnings)
        numbers = [part.number for part in parts if part is not None and part.number]
        assert numbers == list((CHINESE if language == "zh" else ROMAN)[: len(numbers)])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_book_in_the_other_language_cites_and_quotes_the_same_sentences(language):
    ledger, schedule = bulletin(language)
    other = "zh" if language == "en" else "en"
    own = {b.code: b for b in task_books(ledger, schedule)}["whole"]
    crossed = {b.code: b for b in task_books(ledger, schedule, other)}["whole"]
    digits = [[sign for sign in row.citation.text if sign.isdigit()] for row in own.measures.rows]
    assert [[s for s in r.citation.text if s.isdigit()] for r in crossed.measures.rows] == digits
    assert [r.sentence.text for r in crossed.measures.rows] == [r.sentence.text for r in own.measures.rows]


def test_a_measure_stands_in_its_sentence_and_its_own_words_are_marked():
    row = books()["MB"].measures.rows[0]
    before, own, after = row.sentence.pieces
    assert before == "To tie the responsibility for the fish market reform to one office, "
    assert own == "the Market Bureau should play a leading role"
    assert after == "."
    assert row.citation.text == "Bulletin, para 3, sentence 1"
    assert row.citation.origin == "computed"


def test_a_text_without_numbers_is_cited_by_paragraph_and_sentence_in_chinese():
    assert books("zh")["LDB"].measures.rows[0].citation.text == "《通报》第2段第2句"


def test_a_proposal_by_the_same_paragraph_stands_in_part_two_with_its_words_and_a_reply():
    part = books()["MB"].proposed
    assert (part.number, [row.code for row in part.rows]) == ("II", ["M-004", "M-005"])
    assert "“fish market”" in part.note
    assert part.rows[0].reply.whose.fill == "unit"
    assert part.rows[0].lead.text == ""
    assert {"M-004", "M-005"} <= {row.code for row in books()["not-yet-assigned"].measures.rows}


def test_units_named_without_a_lead_keep_the_measure_among_those_to_assign():
    row = next(r for r in books()["not-yet-assigned"].measures.rows if r.code == "M-006")
    assert row.lead.label == "lead to be named"
    assert row.cooperating_words == "Cooperating: Treasury, Audit"
    assert books()["QT"].duties.rows[0].lead.label == "lead to be named"


def test_the_text_speaks_first_and_where_it_gives_the_day_none_is_proposed():
    dates = {row.code: row.dates for row in books()["whole"].measures.rows}
    dated, undated, standing = dates["M-002"], dates["M-004"], dates["M-003"]
    assert (dated.as_written.text, dated.day.date, dated.proposed) == (
        "by the end of June",
        "2027-06-30",
        None,
    )
    assert (undated.as_written.label, undated.proposed.origin) == ("no date set", "proposed")
    assert (standing.as_written.label, standing.proposed) == ("continuous; no date set", None)


def test_a_target_without_a_day_is_printed_as_the_text_has_it():
    dates = next(r.dates for r in books()["whole"].measures.rows if r.code == "M-008")
    assert (dates.as_written.text, dates.day, dates.day_note) == (
        "within the year",
        None,
        "a target in the text",
    )


@pytest.mark.parametrize(("due", "said"), [("2027-12-31", "stretched to the date"), ("2027-01-08", "%")])
def test_only_a_squeezed_plan_has_a_figure_a_stretched_one_says_so(due, said):
    ledger, schedule = plan(make_ledger(make_measure(kind="report", due=due)), TODAY)
    row = {book.code: book for book in task_books(ledger, schedule)}["whole"].measures.rows[0]
    assert said in row.plan.note
    assert ("%" in row.plan.note) == (row.plan.factor is not None)


def test_a_squeezed_plan_states_its_factor():
    row = books()["AW"].measures.rows[0]
    assert row.plan.factor is not None
    assert row.plan.factor < 100
    assert f"{row.plan.factor}% of the usual time" in row.plan.note


def test_a_kind_that_is_unsure_gets_no_steps_and_says_so():
    row = next(r for r in books()["whole"].measures.rows if r.code == "M-007")
    assert (row.plan.steps, row.plan.mark) == ((), "")
    assert row.plan.note == "No steps proposed: the kind of this measure is to be decided."
    assert row.kind_words.fill == "office"


def test_the_deciding_word_of_a_kind_is_printed():
    row = next(r for r in books()["whole"].measures.rows if r.code == "M-005")
    assert row.plan.note == "trial, told by “explore”"
    assert row.told_by.origin == "quoted"


def test_a_standing_duty_has_a_check_at_the_end_of_each_quarter():
    plan = books()["MB"].measures.rows[0].plan
    assert [check.date for check in plan.checks] == ["2027-06-30", "2027-09-30", "2027-12-31", "2028-03-31"]
    assert [check.text[-4:] == "2028" for check in plan.checks] == [False, False, False, True]


def test_the_year_stands_in_a_step_list_only_where_it_changes():
    steps = next(r for r in books()["whole"].measures.rows if r.code == "M-001").plan.steps
    years = [step.finish.text[-4:] == "2028" for step in steps]
    assert years.count(True) == 1
    assert [s.finish.date for s in steps] == sorted(s.finish.date for s in steps)


def test_a_collective_gets_nine_lines_to_fill_or_one_for_each_member_known():
    assert len(books()["AW"].members.rows) == 9
    assert books()["AW"].members.rows[0].number == "2.1"
    ledger, schedule = bulletin("en")
    wards = tuple(
        msgspec.structs.replace(unit, members=("tide", "audit")) if unit.code == "AW" else unit
        for unit in ledger.units
    )
    known = {b.code: b for b in task_books(msgspec.structs.replace(ledger, units=wards), schedule)}["AW"]
    assert [row.member.text for row in known.members.rows] == ["Tide Bureau", "Audit Office"]


def test_parts_of_a_sentence_each_have_a_blank_and_a_sentence_without_parts_has_one():
    rows = {row.code: row for row in books()["not-yet-assigned"].measures.rows}
    assert [p.words.text for p in rows["M-004"].pieces] == [
        "improve the stall letting system of the fish market",
        "publish the rents of all stalls",
    ]
    assert len(rows["M-007"].pieces) == 1
    assert rows["M-007"].pieces[0].unit.fill == "office"


def test_a_day_that_a_person_typed_is_no_longer_a_proposal():
    ledger, _ = bulletin("en")
    steps = tuple(
        msgspec.structs.replace(
            step, due=typed(SmallDate(text="end of Q3 2027", date="2027-09-30", precision="quarter"))
        )
        if step.id == "m1-5"
        else step
        for step in ledger.steps
    )
    ledger = msgspec.structs.replace(ledger, steps=steps)
    whole = task_books(ledger, schedule_of(ledger))[-1]
    step = whole.measures.rows[0].plan.steps[4]
    assert (step.finish.text, step.finish.origin) == ("end of Q3 2027", "typed")


def test_the_draft_words_go_when_every_row_is_checked():
    ledger, schedule = bulletin("en")
    assert books()["whole"].facts.draft
    checked = tuple(msgspec.structs.replace(m, checked=True) for m in ledger.measures)
    ledger = msgspec.structs.replace(ledger, measures=checked)
    assert not task_books(ledger, schedule)[-1].facts.draft


def test_what_a_person_filled_in_replaces_the_blank():
    ledger, schedule = bulletin("en")
    first = msgspec.structs.replace(
        ledger.measures[0],
        goal=typed("every timetable is looked at"),
        officer=typed("Ona Reed"),
        phone=typed("555 0101"),
        output_form=quoted("review", (0, 6)),
    )
    ledger = msgspec.structs.replace(ledger, measures=(first, *ledger.measures[1:]))
    row = task_books(ledger, schedule)[-1].measures.rows[0]
    assert (row.goal.text, row.goal.origin) == ("every timetable is looked at", "typed")
    assert row.officer.text == "Ona Reed; 555 0101"


def first_row_with(**changes: object):
    """The first row of the whole book where the first measure is changed."""
    ledger, schedule = bulletin("en")
    measure = msgspec.structs.replace(ledger.measures[0], **changes)
    changed = msgspec.structs.replace(ledger, measures=(measure, *ledger.measures[1:]))
    return task_books(changed, schedule)[-1].measures.rows[0]


def test_a_measure_that_a_person_added_prints_its_title_as_its_sentence():
    row = first_row_with(quote="", span=None, clause=None, title=typed("Plant a hedge"))
    assert (row.sentence.text, row.sentence.origin, row.title.text) == (
        "Plant a hedge",
        "typed",
        "Plant a hedge",
    )
    assert row.sentence.pieces == ("", "Plant a hedge", "")


def test_an_empty_title_is_the_quote_and_without_one_the_code():
    assert first_row_with(title=typed("")).title.origin == "quoted"
    bare = first_row_with(title=typed(""), quote="", span=None, clause=None)
    assert bare.title.text == bare.sentence.text == bare.code


@pytest.mark.parametrize(
    ("printed", "said"),
    [
        ("Plant a hedge | Parks Office | May |", "Plant a hedge; Parks Office; May"),
        ("栽植绿篱 | 园林局 | 5月 |", "栽植绿篱；园林局；5月"),
        ("Plant a|b hedges", "Plant a|b hedges"),
    ],
)
def test_a_row_of_a_table_prints_its_cells_and_only_then_is_it_computed(printed, said):
    row = first_row_with(quote=printed, clause=None, span=None, title=quoted(printed, None))
    assert (row.sentence.text, row.title.text) == (said, said)
    assert (row.sentence.origin, row.title.origin) == (
        ("computed", "computed") if said != printed else ("quoted",) * 2
    )


def test_a_typed_deadline_says_nothing_of_the_text():
    deadline = msgspec.convert({"text": "30 June 2028", "date": "2028-06-30", "kind": "fixed"}, Deadline)
    assert first_row_with(deadline=typed(deadline)).dates.day_note.startswith("entered by a person")
