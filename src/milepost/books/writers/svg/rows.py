"""The rows of the road map: number, title and lead on the left, bars, promises and checks in the chart, what
the text says and what is proposed on the right.

In: a laid-out row and the lines that cross it. Out: ink. Dashed is proposed, solid is adopted or promised;
the tone of a stage belongs to adopted stages only. Every proposed stage and date carries the word, in the
right column or in the title of its group. Not here: links (arrows).
"""

from milepost.books.content.records import Bar, Cell
from milepost.books.wording.dates import date_range, listed, long_date
from milepost.books.wording.labels import label
from milepost.books.writers.svg.geometry import BarBox, RowBox, Sheet
from milepost.books.writers.svg.labels import NOTE_SIZE, StageName, note_place, obstacles, stage_name
from milepost.books.writers.svg.pen import INK, MID, PAPER, SMALLEST, Pen
from milepost.books.writers.svg.routing import Uprights
from milepost.books.writers.svg.words import (
    LEADING,
    SPACE,
    Line,
    Run,
    blank,
    draw_lines,
    line_width,
    quiet,
    run_width,
    shorten,
    tag,
    wrap,
)

DASHED = "1.1 0.7"
CHECK_DASH = "1.4 0.9"
WAIT_DASH = "0.35 0.9"
OUTLINE, CRITICAL_OUTLINE = 0.32, 0.75
HATCH, DOTS = "hatch", "dots"
"""Patterns by name; the pen knows the ids they have in this drawing."""
TONES = {
    "study": PAPER,
    "draft": "#f0f2f3",
    "consult": "#e0e4e7",
    "review": "#cdd3d8",
    "issue": INK,
    "carry_out": "#b5bdc5",
    "evaluate": HATCH,
    "copy": DOTS,
}
"""The tone of an adopted stage, from white to ink; hatched and dotted ones carry their name on white."""
ON_WHITE = {HATCH, DOTS}
NUMBER_SIZE, NUMBER_ROOM = {"plan": 5.6, "unsure": 5.0, "standing": 3.9}, 8.4
TITLE_SIZES = {"plan": 3.2, "unsure": 3.0, "standing": 2.9}
LEAD_SIZE, FINISH_SIZE = 2.5, 2.6
MARGIN = 1.6


def draw_row(pen: Pen, sheet: Sheet, row: RowBox, uprights: Uprights) -> None:
    """The row from left to right."""
    draw_number(pen, row, sheet.columns.number_right)
    lines = name_lines(pen, row, name_room(sheet))
    draw_lines(pen, sheet.columns.text_left, row.middle, lines, row.height - MARGIN)
    spans = obstacles(row, uprights)
    if row.row.checks:
        _checks(pen, sheet, row)
    for box in row.bars:
        draw_stage(pen, row, box, spans)
    if row.row.note and not row.bars and not row.row.checks:
        draw_note(pen, sheet, row, spans)
    room = sheet.width - sheet.finish_left - 0.5
    draw_lines(pen, sheet.finish_left, row.middle, finish_lines(pen, row, room), row.height - MARGIN)


def draw_note(pen: Pen, sheet: Sheet, row: RowBox, spans: list[tuple[float, float]]) -> None:
    """What stands where bars would."""
    place = note_place(pen, sheet, row, spans)
    if place:
        pen.text(place[0], row.middle + 0.9, place[1], NOTE_SIZE, fill=MID)


def draw_promise(pen: Pen, row: RowBox) -> None:
    """A date promised in the text: a solid lozenge on a solid stem."""
    if row.promise is None or row.row.promise is None:
        return
    x, y = row.promise, row.middle
    pen.begin(f"{row.row.promise.words}: {long_date(row.row.promise.date, pen.language)}")
    pen.line((x, row.top + 0.4), (x, row.bottom - 0.4), INK, 0.7)
    pen.polygon(((x, y - 2.3), (x + 2.3, y), (x, y + 2.3), (x - 2.3, y)), INK, PAPER, 0.4)
    pen.end()


def draw_number(pen: Pen, row: RowBox, right: float, fill: str = INK) -> None:
    """The plan number, smaller where it is long."""
    size = NUMBER_SIZE[row.kind]
    wide = pen.width(row.row.number, size, 700)
    size = max(size * min(1.0, NUMBER_ROOM / wide), SMALLEST) if wide else size
    number = shorten(pen, row.row.number, size, 700, NUMBER_ROOM)
    pen.text(right, row.middle + size * 0.34, number, size, weight=700, fill=fill, anchor="end")


def has_room(row: RowBox, *sizes: float) -> bool:
    """Whether lines of these sizes stand in the row."""
    return sum(sizes) * LEADING <= row.height - MARGIN


def name_room(sheet: Sheet) -> float:
    """What the column of titles holds."""
    return sheet.columns.chart_left - sheet.columns.text_left - 2.5


def name_lines(pen: Pen, row: RowBox, room: float) -> tuple[Line, ...]:
    """Title and lead: the title on one line, else on two where they fit, else shortened."""
    titles = title_lines(pen, row, room)
    return (*titles, lead_line(pen, row.row.lead, row.row.lead_note, room))


def title_lines(pen: Pen, row: RowBox, room: float) -> tuple[Line, ...]:
    """The title on one line, else on two where they fit, else shortened."""
    size, title = TITLE_SIZES[row.kind], row.row.title.text or row.row.title.label
    whole = pen.width(title, size, 700) <= room
    titles: tuple[str, ...]
    if not whole and has_room(row, 2.8, 2.8, LEAD_SIZE):
        size = size if has_room(row, size, size, LEAD_SIZE) else 2.8
        titles = wrap(pen, title, size, 700, room, 2)
    else:
        size = size if whole else min(size, 2.7)
        titles = (shorten(pen, title, size, 700, room),)
    return tuple((Run(words, size, 700),) for words in titles)


def lead_line(pen: Pen, lead: Cell, note: str, room: float) -> Line:
    """Who carries the measure: the unit, under its mark where proposed; else what is missing and a line to
    write on."""
    if not lead.text:
        words = shorten(pen, lead.label, LEAD_SIZE, 400, room - line_width(pen, (blank(),)) - SPACE)
        return Run(words, LEAD_SIZE), blank()
    mark = (tag(label("mark.proposed", pen.language)),) if lead.origin == "proposed" else ()
    free = room - sum(run_width(pen, run) + SPACE for run in mark)
    words = shorten(pen, lead.text, LEAD_SIZE, 400, free)
    free -= pen.width(words, LEAD_SIZE) + SPACE
    rest = shorten(pen, note, LEAD_SIZE, 400, free) if note and free > 12 else ""
    return (*mark, quiet(words, LEAD_SIZE), *((quiet(rest, LEAD_SIZE),) if rest else ()))


def finish_lines(pen: Pen, row: RowBox, room: float) -> tuple[Line, ...]:
    """What the text says first, the proposed date under its mark after it, then the note."""
    said, finish = row.row.as_written, row.row.finish
    after: list[Line] = []
    if finish is not None:
        after.append(finish_line(pen, finish, room))
    if row.row.finish_note:
        note = quiet(row.row.finish_note, SMALLEST)
        if after and line_width(pen, (*after[-1], note)) <= room:
            after[-1] = (*after[-1], note)
        elif has_room(row, FINISH_SIZE, *(FINISH_SIZE for _ in after), SMALLEST) or not after:
            after.append((quiet(shorten(pen, note.words, note.size, 400, room), SMALLEST),))
    two = has_room(row, FINISH_SIZE, FINISH_SIZE, *(FINISH_SIZE for _ in after))
    weight, fill = (700, INK) if row.promise is not None else (400, INK if said.text else MID)
    lines = wrap(pen, said.text or said.label, FINISH_SIZE, weight, room, 2 if two else 1)
    return (*((Run(words, FINISH_SIZE, weight, fill),) for words in lines), *after)


def finish_line(pen: Pen, finish: Cell, room: float) -> Line:
    """The finish, under its mark where proposed; a blank where nothing is known."""
    if not finish.text:
        return Run(shorten(pen, finish.label, SMALLEST, 400, room), SMALLEST, fill=MID), blank()
    mark = (tag(label("mark.proposed", pen.language)),) if finish.origin == "proposed" else ()
    free = room - sum(run_width(pen, run) + SPACE for run in mark)
    fill = MID if finish.origin == "computed" else INK
    return (*mark, Run(shorten(pen, finish.text, FINISH_SIZE, 400, free), FINISH_SIZE, fill=fill))


def stage_words(pen: Pen, bar: Bar) -> str:
    """A stage in a sentence: its origin where proposed, its name, its days."""
    mark = f"{label('mark.proposed', pen.language)}: " if bar.origin == "proposed" else ""
    return f"{mark}{bar.name}, {date_range(bar.start[:10], bar.finish[:10], pen.language)}"


def draw_stage(pen: Pen, row: RowBox, box: BarBox, spans: list[tuple[float, float]]) -> None:
    """A pointed bar with its name: dashed and white where proposed, in its tone where adopted."""
    proposed = box.bar.origin == "proposed"
    fill = PAPER if proposed or box.bar.stage is None else TONES[box.bar.stage]
    top, middle, bottom, tip = row.bar_top, row.middle, row.bar_bottom, box.tip
    pen.begin(stage_words(pen, box.bar))
    if box.wait is not None:
        pen.line((box.wait, middle), (box.left + tip, middle), INK, 0.3, WAIT_DASH)
    outline = CRITICAL_OUTLINE if box.bar.critical else OUTLINE
    corners = (
        (box.left, top),
        (box.right - tip, top),
        (box.right, middle),
        (box.right - tip, bottom),
        (box.left, bottom),
        (box.left + tip, middle),
    )
    pen.polygon(corners, pen.pattern(fill), INK, outline, DASHED if proposed else None)
    name = stage_name(pen, box, spans)
    if name:
        _stage_name(pen, name, middle, fill)
    pen.end()


def _stage_name(pen: Pen, name: StageName, middle: float, fill: str) -> None:
    """The name in its bar: white on ink, on a white ground over a pattern."""
    if fill in ON_WHITE:
        wide = pen.width(name.words, name.size) + 0.9
        pen.box(name.middle - wide / 2, middle - 1.7, wide, 3.4, PAPER)
    colour = PAPER if fill == INK else INK
    pen.text(name.middle, middle + 0.95, name.words, name.size, fill=colour, anchor="middle")


def _checks(pen: Pen, sheet: Sheet, row: RowBox) -> None:
    """A standing duty: an open line from today on, with a tick at each proposed check."""
    days = listed((long_date(day, pen.language) for day in row.row.checks), pen.language)
    pen.begin(f"{label('mark.proposed', pen.language)}: {label('alt.standing', pen.language)}, {days}")
    pen.line((sheet.today, row.middle), (sheet.axis.right, row.middle), INK, 0.3, CHECK_DASH)
    for day in row.row.checks:
        pen.box(sheet.axis.end(day) - 0.55, row.middle - 1.5, 1.1, 3.0, PAPER, stroke=INK)
    pen.end()
