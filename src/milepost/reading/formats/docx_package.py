"""The parts of a Word file: which part is the text, which its styles, notes and comments, each as a tree.

In: the bytes of a .docx. Out: `Package`: its text and further parts as trees in the usual name spaces; a file
of the strict kind, whose name spaces differ, comes out alike. XML is read without entities, network and
document type, and a part is counted before a tree is built of it. Not here: the checks of the archive
(`archive`), what the parts say (`docx`).
"""

import posixpath
import re
from typing import Any

from milepost.reading.formats.archive import AGAIN, Archive
from milepost.reading.source import Unreadable

W_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{W_SPACE}}}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
STRICT = {
    b"http://purl.oclc.org/ooxml/wordprocessingml/main": W_SPACE.encode(),
    b"http://purl.oclc.org/ooxml/officeDocument/math": M[1:-1].encode(),
}
ROOT = 16_384
"""Bytes within which the root element of a part, with its name spaces, ends."""

USUAL = "word/document.xml"
MOST_PARAGRAPHS = 300_000
"""The longest acts have some ten thousand; a file with more was made to fill the memory."""

MOST_MARKS = 1_500_000
"""Elements and attributes of a part, which become a tree of some hundred bytes each."""

BEFORE = b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"
ENCODING = re.compile(rb"encoding=[\"']([A-Za-z0-9_\-]{1,20})")
ENCODINGS = (b"utf-8", b"utf-16", b"us-ascii", b"ascii")
"""Office files are written in these; in others what is counted here might not be what is parsed."""

PARAGRAPH = re.compile(rb"<(?:\w{1,20}:)?p[ />]")


class Package:
    """A Word file's parts."""

    def __init__(self, data: bytes, name: str) -> None:
        """Check the archive and find its text; Unreadable when it holds none."""
        self.archive = Archive(data, name)
        found = self.related_to("")
        self.main = next(iter(found.get("officeDocument", [])), USUAL)
        self.parts = self.related_to(self.main)

    def related_to(self, path: str) -> dict[str, list[str]]:
        """The parts that a part names, by their kind (`styles`, `header`); `""` stands for the file."""
        folder, base = posixpath.split(path)
        root = self.tree(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, list[str]] = {}
        for element in root.iter(RELATIONSHIP) if root is not None else ():
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", "")))
                kind = element.get("Type", "").rpartition("/")[2]
                found.setdefault(kind, []).append(target.lstrip("/"))
        return found

    def part(self, kind: str) -> Any:
        """The tree of the one part of a kind, None when there is none."""
        usual = posixpath.join(posixpath.dirname(self.main), f"{kind}.xml")
        return self.tree(next(iter(self.parts.get(kind, [])), usual))

    def parts_of(self, kind: str) -> list[Any]:
        """The trees of all parts of a kind, headers or footers; a file that names none shows all it has."""
        named = self.parts.get(kind)
        if named is None and not self.parts:
            start = posixpath.join(posixpath.dirname(self.main), kind)
            named = [path for path in self.archive.parts if path.startswith(start) and path.endswith(".xml")]
        trees = [self.tree(path) for path in dict.fromkeys(named or [])]
        return [tree for tree in trees if tree is not None]

    def tree(self, path: str) -> Any:
        """A part as a tree; None when there is none, Unreadable when it is no sound XML or too much of it."""
        data = self.archive.part(path)
        if data is None:
            return None
        self.check(data, path)
        for strict, usual in STRICT.items():
            if strict in data[:ROOT]:
                data = data[:ROOT].replace(strict, usual) + data[ROOT:]
        return self.parsed(data, path)

    def check(self, data: bytes, path: str) -> None:
        """Refuse a part whose tree would fill the memory."""
        named = ENCODING.search(data[:200])
        if not data.lstrip(BEFORE).startswith(b"<") or (named and named[1].lower() not in ENCODINGS):
            raise Unreadable(self.unsound(path))
        if sum(1 for _ in PARAGRAPH.finditer(data)) > MOST_PARAGRAPHS:
            self.archive.refuse(f"its part {path} has more than {MOST_PARAGRAPHS:,} paragraphs")
        if data.count(b"<") + data.count(b"=") > MOST_MARKS:
            self.archive.refuse(f"its part {path} has more than {MOST_MARKS:,} elements and attributes")

    def parsed(self, data: bytes, path: str) -> Any:
        """The tree of a part's bytes."""
        from lxml import etree

        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            huge_tree=False,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root: Any = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as fault:
            raise Unreadable(self.unsound(path)) from fault
        if root.getroottree().docinfo.doctype:
            self.archive.refuse(f"its part {path} declares a document type")
        return root

    def unsound(self, path: str) -> str:
        """What to say of a part that is no XML."""
        return f"{self.archive.name} is damaged: its part {path} is no sound XML. {AGAIN}"
