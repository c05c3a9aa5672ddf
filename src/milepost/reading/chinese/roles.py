"""Who leads and who supports, from what a tail marks and what the document says once.

In: a tail. Out: lead, support, why they stand so, and the rules that decided it. The document's rules are
applied here: the unit listed first leads, responsible units lead where none is marked. A collective that fits
any unit never leads.
"""

from typing import Literal

from milepost.ledger.origins import Span
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.tails import Tail
from milepost.reading.chinese.units import is_collective, is_plural
from milepost.reading.patterns import pattern

Roles = Literal["marked", "first_rule", "responsible", "guide", "in_text", "inherited", "none"]
Decided = tuple[list[Span], list[Span], Roles, list[str]]

RESPONSIBLE_LEADS = pattern(
    r"(?:无|没有|未(?:标|注|列|写)明)(?:标明)?牵头(?:责任)?(?:单位|部门)的?,?(?:由)?责任(?:单位"
    r"|部门)即?(?:视)?为牵头"
)
"""无牵头单位的,责任单位即为牵头单位: stated once, in the covering notice."""


CHARGED = pattern(r"(?:^|[^要他任])责任(?:单位|部门) ?: ?$")
HELPED = pattern(r"配合(?:责任)?(?:单位|部门) ?: ?$")
"""责任单位:甲局 配合单位:乙局: the one unit in charge leads where others are said to help it.
主要责任单位 and 协办单位 say no more than who answers."""


class RoleRules:
    """The rules on roles that hold in one document."""

    def __init__(self, folded: Folded, lead_first: bool) -> None:
        self.folded = folded
        self.lead_first = lead_first
        self.responsible_leads = RESPONSIBLE_LEADS.search(folded.text) is not None

    def of(self, tail: Tail) -> Decided:
        """The roles of a tail's units: what it marks, else what the document's rules say."""
        lead: list[Span] = []
        support: list[Span] = []
        for span in tail.lead:
            (support if is_collective(self._name(span)) else lead).append(span)
        support += tail.responsible
        support += [span for span, _ in tail.support]
        if tail.support_once:
            named = {self._name(span) for span in support}
            support += [span for span in tail.support_once if self._name(span) not in named]
        if lead:
            return lead, support, "marked", []
        if tail.guide:
            return [], support, "guide", []
        if not tail.responsible:
            return [], support, "marked" if support else "none", []
        if self._helped(tail):
            return tail.responsible, [span for span in support if span != tail.responsible[0]], "marked", []
        return self._unmarked(tail.responsible, support)

    def _helped(self, tail: Tail) -> bool:
        """Whether a single unit stands under 责任单位 and others under 配合单位."""
        if len(tail.responsible) != 1 or not tail.support:
            return False
        alone, helper = tail.responsible[0], tail.support[0][0]
        name, text = self._name(alone), self.folded.text
        return (
            not is_plural(name)
            and not is_collective(name)
            and CHARGED.search(text, max(0, alone[0] - 8), alone[0]) is not None
            and HELPED.search(text, max(0, helper[0] - 10), helper[0]) is not None
        )

    def _unmarked(self, units: list[Span], support: list[Span]) -> Decided:
        """The roles where nobody is marked as lead: by the document's rules, else nobody leads."""
        names = [self._name(span) for span in units]
        if self.lead_first and not is_collective(names[0]) and not all(map(is_plural, names)):
            rest = [span for span in support if span != units[0]]
            return units[:1], rest, "first_rule", ["rule:first-leads"]
        if self.responsible_leads and not all(map(is_collective, names)):
            rest = [span for span in support if span not in set(units)]
            return units, rest, "responsible", ["rule:responsible-leads"]
        return [], support, "responsible", []

    def _name(self, span: Span) -> str:
        """A unit's name as the rules know it: simplified, in one width."""
        return self.folded.text[slice(*span)]
