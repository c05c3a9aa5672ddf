"""The bars by quarter as SVG: numbers on the bars, a description in words, grey, the same bytes."""

import itertools
import re
import xml.etree.ElementTree as ET

import pytest

from milepost.books.content.papers.quarters import quarters_of
from milepost.books.writers.svg.quarters import BOTTOM, TOP, write_quarters_svg

COUNTS = {"2027-Q1": (18, 17, 16), "2027-Q2": (21, 14, 11), "2027-Q3": (2, 0, 0)}
SVG = "{http://www.w3.org/2000/svg}"


def drawn(language: str, counts: dict[str, tuple[int, int, int]] = COUNTS) -> str:
    """The drawing of the counts."""
    quarters = quarters_of(counts, language)
    assert quarters is not None
    return write_quarters_svg(quarters)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_segment_has_its_number_and_every_bar_its_quarter(language):
    said = [element.text for element in ET.fromstring(drawn(language)).iter(f"{SVG}text")]
    for number in ("16", "1", "11", "3", "7", "2"):
        assert number in said
    assert said.count({"en": "Q1 2027", "zh": "2027年一季度"}[language]) == 1
    assert "0" not in said


def test_the_drawing_is_an_image_with_title_and_description():
    root = ET.fromstring(drawn("en"))
    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "quarters-title quarters-desc"
    title, description = root[0], root[1]
    assert title.text == "Planned, done and verified by quarter"
    assert description.text is not None
    assert description.text.startswith("Q1 2027: 18 planned, 17 done, 16 verified.")


def test_grounds_are_grey_and_parted_without_colour():
    fills = set(re.findall(r'<rect[^>]* fill="(#[0-9a-f]{6})"', drawn("zh")))
    tones = sorted(sum(int(fill[i : i + 2], 16) for i in (1, 3, 5)) / 3 for fill in fills)
    assert len(tones) == 3
    assert min(b - a for a, b in itertools.pairwise(tones)) > 50


def test_no_bar_leaves_the_frame_however_far_the_counts_lie_apart():
    root = ET.fromstring(drawn("en", {"2027-Q1": (500, 3, 1), "2027-Q2": (1, 1, 0)}))
    bars = [e for e in root.iter(f"{SVG}rect") if float(e.get("y", "0")) > 10]
    assert len(bars) == 4
    for bar in bars:
        assert float(bar.get("y", "0")) >= TOP - 0.01
        assert float(bar.get("y", "0")) + float(bar.get("height", "0")) <= BOTTOM + 0.01


def test_the_same_counts_give_the_same_bytes():
    assert drawn("zh") == drawn("zh")
