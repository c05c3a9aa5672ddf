"""The rows of an adopted road map: number, title, lead with those who cooperate; stages in their tones, a
heavy base line under what is done, an open lozenge at the baseline; on the right output form, finish, state.

In: a laid-out row and the lines that cross it. Out: ink. A mark of state never stands without its word; the
accent is for what is late. Not here: links (arrows), what a row of a first edition shows (rows).
"""

from milepost.books.content.records import RoadState
from milepost.books.wording.dates import listed, long_date
from milepost.books.wording.labels import label, script
from milepost.books.writers.svg.geometry import RowBox, Sheet
from milepost.books.writers.svg.labels import obstacles
from milepost.books.writers.svg.marks import draw_mark
from milepost.books.writers.svg.pen import INK, MID, PAPER, SEAL, SMALLEST, Pen
from milepost.books.writers.svg.routing import LOZENGE, LOZENGE_RISE, Uprights
from milepost.books.writers.svg.rows import (
    FINISH_SIZE,
    LEAD_SIZE,
    MARGIN,
    draw_note,
    draw_number,
    draw_stage,
    has_room,
    lead_line,
    name_room,
    title_lines,
)
from milepost.books.writers.svg.words import Line, Run, draw_lines, line_width, quiet, shorten, wrap

DONE_GAP, DONE_HIGH = 0.45, 1.0
VERIFIED_GAP, VERIFIED_ROOM = 2.6, 4.2
CHECK_WIDE, CHECK_HIGH = 1.1, 3.0


def draw_adopted_row(pen: Pen, sheet: Sheet, row: RowBox, uprights: Uprights) -> None:
    """The row from left to right."""
    state = row.row.state
    draw_number(pen, row, sheet.columns.number_right, SEAL if state and state.mark == "late" else INK)
    room = name_room(sheet)
    lines = _name_lines(pen, row, room)
    draw_lines(pen, sheet.columns.text_left, row.middle, lines, row.height - MARGIN)
    spans = obstacles(row, uprights)
    if row.row.checks:
        _checks(pen, sheet, row)
    for box in row.bars:
        draw_stage(pen, row, box, spans)
    _done_lines(pen, row)
    if row.row.note and not row.bars and not row.row.checks:
        draw_note(pen, sheet, row, spans)
    _baseline(pen, row)
    _verified(pen, sheet, row)
    right = finish_lines(pen, row, sheet.width - sheet.finish_left - 0.5)
    draw_lines(pen, sheet.finish_left, row.middle, right, row.height - MARGIN)


def _name_lines(pen: Pen, row: RowBox, room: float) -> tuple[Line, ...]:
    """Title and who carries it; a long title turns in a low row too, where all lines are small."""
    lead, title = carriers_line(pen, row, room), row.row.title.text or row.row.title.label
    lines = title_lines(pen, row, room)
    small = (SMALLEST, SMALLEST, SMALLEST)
    if len(lines) > 1 or pen.width(title, lines[0][0].size, 700) <= room or not has_room(row, *small):
        return (*lines, lead)
    turned = tuple((Run(words, SMALLEST, 700),) for words in wrap(pen, title, SMALLEST, 700, room, 2))
    return (*turned, tuple(sized(run, SMALLEST) for run in lead))


def carriers_line(pen: Pen, row: RowBox, room: float) -> Line:
    """The lead with those who cooperate in brackets: by name, else as a count, else the lead alone."""
    lead, joining = row.row.lead, row.row.cooperating
    if not lead.text or joining is None or lead.origin == "proposed":
        return lead_line(pen, lead, row.row.lead_note, room)
    opens, closes = ("（", "）") if script(pen.language) == "zh" else (" (", ")")
    for who in (joining.text, row.row.cooperating_count):
        words = f"{lead.text}{opens}{who}{closes}"
        if pen.width(words, LEAD_SIZE) <= room:
            return (quiet(words, LEAD_SIZE),)
    return (quiet(shorten(pen, lead.text, LEAD_SIZE, 400, room), LEAD_SIZE),)


# --- the right column ---


def finish_lines(pen: Pen, row: RowBox, room: float) -> tuple[Line, ...]:
    """The output form, then the finish with the mark of state, on one line or on two."""
    below = _state_lines(pen, row, room)
    output = row.row.output
    if output is None or not output.text:
        return below
    size = FINISH_SIZE if has_room(row, *(FINISH_SIZE for _ in (output, *below))) else SMALLEST
    two = has_room(row, size, size, *(size for _ in below))
    lines = wrap(pen, output.text, size, 400, room, 2 if two else 1)
    said: tuple[Line, ...] = tuple((Run(words, size),) for words in lines)
    return (*said, *(tuple(sized(run, size) for run in line) for line in below))


def sized(run: Run, size: float) -> Run:
    """A run no larger than a size."""
    return Run(run.words, min(run.size, size), run.weight, run.fill, run.kind)


def _state_lines(pen: Pen, row: RowBox, room: float) -> tuple[Line, ...]:
    """The finish and the mark with its word."""
    finish, state = _finish(pen, row, room), _mark(pen, row, room)
    if not finish or not state:
        return tuple(line for line in (finish, state) if line)
    together = (*finish, *state)
    return (together,) if line_width(pen, together) <= room else (finish, state)


def _finish(pen: Pen, row: RowBox, room: float) -> Line:
    """The finish as the content words it: on its dark ground where late, bold where it is not as promised."""
    state, finish, written = row.row.state, row.row.finish, row.row.as_written
    if finish is None:
        words = shorten(pen, written.text or written.label, FINISH_SIZE, 400, room)
        return (Run(words, FINISH_SIZE, fill=MID),) if words else ()
    weight = 700 if state and state.strong else 400
    words = shorten(pen, finish.text, FINISH_SIZE, weight, room - 1.8)
    if state and state.chip:
        return (Run(words, FINISH_SIZE, 700, PAPER, "chip"),)
    return (Run(words, FINISH_SIZE, weight, INK if weight == 700 else MID),)


def _mark(pen: Pen, row: RowBox, room: float) -> Line:
    """The sign of the state with its word; a late row says when it is expected, its chip is the mark."""
    state = row.row.state
    if state is None:
        return ()
    if state.chip:
        return (quiet(row.row.finish_note),) if row.row.finish_note else ()
    if state.mark == "none":
        return ()
    if _says_it(row, state):
        return (Run(state.mark, SMALLEST, kind="mark"),)
    words = shorten(pen, state.words, SMALLEST, 400, room - 4.0)
    return Run(state.mark, SMALLEST, kind="mark"), Run(words, SMALLEST)


def _says_it(row: RowBox, state: RoadState) -> bool:
    """Whether the finish carries the word of the mark already, as "28 Apr verified" does."""
    return state.mark == "done" and row.row.finish is not None and row.row.finish.rule == "done"


# --- the chart ---


def _done_lines(pen: Pen, row: RowBox) -> None:
    """A heavy base line under each stage that is done."""
    for box in row.bars:
        if box.bar.step in row.row.done_steps:
            wide = box.right - box.left - box.tip * 0.4
            pen.box(box.left, row.bar_bottom + DONE_GAP, wide, DONE_HIGH, INK)


def _baseline(pen: Pen, row: RowBox) -> None:
    """An open lozenge over the row on the day first promised."""
    if row.baseline is None or row.row.baseline is None:
        return
    x, y = row.baseline, row.bar_top - LOZENGE_RISE
    pen.begin(f"{label('legend.baseline', pen.language)}: {long_date(row.row.baseline, pen.language)}")
    pen.polygon(((x, y - LOZENGE), (x + LOZENGE, y), (x, y + LOZENGE), (x - LOZENGE, y)), PAPER, INK, 0.35)
    pen.end()


def _verified(pen: Pen, sheet: Sheet, row: RowBox) -> None:
    """A disc with a tick behind the last stage of what another party verified."""
    if row.row.verified_on is None or not row.bars:
        return
    end = max(box.right for box in row.bars)
    if end + VERIFIED_ROOM <= sheet.axis.right:
        draw_mark(pen, "done", end + VERIFIED_GAP, row.middle)


def _checks(pen: Pen, sheet: Sheet, row: RowBox) -> None:
    """A standing measure: a thin open line over the year with a tick at each quarterly check."""
    days = listed((long_date(day, pen.language) for day in row.row.checks), pen.language)
    pen.begin(f"{label('alt.standing', pen.language)}: {days}")
    pen.line((sheet.axis.left + 1.0, row.middle), (sheet.axis.right, row.middle), INK, 0.3)
    for day in row.row.checks:
        left = min(sheet.axis.end(day), sheet.axis.right) - CHECK_WIDE
        pen.box(left, row.middle - CHECK_HIGH / 2, CHECK_WIDE, CHECK_HIGH, PAPER, stroke=INK)
    pen.end()
