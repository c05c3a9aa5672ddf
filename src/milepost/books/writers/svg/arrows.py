"""The links as ink: a white halo, the line, its head, the number in a disc and the condition beside it.

In: routes, flags and the places of their words. Out: ink; what is critical comes last, heavy and in the
accent. Not here: where arrows run (routing) and words stand (labels).
"""

from milepost.books.content.records import RoadLink
from milepost.books.writers.svg.link_labels import FLAG_ARROW, LINK_SIZE, NUMBER_RADIUS, LinkLabel
from milepost.books.writers.svg.pen import GROUND, INK, PAPER, SEAL, Pen
from milepost.books.writers.svg.routing import Flag, Route

WEIGHT, CRITICAL_WEIGHT, HALO = 0.42, 0.8, 0.9
HEAD_WIDE, HEAD_HIGH = 1.05, 1.8


def draw_route(pen: Pen, route: Route) -> None:
    """The line of an arrow over its halo, with its head."""
    colour, weight = ink(route.link)
    pen.trail(route.points, PAPER, weight + HALO)
    pen.trail(route.points, colour, weight)
    x, y = route.points[-1]
    down = 1.0 if route.points[-1][1] > route.points[-2][1] else -1.0
    back = y - down * 0.4
    pen.polygon(
        ((x - HEAD_WIDE, back), (x + HEAD_WIDE, back), (x, back + down * HEAD_HIGH)), colour, colour, 0.1
    )


def draw_label(pen: Pen, place: LinkLabel) -> None:
    """The number of a link and its condition; a flag points out of its stage or into it."""
    link, source = place.source.link, place.source
    colour, _ = ink(link)
    left, top, right, bottom = place.box
    pen.box(left, top, right - left, bottom - top, GROUND)
    if isinstance(source, Flag):
        _flag(pen, place, source, colour)
    pen.box(place.left, top, place.number_width, bottom - top, colour, corner=NUMBER_RADIUS)
    middle, base = place.left + place.number_width / 2, place.y + 0.85
    pen.text(middle, base, str(link.number), LINK_SIZE, weight=700, fill=PAPER, anchor="middle")
    if place.words:
        pen.text(place.words_left, base, place.words, LINK_SIZE, weight=700 if link.critical else 400)


def ink(link: RoadLink) -> tuple[str, float]:
    """Colour and weight of a link."""
    return (SEAL, CRITICAL_WEIGHT) if link.critical else (INK, WEIGHT)


def _flag(pen: Pen, place: LinkLabel, flag: Flag, colour: str) -> None:
    """The small head beside the number: before it where the link goes out, behind it where it comes in."""
    x = place.left - FLAG_ARROW if flag.end == "out" else place.left + place.number_width + 0.3
    y = place.y
    pen.polygon(((x, y - 1.0), (x + 1.3, y), (x, y + 1.0)), colour, colour, 0.1)


def ordered(routes: tuple[Route, ...]) -> tuple[Route, ...]:
    """What is critical is drawn last, over the others."""
    return tuple(sorted(routes, key=lambda route: (route.link.critical, route.link.number)))
