"""How sure a reading is, by the class of the rule that made it.

In: the rules that fired. Out: a share between 0 and 1. The figures are the shares of right readings of
each class on the development corpus, rounded down; a class that the corpus hardly shows gets a cautious
one.
"""

from functools import cache

CLASSES = (
    ("modal:shall", 0.93),
    ("modal:must", 0.9),
    ("modal:directed", 0.9),
    ("hereby:direct", 0.9),
    ("duty-of:direct", 0.85),
    ("operative:that", 0.8),
    ("audit:recommend", 0.85),
    ("field:lead", 0.95),
    ("table:owner", 0.95),
    ("operative:directs", 0.9),
    ("modal:encouraged", 0.9),
    ("modal:discouraged", 0.85),
    ("modal:should", 0.75),
    ("modal:will", 0.75),
    ("modal:agreed", 0.8),
    ("modal:responsible", 0.75),
    ("minutes:initials", 0.85),
    ("minutes:resolved", 0.85),
    ("imperative", 0.75),
    ("minutes:decided", 0.8),
    ("minutes:names", 0.75),
    ("unit:to", 0.8),
    ("minutes:motion", 0.6),
    ("minutes:directed", 0.85),
    ("minutes:was-asked", 0.85),
    ("minutes:needs", 0.6),
    ("minutes:due", 0.6),
)
DEDUCTIONS = {
    "list:item": 0.02,
    "list:means": 0.08,
    "lead:none": 0.15,
    "lead:heading": 0.08,
    "nested": 0.15,
    "second": 0.05,
}
UNCLASSED, LEAST = 0.6, 0.3


@cache
def class_of(rule: str) -> int:
    """The place of the first class that a rule belongs to; behind all of them where it belongs to none."""
    return next((at for at, (name, _) in enumerate(CLASSES) if rule.startswith(name)), len(CLASSES))


def confidence_of(because: list[str]) -> float:
    """The confidence of a measure made by these rules."""
    first = min(map(class_of, because), default=len(CLASSES))
    base = CLASSES[first][1] if first < len(CLASSES) else UNCLASSED
    return round(max(LEAST, base - sum(DEDUCTIONS.get(rule, 0) for rule in because)), 2)
