"""Writes the road map as one SVG file, the same for page and print.

In: a RoadMap. Out: the file's text. Afterwards: `viewBox` and size in millimetres, an image with title and
description, text as text in one named family a run, presentation attributes only; no script, style sheet,
foreign object or outside reference; the same content gives the same bytes. Title line, legend, the table of
start conditions and the sentences under the map belong to the sheet or page around it.
"""

from milepost.books.content.records import RoadMap
from milepost.books.writers.markup import escape
from milepost.books.writers.svg.adopted_rows import draw_adopted_row
from milepost.books.writers.svg.arrows import draw_label, draw_route, ordered
from milepost.books.writers.svg.frame import draw_axis, draw_heads, draw_lane, draw_today
from milepost.books.writers.svg.geometry import Sheet, lay_out
from milepost.books.writers.svg.link_labels import link_labels
from milepost.books.writers.svg.pen import CHINESE, GENERIC, INK, LATIN, PAPER, Pen
from milepost.books.writers.svg.routing import Uprights, lead_links
from milepost.books.writers.svg.rows import draw_promise, draw_row

PATTERNS = (
    '<defs><pattern id="{prefix}-hatch" width="1.3" height="1.3" patternUnits="userSpaceOnUse"'
    ' patternTransform="rotate(45) scale({scale})">'
    f'<rect width="1.3" height="1.3" fill="{PAPER}"/><rect width="0.35" height="1.3" fill="{INK}"/></pattern>'
    '<pattern id="{prefix}-dots" width="1.4" height="1.4" patternUnits="userSpaceOnUse"'
    ' patternTransform="scale({scale})">'
    f'<rect width="1.4" height="1.4" fill="{PAPER}"/><circle cx="0.7" cy="0.7" r="0.3" fill="{INK}"/>'
    "</pattern></defs>"
)
"""Hatch and dots for the stages that are told apart by pattern, not by tone."""


def write_road_map_svg(road_map: RoadMap) -> str:
    """The road map as SVG."""
    sheet = lay_out(road_map)
    pen = Pen(road_map.facts.language, sheet.scale, road_map.prefix)
    _draw(pen, sheet, road_map)
    return _file(pen, sheet, road_map)


def _draw(pen: Pen, sheet: Sheet, road_map: RoadMap) -> None:
    """All ink, from the ground up: frame, rows, links, promises, words of links."""
    routes, flags = lead_links(sheet, road_map.links, strict=road_map.adopted)
    uprights = Uprights(routes)
    draw = draw_adopted_row if road_map.adopted else draw_row
    draw_axis(pen, sheet, road_map)
    draw_heads(pen, sheet, road_map)
    for lane in sheet.lanes:
        draw_lane(pen, sheet, road_map, lane)
    draw_today(pen, sheet, road_map)
    for row in sheet.rows:
        draw(pen, sheet, row, uprights)
    for route in ordered(routes):
        draw_route(pen, route)
    for row in sheet.rows:
        draw_promise(pen, row)
    for place in link_labels(pen, sheet, routes, flags):
        draw_label(pen, place)


def _file(pen: Pen, sheet: Sheet, road_map: RoadMap) -> str:
    """The elements in their file."""
    wide, high = pen.mm(sheet.width), pen.mm(sheet.height)
    tongue, family = ("zh-CN", CHINESE) if road_map.facts.language == "zh" else ("en", LATIN)
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}mm"'
        f' height="{high}mm" role="img" aria-labelledby="{pen.prefix}-title {pen.prefix}-desc"'
        f' xml:lang="{tongue}" font-family="{family}, {GENERIC}">'
    )
    words = (
        f'<title id="{pen.prefix}-title">{escape(road_map.title)}</title>'
        f'<desc id="{pen.prefix}-desc">{escape(road_map.alt_text)}</desc>'
    )
    return "\n".join((head + words, _patterns(pen), *pen.elements, "</svg>\n"))


def _patterns(pen: Pen) -> str:
    """The patterns under this drawing's ids, as large as its sheet is."""
    return PATTERNS.replace("{prefix}", pen.prefix).replace("{scale}", f"{pen.scale:.4g}")
