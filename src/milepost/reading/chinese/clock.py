"""What the dates of a Chinese document count from, and which of its deadlines stay doubtful.

In: a folded text, its facts, the date and the region that a person gave. Out: `Days`; and for the measures of
the document the sentences on deadlines whose date is missing or doubtful. The year is found in `document`,
how words come to a day in `deadlines`.
"""

from msgspec.structs import replace

from milepost.ledger.deadlines import real_day
from milepost.reading.chinese.dates import Days
from milepost.reading.chinese.deadlines import find_deadlines
from milepost.reading.chinese.document import find_days
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.numerals import number
from milepost.reading.deadlines.doubts import doubtful_of, warnings_of
from milepost.reading.deadlines.phrases import Doubt
from milepost.reading.patterns import pattern
from milepost.reading.records import DocumentFacts, FoundDeadline, FoundMeasure

MAINLAND = "CN"
TRADITIONAL = ("個", "們", "為", "務", "實")
"""Characters of a text that is not from the mainland, whose holidays nobody has told."""
EFFECT = pattern(
    r"本[^,。;:()]{1,12}自(?:(?P<now>(?:印发|发布|公布|颁布|下发|通过|批准)之日)"
    r"|(?P<y>\d{4}|[〇零○一二三四五六七八九]{4}) ?年 ?(?P<m>\d{1,2}|[一二三四五六七八九十]{1,3}) ?月 ?"
    r"(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3}) ?日)起(?:正式|开始)?(?:施行|实施|执行|生效)"
)
"""本办法自2027年7月1日起施行, 本通知自印发之日起执行."""


def days_of(
    folded: Folded, facts: DocumentFacts, date: str | None, held_on: str | None, region: str | None
) -> Days:
    """The days that a document fixes; a mainland text counts working days by the mainland's holidays."""
    days = find_days(folded, facts, date, held_on)
    return replace(
        days, effective=effective_day(folded.text, days.issued), region=region or own_region(folded)
    )


def own_region(folded: Folded) -> str | None:
    """The mainland, unless the text is printed in traditional characters."""
    traditional = sum(sign in folded.original for sign in TRADITIONAL)
    return None if traditional > 1 else MAINLAND


def effective_day(text: str, issued: str | None) -> str | None:
    """The day from which a document says that it holds."""
    found = EFFECT.search(text) if "日起" in text else None
    if found is None:
        return None
    if found["now"]:
        return issued
    return real_day(number(found["y"]) or 0, number(found["m"]) or 0, number(found["d"]) or 0)


def deadline_warnings(folded: Folded, measures: list[FoundMeasure], days: Days) -> list[str]:
    """What a person should know about the deadlines of the measures."""
    return warnings_of(doubtful_of(measures, lambda due: doubt_of(folded, due, days)), "zh")


def doubt_of(folded: Folded, due: FoundDeadline, days: Days) -> Doubt | None:
    """Why the date of a deadline is missing or doubtful."""
    dues = find_deadlines(folded, folded.at(due.span[0]), folded.at(due.span[1]), days, field=True)
    return next((one.doubt for one in dues if one.doubt is not None), None)
