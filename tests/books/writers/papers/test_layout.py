"""How a paper is laid out: what belongs together stands together, nothing is lost on the way."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.books.content.records.paper import (
    Break,
    Grid,
    Head,
    Heading,
    Ladder,
    Paper,
    Paragraph,
    Run,
    Slip,
    Table,
)
from milepost.books.writers.papers.layout import (
    Blank,
    Form,
    Section,
    Signed,
    anchors,
    is_tall,
    last_slip,
    sections,
    slip_pieces,
)

PLAIN = Paragraph(text=(Run(text="words"),))
NOTE = Paragraph(text=(Run(text="small"),), style="note")
HEADING = Heading(text="Annex", anchor="annex")
LADDER, GRID = Ladder(label="Level", levels=("a", "b"), current=0), Grid(rows=())
WIDE = Table(caption="wide", heads=(Head(text="a"),), rows=(), landscape=True)
UPRIGHT = Table(caption="upright", heads=(Head(text="a"),), rows=())
CONTACT = Paragraph(text=(Run(text="ask"),), style="contact")
SIGNED = Paragraph(text=(Run(text="sign"),), style="signature")
SLIP = Slip(heading="Receipt", number="1", lines=(), choices=())
BLOCKS = (PLAIN, NOTE, HEADING, LADDER, GRID, WIDE, UPRIGHT, CONTACT, SIGNED, SLIP, Break())


def paper(*blocks) -> Paper:
    return Paper(
        kind="report",
        form="report",
        language="en",
        stem="p",
        title="P",
        frozen_on="2027-01-01",
        blocks=blocks,
    )


def test_a_heading_goes_with_the_landscape_table_that_it_heads():
    assert sections(paper(PLAIN, HEADING, NOTE, WIDE, PLAIN)) == (
        Section(False, (PLAIN,)),
        Section(True, (HEADING, NOTE, WIDE)),
        Section(False, (PLAIN,)),
    )


def test_a_heading_over_words_stays_upright():
    assert sections(paper(HEADING, PLAIN, WIDE))[0] == Section(False, (HEADING, PLAIN))


def test_a_break_beside_a_turn_of_the_page_makes_no_empty_page():
    assert sections(paper(PLAIN, Break(), WIDE, PLAIN)) == (
        Section(False, (PLAIN,)),
        Section(True, (WIDE,)),
        Section(False, (PLAIN,)),
    )


def test_a_ladder_is_the_first_line_of_the_form_after_it():
    assert sections(paper(LADDER, GRID, GRID))[0].pieces == (Form(LADDER, GRID), Form(None, GRID))
    assert sections(paper(LADDER, PLAIN, GRID))[0].pieces == (Form(LADDER, None), PLAIN, Form(None, GRID))


def test_a_contact_stands_beside_the_signature_after_it():
    pieces = sections(paper(CONTACT, SIGNED, SIGNED, CONTACT, PLAIN))[0].pieces
    assert pieces == (Signed((CONTACT.text,), (SIGNED.text, SIGNED.text)), Signed((CONTACT.text,), ()), PLAIN)


def test_only_a_slip_at_the_end_stands_at_the_foot():
    assert last_slip((PLAIN, SLIP)) == 1
    assert last_slip((SLIP, PLAIN)) is None
    assert last_slip(()) is None


def test_of_two_headings_with_one_anchor_the_first_is_led_to():
    second = Heading(text="Other", anchor="annex")
    assert anchors(paper(HEADING, second)) == {id(HEADING): "annex"}


@given(st.lists(st.sampled_from(BLOCKS), max_size=12))
def test_no_block_is_lost_and_none_is_turned_around(blocks):
    found = []
    for section in sections(paper(*blocks)):
        for piece in section.pieces:
            if isinstance(piece, Form):
                found += [one for one in piece if one is not None]
            elif isinstance(piece, Signed):
                found += [CONTACT] * len(piece.contact) + [SIGNED] * len(piece.signature)
            else:
                found.append(piece)
    assert [one for one in found if not isinstance(one, Break)] == [
        one for one in blocks if not isinstance(one, Break)
    ]


CASES = (
    ("a blank before a unit of time takes a number", "到____月", ("到", Blank(8.5), "月")),
    ("a blank before a word takes a number", "____ pieces", (Blank(8.5), " pieces")),
    ("a blank at the end takes words", "（签字）____", ("（签字）", Blank(24.0))),
    ("a blank before a gap takes words", "签收人____　时间", ("签收人", Blank(24.0), "　时间")),
    ("more underscores make it longer", "on ________ or", ("on ", Blank(19.2), " or")),
    ("one underscore is a sign of the text", "snake_case", ("snake_case",)),
    ("nothing is nothing", "", ()),
)


@pytest.mark.parametrize(("words", "line", "pieces"), CASES, ids=[case[0] for case in CASES])
def test_blanks_of_a_slip(words, line, pieces):
    assert slip_pieces(line) == pieces


def test_a_row_over_half_a_page_may_break_and_a_short_one_may_not():
    short, long = (((Run(text="word"),),),), (((Run(text="长" * 3000),),),)
    assert not is_tall(short, UPRIGHT, landscape=False)
    assert is_tall(long, UPRIGHT, landscape=False)
