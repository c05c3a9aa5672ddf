"""From stretches and duties to the measures of the reading: roles, deadline, title, confidence.

In: what the walks found, and the facts of the document. Out: `FoundMeasure` records in reading order. Here
the rules are applied that a document states once: the unit listed first leads, responsible units lead where
none is marked, some units support all that follows. A collective that fits any unit never leads.
"""

from bisect import bisect_right
from typing import Literal

from milepost.ledger.origins import Span
from milepost.ledger.records import Named
from milepost.reading.chinese.deadlines import (
    Days,
    Due,
    chosen,
    find_deadlines,
    found,
    repeats,
    without_stages,
)
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.running import Duty
from milepost.reading.chinese.stretches import Stretch
from milepost.reading.chinese.tails import Tail
from milepost.reading.chinese.titles import REFRAIN, title_of
from milepost.reading.chinese.units import is_collective, is_plural
from milepost.reading.patterns import pattern
from milepost.reading.records import (
    ClauseFound,
    FoundDeadline,
    FoundMeasure,
    FoundRecurring,
    NamedUnit,
    Supporting,
)

Roles = Literal["marked", "first_rule", "responsible", "guide", "in_text", "inherited", "none"]

CONFIDENCE = {
    "tail": 0.96,
    "label": 0.96,
    "row": 0.95,
    "heading": 0.8,
    "milestone": 0.85,
    "bare": 0.85,
    "in_text": 0.7,
    "carried": 0.6,
}
"""How often a measure of each form is one, on the development corpora."""

RESPONSIBLE_LEADS = pattern(
    r"(?:无|没有|未(?:标|注|列|写)明)(?:标明)?牵头(?:责任)?(?:单位|部门)的?,?(?:由)?责任(?:单位"
    r"|部门)即?(?:视)?为牵头"
)
"""无牵头单位的,责任单位即为牵头单位: stated once, in the covering notice."""

AGENT_BEFORE = pattern(
    r"(?:^|[,。;])(?P<who>各[^,。;要于在]{1,16}|[^,。;要于在的]{2,14}?(?:局|委|办|厅|部|政府|单位"
    r"|委员会|集团|中心))(?:要|应|须|需|将)?$"
)

TOLD = pattern(r"(?:要|应当?|须|必须|需要?)[^,。;]")
"""What stands between a unit and what it is to do."""


class Assembler:
    """Makes the measures of one document; what one tail states for all later ones is remembered in order."""

    def __init__(self, folded: Folded, clauses: list[ClauseFound], days: Days, lead_first: bool) -> None:
        self.folded = folded
        self.days = days
        self.lead_first = lead_first
        self.responsible_leads = RESPONSIBLE_LEADS.search(folded.text) is not None
        self.implied: list[NamedUnit] = []
        self.clauses = sorted(clauses, key=lambda clause: clause.span[0])
        self.begins = [clause.span[0] for clause in self.clauses]
        self.warnings: list[str] = []
        self.names: dict[Span, NamedUnit] = {}

    def measures(self, stretches: list[Stretch], duties: list[Duty]) -> list[FoundMeasure]:
        """The measures in reading order, numbered m1, m2, …"""
        everything: list[tuple[int, Stretch | Duty]] = [(s.start, s) for s in stretches]
        everything += [(d.start, d) for d in duties]
        everything.sort(key=lambda pair: pair[0])
        ids = {id(what): f"m{n}" for n, (_, what) in enumerate(everything, start=1)}
        made: list[FoundMeasure] = []
        for _, what in everything:
            if isinstance(what, Duty):
                made.append(self.duty(ids[id(what)], what))
            else:
                parent = ids[id(stretches[what.parent])] if what.parent is not None else None
                made.append(self.stretch(ids[id(what)], what, parent))
        return made

    def stretch(self, key: str, stretch: Stretch, parent: str | None) -> FoundMeasure:
        """The measure of a stretch that an assignment closes."""
        tail = stretch.tail or Tail(start=stretch.end, end=stretch.end)
        lead, support, roles, because = self._roles(tail)
        implied = list(self.implied)
        known = {unit.name for unit in implied} if tail.support_once else set()
        self.implied += [unit for span in tail.support_once if (unit := self._unit(span)).name not in known]
        if stretch.form in ("heading", "carried"):
            roles, because = "inherited", [*because, f"inherited:{stretch.form}"]
        inside = find_deadlines(self.folded, stretch.start, stretch.end, self.days)
        due, others = self._deadline(stretch, tail, inside)
        form = "bare" if tail.bare and stretch.form == "tail" else stretch.form
        because = list(dict.fromkeys([*tail.because, *because, f"form:{form}", *([due.rule] if due else [])]))
        title = title_of(self.folded, self._behind_subject(stretch, tail), stretch.end, inside)
        clause, label = self._around(stretch.start)
        return FoundMeasure(
            id=key,
            clause=clause,
            number=stretch.number or label,
            span=self.folded.span(stretch.start, stretch.end),
            action=title.action,
            object=title.object,
            polarity="refrain" if REFRAIN.match(title.action) else "do",
            parent=parent,
            lead=[self._unit(span) for span in lead],
            support=[self._supporting(span) for span in support],
            guide=[self._unit(span) for span in tail.guide],
            implied_support=implied,
            roles=roles,
            open_list=tail.open,
            deadline=found(self.folded, due, kind="milestone" if stretch.due else None) if due else None,
            other_deadlines=others,
            recurring=repeats(self.folded, due) if due and due.kind == "recurring" else self._rhythm(inside),
            output=self._output(stretch.output) or title.output,
            confidence=CONFIDENCE[form],
            because=because,
        )

    def duty(self, key: str, duty: Duty) -> FoundMeasure:
        """The measure of a sentence that names its agent."""
        due, others = chosen(duty.dues)
        title = title_of(self.folded, duty.phrase, duty.end, duty.dues)
        clause, label = self._around(duty.start)
        because = [duty.rule, *([due.rule] if due else [])]
        lead = [span for span in duty.lead if not is_collective(self._name(span))]
        rest = [span for span in duty.lead if is_collective(self._name(span))]
        self._note(duty.dues)
        return FoundMeasure(
            id=key,
            clause=clause,
            number=duty.number or label,
            span=self.folded.span(duty.start, duty.end),
            action=title.action,
            object=title.object,
            polarity="refrain" if REFRAIN.match(title.action) else "do",
            lead=[self._unit(span) for span in lead],
            support=[self._supporting(span) for span in [*rest, *duty.support]],
            roles="in_text",
            open_list=duty.open,
            deadline=found(self.folded, due) if due else None,
            other_deadlines=[found(self.folded, other) for other in others],
            recurring=repeats(self.folded, due) if due and due.kind == "recurring" else None,
            output=title.output,
            confidence=CONFIDENCE["carried" if duty.carried else "in_text"],
            because=because,
        )

    def _behind_subject(self, stretch: Stretch, tail: Tail) -> int:
        """Where a stretch goes on behind the units of its own tail, told to act at its start: 市财政局要…."""
        text, at = self.folded.text, stretch.start
        spans = [*tail.lead, *tail.responsible, *(span for span, _ in tail.support)]
        names = sorted({text[slice(*span)] for span in spans}, key=len, reverse=True)
        while name := next((name for name in names if text.startswith(name, at)), None):
            at += len(name)
            if TOLD.match(text, at, stretch.end):
                return at
            at += text.startswith(("、", "和", "及"), at)
        return stretch.start

    def _roles(self, tail: Tail) -> tuple[list[Span], list[Span], Roles, list[str]]:
        """Lead, support, why they stand so, and the rules that decided it."""
        lead = [span for span in tail.lead if not is_collective(self._name(span))]
        never = [span for span in tail.lead if is_collective(self._name(span))]
        support = never + tail.responsible + [span for span, _ in tail.support]
        if tail.support_once:
            named = {self._name(span) for span in support}
            support += [span for span in tail.support_once if self._name(span) not in named]
        if lead:
            return lead, support, "marked", []
        if tail.guide:
            return [], support, "guide", []
        return self._unmarked(tail, support)

    def _unmarked(self, tail: Tail, support: list[Span]) -> tuple[list[Span], list[Span], Roles, list[str]]:
        """The roles where nobody is marked as lead: by the document's rules, else nobody leads."""
        units = tail.responsible
        if not units:
            return [], support, "marked" if support else "none", []
        names = [self._name(span) for span in units]
        sole_collective = is_plural(names[0]) and len(units) == 1
        if (
            self.lead_first
            and not is_collective(names[0])
            and not sole_collective
            and not self._all_plural(names)
        ):
            return (
                units[:1],
                [span for span in support if span != units[0]],
                "first_rule",
                ["rule:first-leads"],
            )
        if self.responsible_leads and not all(map(is_collective, names)):
            taken = set(units)
            return (
                units,
                [span for span in support if span not in taken],
                "responsible",
                ["rule:responsible-leads"],
            )
        return [], support, "responsible", []

    def _all_plural(self, names: list[str]) -> bool:
        """Whether every unit stands for several: nobody can be first among them."""
        return all(is_plural(name) for name in names)

    def _deadline(
        self, stretch: Stretch, tail: Tail, inside: list[Due]
    ) -> tuple[Due | None, list[FoundDeadline]]:
        """The deadline of a measure and its further ones: the tail's before the text's."""
        if stretch.due is not None:
            return stretch.due, []
        self._note([*tail.dues, *inside])
        due, stages = chosen(tail.dues, field=True)
        if due is not None:
            return due, [
                found(self.folded, stage, kind="milestone") for stage in stages if stage.kind == "fixed"
            ]
        due, others = chosen(without_stages(self.folded.text, inside))
        others = [other for other in inside if other is not due]
        kept = [other for other in others if other.kind in ("fixed", "relative") and other.date]
        return due, [
            found(self.folded, other, actor=self._actor(stretch.start, other.start)) for other in kept
        ]

    def _actor(self, start: int, end: int) -> str | None:
        """Who stands right before a further date: 各区要于年底前…."""
        match = AGENT_BEFORE.search(self.folded.text, max(start, end - 40), end)
        return self.folded.words(*match.span("who")) if match else None

    def _rhythm(self, dues: list[Due]) -> FoundRecurring | None:
        """The rhythm that a measure's text states beside its deadline."""
        due = next((due for due in dues if due.kind == "recurring"), None)
        return repeats(self.folded, due) if due else None

    def _note(self, dues: list[Due]) -> None:
        """Warn of dates that no calendar has."""
        for due in dues:
            if due.impossible:
                words = self.folded.words(due.start, due.end)
                self.warnings.append(f"日历上没有“{words}”这一天：该时限没有日期，请核对原文")

    def _unit(self, span: Span) -> NamedUnit:
        """A unit as printed, with its place."""
        unit = self.names.get(span)
        if unit is None:
            unit = NamedUnit(name=self.folded.printed(*span), span=self.folded.span(*span))
            self.names[span] = unit
        return unit

    def _name(self, span: Span) -> str:
        """A unit's name as printed."""
        return self._unit(span).name

    def _supporting(self, span: Span) -> Supporting:
        """A unit that takes part."""
        unit = self._unit(span)
        return Supporting(name=unit.name, span=unit.span)

    def _output(self, span: Span | None) -> Named | None:
        """The result that a cell names."""
        return Named(text=self.folded.printed(*span), span=self.folded.span(*span)) if span else None

    def _around(self, start: int) -> tuple[str | None, str | None]:
        """The id and the printed label of the clause that holds a place of the copy; the label only where the
        clause's own words hold it."""
        place = self.folded.place(start)
        at = bisect_right(self.begins, place) - 1
        if at < 0:
            return None, None
        clause = self.clauses[at]
        return clause.id, clause.label if place < clause.span[1] else None
