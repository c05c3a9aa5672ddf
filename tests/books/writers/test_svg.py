"""The road map as SVG: a sound file, every word readable, every sign where its meaning is."""

import itertools
import re
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.books.content.records import Cell, Language, RoadMap
from milepost.books.content.road_map import road_map as content
from milepost.books.wording.labels import label
from milepost.books.writers.svg.frame import lane_name
from milepost.books.writers.svg.geometry import gaps_between, lay_out
from milepost.books.writers.svg.pen import Pen, width
from milepost.books.writers.svg.road_map import write_road_map_svg
from milepost.books.writers.svg.routing import APART, FARTHEST, lead_links
from milepost.books.writers.svg.words import shorten, wrap
from milepost.ledger.records import Stage
from tests.books.bulletin_ledger import bulletin
from tests.books.writers.drawings import (
    all_words,
    arrows,
    elements,
    outside,
    overlapping,
    parsed,
    sheet_size,
    struck,
)
from tests.books.writers.road_maps import LONG, RowKind, link, road_map, row

Make = Callable[[Language], RoadMap]
LANGUAGES: tuple[Language, ...] = ("en", "zh")
ALLOWED = {
    "svg", "title", "desc", "defs", "pattern", "g", "rect", "line", "polygon", "polyline", "circle", "text",
}  # fmt: skip
HOSTILE = '</text><script>alert("x")</script> ]]> &amp; \x00\x1b\u202e <!--'


def first_edition(language: Language) -> RoadMap:
    """Proposed rows: one promised, one with a date alone, some without a lead, one with a long title."""
    kinds: dict[int, RowKind] = {4: "promised", 6: "dated"}
    plan = tuple(
        row(
            n,
            language,
            kinds.get(n, "plan"),
            shift=n * 3,
            lead="" if n % 2 else LONG[language],
            title=LONG[language] if n == 3 else None,
        )
        for n in range(1, 7)
    )
    return road_map(language, plan, lane_names=(LONG[language], "A", "B"), standing=8)


def adopted(language: Language) -> RoadMap:
    """Adopted stages with links that cross, meet, go up and reach far."""
    plan = tuple(row(n, language, origin="typed", shift=n * 12 - 12) for n in range(1, 17))
    pairs: tuple[tuple[int, int, Stage, Stage], ...] = (
        (1, 3, "issue", "issue"), (1, 2, "issue", "carry_out"), (1, 4, "issue", "carry_out"),
        (3, 5, "carry_out", "carry_out"), (10, 9, "draft", "carry_out"), (10, 14, "study", "issue"),
        (4, 13, "carry_out", "carry_out"), (15, 16, "carry_out", "issue"), (1, 14, "issue", "carry_out"),
        (2, 5, "issue", "carry_out"),
    )  # fmt: skip
    links = tuple(
        link(n, a, b, language, stages=(x, y), critical=n in (1, 4))
        for n, (a, b, x, y) in enumerate(pairs, start=1)
    )
    return road_map(language, plan, links=links, unsure=0, standing=0, lane_origin="quoted", month_count=18)


def crowded(language: Language) -> RoadMap:
    """Forty rows with long names and a link from almost each."""
    plan = tuple(
        row(
            n,
            language,
            "promised" if n % 5 == 0 else "plan",
            shift=n * 3,
            title=LONG[language] * 2 if n % 3 == 0 else None,
            lead=LONG[language] if n % 4 == 0 else None,
        )
        for n in range(1, 31)
    )
    links = tuple(
        link(n, n, n + 2 + n % 3, language, stages=("issue", "carry_out"), critical=n % 7 == 0)
        for n in range(1, 25)
    )
    names = tuple(f"{LONG[language][:20]} {n}" for n in range(8))
    return road_map(language, plan, links=links, unsure=3, standing=7, lane_names=names, month_count=25)


def meeting_point(language: Language) -> RoadMap:
    """A row that waits for all rows above it, on one long condition."""
    plan = tuple(row(n, language, shift=n * 9) for n in range(1, 15))
    links = tuple(link(n, n, 14, language, stages=("issue", "study")) for n in range(1, 14))
    links = tuple(
        msgspec.structs.replace(one, condition=Cell(text=LONG[language] * 2, origin="quoted"))
        for one in links
    )
    return road_map(language, plan, links=links, unsure=0, standing=1)


def smallest(language: Language) -> RoadMap:
    """Three rows, one of each kind."""
    return road_map(language, (row(1, language),), unsure=1, standing=1)


def empty(language: Language) -> RoadMap:
    """No row at all."""
    return road_map(language, (), unsure=0, standing=0)


def read_from_a_bulletin(language: Language) -> RoadMap:
    """The map that the content makes of the invented bulletin."""
    return content(*bulletin(language))


MAPS = (first_edition, adopted, crowded, meeting_point, smallest, empty, read_from_a_bulletin)
every_map = pytest.mark.parametrize("make", MAPS, ids=lambda make: make.__name__)
each_language = pytest.mark.parametrize("language", LANGUAGES)


# --- the file ---


@every_map
@each_language
def test_the_file_is_an_image_with_title_and_description_in_millimetres(
    make: Make, language: Language
) -> None:
    drawn = make(language)
    root = parsed(write_road_map_svg(drawn))
    wide, high = root.attrib["viewBox"].split()[2:]
    assert (root.attrib["width"], root.attrib["height"]) == (f"{wide}mm", f"{high}mm")
    assert root.attrib["role"] == "img"
    title, description = list(root)[:2]
    assert root.attrib["aria-labelledby"] == f"{title.attrib['id']} {description.attrib['id']}"
    assert title.text == drawn.title
    assert description.text
    assert root.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == {"en": "en", "zh": "zh-CN"}[language]


@every_map
def test_the_file_holds_no_script_no_style_and_no_address(make: Make) -> None:
    root = parsed(write_road_map_svg(make("en")))
    ids = [element.attrib["id"] for element in root.iter() if "id" in element.attrib]
    assert len(ids) == len(set(ids))
    assert all(name.startswith("road-map-") for name in ids)
    for element in root.iter():
        assert element.tag.rpartition("}")[2] in ALLOWED
        for name, value in element.attrib.items():
            assert name not in {"style", "class", "href"}
            assert not name.startswith("on")
            assert "://" not in value
            assert not re.search(r"url\((?!#road-map-)", value)


@every_map
@each_language
def test_every_word_is_large_enough_and_in_one_face(make: Make, language: Language) -> None:
    for run in all_words(write_road_map_svg(make(language))):
        assert run.size >= 2.4
        assert run.family in {"Source Sans Pro", "Noto Sans SC"}
        if any(sign >= "\u2e80" for sign in run.text):
            assert run.family == "Noto Sans SC"


@every_map
@each_language
def test_every_word_is_inside_and_none_lies_on_another(make: Make, language: Language) -> None:
    svg = write_road_map_svg(make(language))
    assert outside(svg) == []
    assert overlapping(svg) == []


@every_map
@each_language
def test_no_arrow_passes_through_a_word(make: Make, language: Language) -> None:
    assert struck(write_road_map_svg(make(language))) == []


@every_map
def test_the_same_content_gives_the_same_bytes(make: Make) -> None:
    assert write_road_map_svg(make("zh")) == write_road_map_svg(make("zh"))


# --- size ---


def test_eighteen_rows_are_drawn_for_a3_and_more_for_a1() -> None:
    small = road_map("en", tuple(row(n, "en") for n in range(1, 15)), unsure=1, standing=3)
    large = road_map("en", tuple(row(n, "en") for n in range(1, 16)), unsure=1, standing=3)
    assert sheet_size(write_road_map_svg(small))[0] == 394
    assert sheet_size(write_road_map_svg(large))[0] == 813


def test_rows_fill_the_sheet_but_never_beyond_their_most() -> None:
    few = lay_out(road_map("en", (row(1, "en"),), unsure=0, standing=0))
    many = lay_out(road_map("en", tuple(row(n, "en") for n in range(1, 13)), unsure=0, standing=4))
    assert few.rows[0].height == 21
    assert many.rows[0].height < 21
    assert 200 < many.height <= 229


def test_days_outside_the_months_stand_on_the_edge() -> None:
    axis = lay_out(road_map("en")).axis
    assert axis.start("1999-01-01") == axis.left
    assert axis.end("2099-01-01") == axis.right


# --- signs ---


def bar_outlines(svg: str) -> list[dict[str, str]]:
    """The attributes of all pointed bars."""
    return [shape.attrib for shape in elements(svg, "polygon") if shape.attrib["points"].count(",") == 6]


def test_proposed_stages_are_dashed_and_white() -> None:
    bars = bar_outlines(write_road_map_svg(first_edition("en")))
    assert len(bars) == 35
    assert all("stroke-dasharray" in bar and bar["fill"] == "#ffffff" for bar in bars)


def test_adopted_stages_are_solid_in_their_tones() -> None:
    bars = bar_outlines(write_road_map_svg(adopted("en")))
    assert not any("stroke-dasharray" in bar for bar in bars)
    assert len({bar["fill"] for bar in bars}) == 7


def test_a_critical_stage_has_a_heavy_outline() -> None:
    base = row(1, "en")
    stages = (msgspec.structs.replace(base.stages[0], critical=True), *base.stages[1:])
    svg = write_road_map_svg(road_map("en", (msgspec.structs.replace(base, stages=stages),)))
    assert [float(bar["stroke-width"]) > 0.5 for bar in bar_outlines(svg)] == [True] + [False] * 6


@each_language
def test_everything_proposed_carries_the_word(language: Language) -> None:
    word = label("mark.proposed", language)
    svg = write_road_map_svg(first_edition(language))
    titles = [title.text or "" for title in elements(svg, "title")]
    assert sum(title.startswith(f"{word}: ") for title in titles) == 35 + 8 + 3
    assert [run.text for run in all_words(svg)].count(word) == 4


@each_language
def test_an_adopted_map_never_says_proposed(language: Language) -> None:
    assert label("mark.proposed", language) not in write_road_map_svg(adopted(language))


def test_a_promise_is_a_solid_lozenge_on_a_solid_stem() -> None:
    svg = write_road_map_svg(first_edition("en"))
    lozenges = [s.attrib for s in elements(svg, "polygon") if s.attrib["points"].count(",") == 4]
    assert len(lozenges) == 2
    assert lozenges[0]["fill"] == "#16202b"
    assert "stroke-dasharray" not in lozenges[0]
    stems = [s.attrib for s in elements(svg, "line") if s.attrib["stroke-width"] == "0.7"]
    assert len(stems) == 2


def test_a_map_without_promises_draws_no_lozenge() -> None:
    svg = write_road_map_svg(smallest("en"))
    assert not [s for s in elements(svg, "polygon") if s.attrib["points"].count(",") == 4]


def test_a_missing_lead_leaves_a_line_to_write_on() -> None:
    with_lead, without = road_map("en", (row(1, "en"),)), road_map("en", (row(1, "en", lead=""),))
    assert (
        len(elements(write_road_map_svg(without), "line"))
        == len(elements(write_road_map_svg(with_lead), "line")) + 1
    )


def test_a_standing_duty_shows_its_checks() -> None:
    one, two = road_map("en", standing=1), road_map("en", standing=2)
    assert (
        len(elements(write_road_map_svg(two), "rect")) == len(elements(write_road_map_svg(one), "rect")) + 4
    )


def test_a_row_without_steps_says_why() -> None:
    note = label("road.no_steps_unsure", "en")
    assert note in [run.text for run in all_words(write_road_map_svg(smallest("en")))]


def test_a_stage_takes_its_short_form_then_none_where_it_is_narrow() -> None:
    drawn = [run.text for run in all_words(write_road_map_svg(road_map("en", (row(1, "en"),))))]
    assert {"Study", "C", "Carry out"} <= set(drawn)
    assert "Consult" not in drawn


def test_a_long_title_turns_onto_two_lines() -> None:
    drawn = " ".join(run.text for run in all_words(write_road_map_svg(first_edition("zh"))))
    assert LONG["zh"][:10] in drawn
    assert LONG["zh"][-4:] in drawn.replace(" ", "")


# --- links ---


def test_every_link_has_its_number_and_the_critical_ones_come_last_and_heavy() -> None:
    svg = write_road_map_svg(adopted("en"))
    numbers = [run.text for run in all_words(svg) if run.text.isdigit() and run.size == 2.4]
    assert set(numbers) == {str(n) for n in range(1, 11)}
    lines = [line.attrib for line in elements(svg, "polyline") if line.attrib["stroke"] != "#ffffff"]
    assert [line["stroke"] == "#9b2423" for line in lines] == [False] * 7 + [True] * 2
    assert {line["stroke-width"] for line in lines[-2:]} == {"0.8"}


def test_a_condition_stands_beside_its_arrow() -> None:
    drawn = [run.text for run in all_words(write_road_map_svg(adopted("zh")))]
    assert drawn.count("清单已印发") >= 6


def test_a_link_over_more_than_ten_rows_becomes_two_flags() -> None:
    plan = tuple(row(n, "en", shift=n) for n in range(1, FARTHEST + 3))
    near = road_map("en", plan, links=(link(1, 1, FARTHEST + 1, "en"),), unsure=0, standing=0)
    far = road_map("en", plan, links=(link(1, 1, FARTHEST + 2, "en"),), unsure=0, standing=0)
    assert len(arrows(write_road_map_svg(near))) == 1
    svg = write_road_map_svg(far)
    assert arrows(svg) == []
    assert [run.text for run in all_words(svg) if run.size == 2.4].count("1") == 2


def test_a_link_to_a_measure_without_stages_becomes_flags() -> None:
    drawn = road_map("en", (row(1, "en"),), links=(link(1, 1, 2, "en"),), unsure=1, standing=0)
    routes, flags = lead_links(lay_out(drawn), drawn.links)
    assert routes == ()
    assert [flag.end for flag in flags] == ["out", "in"]


def test_a_link_to_a_row_on_another_sheet_has_one_flag_and_one_without_rows_none() -> None:
    drawn = road_map("en", links=(link(1, 1, 77, "en"),))
    routes, flags = lead_links(lay_out(drawn), drawn.links)
    assert routes == ()
    assert [(flag.row.row.id, flag.end) for flag in flags] == [("m1", "out")]
    lost = road_map("en", links=(link(1, 78, 77, "en"),))
    assert lead_links(lay_out(lost), lost.links) == ((), ())


def test_an_arrow_leaves_at_the_end_and_enters_at_the_start_of_a_stage() -> None:
    drawn = road_map("en", tuple(row(n, "en") for n in (1, 2)), links=(link(1, 1, 2, "en"),))
    sheet = lay_out(drawn)
    (route,), _ = lead_links(sheet, drawn.links)
    source = next(box for box in sheet.rows[0].bars if box.bar.stage == "issue")
    target = next(box for box in sheet.rows[1].bars if box.bar.stage == "carry_out")
    assert source.left < route.points[0][0] <= source.right
    assert target.left < route.points[-1][0] <= target.left + 2.5
    assert route.points[-1][1] < sheet.rows[1].bar_top


def test_trunks_side_by_side_keep_their_distance() -> None:
    drawn = road_map(
        "en",
        tuple(row(n, "en", shift=n) for n in range(1, 6)),
        links=tuple(link(n, n, 5, "en", stages=("issue", "evaluate")) for n in range(1, 5)),
        unsure=0,
        standing=0,
    )
    routes, _ = lead_links(lay_out(drawn), drawn.links)
    trunks = sorted(route.trunk for route in routes)
    assert all(after - before >= APART - 0.02 for before, after in itertools.pairwise(trunks))


# --- words ---

TEXTS = st.text(max_size=120)
DRAWN = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=80)


def test_hostile_words_stay_words() -> None:
    base = row(1, "en", title=HOSTILE, lead=HOSTILE)
    drawn = road_map("en", (base,), lane_names=(HOSTILE,))
    svg = write_road_map_svg(msgspec.structs.replace(drawn, alt_text=HOSTILE, title=HOSTILE))
    root = parsed(svg)
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))
    assert "<script>alert" in (next(iter(root)).text or "")
    assert "\u202e" not in svg


@settings(max_examples=40, deadline=None)
@given(TEXTS, TEXTS, TEXTS, st.sampled_from(LANGUAGES))
def test_any_words_give_a_sound_file_with_every_word_inside(
    title: str, lead: str, lane: str, language: Language
) -> None:
    said = Cell(text=title, origin="quoted") if title else Cell(fill="office", label=lead)
    base = msgspec.structs.replace(row(1, language, title=title or "-", lead=lead or "-"), as_written=said)
    svg = write_road_map_svg(
        msgspec.structs.replace(road_map(language, (base,), lane_names=(lane or "-",)), alt_text=title)
    )
    parsed(svg)
    assert outside(svg) == []
    assert overlapping(svg) == []


@settings(max_examples=60, deadline=None)
@given(DRAWN, st.floats(4, 90), st.sampled_from(LANGUAGES))
def test_shortened_words_fit_and_are_their_own_beginning(words: str, room: float, language: Language) -> None:
    pen = Pen(language, 1.0)
    cut = shorten(pen, words, 2.6, 400, room)
    assert width(cut, 2.6, 400, language) <= room or cut == ""
    assert cut == words or words.startswith(cut.removesuffix("…"))


@settings(max_examples=60, deadline=None)
@given(DRAWN, st.floats(10, 90), st.integers(1, 4))
def test_wrapped_lines_fit_and_lose_nothing_unless_the_last_says_so(
    words: str, room: float, limit: int
) -> None:
    pen = Pen("en", 1.0)
    lines = wrap(pen, words, 2.6, 400, room, limit)
    assert len(lines) <= limit
    assert all(pen.width(line, 2.6) <= room for line in lines)
    squeezed = "".join("".join(lines).split())
    assert squeezed == "".join(words.split()) or squeezed.endswith("…") or squeezed == ""


def test_no_line_begins_with_a_closing_mark() -> None:
    lines = wrap(Pen("zh", 1.0), "登记簿（季度），每月核对；按期印发。", 2.6, 400, 13, 6)
    assert len(lines) > 2
    assert not any(line[0] in "），；。" for line in lines)
    assert not any(line[-1] == "（" for line in lines)


def test_a_lane_name_keeps_the_largest_size_at_which_it_is_whole() -> None:
    pen = Pen("en", 1.0)
    assert lane_name(pen, "Parks", 20) == (3.2, ("Parks",))
    size, lines = lane_name(pen, "State-owned assets and enterprises", 30)
    assert " ".join(lines) == "State-owned assets and enterprises"
    assert size < 3.2 or len(lines) == 2


def test_gaps_are_what_spans_leave_free() -> None:
    assert gaps_between([], 0, 10) == [(0, 10)]
    assert gaps_between([(2, 3), (2.5, 5)], 0, 10) == [(0, 2), (5, 10)]
    assert gaps_between([(-5, 20)], 0, 10) == []
