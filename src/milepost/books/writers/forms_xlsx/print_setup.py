"""How a form prints: paper, turn, what stands on every page, where pages break.

In: the sheet, the form, the widths of its columns. Out: nothing; the sheet is set up. A form prints one page
wide. A form with a left-hand page prints those columns on it and the rest on the right-hand page, at a scale
at which both fit, since programs pass over page breaks where they fit a sheet to pages.
"""

from typing import Any

from milepost.books.content.forms.records import Form
from milepost.books.writers.markup import plain

A3, A4 = 8, 9
WIDE = 12
"""Columns from which a form is printed on A3."""
MARGINS = {"left": 0.71, "right": 0.55, "top": 0.75, "bottom": 0.75}
"""In inches; the binding edge is 18 mm."""
ROOM_MM = 420 - 18 - 14
UNIT_MM, EDGES_MM = 2.6, 1.5
"""A sign of a column's width on paper, in the widest face that a program may put in, and its edges."""
ROOM = 255
"""Signs that a header or footer holds, its commands counted."""


def set_print(sheet: Any, form: Form, widths: list[int]) -> None:
    """Frozen head and columns; landscape; head repeated; a break between groups."""
    last = max(len(form.rows), 1), len(form.columns) - 1
    sheet.freeze_panes(1, min(2, last[1]))
    sheet.set_landscape()
    sheet.set_paper(A3 if len(form.columns) >= WIDE else A4)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, *last)
    sheet.set_margins(**MARGINS)
    left = form.layout.left
    if left:
        pages = (widths[:left], [widths[0], *widths[left:]])  # the number stands on the right-hand page too
        half = max(sum(UNIT_MM * width + EDGES_MM for width in page) for page in pages)
        sheet.set_print_scale(max(10, min(100, int(100 * ROOM_MM / half))))
        sheet.repeat_columns(0)
        sheet.set_v_pagebreaks([left])
        sheet.print_across()
    else:
        sheet.fit_to_pages(1, 0)
    _set_furniture(sheet, form)
    groups = [row.group for row in form.rows]
    breaks = [at + 1 for at in range(1, len(groups)) if groups[at] != groups[at - 1]]
    if breaks and groups == sorted(groups, key=groups.index):
        sheet.set_h_pagebreaks(breaks[:1023])


def _set_furniture(sheet: Any, form: Form) -> None:
    """The four facts, handling and pages; what doesn't fit is cut in the source, never in the print."""
    facts = form.facts
    sheet.set_header(_parts(f"{form.title}  {facts.short}", "", facts.edition_line))
    sheet.set_footer(_parts(facts.source_line, facts.print_line, facts.handling, "   &P / &N"))


def _parts(left: str, middle: str, right: str, pages: str = "") -> str:
    """Left, middle and right of a header; the left gets the room that the others leave."""
    rest = "&C" * bool(middle) + _command(middle) + "&R" + _command(right) + pages
    room = ROOM - len(rest) - len("&L")
    words = plain(left).replace("&", "&&")
    if len(words) > room:
        words = words[: room - 1].rstrip("& ") + "…"
    return "&L" + words + rest


def _command(text: str) -> str:
    """Text of a header, where an ampersand is a command."""
    return plain(text)[: ROOM // 3].replace("&", "&&")
