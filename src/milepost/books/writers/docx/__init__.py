"""The task book as a Word file."""

import io

from milepost.books.content.records import TaskBook


def write_docx(book: TaskBook) -> bytes:
    """The book as a Word file."""
    import docx

    file = docx.Document()
    file.add_heading(book.title, 0)
    file.add_paragraph(book.name.text)
    data = io.BytesIO()
    file.save(data)
    return data.getvalue()
