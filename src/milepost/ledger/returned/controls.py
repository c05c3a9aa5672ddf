"""What was filled in a returned Word file: its content controls, by id and field.

In: the bytes of a .docx. Out: the text of each control that somebody wrote in, "yes" for each ticked box. A
control is known by its tag (`k3v9q2xw7a.risks`); where an office program has dropped the tags, by its title,
which ends with the tag; a box then by the bookmark around it (`mp_checked_k3v9q2xw7a`). Small words that
still stand in a control are no answer. Nothing is guessed from places or wording.
"""

import io
import re
import zipfile
import zlib
from typing import TYPE_CHECKING

from milepost.ledger.faults import BadLedger

if TYPE_CHECKING:
    from lxml.etree import _Element

Filled = dict[tuple[str, str], str]
"""What was written, by id and field."""

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
BODY = "word/document.xml"
LIMIT = 64 * 1024 * 1024  # unpacked; a book of 2,000 rows has a fifth of it
SEAM = " · "
"""Between the small words and the tag in the title of a control."""
TAG = re.compile(r"(?P<id>[^\s.]+)\.(?P<field>[a-z]+(?:_[a-z0-9]+)*)")
BOOKMARK = re.compile(r"mp_(?P<field>checked|reply_ours|reply_not_ours)_(?P<id>[A-Za-z0-9]+)")
DAMAGED = (zipfile.BadZipFile, zlib.error, KeyError, EOFError, OSError, ValueError, RuntimeError)
"""What an archive may raise that was cut off, encrypted, or is something else."""
TICKED, YES = "\u2612", "yes"
OFF = ("0", "false", "off")


def read_returned(data: bytes, name: str) -> Filled:
    """What was filled in a returned book; BadLedger when the file isn't a Word file of ours."""
    body = _body(data, name)
    said: Filled = {}
    for control in body.iter(f"{W}sdt"):
        key = _key(control)
        if key is not None and key not in said:  # an older LibreOffice repeats controls; the first is whole
            said[key] = _ticked(control) if _box(control) is not None else _written(control)
    boxes = _bookmarked_boxes(body)
    if not said and not boxes:
        raise BadLedger(
            [f"{name}: holds no blanks of a Milepost task book. Return the .docx of a task book."]
        )
    told = {**{key: YES if on else "" for key, on in boxes.items()}, **said}
    return {key: words for key, words in told.items() if words}


def _body(data: bytes, name: str) -> "_Element":
    """The document part; nothing outside the file is asked for."""
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(BODY).file_size > LIMIT:
                raise BadLedger([f"{name}: unpacks to more than 64 MB. Return the .docx of a task book."])
            xml = archive.read(BODY)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        return etree.fromstring(xml, parser)
    except (*DAMAGED, etree.XMLSyntaxError):
        raise BadLedger(
            [f"{name}: is no readable Word file. Save it as .docx and return it again."]
        ) from None


def _key(control: "_Element") -> tuple[str, str] | None:
    """Id and field, from the tag, else from the end of the title; None for a control that isn't ours."""
    for kind in ("tag", "alias"):
        value = _property(control, kind)
        found = TAG.fullmatch(value if kind == "tag" else value.rpartition(SEAM)[2])
        if found and (kind == "tag" or SEAM in value):
            return found["id"], found["field"]
    return None


def _property(control: "_Element", kind: str) -> str:
    """A property of a control, or nothing."""
    one = control.find(f"{W}sdtPr/{W}{kind}")
    return "" if one is None else one.get(f"{W}val", "")


def _box(control: "_Element") -> "_Element | None":
    """The checkbox of a control."""
    return control.find(f"{W}sdtPr/{W14}checkbox")


def _ticked(control: "_Element") -> str:
    """ "yes" for a ticked box."""
    state = control.find(f"{W}sdtPr/{W14}checkbox/{W14}checked")
    return YES if state is not None and state.get(f"{W14}val", "1") not in OFF else ""


def _written(control: "_Element") -> str:
    """The words of a control that somebody filled; nothing while it shows its small words."""
    shown = control.find(f"{W}sdtPr/{W}showingPlcHdr")
    if shown is not None and shown.get(f"{W}val", "1") not in OFF:
        return ""
    content = control.find(f"{W}sdtContent")
    words = "" if content is None else _text(content)
    return "" if words == _property(control, "alias").rpartition(SEAM)[0].strip() else words


def _text(element: "_Element") -> str:
    """The words below an element; a break or the end of a paragraph is a line end, what was struck out isn't
    there."""
    pieces: list[str] = []
    for one in element.iter(f"{W}t", f"{W}br", f"{W}tab", f"{W}p"):
        match one.tag.removeprefix(W):
            case "t":
                pieces.append(one.text or "")
            case "tab":
                pieces.append(" ")
            case _:
                pieces.append("\n")
    lines = (" ".join(line.split()) for line in "".join(pieces).strip().split("\n"))
    return "\n".join(lines).strip()


def _bookmarked_boxes(body: "_Element") -> dict[tuple[str, str], bool]:
    """Every box that a bookmark names, and whether it is ticked."""
    open_: dict[str, tuple[str, str]] = {}
    boxes: dict[tuple[str, str], bool] = {}
    for one in body.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t"):
        mark = one.get(f"{W}id", "")
        found = BOOKMARK.fullmatch(one.get(f"{W}name", ""))
        if found:
            open_[mark] = (found["id"], found["field"])
            boxes[open_[mark]] = False
        elif one.tag == f"{W}bookmarkEnd":
            open_.pop(mark, None)
        elif one.tag == f"{W}t" and TICKED in (one.text or ""):
            boxes.update(dict.fromkeys(open_.values(), True))
    return boxes
