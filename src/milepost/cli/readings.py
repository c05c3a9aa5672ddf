"""A folder of readings: many files read side by side, each written at once, so that a run can stop and go
on.

In: files, the folder, who reads (the children of this command, or a cluster). Out: a JSON for each file in
the place of its file, `journal.jsonl`, and at the end `summary.json` and `summary.csv`. A reading stands
under its name only when it is whole. After a stop, the same command goes on with what is not done.
"""

import os
from collections import Counter
from collections.abc import Callable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from milepost import __version__
from milepost.cli.faults import Stop
from milepost.cli.journal import JOURNAL, Entry, Journal
from milepost.cli.progress import progress
from milepost.cli.summary import SUMMARY_CSV, SUMMARY_JSON, Summary, summary_csv, summary_json, summary_of
from milepost.reading.given import Given

if TYPE_CHECKING:
    from milepost.reading.bulk.walk import Files, Item
    from milepost.reading.bulk.work import Failed
    from milepost.reading.sandbox.tasks import Written

Reader = Callable[[bytes, str, Given], "Written | Failed"]
OURS = b'{\n  "format": "milepost.reading/'
STOPPED = 130  # what a shell gives a command that was interrupted


class Folder:
    """A folder that is being filled with readings."""

    def __init__(self, out: Path, given: Given, retry: bool) -> None:
        if out.exists() and not out.is_dir():
            raise Stop([f"{out}: is a file; --out names a folder."])
        self.out = out
        self.given = given
        self.retry = retry
        self.journal = Journal(out)
        self.before: set[str] = set()

    def fill(self, files: "Files", read: Reader, jobs: int) -> tuple[Summary, list[Entry]]:
        """Read what is not done yet; the summary of all, and the entries in the order of the files."""
        from milepost.reading.bulk.work import side_by_side

        named = self.named(files.items)
        entries: dict[str, Entry] = {}
        try:
            with progress("Reading", len(named)) as step:
                for (item, _), entry in side_by_side(lambda pair: self.done(*pair, read), named, jobs):
                    entries[entry.file] = entry
                    self.note(entry)
                    step(item.path.name)
        finally:
            self.journal.close()
        ordered = [entries[item.label.as_posix()] for item in files.items]
        return self.finish(ordered, files.passed), ordered

    def named(self, items: "Sequence[Item]") -> "list[tuple[Item, str]]":
        """Each file with the name of its reading; what somebody else put into the folder is not touched."""
        from milepost.reading.bulk.names import named_apart

        labels = [item.label for item in items]
        ours = self.journal.names()
        not_ours = {JOURNAL, SUMMARY_JSON, SUMMARY_CSV}
        while True:
            names = named_apart(labels, ours, not_ours)
            taken = {name for name in set(names.values()) - set(ours.values()) if self.is_foreign(name)}
            if not taken:
                return [(item, names[at]) for at, item in enumerate(items)]
            not_ours |= taken

    def is_foreign(self, name: str) -> bool:
        """Whether a file of this name lies in the folder that is no reading."""
        path = self.out / name
        if not path.is_file():
            return path.exists()
        with path.open("rb") as file:
            return file.read(len(OURS)) != OURS

    def done(self, item: "Item", name: str, read: Reader) -> Entry:
        """What becomes of one file: done before, failed, or read and its reading written."""
        file, data = item.label.as_posix(), opened(item)
        if not isinstance(data, bytes):
            return self.unopened(entry_of(item, b"", self.given, data))
        known = self.journal.still_good(file, digest_of(data), __version__, self.given, self.retry)
        if known is not None:
            self.before.add(file)
            return known
        found = read(data, item.path.name, self.given)
        entry = entry_of(item, data, self.given, found)
        return entry if entry.state == "failed" else self.written(entry, name, found)

    def unopened(self, entry: Entry) -> Entry:
        """The entry of a file that gave no bytes; an empty one that was empty before is known."""
        known = self.journal.still_good(entry.file, entry.sha256, __version__, self.given, self.retry)
        if known is None or known.fault != entry.fault:
            return entry
        self.before.add(entry.file)
        return known

    def written(self, entry: Entry, name: str, found: "Written | Failed") -> Entry:
        """The entry of a file whose reading now lies in the folder."""
        from milepost.reading.bulk.work import Failed
        from milepost.reading.codec import indented

        assert not isinstance(found, Failed)
        data = indented(found.json)
        write_at_once(self.out / name, data)
        return msgspec.structs.replace(entry, reading=name, reading_bytes=len(data))

    def note(self, entry: Entry) -> None:
        """Write down what became of a file, unless that is known."""
        if entry.file not in self.before:
            self.journal.add(entry)

    def finish(self, entries: list[Entry], passed: Counter[str]) -> Summary:
        """Write the summary."""
        summary = summary_of(entries, frozenset(self.before), passed, __version__)
        if self.out.is_dir():
            write_at_once(self.out / SUMMARY_JSON, summary_json(summary))
            write_at_once(self.out / SUMMARY_CSV, summary_csv(entries))
        return summary


def opened(item: "Item") -> "bytes | Failed":
    """The bytes of a file, or why they can't be had."""
    from milepost.reading.bulk.kinds import kind_of
    from milepost.reading.bulk.work import Failed, document_bytes
    from milepost.reading.source import Unreadable

    try:
        return document_bytes(item.path)
    except Unreadable as fault:
        return Failed(kind_of(fault), str(fault))


def entry_unwritten(item: "Item", given: Given, read: Reader) -> Entry:
    """What becomes of one file when nothing is to be written."""
    data = opened(item)
    if not isinstance(data, bytes):
        return entry_of(item, b"", given, data)
    return entry_of(item, data, given, read(data, item.path.name, given))


def entry_of(item: "Item", data: bytes, given: Given, found: "Written | Failed") -> Entry:
    """The journal's entry for a file and what was found in it."""
    from milepost.reading.bulk.work import Failed

    entry = Entry(
        file=item.label.as_posix(),
        sha256=digest_of(data),
        reader=__version__,
        given_date=given.date,
        given_region=given.region,
        bytes=len(data),
    )
    if isinstance(found, Failed):
        return msgspec.structs.replace(entry, state="failed", fault_kind=found.kind, fault=found.fault)
    facts = ("language", "kind", "title", "date", "measures", "set_aside", "warnings")
    return msgspec.structs.replace(entry, **{fact: getattr(found, fact) for fact in facts})


def digest_of(data: bytes) -> str:
    """The sha256 of a file; empty for one that could not be opened."""
    return sha256(data).hexdigest() if data else ""


def write_at_once(path: Path, data: bytes) -> None:
    """Write a file so that its name never stands for half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name[:80]}.part")
    part.write_bytes(data)
    os.replace(part, path)
