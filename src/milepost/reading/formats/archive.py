"""Zip archives, checked before anything is inflated, and inflated only up to a limit.

In: the bytes of an office file. Out: `Archive`, whose `part` gives the bytes of one part. Refused with one
sentence: no zip, encrypted, too many parts, two parts of one name, parts that overlap, a part that inflates
beyond the limit or more than a hundredfold. Sizes are counted while inflating, as what a file says of
itself may be false. Not here: what the parts mean (`docx`).
"""

import io
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

AGAIN = "Open it in Word or WPS and save it again."
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")


class Archive:
    """The parts of an office file."""

    def __init__(self, data: bytes, name: str) -> None:
        """Check an archive; Unreadable says what is wrong with it."""
        self.name = name
        self.data = data
        if data.startswith(COMPOUND):
            raise Unreadable(self.compound())
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as fault:
            raise Unreadable(
                f"{name} is damaged or no .docx file, as it is no zip archive. {AGAIN}"
            ) from fault
        self.parts = {info.filename: info for info in self.zip.infolist()}
        self.check()

    def compound(self) -> str:
        """What to say of the old container: it holds an encrypted file or an old .doc."""
        if ENCRYPTED_PACKAGE in self.data:
            return f"{self.name} is protected by a password. Remove the password in Word or WPS."
        return f"{self.name} is an old .doc file under the name .docx. Save it in Word or WPS as .docx."

    def check(self) -> None:
        """Refuse an archive that no office program writes."""
        infos = self.zip.infolist()
        if len(infos) > MOST_PARTS:
            self.refuse(f"it has {len(infos):,} parts (limit {MOST_PARTS:,})")
        if len(self.parts) < len(infos):
            self.refuse("two of its parts have one name")
        if any(info.flag_bits & 1 for info in infos):
            raise Unreadable(f"{self.name} is protected by a password. Remove the password in Word or WPS.")
        end = 0
        for info in sorted(infos, key=lambda info: info.header_offset):
            if info.header_offset < end:
                self.refuse("its parts overlap")
            end = info.header_offset + info.compress_size
            if info.file_size > SMALL and info.file_size > MOST_RATIO * max(1, info.compress_size):
                self.refuse(f"its part {info.filename} inflates more than {MOST_RATIO} times")

    def refuse(self, why: str) -> NoReturn:
        """Raise Unreadable for an archive that looks like an attack."""
        raise Unreadable(f"{self.name} was not opened, as it may be made to do harm: {why}. {AGAIN}")

    def part(self, path: str) -> bytes | None:
        """The bytes of a part, None when there is none; Unreadable beyond the limit or when damaged."""
        if path not in self.parts:
            return None
        try:
            with self.zip.open(self.parts[path]) as stream:
                found = stream.read(MOST_BYTES + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            EOFError,
            OSError,
            NotImplementedError,
            RuntimeError,
        ) as fault:
            raise Unreadable(f"{self.name} is damaged: its part {path} can't be read. {AGAIN}") from fault
        if len(found) > MOST_BYTES:
            self.refuse(f"its part {path} has more than {MOST_BYTES / 1e6:,.0f} MB")
        return found
