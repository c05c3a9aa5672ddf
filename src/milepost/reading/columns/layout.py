"""Which columns a table has: the words of its head brought to roles, and whether it is a table of
measures.

In: the meanings of the columns. Out: a `Layout`: the role of each column, or None where the table tells
no duty with an owner or a date. What a column is depends on its neighbours: a column "Milestone" beside
"Action" holds steps, alone it holds the duties; the province's lead is no lead of the city's measure. A
person's column is a role only where nobody else is named (`officer`).
"""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from milepost.reading.columns.meanings import Meaning

Role = Literal[
    "code",
    "code_title",
    "title",
    "text",
    "lead",
    "responsible",
    "cooperating",
    "guide",
    "officer",
    "deadline",
    "start",
    "period",
    "quarter",
    "year",
    "steps",
    "output",
    "state",
]
OWNERS: frozenset[Role] = frozenset(("lead", "responsible", "cooperating", "guide", "officer"))
UNITS: tuple[Role, ...] = ("lead", "responsible", "cooperating", "guide")
DATES: frozenset[Role] = frozenset(("deadline", "period", "quarter", "year"))
PLAIN: dict[Meaning, Role] = {
    "code": "code",
    "code_title": "code_title",
    "title": "title",
    "text": "text",
    "requirement": "text",
    "lead": "lead",
    "responsible": "responsible",
    "cooperating": "cooperating",
    "guide": "guide",
    "deadline": "deadline",
    "start": "start",
    "period": "period",
    "quarter": "quarter",
    "year": "year",
    "steps": "steps",
    "output": "output",
    "state": "state",
}
"""The meanings that hold whatever stands beside them."""

FURTHER: tuple[Meaning, ...] = ("upper", "description", "steps", "output")
"""What may hold the duties of a table without a column of tasks, the first before the others."""

MANY: frozenset[Role] = frozenset(("text", "lead", "responsible", "cooperating", "steps"))
"""Roles that several columns may share; of the others the first counts."""


class Layout(Struct, frozen=True):
    """The columns of a table of measures: each with its role, from left to right."""

    columns: tuple[tuple[int, Role], ...]

    @property
    def is_form(self) -> bool:
        """Whether the table has no column of units or dates: a form for one item, as the execution ledger."""
        return not any(role in OWNERS or role in DATES for _, role in self.columns)


def layout_of(meanings: Sequence[Meaning | None]) -> Layout | None:
    """The layout of a table with these columns, None for a table that is none of measures."""
    roles = roles_of(list(meanings))
    held = {role for role in roles if role}
    duty = held & {"text", "title", "code_title"}
    dated = held & DATES
    if not duty or not (held & OWNERS or dated or "requirement" in meanings):
        return None
    taken: set[Role] = set()
    columns: list[tuple[int, Role]] = []
    for column, role in enumerate(roles):
        if role and (role in MANY or role not in taken):
            taken.add(role)
            columns.append((column, role))
    return Layout(tuple(columns))


def roles_of(meanings: list[Meaning | None]) -> list[Role | None]:
    """The role of each column among its neighbours."""
    has = frozenset(meaning for meaning in meanings if meaning)
    chosen: dict[Meaning, Role | None] = {**PLAIN, **duty_roles(has), **owner_roles(has)}
    strong = bool(has & {"text", "own_text", "upper", "title", "requirement"}) or "step_kind" in has
    owned = any(chosen.get(meaning) in OWNERS for meaning in has)
    if "deadline" not in has:
        if "date" in has and (strong or "start" in has):
            chosen["date"] = "deadline"
        elif "aim" in has and strong and owned:
            chosen["aim"] = "deadline"
    return [chosen.get(meaning) if meaning else None for meaning in meanings]


def duty_roles(has: frozenset[Meaning]) -> dict[Meaning, Role | None]:
    """Which columns hold the duties, where that depends on their neighbours."""
    if "step_kind" in has:  # an annex of milestones: the name is the duty, the measure what it belongs to
        return {"name": "text", "text": None} if "name" in has else {}
    found: dict[Meaning, Role | None] = {}
    if "own_text" in has:
        return {"own_text": "text", "text": None}
    plain = has & {"text", "requirement"}
    if not plain:
        first = next((m for m in FURTHER if m in has), None)
        titled = bool(has & {"title", "code_title"})
        if (
            first == "upper"
            or (first == "description" and (titled or has & {"lead", "deadline", "responsible"}))
            or (first in ("steps", "output") and not titled)
        ):
            found[first] = "text"
    if "name" in has and (plain or found):
        found["name"] = "title"
    return found


def owner_roles(has: frozenset[Meaning]) -> dict[Meaning, Role]:
    """Which columns name who answers, where that depends on their neighbours."""
    found: dict[Meaning, Role] = {"own_lead": "lead"}
    named = has & {"lead", "own_lead", "responsible"}
    if "upper_lead" in has and not has & {"lead", "own_lead"}:
        found["upper_lead"] = "lead"
        named = named | {"upper_lead"}
    if "responsible" in has and "cooperating" in has and named == {"responsible"}:
        found["responsible"] = "lead"  # 责任单位 beside 配合单位 is who leads
    strong = has & {"text", "own_text", "upper", "title", "requirement"}
    if not named and "department" in has and strong:
        found["department"] = "lead"
    elif not named and "office" in has:
        found["office"] = "responsible"
    elif not named and "officer" in has:
        found["officer"] = "officer"
    return found
