"""What a person should look at first: silences of the text counted, and what could not be read.

In: a `View`. Out: `WarningLine`s, the counted ones first, then the ledger's own. Each is a row of `CHECKS`.
"""

from collections.abc import Callable

from milepost.books.content.records import WarningLine
from milepost.books.content.view import View
from milepost.books.wording.dates import listed
from milepost.books.wording.labels import words
from milepost.ledger.records import Measure

NAMED = 6
"""A warning names at most so many measures; more are a count in the list itself."""


def warning_lines(view: View) -> tuple[WarningLine, ...]:
    """All warnings of the edition."""
    counted = [line for check in CHECKS if (line := check(view)) is not None]
    own = [_own(view, warning.document, warning.text) for warning in view.ledger.warnings]
    return (*counted, *own)


def _own(view: View, document: str | None, text: str) -> WarningLine:
    """A warning of the ledger; with several documents it says which."""
    if document in view.documents and len(view.documents) > 1:
        short = view.citer.short_words[document]
        text = words("warn.in_document", view.language, short=short, text=text)
    return WarningLine(text=text, document=document)


def _codes(view: View, measures: list[Measure]) -> str:
    """The codes of some measures, the rest as an ellipsis."""
    codes = [measure.code for measure in measures]
    return listed(codes[:NAMED], view.language) + (" …" if len(codes) > NAMED else "")


def _line(view: View, key: str, measures: list[Measure], **values: object) -> WarningLine | None:
    """A warning about some measures, unless there are none."""
    if not measures:
        return None
    codes = _codes(view, measures)
    text = words(key, view.language, n=len(measures), codes=codes, **values)
    named = tuple(m.code for m in measures[:NAMED] if m.code in text)
    return WarningLine(text=text, measures=named)


def dates(view: View) -> WarningLine | None:
    """How many measures the text dates."""
    measures = list(view.ledger.measures)
    dated = [m for m in measures if view.promise(m) is not None]
    if dated:
        return _line(view, "warn.some_dates", dated, total=len(measures))
    return _line(view, "warn.no_dates", measures)


def late(view: View) -> WarningLine | None:
    """Measures whose proposed steps end after the date in the text."""
    return _line(view, "warn.late", [m for m in view.ledger.measures if m.id in view.days_late])


def past(view: View) -> WarningLine | None:
    """Measures whose date in the text lies before the day of planning."""
    today = view.schedule.today
    return _line(view, "warn.past", [m for m in view.ledger.measures if (view.promise(m) or today) < today])


def unassigned(view: View) -> WarningLine | None:
    """Measures that name nobody."""
    return _line(view, "warn.unassigned", [m for m in view.without_lead if not view.assignments(m)])


def lead_to_name(view: View) -> WarningLine | None:
    """Measures with units and no lead."""
    return _line(view, "warn.lead_to_name", [m for m in view.without_lead if view.assignments(m)])


def collectives(view: View) -> WarningLine | None:
    """Collectives whose members nobody lists."""
    named = {a.unit.value: view.unit(a) for m in view.ledger.measures for a in view.assignments(m)}
    n = sum(unit.kind == "collective" and not unit.members for unit in named.values())
    return WarningLine(text=words("warn.collectives", view.language, n=n)) if n else None


def unsure(view: View) -> WarningLine | None:
    """Measures whose kind is open."""
    return _line(view, "warn.unsure", [m for m in view.ledger.measures if view.kind(m) == "unsure"])


def outcomes(view: View) -> WarningLine | None:
    """Reviewed papers whose outcome the text leaves open."""
    items = [item for meeting in view.ledger.meetings for item in meeting.agenda]
    n = sum(item.act == "review" and item.outcome is None for item in items)
    return WarningLine(text=words("warn.outcome", view.language, n=n)) if n else None


CHECKS: tuple[Callable[[View], WarningLine | None], ...] = (
    dates,
    past,
    late,
    unassigned,
    lead_to_name,
    collectives,
    unsure,
    outcomes,
)
