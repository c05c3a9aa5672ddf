"""How sure a reading is of each measure, so that a person looks at the doubtful ones first.

In: the measures that the rules found, the text, its language and kind. Out: the same measures with
`confidence`, the chance that it is a measure and that its lead and date (in Chinese all units) are as the
text has them. The chance is a logistic sum
of named traits; what a trait weighs stands in `confidence.json`, fitted by `benchmarks/confidence.py` on
documents that careful readers marked (ridge logistic regression; calibration is judged with each document
left out). A trait that the fit has not seen weighs nothing.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from math import exp, fsum
from pathlib import Path

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from milepost.reading.patterns import pattern
from milepost.reading.records import (
    DocumentKind,
    FoundDeadline,
    FoundMeasure,
    Language,
    NamedUnit,
    Supporting,
)

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
    """The measures, each with the chance that it is right; the directives of a bulletin keep the chance that
    is set by hand for their class, as too few are marked for a fit."""
    if kind == "bulletin":
        return list(measures)
    weight = weights().weights[language].get
    return [
        replace(measure, confidence=chance(fsum(weight(trait, 0.0) for trait in traits(measure, text, kind))))
        for measure in measures
    ]


def chance(logit: float) -> float:
    """A sum of weights as a chance, in hundredths."""
    return round(min(MOST, max(LEAST, 1 / (1 + exp(-max(-30.0, min(30.0, logit)))))), 2)


GOES_ON = frozenset(
    "that which who whom whose created established listed designated named in of for at under from on and or "
    "described identified responsible concerned".split()
)
"""Words behind a name that may belong to it."""

TIME_WORDS = {
    "en": pattern(
        r"\b(?:before|within|until|till|by|during|prior to|at (?:its|the|their)|on (?:the|or)|every"
        r"|each (?:year|month|day)"
        r"|annual|month|week|days?|year|once|after|upon|when|January|February|March|April|May|June|July|August"
        r"|September|October|November|December|\d{4})\b"
    ),
    "zh": pattern(
        r"\d+年|\d+月|\d+日|年底|月底|季度|上半年|之日|以前|之前|每[年月季周]|近期|尽快|期间|届时|前完成"
    ),
}
"""Words that tell of time, whether or not a deadline was made of them."""

WITH_WORDS = {
    "en": pattern(
        r"\b(?:consult|coordinat|co-ordinat|collaborat|cooperat|with the|jointly|together|partner|support of)"
    ),
    "zh": pattern(r"会同|配合|协助|协同|联合|参与|指导"),
}
"""Words that tell of others, whether or not a unit was read."""


def traits(measure: FoundMeasure, text: str, kind: DocumentKind | None) -> set[str]:
    """What is true of a measure and may tell whether it was read right."""
    found = {
        "base",
        f"kind:{kind}",
        f"level:{measure.level}",
        f"strength:{measure.strength}",
        f"roles:{measure.roles}",
        f"leads:{min(len(measure.lead), 3)}",
        f"support:{min(len(measure.support), 4)}",
    }
    found.update("rule:" + rule for rule in measure.because)
    for lead in measure.lead:
        found.update(_of_lead(lead, measure, text))
        found.update("lead:" + trait for trait in _of_name(lead, text))
    for support in measure.support:
        found.update("support:" + trait for trait in _of_name(support, text))
    found.update(_of_date(measure, measure.deadline) if measure.deadline else ("deadline:none",))
    found.update(_of_words(measure, text))
    return found


def _of_lead(lead: NamedUnit, measure: FoundMeasure, text: str) -> Iterator[str]:
    """Traits of a lead."""
    name = lead.name
    if len(name) > 60 or len(name.split()) > 7:
        yield "lead:long"
    if name[:1].islower():
        yield "lead:small-letter"
    if name.lower().startswith(("the ", "each ", "all ", "any ", "such ", "各")):
        yield "lead:generic"
    if len(name) <= 3 and name.isascii():
        yield "lead:initials"
    if name != text[lead.span[0] : lead.span[1]]:
        yield "lead:not-as-printed"
    if lead.span[0] < measure.span[0] or lead.span[1] > measure.span[1]:
        yield "lead:from-elsewhere"


def _of_name(unit: NamedUnit | Supporting, text: str) -> Iterator[str]:
    """Traits of a printed name."""
    name, end = unit.name, unit.span[1]
    if text[end : end + 1] == " ":
        behind = text[end + 1 : end + 20].split(maxsplit=1)
        if behind and behind[0].strip(",") in GOES_ON:
            yield f"goes-on:{behind[0]}"
    if name[:1].islower() or " " not in name:
        yield "plain"
    if "," in name or " and " in name:
        yield "joined"
    if name.count(" ") > 7:
        yield "many-words"


def _of_date(measure: FoundMeasure, deadline: FoundDeadline) -> Iterator[str]:
    """Traits of the deadline."""
    yield f"deadline:{deadline.kind}"
    yield f"precision:{deadline.precision}"
    if deadline.date is None:
        yield f"deadline:{deadline.kind}:undated"
    if not measure.span[0] <= deadline.span[0] < measure.span[1]:
        yield "deadline:from-elsewhere"
    if deadline.text.isascii():
        yield f"deadline:word:{deadline.text.partition(' ')[0].lower()}"
    if deadline.offset is not None and deadline.offset.days == "working":
        yield "deadline:working-days"
    if measure.other_deadlines:
        yield "deadline:several"
    if measure.recurring is not None:
        yield "recurring"


def _of_words(measure: FoundMeasure, text: str) -> Iterator[str]:
    """Traits of the measure's own words."""
    words = text[measure.span[0] : measure.span[1]]
    told: Language = "en" if words[:30].isascii() else "zh"
    if measure.deadline is None:
        if TIME_WORDS[told].search(words):
            yield "time:unread"
    elif len(words) > 200 and len(TIME_WORDS[told].findall(words)) > 2:
        yield "time:much"
    if not measure.support and WITH_WORDS[told].search(words):
        yield "with:unread"
    yield f"length:{min(len(words).bit_length(), 10)}"
    if words[:1].islower():
        yield "begins:small-letter"
    if "\n" in words:
        yield "lines:several"
    if words.count(";") + words.count("；") > 1:
        yield "semicolons"
    if measure.object is None:
        yield "object:none"
    if measure.action[:1].isupper():
        yield "action:capital"
    if len(measure.action) < 12:
        yield "action:short"
    if measure.number is None:
        yield "number:none"
    if measure.open_list:
        yield "open-list"
    if measure.via or measure.addressee:
        yield "via-or-addressee"
