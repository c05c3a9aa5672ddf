"""What the readings of many files are called: after their files, in the same folders, none twice.

In: the labels of the files (paths below the folder that was named). Out: a name for each, in order:
STEM.json, or STEM.EXT.json where files of one folder share a stem, a number where even that is taken. A file
that has a name from an earlier run keeps it.
"""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path, PurePath


def output_names(paths: Sequence[Path]) -> list[str]:
    """The names of readings that lie in one folder."""
    return [*named_apart([PurePath(path.name) for path in paths]).values()] if paths else []


def named_apart(
    labels: Sequence[PurePath], known: Mapping[str, str] | None = None, reserved: Collection[str] = ()
) -> dict[int, str]:
    """The name of each label by its place in the list; `known` holds names of earlier runs by label."""
    before = known or {}
    stems = Counter(_stem(label) for label in labels)
    taken = {name.lower() for name in (*before.values(), *reserved)}
    names: dict[int, str] = {}
    for at, label in enumerate(labels):
        kept = before.get(label.as_posix())
        names[at] = kept if kept is not None else _free(label, stems, taken)
        taken.add(names[at].lower())
    return names


def _free(label: PurePath, stems: Counter[str], taken: Collection[str]) -> str:
    """The first name for a label that is not taken."""
    short = f"{label.with_suffix('').as_posix()}.json"
    if stems[_stem(label)] == 1 and short.lower() not in taken:
        return short
    name, again = f"{label.as_posix()}.json", 2
    while name.lower() in taken:
        name, again = f"{label.as_posix()}.{again}.json", again + 1
    return name


def _stem(label: PurePath) -> str:
    """The label without its extension, capitals made small."""
    return label.with_suffix("").as_posix().lower()
