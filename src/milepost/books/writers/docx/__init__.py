"""The task book as a Word file, to be filled in and returned.

In: a `TaskBook`. Out: the bytes of a .docx file: cover, parts, header and footer, named styles only, one
tagged content control for everything a person is asked to fill. The same record gives the same bytes.
What was filled is read back by `milepost.ledger.returned`. An adopted edition's book stands in `adopted`.
"""

from milepost.books.content.records import TaskBook
from milepost.books.writers.docx.cover import cover
from milepost.books.writers.docx.parts import parts
from milepost.books.writers.docx.whole import whole_file

__all__ = ["write_docx"]


def write_docx(book: TaskBook) -> bytes:
    """The book as a Word file."""
    return whole_file(book, cover(book), parts(book))
