"""What the template of an adopted task book reads: rows as short lists, joined before the typesetter runs.

In: an `AdoptedTaskBook`. Out: the bytes of the PDF; on the way dicts and lists. A value is `[kind, words,
lead-on]`: kind `q` quoted, `p` proposed, `t` all other words, `b` a blank with its small words; `lead-on`
names the annex where the words go on. `tall` rows may break over pages. Not here: layout (the template),
wording (the record).
"""

import re
from functools import lru_cache
from pathlib import Path
from typing import Any

import msgspec

from milepost.books.content.records import Cell
from milepost.books.content.records.adopted_task_book import (
    AdoptedTaskBook,
    ChangeRow,
    JoinedRow,
    LedRow,
    StateMark,
    StepLine,
)
from milepost.books.wording.labels import Language, label, script
from milepost.books.writers.pdf.compile import Standard, compile_pdf
from milepost.books.writers.pdf.fit import wrapped_lines
from milepost.books.writers.pdf.fonts import text_width

TEMPLATE = Path(__file__).parent / "adopted_task_book.typ"
Value = list[Any]
UNBROKEN = re.compile(r"(\d{4}年|\d{1,2}月(?:\d{1,2}日|底)前?|[\u4e00-\u9fff]{0,6}〔\d{4}〕\d+号)")
"""A date turns the line after 年 only, a document number nowhere; the typesetter's own search for them takes
seconds in a long book."""
KINDS = {"quoted": "q", "proposed": "p", "computed": "t", "typed": "t"}
HALF_PAGE_LINES = {"en": 21, "zh": 17}
"""Lines of a row that take half a page."""
ENDLESS = re.compile(r"[^\s\u2e80-\u9fff\uff00-\uffef/?&-]{25,}")
PIECE = 12
BREAK = "\u200b"
"""A word that no column holds may turn the line after every twelfth sign."""
WIDTHS_MM = {
    "led": {"title": 36.0, "goal": 46.0, "step": 38.0, "who": 30.0, "risks": 32.0},
    "joined": {"duty": 54.0, "measure": 58.0, "waits": 43.0},
    "changes": {"field": 42.0, "was": 56.0, "now": 62.0, "by": 66.0},
}
"""Room of the cells that can be long."""
STEP_PT, SIGN_PT = 8.2, 14.0
STEPS_PT = {"en": 164.0, "zh": 158.0}
"""Room for a step's words and days in its column, after its number."""
LEGEND_INLINE_ROWS = 4
"""With more rows the table leaves its first page, at whose foot the legend then stands."""


def write_adopted_task_book(book: AdoptedTaskBook, words: dict[str, str], standard: Standard) -> bytes:
    """The task book, or one volume of it, as a PDF."""
    facts = book.facts
    data = {"book": template_data(book), "words": words}
    return compile_pdf(TEMPLATE, data, facts.frozen_on, f"{facts.short}, {book.code}", None, standard)


def template_data(book: AdoptedTaskBook) -> dict[str, Any]:
    """The book as its template reads it."""
    language = book.facts.language
    return {
        "facts": msgspec.to_builtins(book.facts),
        "title": book.title,
        "name": book.name.text,
        "volume": msgspec.to_builtins(book.volume),
        "cover": _cover(book),
        "led": _section(book.led, [_led(row, language) for row in book.led.rows]) if book.led else None,
        "legend": [[sign.key, sign.words] for sign in book.legend],
        "legend_inline": book.led is None or len(book.led.rows) <= LEGEND_INLINE_ROWS,
        "load": msgspec.to_builtins(book.load),
        "duties": _section(book.duties, [_joined(row, language) for row in book.duties.rows])
        if book.duties
        else None,
        "changes": _section(book.changes, [_change(row, language) for row in book.changes.rows])
        if book.changes
        else None,
        "changes_note": book.changes_note,
        "orientation": _section(book.orientation, msgspec.to_builtins(book.orientation.rows))
        if book.orientation
        else None,
        "annex": _section(book.annex, [[a.heading, _value(a.text)] for a in book.annex.rows])
        if book.annex
        else None,
        "foot": [[line.role, line.name, line.date] for line in book.foot],
        "proposed": label("mark.proposed", language),
    }


def _section(part: Any, rows: list[Any]) -> dict[str, Any]:
    """A part with its rows as lists."""
    return {
        "number": part.number,
        "heading": part.heading,
        "note": part.note,
        "count": part.count,
        "columns": [[column.head, column.sub] for column in part.columns],
        "rows": rows,
    }


def _value(cell: Cell, lead_on: str = "") -> Value:
    """A cell as a value."""
    if not cell.text:
        return ["b", cell.label, ""]
    return [KINDS[cell.origin or "computed"], _run(cell.text), lead_on]


def _run(text: str) -> str | list[str]:
    """Words that fit their column; where dates stand in them, cut so that every other part is not broken."""
    text = ENDLESS.sub(lambda found: BREAK.join(_pieces(found[0])), text)
    return UNBROKEN.split(text) if any(sign in text for sign in "年月〔") else text


def _pieces(word: str) -> list[str]:
    """A word in pieces of twelve signs."""
    return [word[start : start + PIECE] for start in range(0, len(word), PIECE)]


def _words(cell: Cell) -> str:
    """The words of a cell, or the small words of its blank."""
    return cell.text or cell.label


def _state(state: StateMark) -> list[str | bool]:
    """A state: mark, word, whether strong, what stands under it."""
    return [state.mark, state.words, state.strong, state.note]


# --- cover ---


def _cover(book: AdoptedTaskBook) -> dict[str, Any]:
    """The cover."""
    cover, sign = book.cover, book.cover.sign_off
    return {
        "body": cover.body.text,
        "place": cover.place,
        "title": cover.title,
        "edition": cover.edition,
        "scope": cover.scope_line,
        "volume": book.volume.words if book.volume else "",
        "facts": [[line.label, _run(line.value.text)] for line in cover.facts],
        "glance": cover.glance_heading,
        "figures": [[str(f.number), f.label, f.anchor] for f in cover.figures],
        "next": cover.next_heading,
        "next_none": cover.next_none,
        "dates": [[d.date.text, _state(d.state), _words(d.what), d.number] for d in cover.next_dates],
        "sign": sign.heading,
        "sign_words": list(sign.words),
        "sign_heads": list(sign.heads),
        "signers": [[s.role, s.name.text, s.act, s.name.label] for s in sign.signers],
    }


# --- rows ---


def _led(row: LedRow, language: Language) -> list[Any]:
    """A measure: number, state, changed, tall, then its columns."""
    on = row.continued
    goals = [_value(row.goal, on.get("goal", ""))] if row.goal.text else []
    goals += [_value(row.test, on.get("test", "")), _value(row.verifier)]
    risks = [_value(row.risks, on.get("risks", ""))]
    risks += [_value(row.needs, on.get("needs", ""))] if row.needs else []
    if row.waits_on:
        risks = [_value(row.waits_on), *(risk for risk in risks if risk[0] != "b")]
    under = [row.lead_note] if row.lead_note else []
    under += [row.cooperating.text] if row.cooperating else []
    under += [f"{o.role}{'：' if language == 'zh' else ': '}{_words(o.unit)}" for o in row.others]
    return [
        row.number,
        _state(row.state),
        row.changed,
        _is_tall_led(row, under, language),
        [_value(row.title, on.get("title", "")), row.citation.text, _value(row.output, on.get("output", ""))],
        goals,
        _steps(row, language),
        [_value(row.lead), under, [_value(row.leader), _value(row.officer)]],
        _dates(row),
        risks,
    ]


def _steps(row: LedRow, language: Language) -> list[Any]:
    """The steps, what is said without any, and how wide their two days are set in this row."""
    planned = [_day_width(_words(step.planned), language) for step in row.steps]
    actual = [_day_width(step.actual.text, language) for step in row.steps if step.actual]
    widest = max(planned, default=0.0)
    days = widest + SIGN_PT + max(actual, default=0.0)
    room = STEPS_PT[script(language)] - days
    steps = [
        [*_step(step), round(widest - width, 1), _is_long(step, room, language)]
        for step, width in zip(row.steps, planned, strict=True)
    ]
    return [steps, row.steps_note, days]


def _is_long(step: StepLine, room: float, language: Language) -> bool:
    """Whether a step's words don't stand on one line with its days."""
    return bool(step.continued) or text_width(step.title.text, STEP_PT, 400, language) > room


@lru_cache(maxsize=2_000)
def _day_width(day: str, language: Language) -> float:
    """How wide a day is set in points; its digits are Latin in Chinese books too."""
    latin = "".join(sign for sign in day.replace("\u00a0", " ") if sign.isascii())
    other = "".join(sign for sign in day.replace("\u00a0", "") if not sign.isascii())
    width = text_width(latin, STEP_PT, 400, "en") + text_width(other, STEP_PT, 400, language)
    return round(width, 1)


def _step(step: StepLine) -> list[Any]:
    """A step: number, title, planned day, mark, day under it, whether strong."""
    actual = step.actual.text if step.actual else ""
    return [
        str(step.number),
        _value(step.title, step.continued),
        _words(step.planned),
        step.mark,
        actual,
        step.strong,
    ]


def _dates(row: LedRow) -> list[Any]:
    """The days of a measure: start, baseline, words of the text, promise in force, mark and day expected or
    done."""
    mark, day = ("done", row.done.text) if row.done else (row.forecast_mark, "")
    if row.forecast:
        day = row.forecast.text
    return [
        _value(row.start),
        _value(row.finish),
        row.as_written.text if row.as_written else "",
        row.in_force.text if row.in_force else "",
        mark,
        day,
    ]


def _joined(row: JoinedRow, language: Language) -> list[Any]:
    """A duty: number, state, changed, tall, then its columns."""
    on = row.continued
    waits = [_value(cell) for cell in row.waits]
    if waits and "waits" in on:
        waits[-1][2] = on["waits"]
    room = WIDTHS_MM["joined"]
    lines = max(
        _lines(_words(row.duty), room["duty"], language),
        _lines(row.measure.text, room["measure"], language),
        sum(_lines(cell.text, room["waits"], language) for cell in row.waits),
    )
    return [
        row.number,
        _state(row.state),
        row.changed,
        lines + 2 > HALF_PAGE_LINES[script(language)],
        [_value(row.duty, on.get("duty", "")), _value(row.officer)],
        [_value(row.measure, on.get("measure", "")), _words(row.lead)],
        row.citation.text,
        _value(row.due),
        [row.expected_mark, _words(row.expected)],
        waits,
        _words(row.signed),
    ]


def _change(row: ChangeRow, language: Language) -> list[Any]:
    """A change."""
    cells = {"field": row.field, "was": row.was, "now": row.now, "by": row.by}
    room = WIDTHS_MM["changes"]
    lines = max(_lines(cell.text, room[name], language) for name, cell in cells.items())
    return [
        row.key,
        row.sign,
        row.number,
        lines > HALF_PAGE_LINES[script(language)],
        *(_value(cell, row.continued.get(name, "")) for name, cell in cells.items()),
    ]


# --- heights ---


def _is_tall_led(row: LedRow, under: list[str], language: Language) -> bool:
    """Whether a measure's row takes more than half a page."""
    room = WIDTHS_MM["led"]
    steps = [_lines(step.title.text, room["step"], language) for step in row.steps]
    risks = row.risks.text + (row.needs.text if row.needs else "")
    lines = max(
        _lines(row.title.text, room["title"] * 0.9, language)
        + _lines(row.output.text, room["title"], language)
        + 1,
        _lines(row.goal.text + row.test.text, room["goal"], language) + 2,
        sum(steps) + 1,
        sum(_lines(words, room["who"], language) for words in under) + 4,
        _lines(risks, room["risks"], language) + 2,
    )
    return lines > HALF_PAGE_LINES[script(language)]


def _lines(text: str, room_mm: float, language: Language) -> int:
    """How many lines a text takes; a short one is not measured."""
    if len(text) <= room_mm / (2.0 if script(language) == "en" else 3.2):
        return 1 if text else 0
    return wrapped_lines(text, room_mm, 8.6, language)
