"""Plans for project files: every kind of link and lag in China's working days, two calendars, hard titles."""

import functools
from typing import Any

from milepost.books.content.adopted.project import project
from milepost.books.content.records.project import Project
from milepost.books.inputs.feeds import TaskNumbers
from milepost.ledger.records import Ledger, Schedule
from milepost.planning import plan
from tests.books.bulletin_ledger import bulletin
from tests.books.langang import langang
from tests.plans import make_link, make_step, make_step_plan, make_unit

LINKS: tuple[tuple[str, str, int, str, str], ...] = (
    ("b", "FS", 0, "day", "working"),
    ("c", "FS", 2, "day", "working"),
    ("d", "FS", 3, "day", "calendar"),
    ("e", "FS", -1, "day", "working"),
    ("f", "SS", 2, "day", "working"),
    ("g", "FF", 2, "day", "working"),
    ("h", "SF", 4, "day", "working"),
    ("i", "enables", 0, "day", "working"),
    ("j", "FS", 1, "week", "working"),
    ("k", "FS", 1, "week", "calendar"),
    ("l", "FS", 1, "month", "calendar"),
    ("m", "SS", 1, "quarter", "calendar"),
)
"""Step, kind and lag of what waits for step a."""


@functools.cache
def linked(region: str | None = "CN") -> tuple[Ledger, Schedule]:
    """Step a and one step a kind of link, from 21 January 2026 over the spring festival."""
    units = tuple(make_unit(f"u{name}", capacity=9) for name in ("a", *(row[0] for row in LINKS)))
    steps = (
        make_step("a", 12, measure="ma", unit="ua"),
        *(make_step(name, 4, measure=f"m{name}", unit=f"u{name}") for name, *_ in LINKS),
    )
    links: Any = tuple(
        make_link("a", name, kind, lag, unit=unit, days=days, condition=f"a is done for {name}")  # type: ignore[arg-type] # kinds of links
        for name, kind, lag, unit, days in LINKS
    )
    ledger = make_step_plan(*steps, units=units, links=links, region=region, documents=())
    return plan(ledger, "2026-01-21")


def first(ledger: Ledger, schedule: Schedule, language: str = "en") -> Project:
    """The file of a first edition."""
    return project(ledger, schedule, TaskNumbers(plan=ledger.plan.id), language=language)[0]


@functools.cache
def adopted(language: str) -> Project:
    """The file of Langang's edition 2."""
    ledger, schedule, state = langang(language)
    return project(ledger, schedule, TaskNumbers(plan=ledger.plan.id), state, language)[0]


@functools.cache
def projects() -> dict[str, Project]:
    """All of them by name."""
    return {
        "adopted-en": adopted("en"),
        "adopted-zh": adopted("zh"),
        "first-en": first(*bulletin("en")),
        "first-zh": first(*bulletin("zh"), "zh"),
        "linked": first(*linked()),
    }
