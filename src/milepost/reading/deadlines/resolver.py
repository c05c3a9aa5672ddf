"""What words and anchors come to: the last good day of a deadline, or why it has none.

In: a `Phrase` or a `SaidDate`, and the document's `Anchors`. Out: `Resolved`. The rules are domain.md
section 9: a date without a year takes the document's year, a month lasts to its last day, its early and
middle part to the 10th and the 20th, a length of time counts from the day after its anchor. A missing anchor
gives no date and says so; a day before the document's own keeps its year and says so. Not here: the words of
a language, the counting of working days (`working_days`).
"""

import datetime as dt

from msgspec.structs import replace

from milepost.ledger.deadlines import (
    add_months,
    add_offset,
    end_of_half,
    end_of_month,
    end_of_quarter,
    end_of_year,
    real_day,
)
from milepost.ledger.records import Offset, Precision
from milepost.reading.deadlines.phrases import Anchors, Doubt, Phrase, Resolved, SaidDate

THIRD_ENDS = {1: 10, 2: 20}
"""The last good day of the early and the middle part of a month."""
NO_ANCHOR: dict[str, Doubt] = {
    "issued": "issued",
    "meeting": "event",
    "approved": "issued",
    "effective": "effective",
    "enacted": "enacted",
    "next_meeting": "event",
    "date": "year",
    "event": "event",
    "unsaid": "unsaid",
}


def resolve(phrase: Phrase, anchors: Anchors) -> Resolved:
    """The day that a deadline comes to."""
    if phrase.combine is not None:
        return _chosen(phrase, anchors)
    if phrase.doubt is not None:
        return Resolved(doubt=phrase.doubt)
    if phrase.offset is not None:
        return _counted(phrase, phrase.offset, anchors)
    if phrase.counts_from == "next_meeting":
        return Resolved(date=anchors.next_meeting, doubt=None if anchors.next_meeting else "event")
    if phrase.date is not None:
        return resolve_date(phrase.date, anchors)
    return Resolved()


def resolve_date(said: SaidDate, anchors: Anchors) -> Resolved:
    """The last good day of a printed date."""
    precision = precision_of(said)
    if said.gap is not None:
        return Resolved(precision=precision, doubt=said.gap)
    if said.days_or_months is not None:
        return _in_order(said, said.days_or_months, anchors)
    if said.months_on is not None or said.quarters_on is not None or said.weeks_on is not None:
        return _from_own_day(said, anchors)
    year = year_of(said, anchors)
    if year is None:
        return Resolved(precision=precision, doubt="year")
    date = _last_day(said, year)
    if date is None:
        return Resolved(precision=precision, doubt="day")
    return Resolved(date=date, precision=precision, doubt=_past(said, date, anchors))


def precision_of(said: SaidDate) -> Precision:
    """How exact the words are: a part of a month is a day, as its last day is fixed."""
    if said.day is not None or said.third is not None or said.days_or_months is not None:
        return "day"
    if said.weeks_on is not None:
        return "day"
    if said.month is not None or said.months_on is not None:
        return "month"
    if said.quarter is not None or said.quarters_on is not None:
        return "quarter"
    return "half" if said.half is not None else "year"


def year_of(said: SaidDate, anchors: Anchors) -> int | None:
    """The year that is printed, else the document's; None where neither is known."""
    if said.year is not None:
        return said.year
    own = own_year(anchors)
    return own + (said.years_on or 0) if own is not None else None


def own_year(anchors: Anchors) -> int | None:
    """The document's year: as said, else that of its day."""
    day = anchors.issued or anchors.meeting
    return anchors.year if anchors.year is not None else int(day[:4]) if day else None


def _last_day(said: SaidDate, year: int) -> str | None:
    """The last day of the printed parts in a year; None when no calendar has it."""
    if not 1 <= year <= 9999:
        return None
    if said.month is not None:
        if said.day is not None:
            return real_day(year, said.month, said.day)
        if not 1 <= said.month <= 12:
            return None
        last = THIRD_ENDS.get(said.third or 3)
        return real_day(year, said.month, last) if last else end_of_month(year, said.month)
    if said.quarter is not None:
        return end_of_quarter(year, said.quarter) if 1 <= said.quarter <= 4 else None
    return end_of_half(year, said.half) if said.half is not None else end_of_year(year)


def _past(said: SaidDate, date: str, anchors: Anchors) -> Doubt | None:
    """A date without a year that lies before the document's own is kept, and doubtful."""
    return "past" if said.year is None and anchors.issued and date < anchors.issued else None


def _in_order(said: SaidDate, pair: tuple[int, int], anchors: Anchors) -> Resolved:
    """4/5/2027 where the document proves an order; a pair that fits one order only needs no proof."""
    year = year_of(said, anchors)
    if year is None:
        return Resolved(doubt="year")
    day_first, month_first = real_day(year, pair[1], pair[0]), real_day(year, pair[0], pair[1])
    if day_first is None or month_first is None or day_first == month_first:
        date = day_first or month_first
        return Resolved(date=date, doubt=None if date else "day")
    if anchors.day_first is None:
        return Resolved(doubt="order")
    return Resolved(date=day_first if anchors.day_first else month_first)


def _from_own_day(said: SaidDate, anchors: Anchors) -> Resolved:
    """本月底, "the end of next quarter", 下周三: counted from the document's own day."""
    own = anchors.issued or anchors.meeting
    if own is None:
        return Resolved(precision=precision_of(said), doubt="issued")
    if said.weeks_on is not None:
        return Resolved(date=_day_of_week(own, said.weeks_on, said.weekday or 7))
    months = said.months_on if said.months_on is not None else 3 * (said.quarters_on or 0)
    first = add_months(own[:8] + "01", months)
    year, month = int(first[:4]), int(first[5:7])
    if said.quarters_on is not None:
        return Resolved(date=end_of_quarter(year, (month + 2) // 3), precision="quarter")
    resolved = resolve_date(replace(said, months_on=None, year=year, month=month), anchors)
    return replace(resolved, doubt="past") if (resolved.date or own) < own else resolved


def _day_of_week(own: str, weeks: int, weekday: int) -> str:
    """A day of the week that begins with the Monday on or before a day, or of a later week."""
    day = dt.date.fromisoformat(own)
    return (day + dt.timedelta(7 * weeks + weekday - 1 - day.weekday())).isoformat()


def _counted(phrase: Phrase, offset: Offset, anchors: Anchors) -> Resolved:
    """A length of time from its anchor; hours stay words, as no clock is kept in hours."""
    base = _base(phrase, anchors)
    if base is None:
        return Resolved(doubt=NO_ANCHOR[phrase.counts_from])
    if offset.unit == "hour":
        return Resolved()
    if offset.days == "working":
        return _counted_working(base, offset, anchors.region)
    date = add_offset(base, offset)
    return Resolved(date=date, doubt=None if date else "day")


def _base(phrase: Phrase, anchors: Anchors) -> str | None:
    """The day that a length of time counts from."""
    match phrase.counts_from:
        case "issued":
            return anchors.issued
        case "approved":
            return anchors.approved
        case "effective":
            return anchors.effective
        case "date" if phrase.date is not None:
            return resolve_date(phrase.date, anchors).date
        case "meeting" | "unsaid":
            return anchors.meeting
        case _:
            return None


def _counted_working(base: str, offset: Offset, region: str | None) -> Resolved:
    """Working days by the holidays of a region; without a region nobody knows them."""
    from milepost.reading.deadlines.working_days import add_working_days

    if region is None or offset.unit != "day":
        return Resolved(doubt="working")
    date, published = add_working_days(base, offset.value, region)
    return Resolved(date=date, doubt=None if published else "provisional")


def _chosen(phrase: Phrase, anchors: Anchors) -> Resolved:
    """The later or earlier of two days; none while one of them is not known."""
    first = resolve(replace(phrase, combine=None, other=None), anchors)
    second = resolve(phrase.other, anchors) if phrase.other is not None else Resolved(doubt="event")
    if first.date is None or second.date is None:
        doubt = first.doubt if first.date is None else second.doubt
        return Resolved(precision=first.precision, doubt=doubt or "event")
    by_day = sorted((first, second), key=_day)
    return by_day[-1 if phrase.combine == "later_of" else 0]


def _day(resolved: Resolved) -> str:
    """What two resolved deadlines are compared by."""
    return resolved.date or ""
