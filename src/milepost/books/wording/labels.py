"""The words of the books, by key and language.

In: a key, a language, values to fill in. Out: the label, looked up by gettext. English and Chinese come from
the wording table, which is these modules' rows; any other language from a catalogue that was added. A key
that isn't in the table raises `MissingLabel`: no book is printed with a hole in it. In a counted label
"{n} row|{n} rows" the left form is for one; a catalogue has as many forms as its language.
"""

import gettext
from functools import lru_cache
from typing import Literal

from milepost.books.wording import (
    adopted_words,
    book_words,
    catalogue,
    date_words,
    drawing_words,
    feed_words,
    form_words,
    office_form_words,
    page_words,
    paper_words,
    road_words,
    sheet_words,
    site_words,
    task_words,
    time_words,
)
from milepost.books.wording.row import Row
from milepost.books.wording.translations import OWN, catalog_of, compiled, read_po, short_key

Language = str
"""A language of the books: en, zh, or that of a catalogue."""
Script = Literal["en", "zh"]
"""The two ways of setting type: as English, as Chinese."""

TABLES = (
    catalogue.ROWS,
    book_words.ROWS,
    drawing_words.ROWS,
    page_words.ROWS,
    paper_words.ROWS,
    sheet_words.ROWS,
    form_words.ROWS,
    office_form_words.ROWS,
    adopted_words.ROWS,
    date_words.ROWS,
    road_words.ROWS,
    feed_words.ROWS,
    task_words.ROWS,
    time_words.ROWS,
    site_words.ROWS,
)
CATALOGUE: dict[str, Row] = {row.key: row for table in TABLES for row in table}


class MissingLabel(KeyError):
    """A label that no table has."""

    def __init__(self, key: str) -> None:
        super().__init__(f'There is no label "{key}". Add it to books/wording, in both languages.')


class UnknownLanguage(KeyError):
    """A language without a catalogue."""

    def __init__(self, language: str) -> None:
        super().__init__(f'There is no catalogue for "{language}". Add one, or write en or zh.')


_ADDED: dict[str, gettext.NullTranslations] = {}


def add_catalogue(data: bytes, name: str) -> Language:
    """Make a .po catalogue's language one of the books'; its language."""
    language, translations = read_po(data, name, CATALOGUE.values())
    _ADDED[language] = translations
    return language


def languages() -> tuple[Language, ...]:
    """The languages that books can be written in now."""
    return (*OWN, *_ADDED)


def script(language: Language) -> Script:
    """How a language is set: Chinese as Chinese, all others as English."""
    return "zh" if language.startswith("zh") else "en"


def label(key: str, language: Language, short: bool = False) -> str:
    """The label as it stands in the catalogue, long or short."""
    if key not in CATALOGUE:
        raise MissingLabel(key)
    found = _translations(language)
    if short and (brief := found.gettext(short_key(key))) != short_key(key):
        return brief
    return found.gettext(key)


def words(key: str, language: Language, **values: object) -> str:
    """The label with its places filled in; a counted label takes its form by `n`."""
    if key not in CATALOGUE:
        raise MissingLabel(key)
    number = values.get("n")
    counted = "|" in CATALOGUE[key].en
    found = _translations(language)
    text = (
        found.ngettext(key, key, number if isinstance(number, int) else 2) if counted else found.gettext(key)
    )
    return text.format(**values)


def _translations(language: Language) -> gettext.NullTranslations:
    """The translations of a language."""
    if language in OWN:
        return _own(language)
    if language not in _ADDED:
        raise UnknownLanguage(language)
    return _ADDED[language]


@lru_cache(maxsize=2)
def _own(language: Language) -> gettext.NullTranslations:
    """English or Chinese, from the table."""
    return compiled(catalog_of(CATALOGUE.values(), language))
