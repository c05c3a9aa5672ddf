"""Which files a person means: the ones named, and the documents in the folders named.

In: paths. Out: files with their labels (the path below the folder that was named), in a steady order, and a
count of what was passed over in folders: hidden files and folders, files that an office program keeps open
(~$), links, files of other kinds, and folders that can't be opened, each by its name. A file that is named
itself is always taken. The folder of the readings is never walked.
"""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from msgspec import Struct


class Item(Struct, frozen=True):
    """A file to read: where it lies, and what it is called in journal and summary."""

    path: Path
    label: PurePath


class Files(Struct, frozen=True):
    """The files found, and how many were passed over, by reason."""

    items: list[Item]
    passed: Counter[str]


def files_of(paths: Sequence[Path], out: Path | None = None) -> Files:
    """The files of these paths; a folder's files keep their place in it, and its name where several are
    given."""
    passed: Counter[str] = Counter()
    items: list[Item] = []
    seen: set[Path] = set()
    for path in paths:
        if not os.path.isdir(path):
            found: Iterator[Item] = iter([Item(path, PurePath(path.name))])
        else:
            top = PurePath() if len(paths) == 1 else PurePath(path.resolve().name)
            found = _documents(path, top, out, passed)
        for item in found:
            real = item.path.resolve()
            if real not in seen:
                seen.add(real)
                items.append(item)
    return Files(_labelled_apart(items), passed)


def _documents(folder: Path, top: PurePath, out: Path | None, passed: Counter[str]) -> Iterator[Item]:
    """The documents in a folder and below."""
    left_out = out.resolve() if out is not None else None

    def closed(fault: OSError) -> None:
        """Count a folder that can't be opened, by its name."""
        where = Path(fault.filename or folder)
        name = where.relative_to(folder) if where != folder else where
        passed[f"folder that can't be opened ({name})"] += 1

    for root, folders, files in os.walk(folder, onerror=closed):
        here = Path(root)
        hidden = [name for name in folders if name.startswith(".")]
        passed["hidden"] += len(hidden)
        folders[:] = sorted(
            name for name in folders if name not in hidden and (here / name).resolve() != left_out
        )
        for name in sorted(files):
            why = _passed_over(here / name)
            if why:
                passed[why] += 1
            else:
                yield Item(here / name, top / (here / name).relative_to(folder))


def _passed_over(path: Path) -> str | None:
    """Why a file in a folder is not read; None when it is."""
    from milepost.reading.formats import FORMATS, NOT_YET, extension_of

    if path.name.startswith(("~$", ".~")):
        return "temporary"
    if path.name.startswith("."):
        return "hidden"
    if path.is_symlink() or not path.is_file():
        return "links and devices"
    ending = extension_of(path.name)
    known = {extension for row in FORMATS for extension in row.extensions} | set(NOT_YET)
    return None if ending in known else ending or "without extension"


def _labelled_apart(items: list[Item]) -> list[Item]:
    """The items with labels of which none is twice: a number before the name where two would be."""
    taken: set[PurePath] = set()
    apart = []
    for item in items:
        label, again = item.label, 2
        while label in taken:
            label, again = item.label.with_name(f"{item.label.stem}.{again}{item.label.suffix}"), again + 1
        taken.add(label)
        apart.append(Item(item.path, label))
    return apart
