"""Small readings made by hand: a text, and the measures that a reader found in it."""

from typing import Any

from milepost.ledger.origins import Span
from milepost.ledger.records import Named
from milepost.reading.records import (
    ClauseFound,
    DocumentFacts,
    FoundDeadline,
    FoundMeasure,
    NamedUnit,
    Reading,
    Source,
    Supporting,
)


class Text:
    """A text in which things are found by their words, never by counting."""

    def __init__(self, text: str) -> None:
        self.text = text

    def at(self, words: str, after: int = 0) -> Span:
        """The span of the first such words."""
        start = self.text.index(words, after)
        return (start, start + len(words))

    def unit(self, name: str) -> NamedUnit:
        """A unit as printed."""
        return NamedUnit(name=name, span=self.at(name))

    def with_(self, name: str, relation: str | None = None) -> Supporting:
        """A unit that takes part."""
        return Supporting(name=name, span=self.at(name), relation=relation)

    def named(self, words: str) -> Named:
        """Words with their place."""
        return Named(text=words, span=self.at(words))

    def deadline(self, words: str, kind: Any, date: str | None = None, **more: Any) -> FoundDeadline:
        """A deadline by its words."""
        return FoundDeadline(text=words, span=self.at(words), kind=kind, date=date, **more)

    def measure(self, words: str, number: int = 1, **more: Any) -> FoundMeasure:
        """A measure that spans these words."""
        more.setdefault("action", words)
        return FoundMeasure(id=f"m{number}", span=self.at(words), clause="c1", **more)

    def reading(self, *measures: FoundMeasure, language: Any = "en", **facts: Any) -> Reading:
        """The whole text as one clause."""
        facts.setdefault("title", "Quay Order")
        return Reading(
            source=Source(name="quay.txt", sha256="0" * 64, media_type="text/plain", bytes=len(self.text)),
            language=language,
            text=self.text,
            document=DocumentFacts(**facts),
            clauses=[ClauseFound(id="c1", span=(0, len(self.text)), label="1")],
            measures=list(measures),
        )
