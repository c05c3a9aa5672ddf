"""Proposed steps: whom they are given to, what they are called, what they weigh."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.ledger.origins import proposed, typed
from milepost.ledger.records import Named, Setting
from milepost.planning.calendar import work_calendar
from milepost.planning.kinds import told_by
from milepost.planning.objects import LONGEST, PAIRS, object_of
from milepost.planning.settings import TEMPLATES, Language
from milepost.planning.templates import parts_of_100, propose_steps, quarterly_checks
from milepost.planning.titles import OTHERS, TITLES, Other, step_title
from tests.plans import TODAY, make_assignment, make_document, make_ledger, make_measure, make_step

TITLED: tuple[tuple[Language, str, str, str], ...] = (
    ("en", "publish a dredging plan", "draft", "Draft the dredging plan"),
    ("en", "publish a dredging plan", "evaluate", "Evaluate the dredging plan in use"),
    ("en", "issue guidance to all crews", "issue", "Issue the guidance to all crews"),
    ("en", "draft new berth allocation rules", "draft", "Draft the new berth allocation rules"),
    (
        "en",
        "deepen the berth approval system",
        "carry_out",
        "Carry out the reform of the berth approval system",
    ),
    (
        "en",
        "deepen the reform of the pricing system",
        "carry_out",
        "Carry out the reform of the pricing system",
    ),
    (
        "en",
        "build a lock at Reed Bend, with two gates",
        "carry_out",
        "Carry out the work on the lock at Reed Bend",
    ),
    ("en", "complete the works", "carry_out", "Carry out the works"),
    ("en", "launch a pilot of electric tugs", "draft", "Draft the scheme for the pilot of electric tugs"),
    ("en", "launch a pilot of electric tugs", "evaluate", "Evaluate the pilot of electric tugs"),
    ("en", "explore night unloading", "evaluate", "Evaluate the trial of the night unloading"),
    (
        "en",
        "recommend to the Mayor two districts",
        "review",
        "Review the outcome of the recommendation on the two districts",
    ),
    ("en", "survey the merchants", "review", "Review the outcome of the survey of the merchants"),
    ("en", "survey the merchants", "carry_out", "Carry out the survey of the merchants"),
    ("en", "report on the results of the pilot", "draft", "Draft the report on the results of the pilot"),
    ("en", "take the lead in compiling a list of berths", "draft", "Draft the list of berths"),
    ("zh", "制定疏浚方案", "draft", "起草疏浚方案"),
    ("zh", "深化投资审批制度改革", "draft", "起草投资审批制度改革方案"),
    ("zh", "优化改革落实机制", "draft", "起草改革落实机制完善方案"),
    ("zh", "评估试点成效", "carry_out", "开展试点成效评估"),
    ("zh", "开展岸电需求调查", "carry_out", "开展岸电需求调查"),
    ("zh", "开展夜间装卸试点，总结经验", "study", "开展夜间装卸试点调研"),
    ("zh", "制定《港口“一码通”办法（试行）》", "issue", "印发《港口“一码通”办法（试行）》"),
)


@pytest.mark.parametrize(
    ("language", "title", "stage", "expected"), TITLED, ids=[f"{t[1]}: {t[2]}" for t in TITLED]
)
def test_a_step_names_the_measure_s_own_object(
    language: Language, title: str, stage: str, expected: str
) -> None:
    ledger = propose_steps(make_ledger(make_measure(title=title), language=language), TODAY)
    assert expected in [step.title.value for step in ledger.steps if step.stage == stage]


def test_every_stage_of_every_template_has_a_title_in_both_languages() -> None:
    for kind, template in TEMPLATES.items():
        assert set(TITLES[kind]) == {
            "study",
            "draft",
            "consult",
            "review",
            "issue",
            "carry_out",
            "evaluate",
            "copy",
        }
        for step in template:
            assert step_title(kind, step.stage, "疏浚", "zh").count("疏浚") == 1
            assert "the lock" in step_title(kind, step.stage, "the lock", "en")


@pytest.mark.parametrize("other", OTHERS, ids=[f"{o.kind} {o.language} {o.told.pattern}" for o in OTHERS])
def test_other_titles_stand_for_stages_that_there_are_and_hold_the_name(other: Other) -> None:
    assert set(other.titles) <= set(TITLES[other.kind])
    assert all("{o}" in title for title in other.titles.values())


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        ("reform", "改革落实机制"),
        ("trial", "电动拖轮试点"),
        ("build", "建设用地平台"),
        ("trial", "试点方案"),
        ("reform", "改革"),
    ],
)
def test_no_chinese_title_says_a_word_twice(kind: str, name: str) -> None:
    for stage in TITLES[kind]:
        title = step_title(kind, stage, name, "zh")
        assert all(title.count(word) <= 1 for word in ("改革", "试点", "建设", "方案")), title


def test_the_reading_s_object_stands_before_the_title() -> None:
    measure = make_measure(title="publish it", object=Named(text="the Harbour Code", span=(0, 16)))
    assert object_of(measure, "en") == "the Harbour Code"


def test_the_article_that_the_reading_leaves_out_is_found_in_the_quote() -> None:
    quote = "shall publish a dredging plan"
    named = Named(text="dredging plan", span=(116, 129))
    measure = make_measure(title="publish a dredging plan", quote=quote, span=(100, 129), object=named)
    assert object_of(measure, "en") == "the dredging plan"


@given(
    text=st.text(alphabet="ab，《》“”（）的港 (\"'’", min_size=1, max_size=60),
    language=st.sampled_from(["en", "zh"]),
)
def test_an_object_is_short_and_its_marks_are_balanced(text: str, language: Language) -> None:
    measure = make_measure(title="publish it", object=Named(text=text, span=(0, len(text))))
    name = object_of(measure, language)
    assert name
    assert len(name) <= LONGEST[language] + 8
    waiting: list[str] = []
    for letter in name:
        if letter in PAIRS:
            waiting.append(PAIRS[letter])
        elif letter in PAIRS.values() and letter != "’":
            assert waiting.pop() == letter
        elif letter == "’" and waiting and waiting[-1] == letter:
            waiting.pop()
    assert not waiting


@pytest.mark.parametrize("kind", TEMPLATES)
def test_proposed_steps_are_marked_led_and_weigh_a_hundred(kind: str) -> None:
    ledger = propose_steps(make_ledger(make_measure(kind=kind)), TODAY)  # type: ignore[arg-type]  # keys are kinds
    assert [step.days.value[1] for step in ledger.steps if step.days] == [row.days for row in TEMPLATES[kind]]
    assert {step.origin for step in ledger.steps} == {"proposed"}
    assert {step.unit for step in ledger.steps} == {proposed("port", "lead")}
    assert {step.people.value for step in ledger.steps if step.people} == {1.0}
    assert sum(step.weight or 0 for step in ledger.steps) == 100
    assert sum(step.key for step in ledger.steps) == 1
    assert len({step.id for step in ledger.steps}) == len(ledger.steps)
    for step in ledger.steps:
        low, likely, high = step.days.value if step.days else (0, 0, 0)
        assert 1 <= low <= likely <= high


@pytest.mark.parametrize("title", ["strengthen port safety", "appoint an independent chair"])
def test_standing_and_unsure_measures_get_no_steps(title: str) -> None:
    assert propose_steps(make_ledger(make_measure(title=title)), TODAY).steps == ()


def test_a_principle_gets_no_steps() -> None:
    measure = make_measure(title="build a better port", strength="principle")
    ledger = propose_steps(make_ledger(measure), TODAY)
    assert (ledger.steps, ledger.measures[0].kind and ledger.measures[0].kind.value) == ((), "principle")


def test_an_advisory_measure_gets_steps_too() -> None:
    assert propose_steps(make_ledger(make_measure(strength="advisory")), TODAY).steps


def test_a_measure_with_steps_keeps_them_and_what_they_lack_is_proposed() -> None:
    step = make_step("s1", days=None, unit=None)
    kept = propose_steps(make_ledger(make_measure(), steps=(step,)), TODAY).steps
    assert [one.id for one in kept] == ["s1"]
    assert kept[0].days == proposed((8, 10, 18), "step.days")
    assert kept[0].unit == proposed("port", "lead")


def test_a_kind_that_a_person_typed_stays() -> None:
    measure = make_measure(title="publish a dredging plan")
    ledger = make_ledger(msgspec.structs.replace(measure, kind=typed("trial")))
    assert propose_steps(ledger, TODAY).steps[0].title.value.startswith("Study sites")


def test_a_unit_that_is_only_suggested_leads_no_step() -> None:
    suggested = make_assignment()
    suggested = msgspec.structs.replace(suggested, unit=proposed("port", "same-paragraph"))
    ledger = propose_steps(make_ledger(make_measure(), assignments=(suggested,)), TODAY)
    assert {step.unit for step in ledger.steps} == {None}


def test_an_edited_template_is_followed() -> None:
    settings = (Setting(key="template.document", value="draft 3, issue 2"),)
    ledger = propose_steps(make_ledger(make_measure(), settings=settings), TODAY)
    assert [(step.stage, step.weight) for step in ledger.steps] == [("draft", 60), ("issue", 40)]


def test_steps_speak_the_language_of_their_document() -> None:
    ledger = make_ledger(make_measure(title="制定疏浚方案"), documents=(make_document(language="zh"),))
    assert propose_steps(ledger, TODAY).steps[1].title.value == "起草疏浚方案"


def test_proposing_twice_changes_nothing() -> None:
    once = propose_steps(make_ledger(make_measure()), TODAY)
    assert propose_steps(once, TODAY) == once


@given(st.lists(st.integers(1, 400), min_size=1, max_size=100))
def test_weights_are_whole_and_sum_to_a_hundred(shares: list[int]) -> None:
    weights = parts_of_100(shares)
    assert sum(weights) == 100
    assert all(weight >= 0 for weight in weights)


@given(st.text(max_size=200), st.sampled_from(["en", "zh"]))
def test_no_text_is_refused(text: str, language: Language) -> None:
    told = told_by(text, language)
    assert told is None or 0 <= told.start < told.end <= len(text)


def test_a_standing_measure_is_checked_on_the_last_working_day_of_each_quarter() -> None:
    checks = quarterly_checks(dt.date(2026, 8, 3), work_calendar("CN"), 3)
    assert checks == (dt.date(2026, 9, 30), dt.date(2026, 12, 31), dt.date(2027, 3, 31))


def test_a_quarter_that_ends_at_a_weekend_is_checked_before_it() -> None:
    assert quarterly_checks(dt.date(2027, 9, 1), work_calendar(None), 2)[1] == dt.date(2027, 12, 31)
    assert quarterly_checks(dt.date(2028, 10, 1), work_calendar(None), 1) == (dt.date(2028, 12, 29),)
