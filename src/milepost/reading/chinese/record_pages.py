"""Records under an item: its label lines (牵头单位:…) and the goals of its quarters (第一季度:…).

In: a folded text, paragraph by paragraph, and the list of what was found so far. Out: `Stretch` records in
that list: the item with what its labels say, and a milestone for each goal of a quarter. The part on progress
(进展情况) ends a record. Which text is the item is decided in `stretches`.
"""

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.chinese.deadlines import Days, Due, find_deadlines
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.labels import label_at, labels_inside
from milepost.reading.chinese.tails import Tail, TailRole, read_field
from milepost.reading.patterns import pattern

QUARTER = pattern(r"第(?P<q>[一二三四1-4])季度 ?: ?")
PROGRESS = pattern(r"(?:工作)?(?:进展|推进|完成|落实)(?:及)?(?:落实|进展|完成)?(?:情况|进度)")


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


class RecordPages:
    """Fills the record that is open, and remembers the one whose quarters may follow."""

    def __init__(self, folded: Folded, days: Days, found: list[Stretch]) -> None:
        self.folded = folded
        self.text = folded.text
        self.days = days
        self.found = found
        self.current: Stretch | None = None
        self.level = 0
        self.head: int | None = None

    def begin(self, item: Stretch, level: int) -> None:
        """Open the record of an item that stands under a number of a level."""
        item.form = "label"
        self.current, self.level = item, level

    def fill(self, fields: list[tuple[TailRole, int, int]]) -> None:
        """Put what labels say into the record that is open."""
        assert self.current is not None
        assert self.current.tail is not None
        tail = self.current.tail
        for role, a, b in fields:
            tail.because.append(f"tail:label-{role}")
            read_field(self.folded, role, a, b, self.days, tail)

    def flush(self) -> None:
        """End the record that is open; without a unit it is one only where its item has a number and a
        deadline."""
        current, self.current = self.current, None
        if current is None or current.tail is None:
            return
        if current.tail.assigns or (current.tail.dues and self.level):
            self.head = len(self.found)
            self.found.append(current)

    def quarter(self, start: int, end: int) -> bool:
        """Whether a paragraph holds the goals of a quarter in a record; they become milestones of its
        head."""
        match = QUARTER.match(self.text, start, end) if self.text.startswith("第", start) else None
        if match is None:
            open_ = self.current is not None or self.head is not None
            if open_ and PROGRESS.match(self.text, start, end):
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
        dues = find_deadlines(self.folded, quarter, start, self.days, field=True)
        labels = [
            label
            for label in [label_at(self.text, start, end), *labels_inside(self.text, start, end)]
            if label
        ]
        begins = [label.end for label in labels] or [start]
        stops = [label.start for label in labels[1:]] + [end]
        for begin, stop in zip(begins, stops, strict=True):
            if begin < stop:
                self.found.append(
                    Stretch(
                        start=begin,
                        end=stop,
                        tail=head.tail,
                        form="milestone",
                        due=dues[0] if dues else None,
                        parent=self.head,
                        number=head.number,
                    )
                )
