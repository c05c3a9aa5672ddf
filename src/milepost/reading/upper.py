"""Which documents of a higher level a text answers to: cascade hints for the office.

In: a text as read, its language and its measures. Out: `UpperFound` records in reading order, each pinned to
its words; the measure it stands in is named, a mention outside every measure speaks for the whole document.
What words name a document is each language's own table (`english/upper`, `chinese/upper`). Not here: whether
that document is in the register, and whether every clause of it has an answer; that is the office's coverage.
"""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec.structs import replace

from milepost.reading.records import FoundMeasure, Language, UpperFound


def find_upper(text: str, language: Language, measures: Sequence[FoundMeasure]) -> list[UpperFound]:
    """Every mention of a higher document with the innermost measure that holds it."""
    if language == "zh":
        from milepost.reading.chinese.upper import mentions
    else:
        from milepost.reading.english.upper import mentions
    found = mentions(text)
    if not found:
        return []
    ordered = sorted(measures, key=lambda measure: measure.span)
    starts = [measure.span[0] for measure in ordered]
    return [replace(one, measure=_holder(one, ordered, starts)) for one in found]


NEAR = 40
"""How many measures before a mention may still hold it: parts of a long one."""


def _holder(one: UpperFound, ordered: Sequence[FoundMeasure], starts: Sequence[int]) -> str | None:
    """The measure that begins last before the mention and reaches over it."""
    last = bisect_right(starts, one.span[0])
    for measure in reversed(ordered[max(0, last - NEAR) : last]):
        if measure.span[1] >= one.span[1]:
            return measure.id
    return None
