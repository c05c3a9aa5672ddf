"""From stretches and duties to the measures of the reading: roles, deadline, title.

In: what the walks found, and the facts of the document. Out: `FoundMeasure` records in reading order. What
a tail states once for all later ones (以下均需…落实) is remembered here; who leads is decided in `roles`.
"""

from bisect import bisect_right
from operator import itemgetter

from milepost.ledger.origins import Span
from milepost.ledger.records import Named
from milepost.reading.chinese.agents import Duty
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
from milepost.reading.chinese.roles import RoleRules
from milepost.reading.chinese.stretches import Stretch
from milepost.reading.chinese.tails import Tail
from milepost.reading.chinese.titles import forbids, title_of
from milepost.reading.chinese.units import is_collective
from milepost.reading.patterns import pattern
from milepost.reading.records import (
    ClauseFound,
    FoundDeadline,
    FoundMeasure,
    FoundRecurring,
    NamedUnit,
    Supporting,
)

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
        self.roles = RoleRules(folded, lead_first)
        self.implied: list[NamedUnit] = []
        self.clauses = sorted(clauses, key=lambda clause: clause.span[0])
        self.begins = [clause.span[0] for clause in self.clauses]
        self.names: dict[Span, NamedUnit] = {}

    def measures(self, stretches: list[Stretch], duties: list[Duty]) -> list[FoundMeasure]:
        """The measures in reading order, numbered m1, m2, …"""
        everything: list[tuple[int, Stretch | Duty]] = [(s.start, s) for s in stretches]
        everything += [(d.start, d) for d in duties]
        everything.sort(key=itemgetter(0))
        ids = {id(what): f"m{n}" for n, (_, what) in enumerate(everything, start=1)}
        made: list[FoundMeasure] = []
        for n, (_, what) in enumerate(everything, start=1):
            if isinstance(what, Duty):
                made.append(self.duty(f"m{n}", what))
            else:
                parent = ids[id(stretches[what.parent])] if what.parent is not None else None
                made.append(self.stretch(f"m{n}", what, parent))
        return made

    def stretch(self, key: str, stretch: Stretch, parent: str | None) -> FoundMeasure:
        """The measure of a stretch that an assignment closes."""
        tail = stretch.tail or Tail(start=stretch.end, end=stretch.end)
        lead, support, roles, because = self.roles.of(tail)
        implied = list(self.implied)
        if tail.support_once:
            known = {unit.name for unit in implied}
            self.implied += [
                unit for span in tail.support_once if (unit := self._unit(span)).name not in known
            ]
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
            polarity="refrain" if forbids(title.action) else "do",
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
            because=because,
        )

    def duty(self, key: str, duty: Duty) -> FoundMeasure:
        """The measure of a sentence that names its agent."""
        due, others = chosen(duty.dues)
        title = title_of(self.folded, duty.phrase, duty.end, duty.dues)
        clause, label = self._around(duty.start)
        because = [duty.rule, *([due.rule] if due else [])]
        text = self.folded.text
        rest = [span for span in duty.lead if is_collective(text[slice(*span)])]
        lead = [span for span in duty.lead if span not in rest]
        return FoundMeasure(
            id=key,
            clause=clause,
            number=duty.number or label,
            span=self.folded.span(duty.start, duty.end),
            action=title.action,
            object=title.object,
            polarity="refrain" if forbids(title.action) else "do",
            lead=[] if duty.carried else [self._unit(span) for span in lead],
            support=[] if duty.carried else [self._supporting(span) for span in [*rest, *duty.support]],
            implied_support=[self._unit(span) for span in [*duty.lead, *duty.support]]
            if duty.carried
            else [],
            roles="inherited" if duty.listed else "in_text",
            open_list=duty.open,
            deadline=found(self.folded, due) if due else None,
            other_deadlines=[found(self.folded, other) for other in others],
            recurring=repeats(self.folded, due) if due and due.kind == "recurring" else None,
            output=title.output,
            because=because,
        )

    def _behind_subject(self, stretch: Stretch, tail: Tail) -> int:
        """Where a stretch goes on behind the units of its own tail, told to act at its start: 市财政局要…."""
        text, at = self.folded.text, stretch.start
        spans = [*tail.lead, *tail.responsible, *(span for span, _ in tail.support)]
        if not any(text[span[0]] == text[at] for span in spans):
            return at
        names = sorted({text[slice(*span)] for span in spans}, key=len, reverse=True)
        while name := next((name for name in names if text.startswith(name, at)), None):
            at += len(name)
            if TOLD.match(text, at, stretch.end):
                return at
            at += text.startswith(("、", "和", "及"), at)
        return stretch.start

    def _deadline(
        self, stretch: Stretch, tail: Tail, inside: list[Due]
    ) -> tuple[Due | None, list[FoundDeadline]]:
        """The deadline of a measure and its further ones: the tail's before the text's."""
        if stretch.due is not None:
            return stretch.due, []
        due, stages = chosen(tail.dues, field=True)
        if due is not None:
            return due, [
                found(self.folded, stage, kind="milestone") for stage in stages if stage.kind == "fixed"
            ]
        if not inside:
            return None, []
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

    def _unit(self, span: Span) -> NamedUnit:
        """A unit as printed, with its place."""
        unit = self.names.get(span)
        if unit is None:
            name, place = self.folded.named(*span)
            unit = self.names[span] = NamedUnit(name=name, span=place)
        return unit

    def _supporting(self, span: Span) -> Supporting:
        """A unit that takes part."""
        unit = self._unit(span)
        return Supporting(name=unit.name, span=unit.span)

    def _output(self, span: Span | None) -> Named | None:
        """The result that a cell names."""
        if span is None:
            return None
        words, place = self.folded.named(*span)
        return Named(text=words, span=place)

    def _around(self, start: int) -> tuple[str | None, str | None]:
        """The id and the printed label of the clause that holds a place of the copy; the label only where the
        clause's own words hold it."""
        place = self.folded.place(start)
        at = bisect_right(self.begins, place) - 1
        if at < 0:
            return None, None
        clause = self.clauses[at]
        return clause.id, clause.label if place < clause.span[1] else None
