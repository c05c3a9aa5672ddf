"""Minutes, action logs and bulletins invented in the manner of real ones are read as their marks say.

Written before the rules that read them; `mixed-4-…` and `mixed-5-…` were read when most rules stood. The
floors lie a little under what was measured, so that a rule that loses a style of minutes fails here. Main
measures and leads are compared as in `test_fresh_corpus`, people by name, directives by place and actor.
"""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from milepost.reading import read
from milepost.reading.records import FoundMeasure, Reading

FOLDER = Path(__file__).parent.parent.parent / "data" / "corpus" / "en-fresh2-minutes"
NAMES = sorted(path.stem for path in FOLDER.glob("*.json"))
NEAR = 40
FLOOR, FLOOR_EACH, FLOOR_LEADS, FLOOR_TRAPS = 0.96, 0.85, 0.95, 0.96
FLOOR_PEOPLE, FLOOR_DIRECTIVES, FLOOR_ACTORS, FLOOR_PRINCIPLES = 0.97, 0.95, 0.95, 0.9


@cache
def marks(name: str) -> dict[str, Any]:
    """What was marked in a document."""
    found: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return found


@cache
def reading(name: str) -> Reading:
    """What is read in it."""
    return read((FOLDER / f"{name}.txt").read_bytes(), f"{name}.txt")


def paired(name: str) -> dict[int, FoundMeasure]:
    """Mark to measure, the nearest starts first, each used once."""
    gold, found = marks(name)["measures"], reading(name).measures
    near = sorted(
        (abs(measure.span[0] - mark["char_start"]), g, p)
        for g, mark in enumerate(gold)
        for p, measure in enumerate(found)
        if abs(measure.span[0] - mark["char_start"]) <= NEAR
        or measure.span[0] <= mark["char_start"] < measure.span[1]
    )
    pairs: dict[int, int] = {}
    for _, g, p in near:
        if g not in pairs and p not in pairs.values():
            pairs[g] = p
    return {g: found[p] for g, p in pairs.items()}


def plain(names: list[str]) -> set[str]:
    """Names as they are compared."""
    return {name.lower().removeprefix("the ") for name in names}


def same_lead(mark: dict[str, Any], measure: FoundMeasure) -> bool:
    """Whether the lead is the marked one, or the short form that stands in the text."""
    found = plain([unit.name for unit in measure.lead])
    return found == plain(mark["actor"] or []) or ("coref" in mark and found == plain([mark["coref"]]))


def f1(found: int, marked: int, was_read: int) -> float:
    """The harmonic mean of precision and recall."""
    return 2 * found / (marked + was_read) if marked + was_read else 1.0


MINUTES = [name for name in NAMES if "directives" not in marks(name)]
BULLETINS = [name for name in NAMES if "directives" in marks(name)]


@pytest.mark.parametrize("name", MINUTES)
def test_each_document_is_read_well_enough_to_be_worth_correcting(name: str) -> None:
    assert f1(len(paired(name)), len(marks(name)["measures"]), len(reading(name).measures)) >= FLOOR_EACH


def test_most_measures_and_leads_are_found_and_little_else() -> None:
    pairs = {name: paired(name) for name in MINUTES}
    found = sum(map(len, pairs.values()))
    marked = sum(len(marks(name)["measures"]) for name in MINUTES)
    assert f1(found, marked, sum(len(reading(name).measures) for name in MINUTES)) >= FLOOR
    right = [same_lead(marks(name)["measures"][g], m) for name in MINUTES for g, m in pairs[name].items()]
    assert sum(right) / len(right) >= FLOOR_LEADS


def test_reports_procedure_and_closed_items_make_no_measure() -> None:
    sprung = total = 0
    for name in MINUTES:
        answered = list(paired(name).values())
        others = [measure for measure in reading(name).measures if measure not in answered]
        for trap in marks(name)["non_measures"]:
            total += 1
            sprung += any(trap["char_start"] - 2 <= m.span[0] < trap["char_end"] for m in others)
    assert 1 - sprung / total >= FLOOR_TRAPS


def test_the_people_of_the_meetings_are_found() -> None:
    found = marked = was_read = 0
    for name in MINUTES:
        record = marks(name).get("meeting")
        if not record:
            continue
        meeting = reading(name).meeting
        assert meeting is not None, name
        there = [set(p.name.split()) for p in meeting.people if p.role != "absent"]
        wanted = [set(person.split()) for person, _ in record["attendees"]]
        found += sum(any(one <= person or person <= one for person in there) for one in wanted)
        marked, was_read = marked + len(wanted), was_read + len(there)
    assert f1(found, marked, was_read) >= FLOOR_PEOPLE


def directives(name: str) -> list[tuple[dict[str, Any], FoundMeasure | None]]:
    """Each marked directive with the measure that covers most of it."""
    pairs = []
    for mark in marks(name)["directives"]:
        start, end = mark["char_start"], mark["char_end"]
        near = [
            (min(end, m.span[1]) - max(start, m.span[0]), m)
            for m in reading(name).measures
            if 2 * (min(end, m.span[1]) - max(start, m.span[0])) >= min(end - start, m.span[1] - m.span[0])
        ]
        pairs.append((mark, max(near, key=lambda one: one[0])[1] if near else None))
    return pairs


def test_directives_actors_and_principles_of_bulletins_are_found() -> None:
    every = [pair for name in BULLETINS for pair in directives(name)]
    found = [(mark, measure) for mark, measure in every if measure is not None]
    assert len(found) / len(every) >= FLOOR_DIRECTIVES
    told = [plain(mark["actors"] or []) == plain([u.name for u in m.lead]) for mark, m in found]
    assert sum(told) / len(told) >= FLOOR_ACTORS
    judged = [mark["is_principle"] == (m.strength == "principle") for mark, m in found]
    assert sum(judged) / len(judged) >= FLOOR_PRINCIPLES


@pytest.mark.parametrize("name", BULLETINS)
def test_a_bulletin_says_when_who_presided_and_what_was_on_the_agenda(name: str) -> None:
    record, meeting = marks(name)["meeting"], reading(name).meeting
    assert meeting is not None
    assert meeting.held_on == record["date_held"]["value"]
    assert meeting.published_at == record["published"]["value"]
    chairs = [set(p.name.split()) for p in meeting.people if p.role == "chair"]
    assert any(chair <= set(record["presider"]["name"].split()) for chair in chairs)
    objects = [thing["text"].lower() for item in marks(name)["agenda_items"] for thing in item["objects"]]
    read_ones = [item.object.lower() for item in meeting.agenda]
    assert all(any(one in wanted or wanted in one for one in read_ones) for wanted in objects)
