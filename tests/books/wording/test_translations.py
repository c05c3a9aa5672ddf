"""A third language needs only a catalogue: its labels, its plural forms, its dates; and no hole in it."""

import io

import pytest
from babel.messages.pofile import read_po, write_po

from milepost.books.wording import labels
from milepost.books.wording.dates import deadline_words, long_date, month_name
from milepost.books.wording.labels import CATALOGUE, add_catalogue, label, languages, words
from milepost.books.wording.translations import BadCatalogue, blank_po

OWN_WORDS = {"count.rows": ("{n} wiersz", "{n} wiersze", "{n} wierszy"), "book.task_book": ("Księga zadań",)}


def catalogue(language: str = "pl", leave_out: str = "") -> bytes:
    """A catalogue in which every label is the English one in quotes but a few real words."""
    catalog = read_po(io.BytesIO(blank_po(CATALOGUE.values(), language)))
    for message in catalog:
        key = message.id[0] if isinstance(message.id, tuple) else message.id
        if not key or key == leave_out or key.endswith("(short)"):
            continue
        said = OWN_WORDS.get(key) or (_stand_in(key),) * catalog.num_plurals
        message.string = said if isinstance(message.id, tuple) else said[0]
    out = io.BytesIO()
    write_po(out, catalog)
    return out.getvalue()


def _stand_in(key: str) -> str:
    """The English words in quotes; a pattern of dates as it is."""
    english = CATALOGUE[key].en.split("|")[-1]
    return english if key.startswith("date.") else f"‹{english}›"


@pytest.fixture
def polish(monkeypatch):
    """Polish, for the length of a test."""
    monkeypatch.setattr(labels, "_ADDED", {})
    return add_catalogue(catalogue(), "pl.po")


def test_a_catalogue_adds_its_language(polish):
    assert polish == "pl"
    assert languages() == ("en", "zh", "pl")
    assert label("book.task_book", "pl") == "Księga zadań"


@pytest.mark.parametrize(("n", "expected"), [(1, "1 wiersz"), (3, "3 wiersze"), (5, "5 wierszy")])
def test_counts_take_the_forms_of_the_language(polish, n, expected):
    assert words("count.rows", polish, n=n) == expected


def test_dates_take_the_month_names_of_the_language(polish):
    assert long_date("2027-06-15", polish) == "15 czerwca 2027"
    assert month_name(6, polish) == "cze"
    assert deadline_words("2027-12-31", "year", polish) == "by end of 2027"


def test_a_short_form_falls_back_to_the_long_one(polish):
    assert label("stage.carry_out", polish, short=True) == "‹Carry out›"


def test_a_hole_is_refused_by_name(monkeypatch):
    monkeypatch.setattr(labels, "_ADDED", {})
    with pytest.raises(BadCatalogue) as fault:
        add_catalogue(catalogue(leave_out="light.red"), "pl.po")
    assert fault.value.faults == ['pl.po: "light.red" is not translated (English: Overdue).']
    assert languages() == ("en", "zh")


def test_a_place_that_nobody_fills_is_refused(monkeypatch):
    monkeypatch.setattr(labels, "_ADDED", {})
    data = catalogue().replace("Księga zadań".encode(), "Księga {who}".encode())
    with pytest.raises(BadCatalogue, match=r"\{who\}, which nobody fills in"):
        add_catalogue(data, "pl.po")


@pytest.mark.parametrize("data", [b"msgid", b"\xff\xfe", b'msgid "a\nmsgstr'])
def test_what_is_no_catalogue_is_refused_in_a_sentence(data):
    with pytest.raises(BadCatalogue, match=r"x\.po: "):
        add_catalogue(data, "x.po")


def test_a_language_without_a_catalogue_is_named():
    with pytest.raises(labels.UnknownLanguage, match="There is no catalogue for"):
        label("light.red", "xx")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_gettext_gives_back_the_table(language):
    for row in CATALOGUE.values():
        text = getattr(row, language)
        assert label(row.key, language) == text.split("|")[0]
        brief = getattr(row, f"short_{language}") or text.split("|")[0]
        assert label(row.key, language, short=True) == brief
