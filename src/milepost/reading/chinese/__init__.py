"""Chinese documents: from a text and its outline to measures, meeting and what was set aside.

In: the text, its clauses, a date for texts that print none. Out: `Body`. Order: the text is folded, the
facts of the document are read, then a bulletin's directives, or else the stretches that assignments close
and the duties in running text. Spans are exact in the text as read. What a file or a clause is stands
elsewhere.
"""

from milepost.reading.body import Body
from milepost.reading.chinese.assemble import Assembler
from milepost.reading.chinese.directives import directives_of
from milepost.reading.chinese.document import facts_of, find_days
from milepost.reading.chinese.folding import fold
from milepost.reading.chinese.meeting import meeting_of
from milepost.reading.chinese.running import find_running
from milepost.reading.chinese.stretches import find_stretches
from milepost.reading.records import ClauseFound, FoundMeasure, SetAsideFound

__all__ = ["read_chinese"]

NOTHING = (
    "no measures found: the text assigns nothing to a unit; if an attachment holds the tasks, read that file"
)


def read_chinese(text: str, clauses: list[ClauseFound], date: str | None = None) -> Body:
    """Everything that the rules find in a Chinese text; no text is refused."""
    folded = fold(text)
    facts = facts_of(folded, date)
    meeting = meeting_of(folded, facts) if facts.kind in ("bulletin", "minutes") else None
    if facts.kind == "bulletin":
        measures, aside = directives_of(folded, clauses, facts, meeting)
        return Body(facts=facts, meeting=meeting, measures=measures, set_aside=aside, warnings=[])
    days = find_days(folded, facts, date, meeting.held_on if meeting else None)
    walk = find_stretches(folded, days)
    running = find_running(folded, walk.loose, days, minutes=facts.kind == "minutes")
    assembler = Assembler(folded, clauses, days, facts.lead_rule == "first")
    found = assembler.measures(walk.stretches, running.duties)
    asides = [SetAsideFound(span=folded.span(a.start, a.end), reason=a.reason) for a in running.aside]
    return Body(
        facts=facts,
        meeting=meeting,
        measures=found,
        set_aside=asides,
        warnings=[*assembler.warnings, *_undated(found, facts.date)],
    )


def _undated(measures: list[FoundMeasure], date: str | None) -> list[str]:
    """What a person should know about measures and dates that could not be read."""
    if not measures:
        return [NOTHING]
    due = [m.deadline for m in measures if m.deadline is not None and m.deadline.date is None]
    waiting = sum(1 for d in due if d.kind == "relative" and d.anchor is not None and date is None)
    yearless = sum(1 for d in due if d.kind == "fixed")
    warnings: list[str] = []
    if waiting:
        warnings.append(
            f"no issue date found: {waiting} relative deadlines have no date; give one with --date"
        )
    if yearless:
        warnings.append(f"{yearless} deadlines have no date, as the text names no year or no such day")
    return warnings
