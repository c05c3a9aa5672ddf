"""The duties in one cell of a table: one for each assignment in it, for each of its numbers, or the whole.

In: a folded text and the place of a cell that holds what is to be done. Out: the stretch of each duty with
the assignment it states itself. What the other cells of the row say is put to them in `tables`.
"""

from milepost.ledger.origins import Span
from milepost.reading.chinese.deadlines import Days
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.labels import label_at, labels_inside
from milepost.reading.chinese.running import find_running
from milepost.reading.chinese.tail_places import tail_places
from milepost.reading.chinese.tails import Tail

CellDuty = tuple[int, int, Tail | None]
"""Where a duty begins and ends, and what it says itself."""


def duties_in(folded: Folded, days: Days, cell: Span, labelled: bool) -> list[CellDuty]:
    """The duties of a cell: one for each assignment in it, or for each of its numbers, else one."""
    text, (start, end) = folded.text, cell
    places = tail_places(folded, start, end, days) if _may_assign(text, start, end) else []
    if places:
        found: list[CellDuty] = []
        begin = start
        for place in places:
            if place.start > begin:
                found.append((*_bare(text, begin, place.start), place.tail))
            begin = place.end
        if found:
            return found
    if text[start] in "由请" and (told := _told(folded, days, cell)):
        return told
    inside = labels_inside(text, start, end) if labelled else []
    if not inside:
        return [(start, end, None)]
    begins = [start, *(label.end for label in inside)]
    stops = [*(label.start for label in inside), end]
    return [(*_bare(text, a, b), None) for a, b in zip(begins, stops, strict=True) if b - a > 2]


def _told(folded: Folded, days: Days, cell: Span) -> list[CellDuty]:
    """The duties of a cell that says who is asked, by the rules for running text: 由甲局会同乙局研究."""
    found: list[CellDuty] = []
    for duty in find_running(folded, [(*cell, None)], days, "minutes").duties:
        tail = Tail(start=duty.end, end=duty.end, lead=duty.lead, open=duty.open, dues=duty.dues)
        tail.support = [(span, None) for span in duty.support] if duty.lead else []
        tail.responsible = [] if duty.lead else duty.support
        tail.because = [duty.rule]
        found.append((max(duty.start, duty.phrase), duty.end, tail))
    return found


def _may_assign(text: str, start: int, end: int) -> bool:
    """Whether a cell has the signs of an assignment of its own."""
    return any(text.find(sign, start, end) >= 0 for sign in ("(", "牵头", "责任单位", "负责"))


def _bare(text: str, a: int, b: int) -> Span:
    """A duty without its number, the blanks around it and the stop behind it."""
    label = label_at(text, a, b)
    a = label.end if label is not None and label.end < b else a
    while a < b and text[a] in " 。;；":
        a += 1
    while b > a and text[b - 1] in " ;；":
        b -= 1
    return a, b
