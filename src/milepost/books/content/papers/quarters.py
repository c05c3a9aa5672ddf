"""Bars by quarter: how much was planned, done and verified, with numbers on the bars.

In: frozen counts by quarter. Out: `Quarters`, which a writer draws, and its words for those who don't see
it. A bar is stacked from verified over done to planned; what stands in a segment is what the lower ones
don't hold, so that segments add up to the greatest of the three.
"""

from collections.abc import Mapping

from milepost.books.content.records.cells import Language, Part
from milepost.books.wording.dates import quarter_of_year
from milepost.books.wording.labels import label, script, words


class Bar(Part, frozen=True, kw_only=True):
    """A quarter: verified, done but not verified, planned but not done; `planned` stands above the bar."""

    label: str
    verified: int
    done: int
    open: int
    planned: int

    @property
    def total(self) -> int:
        """The height of the bar."""
        return self.verified + self.done + self.open


class Quarters(Part, frozen=True, kw_only=True):
    """The bars with title, words of the segments, and the description in sentences."""

    language: Language
    title: str
    verified_words: str
    done_words: str
    open_words: str
    planned_words: str
    bars: tuple[Bar, ...]
    alt: str


def quarters_of(quarters: Mapping[str, tuple[int, int, int]], language: Language) -> Quarters | None:
    """The bars of frozen counts; None without any quarter."""
    if not quarters:
        return None
    bars = tuple(_bar(key, counts, language) for key, counts in sorted(quarters.items()))
    sentences = [
        words(
            "quarters.sentence",
            language,
            quarter=bar.label,
            planned=bar.planned,
            done=bar.verified + bar.done,
            verified=bar.verified,
        )
        for bar in bars
    ]
    return Quarters(
        language=language,
        title=label("quarters.title", language),
        verified_words=label("quarters.verified", language),
        done_words=label("quarters.done", language),
        open_words=label("quarters.open", language),
        planned_words=label("quarters.planned", language),
        bars=bars,
        alt=("" if script(language) == "zh" else " ").join(sentences),
    )


def _bar(key: str, counts: tuple[int, int, int], language: Language) -> Bar:
    """The segments of a quarter ("2027-Q1")."""
    year, _, quarter = key.partition("-Q")
    planned, done, verified = counts
    month = 3 * int(quarter)
    return Bar(
        label=quarter_of_year(f"{year}-{month:02d}-01", language),
        verified=verified,
        done=max(done - verified, 0),
        open=max(planned - max(done, verified), 0),
        planned=planned,
    )
