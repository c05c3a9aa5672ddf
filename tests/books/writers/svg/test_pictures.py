"""The pictures as SVG: every number, words that don't meet, grey alone, title and description, same bytes."""

import re
from functools import cache
from itertools import pairwise

import msgspec
import pytest

from milepost.books.content.adopted.pictures import load_picture, progress_picture, risk_picture
from milepost.books.content.records.pictures import PictureRecord
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.writers.svg.pictures import write_picture_svg
from milepost.books.writers.svg.pictures.frame import TINTS, WHITE_WORDS_FROM
from milepost.books.writers.svg.pictures.progress import TONES, WHITE_WORDS
from tests.books.langang import langang, many
from tests.books.writers.drawings import all_words, elements, outside, overlapping, parsed

LANGUAGES = ("en", "zh")
KINDS = {"progress": progress_picture, "load": load_picture, "risk": risk_picture}


@cache
def picture(kind: str, language: str, measures: int = 16) -> PictureRecord:
    ledger, schedule, state = langang(language) if measures == 16 else many(measures, language)
    view = View(ledger, schedule, language)
    return KINDS[kind](view, Standing(view, state))


each = pytest.mark.parametrize(("kind", "language"), [(k, language) for k in KINDS for language in LANGUAGES])


def luminance(colour: str) -> float:
    """How light a colour is, as contrast counts it."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@each
@pytest.mark.parametrize("width", [100.0, 130.0, 179.0])
@pytest.mark.parametrize("measures", [16, 200])
def test_no_word_meets_another_or_leaves_the_picture(kind, language, width, measures):
    svg = write_picture_svg(picture(kind, language, measures), width)
    assert overlapping(svg) == []
    assert outside(svg) == []


@each
def test_title_and_description_say_the_picture(kind, language):
    record = picture(kind, language)
    root = parsed(write_picture_svg(record))
    assert [child.tag.rpartition("}")[2] for child in root][:2] == ["title", "desc"]
    assert root[0].text == record.title
    assert root[1].text == record.alt
    assert root.attrib["role"] == "img"


@each
def test_the_same_record_gives_the_same_bytes_without_script_or_style(kind, language):
    svg = write_picture_svg(picture(kind, language))
    assert svg == write_picture_svg(picture(kind, language))
    for forbidden in ("<script", "<style", "style=", "foreignObject", "<image", "href"):
        assert forbidden not in svg


@pytest.mark.parametrize("measures", [16, 200])
def test_every_count_of_progress_is_printed_however_narrow_its_segment(measures):
    record = picture("progress", "en", measures)
    words = [run.text for run in all_words(write_picture_svg(record))]
    wanted = [str(c.number) for row in record.rows for c in row.counts if c.number]
    wanted += [str(row.total) for row in record.rows]
    for number in set(wanted):
        assert words.count(number) >= wanted.count(number)
    assert all(f"{count.words} {count.number}" in words for count in record.marks)


def test_segments_are_as_long_as_their_counts():
    record = picture("progress", "en")
    svg = write_picture_svg(record)
    bars = [box for box in elements(svg, "rect") if box.attrib["height"] == "6.2"]
    counts = [count.number for row in record.rows for count in row.counts if count.number]
    lengths = [float(bar.attrib["width"]) / count for bar, count in zip(bars, counts, strict=True)]
    assert max(lengths) - min(lengths) < 0.02


def test_the_load_prints_led_and_joined_and_frames_what_is_above_the_limit():
    record = picture("load", "en")
    svg = write_picture_svg(record)
    words = [run.text for run in all_words(svg)]
    cells = [cell for row in record.rows for cell in row.cells]
    assert sum("+" in run for run in words if re.fullmatch(r"\d+\+\d+", run)) == sum(
        c.total > 0 for c in cells
    )
    open_boxes = [box for box in elements(svg, "rect") if box.attrib["fill"] == "none"]
    frames = [box for box in open_boxes if box.attrib["stroke"] != "#ffffff"]
    assert len(open_boxes) == 2 * len(frames)
    assert len(frames) == sum(cell.over for cell in cells) == 1


def test_the_risks_print_days_dates_and_whom_they_wait_on():
    record = picture("risk", "zh")
    words = [run.text for run in all_words(write_picture_svg(record))]
    for row in record.rows:
        assert row.days_words in words
        assert row.forecast.text in words
        assert row.waits in words
    bars = [box for box in elements(write_picture_svg(record), "rect") if "hatch" in box.attrib["fill"]]
    lengths = [float(bar.attrib["width"]) for bar in bars]
    assert lengths == sorted(lengths, reverse=True)


def test_a_plan_without_risk_says_so_in_the_picture():
    record = msgspec.structs.replace(
        picture("risk", "en"), rows=(), note="", empty="No forecast lies past its baseline."
    )
    assert "No forecast lies past its baseline." in [run.text for run in all_words(write_picture_svg(record))]


def test_numbers_keep_their_contrast_on_every_tone():
    ink, paper = "#16202b", "#ffffff"
    for mark, tone in TONES.items():
        assert contrast(paper if mark in WHITE_WORDS else ink, tone) >= 4.5, mark
    for n, tone in enumerate(TINTS):
        assert contrast(paper if n >= WHITE_WORDS_FROM else ink, tone) >= 4.5, n


def test_neighbouring_tones_of_the_load_part_on_a_grey_copy():
    tones = [luminance(tone) for tone in TINTS]
    assert tones == sorted(tones, reverse=True)
    assert all(contrast(one, then) > 1.14 for one, then in pairwise(TINTS))


def test_two_pictures_of_a_kind_share_no_id_on_a_page():
    record = picture("risk", "en")
    one, other = write_picture_svg(record, prefix="a-"), write_picture_svg(record, prefix="b-")
    ids = [e.attrib["id"] for svg in (one, other) for e in parsed(svg).iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids))
