"""What the rows of tables say that no stretch of text holds, and how they join the rest of a reading.

In: the stretches that `tables` made with their `Extra`s, and the measures that came of them. Out: the
measures with their title column, dated steps and start; the copy without the paragraphs that tables have
read.
"""

from msgspec import Struct
from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.reading.chinese.deadlines import Due
from milepost.reading.chinese.deadlines import found as deadline_found
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.stretches import Stretch
from milepost.reading.chinese.tails import Tail
from milepost.reading.records import FoundDeadline, FoundMeasure


class Extra(Struct, frozen=True, kw_only=True):
    """What the cells of a record say that no stretch holds, in places of the copy."""

    title: Span | None = None
    dated: list[Due] = []
    starts: list[Due] = []
    step: bool = False


class TablesFound(Struct):
    """What the tables of a text gave; `extras` by the stretch they belong to, `strange` the heads of each
    table that nobody understands."""

    stretches: list[Stretch]
    extras: list[Extra]
    done: list[Span]
    taken: list[Span]
    strange: list[list[str]] = []


def add_moved(tail: Tail, found: Tail, by: int) -> None:
    """Add to a tail what a cell with the same words says elsewhere."""
    if found.assigns:
        tail.lead += moved(found.lead, by)
        tail.responsible += moved(found.responsible, by)
        tail.guide += moved(found.guide, by)
        tail.support += [((a + by, b + by), relation) for (a, b), relation in found.support]
        tail.support_once += moved(found.support_once, by)
    if found.dues:
        tail.dues += [replace(due, start=due.start + by, end=due.end + by) for due in found.dues]
    tail.because += found.because
    tail.open |= found.open
    tail.first_leads |= found.first_leads
    if found.output and not tail.output:
        tail.output = (found.output[0] + by, found.output[1] + by)


def moved(spans: list[Span], by: int) -> list[Span]:
    """Places further on."""
    return [(a + by, b + by) for a, b in spans]


def dressed(folded: Folded, found: TablesFound, measures: list[FoundMeasure]) -> list[FoundMeasure]:
    """The measures with what their cells say besides: the title column, steps with dates, the start."""
    extras = {
        folded.span(stretch.start, stretch.end): extra
        for stretch, extra in zip(found.stretches, found.extras, strict=True)
        if extra.title or extra.dated or extra.starts or extra.step
    }
    if not extras:
        return measures
    return [with_extra(folded, one, extras[one.span]) if one.span in extras else one for one in measures]


def with_extra(folded: Folded, measure: FoundMeasure, extra: Extra) -> FoundMeasure:
    """One measure with what its cells say besides."""
    others: list[FoundDeadline] = [
        replace(deadline_found(folded, due, kind="start"), date=due.date, precision=due.precision)
        for due in extra.starts
    ]
    others += [deadline_found(folded, due, kind="milestone") for due in extra.dated]
    return replace(
        measure,
        action=folded.words(*extra.title) if extra.title else measure.action,
        level="sub" if extra.step else measure.level,
        other_deadlines=[*measure.other_deadlines, *others],
    )


def without_tables(folded: Folded, taken: list[Span]) -> Folded:
    """The copy without the paragraphs that tables have read; what stands behind a row on its line stays."""
    if not taken:
        return folded
    ends = dict(taken)
    kept: list[Span] = []
    behind = 0
    for start, end in folded.paragraphs:
        behind = max(behind, ends.get(start, 0))
        if start >= behind:
            kept.append((start, end))
        elif end > behind and (rest := folded.text[behind:end]).strip():
            kept.append((behind + len(rest) - len(rest.lstrip()), end))
    return replace(folded, paragraphs=kept)


def joined(walked: list[Stretch], rows: list[Stretch]) -> list[Stretch]:
    """The stretches of the text and those of its tables; a row's parent is counted behind the others."""
    for row in rows:
        if row.parent is not None:
            row.parent += len(walked)
    return [*walked, *rows]
