"""Which adopted task books there are, what stands in their rows, changes, volumes, annex and covers."""

import itertools
from functools import cache

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.books.content.adopted.task_annex import LONGEST, break_of
from milepost.books.content.adopted.task_book import adopted_task_books
from milepost.books.content.adopted.task_changes import MOST
from milepost.books.content.adopted.task_volumes import volumes
from milepost.books.content.records.adopted_task_book import AdoptedTaskBook
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.inputs import Change, DutyState, Light, State
from milepost.ledger.origins import typed
from milepost.ledger.records import Ledger, Promise, Schedule
from tests.books.hard_rows import COOPERATING, LONG, hard
from tests.books.langang import langang, many

LANGUAGES = ("en", "zh")
replace = msgspec.structs.replace


def made(plan: tuple[Ledger, Schedule, State], most: int = 2_000) -> dict[str, AdoptedTaskBook]:
    """The books by code; volumes after the first carry their number."""
    ledger, schedule, state = plan
    view = View(ledger, schedule)
    books = adopted_task_books(view, Standing(view, state), most)
    return {b.code + (f" {b.volume.number}" if b.volume else ""): b for b in books}


@cache
def books(language: str) -> dict[str, AdoptedTaskBook]:
    return made(langang(language))


@cache
def hard_books(language: str) -> dict[str, AdoptedTaskBook]:
    return made(hard(language))


def with_state(language: str, **changes: object) -> tuple[Ledger, Schedule, State]:
    ledger, schedule, state = langang(language)
    return ledger, schedule, replace(state, **changes)


def measure_id(code: str) -> str:
    return next(m.id for m in langang("en")[0].measures if m.code == code)


def duty_id(code: str, unit: str = "ADB") -> str:
    ledger = langang("en")[0]
    return next(a.id for a in ledger.assignments if a.measure == measure_id(code) and a.unit.value == unit)


# --- which books ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_one_book_a_unit_in_the_order_of_the_register_and_the_whole_last(language):
    assert tuple(books(language)) == ("WPC", "ADB", "DRB", "FIN", "HRB", "IIB", "whole")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_stands_in_the_whole_and_in_its_lead_s_book_by_plan_number(language):
    ledger, whole = langang(language)[0], books(language)["whole"]
    assert [row.code for row in whole.led.rows] == [f"M-{n:03d}" for n in range(1, 17)]
    led = [row.code for code, b in books(language).items() if code != "whole" for row in b.led.rows]
    assert sorted(led) == [m.code for m in ledger.measures]
    assert [row.number for row in books(language)["ADB"].led.rows] == ["3", "6", "10", "14"]


def test_a_measure_without_a_lead_stands_in_the_book_of_the_unassigned_which_nobody_takes_on():
    ledger, schedule, state = langang("en")
    lead = duty_id("M-003")
    rest = tuple(a for a in ledger.assignments if a.id != lead)
    book = made((replace(ledger, assignments=rest), schedule, state))["not-yet-assigned"]
    assert [row.number for row in book.led.rows] == ["3"]
    assert book.led.rows[0].lead.fill == "office"
    assert [signer.act for signer in book.cover.sign_off.signers] == ["reviewed", "filed"]
    assert book.cover.sign_off.words[0] == "The 1 measure in this book has no lead yet."


def test_a_collective_s_members_divide_what_its_book_lists():
    ledger, schedule, state = langang("en")
    units = tuple(replace(u, kind="collective") if u.id == "ADB" else u for u in ledger.units)
    book = made((replace(ledger, units=units), schedule, state))["ADB"]
    assert book.scope == "collective"
    assert book.cover.scope_line == "A collective: to be divided among its members"
    assert book.cover.sign_off.words[0].startswith("The members divide the 4 measures and 6 duties")
    assert book.cover.sign_off.signers[0].role == "For the members"


def test_a_unit_without_measures_still_gets_its_duties():
    ledger, schedule, state = langang("en")
    kept = tuple(m for m in ledger.measures if m.code not in ("M-003", "M-006", "M-010", "M-014"))
    book = made((replace(ledger, measures=kept, links=()), schedule, state))["ADB"]
    assert book.led is None
    assert [row.number for row in book.duties.rows] == ["8", "9", "7", "12", "11", "1"]


@pytest.mark.parametrize("code", ["WPC", "ADB", "whole"])
def test_both_languages_hold_the_same_ids_dates_and_counts(code):
    english, chinese = (books(language)[code] for language in LANGUAGES)
    for one, other in ((english.led, chinese.led), (english.duties, chinese.duties)):
        assert (one is None) == (other is None)
        for a, b in zip(one.rows if one else (), other.rows if other else (), strict=True):
            assert (a.id, a.code, a.changed, a.state.mark) == (b.id, b.code, b.changed, b.state.mark)
    for a, b in zip(english.led.rows, chinese.led.rows, strict=True):
        for name in ("start", "finish", "forecast", "done"):
            one, other = getattr(a, name), getattr(b, name)
            assert (one and one.date) == (other and other.date)
        assert [(s.planned.date, s.mark) for s in a.steps] == [(s.planned.date, s.mark) for s in b.steps]
    assert [f.number for f in english.cover.figures] == [f.number for f in chinese.cover.figures]
    assert [d.date.date for d in english.cover.next_dates] == [d.date.date for d in chinese.cover.next_dates]
    assert english.row_count == chinese.row_count
    assert [(r.key, r.number) for r in english.changes.rows] == [
        (r.key, r.number) for r in chinese.changes.rows
    ]


# --- the cover ---


@pytest.mark.parametrize(
    ("language", "edition", "handling", "signed"),
    [
        (
            "en",
            "Edition 2, replaces edition 1 of 26 January 2027",
            "Internal; copy 3 of 12",
            "The unit takes on the 4 measures and 6 duties in this book and answers for their baseline "
            "dates.",
        ),
        (
            "zh",
            "第2版，替代2027年1月26日第1版",
            "内部；第3份，共12份",
            "本单位认领本书所列4项牵头举措、6项配合任务，对基线时限负责。",
        ),
    ],
)
def test_the_cover_says_edition_handling_totals_next_dates_and_what_is_signed(
    language, edition, handling, signed
):
    cover = books(language)["ADB"].cover
    assert cover.edition == edition
    assert cover.facts[-1].value.text == handling
    assert cover.sign_off.words[0] == signed
    assert [(f.number, f.anchor) for f in cover.figures] == [
        (4, ""),
        (6, ""),
        (2, "done"),
        (1, "late"),
        (2, "waiting"),
    ]
    assert [(d.date.date, d.state.mark) for d in cover.next_dates] == [
        ("2027-06-19", "near"),
        ("2027-06-25", "late"),
        ("2027-06-30", "behind"),
        ("2027-07-05", "on"),
    ]
    assert len(cover.sign_off.signers) == 3


def test_signers_are_named_where_the_state_knows_them_and_blank_where_not():
    plan = with_state("en", signers={"ADB": "Shen Yulan", "office": "Qin Mo"})
    signers = made(plan)["ADB"].cover.sign_off.signers
    assert [signer.name.text for signer in signers] == ["Shen Yulan", "", "Qin Mo"]
    assert signers[1].name.fill == "leader"


def test_the_load_strip_counts_main_steps_and_duties_by_month():
    load = books("en")["ADB"].load
    assert load.rows[0].counts == (0, 1, 3, 2, 1, 1, 1, 2, 1, 1, 0, 1)
    assert load.rows[1].counts == (0, 0, 0, 0, 1, 2, 1, 1, 1, 0, 0, 0)
    assert [row.total for row in load.rows] == [14, 6]
    assert load.heads[-1] == "Year"


def test_what_falls_due_in_another_year_stands_in_a_column_of_its_own():
    ledger, schedule, state = langang("en")
    moved = tuple(
        replace(d, date="2028-03-01") if d.subject == duty_id("M-009") else d for d in state.forecasts
    )
    load = made((ledger, schedule, replace(state, forecasts=moved)))["ADB"].load
    assert load.heads[-2:] == ("After", "Sum")
    assert load.rows[1].counts[-1] == 1
    assert load.rows[1].total == 6


# --- rows ---


def test_a_row_keeps_baseline_forecast_and_done_apart():
    rows = {row.number: row for row in books("en")["ADB"].led.rows}
    assert (rows["3"].finish.date, rows["3"].forecast.date, rows["3"].done) == (
        "2027-08-31",
        "2027-09-18",
        None,
    )
    assert (rows["6"].finish.date, rows["6"].forecast, rows["6"].done.date) == (
        "2027-04-30",
        None,
        "2027-04-28",
    )
    assert rows["14"].forecast is None
    assert [(s.mark, s.planned.date, s.actual and s.actual.date) for s in rows["3"].steps] == [
        ("done", "2027-03-31", "2027-03-29"),
        ("done", "2027-05-15", "2027-05-20"),
        ("behind", "2027-07-15", "2027-08-02"),
        ("behind", "2027-08-31", "2027-09-18"),
    ]


def test_the_measure_waited_on_is_named_unless_the_risks_name_it():
    rows = {row.number: row for row in books("en")["whole"].led.rows}
    assert rows["2"].waits_on.text == "Waits on no. 1, Park Cttee."
    assert rows["3"].waits_on is None
    assert "no. 1" in rows["3"].risks.text


def test_a_ruling_s_new_date_stands_beside_the_baseline_with_how_often_it_was_extended():
    ledger, schedule, state = langang("en")
    measures = tuple(
        replace(m, deadline=typed(replace(m.deadline.value, current=Promise(date="2027-10-31"))))
        if m.code == "M-003"
        else m
        for m in ledger.measures
    )
    extended = replace(state, extensions={measure_id("M-003"): 1})
    row = made((replace(ledger, measures=measures), schedule, extended))["ADB"].led.rows[0]
    assert (row.finish.date, row.in_force.text) == ("2027-08-31", "in force: 31\u00a0Oct")
    assert row.state.note == "extended 1 time"


def test_a_light_set_by_hand_stands_beside_the_computed_one_with_its_reason():
    light = Light(subject=measure_id("M-003"), colour="green", hand_set="yellow", hand_reason="flood")
    row = made(with_state("en", lights=(light,)))["ADB"].led.rows[0]
    assert row.state.words == "On track†"
    assert row.state.note == "† set by hand: Behind; flood"


@pytest.mark.parametrize(
    ("language", "words", "signed"),
    [
        ("en", "contested, ruling due 12 June 2027", "Contested: no. 9."),
        ("zh", "有异议，6月12日前裁定", "有异议：第9项。"),
    ],
)
def test_a_contested_duty_says_by_when_it_is_ruled_on_and_is_named_at_the_sign_off(language, words, signed):
    duty = DutyState(assignment=duty_id("M-009"), state="contested", ruling_due="2027-06-12")
    book = made(with_state(language, duties=(duty,)))["ADB"]
    row = next(row for row in book.duties.rows if row.number == "9")
    assert row.state.note == words
    assert row.signed.fill == "unit"
    assert book.cover.sign_off.words[1] == signed


def test_duties_stand_by_due_date_and_finished_ones_last():
    rows = books("en")["ADB"].duties.rows
    assert [row.number for row in rows] == ["8", "9", "7", "12", "11", "1"]
    assert rows[-1].expected_mark == "done"


def test_a_missing_date_is_said_and_nothing_is_put_in_its_place():
    row = next(row for row in hard_books("en")["ADB"].led.rows if row.number == "14")
    assert (row.finish.text, row.finish.label, row.forecast_mark) == ("", "no date set", "")


# --- changes ---


def test_changed_rows_are_marked_and_every_change_is_listed_with_its_authority():
    book = books("en")["ADB"]
    assert [row.number for row in book.led.rows if row.changed] == ["3", "10", "14"]
    assert [row.number for row in book.duties.rows if row.changed] == ["7", "11"]
    assert [(row.sign, row.number, row.by.text) for row in book.changes.rows] == [
        ("≠", "3", "computed; baseline kept"),
        ("≠", "10", "no extension granted"),
        ("+", "11", "LRC Ruling (2027) no. 4"),
        ("≠", "14", "hand-over of 3 May 2027"),
        ("−", "7", "LRC Change (2027) no. 2"),
    ]
    assert book.changes_note.startswith("+ added; − removed; ≠ changed. ")


def test_the_first_edition_has_no_changes_and_a_book_without_any_says_so():
    ledger, schedule, state = langang("en")
    first = replace(ledger, plan=replace(ledger.plan, edition=1))
    assert made((first, schedule, state))["ADB"].changes is None
    none = made((ledger, schedule, replace(state, changes=())))["ADB"]
    assert none.changes.rows == ()
    assert none.changes.count == "No changes since edition 1."


def test_a_measure_that_left_the_plan_or_moved_away_is_listed_for_the_unit_that_lost_it():
    gone = Change(subject="gone", mark="moved", field="Lead unit", was="Approvals", number="17", unit="ADB")
    made_ = made(with_state("en", changes=(gone,)))
    assert [(row.sign, row.number) for row in made_["ADB"].changes.rows] == [("→", "17")]
    assert made_["FIN"].changes.rows == ()
    assert len(made_["whole"].changes.rows) == 1


def test_of_more_than_sixty_changes_those_of_weight_are_printed_and_the_rest_counted():
    subject = measure_id("M-003")
    light = [Change(subject=subject, mark="changed", field="Officer", was=str(n)) for n in range(MOST)]
    heavy = [
        Change(subject=subject, mark="changed", field="Finish", baseline=True),
        Change(subject=subject, mark="changed", field="Lead unit"),
        Change(subject=subject, mark="changed", field="scope"),
        Change(subject=subject, mark="removed", field="Step"),
    ]
    few = made(with_state("en", changes=tuple(light)))["ADB"]
    assert len(few.changes.rows) == MOST
    book = made(with_state("en", changes=(*light, *heavy)))["ADB"]
    assert [row.field.text for row in book.changes.rows] == ["Finish", "Lead unit", "scope", "Step"]
    assert book.changes_note.endswith(
        f"{MOST} more changes, none of baseline, lead or scope, stand in the .xlsx."
    )


# --- the annex ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_cell_ends_with_a_whole_sentence_and_goes_on_in_the_annex(language):
    book, ledger = hard_books(language)["ADB"], hard(language)[0]
    row = next(row for row in book.led.rows if row.number == "10")
    whole = next(m for m in ledger.measures if m.code == "M-010").acceptance_test.value
    rest = book.annex.rows[1]
    assert len(row.test.text) <= LONGEST[language]
    assert row.test.text.endswith("。" if language == "zh" else ".")
    assert row.continued == {"test": "续见附件2" if language == "zh" else "continued in annex 2"}
    assert "".join((row.test.text + rest.text.text).split()) == "".join(whole.split())
    assert len(whole) >= LONG


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_first_sentence_that_is_too_long_stands_whole_in_the_annex(language):
    book, ledger = hard_books(language)["ADB"], hard(language)[0]
    row = next(row for row in book.led.rows if row.number == "6")
    assert row.title.text == ("全文见附件1" if language == "zh" else "stands whole in annex 1")
    assert book.annex.rows[0].text.text == next(m for m in ledger.measures if m.code == "M-006").title.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_twelve_cooperating_units_and_a_long_name_stand_whole(language):
    book, ledger = hard_books(language)["ADB"], hard(language)[0]
    row = next(row for row in book.led.rows if row.number == "3")
    names = [unit.name for unit in ledger.units if unit.id.startswith("D") and unit.id[1:].isdigit()]
    assert len(names) == COOPERATING
    assert all(name in row.cooperating.text for name in names)
    assert len(hard_books(language)["FIN"].name.text) == 60


SENTENCE = st.text(alphabet="abcdefgh 项目核对", min_size=1, max_size=300)


@given(st.lists(SENTENCE, min_size=1, max_size=12), st.sampled_from(LANGUAGES))
def test_no_cell_is_cut_inside_a_sentence_and_nothing_is_lost(sentences, language):
    end = "。" if language == "zh" else ". "
    text = "".join(f"X{sentence}{end}" for sentence in sentences).strip()
    at = break_of(text, language)
    head, rest = text[:at].rstrip(), text[at:].lstrip()
    assert "".join((head + rest).split()) == "".join(text.split())
    assert len(head) <= LONGEST[language]
    assert not head or head[-1] in "。."


# --- volumes ---


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_book_over_its_limit_is_split_by_group_and_says_so(language):
    plan = many(90, language)
    parts = [book for code, book in made(plan, 60).items() if code.startswith("whole")]
    assert len(parts) == 2
    numbers = [[row.number for row in part.led.rows] for part in parts]
    assert sorted(map(int, itertools.chain(*numbers))) == list(range(1, 91))
    groups = {m.code: m.group.value for m in plan[0].measures}
    held = [{groups[row.code] for row in part.led.rows} for part in parts]
    assert not held[0] & held[1]
    first = len(numbers[0])
    said = {
        "en": f"rows {first + 1} to 90 of 90, volume 2 of 2",
        "zh": f"第{first + 1}至90项，全书共90项；第2册，共2册",
    }
    assert parts[1].volume.words == said[language]
    assert [part.orientation is None for part in parts] == [True, False]
    listed = [row.number for part in parts for row in part.changes.rows]
    assert len(listed) == len(plan[2].changes)


SIZES = st.lists(st.tuples(st.sampled_from("ABC"), st.sampled_from("xyz")), max_size=60)


@given(SIZES, st.integers(1, 20))
def test_volumes_hold_every_row_once_and_none_too_many(rows, most):
    numbered = list(enumerate(rows))
    parts = volumes(numbered, lambda row: row[1][0], lambda row: row[1][1], most)
    assert sorted(row for part in parts for row in part) == numbered
    assert all(len(part) <= most for part in parts)
    assert all(parts) or not rows


def test_a_group_that_fits_is_never_split():
    rows = ["A"] * 3 + ["B"] * 4 + ["C"] * 5
    parts = volumes(rows, lambda row: row, lambda row: row, 8)
    assert [len(part) for part in parts] == [7, 5]


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_table_s_last_line_states_its_count(language):
    for book in books(language).values():
        for part in (book.led, book.duties, book.orientation):
            assert part is None or str(len(part.rows)) in part.count
