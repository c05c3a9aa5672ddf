"""Which module reads a file, and what a person is told about files that none reads."""

import pytest

from milepost.reading.formats import FORMATS, SUPPORTED, extension_of, format_of
from milepost.reading.source import Unreadable


@pytest.mark.parametrize("ending", [ending for row in FORMATS for ending in row.extensions])
def test_an_extension_picks_its_row_in_either_case(ending: str) -> None:
    assert ending in format_of(b"words", f"Plan{ending.upper()}").extensions


@pytest.mark.parametrize(
    ("data", "ending"),
    [
        (b"PK\x03\x04..", ".docx"),
        (b" <!DOCTYPE html><p>", ".html"),
        (b"%PDF-1.7", ".pdf"),
        (b"Section 1.", ".txt"),
    ],
)
def test_a_name_without_extension_is_judged_by_its_content(data: bytes, ending: str) -> None:
    assert ending in format_of(data, "download").extensions


@pytest.mark.parametrize("name", ["plan.numbers", "plan.xyz"])
def test_an_unsupported_file_is_told_what_is_supported(name: str) -> None:
    with pytest.raises(Unreadable) as fault:
        format_of(b"...", name)
    assert SUPPORTED in str(fault.value)
    assert str(fault.value).startswith(f"{name} can't be read")


@pytest.mark.parametrize(
    ("name", "ending"),
    [
        ("a.TXT", ".txt"),
        ("dir.d/plan", ""),
        (".txt", ""),
        ("第1号.通知", ""),
        ("v1.2 plan.docx", ".docx"),
        ("C:\\x\\a.md", ".md"),
    ],
)
def test_an_extension_is_the_last_part_in_small_letters(name: str, ending: str) -> None:
    assert extension_of(name) == ending
