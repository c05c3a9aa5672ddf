"""Where measures stand in a plan: each stretch of text that one assignment closes.

In: a folded text. Out: `Stretch` records in reading order, and the loose stretches that no assignment
closes. Order for each paragraph: label lines, a tail of its own line, then numbers and the tails inside it.
A number's text goes on over the paragraphs behind it until an assignment closes it; several tails in one
paragraph close one stretch each. Tables are read in `tables` beforehand, duties without a tail in `running`.
"""

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.chinese.deadlines import Days
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.headings import Headings
from milepost.reading.chinese.labels import Label, label_at, labels_inside
from milepost.reading.chinese.record_pages import RecordPages, Stretch
from milepost.reading.chinese.tail_places import (
    Place,
    field_slices,
    tail_places,
    whole_tail,
)
from milepost.reading.chinese.tails import Tail
from milepost.reading.patterns import pattern

__all__ = ["Found", "Stretch", "find_stretches"]

TASK_LABEL = pattern(r"(?:重点)?(?:工作|改革|年度)?(?:任务|工作|事项)(?:名称|内容)? ?: ?")
STEPS = pattern(r"(?:整改|办理|工作|具体|主要|推进|落实)?措施 ?: ?")
"""整改措施: what is to be done, below the problem and before the units."""
GOAL = pattern(r"(?:整改|办理|工作|主要|预期|年度)?目标(?:任务)? ?: ?")
CLOSING = "。;；!！ "


class Pending(Struct, kw_only=True, gc=False):
    """Text that waits for its assignment."""

    start: int
    end: int
    number: str | None = None
    level: int = 0


class Found(Struct):
    """What a walk over a text found: stretches, loose text with the number it stands under."""

    stretches: list[Stretch]
    loose: list[tuple[int, int, str | None]]


def find_stretches(folded: Folded, days: Days) -> Found:
    """The stretches of a text that assignments close."""
    walk = _Walk(folded, days)
    for at in range(len(folded.paragraphs)):
        walk.paragraph(at)
    walk.finish()
    covered = [(s.start, s.tail.end if s.tail else s.end) for s in walk.found]
    return Found(walk.found, _outside(walk.loose, covered))


def _outside(
    loose: list[tuple[int, int, str | None]], covered: list[Span]
) -> list[tuple[int, int, str | None]]:
    """The loose stretches that no measure covers."""
    spans = iter(sorted(covered))
    kept: list[tuple[int, int, str | None]] = []
    span = next(spans, None)
    for start, end, label in loose:
        while span is not None and span[1] <= start:
            span = next(spans, None)
        if span is None or span[0] >= end:
            kept.append((start, end, label))
    return kept


class _Walk:
    """Goes over the paragraphs and remembers what is open: numbers, waiting text, a record being filled."""

    def __init__(self, folded: Folded, days: Days) -> None:
        self.folded = folded
        self.text = folded.text
        self.days = days
        self.found: list[Stretch] = []
        self.loose: list[tuple[int, int, str | None]] = []
        self.numbers: dict[int, str] = {}
        self.pending: Pending | None = None
        self.parent: Pending | None = None
        self.sibling_closed = False
        self.children = 0
        self.pages = RecordPages(folded, days, self.found)
        self.headings = Headings(folded, days)
        self.label: Label | None = None

    @property
    def number(self) -> str | None:
        """The printed number that is open, section left out below it: (一)1(2)."""
        if len(self.numbers) < 2:
            return next(iter(self.numbers.values()), None)
        words = [self.numbers[level] for level in sorted(self.numbers) if level > 1]
        return "".join(words) or self.numbers.get(1)

    def paragraph(self, n: int) -> None:
        """Take in one paragraph."""
        start, end = self.folded.paragraphs[n]
        if self._fields(start, end) or self.pages.quarter(start, end):
            return
        if self.pages.current is not None:
            self._end_record(n)
        alone = whole_tail(self.folded, start, end, self.days)
        if alone is not None and self.pending is not None:
            self._close_pending(alone)
            return
        begin = self._open_labels(start, end)
        places = tail_places(self.folded, begin, end, self.days)
        if not places:
            self._wait(start, begin, end)
        elif begin > start and self.label is not None and self.headings.opens(self.label, n, begin, places):
            self.headings.hold(self.label.level, places[0].tail)
        else:
            self._close(start, begin, end, places)

    def finish(self) -> None:
        """End what is open at the end of the text."""
        self._end_record(len(self.folded.paragraphs))
        self.leaf(0)

    def _end_record(self, n: int) -> None:
        """End the record that is open before a paragraph; the labels of a heading hold for what it heads."""
        current = self.pages.current
        if current is not None and current.tail is not None:
            if self.headings.heads(current, self.pages.level, n):
                self.headings.hold(self.pages.level, current.tail)
                self.pages.current = None
            self.headings.inherit(current, self.level)
        self.pages.flush()

    @property
    def level(self) -> int:
        """The level of the deepest number that is open."""
        return max(self.numbers, default=0)

    def _open_labels(self, start: int, end: int) -> int:
        """Open the numbers that a paragraph begins with; where its text begins."""
        self.label = None
        while (label := label_at(self.text, start, end)) is not None and (
            self.label is None or label.level > self.label.level
        ):
            self._open(label)
            start = label.end
        while start < end and self.text[start] == " ":
            start += 1
        return start

    def _open(self, label: Label) -> None:
        """Open a number: deeper ones end, and text waiting above it becomes its parent."""
        if self.pending is not None and self.pending.level and label.level > self.pending.level:
            self.parent, self.pending, self.sibling_closed = self.pending, None, False
            self.children = 0
        else:
            self.leaf(label.level)
        if self.parent is not None and label.level <= self.parent.level:
            self.parent = None
        self.children += 1
        self.numbers = {level: words for level, words in self.numbers.items() if level < label.level}
        self.headings.end(label.level)
        start, end = label.start, label.end
        self.numbers[label.level] = self.folded.words(start, end).rstrip("、.．: ：\u3000")
        self.label = label

    def leaf(self, level: int) -> None:
        """End the waiting text; under a heading that names a lead it is a measure of that lead."""
        pending, self.pending = self.pending, None
        if pending is None or not pending.level:
            return
        tail = self.headings.above(pending.level)
        if tail is not None:
            self.found.append(
                Stretch(
                    start=pending.start, end=pending.end, tail=tail, number=pending.number, form="heading"
                )
            )

    def _wait(self, start: int, begin: int, end: int) -> None:
        """Text without an assignment: it waits for one, or goes on with what waits."""
        self.loose.append((begin, end, self.number if begin > start else None))
        if begin >= end:
            return
        if begin > start and self.label is not None:
            self.pending = Pending(start=begin, end=end, number=self.number, level=self.label.level)
        elif self.pending is not None and self.pending.level:
            self._go_on(self.pending, begin, end)
        else:
            task = TASK_LABEL.match(self.text, begin, end)
            start = task.end() if task and task.end() < end else begin
            self.pending = Pending(start=start, end=end)

    def _go_on(self, pending: Pending, begin: int, end: int) -> None:
        """Let waiting text go on; where a line says what is to be done, the measure begins there, and a goal
        is no part of it."""
        steps = STEPS.match(self.text, begin, end)
        if steps and steps.end() < end:
            pending.start, pending.end = steps.end(), end
        elif not GOAL.match(self.text, begin, end):
            pending.end = end

    def _close(self, start: int, begin: int, end: int, places: list[Place]) -> None:
        """One stretch for each assignment inside a paragraph."""
        numbered = begin > start
        for place in places:
            begin, numbered = self._segment(begin, place.start, numbered)
            first, number = self._first(begin, numbered)
            last = self._text_end(first, place.start)
            if first < last:
                stretch = Stretch(start=first, end=last, tail=place.tail, number=number)
                self.headings.inherit(stretch, self.level)
                self.found.append(stretch)
            begin, self.pending = place.end, None
            while begin < end and self.text[begin] in CLOSING:
                begin += 1
        if end - begin > 4:
            self.loose.append((begin, end, self.number))

    def _segment(self, begin: int, end: int, numbered: bool) -> tuple[int, bool]:
        """Where the text before a tail begins behind its numbers, the first of a new list inside it too."""
        while (label := label_at(self.text, begin, end)) is not None:
            self._open(label)
            begin, numbered = label.end, True
        inside = labels_inside(self.text, begin, end)
        firsts = [label for label in inside if label.value == 1]
        if firsts and not any(label.value > 1 and label.level == firsts[-1].level for label in inside):
            self._open(firsts[-1])
            begin, numbered = firsts[-1].end, True
        while begin < end and self.text[begin] == " ":
            begin += 1
        return begin, numbered

    def _first(self, begin: int, numbered: bool) -> tuple[int, str | None]:
        """Where a stretch starts: at waiting text above it, or at a parent whose only assignment this is."""
        waiting, self.pending = self.pending, None
        if not numbered and waiting is not None and waiting.level >= 2:
            begin, number = waiting.start, waiting.number
        else:
            number = self.number if numbered else None
        parent = self.parent
        if numbered and parent is not None and self.label is not None:
            if not self.sibling_closed and self.children > 1 and parent.level >= 2:
                self.parent = None
                return parent.start, parent.number
            self.sibling_closed = True
        return begin, number

    def _text_end(self, start: int, end: int) -> int:
        """A stretch's end without the blanks and commas before the tail."""
        while end > start and self.text[end - 1] in " \n,、":
            end -= 1
        return end

    def _close_pending(self, tail: Tail) -> None:
        """Close the waiting text with an assignment on a line of its own."""
        assert self.pending is not None
        waiting = self.pending
        start, number = waiting.start, waiting.number
        if waiting.level and self.parent is not None and self.label is not None:
            self.pending = None
            start, number = self._first(start, True) if self.children > 1 else (start, number)
            self.sibling_closed = True
        stretch = Stretch(start=start, end=waiting.end, tail=tail, number=number)
        self.headings.inherit(stretch, self.level)
        self.found.append(stretch)
        self.pending = None

    def _fields(self, start: int, end: int) -> bool:
        """Whether a paragraph is a line of labels; what they say goes to the record being filled."""
        if self.pages.current is None and self.pending is None:
            return False
        fields = field_slices(self.text, start, end)
        if not fields:
            return False
        if self.pages.current is None:
            level = self.pending.level if self.pending is not None else 0
            self._close_pending(Tail(start=start, end=end))
            self.pages.begin(self.found.pop(), level)
        self.pages.fill(fields)
        return True
