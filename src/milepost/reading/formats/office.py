"""Files of older office programs: which they are, and how they are read once they have been converted.

In: the bytes of a file and its name. Out: whether it must be converted first, and the text of what the
conversion made, which is a .docx. A file is known by its first bytes, whatever its name says: many a .wps is
a .doc, and some a .docx. Not here: the conversion, which starts a process (`reading.office`).
"""

from msgspec import structs

from milepost.reading.formats.archive import COMPOUND, ENCRYPTED_PACKAGE
from milepost.reading.source import SourceText, Unreadable

ZIP = b"PK\x03\x04"
RICH = b"{\\rtf"
OPEN_TEXT = b"mimetypeapplication/vnd.oasis.opendocument.text"
FIRST = 200
MEDIA_TYPES = {
    ".doc": "application/msword",
    ".dot": "application/msword",
    ".wps": "application/vnd.ms-works",
    ".rtf": "application/rtf",
    ".odt": "application/vnd.oasis.opendocument.text",
}
ADVICE = {
    ".doc": "save the file in Word as .docx.",
    ".dot": "save the file in Word as .docx.",
    ".wps": "save the file in WPS Writer as .docx.",
    ".rtf": "save the file in Word as .docx.",
    ".odt": "save the file in the program it came from as .docx.",
}
"""What a person can do who can't install LibreOffice."""

WORD_ENDINGS = (".docx", ".docm", ".dotx", ".dotm")


def ending_of(name: str) -> str:
    """The extension of a name in small letters."""
    return f".{name.rpartition('.')[2].lower()}"


def old_ending(data: bytes, name: str) -> str:
    """The extension that the bytes of an old file speak for, else the one of its name."""
    if data.startswith(RICH):
        return ".rtf"
    if data.startswith(COMPOUND):
        return ending_of(name) if ending_of(name) in (".doc", ".dot", ".wps") else ".doc"
    return ".odt" if is_open_text(data) else ending_of(name)


def is_open_text(data: bytes) -> bool:
    """Whether a zip archive says at its beginning that it holds an OpenDocument text."""
    return data.startswith(ZIP) and OPEN_TEXT in data[:FIRST]


def is_old(data: bytes, name: str) -> bool:
    """Whether a file must be converted before it can be read."""
    ending = ending_of(name)
    if ending not in MEDIA_TYPES and ending not in WORD_ENDINGS:
        return False
    if data.startswith(COMPOUND):
        return ENCRYPTED_PACKAGE not in data
    return data.startswith(RICH) or is_open_text(data) or (ending in MEDIA_TYPES and not data.startswith(ZIP))


def without_office(data: bytes, name: str) -> str:
    """What to say where an old file was not converted."""
    advice = ADVICE.get(old_ending(data, name), ADVICE[".doc"])
    return f"{name} can't be read without LibreOffice. Install LibreOffice, or {advice}"


def read_old(data: bytes, name: str) -> SourceText:
    """The text of an old file that was converted; Unreadable when it was not."""
    if is_old(data, name):
        raise Unreadable(without_office(data, name))
    from milepost.reading.formats.docx import read_docx

    found = read_docx(data, name)
    return structs.replace(found, media_type=MEDIA_TYPES.get(ending_of(name), found.media_type))
