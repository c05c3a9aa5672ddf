"""Plain text: encodings, line ends, and bytes that are no text."""

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.reading.formats import source_text
from milepost.reading.formats.text import decoded
from milepost.reading.source import Unreadable

ENGLISH = "Section 1. The Harbour Office shall publish a dredging plan by 30 June 2027.\n"
SIMPLIFIED = "一、加强港口建设。市交通运输局要于2027年6月底前完成实施方案。\n"
TRADITIONAL = "一、優化企業服務。各區政府應於2027年6月底前完成實施方案，並報市政府備案。\n"

ENCODED = (
    ("utf-8", ENGLISH, ENGLISH.encode()),
    ("utf-8 with a mark", SIMPLIFIED, codecs.BOM_UTF8 + SIMPLIFIED.encode()),
    ("utf-16-le with a mark", SIMPLIFIED, codecs.BOM_UTF16_LE + SIMPLIFIED.encode("utf-16-le")),
    ("utf-16-be with a mark", SIMPLIFIED, codecs.BOM_UTF16_BE + SIMPLIFIED.encode("utf-16-be")),
    ("utf-16-le without a mark", ENGLISH, ENGLISH.encode("utf-16-le")),
    ("utf-16-be without a mark", ENGLISH, ENGLISH.encode("utf-16-be")),
    ("utf-16-le without a mark, Chinese", SIMPLIFIED, SIMPLIFIED.encode("utf-16-le")),
    ("gb18030", SIMPLIFIED, SIMPLIFIED.encode("gb18030")),
    ("gb18030, traditional script", TRADITIONAL, TRADITIONAL.encode("gb18030")),
    ("big5", TRADITIONAL, TRADITIONAL.encode("big5")),
    (
        "windows-1252",
        "The “Board” shall meet – often.\n" * 3,
        ("The “Board” shall meet – often.\n" * 3).encode("cp1252"),
    ),
)


@pytest.mark.parametrize(("text", "data"), [row[1:] for row in ENCODED], ids=[row[0] for row in ENCODED])
def test_an_encoding_is_recognised(text: str, data: bytes) -> None:
    assert source_text(data, "plan.txt").text == text


def test_line_ends_become_newlines_and_nothing_else_changes() -> None:
    assert source_text(b"\tOne \r\n\r\ntwo\rthree  \n", "plan.txt").text == "\tOne \n\ntwo\nthree  \n"


def test_markdown_keeps_its_signs() -> None:
    found = source_text(b"# Plan\n\n* item\n", "plan.md")
    assert found.text == "# Plan\n\n* item\n"
    assert found.media_type == "text/markdown"


@pytest.mark.parametrize(
    "data",
    [
        bytes(range(256)) * 4,
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0",
        b"PK\x03\x04\x14\0\0\0\x08\0" + b"\x01\x02" * 50,
        b"abc\0def",
    ],
)
def test_binary_named_txt_is_refused_in_one_sentence(data: bytes) -> None:
    with pytest.raises(Unreadable, match=r"^scan\.txt is not a text file: it holds binary data\. "):
        source_text(data, "scan.txt")


def test_a_stray_control_character_does_not_make_a_text_binary() -> None:
    assert source_text(b"The Board shall meet.\x07\n", "plan.txt").text.startswith("The Board")


@pytest.mark.parametrize("data", [b" \n\t ", b"\xef\xbb\xbf", "\u3000\n".encode()])
def test_a_blank_file_holds_no_text(data: bytes) -> None:
    with pytest.raises(Unreadable, match="holds no text"):
        source_text(data, "plan.txt")


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    try:
        text = source_text(data, "any.txt").text
    except Unreadable:
        return
    assert "\r" not in text
    text.encode()


SAMPLES = {
    "simplified": "滨江市人民政府办公室关于印发渡口整治方案的通知。市港口局牵头，市水利局、市财政局配合，"
    "于2027年6月底前完成隐患排查；建立台账，逐项销号。加强督促检查，确保按期完成。学校、医院、养老机构每季度自查一次。",
    "traditional": "濱江市人民政府辦公室關於印發渡口整治方案的通知。市港口局牽頭，市水利局、市財政局配合，"
    "於2027年6月底前完成隱患排查；建立臺賬，逐項銷號。運輸署須於本年內檢討收費，並向立法會提交報告。",
    "english": "The Harbour Office shall publish a dredging plan by 30 June 2027 – and report to the “Board” "
    "on each café’s dues. Señor Núñez agreed; the council’s clerk will write. £5,000 is set aside — for "
    "Zürich.",
}
LEAST = (
    ("simplified", "utf-8", 1), ("simplified", "gb18030", 6), ("simplified", "utf-16-le", 24),
    ("simplified", "utf-16-be", 24), ("traditional", "utf-8", 1), ("traditional", "big5", 8),
    ("traditional", "gb18030", 6), ("traditional", "utf-16-le", 24), ("english", "utf-8", 1),
    ("english", "cp1252", 24), ("english", "utf-16-le", 24),
)  # fmt: skip
"""From how many characters on a piece of a text comes back from an encoding, without a mark that names it."""


@settings(deadline=None)
@given(st.sampled_from(LEAST), st.data())
def test_a_piece_of_a_text_comes_back_from_each_encoding(
    row: tuple[str, str, int], data: st.DataObject
) -> None:
    script, encoding, least = row
    sample = SAMPLES[script]
    start = data.draw(st.integers(0, len(sample) - least))
    piece = sample[start : data.draw(st.integers(start + least, len(sample)))]
    assert decoded(piece.encode(encoding, "ignore")) == piece.encode(encoding, "ignore").decode(encoding)


@pytest.mark.parametrize(
    ("script", "encoding"), [("simplified", "utf-8"), ("simplified", "gb18030"), ("traditional", "big5")]
)
def test_a_damaged_byte_leaves_a_gap_and_the_rest_is_read(script: str, encoding: str) -> None:
    whole = SAMPLES[script].encode(encoding, "ignore")
    at = len(whole) // 2 // 3 * 3
    found = decoded(whole[:at] + b"\xff" + whole[at:])
    assert found is not None
    assert found[:40] == whole.decode(encoding)[:40]
    assert found[-20:] == whole.decode(encoding)[-20:]


def test_a_western_text_with_a_stray_control_byte_is_no_utf_16() -> None:
    assert decoded("The café shall close\x07\n".encode("cp1252")) == "The café shall close\x07\n"


@settings(deadline=None)
@given(st.text(alphabet="市政府部门工作发展改革实施建设加强推进完善责任单位，。", min_size=4))
def test_chinese_in_gb18030_is_never_taken_for_another_encoding(text: str) -> None:
    assert source_text(text.encode("gb18030"), "a.txt").text == text
