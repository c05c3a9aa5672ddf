"""Several books set at once: the typesetter lets go of Python while it works, so threads use
another core.

In: how many at a time. Out: a `Spread` for the editions: files come in the order of their books, with the
same bytes as one after another, and only a few are made ahead. A fault comes out where its book would have;
then, and when a person stops the command, what has not begun is not begun.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from milepost.cli.entrances import cores

if TYPE_CHECKING:
    from milepost.books.edition import Spread

MOST = 2
"""Each book in work may hold half a gigabyte; four at once took no less memory than keeping eleven."""
AHEAD = 2
"""Files made and not yet asked for, for each book in work."""


@contextmanager
def spread(threads: int | None = None) -> "Iterator[Spread]":
    """A `Spread` over so many threads: as many as there are cores, two at most."""
    number = threads or min(cores(), MOST)
    pool = ThreadPoolExecutor(number, thread_name_prefix="books")

    def in_order(make: Callable[[Any], bytes], books: Iterable[Any]) -> Iterator[bytes]:
        """The file of each book."""
        begun: deque[Future[bytes]] = deque()
        for book in books:
            begun.append(pool.submit(make, book))
            if len(begun) > number * AHEAD:
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()

    try:
        yield in_order
    finally:
        pool.shutdown(cancel_futures=True)
