"""Progress on stderr for work that takes a while: a bar where a person watches, nothing where a program does.

In: a count and steps. Out: a bar that goes when the work is done.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress(words: str, total: int | None) -> Iterator[Callable[[str], None]]:
    """A callable that moves the bar by one and shows what was just done."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[now]}"),
    )
    with Progress(*columns, console=console, transient=True) as bar:
        task = bar.add_task(words, total=total, now="")
        yield lambda now: bar.update(task, advance=1, now=now)
