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

NOTHING = "没有读出任何措施：文中没有把任务交给任何单位；任务如在附件中，请读取附件"


def read_chinese(text: str, clauses: list[ClauseFound], date: str | None = None) -> Body:
    """Everything that the rules find in a Chinese text; no text is refused."""
    folded = fold(text)
    facts = facts_of(folded, date)
    meeting = meeting_of(folded, facts) if facts.kind in ("bulletin", "minutes") else None
    if facts.kind == "bulletin":
        day = (meeting.held_on if meeting else None) or facts.date
        measures, aside = directives_of(folded, clauses, facts, meeting)
        return Body(
            facts=facts, meeting=meeting, measures=measures, set_aside=aside, warnings=_undated(measures, day)
        )
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
        warnings=[*assembler.warnings, *(_undated(found, facts.date) if found else [NOTHING])],
    )


def _undated(measures: list[FoundMeasure], date: str | None) -> list[str]:
    """What a person should know about deadlines that have no date."""
    due = [m.deadline for m in measures if m.deadline is not None and m.deadline.date is None]
    relative = [d for d in due if d.kind == "relative"]
    working = list(dict.fromkeys(d.text for d in relative if d.offset and d.offset.days == "working"))
    waiting = sum(1 for d in relative if d.anchor is not None and date is None and d.text not in working)
    yearless = sum(1 for d in due if d.kind == "fixed")
    warnings: list[str] = []
    if waiting:
        warnings.append(f"没有找到成文日期：{waiting}个相对时限没有日期；请用 --date 给出成文日期")
    if working:
        quoted = "、".join(f"“{words}”" for words in working)
        warnings.append(f"{quoted}按工作日计算：须对照放假安排推算，暂无日期")
    if yearless:
        warnings.append(f"{yearless}个时限没有日期：文中没有写明年份，或者没有这一天")
    return warnings
