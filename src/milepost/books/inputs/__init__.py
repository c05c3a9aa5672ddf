"""How a plan stands at its freeze: what the ledger does not hold, as plain records that the books read.

In: nothing; the office fills these (or a file that `codec` reads), tests invent them. Out: frozen records,
all gathered in `State`. A book made without a state is a first edition; with one it is an adopted edition.
Subjects are ids of the ledger: measures, assignments, steps, units. Dates are ISO strings. Words are in the
plan's language. Not here: computing a light or opening a level of the ladder (the office), wording.
"""

from milepost.books.inputs.counts import Carried, Count, Finding, FrozenCounts, InnovationCase, Narrative
from milepost.books.inputs.coverage import Coverage, UpperRequirement
from milepost.books.inputs.handling import Handling, Restriction
from milepost.books.inputs.meetings import (
    Attendance,
    Decision,
    GroupReport,
    Item,
    MeetingRecord,
    Opinion,
    Paper,
    Resolution,
)
from milepost.books.inputs.notices import Asked, Notice
from milepost.books.inputs.state import (
    Adoption,
    Change,
    DutyState,
    Evidence,
    Forecast,
    Light,
    Report,
    Rules,
    State,
)

__all__ = [
    "Adoption",
    "Asked",
    "Attendance",
    "Carried",
    "Change",
    "Count",
    "Coverage",
    "Decision",
    "DutyState",
    "Evidence",
    "Finding",
    "Forecast",
    "FrozenCounts",
    "GroupReport",
    "Handling",
    "InnovationCase",
    "Item",
    "Light",
    "MeetingRecord",
    "Narrative",
    "Notice",
    "Opinion",
    "Paper",
    "Report",
    "Resolution",
    "Restriction",
    "Rules",
    "State",
    "UpperRequirement",
]
