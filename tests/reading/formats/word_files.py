"""Small Word files built from raw XML, so that a test shows exactly what stands in them."""

import io
import zipfile

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
ROOTS = {"numbering": "numbering", "styles": "styles", "comments": "comments", "footnotes": "footnotes"}


def word_file(body: str, **parts: str) -> bytes:
    """A .docx with a body and further parts: `numbering=…` becomes word/numbering.xml."""
    files = {"word/document.xml": f"<w:document {W} {MC} {M}><w:body>{body}</w:body></w:document>"}
    kinds = {"document": "document.main"}
    for name, content in parts.items():
        root = ROOTS.get(name, "hdr" if name.startswith("header") else "ftr")
        files[f"word/{name}.xml"] = f"<w:{root} {W}>{content}</w:{root}>"
        kinds[name] = name.rstrip("0123456789")
    files["_rels/.rels"] = relations([("officeDocument", "word/document.xml")])
    files["word/_rels/document.xml.rels"] = relations(
        [(name.rstrip("0123456789"), f"{name}.xml") for name in parts]
    )
    files["[Content_Types].xml"] = content_types(kinds)
    return zipped(files)


def zipped(files: dict[str, str]) -> bytes:
    """A zip archive of texts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return buffer.getvalue()


def relations(rows: list[tuple[str, str]]) -> str:
    """A part of relationships, from kinds and targets."""
    content = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for at, (kind, target) in enumerate(rows)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{content}</Relationships>'


def content_types(kinds: dict[str, str]) -> str:
    """The list of the parts' types, without which no office program opens a file."""
    rows = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{TYPE}.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f"{rows}</Types>"
    )


def run(words: str, properties: str = "") -> str:
    """A run of words."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(words: str, list_id: int | None = None, level: int = 0, style: str | None = None) -> str:
    """A paragraph, numbered by a list or a style."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    listed = (
        f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_id}"/></w:numPr>'
        if list_id is not None
        else ""
    )
    content = words if words.startswith("<") else run(words)
    return f"<w:p><w:pPr>{named}{listed}</w:pPr>{content}</w:p>"


def levels(*rows: tuple[str, str] | tuple[str, str, str], abstract: int = 0) -> str:
    """An abstract list: a format, a pattern and further elements for each level."""
    content = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{row[0]}"/>{"".join(row[2:])}'
        f'<w:lvlText w:val="{row[1]}"/></w:lvl>'
        for at, row in enumerate(rows)
    )
    return f'<w:abstractNum w:abstractNumId="{abstract}">{content}</w:abstractNum>'


def numbered(list_id: int, abstract: int = 0, override: str = "") -> str:
    """A list of an abstract one."""
    return f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'


def cell(words: str, properties: str = "") -> str:
    """A table cell."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A table row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"
