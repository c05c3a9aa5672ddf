"""What a measure says about another: "after the rules required by paragraph (a)", 待第二项完成后。

In: nothing; this is the record that both languages' `find_references` hand out. What it points at stands
as the printed label (`2(b)`, `二（三）`), or, where the text prints none, as the noun phrase of the thing
that must exist first. Which measure that is, is not decided here: links are made from the whole ledger.
"""

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.ledger.records import Lag, LinkKind


class Reference(Struct, frozen=True, kw_only=True):
    """Words that order one measure after another. `FS` waits for the other's end, `lag` says how long
    after it; `enables` only uses what the other makes."""

    words: str
    span: Span
    label: str | None = None
    noun: str | None = None
    kind: LinkKind = "FS"
    lag: Lag | None = None
