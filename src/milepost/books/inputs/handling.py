"""Who may see what, and what is printed on every page about it."""

from milepost.books.inputs.input import Input


class Restriction(Input, frozen=True, kw_only=True):
    """A measure that only the units of a list may see (ids); rank alone never opens it."""

    measure: str
    units: tuple[str, ...] = ()
    reason: str = ""


class Handling(Input, frozen=True, kw_only=True):
    """What a copy says of itself: classification in the office's words, copy number, for whom it is.

    `reader` is the unit (id) for which the copy is made, None for the Office, which sees all.
    """

    classification: str = ""
    copy: int | None = None
    copies: int | None = None
    reader: str | None = None
