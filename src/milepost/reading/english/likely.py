"""Which rows of a table may concern a stretch of text: those of which a plain word stands in it.

In: the rows of a table, each with the plain words without one of which it cannot match. Out: for a stretch
the rows worth trying, in their order. Looking for plain words is far cheaper than a pattern; each word is
looked for once, whatever number of rows share it.
"""

from collections.abc import Iterable
from typing import Generic, TypeVar

Row = TypeVar("Row")


class Likely(Generic[Row]):
    """A table that knows the words of its rows; a row without words may concern any stretch."""

    def __init__(self, rows: Iterable[tuple[Row, tuple[str, ...]]]) -> None:
        table = list(rows)
        self.rows = [row for row, _ in table]
        self.always = frozenset(at for at, (_, words) in enumerate(table) if not words)
        self.words = tuple(dict.fromkeys(word for _, words in table for word in words))
        self.places = {
            word: tuple(at for at, (_, words) in enumerate(table) if word in words) for word in self.words
        }

    def of(self, stretch: str) -> list[Row]:
        """The rows that may match in a stretch, in their order."""
        places = map(self.places.__getitem__, filter(stretch.__contains__, self.words))
        return [self.rows[at] for at in sorted(self.always.union(*places))]


def places_of(words: Iterable[str], text: str, start: int, end: int) -> list[int]:
    """Where plain words stand in text[start:end], in order."""
    places = []
    for word in words:
        at = text.find(word, start, end)
        while at >= 0:
            places.append(at)
            at = text.find(word, at + len(word), end)
    return sorted(places)
