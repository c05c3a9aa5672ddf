"""How sure a reading is of each measure, so that a person looks at the doubtful ones first.

In: the measures that the rules found, the text, its language and kind. Out: the same measures with
`confidence`, the chance that lead, units and date are all as the text has them. The chance is a logistic sum
of named traits; what a trait weighs stands in `confidence.json`, fitted by `benchmarks/confidence.py` on
documents that careful readers marked (ridge logistic regression; calibration is judged with each document
left out). A trait that the fit has not seen weighs nothing.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from math import exp
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from milepost.reading.records import DocumentKind, FoundMeasure, Language

WEIGHTS = Path(__file__).with_name("confidence.json")
LEAST, MOST = 0.02, 0.99
"""No reading is sure, and none is hopeless."""


class Weights(Struct, frozen=True):
    """What each trait weighs, in logits, by language; `base` is the trait that every measure has."""

    fitted: str
    measures: int
    weights: dict[Language, dict[str, float]]


@cache
def weights() -> Weights:
    """The fitted table."""
    return msgspec.json.decode(WEIGHTS.read_bytes(), type=Weights)


def with_confidence(
    measures: Sequence[FoundMeasure], text: str, language: Language, kind: DocumentKind | None
) -> list[FoundMeasure]:
    """The measures, each with the chance that it is right."""
    table = weights().weights[language]
    return [
        replace(
            measure, confidence=chance(sum(table.get(trait, 0.0) for trait in traits(measure, text, kind)))
        )
        for measure in measures
    ]


def chance(logit: float) -> float:
    """A sum of weights as a chance, in hundredths."""
    return round(min(MOST, max(LEAST, 1 / (1 + exp(-max(-30.0, min(30.0, logit)))))), 2)


def traits(measure: FoundMeasure, text: str, kind: DocumentKind | None) -> Iterator[str]:
    """What is true of a measure and may tell whether it was read right."""
    yield "base"
    yield f"kind:{kind}"
    yield f"level:{measure.level}"
    yield f"strength:{measure.strength}"
    yield f"roles:{measure.roles}"
    yield from (f"rule:{rule}" for rule in measure.because)
    yield from _of_units(measure)
    yield from _of_dates(measure)
    yield from _of_words(measure, text)


def _of_units(measure: FoundMeasure) -> Iterator[str]:
    """Traits of the names: how many, how long, how plain."""
    leads, support = [unit.name for unit in measure.lead], [unit.name for unit in measure.support]
    yield f"leads:{min(len(leads), 3)}"
    yield f"support:{min(len(support), 4)}"
    if any(len(name.split()) > 7 or len(name) > 60 for name in leads):
        yield "lead:long"
    if any(name[:1].islower() for name in leads):
        yield "lead:small-letter"
    if any(name.lower().startswith(("the ", "each ", "all ", "any ", "such ", "各")) for name in leads):
        yield "lead:generic"
    if any(len(name) <= 3 and name.isascii() for name in leads):
        yield "lead:initials"
    if any(len(name.split()) > 8 for name in support):
        yield "support:long"
    if measure.open_list:
        yield "open-list"
    if measure.via or measure.addressee:
        yield "via-or-addressee"
    if any(unit.span[0] < measure.span[0] or unit.span[1] > measure.span[1] for unit in measure.lead):
        yield "lead:from-elsewhere"


def _of_dates(measure: FoundMeasure) -> Iterator[str]:
    """Traits of the deadline."""
    deadline = measure.deadline
    if deadline is None:
        yield "deadline:none"
        return
    yield f"deadline:{deadline.kind}"
    yield f"precision:{deadline.precision}"
    if deadline.date is None:
        yield f"deadline:{deadline.kind}:undated"
    if not measure.span[0] <= deadline.span[0] < measure.span[1]:
        yield "deadline:from-elsewhere"
    if measure.other_deadlines:
        yield "deadline:several"
    if measure.recurring is not None:
        yield "recurring"


def _of_words(measure: FoundMeasure, text: str) -> Iterator[str]:
    """Traits of the measure's own words."""
    words = text[measure.span[0] : measure.span[1]]
    yield f"length:{min(len(words).bit_length(), 10)}"
    if words[:1].islower():
        yield "begins:small-letter"
    if "\n" in words.strip():
        yield "lines:several"
    if words.count(";") + words.count("；") > 1:
        yield "semicolons"
    if measure.object is None:
        yield "object:none"
    if measure.action[:1].isupper() and measure.action.isascii():
        yield "action:capital"
    if len(measure.action) < 12:
        yield "action:short"
    if measure.number is None:
        yield "number:none"
