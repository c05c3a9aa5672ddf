"""Where measures stand in a plan: each stretch of text that one assignment closes.

In: a folded text. Out: `Stretch` records in reading order, and the loose stretches that no assignment
closes. Order for each paragraph: label lines, a tail of its own line, then numbers and the tails inside it.
A number's text goes on over the paragraphs behind it until an assignment closes it; several tails in one
paragraph close one stretch each. Tables and columns stand in `tables`, duties without a tail in `running`.
"""

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.chinese import tables
from milepost.reading.chinese.deadlines import Days, Due
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.labels import Label, label_at, labels_inside
from milepost.reading.chinese.tail_places import Place, field_slices, tail_places, whole_tail
from milepost.reading.chinese.tails import Tail, read_field
from milepost.reading.patterns import pattern

HEADING = 40
"""A heading is shorter than this and has no full stop inside."""

QUARTER = pattern(r"第(?P<q>[一二三四1-4])季度 ?: ?")
PROGRESS = pattern(r"(?:工作)?(?:进展|推进|完成|落实)(?:及)?(?:落实|进展|完成)?(?:情况|进度)")
TASK_LABEL = pattern(r"(?:重点)?(?:工作|改革|年度)?(?:任务|工作|事项)(?:名称|内容)? ?: ?")
CLOSING = "。;；!！ "


class Stretch(Struct, kw_only=True, gc=False):
    """A piece of text that an assignment closes, in places of the copy; `parent` is the head of a record
    page."""

    start: int
    end: int
    tail: Tail | None = None
    number: str | None = None
    form: str = "tail"
    roles: str | None = None
    due: Due | None = None
    parent: int | None = None
    output: Span | None = None


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
    at = 0
    while at < len(folded.paragraphs):
        table = tables.table_at(folded, at)
        if table is not None:
            walk.flush()
            walk.rows(table)
            at = table.end
            continue
        walk.paragraph(at)
        at += 1
    walk.flush()
    walk.leaf(0)
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
        self.current: Stretch | None = None
        self.head: int | None = None
        self.heading_tails: dict[int, Tail] = {}
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
        if self._fields(start, end) or self._quarter(start, end):
            return
        self.flush()
        alone = whole_tail(self.folded, start, end, self.days)
        if alone is not None and self.pending is not None:
            self._close_pending(alone)
            return
        begin = self._open_labels(start, end)
        places = tail_places(self.folded, begin, end, self.days)
        if not places:
            self._wait(start, begin, end)
        elif begin > start and self._is_heading(n, begin, places):
            self.heading_tails[self.label.level if self.label else 1] = places[0].tail
        else:
            self._close(start, begin, end, places)

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
        self.heading_tails = {
            level: tail for level, tail in self.heading_tails.items() if level < label.level
        }
        start, end = label.start, label.end
        self.numbers[label.level] = self.folded.words(start, end).rstrip("、.．: ：")
        self.label = label

    def leaf(self, level: int) -> None:
        """End the waiting text; under a heading that names a lead it is a measure of that lead."""
        pending, self.pending = self.pending, None
        if pending is None or not pending.level:
            return
        tail = next(
            (self.heading_tails[n] for n in sorted(self.heading_tails, reverse=True) if n < pending.level),
            None,
        )
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
            self.pending.end = end
        else:
            task = TASK_LABEL.match(self.text, begin, end)
            start = task.end() if task and task.end() < end else begin
            self.pending = Pending(start=start, end=end)

    def _is_heading(self, n: int, begin: int, places: list[Place]) -> bool:
        """Whether a paragraph with a tail is a heading whose units hold for the numbers below it."""
        place = places[0]
        following = self.folded.paragraphs[n + 1] if n + 1 < len(self.folded.paragraphs) else None
        if len(places) > 1 or place.start - begin > HEADING or following is None or self.label is None:
            return False
        below = label_at(self.text, *following)
        plain = "。" not in self.text[begin : place.start]
        return plain and below is not None and below.level > self.label.level and below.value == 1

    def _close(self, start: int, begin: int, end: int, places: list[Place]) -> None:
        """One stretch for each assignment inside a paragraph."""
        numbered = begin > start
        for place in places:
            begin, numbered = self._segment(begin, place.start, numbered)
            first, number = self._first(begin, numbered)
            last = self._text_end(first, place.start)
            if first < last:
                self.found.append(Stretch(start=first, end=last, tail=place.tail, number=number))
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
        self.found.append(Stretch(start=start, end=waiting.end, tail=tail, number=number))
        self.pending = None

    def _fields(self, start: int, end: int) -> bool:
        """Whether a paragraph is a line of labels; what they say goes to the record being filled."""
        slices = field_slices(self.text, start, end)
        if not slices or (self.current is None and self.pending is None):
            return False
        if self.current is None:
            tail = Tail(start=start, end=end)
            self._close_pending(tail)
            self.current = self.found.pop()
            self.current.form = "label"
        assert self.current.tail is not None
        for role, a, b in slices:
            self.current.tail.because.append(f"tail:label-{role}")
            read_field(self.folded, role, a, b, self.days, self.current.tail)
        return True

    def flush(self) -> None:
        """End a record of label lines."""
        current, self.current = self.current, None
        if current is not None and current.tail is not None and (current.tail.assigns or current.tail.dues):
            self.head = len(self.found)
            self.found.append(current)

    def _quarter(self, start: int, end: int) -> bool:
        """Whether a paragraph holds the goals of a quarter in a record; they become milestones of its
        head."""
        match = QUARTER.match(self.text, start, end)
        if match is None:
            if PROGRESS.match(self.text, start, end):
                self.flush()
                self.head = None
            return False
        self.flush()
        if self.head is None or self.found[self.head].tail is None:
            return False
        self._goals(match.start(), match.end(), end)
        return True

    def _goals(self, quarter: int, start: int, end: int) -> None:
        """The numbered goals of a quarter."""
        assert self.head is not None
        head = self.found[self.head]
        due = tables.due_of(self.folded, quarter, start, self.days)
        labels = [
            label
            for label in [label_at(self.text, start, end), *labels_inside(self.text, start, end)]
            if label
        ]
        begins = [label.end for label in labels] or [start]
        stops = [label.start for label in labels[1:]] + [end]
        for begin, stop in zip(begins, stops, strict=True):
            if begin >= stop:
                continue
            self.found.append(
                Stretch(
                    start=begin,
                    end=stop,
                    tail=head.tail,
                    form="milestone",
                    due=due,
                    parent=self.head,
                    number=head.number,
                )
            )

    def rows(self, table: tables.Table) -> None:
        """The rows of a table."""
        self.pending = None
        for row in tables.read_rows(self.folded, table, self.days):
            self.found.append(
                Stretch(
                    start=row.start,
                    end=row.end,
                    tail=row.tail,
                    number=row.number,
                    form="carried" if row.carried else "row",
                    output=row.tail.output,
                )
            )
