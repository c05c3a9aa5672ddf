"""The day of a Chinese document: of its signature, of 印发, of a line that holds it, or of the meeting.

In: a folded text and its kind. Out: the ISO day with its place, None where none is printed whole. Who issues
the document stands in `document`, which days the deadlines come to in `deadlines`.
"""

from milepost.ledger.deadlines import real_day
from milepost.ledger.origins import Span
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.numerals import number
from milepost.reading.patterns import Rule, pattern
from milepost.reading.records import DocumentKind

DAY = (
    r"(?P<y>\d{4}|[〇零○一二三四五六七八九]{4}) ?年 ?(?P<m>\d{1,2}|[一二三四五六七八九十]{1,3}) ?月 ?"
    r"(?P<d>\d{1,2}|[一二三四五六七八九十]{1,3}) ?日"
)
DATES = (
    Rule(
        "date:signature",
        pattern(
            rf"[^,。;:]{{0,2}}{DAY}(?:印发|发布|公布|施行|通过|发)?(?:[^,。;:]{{0,2}}|,[^()。]{{0,30}}\))"
        ),
    ),
    Rule(
        "date:adopted",
        pattern(
            rf"\({DAY}[^()]{{0,40}}(?:印发|发布|公布|通过|制定|修订|审定|审议|批准|核定|下达)[^()]{{0,50}}\)"
        ),
    ),
    Rule("date:issued-by", pattern(rf"\((?P<by>[^()\d]{{2,24}}?) ?{DAY} ?(?:印发|发布|公布|制定)?\)")),
    Rule("date:labelled", pattern(rf"(?:交办|印发|发布|成文|制定|发文|下发)(?:日期|时间) ?: ?{DAY}")),
    Rule(
        "date:before-issuer",
        pattern(rf"{DAY} +(?P<by>[^,。;:]{{2,24}}(?:办公厅|办公室|政府|委员会|局|厅|部|院))"),
    ),
    Rule(
        "date:printed",
        pattern(rf"(?:[^,。;]{{0,24}}(?:办公厅|办公室|政府|委员会|局|厅|部)[^,。;]{{0,4}} +)?{DAY} ?印发"),
    ),
    Rule(
        "date:beside-issuer",
        pattern(
            r"(?:(?P<by>[^,。;:]{2,24}(?:办公厅|办公室|政府|委员会|局|厅|部|院))"
            rf"|[^,。;:]{{2,24}}号) +{DAY}"
        ),
    ),
)
"""Whole lines that hold the day of the document."""
BESIDE = tuple(rule for rule in DATES if "by" in rule.pattern.groupindex)

ISSUED_HERE = pattern(rf"(?:自|从|于){DAY}(?:起)?(?:印发|发布|公布)")
DAY_END = pattern(rf" +{DAY}$")
HELD = pattern(rf"{DAY}(?:上午|下午|晚上?|,)[^。]{{0,60}}(?:主持|召开|会议)")


def is_date_line(text: str, start: int, end: int) -> bool:
    """Whether a line is a date line."""
    return any(rule.pattern.fullmatch(text, start, end) for rule in DATES)


def day_of(folded: Folded, kind: DocumentKind) -> tuple[str | None, Span | None]:
    """The day of the document with its place."""
    text = folded.text
    for a, b in folded.paragraphs:
        if b - a > 70 or text.find("日", a, b) < 0:
            continue
        for rule in DATES:
            match = rule.pattern.fullmatch(text, a, b)
            day = _day(match["y"], match["m"], match["d"]) if match else None
            if match and day:
                return day, folded.span(match.start("y"), match.end("d") + 1)
    held = HELD.search(text, 0, 1500) if kind in ("minutes", "bulletin") else None
    match = ISSUED_HERE.search(text) or held
    day = _day(match["y"], match["m"], match["d"]) if match else None
    return (day, folded.span(match.start("y"), match.end("d") + 1)) if match and day else (None, None)


def _day(year: str, month: str, day: str) -> str | None:
    """The ISO date of printed numerals."""
    numbers = number(year), number(month), number(day)
    return real_day(numbers[0] or 0, numbers[1] or 0, numbers[2] or 0)
