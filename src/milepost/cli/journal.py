"""The journal of a folder of readings: what was read from which bytes, so that a run goes on where one
stopped.

In: entries, one a file, as they come out. Out: `journal.jsonl`, one line each, appended and flushed at once;
and the last entry of every file, when the folder is opened again. An entry counts only for the same bytes,
the same version of the reader and the same given date, and only while its reading lies there in full. A line
that a crash cut off is passed over.
"""

from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Literal

import msgspec
from msgspec import Struct

from milepost.reading.given import Given

JOURNAL = "journal.jsonl"
FORMAT = "milepost.journal/1"


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What became of one file."""

    file: str
    sha256: str
    reader: str
    given_date: str | None = None
    given_region: str | None = None
    bytes: int = 0
    state: Literal["read", "failed"] = "read"
    reading: str | None = None
    reading_bytes: int = 0
    language: str | None = None
    kind: str | None = None
    title: str | None = None
    date: str | None = None
    measures: int = 0
    set_aside: int = 0
    warnings: int = 0
    fault_kind: str = ""
    fault: str = ""


class Journal:
    """The journal of one folder; it begins once the folder is there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.entries: dict[str, Entry] = {}
        self.waiting: list[Entry] = []
        self.file: BinaryIO | None = None
        with suppress(FileNotFoundError):
            self.take(self.folder.joinpath(JOURNAL).read_bytes())

    def take(self, data: bytes) -> None:
        """Take in the lines of an earlier run."""
        decoder = msgspec.json.Decoder(Entry)
        for line in data.splitlines():
            with suppress(msgspec.DecodeError):
                entry = decoder.decode(line)
                self.entries[entry.file] = entry

    def names(self) -> dict[str, str]:
        """The name of the reading of each file that had one."""
        return {entry.file: entry.reading for entry in self.entries.values() if entry.reading}

    def still_good(self, file: str, sha256: str, reader: str, given: Given, retry: bool) -> Entry | None:
        """The entry of an earlier run that spares reading this file again; None where it must be read."""
        entry = self.entries.get(file)
        if entry is None or (entry.sha256, entry.reader) != (sha256, reader):
            return None
        if given != Given(date=entry.given_date, region=entry.given_region):
            return None
        if entry.state == "failed":
            return None if retry else entry
        return entry if self.lies_there(entry) else None

    def lies_there(self, entry: Entry) -> bool:
        """Whether the reading of an entry lies in the folder, in full."""
        with suppress(OSError):
            return self.folder.joinpath(entry.reading or "").stat().st_size == entry.reading_bytes
        return False

    def add(self, entry: Entry) -> None:
        """Write down what became of a file; failures alone make no folder, they wait for the first
        reading."""
        self.entries[entry.file] = entry
        self.waiting.append(entry)
        if self.file is None and self.folder.is_dir():
            self.file = self.folder.joinpath(JOURNAL).open("ab")
            # begins a line of its own, as a crash may have cut off the last one
            self.file.write(b"\n" + msgspec.json.encode({"format": FORMAT}) + b"\n")
        if self.file is not None:
            self.file.write(b"".join(msgspec.json.encode(one) + b"\n" for one in self.waiting))
            self.file.flush()
            self.waiting.clear()

    def close(self) -> None:
        """Close the file."""
        if self.file is not None:
            self.file.close()
