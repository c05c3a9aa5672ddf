"""The adopted road map as SVG: tones and shapes, routes that cross no word, flags, grey, a sound file."""

import itertools
import re
from xml.etree import ElementTree

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings

from milepost.books.content.records import Cell, Lane, RoadMap
from milepost.books.content.standing import MARKS
from milepost.books.wording.labels import label
from milepost.books.writers.svg.geometry import lay_out
from milepost.books.writers.svg.marks import SHAPES, draw_mark
from milepost.books.writers.svg.pen import INK, SEAL, Pen
from milepost.books.writers.svg.road_map import write_road_map_svg
from milepost.books.writers.svg.routing import FARTHEST, lead_links
from milepost.books.writers.svg.rows import TONES
from tests.books.writers.drawings import all_words, arrows, elements, outside, overlapping, parsed
from tests.books.writers.svg.adopted_maps import STAGES, city, grown, road_maps
from tests.books.writers.svg.read_back import close_trunks, crossed_words

each_language = pytest.mark.parametrize("language", ["en", "zh"])
TABLE = {
    "study": "#ffffff",
    "draft": "#f0f2f3",
    "consult": "#e0e4e7",
    "review": "#cdd3d8",
    "issue": "#16202b",
    "carry_out": "#b5bdc5",
    "evaluate": "url(#road-map-hatch)",
    "copy": "url(#road-map-dots)",
}
"""The tones that the books prescribe, stage by stage."""

ALLOWED = {
    "svg", "title", "desc", "defs", "pattern", "g", "rect", "line", "polygon", "polyline", "circle", "text",
}  # fmt: skip


def texts(svg: str) -> list[str]:
    """All words of a drawing."""
    return [run.text for run in all_words(svg)]


def bars(svg: str) -> list[dict[str, str]]:
    """The attributes of all pointed bars."""
    return [shape.attrib for shape in elements(svg, "polygon") if shape.attrib["points"].count(",") == 6]


def one_lane(road_map: RoadMap) -> RoadMap:
    """The same rows in a single lane, so that rows follow one another."""
    rows = tuple(row for lane in road_map.lanes for row in lane.rows)
    lane = Lane(key="group-1", kind="plan", name=Cell(text="A", origin="typed"), rows=rows)
    return msgspec.structs.replace(road_map, lanes=(lane,))


# --- stages ---


def test_every_stage_has_the_tone_of_the_table() -> None:
    base = city("en").lanes[0].rows[0]
    first = base.stages[0]
    span = [("2027-01-01", "2027-02-10"), ("2027-02-11", "2027-03-25")]
    for stage in STAGES:
        bar = msgspec.structs.replace(first, stage=stage, start=span[0][0], finish=span[0][1], critical=False)
        drawn = with_rows(city("en"), msgspec.structs.replace(base, stages=(bar,)))
        shapes = bars(write_road_map_svg(drawn))
        assert [shape["fill"] for shape in shapes] == [TABLE[stage]]
        assert shapes[0]["stroke"] == INK
        assert "stroke-dasharray" not in shapes[0]


def with_rows(road_map: RoadMap, *rows: object) -> RoadMap:
    """The map with these rows in one lane, without links."""
    lane = msgspec.structs.replace(road_map.lanes[0], rows=tuple(rows))
    return msgspec.structs.replace(road_map, lanes=(lane,), links=())


def grey(colour: str) -> float:
    """How bright a colour is in grey, 0 to 255."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_the_tones_are_told_apart_in_grey() -> None:
    tones = sorted(grey(tone) for tone in TONES.values() if tone.startswith("#"))
    assert len(tones) == 6
    assert all(after - before >= 12 for before, after in itertools.pairwise(tones))


def test_the_accent_reads_as_dark_grey_and_never_alone() -> None:
    assert grey(SEAL) < 80
    lines = [line.attrib for line in elements(write_road_map_svg(city("en")), "polyline")]
    heavy = {float(line["stroke-width"]) for line in lines if line["stroke"] == SEAL}
    light = {float(line["stroke-width"]) for line in lines if line["stroke"] == INK}
    assert min(heavy) >= 1.5 * max(light)


def test_the_stages_of_the_critical_path_have_a_heavy_outline() -> None:
    heavy = [bar for bar in bars(write_road_map_svg(city("en"))) if float(bar["stroke-width"]) > 0.7]
    critical = [bar for lane in city("en").lanes for row in lane.rows for bar in row.stages if bar.critical]
    assert len(heavy) == len(critical) == 17


def test_the_name_of_the_issue_stage_is_white_and_the_others_are_ink() -> None:
    drawn = elements(write_road_map_svg(city("zh")), "text")
    fills = {
        name: {run.attrib["fill"] for run in drawn if run.text == name} for name in ("印发", "起草", "评估")
    }
    assert fills == {"印发": {"#ffffff"}, "起草": {INK}, "评估": {INK}}


def test_a_stage_too_narrow_for_its_name_takes_its_letter() -> None:
    drawn = texts(write_road_map_svg(city("en")))
    assert {"Study", "I", "R", "Do"} <= set(drawn)


# --- signs ---


def test_a_done_stage_has_a_heavy_base_line() -> None:
    road_map = city("en")
    done = sum(len(row.done_steps) for lane in road_map.lanes for row in lane.rows)
    lines = [box for box in elements(write_road_map_svg(road_map), "rect") if box.attrib["height"] == "1"]
    assert len(lines) == done > 20
    assert {line.attrib["fill"] for line in lines} == {INK}


@each_language
def test_every_baseline_is_an_open_lozenge_over_its_row(language: str) -> None:
    road_map = city(language)
    svg = write_road_map_svg(road_map)
    lozenges = [s.attrib for s in elements(svg, "polygon") if s.attrib["points"].count(",") == 4]
    assert len(lozenges) == 16
    assert {lozenge["fill"] for lozenge in lozenges} == {"#ffffff"}
    axis = lay_out(road_map).axis
    assert f"{axis.end('2027-06-30'):.2f}," in lozenges[0]["points"]


def test_what_is_late_has_a_dark_chip_and_its_number_in_the_accent() -> None:
    svg = write_road_map_svg(city("en"))
    number = next(run for run in elements(svg, "text") if run.text == "10")
    assert number.attrib["fill"] == SEAL
    chip = next(run for run in elements(svg, "text") if run.text == "31\u00a0May, 15 days late")
    assert chip.attrib["fill"] == "#ffffff"
    assert "forecast 25\u00a0Jun" in texts(svg)


@each_language
def test_every_mark_stands_with_its_word(language: str) -> None:
    road_map = city(language)
    drawn = texts(write_road_map_svg(road_map))
    for lane in road_map.lanes:
        for row in lane.rows:
            assert row.state
            assert row.state.mark in ("late", "done") or row.state.words in drawn


def test_every_mark_of_state_has_a_shape_of_its_own() -> None:
    shapes = {}
    for mark in MARKS:
        pen = Pen("en", 1.0)
        draw_mark(pen, mark, 10.0, 10.0)
        shapes[mark] = tuple(pen.elements)
    assert len(set(shapes.values())) == len(MARKS) == 7
    assert all(shapes.values())
    assert set(SHAPES) == {*MARKS, "claimed"}


def test_a_mark_without_a_light_has_no_shape() -> None:
    pen = Pen("en", 1.0)
    draw_mark(pen, "none", 10.0, 10.0)
    assert pen.elements == []


def test_a_standing_measure_is_a_thin_solid_line_with_a_tick_each_quarter() -> None:
    road_map = city("en")
    base = road_map.lanes[0].rows[0]
    checks = ("2027-03-31", "2027-06-30", "2027-09-30", "2027-12-31")
    row = msgspec.structs.replace(base, stages=(), done_steps=(), baseline=None, checks=checks)
    lane = msgspec.structs.replace(road_map.lanes[0], kind="standing", rows=(row,))
    svg = write_road_map_svg(msgspec.structs.replace(road_map, lanes=(lane,), links=()))
    group = next(g for g in elements(svg, "g") if label("alt.standing", "en") in (g[0].text or ""))
    tags = [part.tag.rpartition("}")[2] for part in group]
    assert tags == ["title", "line", "rect", "rect", "rect", "rect"]
    assert "stroke-dasharray" not in group[1].attrib


def test_many_cooperating_units_are_counted_where_their_names_do_not_fit() -> None:
    drawn = texts(write_road_map_svg(city("en")))
    assert "Approvals (5 units)" in drawn
    assert "Park Cttee (Dev. & Reform, Human Res., Approvals)" in drawn


# --- links ---


@each_language
def test_no_arrow_of_the_example_crosses_a_word_and_trunks_keep_apart(language: str) -> None:
    for road_map in (city(language), city(language, paper="A1"), grown(40, language)):
        svg = write_road_map_svg(road_map)
        assert crossed_words(svg) == []
        assert overlapping(svg) == []
        assert outside(svg) == []
        assert close_trunks(road_map) == []


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(road_maps())
def test_no_arrow_of_any_plan_crosses_a_word_and_trunks_keep_apart(road_map: RoadMap) -> None:
    svg = write_road_map_svg(road_map)
    assert crossed_words(svg) == []
    assert overlapping(svg) == []
    assert outside(svg) == []
    assert close_trunks(road_map) == []


@settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck))
@given(road_maps(least_rows=12, least_links=20))
def test_every_link_of_a_crowded_plan_is_an_arrow_or_two_flags(road_map: RoadMap) -> None:
    routes, flags = lead_links(lay_out(road_map), road_map.links, strict=True)
    for link in road_map.links:
        led = sum(route.link == link for route in routes)
        ends = sorted(flag.end for flag in flags if flag.link == link)
        assert (led, ends) in ((1, []), (0, ["in", "out"]))
    svg = write_road_map_svg(road_map)
    assert crossed_words(svg) == []
    assert overlapping(svg) == []


def test_every_link_has_its_number_and_its_condition() -> None:
    drawn = texts(write_road_map_svg(city("zh")))
    assert {str(n) for n in range(1, 9)} <= set(drawn)
    assert {"清单印发", "职责划清", "园区接权到位", "40个数据集入目录"} <= set(drawn)


def test_the_critical_links_are_drawn_last() -> None:
    svg = write_road_map_svg(city("en"))
    strokes = [
        line.attrib["stroke"] for line in elements(svg, "polyline") if line.attrib["stroke"] != "#ffffff"
    ]
    assert strokes == [INK] * 6 + [SEAL] * 2


def test_every_arrow_has_a_white_halo() -> None:
    lines = [line.attrib for line in elements(write_road_map_svg(city("en")), "polyline")]
    halos = {line["points"]: float(line["stroke-width"]) for line in lines if line["stroke"] == "#ffffff"}
    for line in lines:
        if line["stroke"] != "#ffffff":
            assert halos[line["points"]] > float(line["stroke-width"])


def test_a_link_over_more_than_ten_rows_becomes_a_flag_out_and_a_flag_in() -> None:
    road_map = one_lane(city("en"))
    link = road_map.links[6]
    far = road_map.lanes[0].rows[FARTHEST + 4]
    link = msgspec.structs.replace(link, to_row=far.id, to_step=far.stages[-1].step)
    road_map = msgspec.structs.replace(road_map, links=(link,))
    svg = write_road_map_svg(road_map)
    assert arrows(svg) == []
    _routes, flags = lead_links(lay_out(road_map), road_map.links, strict=True)
    assert [(flag.end, flag.row.row.number) for flag in flags] == [("out", "4"), ("in", "15")]
    numbers = [run for run in all_words(svg) if run.text == "7" and run.size == 2.4]
    assert len(numbers) == 2
    assert texts(svg).count("company may lease") == 1


def test_an_arrow_enters_the_start_of_the_stage_it_opens() -> None:
    road_map = city("en")
    sheet = lay_out(road_map)
    routes, _ = lead_links(sheet, road_map.links, strict=True)
    assert len(routes) == 8
    boxes = {box.bar.step: box for row in sheet.rows for box in row.bars}
    for route in routes:
        source, target = boxes[route.link.from_step], boxes[route.link.to_step]
        assert source.left < route.points[0][0] <= source.right
        assert target.left < route.points[-1][0] <= target.left + 0.5 * (target.right - target.left)


# --- the file ---


@each_language
def test_the_file_has_title_and_description_and_no_script_or_address(language: str) -> None:
    road_map = city(language)
    root = parsed(write_road_map_svg(road_map))
    title, description = list(root)[:2]
    assert (title.text, description.text) == (road_map.title, road_map.alt_text)
    assert root.attrib["aria-labelledby"] == f"{title.attrib['id']} {description.attrib['id']}"
    for element in root.iter():
        assert element.tag.rpartition("}")[2] in ALLOWED
        assert not {"style", "class", "href"} & set(element.attrib)
        assert not any("://" in value for value in element.attrib.values())


def test_two_drawings_on_a_page_share_no_id() -> None:
    one = parsed(write_road_map_svg(city("en")))
    other = parsed(write_road_map_svg(msgspec.structs.replace(city("zh"), prefix="road-map-zh")))
    assert not ids(one) & ids(other)
    for root, prefix in ((one, "road-map"), (other, "road-map-zh")):
        used = set(re.findall(r"url\(#([^)]*)\)", ElementTree.tostring(root, "unicode")))
        assert used <= ids(root)
        assert all(name.startswith(prefix) for name in ids(root))


def ids(root: ElementTree.Element) -> set[str]:
    """All ids of a drawing."""
    return {element.attrib["id"] for element in root.iter() if "id" in element.attrib}


@each_language
def test_every_word_is_at_least_as_large_as_a_wall_asks(language: str) -> None:
    for road_map in (city(language), grown(40, language)):
        assert min(run.size for run in all_words(write_road_map_svg(road_map))) >= 2.4


@each_language
def test_the_same_content_gives_the_same_bytes(language: str) -> None:
    assert write_road_map_svg(city(language)) == write_road_map_svg(city(language))


def test_an_adopted_map_never_says_proposed_and_dashes_nothing_but_waits() -> None:
    svg = write_road_map_svg(city("en"))
    assert label("mark.proposed", "en") not in texts(svg)
    assert all("stroke-dasharray" not in bar for bar in bars(svg))


# --- hard rows ---

HOSTILE = '</text><script>alert("x")</script> ]]> &amp; \x00\x1b\u202e <!--'


@each_language
def test_hard_words_stay_words_inside_their_columns(language: str) -> None:
    road_map = city(language)
    long = (
        "Joint Administration of Small Ferries and Pleasure Craft of the Three Bays "
        if language == "en"
        else "三湾内河客渡船联合管理委员会办公室"
    ) * 4
    rows = []
    for row, words in zip(road_map.lanes[0].rows, (HOSTILE, long, "=1+1", long + HOSTILE), strict=False):
        cell = Cell(text=words, origin="typed")
        many = Cell(text=", ".join([words] * 12), origin="computed")
        rows.append(
            msgspec.structs.replace(row, title=cell, lead=cell, output=cell, finish=cell, cooperating=many)
        )
    lane = msgspec.structs.replace(road_map.lanes[0], rows=tuple(rows), name=Cell(text=long, origin="typed"))
    links = tuple(msgspec.structs.replace(link, brief=HOSTILE) for link in road_map.links[:3])
    svg = write_road_map_svg(msgspec.structs.replace(road_map, lanes=(lane,), links=links, alt_text=HOSTILE))
    root = parsed(svg)
    assert not list(root.iter("{http://www.w3.org/2000/svg}script"))
    assert "\u202e" not in svg
    assert "=1+1" in texts(svg)
    assert outside(svg) == []
    assert overlapping(svg) == []
    assert crossed_words(svg) == []


def test_a_map_without_a_row_is_still_a_sound_file() -> None:
    svg = write_road_map_svg(msgspec.structs.replace(city("en"), lanes=(), links=()))
    assert parsed(svg) is not None
    assert outside(svg) == []
