"""The kind of a measure: each row fires on its text, near misses stay unsure, the deciding words are
pinned."""

import pytest

from milepost.ledger.origins import quoted
from milepost.ledger.records import Kind, Part, Recurring
from milepost.planning.kind_rows import CHINESE, ENGLISH
from milepost.planning.kinds import kind_of, sets_rule, told_by
from milepost.planning.settings import Language
from tests.plans import make_measure

EN_CASES: tuple[tuple[str | None, str, str], ...] = (
    ("trial:verb", "pilot night loading at two berths", "pilot"),
    ("trial:output", "launch a pilot in two districts", "launch a pilot"),
    ("document:draft", "The Clerk agreed to draft a half-plot note", "draft"),
    (
        "document:verb-output",
        "Within 40 days, the Director shall issue guidance to all crews.",
        "issue guidance",
    ),
    (
        "document:verb-output",
        "shall, within 40 days and in consultation with Finance, issue rules",
        "issue rules",
    ),
    ("document:verb-output", "establish rules for berths", "establish rules"),
    ("document:revise", "amend the tariff", "amend"),
    ("reform:verb", "streamline the intake of permits", "streamline"),
    ("reform:verb-output", "deepen the approval system", "deepen the approval system"),
    ("report:verb", "submit a plan to the Council", "submit"),
    ("report:convey", "recommend two districts to the Mayor", "recommend"),
    ("report:verb-output", "publish an inventory of all plans", "publish an inventory"),
    ("report:verb-output", "conduct an assessment of wells", "conduct an assessment"),
    ("build:works", "construct a lock at Reed Bend", "construct"),
    ("build:found", "set up a service desk", "set up"),
    ("build:deploy", "create an online portal for berths", "create an online portal"),
    (None, "create a lively spirit of trade", ""),
    ("document:draft", "carefully study and draft the tide tables", "draft"),
    ("standing:verb", "play a leading role in the harbour", "play a"),
    ("build:change", "replace the lanterns on the quay", "replace"),
    ("standing:verb", "ensure safe passage for ferries", "ensure"),
    ("report:verb", "take the lead in compiling a list of berths", "compiling"),
    ("standing:verb", "take the lead in the harbour", "take the lead"),
    (None, "issue permits to fishers", ""),
    (None, "improve the lanterns", ""),
    (None, "publish the winners", ""),
    (None, "the planning of rules is a matter of taste", ""),
    (None, "appoint an independent chair", ""),
)

ZH_CASES: tuple[tuple[str | None, str, str], ...] = (
    ("trial:output", "开展码头夜间装卸试点", "开展码头夜间装卸试点"),
    ("trial:verb", "积极探索泊位共享", "探索"),
    ("document:verb-output", "研究制定港口疏浚方案", "研究制定港口疏浚方案"),
    ("document:verb-output", "建立泊位收费办法", "建立泊位收费办法"),
    ("document:verb-output", "港务局于3月15日前提出疏浚方案", "提出疏浚方案"),
    ("document:draft", "修订泊位收费标价", "修订"),
    ("reform:verb-output", "建立健全泊位共享机制", "建立健全泊位共享机制"),
    ("reform:verb-output", "开展审批改革", "开展审批改革"),
    ("reform:management", "创新渔港管理", "创新渔港管理"),
    ("reform:verb", "进一步深化口岸开放", "深化"),
    ("report:verb-output", "开展水井专项检查", "开展水井专项检查"),
    ("report:verb", "报送进展情况", "报送"),
    ("build:complete", "加快推进渔港改造", "加快推进渔港改造"),
    ("build:works", "打通两处断头路", "打通"),
    ("build:found", "建立船员服务平台", "建立船员服务平台"),
    ("build:verb", "建立船舶台账", "建立"),
    ("standing:verb", "切实加强港区安全", "加强"),
    (None, "将登记时限压缩至5个工作日", ""),
    (None, "港区安全形势稳定", ""),
    (None, "改善船员食宿", ""),
)


@pytest.mark.parametrize(("row", "text", "words"), EN_CASES, ids=[case[1][:40] for case in EN_CASES])
def test_an_english_text_is_told_by_its_row(row: str | None, text: str, words: str) -> None:
    told = told_by(text, "en")
    assert (told.rule if told else None) == row
    assert told is None or text[told.start : told.end] == words


@pytest.mark.parametrize(("row", "text", "words"), ZH_CASES, ids=[case[1] for case in ZH_CASES])
def test_a_chinese_text_is_told_by_its_row(row: str | None, text: str, words: str) -> None:
    told = told_by(text, "zh")
    assert (told.rule if told else None) == row
    assert told is None or text[told.start : told.end] == words


def test_every_row_has_a_case_and_every_case_a_row() -> None:
    assert {row.name for row in ENGLISH} == {case[0] for case in EN_CASES} - {None}
    assert {row.name for row in CHINESE} == {case[0] for case in ZH_CASES} - {None}


def test_strengthening_with_an_end_date_is_unsure() -> None:
    assert told_by("strengthen port safety", "en", dated=True) is None
    assert told_by("加强港区安全", "zh", dated=True) is None


def test_the_deciding_words_are_pinned_in_the_document() -> None:
    quote = "Within 60 days, the Port Office shall publish a dredging plan."
    measure = make_measure(title="publish a dredging plan", quote=quote, span=(100, 100 + len(quote)))
    kind, rule, span = kind_of(measure, "en")
    assert (kind, rule) == ("document", "document:verb-output")
    assert span is not None
    assert quote[span[0] - 100 : span[1] - 100] == "publish a dredging plan"


def test_words_that_the_quote_does_not_hold_get_no_span() -> None:
    measure = make_measure(title="publish a plan", quote="The plan is to be published.", span=(0, 28))
    assert kind_of(measure, "en") == ("document", "document:verb-output", None)


def test_a_part_decides_where_the_title_does_not() -> None:
    quote = "港区发展总体安排，制定疏浚方案"
    measure = make_measure(title="港区发展总体安排", quote=quote, span=(10, 25), parts=(Part(span=(19, 25)),))
    kind, _, span = kind_of(measure, "zh")
    assert (kind, span) == ("document", (19, 25))


OTHER_FACTS: tuple[tuple[str, dict[str, object], Kind], ...] = (
    ("a principle", {"strength": "principle"}, "principle"),
    ("a prohibition lasts", {"polarity": "refrain"}, "standing"),
    ("a repeated duty without a date", {"recurring": quoted(Recurring(text="quarterly"), None)}, "standing"),
    (
        "a repeated duty with a first date",
        {"recurring": quoted(Recurring(text="quarterly"), None), "due": "2027-03-31"},
        "report",
    ),
)


@pytest.mark.parametrize(("what", "facts", "kind"), OTHER_FACTS, ids=[case[0] for case in OTHER_FACTS])
def test_other_facts_decide_before_the_verb(what: str, facts: dict[str, object], kind: Kind) -> None:
    measure = make_measure(title="submit a report", **facts)  # type: ignore[arg-type]  # rows of mixed facts
    assert kind_of(measure, "en")[0] == kind


RULES: tuple[tuple[str, Language, bool], ...] = (
    ("publish rules for berths", "en", True),
    ("publish a dredging plan", "en", False),
    ("制定泊位收费办法", "zh", True),
    ("制定疏浚方案", "zh", False),
)


@pytest.mark.parametrize(("title", "language", "expected"), RULES)
def test_a_document_that_sets_a_rule_is_marked(title: str, language: Language, expected: bool) -> None:
    assert sets_rule(make_measure(title=title), language) is expected


def test_a_part_that_comes_to_an_end_is_stronger_than_a_standing_verb() -> None:
    measure = make_measure(
        title="promote shared berths", quote="promote shared berths, and revise the berth rules"
    )
    assert kind_of(measure, "en")[0] == "document"


def test_a_trailing_standing_verb_tells_nothing() -> None:
    measure = make_measure(title="weigh the pace of works", quote="weigh the pace of works, and ensure calm")
    assert kind_of(measure, "en")[0] == "unsure"
