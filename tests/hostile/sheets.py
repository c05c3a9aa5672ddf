"""Hostile workbooks and OpenDocument files, and Word files that hide what they do.

In: nothing. Out: names and bytes, as in `archives`. The old workbooks are the good one of the seeds with a
few bytes set to what no program writes.
"""

import io
import stat
import struct
import zipfile
from collections.abc import Callable
from random import Random

from tests.hostile.archives import (
    ODS,
    SHEET,
    WORD,
    Parts,
    body,
    claimed,
    directory,
    far_cell,
    laughing,
    merged_all,
    one_part,
    packed,
    word,
    workbook,
)
from tests.hostile.seeds import KEPT

OUTSIDE = "http://192.0.2.1/template.dotx"


def nested(levels: int) -> bytes:
    """An archive in an archive, and so on, under the name of the main part."""
    inner = word(body("<w:p/>"))
    for _ in range(levels):
        inner = packed({"word/document.xml": inner * 3})
    return inner


def twice() -> bytes:
    """Two parts of one name."""
    parts = one_part(b"word/document.xml", b"", 0, 0, method=0)[:47]
    entry = (b"word/document.xml", 0, 0, 0, 0, 0, 0)
    return parts * 2 + directory([entry, (*entry[:1], len(parts), *entry[2:])], 2 * len(parts))


def linked() -> bytes:
    """A main part that is a link to a file of the machine."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        info = zipfile.ZipInfo("word/document.xml")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        archive.writestr(info, "/etc/hostname")
    return out.getvalue()


def two_names() -> bytes:
    """A part whose own head bears another name than the directory gives."""
    good = word(body("<w:p/>"))
    return good.replace(b"word/document.xml", b"word/document.xmk", 1)


def directory_that_lies() -> bytes:
    """A directory of thousands that says it has one entry."""
    data = bytearray(word(body(""), **{f"word/p{n}.xml": b"<x/>" for n in range(5000)}))
    at = data.rfind(b"PK\x05\x06")
    data[at + 8 : at + 12] = struct.pack("<HH", 1, 1)
    return bytes(data)


def noisy(size: int) -> str:
    """Text that packs some fifty times, so that no single part looks like a bomb."""
    random = Random(1)
    return "".join(f"{' ' * 90}{random.choice('abcdefgh')}" for _ in range(size // 91))


def many_heads() -> bytes:
    """Page heads that each are large and together more than a document can have."""
    part = f'<w:hdr xmlns:w="{WORD}"><w:p><w:r><w:t>{noisy(9_000_000)}</w:t></w:r></w:p></w:hdr>'
    return word(body("<w:p/>"), **{f"word/header{n}.xml": part for n in range(8)})


def styles_in_circles() -> bytes:
    """Styles that each rest on the next, the last on the first."""
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{(n + 1) % 500}"/></w:style>'
        for n in range(500)
    )
    text = '<w:p><w:pPr><w:pStyle w:val="s3"/></w:pPr><w:r><w:t>The Clerk shall act.</w:t></w:r></w:p>'
    return word(body(text), **{"word/styles.xml": f'<w:styles xmlns:w="{WORD}">{styles}</w:styles>'})


def calls_home() -> bytes:
    """A document whose template lies on another machine."""
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship '
        f'Id="r1" Type="{kind}" Target="{OUTSIDE}" TargetMode="External"/></Relationships>'
    )
    text = "<w:p><w:r><w:t>The Clerk shall act.</w:t></w:r></w:p>"
    return word(body(text), **{"word/_rels/document.xml.rels": rels})


def open_document(inside: str, kind: str = "spreadsheet", **more: str | bytes) -> bytes:
    """An OpenDocument file with this inside its body."""
    parts: Parts = {
        "mimetype": f"application/vnd.oasis.opendocument.{kind}",
        "content.xml": f"<office:document-content {ODS}><office:body>{inside}</office:body>"
        "</office:document-content>",
    }
    return stored_first(parts | more)


def stored_first(parts: Parts) -> bytes:
    """An archive whose first part says its kind, unpacked, as OpenDocument asks."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for n, (name, content) in enumerate(parts.items()):
            archive.writestr(name, content, zipfile.ZIP_STORED if n == 0 else zipfile.ZIP_DEFLATED)
    return out.getvalue()


def open_bomb(kind: str) -> bytes:
    """An OpenDocument file with a picture of its content that grows a thousandfold."""
    return open_document("", kind, **{"styles.xml": b" " * 30_000_000})


def old_workbook(*changes: tuple[bytes, bytes]) -> bytes:
    """The good old workbook with the first of each of these replaced."""
    data = (KEPT / "plan.xls").read_bytes()
    for old, new in changes:
        at = data.find(old)
        if at < 0:
            raise ValueError(f"the good workbook holds no {old!r}")
        data = data[:at] + new + data[at + len(new) :]
    return data


LABEL = b"\xfd\x00\x0a\x00"
SIZES = b"\x00\x02\x0e\x00"
FAT = b"\xfd\xff\xff\xff"
CHAIN = struct.pack("<4I", 1, 2, 3, 4)


def old_far_cell() -> bytes:
    """An old workbook with a cell in its last place, which it does not announce."""
    return old_workbook((LABEL, LABEL + struct.pack("<HH", 65_535, 255)))


def old_far_size() -> bytes:
    """An old workbook that announces every cell there can be."""
    return old_workbook((SIZES, SIZES + struct.pack("<IIHH", 0, 65_536, 0, 256)))


def old_circle() -> bytes:
    """An old workbook whose first sectors follow each other for ever."""
    return old_workbook((CHAIN, struct.pack("<4I", 0, 1, 2, 3)))


def spread(tag: str) -> str:
    """Elements of an OpenDocument sheet, each in the one before."""
    return f"<{tag}>" * 20_000 + f"</{tag}>" * 20_000


SHEETS: dict[str, Callable[[], bytes]] = {
    "nested.docx": lambda: nested(6),
    "two-of-one-name.docx": twice,
    "link.docx": linked,
    "two-names.docx": two_names,
    "directory-that-lies.docx": directory_that_lies,
    "many-heads.docx": many_heads,
    "wide-entities.docx": lambda: word(
        laughing().replace('"1.0"', '"1.0" encoding="UTF-16"').encode("utf-16")
    ),
    "strange-encoding.docx": lambda: word(b'<?xml version="1.0" encoding="IBM037"?>' + b"\x4c" * 999),
    "foreign-type.docx": lambda: word(f'<!DOCTYPE d SYSTEM "{OUTSIDE}">' + body("<w:p/>")),
    "laughing-styles.docx": lambda: word(body("<w:p/>"), **{"word/styles.xml": laughing()}),
    "laughing-rels.docx": lambda: word(body("<w:p/>"), **{"word/_rels/document.xml.rels": laughing()}),
    "long-remark.docx": lambda: word(f"<!--{noisy(15_000_000)}-->" + body("<w:p/>")),
    "huge-notes.docx": lambda: word(body("<w:p/>"), **{"word/footnotes.xml": b" " * 30_000_000}),
    "quoted-far-cell.xlsx": lambda: workbook(far_cell().replace('"', "'")),
    "wide-letters.xlsx": lambda: workbook(far_cell().encode("utf-16")),
    "huge-styles.xlsx": lambda: workbook(far_cell(), **{"xl/styles.xml": b" " * 30_000_000}),
    "laughing-styles.xlsx": lambda: workbook(far_cell(), **{"xl/styles.xml": laughing()}),
    "many-sheets.xlsx": lambda: workbook("", **{f"xl/worksheets/s{n}.xml": b"<x/>" for n in range(3000)}),
    "many-cells.xlsx": lambda: workbook(
        f'<worksheet xmlns="{SHEET}"><sheetData><row r="1">' + "<c><v>1</v></c>" * 1_200_000
    ),
    "no-workbook.xlsx": lambda: packed({"a.xml": b"<x/>"}),
    "far-cell.xls": old_far_cell,
    "far-size.xls": old_far_size,
    "circle.xls": old_circle,
    "huge-part.ods": lambda: claimed("content.xml", 300),
    "laughing.ods": lambda: packed({"mimetype": b"x", "content.xml": laughing()}),
    "deep.ods": lambda: open_document(spread("text:p")),
    "huge-part.odt": lambda: open_bomb("text"),
    "laughing.odt": lambda: stored_first(
        {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": laughing()}
    ),
}
"""Each must be refused."""

SOUND: dict[str, Callable[[], bytes]] = {
    "styles-in-circles.docx": styles_in_circles,
    "calls-home.docx": calls_home,
    "many-merges.xlsx": lambda: workbook(merged_all()),
    "wide-merge.ods": lambda: open_document(
        '<office:spreadsheet><table:table table:name="S"><table:table-row><table:table-cell '
        'table:number-columns-spanned="99999999" table:number-rows-spanned="99999999"><text:p>The Clerk '
        "shall act.</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>"
    ),
}
"""Each may be read or refused; nobody is called and nothing of the machine stands in the text."""
