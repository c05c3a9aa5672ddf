"""Hostile archives: what claims to be a Word document or a workbook and is made to exhaust its reader.

In: nothing. Out: names and bytes, each small as a file. Every one must be refused with a sentence.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable

TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
CONTENT_TYPES = (
    f'<?xml version="1.0" encoding="UTF-8"?>{TYPES}'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
RELS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'officeDocument" Target="word/document.xml"/></Relationships>'
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ODS = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)

Parts = dict[str, str | bytes]


def packed(parts: Parts) -> bytes:
    """An ordinary deflated archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def word(document: str | bytes, **more: str | bytes) -> bytes:
    """A Word document with this main part."""
    return packed(
        {"[Content_Types].xml": CONTENT_TYPES, "_rels/.rels": RELS, "word/document.xml": document, **more}
    )


def body(inside: str) -> str:
    """A main part with this inside its body."""
    return f'<w:document xmlns:w="{WORD}"><w:body>{inside}</w:body></w:document>'


def workbook(sheet: str | bytes, **more: str | bytes) -> bytes:
    """A workbook with one sheet of this content."""
    return packed(
        {
            "[Content_Types].xml": TYPES
            + '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" '
            'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
            "_rels/.rels": RELS.replace("word/document.xml", "xl/workbook.xml"),
            "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{REL}"><sheets>'
            '<sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": RELS.replace("officeDocument", "worksheet").replace(
                'Target="word/document.xml"', 'Target="worksheets/sheet1.xml"'
            ),
            "xl/worksheets/sheet1.xml": sheet,
            **more,
        }
    )


def blanks(megabytes: int) -> bytes:
    """The deflated bytes of so many million blanks, packed once and said again."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    return block * megabytes + zlib.compressobj(9, zlib.DEFLATED, -15).flush()


def claimed(name: str, megabytes: int, said: int | None = None) -> bytes:
    """An archive whose one part inflates to many megabytes, whatever size it claims."""
    size = megabytes * 1_000_000 if said is None else said
    crc = 0
    for _ in range(megabytes):
        crc = zlib.crc32(b" " * 1_000_000, crc)
    return one_part(name.encode(), blanks(megabytes), size, crc)


def one_part(name: bytes, data: bytes, size: int, crc: int, flags: int = 0, method: int = 8) -> bytes:
    """An archive of one part written by hand."""
    head = struct.pack(
        "<IHHHHHIIIHH", 0x04034B50, 20, flags, method, 0, 33, crc, len(data), size, len(name), 0
    )
    local = head + name + data
    return local + directory([(name, 0, len(data), size, crc, flags, method)], len(local))


def directory(entries: list[tuple[bytes, int, int, int, int, int, int]], at: int) -> bytes:
    """A central directory that says whatever it is told to."""
    rows = b"".join(
        struct.pack(
            "<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, flags, method, 0, 33, crc, packed_size, size, len(name),
            0, 0, 0, 0, 0, offset,
        )
        + name
        for name, offset, packed_size, size, crc, flags, method in entries
    )  # fmt: skip
    end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, len(entries), len(entries), len(rows), at, 0)
    return rows + end


def overlapping(times: int) -> bytes:
    """Many entries that are all the same bytes of the file."""
    data, name = zlib.compress(b" " * 100_000, 9)[2:-4], b"word/document.xml"
    crc = zlib.crc32(b" " * 100_000)
    local = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, 0, 8, 0, 33, crc, len(data), 100_000, len(name), 0)
    first = local + name + data
    entries = [(b"word/part%d.xml" % n, 0, len(data), 100_000, crc, 0, 8) for n in range(times)]
    return first + directory([(name, 0, len(data), 100_000, crc, 0, 8), *entries], len(first))


def laughing(levels: int = 12) -> str:
    """An entity that grows tenfold with each level."""
    rows = ['<!ENTITY a0 "ha">'] + [f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, levels)]
    return f'<?xml version="1.0"?><!DOCTYPE d [{"".join(rows)}]>' + body(
        f"<w:p><w:r><w:t>&a{levels - 1};</w:t></w:r></w:p>"
    )


def quadratic() -> str:
    """One long entity said many times."""
    return f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "{"x" * 100_000}">]>' + body(
        "<w:p><w:r><w:t>" + "&a;" * 20_000 + "</w:t></w:r></w:p>"
    )


def outside() -> str:
    """An entity that asks for a file of the machine."""
    return '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + body(
        "<w:p><w:r><w:t>The Clerk shall publish &x;.</w:t></w:r></w:p>"
    )


def far_cell() -> str:
    """A sheet that says it reaches to its last possible cell."""
    return (
        f'<worksheet xmlns="{SHEET}"><dimension ref="A1:XFD1048576"/><sheetData><row r="1"><c r="A1" '
        't="inlineStr"><is><t>Task</t></is></c></row><row r="1048576"><c r="XFD1048576" t="inlineStr"><is>'
        "<t>far</t></is></c></row></sheetData></worksheet>"
    )


def repeated_cells() -> bytes:
    """An OpenDocument sheet whose one cell stands for a thousand million."""
    content = (
        f'<office:document-content {ODS} office:version="1.2"><office:body><office:spreadsheet>'
        '<table:table table:name="S"><table:table-row table:number-rows-repeated="1000000"><table:table-cell '
        'table:number-columns-repeated="16000" office:value-type="string"><text:p>x</text:p>'
        "</table:table-cell>"
        "</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    return packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def merged_all() -> str:
    """A sheet of very many merged ranges."""
    ranges = "".join(f'<mergeCell ref="A{n}:XFD{n}"/>' for n in range(1, 100_001))
    return (
        f'<worksheet xmlns="{SHEET}"><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Task</t></is></c>'
        f'</row></sheetData><mergeCells count="100000">{ranges}</mergeCells></worksheet>'
    )


def deep(levels: int) -> str:
    """Tables in tables, so many levels deep."""
    opening, closing = "<w:tbl><w:tr><w:tc>", "<w:p/></w:tc></w:tr></w:tbl>"
    return body(opening * levels + "<w:p><w:r><w:t>x</w:t></w:r></w:p>" + closing * levels)


ARCHIVES: dict[str, Callable[[], bytes]] = {
    "huge-part.docx": lambda: claimed("word/document.xml", 1200),
    "huge-part-that-says-small.docx": lambda: claimed("word/document.xml", 600, said=1000),
    "huge-sheet.xlsx": lambda: claimed("xl/worksheets/sheet1.xml", 1200),
    "overlapping.docx": lambda: overlapping(1500),
    "many-parts.docx": lambda: word(body(""), **{f"word/p{n}.xml": b"<x/>" for n in range(6000)}),
    "encrypted.docx": lambda: one_part(b"word/document.xml", b"\0" * 40, 40, 0, flags=1),
    "unknown-method.docx": lambda: one_part(b"word/document.xml", b"\0" * 40, 40, 0, method=97),
    "laughing.docx": lambda: word(laughing()),
    "quadratic.docx": lambda: word(quadratic()),
    "tiny-paragraphs.docx": lambda: word(body("<w:p/>" * 3_000_000)),
    "tiny-runs.docx": lambda: word(body("<w:p>" + "<w:r/>" * 3_000_000 + "</w:p>")),
    "many-attributes.docx": lambda: word(
        body("<w:p " + " ".join(f'a{n}="1"' for n in range(400_000)) + "/>")
    ),
    "far-cell.xlsx": lambda: workbook(far_cell()),
    "laughing.xlsx": lambda: workbook(laughing().replace(WORD, SHEET)),
    "repeated-cells.ods": repeated_cells,
    "shared-strings.xlsx": lambda: workbook(
        far_cell().replace("XFD1048576", "B2"),
        **{"xl/sharedStrings.xml": f'<sst xmlns="{SHEET}">' + "<si><t>x</t></si>" * 3_000_000 + "</sst>"},
    ),
    "cut-short.docx": lambda: word(body("<w:p/>"))[:-30],
    "deep-tables.docx": lambda: word(deep(20_000)),
}
"""Each must be refused, and those that inflate before 100 MB of them are there."""

HARMLESS: dict[str, Callable[[], bytes]] = {
    "asks-for-a-file.docx": lambda: word(outside()),
    "thousand-levels.docx": lambda: word(deep(1000)),
}
"""Each may be read or refused; nothing of the machine may stand in the text."""
