"""PDF files: what becomes text, what is left out and said so, and which files are refused."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.reading import read
from milepost.reading.formats import source_text
from milepost.reading.records import FoundMeasure
from milepost.reading.source import SourceText, Unreadable
from tests.reading.formats.pdf_files import WORDS, file_of, one_page, plain, set_in_type, stream

CORPUS = Path(__file__).parents[2] / "data" / "corpus"
KEPT = "The Board shall publish the plan by 1 May 2027.\n"
PICTURE = stream(
    b"\x80" * 100,
    b"/Type/XObject/Subtype/Image/Width 10/Height 10/ColorSpace/DeviceGray/BitsPerComponent 8",
)
ALL_OVER = b"q 595 0 0 842 0 0 cm /I Do Q "
SENTENCE = "The Harbour Office shall review the register of berths and report its findings to the Council. "
CHINESE = "市住房城乡建设局牵头制定城市体检指标体系，会同有关部门开展中心城区城市体检工作。"


def pdf(data: bytes) -> SourceText:
    return source_text(data, "plan.pdf")


def typeset(source: str) -> SourceText:
    return pdf(set_in_type(source))


def kinds(found: SourceText) -> list[tuple[str, int, str]]:
    return [(block.kind, block.level, found.text[slice(*block.span)]) for block in found.blocks]


# --- what becomes text ---


def test_lines_are_rejoined_to_paragraphs() -> None:
    found = typeset(f"{SENTENCE * 4}\n\n{SENTENCE * 3}")
    assert found.text == f"{(SENTENCE * 4).strip()}\n{(SENTENCE * 3).strip()}\n"
    assert found.media_type == "application/pdf"


def test_chinese_lines_are_joined_without_a_blank() -> None:
    found = typeset(
        "#set par(justify: true, first-line-indent: (amount: 2em, all: true))\n"
        f"{CHINESE * 5}\n\n{CHINESE * 2}"
    )
    assert found.text == f"{CHINESE * 5}\n{CHINESE * 2}\n"


def test_a_paragraph_goes_on_over_the_page_end() -> None:
    found = typeset(f'#set page(height: 60mm, numbering: "1")\n{SENTENCE * 12}')
    assert found.text == f"{(SENTENCE * 12).strip()}\n"


def test_broken_words_are_mended_and_compounds_kept() -> None:
    found = typeset(
        "#set page(width: 62mm)\n#set par(justify: true)\n#set text(hyphenate: true)\n"
        + "Responsibilities concerning internationalisation and long-term environmental coordination. " * 3
    )
    assert "coordination" in found.text
    assert "long-term" in found.text
    assert set(found.text.replace(".", "").split()) <= set(
        "Responsibilities concerning internationalisation and long-term environmental coordination".split()
    )


def test_two_columns_are_read_one_after_the_other() -> None:
    left = " ".join(f"left{number}" for number in range(90))
    right = " ".join(f"right{number}" for number in range(90))
    found = typeset(
        f"#set page(columns: 2, height: 110mm)\n#set par(justify: true)\n{left}\n#colbreak()\n{right}"
    )
    words = found.text.split()
    assert words == [*left.split(), *right.split()]


def test_ligatures_are_letters_and_note_marks_are_left_out() -> None:
    found = typeset(
        "#set super(typographic: false)\nThe office#footnote[An office of the City.] shall find five offers."
    )
    assert found.text == "The office shall find five offers.\n1 An office of the City.\n"
    assert found.warnings == ("1 note mark was left out",)


def test_a_date_set_with_thin_gaps_reads_as_it_was_written() -> None:
    assert (
        typeset('#set text(lang: "zh")\n于2026年12月31日前完成5G基站建设。').text
        == "于2026年12月31日前完成5G基站建设。\n"
    )


def test_headings_are_told_by_size_and_weight() -> None:
    found = typeset(
        f'#text(size: 18pt)[Harbour Plan]\n\n#text(weight: "bold")[Berths and moorings]\n\n{SENTENCE * 4}'
    )
    assert kinds(found)[:2] == [("heading", 1, "Harbour Plan"), ("heading", 2, "Berths and moorings")]


def test_list_items_keep_their_printed_labels() -> None:
    found = typeset(f"+ {SENTENCE * 2}\n+ Dig the channel.\n  + Sieve the sand.\n\n（一）{CHINESE}")
    lines = found.text.splitlines()
    assert [line.split()[0] for line in lines[:3]] == ["1.", "2.", "1."]
    assert lines[3] == f"（一）{CHINESE}"


# --- heads, feet, margins ---


def test_heads_and_feet_are_left_out_and_counted() -> None:
    found = typeset(
        "#set page(height: 80mm, header: [Coastal Plan], "
        "footer: context [Page #counter(page).display() of 9])\n" + SENTENCE * 30
    )
    assert "Coastal Plan" not in found.text
    assert "Page" not in found.text
    pages = found.warnings[0].split()[0]
    assert found.warnings == (f"{pages} page heads were left out", f"{pages} page feet were left out")


@pytest.mark.parametrize("foot", ["— 3 —", "Page 3 of 12", "第3页 共12页", "3 / 12", "- 3 -", "3"])
def test_a_page_number_is_no_text(foot: str) -> None:
    found = typeset(f"#set page(footer: align(center)[{plain(foot)}])\n{SENTENCE}\n\n{SENTENCE}")
    assert found.text == f"{SENTENCE.strip()}\n" * 2


def test_a_number_in_the_text_is_no_page_number() -> None:
    assert typeset("The total is:\n\n42").text == "The total is:\n42\n"


def test_numbers_of_lines_in_the_margin_are_left_out() -> None:
    found = typeset(f'#set par.line(numbering: "1")\n{SENTENCE * 6}')
    assert found.text == f"{(SENTENCE * 6).strip()}\n"
    assert found.warnings == ("the line numbers of 1 page were left out",)


# --- what nobody sees ---


@pytest.mark.parametrize(
    "hidden",
    [
        b"BT 3 Tr /F 12 Tf 72 500 Td (Secret.) Tj ET 0 Tr ",
        b"1 g BT /F 12 Tf 72 500 Td (Secret.) Tj ET 0 g ",
        b"BT /F 1 Tf 72 500 Td (Secret.) Tj ET ",
        b"BT /F 12 Tf 72 -500 Td (Secret.) Tj ET ",
    ],
    ids=["without-ink", "white", "tiny", "off-page"],
)
def test_text_that_nobody_sees_is_left_out_and_counted(hidden: bytes) -> None:
    found = pdf(one_page(hidden + b"BT 0 Tr ET " + WORDS))
    assert found.text == KEPT
    assert found.warnings == ("1 hidden piece of text was left out",)


def test_white_text_on_a_dark_ground_is_read() -> None:
    content = b"0 0 .5 rg 60 590 400 30 re f 1 g BT /F 12 Tf 72 600 Td (Seen.) Tj ET 0 g "
    assert pdf(one_page(content + WORDS)).text == f"{KEPT}Seen.\n"


def test_a_watermark_is_left_out_and_counted() -> None:
    found = pdf(one_page(b"BT /F 60 Tf .7 .7 -.7 .7 200 300 Tm (DRAFT) Tj ET " + WORDS))
    assert found.text == KEPT
    assert found.warnings == ("1 piece of text set aslant, as a watermark is, was left out",)


def test_remarks_are_counted_and_not_read() -> None:
    remark = b"<</Type/Annot/Subtype/Text/Rect[10 10 20 20]/Contents(please check)>>"
    found = pdf(one_page(WORDS, more=(remark,), entries=b"/Annots[6 0 R]"))
    assert (found.text, found.warnings) == (KEPT, ("1 comment was left out",))


def test_a_turned_page_is_read_as_it_is_seen() -> None:
    turned = b"BT /F 12 Tf 0 1 -1 0 300 100 Tm (The Clerk shall report.) Tj ET"
    assert pdf(one_page(turned, entries=b"/Rotate 90")).text == "The Clerk shall report.\n"


# --- scans ---


def test_a_scan_without_text_is_refused_with_what_to_do() -> None:
    with pytest.raises(Unreadable, match="is a scan: its pages are pictures without text"):
        pdf(one_page(ALL_OVER, b"/XObject<</I 6 0 R>>", (PICTURE,)))


def test_text_recognised_from_a_scan_is_read_with_a_warning() -> None:
    words = WORDS.replace(b"BT", b"BT 3 Tr")
    found = pdf(one_page(ALL_OVER + words, b"/XObject<</I 6 0 R>>", (PICTURE,)))
    assert found.text == KEPT
    assert found.warnings == ("Recognised from a scan, so letters may be wrong: page 1",)


def test_pages_that_are_pictures_are_named() -> None:
    resources = b"/Resources<</Font<</F 4 0 R>>/XObject<</I 6 0 R>>>>"
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]%s/Contents %d 0 R>>"
    data = file_of(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R 8 0 R 8 0 R]/Count 3>>",
            page % (resources, 5),
            b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
            stream(WORDS),
            PICTURE,
            stream(ALL_OVER),
            page % (resources, 7),
        ]
    )
    found = pdf(data)
    assert found.text == KEPT
    assert found.warnings == ("Without text, as pictures, and so not read: page 2–3",)


# --- files that are refused ---


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\n" + bytes(range(256)) * 40, "damaged or no PDF"),
        (one_page(WORDS)[:300], "damaged or no PDF"),
        (one_page(b""), "holds no text"),
        (
            file_of([b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 5>>"]),
            "page 1 can't be opened",
        ),
    ],
    ids=["noise", "cut", "empty", "loop"],
)
def test_a_broken_file_is_refused_in_one_sentence(data: bytes, message: str) -> None:
    with pytest.raises(Unreadable, match=message) as fault:
        pdf(data)
    assert str(fault.value).startswith("plan.pdf ")


def test_a_file_of_too_many_pages_is_refused() -> None:
    kids = b" ".join([b"3 0 R"] * 3_001)
    catalog = [b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[%s]/Count 3001>>" % kids]
    with pytest.raises(Unreadable, match="3,001 pages; the limit is 3,000"):
        pdf(file_of([*catalog, b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"]))


@settings(deadline=None, max_examples=120)
@given(st.integers(0, 2_000), st.binary(min_size=1, max_size=8))
def test_a_file_with_changed_bytes_is_read_or_refused(place: int, change: bytes) -> None:
    data = one_page(WORDS)
    place %= len(data)
    try:
        found = pdf(data[:place] + change + data[place + len(change) :])
    except Unreadable:
        return
    for block in found.blocks:
        assert found.text[slice(*block.span)].strip()


# --- the same document as text and as PDF ---


def measures(found: list[FoundMeasure]) -> list[tuple[object, ...]]:
    return [
        (
            measure.number,
            measure.action,
            [lead.name for lead in measure.lead],
            [unit.name for unit in measure.support],
            measure.deadline and measure.deadline.text,
        )
        for measure in found
    ]


@pytest.mark.parametrize("name", ["en-made/made-1", "en-made/made-4", "zh-made/made-2", "zh-made/made-5"])
def test_a_pdf_gives_the_measures_of_its_text(name: str) -> None:
    text = (CORPUS / f"{name}.txt").read_text(encoding="utf-8")
    paragraphs = [plain(line) for line in text.split("\n") if line.strip()]
    source = f'#set page(numbering: "1")\n#set par(justify: true)\n#text(size: 16pt)[{paragraphs[0]}]\n\n'
    found = read(set_in_type(source + "\n\n".join(paragraphs[1:])), "plan.pdf")
    assert measures(found.measures) == measures(read(text.encode(), "plan.txt").measures)
