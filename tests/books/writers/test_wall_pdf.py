"""The adopted road map as PDF: the paper, the page around the drawing, the words in the file."""

import ctypes
from io import BytesIO

import msgspec
import pypdfium2
import pypdfium2.raw as raw
import pytest

from milepost.books.content.records import RoadMap
from milepost.books.writers.pdf import write_pdf
from milepost.books.writers.svg.sheets import sheets
from tests.books.writers.svg.adopted_maps import city, grown

POINTS = 72 / 25.4


def opened(road_map: RoadMap) -> pypdfium2.PdfDocument:
    """The map as PDF, opened by another program."""
    return pypdfium2.PdfDocument(BytesIO(write_pdf(road_map)))


def said(page: pypdfium2.PdfPage) -> str:
    """The words of a page without white space."""
    return "".join(page.get_textpage().get_text_range().split())


def sizes(document: pypdfium2.PdfDocument) -> list[tuple[int, int]]:
    """The size of each page in millimetres."""
    return [(round(page.get_width() / POINTS), round(page.get_height() / POINTS)) for page in document]


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_example_is_one_a3_with_drawing_and_start_conditions(language: str) -> None:
    road_map = city(language)
    document = opened(road_map)
    assert sizes(document) == [(420, 297)]
    words = said(document[0])
    for text in (road_map.title, road_map.book, road_map.subject, road_map.facts.print_line):
        assert "".join(text.split()) in words
    for link in road_map.links:
        for cell in (link.first, link.condition, link.when, link.then):
            assert "".join(cell.text.split()) in words
    for lane in road_map.lanes:
        for row in lane.rows:
            assert "".join(row.title.text.split()) in words
            assert row.output
            assert "".join(row.output.text.split()) in words


@pytest.mark.parametrize("language", ["en", "zh"])
def test_forty_measures_are_one_a1(language: str) -> None:
    assert sizes(opened(grown(40, language))) == [(841, 594)]


def test_a_hundred_measures_are_a_key_sheet_and_a_sheet_for_each_group() -> None:
    document = opened(grown(100, "zh"))
    assert len(document) == 4
    assert "重点举措" in said(document[0])
    assert "营商环境改革专项小组" in said(document[2])


def test_the_legend_names_every_stage_and_sign_that_is_drawn() -> None:
    road_map = city("en")
    words = said(opened(road_map)[0])
    assert [sign.key for sign in road_map.legend][-5:] == ["done", "baseline", "wait", "link", "critical"]
    for sign in road_map.legend:
        assert "".join(sign.words.split()) in words


def test_the_same_map_twice_gives_the_same_bytes() -> None:
    assert write_pdf(city("zh")) == write_pdf(city("zh"))


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_drawing_has_its_sentences_as_alternative_text(language: str) -> None:
    road_map = city(language)
    document = opened(road_map)
    found = "".join("".join(alternatives(document[0])).split())
    assert "".join(road_map.alt_text.split()) in found


def test_conditions_that_leave_the_map_no_room_stand_on_a_page_of_their_own() -> None:
    road_map = city("en")
    links = tuple(msgspec.structs.replace(road_map.links[n % 8], number=n + 1, brief="") for n in range(60))
    crowded = msgspec.structs.replace(road_map, links=links)
    document = opened(crowded)
    assert len(document) == 2
    assert "company" in said(document[1])


def alternatives(page: pypdfium2.PdfPage) -> list[str]:
    """The alternative texts of a page's pictures."""
    tree = raw.FPDF_StructTree_GetForPage(page)
    roots = (
        raw.FPDF_StructTree_GetChildAtIndex(tree, n) for n in range(raw.FPDF_StructTree_CountChildren(tree))
    )
    found = [text for root in roots for text in _of(root)]
    raw.FPDF_StructTree_Close(tree)
    return found


def _of(element: object) -> list[str]:
    """The alternative texts of an element and those under it."""
    length = raw.FPDF_StructElement_GetAltText(element, None, 0)
    buffer = ctypes.create_string_buffer(length)
    raw.FPDF_StructElement_GetAltText(element, buffer, length)
    own = [buffer.raw[:-2].decode("utf-16-le")] if length > 2 else []
    count = raw.FPDF_StructElement_CountChildren(element)
    children = [raw.FPDF_StructElement_GetChildAtIndex(element, n) for n in range(count)]
    return [*own, *(text for child in children if child for text in _of(child))]


@pytest.mark.parametrize(
    ("measures", "language", "linked"), [(3, "en", True), (18, "zh", False), (100, "en", True)]
)
def test_every_sheet_is_one_page(measures: int, language: str, linked: bool) -> None:
    road_map = grown(measures, language)
    if not linked:
        road_map = msgspec.structs.replace(road_map, links=())
    assert len(opened(road_map)) == len(sheets(road_map))
