"""One table as a file of each format: .xlsx, .csv, .html, .docx from the same rows."""

import csv
import io
from html import escape

Merge = tuple[int, int, int, int]
"""First row, first column, how many rows, how many columns."""

Rows = tuple[tuple[str, ...], ...] | list[list[str]]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def xlsx(rows: Rows, merges: tuple[Merge, ...] = ()) -> bytes:
    """A workbook of one sheet."""
    import xlsxwriter

    buffer = io.BytesIO()
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet()
    for row, column, height, width in merges:
        sheet.merge_range(row, column, row + height - 1, column + width - 1, rows[row][column])
    starts = {(row, column) for row, column, _, _ in merges}
    for at, row_cells in enumerate(rows):
        for column, words in enumerate(row_cells):
            if words and (at, column) not in starts:
                sheet.write_string(at, column, words)
    book.close()
    return buffer.getvalue()


def comma(rows: Rows, merges: tuple[Merge, ...] = ()) -> bytes:
    """A table in text; it knows no merged cells."""
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    return buffer.getvalue().encode("utf-8-sig")


def covered(merges: tuple[Merge, ...]) -> set[tuple[int, int]]:
    """The cells that merged ones cover."""
    return {
        (row + a, column + b)
        for row, column, height, width in merges
        for a in range(height)
        for b in range(width)
        if (a, b) != (0, 0)
    }


def html(rows: Rows, merges: tuple[Merge, ...] = ()) -> bytes:
    """A web page with the table."""
    hidden, reach = covered(merges), {merge[:2]: merge[2:] for merge in merges}
    lines = []
    for at, row_cells in enumerate(rows):
        cells = []
        for column, words in enumerate(row_cells):
            if (at, column) in hidden:
                continue
            height, width = reach.get((at, column), (1, 1))
            cells.append(f'<td rowspan="{height}" colspan="{width}">{escape(words)}</td>')
        lines.append("<tr>" + "".join(cells) + "</tr>")
    return f"<!doctype html><html><body><main><table>{''.join(lines)}</table></main></body></html>".encode()


def docx(rows: Rows, merges: tuple[Merge, ...] = ()) -> bytes:
    """A Word document with the table."""
    from tests.reading.formats.word_files import word_file

    reach = {merge[:2]: merge[2:] for merge in merges}
    goes_on = {
        (row + below, column): width for row, column, height, width in merges for below in range(1, height)
    }
    hidden = covered(merges)
    lines = []
    for at, row_cells in enumerate(rows):
        cells = []
        for column, words in enumerate(row_cells):
            if (at, column) in hidden and (at, column) not in goes_on:
                continue
            height, width = reach.get((at, column), (1, goes_on.get((at, column), 1)))
            marks = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ""
            if (at, column) in goes_on:
                marks += "<w:vMerge/>"
            elif height > 1:
                marks += '<w:vMerge w:val="restart"/>'
            text = f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
            cells.append(f"<w:tc><w:tcPr>{marks}</w:tcPr><w:p>{text}</w:p></w:tc>")
        lines.append("<w:tr>" + "".join(cells) + "</w:tr>")
    return word_file(f"<w:tbl>{''.join(lines)}</w:tbl>")


FORMATS = {"xlsx": xlsx, "csv": comma, "html": html, "docx": docx}
