"""The PDFs of adopted task books: every sentence of the record, tags, our fonts alone, hard rows, volumes."""

import ctypes
import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import msgspec
import pypdfium2 as pdfium
import pypdfium2.raw as raw
import pytest

from milepost.books.content.adopted.task_book import adopted_task_books
from milepost.books.content.records.adopted_task_book import AdoptedTaskBook, LedRow
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.wording.sentences import sentence_spans
from milepost.books.writers.pdf import write_pdf
from milepost.books.writers.pdf.adopted_task_book import BREAK
from milepost.books.writers.pdf.fonts import EMBEDDED
from milepost.ledger.origins import typed
from milepost.ledger.records import Ledger, Schedule
from tests.books.hard_rows import NAME, hard
from tests.books.langang import langang, many

LANGUAGES = ("en", "zh")
NO_WORDS = frozenset(
    "id code key mark anchor rule origin fill date document span scope facts volume number forecast_mark "
    "expected_mark".split()
)
"""Fields that are keys, or whose words stand elsewhere in the record too."""
TOUCHING = 1.2
"""Points by which the boxes of two runs may meet: signs reach a little over their advance width."""
replace = msgspec.structs.replace


@cache
def books(language: str, kind: str = "plain") -> dict[str, AdoptedTaskBook]:
    ledger, schedule, state = hard(language) if kind == "hard" else langang(language)
    view = View(ledger, schedule)
    return {book.code: book for book in adopted_task_books(view, Standing(view, state))}


@cache
def pdf(language: str, code: str, kind: str = "plain") -> bytes:
    return write_pdf(books(language, kind)[code])


def squeezed(text: str) -> str:
    return "".join(text.replace(BREAK, "").split())


def pages(data: bytes) -> list[str]:
    """The text of each page without blanks, and without header and footer."""
    return [squeezed(page.get_textpage().get_text_range()) for page in pdfium.PdfDocument(data)]


def told(record: object, name: str = "") -> Iterator[str]:
    """Every word of a record that a reader is to see."""
    if isinstance(record, str):
        if record and name not in NO_WORDS:
            yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from told(item, name)
    elif isinstance(record, dict):
        for item in record.values():
            yield from told(item, name)
    elif isinstance(record, msgspec.Struct):
        filled = getattr(record, "text", "")
        for field in record.__struct_fields__:
            if field in NO_WORDS or (field == "label" and filled) or _is_for_filling(record, field):
                continue
            yield from told(getattr(record, field), field)


def _is_for_filling(record: msgspec.Struct, field: str) -> bool:
    """Whether a blank stands only in the files that a unit fills in: print has one for goal and test."""
    return field == "goal" and isinstance(record, LedRow) and not record.goal.text


def sentences(text: str) -> list[str]:
    chinese = any("\u4e00" <= sign <= "\u9fff" for sign in text)
    return [squeezed(text[a:b]) for a, b in sentence_spans(text, "zh" if chinese else "en")]


def is_found(sentence: str, texts: list[str]) -> bool:
    """Whether a page holds the sentence, or one page its beginning and the next its end."""
    if any(sentence in text for text in texts):
        return True
    return any(
        sentence[:cut] in first and sentence[cut:] in second
        for first, second in pairwise(texts)
        for cut in range(1, len(sentence))
    )


def expected(book: AdoptedTaskBook) -> set[str]:
    """The sentences of the record that its PDF must hold."""
    texts = {squeezed(text) for text in told(replace(book, legend=(), code=""))}
    texts |= {squeezed(sign.words) for sign in book.legend}
    return {sentence for text in texts for sentence in sentences(text)}


CASES = [(language, "ADB", kind) for language in LANGUAGES for kind in ("plain", "hard")]
CASES += [(language, code, "plain") for language in LANGUAGES for code in ("FIN", "whole")]
CASES += [(language, "FIN", "hard") for language in LANGUAGES]


@pytest.mark.parametrize(("language", "code", "kind"), CASES)
def test_every_sentence_of_the_record_is_found_in_the_text(language, code, kind):
    texts = pages(pdf(language, code, kind))
    wanted = expected(books(language, kind)[code])
    assert len(wanted) > 60
    assert [sentence for sentence in wanted if not is_found(sentence, texts)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_header_and_footer_stand_on_every_page_but_the_cover(language):
    facts = books(language)["ADB"].facts
    cover, *texts = pages(pdf(language, "ADB"))
    assert len(texts) == 2
    assert squeezed(facts.edition_line) not in cover
    for number, text in enumerate(texts, start=2):
        for words in (facts.edition_line, facts.source_line, facts.print_line, facts.handling):
            assert squeezed(words) in text
        assert f"{number}/{len(texts) + 1}" in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_is_tagged_and_names_language_title_author_and_freeze_date(language):
    document = pdfium.PdfDocument(pdf(language, "ADB"))
    book = books(language)["ADB"]
    buffer = ctypes.create_string_buffer(64)
    length = raw.FPDFCatalog_GetLanguage(document, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), 64)
    assert raw.FPDFCatalog_IsTagged(document)
    assert buffer.raw[:length].decode("utf-16-le").startswith(language)
    assert document.get_metadata_value("Title").startswith(book.title)
    assert document.get_metadata_value("Author") == book.facts.author
    assert document.get_metadata_value("CreationDate").startswith("D:20270615")


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_descend_without_a_jump_and_heads_of_tables_are_head_cells(language):
    document = pdfium.PdfDocument(pdf(language, "ADB"))
    kinds = [kind for page in document for kind in _tags(page)]
    levels = [int(kind[1]) for kind in kinds if re.fullmatch(r"H\d", kind)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    book = books(language)["ADB"]
    heads = sum(len(part.columns) for part in (book.led, book.duties, book.changes))
    assert kinds.count("TH") >= heads


def _tags(page: pdfium.PdfPage) -> Iterator[str]:
    """The kinds of the structure elements of a page, in order."""
    tree = raw.FPDF_StructTree_GetForPage(page)

    def below(element: object) -> Iterator[str]:
        buffer = ctypes.create_string_buffer(64)
        length = raw.FPDF_StructElement_GetType(element, buffer, 64)
        yield buffer.raw[: max(length - 2, 0)].decode("utf-16-le")
        for n in range(max(raw.FPDF_StructElement_CountChildren(element), 0)):
            child = raw.FPDF_StructElement_GetChildAtIndex(element, n)
            if child:
                yield from below(child)

    for n in range(raw.FPDF_StructTree_CountChildren(tree)):
        yield from below(raw.FPDF_StructTree_GetChildAtIndex(tree, n))
    raw.FPDF_StructTree_Close(tree)


@pytest.mark.parametrize(("language", "kind"), [("en", "hard"), ("zh", "hard")])
def test_only_fonts_of_the_wheels_are_embedded(language, kind):
    found = set()
    for page in pdfium.PdfDocument(pdf(language, "ADB", kind)):
        for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            found.add(item.get_font().get_base_name().split("+")[-1].replace(" ", ""))
    assert found
    assert all(font.startswith(EMBEDDED) for font in found), found


def test_the_same_record_gives_the_same_bytes():
    assert write_pdf(books("zh")["ADB"]) == pdf("zh", "ADB")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", ["ADB", "FIN"])
def test_hard_rows_overlap_nothing_and_leave_no_page(language, code):
    document = pdfium.PdfDocument(pdf(language, code, "hard"))
    for number, page in enumerate(document, start=1):
        width, height = page.get_size()
        boxes = [item.get_bounds() for item in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT])]
        assert all(a >= 0 and b >= 0 and c <= width and d <= height for a, b, c, d in boxes), number
        assert list(_overlapping(boxes)) == [], number


def _overlapping(boxes: list[tuple[float, float, float, float]]) -> Iterator[tuple[object, object]]:
    """Pairs of text boxes that lie over each other by more than signs do."""
    drawn = sorted(box for box in boxes if box[2] > box[0])
    for n, (left, bottom, right, top) in enumerate(drawn):
        for other in drawn[n + 1 :]:
            if other[0] > right - TOUCHING:
                break
            if min(top, other[3]) - max(bottom, other[1]) > TOUCHING:
                yield (left, bottom, right, top), other


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_long_name_stands_on_the_cover_and_on_every_page(language):
    for text in pages(pdf(language, "FIN", "hard")):
        assert squeezed(NAME[language]) in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_volume_has_its_cover_its_pages_and_its_line(language):
    ledger, schedule, state = many(40, language)
    view = View(ledger, schedule)
    parts = [b for b in adopted_task_books(view, Standing(view, state), 30) if b.code == "whole"]
    assert len(parts) == 2
    for part in parts:
        cover, *texts = pages(write_pdf(part))
        assert squeezed(part.volume.words) in cover
        assert f"{part.volume.number}·2/{len(texts) + 1}" in texts[0]


def test_heads_repeat_on_every_page_of_a_table_and_the_legend_stands_on_its_first():
    ledger, schedule, state = many(40, "en")
    view = View(ledger, schedule)
    whole = adopted_task_books(view, Standing(view, state))[-1]
    texts = pages(write_pdf(whole))
    rows = [text for text in texts[1:] if "sourceclause;outputform" in text]
    assert len(rows) >= 7
    legend = squeezed(whole.legend[2].words)
    assert [legend in text for text in texts[1:]] == [True] + [False] * (len(texts) - 2)


def test_a_draft_says_so_on_every_page():
    ledger, schedule, state = langang("en")
    view = View(_unchecked(ledger), schedule)
    book = next(b for b in adopted_task_books(view, Standing(view, state)) if b.code == "ADB")
    assert all("Draftfromanunreviewedreading" in text for text in pages(write_pdf(book)))
    assert not any("Draftfrom" in text for text in pages(pdf("en", "ADB")))


def _unchecked(ledger: Ledger) -> Ledger:
    return replace(ledger, measures=tuple(replace(m, checked=False) for m in ledger.measures))


def test_words_that_look_like_markup_stay_words():
    ledger, schedule, state = langang("en")
    hostile = "= 1 + 1 #let x = *bold* _it_ $y$ // <a> \\ @b [c] `d` - e"
    measures = tuple(
        replace(m, title=typed(hostile), risks=typed(f"+ plus {hostile}")) if m.code == "M-003" else m
        for m in ledger.measures
    )
    text = "".join(pages(_of_unit(replace(ledger, measures=measures), schedule, state)))
    assert text.count(squeezed(hostile)) == 2


def _of_unit(ledger: Ledger, schedule: Schedule, state: object) -> bytes:
    view = View(ledger, schedule)
    books_ = adopted_task_books(view, Standing(view, state))  # type: ignore[arg-type] # a State
    return write_pdf(next(book for book in books_ if book.code == "ADB"))
