"""Drawings that use each other: harmless ones pass, loops and bombs are refused before anything is drawn."""

import pytest

from milepost.reading.formats import source_text
from milepost.reading.source import Unreadable
from tests.reading.formats.pdf_files import WORDS, form, one_page

USES = b"/XObject<</X 6 0 R>>"


def other(number: int) -> bytes:
    return b"/XObject<</X %d 0 R>>" % number


@pytest.mark.parametrize(
    "forms",
    [
        (form(b"/X Do /X Do", other(6)),),
        (form(b"/X Do", other(7)), form(b"/X Do", other(6))),
        (*tuple(form(b"/X Do " * 10, other(7 + at)) for at in range(9)), form(b"0 0 m 9 9 l S")),
        (*tuple(form(b"/X Do", other(7 + at)) for at in range(60)), form(b"0 0 m 9 9 l S")),
    ],
    ids=["itself", "each-other", "bomb", "too-deep"],
)
def test_drawings_without_end_are_refused(forms: tuple[bytes, ...]) -> None:
    with pytest.raises(Unreadable, match="drawings in it use each other without end"):
        source_text(one_page(b"/X Do " + WORDS, USES, forms), "plan.pdf")


def test_words_within_a_drawing_within_a_drawing_are_read() -> None:
    inner = form(b"BT /F 12 Tf 72 600 Td (Within.) Tj ET", b"/Font<</F 4 0 R>>")
    data = one_page(b"/X Do " + WORDS, USES, (form(b"/X Do", other(7)), inner))
    assert source_text(data, "plan.pdf").text == "The Board shall publish the plan by 1 May 2027.\nWithin.\n"
