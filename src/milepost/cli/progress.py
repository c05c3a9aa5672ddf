"""Progress on stderr for work that takes a while: a bar where a person watches, nothing where a program
does.

In: a count and steps. Out: a bar with how many are done, how many a second and how long it will take, that
goes when the work is done.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress, Task


@contextmanager
def progress(words: str, total: int | None) -> Iterator[Callable[[str], None]]:
    """A callable that moves the bar by one and shows what was just done."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    with _bar() as bar:
        task = bar.add_task(words, total=total, now="")
        yield lambda now: bar.update(task, advance=1, now=now)


def _bar() -> "Progress":
    """A bar; rate and remaining time show once they are known."""
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        ProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )
    from rich.text import Text

    class RateColumn(ProgressColumn):
        """How many a second."""

        def render(self, task: "Task") -> Text:
            return Text(rate(task.finished_speed or task.speed))

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        RateColumn(),
        TimeRemainingColumn(compact=True),
        TextColumn("{task.fields[now]}"),
        console=Console(stderr=True),
        transient=True,
    )


def rate(speed: float | None) -> str:
    """A speed in words: so many a second, or a minute where it is less than one a second."""
    if not speed:
        return ""
    return f"{speed:.0f}/s" if speed >= 1 else f"{speed * 60:.0f}/min"
