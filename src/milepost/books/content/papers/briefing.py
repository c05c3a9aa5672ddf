"""The briefing: one page, four boxes: what moved, what is stuck and on whom, what is due, one good practice.

In: a `View`, a `Standing`, optionally the `FrozenCounts` whose typed lines come first. Out: a paper of one
page. Each box says how many lines it leaves out and where they stand.
"""

from collections.abc import Callable

from milepost.books.content.papers.furniture import report_paper, stem
from milepost.books.content.papers.matters import lead_run
from milepost.books.content.papers.runs import (
    computed,
    day,
    days_after,
    days_between,
    matter,
    paragraphs,
    typed,
    unit_run,
    wording,
    woven,
)
from milepost.books.content.records.paper import Box, Boxes, Paper, Run, Text
from milepost.books.content.standing import Mark, Standing
from milepost.books.content.view import View
from milepost.books.inputs import FrozenCounts
from milepost.books.wording.dates import long_date
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Measure

DAYS = 30
"""How far back and ahead the briefing looks."""
LINES = 6
"""What a box holds on one page beside three others."""
STUCK: tuple[Mark, ...] = ("late", "behind", "waiting", "stale")

Lines = Callable[[View, Standing], list[Text]]


def briefing(view: View, standing: Standing, counts: FrozenCounts | None = None) -> Paper:
    """The briefing of a freeze."""
    language, as_of = view.language, standing.state.as_of
    boxes = tuple(
        _box(view, key, [*_typed(counts, key), *lines(view, standing)])
        for key, lines in (("moved", moved), ("stuck", stuck), ("due", due))
    )
    practice = Box(
        heading=label("briefing.practice", language),
        items=tuple(_practice(view, counts)[:1]),
        empty=label("briefing.practice.empty", language),
    )
    return report_paper(
        view,
        standing,
        "briefing",
        stem("briefing", as_of, language),
        label("briefing.title", language),
        [Boxes(boxes=(*boxes, practice))],
        subtitle=words("briefing.as_of", language, date=long_date(as_of, language)),
    )


def _box(view: View, key: str, lines: list[Text]) -> Box:
    """A box with its first lines and how many more there are."""
    language, over = view.language, len(lines) - LINES
    if over > 0:
        over += 1
        n = computed(over, "count:left-out")
        lines = [*lines[: LINES - 1], woven(f"briefing.more.{key}", language, n=n)]
    return Box(
        heading=words(f"briefing.{key}", language, n=DAYS),
        items=tuple(lines),
        empty=label(f"briefing.{key}.empty", language),
    )


def _typed(counts: FrozenCounts | None, key: str) -> tuple[Text, ...]:
    """What a person typed for a box."""
    if counts is None:
        return ()
    return tuple(text for row in counts.narrative if row.part == key for text in paragraphs(row.paragraphs))


def moved(view: View, standing: Standing) -> list[Text]:
    """Steps done in the last days, newest first; of a verified measure its end alone."""
    as_of = standing.state.as_of
    since, lines = days_after(as_of, -DAYS), []
    for measure in view.ledger.measures:
        steps = [s for s in view.steps(measure) if s.done_on and since < s.done_on <= as_of]
        if not steps:
            continue
        last = max(steps, key=lambda step: (step.done_on or "", step.order))
        date = last.done_on or as_of
        title = Run(text=last.title.value, origin=last.title.origin, rule=last.title.rule)
        key = "briefing.verified" if standing.done(measure) else "briefing.step_done"
        line = woven(
            key,
            view.language,
            matter=matter(view, measure),
            step=title,
            date=day(date, view.language, rule="step:done"),
        )
        lines.append((date, line))
    return [line for _, line in sorted(lines, key=lambda row: row[0], reverse=True)]


def stuck(view: View, standing: Standing) -> list[Text]:
    """Measures that are late, behind, waiting or stale, in the order of marks, each with whom it hangs on."""
    found = [(STUCK.index(mark), m) for m in view.ledger.measures if (mark := standing.mark(m)) in STUCK]
    return [_stuck(view, standing, measure) for _, measure in sorted(found, key=lambda row: row[0])]


def _stuck(view: View, standing: Standing, measure: Measure) -> Text:
    """A measure that is stuck, in a line."""
    light = standing.light(measure.id)
    mark = standing.mark(measure)
    state = computed(standing.mark_words(mark, light), f"light:{light.reason or mark}", strong=True)
    exposed = view.measures.get(light.exposed or "")
    if light.blocked_by:
        on: Text = (unit_run(view, light.blocked_by),)
    elif exposed:
        number = matter(view, exposed)
        on = woven("briefing.on_measure", view.language, matter=number, lead=lead_run(view, exposed))
    else:
        on = (lead_run(view, measure),)
    return woven("briefing.stuck.line", view.language, matter=matter(view, measure), state=state, on=on)


def due(view: View, standing: Standing) -> list[Text]:
    """Measures whose deadline falls into the next days, by date; those done are left out."""
    as_of, lines = standing.state.as_of, []
    for measure in view.ledger.measures:
        date = view.promise(measure) or standing.baseline(measure)
        if date is None or standing.mark(measure) == "done" or not 0 <= days_between(as_of, date) <= DAYS:
            continue
        n = computed(days_between(as_of, date), "days-left")
        line = woven(
            "briefing.due.line",
            view.language,
            date=day(date, view.language, strong=True, rule="last-good-day"),
            n=n,
            matter=matter(view, measure),
            lead=lead_run(view, measure),
        )
        lines.append((date, line))
    return [line for _, line in sorted(lines, key=lambda row: row[0])]


def _practice(view: View, counts: FrozenCounts | None) -> list[Text]:
    """A practice: as typed, else the first case sent out."""
    typed_lines = list(_typed(counts, "practice"))
    if typed_lines or counts is None:
        return typed_lines
    sent = [case for case in counts.cases if case.direction == "out"]
    return [
        (typed(case.title), wording("paper.colon", view.language), typed(case.state))
        if case.state
        else (typed(case.title),)
        for case in sent
    ]
