"""Numbered notices: what the Office writes to a unit, and what it asks by when."""

from typing import Literal

from milepost.books.inputs.input import Input

NoticeKind = Literal[
    "assignment", "reminder", "urge", "yellow", "letter", "called_in", "ruling", "change_ruling", "return",
    "cure_order", "closing", "reopening", "meeting",
]  # fmt: skip


class Asked(Input, frozen=True, kw_only=True):
    """One thing that is asked, with its day."""

    text: str
    by: str | None = None


class Notice(Input, frozen=True, kw_only=True):
    """A notice as issued. `number` is printed as is; `measures` are the matters (several: one merged notice).
    Texts that the kind doesn't need stay empty and print no box. `level` is the rung of the ladder, None
    where the kind stands outside it. `meeting` is the id of the sitting that a meeting notice calls."""

    number: str
    kind: NoticeKind
    unit: str
    issued_on: str
    measures: tuple[str, ...] = ()
    level: int | None = None
    signer: str = ""
    title: str = ""
    days_late: int | None = None
    progress: str = ""
    cause: str = ""
    affected: tuple[str, ...] = ()
    asked: tuple[Asked, ...] = ()
    decision: str = ""
    reason: str = ""
    old_due: str | None = None
    new_due: str | None = None
    reply_due: str | None = None
    objection: str = ""
    rule: str = ""
    before: str = ""
    contact: str = ""
    meeting: str | None = None
    annexes: tuple[str, ...] = ()
    copies_to: tuple[str, ...] = ()
    print_run: int | None = None
    withdrawn: bool = False
