"""Which row of the plan a row of a form belongs to.

In: the form as the plan would write it, a row that came in. Out: a `Match`: the id; an id to ask a person
about, where only number and title speak for it; a fault, where the row contradicts the plan; or nothing, for
a new row.
"""

from collections import defaultdict
from collections.abc import Collection

from msgspec import Struct

from milepost.books.content.forms.records import Form
from milepost.books.forms_in.records import Line
from milepost.ledger.cells import half_width, head_key

TITLES = ("title", "text")
"""Fields that a row is called by."""


class Match(Struct, frozen=True):
    """To which row of the plan a row belongs."""

    id: str = ""
    ask: str = ""
    fault: str = ""


class Matcher:
    """Finds rows of the plan; each is found once."""

    def __init__(self, before: Form, confirmed: Collection[int]) -> None:
        self._confirmed = confirmed
        self._taken: dict[str, int] = {}
        self._ids = {row.id for row in before.rows}
        self._numbers: dict[str, set[str]] = defaultdict(set)
        self._titles: dict[str, set[str]] = defaultdict(set)
        self._called: dict[str, str] = {}
        places = {c.field.key: at for at, c in enumerate(before.columns) if c.field}
        for row in before.rows:
            texts = {key: row.cells[at].text for key, at in places.items()}
            if texts.get("code"):
                self._numbers[half_width(texts["code"])].add(row.id)
            names = [texts[key] for key in TITLES if texts.get(key)] or [texts.get("upper.text", "")]
            for name in names:
                self._titles[head_key(name)].add(row.id)
            self._called[row.id] = names[0]

    def match(self, line: Line) -> Match:
        """The row of the plan that a row belongs to."""
        found = self._by_id(line) if line.id else self._by_words(line)
        if found.id:
            self._taken[found.id] = line.number
        return found

    def _by_id(self, line: Line) -> Match:
        if line.id not in self._ids:
            return Match(fault=f'the stable id "{line.id}" is none of this plan. Empty it for a new row.')
        if line.id in self._taken:
            row = self._taken[line.id]
            return Match(fault=f'the stable id "{line.id}" stands in row {row} too. Empty it for a new row.')
        return Match(id=line.id)

    def _by_words(self, line: Line) -> Match:
        """By number and title together; by title alone where the row has no number, or the form none."""
        names = [head_key(words) for key in TITLES if (words := line.text(key))]
        names = names or [head_key(line.text("upper.text"))]
        alike = set.intersection(*(self._titles.get(name, set()) for name in names)) - {*self._taken}
        number = half_width(line.cells.get("code"))
        numbered = self._numbers.get(number, set()) if number else set()
        both = alike & numbered if numbered else alike
        if len(both) == 1:
            one = next(iter(both))
            return Match(id=one) if line.number in self._confirmed else Match(ask=one)
        if numbered:
            called = self._called[next(iter(numbered))][:40]
            return Match(
                fault=f'number {number} is "{called}" in this plan. Leave the number empty for a new row, '
                "or write the stable id."
            )
        if len(both) > 1:
            return Match(
                fault=f"{len(both)} rows of this plan have this title. Write the stable id or the number."
            )
        return Match()
