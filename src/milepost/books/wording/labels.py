"""The words of the books, by key and language.

In: a key, a language, values to fill in. Out: the label. A key that isn't in the catalogue raises
`MissingLabel`: no book is printed with a hole in it. In a counted label "{n} row|{n} rows" the left form is
for one.
"""

from typing import Literal

from milepost.books.wording import (
    adopted_words,
    book_words,
    catalogue,
    drawing_words,
    form_words,
    page_words,
    sheet_words,
)
from milepost.books.wording.row import Row

Language = Literal["en", "zh"]

TABLES = (
    catalogue.ROWS,
    book_words.ROWS,
    drawing_words.ROWS,
    page_words.ROWS,
    sheet_words.ROWS,
    form_words.ROWS,
    adopted_words.ROWS,
)
CATALOGUE: dict[str, Row] = {row.key: row for table in TABLES for row in table}


class MissingLabel(KeyError):
    """A label that no table has."""

    def __init__(self, key: str) -> None:
        super().__init__(f'There is no label "{key}". Add it to books/wording, in both languages.')


def label(key: str, language: Language, short: bool = False) -> str:
    """The label as it stands in the catalogue, long or short."""
    if key not in CATALOGUE:
        raise MissingLabel(key)
    row = CATALOGUE[key]
    long_form, short_form = (row.en, row.short_en) if language == "en" else (row.zh, row.short_zh)
    return short_form if short and short_form else long_form


def words(key: str, language: Language, **values: object) -> str:
    """The label with its places filled in; a counted label takes its form by `n`."""
    text = label(key, language)
    if "|" in text:
        one, many = text.split("|")
        text = one if values.get("n") == 1 else many
    return text.format(**values)
