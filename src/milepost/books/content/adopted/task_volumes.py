"""A book over 2,000 rows in volumes: by group, a group over 2,000 by unit, a unit over 2,000 by count.

In: the rows of a book with the group and lead unit of each. Out: the rows of each volume, and what is said of
it. Rows keep their order within a group; a volume takes as many whole pieces as it holds.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import TypeVar

from milepost.books.content.records.adopted_task_book import Volume
from milepost.books.wording.labels import Language, words

MOST_ROWS = 2_000

T = TypeVar("T")


def volumes(
    rows: Sequence[T], group: Callable[[T], str], unit: Callable[[T], str], most: int = MOST_ROWS
) -> list[list[T]]:
    """The rows of each volume; one volume, unsorted, where all rows fit."""
    if len(rows) <= most:
        return [list(rows)]
    books: list[list[T]] = [[]]
    for piece in _pieces(rows, group, unit, most):
        if books[-1] and len(books[-1]) + len(piece) > most:
            books.append([])
        books[-1] += piece
    return books


def volume_of(books: Sequence[Sequence[object]], number: int, language: Language) -> Volume | None:
    """What is said of a volume; nothing of a book in one."""
    if len(books) == 1:
        return None
    first = sum(len(book) for book in books[: number - 1]) + 1
    last, rows = first + len(books[number - 1]) - 1, sum(map(len, books))
    shown = {"first": f"{first:,}", "last": f"{last:,}", "rows": f"{rows:,}"}
    said = words("task.volume", language, n=number, of=len(books), **shown)
    return Volume(number=number, of=len(books), first=first, last=last, rows=rows, words=said)


def _pieces(
    rows: Sequence[T], group: Callable[[T], str], unit: Callable[[T], str], most: int
) -> Iterable[list[T]]:
    """What stays together: a group, else a unit's rows in it, else as many as a volume holds."""
    for by_group in _gathered(rows, group):
        if len(by_group) <= most:
            yield by_group
            continue
        for by_unit in _gathered(by_group, unit):
            for start in range(0, len(by_unit), most):
                yield by_unit[start : start + most]


def _gathered(rows: Sequence[T], key: Callable[[T], str]) -> list[list[T]]:
    """Rows of one key together, keys in the order they first appear, rows in theirs."""
    order = {name: place for place, name in enumerate(dict.fromkeys(map(key, rows)))}
    together = sorted(rows, key=lambda row: order[key(row)])
    return [list(part) for _, part in groupby(together, key)]
