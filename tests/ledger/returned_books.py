"""A returned book: what a unit does to the Word file, done by hand, and a small one without the writer."""

import io
import zipfile
from collections.abc import Collection, Mapping

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
NAMESPACES = f'xmlns:w="{W[1:-1]}" xmlns:w14="{W14[1:-1]}"'
BODY = "word/document.xml"


def filled_in(data: bytes, answers: Mapping[str, str], ticked: Collection[str] = ()) -> bytes:
    """The book with answers written into the controls of these tags, as Word leaves them."""
    tree = etree.fromstring(_parts(data)[BODY])
    left = {*answers, *ticked}
    for control in tree.iter(f"{W}sdt"):
        properties, content = control.find(f"{W}sdtPr"), control.find(f"{W}sdtContent")
        tag = properties.find(f"{W}tag").get(f"{W}val")
        if tag in answers:
            properties.remove(properties.find(f"{W}showingPlcHdr"))
            _write(content, answers[tag])
        elif tag in ticked:
            properties.find(f"{W14}checkbox/{W14}checked").set(f"{W14}val", "1")
            next(content.iter(f"{W}t")).text = "\u2612"
        left.discard(tag)
    assert not left, f"the book has no control tagged {left}"
    return _packed({**_parts(data), BODY: etree.tostring(tree)})


def changed(data: bytes, old: str, new: str) -> bytes:
    """The book with other XML in its body."""
    body = _parts(data)[BODY].decode()
    assert old in body
    return _packed({**_parts(data), BODY: body.replace(old, new).encode()})


def word_file(*controls: str) -> bytes:
    """A Word file whose body holds these controls only."""
    inside = "".join(f"<w:p>{control}</w:p>" for control in controls)
    return _packed({BODY: f"<w:document {NAMESPACES}><w:body>{inside}</w:body></w:document>".encode()})


def control(tag: str, content: str, more: str = "<w:text/>", alias: str = "") -> str:
    """A control; `content` is the text of its runs."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{alias}"/><w:tag w:val="{tag}"/>{more}</w:sdtPr>'
        f"<w:sdtContent><w:r>{content}</w:r></w:sdtContent></w:sdt>"
    )


def _write(content: etree._Element, answer: str) -> None:
    """One run with the answer, a break for each line end."""
    for child in list(content):
        content.remove(child)
    one = etree.SubElement(content, f"{W}r")
    for number, line in enumerate(answer.split("\n")):
        if number:
            etree.SubElement(one, f"{W}br")
        etree.SubElement(one, f"{W}t").text = line


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: Mapping[str, bytes]) -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return data.getvalue()
