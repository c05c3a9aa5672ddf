"""Chinese documents: from a text and its outline to measures, meeting and what was set aside.

In: the text, its clauses, a date for texts that print none. Out: `Body`. Order: the text is folded, the
facts of the document are read, then a bulletin's directives, or else the stretches that assignments close
and the duties in running text. Spans are exact in the text as read. What a file or a clause is stands
elsewhere.
"""

from msgspec.structs import replace

from milepost.reading.body import Body
from milepost.reading.chinese.assemble import Assembler
from milepost.reading.chinese.clock import days_of, deadline_warnings
from milepost.reading.chinese.directives import directives_of
from milepost.reading.chinese.document import facts_of
from milepost.reading.chinese.folding import fold
from milepost.reading.chinese.meeting import meeting_of
from milepost.reading.chinese.running import Mode, find_running
from milepost.reading.chinese.stretches import find_stretches
from milepost.reading.chinese.table_extras import dressed, joined, without_tables
from milepost.reading.chinese.tables import find_tables
from milepost.reading.columns import is_table
from milepost.reading.columns.strange import strange_warnings
from milepost.reading.records import ClauseFound, SetAsideFound
from milepost.reading.source import Block

__all__ = ["read_chinese"]

MODES: dict[str, Mode] = {"minutes": "minutes", "regulation": "rules"}
"""How running text is read in a kind of document; all others are read as plans."""
NOTHING = "没有读出任何措施：文中没有把任务交给任何单位；任务如在附件中，请读取附件"


def read_chinese(
    text: str,
    clauses: list[ClauseFound],
    date: str | None = None,
    blocks: tuple[Block, ...] = (),
    region: str | None = None,
) -> Body:
    """Everything that the rules find in a Chinese text; no text is refused. `blocks` are those that a format
    knows, `region` is where the document holds."""
    folded = fold(text)
    facts = facts_of(folded, date)
    if facts.kind in ("bulletin", "minutes") and is_table(text, blocks):
        facts = replace(facts, kind="plan")
    meeting = meeting_of(folded, facts) if facts.kind in ("bulletin", "minutes") else None
    days = days_of(folded, facts, date, meeting.held_on if meeting else None, region)
    if facts.kind == "bulletin":
        measures, aside = directives_of(folded, clauses, facts, meeting)
        return Body(
            facts=facts,
            meeting=meeting,
            measures=measures,
            set_aside=aside,
            warnings=deadline_warnings(folded, measures, days),
        )
    tables = find_tables(folded, blocks, days)
    folded = without_tables(folded, tables.taken)
    walk = find_stretches(folded, days)
    running = find_running(folded, walk.loose, days, MODES.get(facts.kind or "other", "plan"))
    assembler = Assembler(folded, clauses, days, facts.lead_rule == "first")
    found = assembler.measures(joined(walk.stretches, tables.stretches), running.duties)
    found = dressed(folded, tables, found)
    asides = [SetAsideFound(span=folded.span(a.start, a.end), reason=a.reason) for a in running.aside]
    asides += [SetAsideFound(span=folded.span(*done), reason="reported") for done in tables.done]
    return Body(
        facts=facts,
        meeting=meeting,
        measures=found,
        set_aside=sorted(asides, key=lambda aside: aside.span) if tables.done else asides,
        warnings=[
            *strange_warnings(tables.strange, "zh"),
            *(deadline_warnings(folded, found, days) if found else [NOTHING]),
        ],
    )
