"""The sheets and the paper of an adopted road map: A3, A1, above that the key tier and a sheet a group."""

import pytest

from milepost.books.content.records import RoadMap
from milepost.books.writers.pdf.sheet import MARGINS_MM, paper_for
from milepost.books.writers.svg.geometry import lay_out, least_height, links_below, sheet_room
from milepost.books.writers.svg.road_map import write_road_map_svg
from milepost.books.writers.svg.sheets import sheets
from tests.books.writers.drawings import outside, overlapping, sheet_size
from tests.books.writers.svg.adopted_maps import city, grown
from tests.books.writers.svg.read_back import crossed_words

GROUPS = ("Park System Group", "Business Environment Group", "Talent and Factors Group")


def numbers(sheet: RoadMap) -> list[str]:
    """The plan numbers on a sheet."""
    return [row.number for lane in sheet.lanes for row in lane.rows]


@pytest.mark.parametrize(
    ("measures", "paper"),
    [(16, (420.0, 297.0)), (18, (420.0, 297.0)), (19, (841.0, 594.0)), (40, (841.0, 594.0))],
)
def test_eighteen_measures_stand_on_an_a3_and_forty_on_an_a1(
    measures: int, paper: tuple[float, float]
) -> None:
    road_map = grown(measures, "en")
    parts = sheets(road_map)
    assert parts == (road_map,)
    drawing = write_road_map_svg(road_map)
    found = paper_for(parts, (drawing,))
    assert (found.width, found.height) == paper
    assert found.links_under
    assert found.shares[0] * (found.width - MARGINS_MM[0]) >= sheet_size(drawing)[0]


def test_above_forty_there_is_a_sheet_with_the_key_tier_and_one_for_each_group() -> None:
    road_map = grown(100, "en")
    key, *groups = sheets(road_map)
    wanted = [row.number for lane in road_map.lanes for row in lane.rows if row.is_key]
    assert numbers(key) == wanted
    assert "key measures" in key.title
    assert [sheet.lanes[0].name.text for sheet in groups] == list(GROUPS)
    assert [n for sheet in groups for n in numbers(sheet)] == numbers(road_map)
    for sheet, group in zip(groups, GROUPS, strict=True):
        assert group in sheet.title


def test_a_group_over_forty_is_divided_evenly_and_says_so() -> None:
    groups = [sheet for sheet in sheets(grown(160, "zh")) if "重点" not in sheet.title]
    assert max(len(numbers(sheet)) for sheet in groups) <= 40
    assert groups[0].lanes[0].name.text == "园区体制改革专项小组（1/2）"
    assert len(numbers(groups[0])) - len(numbers(groups[1])) in (0, 1)


def test_a_sheet_tells_its_own_rows_and_links_alone() -> None:
    for sheet in sheets(grown(100, "en")):
        assert all(row.alt in sheet.alt_text for lane in sheet.lanes for row in lane.rows)
        ids = {row.id for lane in sheet.lanes for row in lane.rows}
        assert all(ids & {link.from_row, link.to_row} for link in sheet.links)
        assert all(link.alt in sheet.alt_text for link in sheet.links)
        assert sheet.alt_text.count("Link ") == len(sheet.links)


def test_the_sheets_of_a_map_share_no_id_of_a_drawing() -> None:
    prefixes = [sheet.prefix for sheet in sheets(grown(100, "en"))]
    assert len(set(prefixes)) == len(prefixes) == 4


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_sheet_is_sound(language: str) -> None:
    for sheet in sheets(grown(100, language)):
        svg = write_road_map_svg(sheet)
        assert outside(svg) == []
        assert overlapping(svg) == []
        assert crossed_words(svg) == []


def test_a_wall_map_may_be_made_for_an_a1_or_cut_for_a3() -> None:
    large = city("en", paper="A1")
    assert sheet_size(write_road_map_svg(large))[0] == 813
    assert sheets(large) == (large,)
    small = sheets(grown(40, "en", paper="A3"))
    assert [len(numbers(sheet)) for sheet in small] == [9, 15, 15, 10]
    drawings = tuple(write_road_map_svg(sheet) for sheet in small)
    assert {sheet_size(drawing)[0] for drawing in drawings} == {394}
    assert paper_for(small, drawings).width == 420


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("measures", [3, 16, 18, 30, 40])
def test_drawing_and_table_fit_the_sheet_together(language: str, measures: int) -> None:
    road_map = grown(measures, language)
    sheet = lay_out(road_map)
    assert sheet.height * sheet.scale + links_below(road_map) <= sheet_room(road_map)[1] + 1.5
    assert least_height(road_map) <= sheet.height + 0.1
