"""The meanings that a column of a ledger may have, and the rows that tie words to them.

In: nothing. Out: `Meaning`, and `Head`, a row of the tables in `heads_chinese` and `heads_english`.
"""

from typing import Literal

from msgspec import Struct

Meaning = Literal[
    "code",
    "code_title",
    "title",
    "name",
    "text",
    "requirement",
    "own_text",
    "description",
    "upper",
    "lead",
    "own_lead",
    "upper_lead",
    "department",
    "responsible",
    "cooperating",
    "guide",
    "office",
    "officer",
    "person",
    "deadline",
    "date",
    "aim",
    "start",
    "period",
    "quarter",
    "year",
    "steps",
    "stage",
    "step_kind",
    "output",
    "theme",
    "state",
    "report",
    "other",
]


class Head(Struct, frozen=True):
    """A row: what the column holds, and the words over it."""

    meaning: Meaning
    words: str
