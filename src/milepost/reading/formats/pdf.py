"""PDF files: the text as it is read, without heads and feet, lines made paragraphs, tables made rows.

In: the bytes of a .pdf. Out: its text, one paragraph or table row a line; notes at the foot of pages
follow after the main text, as in Word documents. Order: packed streams (`pdf_streams`) and drawings
(`pdf_forms`) checked, pages to lines and tables (`pdf_pages`), heads and feet off (`pdf_edges`), tables over
pages joined (`pdf_tables`), lines to paragraphs (`pdf_paragraphs`), headings (`pdf_headings`). What is left
out is counted in the warnings; pages that are pictures are named. Not here: recognising the text of pictures.
"""

from msgspec import Struct, structs

from milepost.reading.formats.builder import Builder
from milepost.reading.formats.pdf_edges import heads_and_feet
from milepost.reading.formats.pdf_forms import check_forms
from milepost.reading.formats.pdf_headings import levels_of
from milepost.reading.formats.pdf_joints import Vocabulary
from milepost.reading.formats.pdf_layout import Line
from milepost.reading.formats.pdf_pages import PageFound, opened, pages_of
from milepost.reading.formats.pdf_paragraphs import (
    Paragraph,
    Setting,
    paragraphs_of,
    setting_of,
    without_notes,
)
from milepost.reading.formats.pdf_streams import check_streams
from milepost.reading.formats.pdf_tables import Table, append, goes_on
from milepost.reading.language import language_of
from milepost.reading.patterns import pattern
from milepost.reading.source import SourceText, Unreadable

MEDIA_TYPE = "application/pdf"
CONTINUED = pattern(
    r"[(（]?(?:续表?[0-9一二三四五六七八九十]{0,3}|.{0,40}\bcont(?:inued|'d|\.))[)）]?", ignore_case=True
)
MOST_NAMED = 12
"""Pages named in a warning."""

LAST_WIDTHS = 0.02
"""The share of lines that may stand out over the right edge of a column."""

Flow = list[Line | Table]


def read_pdf(data: bytes, name: str) -> SourceText:
    """The text of a PDF; Unreadable when it is protected, damaged, too large or a scan without text."""
    check_streams(data, name)
    check_forms(data, name)
    with opened(data, name) as document:
        pages = list(pages_of(document, name))
    scans = [at for at, page in enumerate(pages, 1) if page.scan]
    if scans and not any(page.lines or page.tables for page in pages if not page.scan):
        raise Unreadable(
            f"{name} is a scan: its pages are pictures without text. "
            "Have them recognised as text first (OCR)."
        )
    builder = Builder()
    write(pages, builder)
    count_left_out(pages, builder)
    found = builder.finish(MEDIA_TYPE)
    return structs.replace(found, warnings=(*found.warnings, *warnings_of(pages, scans, found.text)))


class Body(Struct):
    """The text of all pages in reading order, and the notes that stood at their feet."""

    flow: Flow = []
    notes: list[Line] = []


def write(pages: list[PageFound], builder: Builder) -> None:
    """Write the text of the pages down."""
    lines = [page.lines for page in pages]
    heads, feet = heads_and_feet(lines, [page.height for page in pages])
    builder.left_out["head"] += len(heads)
    builder.left_out["foot"] += len(feet)
    outside = heads | feet
    kept = [[line for line in page if id(line) not in outside] for page in lines]
    every = [line for page in kept for line in page]
    widen_columns(pages, kept)
    setting = setting_of(every, language_of("".join(line.words for line in every[:4000])))
    body = Body()
    for page in pages:
        add_page(page, outside, setting, body)
    vocabulary = Vocabulary(line.words for line in every)
    pieces = paragraphs_and_tables(joined_tables(body.flow), setting, vocabulary)
    notes = paragraphs_of(body.notes, setting, vocabulary)
    builder.left_out["note"] += sum(line.marks for line in every)
    write_all([*pieces, *notes], setting, builder)


def add_page(page: PageFound, outside: set[int], setting: Setting, body: Body) -> None:
    """Add a page to the text, its notes apart."""
    begin = 0
    for at, table in page.tables:
        body.flow += [line for line in page.lines[begin:at] if id(line) not in outside]
        body.flow.append(table)
        begin = at
    rest = [line for line in page.lines[begin:] if id(line) not in outside]
    text, notes = without_notes(rest, setting.size)
    body.flow += text
    body.notes += notes


def widen_columns(pages: list[PageFound], kept: list[list[Line]]) -> None:
    """Give all pages of one column and one width the same edges, which a page with few lines doesn't show."""
    alike: dict[int, list[Line]] = {}
    for page, lines in zip(pages, kept, strict=True):
        if not page.columns:
            alike.setdefault(round(page.width), []).extend(lines)
    for lines in alike.values():
        rights = sorted(line.right for line in lines)
        right = rights[min(len(rights) - 1, int(len(rights) * (1 - LAST_WIDTHS)))] if rights else 0.0
        left = min((line.left for line in lines), default=0.0)
        for line in lines:
            line.column = (left, max(right, line.right) if line.right < right + 2 else right)


def joined_tables(flow: Flow) -> Flow:
    """The flow with each table that goes on over pages made one."""
    found: Flow = []
    last: Table | None = None
    between: list[Line] = []
    for piece in flow:
        if isinstance(piece, Line):
            between.append(piece)
            if not CONTINUED.fullmatch(piece.words):
                last = None
        elif last is not None and goes_on(last, piece):
            append(last, piece)
            between = []
        else:
            found += [*between, piece]
            last, between = piece, []
            continue
        if last is None:
            found += between
            between = []
    return found + between


def paragraphs_and_tables(flow: Flow, setting: Setting, vocabulary: Vocabulary) -> list[Paragraph | Table]:
    """The flow with its lines made paragraphs; one may go on after a table that stands between its lines."""
    found: list[Paragraph | Table] = []
    lines: list[Line] = []
    for piece in flow:
        if isinstance(piece, Line):
            lines.append(piece)
        else:
            found += [*paragraphs_of(lines, setting, vocabulary), piece]
            lines = []
    return [*found, *paragraphs_of(lines, setting, vocabulary)]


def write_all(pieces: list[Paragraph | Table], setting: Setting, builder: Builder) -> None:
    """Write paragraphs, headings and rows down."""
    levels = iter(levels_of([piece for piece in pieces if isinstance(piece, Paragraph)], setting))
    for piece in pieces:
        if isinstance(piece, Table):
            builder.tables += 1
            for row in piece.cells():
                builder.add_row(row)
        else:
            level = next(levels)
            builder.add(piece.words.replace("\u00ad", ""), "heading" if level else "paragraph", level)


def count_left_out(pages: list[PageFound], builder: Builder) -> None:
    """Count what is not in the text."""
    for page in pages:
        builder.left_out["hidden"] += page.hidden
        builder.left_out["aslant"] += page.aslant
        builder.left_out["comment"] += page.comments
        builder.left_out["picture"] += page.pictures
        builder.left_out["numbers"] += page.numbered


def warnings_of(pages: list[PageFound], scans: list[int], text: str) -> list[str]:
    """What a reader must know of pages that are pictures."""
    chinese = language_of(text) == "zh"
    recognised = [at for at, page in enumerate(pages, 1) if page.recognised]
    warnings = []
    if scans:
        warnings.append(
            f"第{named(scans, '、')}页是图片，没有文字，未读"
            if chinese
            else f"Without text, as pictures, and so not read: page {named(scans, ', ')}"
        )
    if recognised:
        warnings.append(
            f"第{named(recognised, '、')}页的文字由扫描图像识别而来，可能有错字"
            if chinese
            else f"Recognised from a scan, so letters may be wrong: page {named(recognised, ', ')}"
        )
    return warnings


def named(pages: list[int], comma: str) -> str:
    """Page numbers in a row, runs of them as from-to, the first dozen runs."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and runs[-1][-1] + 1 == page:
            runs[-1][1:] = [page]
        else:
            runs.append([page])
    shown = [f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs[:MOST_NAMED]]
    return comma.join(shown) + ("…" if len(runs) > MOST_NAMED else "")
