"""One door for every pattern that runs over a document's text.

In: a pattern as text. Out: a compiled pattern. Patterns keep to what a linear-time engine can run (no
look-around, no back-references), which a test proves by compiling each with RE2, so that no document can make
a rule backtrack without end. Which engine runs them is decided here and nowhere else.
"""

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct

COMPILED: list[str] = []
"""Every pattern compiled here, for the test that proves them linear."""


def pattern(text: str, ignore_case: bool = False) -> re.Pattern[str]:
    """Compile a rule's pattern; re.error when it is no pattern."""
    COMPILED.append(text)
    return re.compile(text, re.IGNORECASE if ignore_case else 0)


class Rule(Struct, frozen=True):
    """A named row of a rule table: the name shows in `because`, `found` turns a match into what is found."""

    name: str
    pattern: re.Pattern[str]
    found: Callable[..., Any] | None = None
