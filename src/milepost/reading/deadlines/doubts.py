"""What a person should know about the deadlines of a reading: which have no date and why, which are doubtful.

In: the doubtful deadlines with their measures, and the language of the document. Out: one sentence for each
phrase and reason, with what to do where something helps. An event that has not come yet is no doubt: the
deadline waits for it. Why a date is missing is found by the resolver, not here.
"""

from collections.abc import Callable, Iterable

from milepost.ledger.origins import Span
from milepost.reading.deadlines.phrases import Doubt, Record
from milepost.reading.patterns import pattern
from milepost.reading.records import FoundDeadline, FoundMeasure, Language

SENTENCES: dict[Language, dict[Doubt, str]] = {
    "en": {
        "day": "“{text}” is no date of the calendar: no date for {ids}",
        "year": "“{text}” says no year, and the document has no date: no date for {ids}; give it with --date",
        "order": "“{text}” may begin with the day or the month, and nothing in the document proves which: "
        "no date for {ids}; give the country with --region",
        "fiscal": "“{text}” depends on the financial year, whose last day the document does not say: "
        "no date for {ids}",
        "loose": "“{text}” fixes no day: no date for {ids}",
        "effective": "“{text}” counts from the day of effect, which the document does not say: "
        "no date for {ids}",
        "enacted": "“{text}” counts from the enactment, whose day the document does not say: "
        "no date for {ids}",
        "unsaid": "“{text}” does not say from when it counts: no date for {ids}",
        "working": "“{text}” counts working days: no date for {ids}; give the country whose holidays count "
        "with --region",
        "provisional": "“{text}” counts working days of a year whose holidays are not published: the date of "
        "{ids} is provisional",
        "number": "“{text}” says one number in words and another in digits: no date for {ids}",
        "past": "“{text}” lies before the document's own day: check the year of {ids}",
    },
    "zh": {
        "day": "日历上没有“{text}”这一天：{ids}没有日期，请核对原文",
        "year": "“{text}”没有写明年份，文件也没有日期：{ids}没有日期；请用 --date 给出成文日期",
        "order": "“{text}”分不清哪个数是月、哪个数是日：{ids}没有日期",
        "fiscal": "“{text}”取决于财政年度的起止，文中没有写明：{ids}没有日期",
        "loose": "“{text}”没有确定到哪一天：{ids}没有日期",
        "effective": "“{text}”从施行之日起算，文中没有写明施行日期：{ids}没有日期",
        "enacted": "“{text}”从公布之日起算，文中没有写明公布日期：{ids}没有日期",
        "unsaid": "“{text}”没有写明从哪一天起算：{ids}没有日期",
        "working": "“{text}”按工作日计算：须对照放假安排推算，暂无日期；请用 --region 给出地区",
        "provisional": "“{text}”按工作日计算，所涉年份的放假安排尚未公布：{ids}的日期是暂定的",
        "number": "“{text}”中文数字与阿拉伯数字不一致：{ids}没有日期",
        "past": "“{text}”早于文件日期：请核对{ids}的年份",
    },
}
"""Each reason but two: an event is waited for, and a missing day of issue is told once for all."""
NO_ISSUE_DATE = {
    "en": "no issue date found: {n} relative deadlines have no date",
    "zh": "没有找到成文日期：{n}个相对时限没有日期；请用 --date 给出成文日期",
}
JOINED = {"en": ", ", "zh": "、"}
SHOWN = 5
"""How many measures one sentence names."""
YEAR = pattern(r"\d{4}|[〇零○一二三四五六七八九]{4}年")


DATELESS = ("event", "open", "recurring")
"""Kinds that have no date by their nature."""


class Doubtful(Record, frozen=True, kw_only=True):
    """A deadline of a measure and why its date is missing or doubtful."""

    measure: str
    text: str
    span: Span
    doubt: Doubt


def questionable(measures: Iterable[FoundMeasure]) -> list[tuple[str, FoundDeadline]]:
    """The deadlines that may be doubtful, each with its measure."""
    return [
        (measure.id, due)
        for measure in measures
        for due in (measure.deadline, *measure.other_deadlines)
        if due is not None and _may_be_doubtful(due) and not _waits(measure, due)
    ]


def _may_be_doubtful(due: FoundDeadline) -> bool:
    """Whether a deadline lacks a date that its kind should have, counts working days, or prints no year."""
    if due.date is None:
        return due.kind not in DATELESS
    if due.offset is not None:
        return due.offset.days == "working"
    return not YEAR.search(due.text)


def _waits(measure: FoundMeasure, due: FoundDeadline) -> bool:
    """Whether a length of time counts from the event that its measure waits for."""
    event = measure.deadline is not None and measure.deadline.kind == "event"
    return event and due.kind == "relative" and due.anchor is None


def doubtful_of(
    measures: Iterable[FoundMeasure], doubt_of: Callable[[FoundDeadline], Doubt | None]
) -> list[Doubtful]:
    """The deadlines that are doubtful, each phrase asked about once."""
    told: dict[str, Doubt | None] = {}
    found = []
    for measure, due in questionable(measures):
        if due.text not in told:
            told[due.text] = doubt_of(due)
        doubt = told[due.text]
        if doubt is not None:
            found.append(Doubtful(measure=measure, text=due.text, span=due.span, doubt=doubt))
    return found


def warnings_of(doubtful: list[Doubtful], language: Language) -> list[str]:
    """One sentence for each phrase and reason, in the order of the text."""
    rows = SENTENCES[language]
    grouped: dict[tuple[Doubt, str], list[str]] = {}
    for one in doubtful:
        if one.doubt in rows:
            grouped.setdefault((one.doubt, one.text), []).append(one.measure)
    waiting = len({(one.measure, one.span) for one in doubtful if one.doubt == "issued"})
    first = [NO_ISSUE_DATE[language].format(n=waiting)] if waiting else []
    return first + [
        rows[doubt].format(text=text, ids=named(list(dict.fromkeys(ids)), language))
        for (doubt, text), ids in grouped.items()
    ]


def named(ids: list[str], language: Language) -> str:
    """The measures that a sentence is about, the first few by name."""
    more = len(ids) - SHOWN
    names = JOINED[language].join(ids[:SHOWN])
    if more <= 0:
        return names
    return f"{names} and {more} more" if language == "en" else f"{names}等{len(ids)}项"
