"""Headings that name the lead of what stands below them: 二、扩大消费(由县商务局牵头实施).

In: a folded text and the numbers that a walk opens. Out: the tail that holds below a heading, and stretches
that take its lead over. An assignment of their own that names a lead or a guide wins. The walk itself stands
in `stretches`.
"""

from milepost.reading.chinese.deadlines import Days
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.labels import Label, label_at
from milepost.reading.chinese.record_pages import Stretch
from milepost.reading.chinese.tail_places import Place, field_slices, tail_places
from milepost.reading.chinese.tails import Tail

LONGEST = 40
"""A heading is shorter than this and has no full stop inside."""


class Headings:
    """The tails of the headings that are open, one a level."""

    def __init__(self, folded: Folded, days: Days) -> None:
        self.folded = folded
        self.text = folded.text
        self.days = days
        self.tails: dict[int, Tail] = {}

    def hold(self, level: int, tail: Tail) -> None:
        """Let a tail hold below a heading of a level."""
        self.tails[level] = tail

    def end(self, level: int) -> None:
        """End the headings at a level and below it."""
        if self.tails:
            self.tails = {held: tail for held, tail in self.tails.items() if held < level}

    def above(self, level: int) -> Tail | None:
        """What the nearest heading above a level assigns."""
        return self.tails[max(held)] if (held := [one for one in self.tails if one < level]) else None

    def inherit(self, stretch: Stretch, level: int) -> None:
        """Give a stretch without a lead the lead of the heading that it stands under."""
        tail, heading = stretch.tail, self.above(level)
        if tail is None or heading is None or not heading.lead or tail.lead or tail.guide:
            return
        known = {self.text[slice(*span)] for span in heading.lead}
        tail.lead = list(heading.lead)
        tail.responsible = [span for span in tail.responsible if self.text[slice(*span)] not in known]
        stretch.form = "heading"

    def opens(self, label: Label, n: int, begin: int, places: list[Place]) -> bool:
        """Whether a numbered paragraph with a tail is a heading whose units hold for the numbers below it."""
        place = places[0]
        if len(places) > 1 or place.start - begin > LONGEST or n + 1 >= len(self.folded.paragraphs):
            return False
        below = label_at(self.text, *self.folded.paragraphs[n + 1])
        plain = self.text.find("。", begin, place.start) < 0
        if not plain or below is None or below.level <= label.level:
            return False
        return below.value == 1 or label.level == 1

    def heads(self, record: Stretch, level: int, n: int) -> bool:
        """Whether a record before paragraph n is a heading with its lead, and the numbers below it have
        assignments of their own."""
        paragraphs = self.folded.paragraphs
        if not level or n + 1 >= len(paragraphs) or record.end - record.start > LONGEST:
            return False
        below = label_at(self.text, *paragraphs[n])
        if record.tail is None or not record.tail.lead or below is None or below.level <= level:
            return False
        if self.text.find("。", record.start, record.end) >= 0:
            return False
        own = field_slices(self.text, *paragraphs[n + 1]) or self.text.startswith("(", paragraphs[n + 1][0])
        return bool(own) or bool(tail_places(self.folded, below.end, paragraphs[n][1], self.days))
