"""What a paper says, taken from its record, and what a file says: both without blanks."""

import ctypes
import io
import zipfile
from collections.abc import Iterator
from typing import Any

import msgspec
import pypdfium2 as pdfium
import pypdfium2.raw as raw
from lxml import etree, html

from milepost.books.content.records.paper import Paper
from milepost.books.writers.markup import printable

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def squeezed(text: str) -> str:
    return "".join(printable(text).split())


def runs(paper: Paper) -> list[str]:
    """The words of every run."""
    return list(_runs(msgspec.to_builtins(paper.blocks)))


def _runs(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "strong" in value:
            yield value["text"]
        for inner in value.values():
            yield from _runs(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _runs(inner)


def labels(paper: Paper) -> list[str]:
    """The paper's own words: title, heads, captions, labels, counts; blanks of a slip are no words."""
    made: list[str] = [paper.title, paper.subtitle, *(word for line in paper.colophon for word in line)]
    if paper.head:
        made += [paper.head.office, paper.head.number, paper.head.signer]
    for block in msgspec.to_builtins(paper.blocks):
        made += list(_strings(block))
    return [piece for text in made for piece in text.split("____") if piece.strip()]


SILENT = {
    "type",
    "svg",
    "alt",
    "anchor",
    "style",
    "mark",
    "marks",
    "origin",
    "document",
    "span",
    "rule",
    "item",
}


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        lines = value.get("type") == "contents"
        for key, inner in value.items():
            if key not in SILENT:
                yield from _strings([line[:2] for line in inner] if lines and key == "lines" else inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)
    elif isinstance(value, str):
        yield value


def pdf_pages(data: bytes) -> list[str]:
    return [squeezed(page.get_textpage().get_text_range()) for page in pdfium.PdfDocument(data)]


def pdf_text(data: bytes) -> str:
    return "".join(pdf_pages(data))


def docx_part(data: bytes, name: str = "document.xml") -> etree._Element:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(f"word/{name}"))


def docx_text(data: bytes) -> str:
    return squeezed("".join(text.text or "" for text in docx_part(data).iter(f"{W}t")).replace("\u2060", ""))


def html_text(page: str) -> str:
    return squeezed(html.document_fromstring(page).find("body").text_content())


def pdf_tags(data: bytes) -> list[tuple[str, str]]:
    """The tags of the file in reading order, each with its alternative words."""
    document = pdfium.PdfDocument(data)
    return [tag for page in document for tag in _page_tags(page)]


def _page_tags(page: pdfium.PdfPage) -> Iterator[tuple[str, str]]:
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    for n in range(raw.FPDF_StructTree_CountChildren(tree)):
        yield from _tags(raw.FPDF_StructTree_GetChildAtIndex(tree, n))
    raw.FPDF_StructTree_Close(tree)


def _tags(element: Any) -> Iterator[tuple[str, str]]:
    if not element:
        return
    yield _said(raw.FPDF_StructElement_GetType, element), _said(raw.FPDF_StructElement_GetAltText, element)
    for n in range(raw.FPDF_StructElement_CountChildren(element)):
        yield from _tags(raw.FPDF_StructElement_GetChildAtIndex(element, n))


def _said(read: Any, element: Any) -> str:
    """A string of the reader, which asks for a buffer first."""
    length = read(element, None, 0)
    buffer = ctypes.create_string_buffer(length)
    read(element, buffer, length)
    return buffer.raw.decode("utf-16-le").rstrip("\x00")
