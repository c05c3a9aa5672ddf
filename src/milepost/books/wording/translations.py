"""Languages: message catalogues in gettext form, made from the one wording table or read from a .po file.

In: the rows of the wording table, or the bytes of a catalogue. Out: translations by language, and a .po to
translate from. English and Chinese are the columns of the table; a third language needs only a catalogue: its
strings have the table's keys (`msgid`), the short form has "(short)" behind it, a counted label has
the plural forms that its header names. `BadCatalogue` says what is missing: no book has a hole in it.
"""

import gettext
import io
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from milepost.books.wording.row import Row

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

PLACE = re.compile(r"{(\w+)}")
OWN = ("en", "zh")
"""The languages of the table itself."""


class BadCatalogue(ValueError):
    """A catalogue that can't be used; `faults` has one sentence a fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def short_key(key: str) -> str:
    """The key of a label's short form."""
    return f"{key} (short)"


def catalog_of(rows: Iterable[Row], language: str) -> "Catalog":
    """The table as a gettext catalogue of one of its own languages."""
    from babel.messages.catalog import Catalog

    catalog = Catalog(locale=language, project="Milepost", charset="utf-8")
    for row in rows:
        long_form, short_form = (row.en, row.short_en) if language == "en" else (row.zh, row.short_zh)
        if "|" in row.en:
            catalog.add((row.key, row.key), tuple(long_form.split("|")))
        else:
            catalog.add(row.key, long_form)
        if row.short_en or row.short_zh:
            catalog.add(short_key(row.key), short_form or long_form)
    return catalog


def blank_po(rows: Iterable[Row], language: str) -> bytes:
    """A .po to translate from: each key with its English and Chinese as comments, nothing filled in."""
    from babel.messages.catalog import Catalog
    from babel.messages.pofile import write_po

    catalog = Catalog(locale=language, project="Milepost", charset="utf-8", fuzzy=False)
    for row in rows:
        said = [f"en: {row.en}", f"zh: {row.zh}"]
        counted = "|" in row.en
        catalog.add((row.key, row.key) if counted else row.key, auto_comments=said)
        if row.short_en or row.short_zh:
            shorts = [f"en, short: {row.short_en or row.en}", f"zh, short: {row.short_zh or row.zh}"]
            catalog.add(short_key(row.key), auto_comments=shorts)
    out = io.BytesIO()
    write_po(out, catalog, width=0, omit_header=False)
    text = out.getvalue().decode()
    return re.sub(r'"(POT-Creation-Date|PO-Revision-Date): .*\n', "", text).encode()


def read_po(data: bytes, name: str, rows: Iterable[Row]) -> tuple[str, gettext.GNUTranslations]:
    """The language of a .po and its translations; BadCatalogue names every key that is missing or has places
    that the table lacks."""
    from babel import UnknownLocaleError
    from babel.messages.pofile import PoFileError
    from babel.messages.pofile import read_po as parsed

    try:
        catalog = parsed(io.BytesIO(data), abort_invalid=True)
    except (PoFileError, UnknownLocaleError, ValueError, UnicodeDecodeError) as fault:
        raise BadCatalogue([f"{name}: this is no .po catalogue ({fault})."]) from None
    if catalog.locale is None:
        raise BadCatalogue([f'{name}: its header names no language. Add a line "Language: fr\\n".'])
    faults = list(_faults(catalog, name, rows))
    if faults:
        raise BadCatalogue(faults)
    return str(catalog.locale), compiled(catalog)


def _faults(catalog: "Catalog", name: str, rows: Iterable[Row]) -> Iterable[str]:
    """What the catalogue lacks or has too much of."""
    for row in rows:
        found = catalog.get(row.key)
        said = found.string if found else ""
        forms = said if isinstance(said, list | tuple) else (said,)
        if not all(forms):
            yield f'{name}: "{row.key}" is not translated (English: {row.en}).'
        extra = {place for form in forms for place in PLACE.findall(form or "")} - set(PLACE.findall(row.en))
        if extra:
            yield f'{name}: "{row.key}" has {{{"}, {".join(sorted(extra))}}}, which nobody fills in.'


def compiled(catalog: "Catalog") -> gettext.GNUTranslations:
    """The catalogue as gettext looks it up."""
    from babel.messages.mofile import write_mo

    out = io.BytesIO()
    write_mo(out, catalog)
    out.seek(0)
    return gettext.GNUTranslations(out)
