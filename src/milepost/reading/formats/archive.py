"""Zip archives, checked before anything is inflated, and inflated only up to a limit.

In: the bytes of an office file. Out: `Archive`, whose `part` gives the bytes of one part. Refused with one
sentence: no zip, encrypted, too many parts, a link, two parts of one name, parts that overlap or stand
elsewhere than the directory says, a part that inflates beyond the limit or more than a hundredfold, parts
that inflate beyond the limit together. Sizes are counted while inflating, as what a file says of itself may
be false. The checks are our own, as older runtimes don't look for overlaps. Not here: what the parts mean
(`docx`).
"""

import io
import stat
import struct
import zipfile
import zlib
from typing import NoReturn

from milepost.reading.source import Unreadable

MOST_PARTS = 2_000
MOST_RATIO = 100
"""Office files inflate ten- to thirtyfold; bombs a thousandfold."""

SMALL = 1_000_000
"""Below this size a ratio says nothing: a page of blanks is no bomb."""

MOST_BYTES = 20_000_000
"""The largest part that is inflated; a text of five million characters with its markup stays below."""

MOST_TOGETHER = 60_000_000
"""What all parts that are read may inflate to together."""

MOST_DIRECTORY = 2_000_000
"""The largest directory: a thousand bytes for each of the parts there may be."""

LOCAL = struct.Struct("<4s5H3I2H")
END = struct.Struct("<4s4H2IH")
END_MARK = b"PK\x05\x06"
LONGEST_END = END.size + 0xFFFF
"""The end record may be followed by a comment of this length."""

COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError)
AGAIN = "Open it in the program it came from and save it again."


TEXT = "It holds plain text: give it the ending .txt (or .html for a web page)."
SAMPLE = 4_096


def is_plain(data: bytes) -> bool:
    """Whether bytes are those of a plain text under another name."""
    sample = data[:SAMPLE]
    return b"\0" not in sample and sample.decode("utf-8", "ignore").encode() in (
        sample,
        sample[:-1],
        sample[:-2],
    )


class Archive:
    """The parts of an office file."""

    def __init__(self, data: bytes, name: str) -> None:
        """Check an archive; Unreadable says what is wrong with it."""
        self.name = name
        self.data = data
        self.ending = f".{name.rpartition('.')[2].lower()}"
        self.inflated = 0
        if data.startswith(COMPOUND):
            raise Unreadable(self.compound())
        self.check_directory()
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except (*BROKEN, struct.error) as fault:
            raise Unreadable(self.no_archive()) from fault
        self.parts = {info.filename: info for info in self.zip.infolist()}
        self.check_parts()
        self.check_places()

    def compound(self) -> str:
        """What to say of the old container: it holds an encrypted file or one of an old format."""
        if ENCRYPTED_PACKAGE in self.data:
            return self.protected()
        old = self.ending.rstrip("xm")
        return (
            f"{self.name} is an old {old} file under the name {self.ending}. "
            f"Give it the ending {old}, or save it again as {self.ending}."
        )

    def protected(self) -> str:
        """What to say of a file that is encrypted."""
        return f"{self.name} is protected by a password. Remove the password in the program it came from."

    def no_archive(self) -> str:
        """What to say of bytes that are no zip archive."""
        told = f"{self.name} is damaged or no {self.ending} file, as it is no zip archive."
        return f"{told} {TEXT if is_plain(self.data) else AGAIN}"

    def refuse(self, why: str) -> NoReturn:
        """Raise Unreadable for an archive that looks like an attack."""
        raise Unreadable(f"{self.name} was not opened, as it may be made to do harm: {why}. {AGAIN}")

    # --- checks ---

    def check_directory(self) -> None:
        """Refuse a directory too large to be read, before anything reads it."""
        at = self.data.rfind(END_MARK, max(0, len(self.data) - LONGEST_END))
        if at < 0 or at + END.size > len(self.data):
            raise Unreadable(self.no_archive())
        _, _, _, _, parts, size, start, _ = END.unpack_from(self.data, at)
        if parts > MOST_PARTS or size > MOST_DIRECTORY:
            counted = f"{parts:,} parts" if parts < 0xFFFF else "a directory without end"
            self.refuse(f"it has {counted} (limit {MOST_PARTS:,})")
        self.directory = min(start, at)

    def check_parts(self) -> None:
        """Refuse parts that no office program writes."""
        infos = self.zip.infolist()
        if len(infos) > MOST_PARTS:
            self.refuse(f"it has {len(infos):,} parts (limit {MOST_PARTS:,})")
        if len(self.parts) < len(infos):
            self.refuse("two of its parts have one name")
        for info in infos:
            if info.flag_bits & 1:
                raise Unreadable(self.protected())
            if stat.S_ISLNK(info.external_attr >> 16):
                self.refuse(f"its part {info.filename} is a link")
            if info.file_size > SMALL and info.file_size > MOST_RATIO * max(1, info.compress_size):
                self.refuse(f"its part {info.filename} inflates more than {MOST_RATIO} times")

    def check_places(self) -> None:
        """Refuse parts that overlap, or whose own heads name something else than the directory does."""
        end = 0
        for info in sorted(self.zip.infolist(), key=lambda info: info.header_offset):
            if info.header_offset < end:
                self.refuse("its parts overlap")
            end = self.end_of(info)
        if end > max(self.directory, self.zip.start_dir):
            self.refuse("its parts overlap")

    def end_of(self, info: zipfile.ZipInfo) -> int:
        """Where a part ends, by its own head; Unreadable when that is not the one the directory names."""
        at = info.header_offset
        if at + LOCAL.size > len(self.data):
            raise Unreadable(self.no_archive())
        mark, _, flags, _, _, _, _, _, _, named, extra = LOCAL.unpack_from(self.data, at)
        start = at + LOCAL.size + named + extra
        name = self.data[at + LOCAL.size : at + LOCAL.size + named]
        if mark != b"PK\x03\x04" or flags & 1 or not same_name(name, info):
            self.refuse(f"its part {info.filename} is not what its directory says")
        return int(start + info.compress_size)

    def check_whole(self) -> None:
        """Inflate every part of words once, counted, before another program opens the file."""
        for path in self.parts:
            if path.endswith((".xml", ".rdf", ".rels")) and b"<!ENTITY" in (self.part(path) or b""):
                self.refuse(f"its part {path} declares a document type")

    # --- parts ---

    def part(self, path: str) -> bytes | None:
        """The bytes of a part, None when there is none; Unreadable beyond the limit or when damaged."""
        info = self.parts.get(path)
        if info is None:
            return None
        try:
            with self.zip.open(info) as stream:
                found = stream.read(MOST_BYTES + 1)
        except BROKEN as fault:
            raise Unreadable(f"{self.name} is damaged: its part {path} can't be read. {AGAIN}") from fault
        if len(found) > MOST_BYTES:
            self.refuse(f"its part {path} has more than {MOST_BYTES / 1e6:,.0f} MB")
        if len(found) > SMALL and len(found) > MOST_RATIO * max(1, info.compress_size):
            self.refuse(f"its part {path} inflates more than {MOST_RATIO} times")
        self.inflated += len(found)
        if self.inflated > MOST_TOGETHER:
            self.refuse(f"its parts have more than {MOST_TOGETHER / 1e6:,.0f} MB together")
        return found


def same_name(name: bytes, info: zipfile.ZipInfo) -> bool:
    """Whether a part's own head bears the name that the directory gives; slashes may lean either way."""
    text = name.decode("utf-8" if info.flag_bits & 0x800 else "cp437", "replace")
    return text.partition("\0")[0].replace("\\", "/") == info.filename.replace("\\", "/")
