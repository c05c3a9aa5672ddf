"""What a measure promises and when it may begin: the days planning takes from a document's words.

In: measures, documents, meetings. Out: the last good day of a promise (or None) and the first day a measure
may begin. A deadline without a date promises nothing; `target`, `period`, `start` and `open` never do. Not
here: whether the promise can be kept (`schedule`, `analysis.impossible_date`).
"""

import datetime as dt

from milepost.ledger.deadlines import last_good_day, real_day
from milepost.ledger.records import Ledger, Measure, Precision, Promise

DATED = ("fixed", "relative", "event", "recurring", "milestone")
"""Kinds of deadline whose date is a promise."""

MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12}


def due_of(measure: Measure) -> str | None:
    """The last good day of the promise now in force; None while nothing dated is promised."""
    if measure.deadline is None or measure.deadline.value.kind not in DATED:
        return None
    deadline = measure.deadline.value
    promise = deadline.current or (Promise(date=deadline.date) if deadline.date else None)
    if promise is None or real_day(*map(int, promise.date.split("-"))) is None:
        return None  # a day that the calendar lacks is a fault of the ledger, named there
    return last_good_day(promise.date, promise.precision)


def stated_start(measure: Measure) -> str | None:
    """The first good day of the start that the document states."""
    if measure.start is None or measure.start.value.date is None:
        return None
    return first_good_day(measure.start.value.date, measure.start.value.precision)


def first_good_day(date: str, precision: Precision) -> str:
    """The first day of a period: any day of June as a month is 1 June, as a quarter 1 April."""
    months = MONTHS.get(precision)
    if months is None:
        return date
    day = dt.date.fromisoformat(date)
    return day.replace(month=(day.month - 1) // months * months + 1, day=1).isoformat()


def adoption_days(ledger: Ledger) -> dict[str, str]:
    """The day each document was adopted: its own date, else the day its meeting was held."""
    days = {meeting.document: meeting.held_on for meeting in ledger.meetings if meeting.held_on}
    days.update({document.id: document.date for document in ledger.documents if document.date})
    return days


def day_after(date: str) -> str:
    """The day after an ISO date; the last day of the calendar stays itself."""
    day = dt.date.fromisoformat(date)
    return day.isoformat() if day == dt.date.max else (day + dt.timedelta(1)).isoformat()
