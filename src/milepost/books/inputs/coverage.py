"""Upper requirements and how they are answered: the rows of the coverage table and of T1."""

from typing import Literal

from milepost.books.inputs.input import Input


class UpperRequirement(Input, frozen=True, kw_only=True):
    """A clause of a higher-level document that asks for a local answer. `lead` is the upper lead unit;
    `upper_measure` what the level above does itself."""

    id: str
    document: str
    clause: str
    text: str
    number: str = ""
    upper_measure: str = ""
    lead: str = ""
    deadline: str | None = None
    conveyed_on: str | None = None


class Coverage(Input, frozen=True, kw_only=True):
    """How a requirement is answered; `not_applicable` needs a reason."""

    upper: str
    status: Literal["open", "partly", "matched", "exceeded", "not_applicable"] = "open"
    measures: tuple[str, ...] = ()
    reason: str = ""
