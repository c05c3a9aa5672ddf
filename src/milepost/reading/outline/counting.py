"""Counting: which clauses are open, what a number continues, and so who holds the next clause.

In: a label and whether the words before it lead into a list. Out: the reading meant and the holder's id. A
number of an open family closes what stands deeper and becomes its sibling; a new family opens below, unless
its rank stands above. `(i)` is a letter after `(h)` and a roman one after words that lead in. Not here:
where the numbers stand, and what becomes of the clauses (`tree`).
"""

from msgspec import Struct

from milepost.reading.outline.numbering import Label
from milepost.reading.outline.values import Count

LEAD_IN = "lead-in"
"""The family of unnumbered words that lead into a list."""

BARE_ROW = "-bare"
"""Ends the name of a row whose numbers have no sign after them."""

DEEPEST = 24
"""No document is numbered deeper; what goes deeper is held here, so that each number costs the same."""


class Open(Struct):
    """An open clause. `leads_in`: its words end with a colon, what follows is its list."""

    id: str
    family: str
    value: int
    rank: float
    leads_in: bool = False


class OpenClauses:
    """The open clauses, outermost first."""

    def __init__(self) -> None:
        self.stack: list[Open] = []
        self.last_bare = 0

    @property
    def holder(self) -> Open | None:
        """The innermost open clause."""
        return self.stack[-1] if self.stack else None

    def push(self, entry: Open) -> str | None:
        """Open a clause beside the open one of its family, else below; its holder's id."""
        return self.place(entry, led_in=False)

    def push_label(self, id: str, label: Label, led_in: bool) -> str | None:
        """Open a numbered clause; its holder's id."""
        reading = self.reading_of(label, led_in)
        if label.row.endswith(BARE_ROW):
            self.last_bare = reading.value
        return self.place(Open(id, reading.family, reading.value, label.rank), led_in)

    def place(self, entry: Open, led_in: bool) -> str | None:
        """Close what ranks below and, in a count that goes on, the clause before; its holder's id."""
        while self.stack and self.stack[-1].rank > entry.rank:
            self.stack.pop()
        at = self.sibling(entry, led_in)
        if at is not None:
            del self.stack[at:]
        del self.stack[DEEPEST:]
        holder = self.holder
        self.stack.append(entry)
        return holder.id if holder else None

    def sibling(self, entry: Open, led_in: bool) -> int | None:
        """Where the open clause stands that this one follows in its count; None when it opens a new count."""
        if led_in and entry.value == 1:
            return None
        last: int | None = None
        for at in range(len(self.stack) - 1, -1, -1):
            opened = self.stack[at]
            if opened.family == entry.family:
                if opened.value + 1 == entry.value:
                    return at
                last = at if last is None else last
        return last

    def leave_list(self) -> None:
        """Close the items of the innermost list, and the unnumbered words that led into it."""
        for at in range(len(self.stack) - 2, -1, -1):
            if self.stack[at].leads_in:
                del self.stack[at + (self.stack[at].family != LEAD_IN) :]
                return

    def reading_of(self, label: Label, led_in: bool) -> Count:
        """The reading that is meant: one that begins a list just led into, else one that counts on, else one
        that begins a count, else one of an open family."""
        if len(label.readings) == 1:
            return label.readings[0]
        begins = [reading for reading in label.readings if reading.value == 1]
        if begins and led_in:
            return begins[0]
        for opened in reversed(self.stack):
            for reading in label.readings:
                if opened.family == reading.family and opened.value + 1 == reading.value:
                    return reading
        families = {opened.family for opened in self.stack}
        known = [reading for reading in label.readings if reading.family in families]
        return (begins or known or list(label.readings))[0]

    def continues(self, label: Label) -> bool:
        """Whether a number is the next one after the innermost open clause."""
        holder = self.holder
        return holder is not None and Count(holder.family, holder.value + 1) in label.readings

    def may_be_bare(self, label: Label) -> bool:
        """Whether a bare number begins a count or goes on with an open one."""
        return label.readings[0].value in (1, self.last_bare + 1)

    def counts(self, label: Label, led_in: bool) -> bool:
        """Whether a number inside a line continues an open count, or begins one that is not open."""
        last = {opened.family: opened.value for opened in self.stack}
        return any(
            reading.value == last.get(reading.family, 0) + 1 or (led_in and reading.value == 1)
            for reading in label.readings
        )
