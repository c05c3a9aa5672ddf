"""A Word file from its parts: a zip archive that is the same, byte for byte, whenever it is made.

In: the parts as XML text, what the file says of itself, its pictures. Out: bytes. Every
entry carries one fixed date; the dates of the document are the freeze date.
"""

import io
import zipfile
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from milepost.books.content.records import Language, TaskBook
from milepost.books.content.records.adopted_task_book import AdoptedTaskBook
from milepost.books.wording.labels import words
from milepost.books.writers.docx.pen import NAMESPACES
from milepost.books.writers.markup import escape

DATE = (1980, 1, 1, 0, 0, 0)
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"

PARTS = (
    ("rStyles", "styles", "styles.xml", "styles"),
    ("rNumbers", "numbering", "numbering.xml", "numbering"),
    ("rSettings", "settings", "settings.xml", "settings"),
    ("rFonts", "fontTable", "fontTable.xml", "fontTable"),
    ("rCoverHead", "header", "header1.xml", "header"),
    ("rCoverFoot", "footer", "footer1.xml", "footer"),
    ("rHead", "header", "header2.xml", "header"),
    ("rFoot", "footer", "footer2.xml", "footer"),
)
"""Id, kind, file and content type of each part beside the document."""
PICTURES = (("png", "image/png"), ("svg", "image/svg+xml"))
NO_PICTURES: Mapping[str, bytes] = MappingProxyType({})


class About(NamedTuple):
    """What a file says of itself."""

    title: str
    author: str
    keywords: str
    language: Language
    frozen_on: str


def about(book: TaskBook | AdoptedTaskBook) -> About:
    """What a task book says of itself."""
    facts = book.facts
    gap = ": " if facts.language == "en" else "　"
    edition = words("edition.keyword", facts.language, n=facts.edition)
    keywords = f"{facts.plan}, {edition}, {facts.plan_print}"
    return About(book.title + gap + book.name.text, facts.author, keywords, facts.language, facts.frozen_on)


def packed(parts: Mapping[str, str], said: About, pictures: Mapping[str, bytes] = NO_PICTURES) -> bytes:
    """The file; `parts` are the XML of `word/`, by file name, `pictures` those of `word/media/`, each with
    its file's name as the id of its relation."""
    files = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relations(),
        "docProps/core.xml": _core(said),
        "docProps/app.xml": _app(),
        "word/_rels/document.xml.rels": _document_relations(pictures),
        **{f"word/{name}": xml for name, xml in parts.items()},
    }
    whole = {name: (HEAD + xml).encode() for name, xml in files.items()}
    whole |= {f"word/media/{name}": picture for name, picture in pictures.items()}
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in whole.items():
            entry = zipfile.ZipInfo(name, DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # the same on every system
            archive.writestr(entry, content)
    return data.getvalue()


def settings_xml() -> str:
    """How the office program treats the file: as written for today's, fonts of the language, no hyphens."""
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:autoHyphenation w:val="0"/>'
        '<w:defaultTabStop w:val="420"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat>'
        '<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" '
        'w:val="15"/></w:compat><w:themeFontLang w:val="en-GB" w:eastAsia="zh-CN"/></w:settings>'
    )


def _content_types() -> str:
    """What each part is."""
    own = "".join(
        f'<Override PartName="/word/{file}" ContentType="{WORD}.{kind}+xml"/>' for _, _, file, kind in PARTS
    )
    drawn = "".join(f'<Default Extension="{end}" ContentType="{kind}"/>' for end, kind in PICTURES)
    return (
        f'<Types xmlns="{PACKAGE}/content-types">{drawn}<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/>{own}'
        '<Override PartName="/docProps/core.xml" '
        'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )


def _package_relations() -> str:
    """Where the document and its properties are."""
    targets = (
        ("r1", f"{RELATION}/officeDocument", "word/document.xml"),
        ("r2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
        ("r3", f"{RELATION}/extended-properties", "docProps/app.xml"),
    )
    return _relations(targets)


def _document_relations(pictures: Mapping[str, bytes]) -> str:
    """Where the document's parts and pictures are."""
    own = [(id_, f"{RELATION}/{kind}", file) for id_, kind, file, _ in PARTS]
    return _relations(own + [(name, f"{RELATION}/image", f"media/{name}") for name in pictures])


def _relations(targets: Iterable[tuple[str, str, str]]) -> str:
    """A list of relations: id, kind, where."""
    made = "".join(f'<Relationship Id="{i}" Type="{kind}" Target="{to}"/>' for i, kind, to in targets)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{made}</Relationships>'


def _core(said: About) -> str:
    """Title, author, language and dates."""
    stamp = f"{said.frozen_on}T00:00:00Z"
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(said.title)}</dc:title>"
        f"<dc:creator>{escape(said.author)}</dc:creator>"
        f"<cp:keywords>{escape(said.keywords)}</cp:keywords>"
        f"<dc:language>{'en-GB' if said.language == 'en' else 'zh-CN'}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{stamp}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{stamp}</dcterms:modified></cp:coreProperties>'
    )


def _app() -> str:
    """The program that made the file."""
    return (
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
        "<Application>Milepost</Application></Properties>"
    )
