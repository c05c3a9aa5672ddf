"""What holds for every paper: origins, quotations, equal languages, restriction, equal bytes."""

import datetime as dt
import re
from string import Formatter

import msgspec
import pytest

from milepost.books.content import papers
from milepost.books.content.records.paper import Paper, Run
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.handling import seen_by
from milepost.books.inputs import Handling, Restriction
from milepost.books.wording.labels import CATALOGUE
from tests.books.content.papers.office import all_papers, all_words, office, runs
from tests.books.langang import langang
from tests.books.langang_office import SECRET, office_state

LANGUAGES = ("en", "zh")
MONTHS = [dt.date(2027, month, 1).strftime("%B") for month in range(1, 13)]
ENGLISH_DATE = re.compile(rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})")
CHINESE_DATE = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日")

ABOUT_A_DATE = re.compile(r"(by )?(\w+day )?(（星期.）)?(, )?(\d\d:\d\d)?前?")
IN_WORDS = ("item:number", "meeting:number", "meeting:term")
"""Numbers that Chinese writes in characters."""


def wording(language: str) -> set[str]:
    """Every stretch of words between the places of every label."""
    labels = (form for row in CATALOGUE.values() for form in getattr(row, language).split("|"))
    return {words for label in labels for words, *_ in Formatter().parse(label)} | {" "}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_has_an_origin_or_is_wording(language):
    known = wording(language)
    bare = {run.text for paper in all_papers(language) for run in runs(paper) if run.origin is None}
    assert bare
    assert bare <= known


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_computed_names_its_rule(language):
    assert not [r for p in all_papers(language) for r in runs(p) if r.origin == "computed" and not r.rule]


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_quoted_with_a_place_stands_there_verbatim(language):
    view, _ = office(language)
    quoted = [r for p in all_papers(language) for r in runs(p) if r.origin == "quoted" and r.span]
    assert len(quoted) > 50
    assert not [run for run in quoted if view.words_at(run.document or "", run.span) != run.text]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_paper_holds_a_word_of_the_restricted_item(language):
    for paper in all_papers(language):
        said = all_words(paper)
        assert not [secret for secret in SECRET[language].values() if secret in said], paper.stem


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_of_files_are_safe_and_never_the_same(language):
    stems = [paper.stem for paper in all_papers(language)]
    assert len(stems) == len(set(stems))
    assert not [stem for stem in stems if re.search(r"[^\w-]", stem)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_state_gives_the_same_papers(language):
    assert [msgspec.json.encode(p) for p in all_papers(language)] == [
        msgspec.json.encode(p) for p in all_papers(language)
    ]


def test_both_languages_hold_the_same_numbers_and_dates():
    for english, chinese in zip(all_papers("en"), all_papers("zh"), strict=True):
        assert english.kind == chinese.kind
        assert counted(english) == counted(chinese), english.stem
        assert dates(english) == dates(chinese), english.stem


def counted(paper: Paper) -> list[tuple[str, int]]:
    """Every computed count of a paper, by its rule."""
    found = [
        (r.rule or "", r.text.rstrip("%"))
        for r in runs(paper)
        if r.origin == "computed" and r.rule not in IN_WORDS
    ]
    return sorted((rule, int(text)) for rule, text in found if text.isdigit())


def dates(paper: Paper) -> list[dt.date]:
    """Every date that stands by itself in a run; a letter's year is that of its issue."""
    alone = [run for run in runs(paper) if run.origin in ("computed", "typed") and _is_date(run)]
    return sorted(_date(run.text, int(paper.frozen_on[:4])) for run in alone)


def _is_date(run: Run) -> bool:
    """Whether the run is a date, with its weekday or the word for "by" at most."""
    rest = CHINESE_DATE.sub("", ENGLISH_DATE.sub("", run.text))
    return rest != run.text and ABOUT_A_DATE.fullmatch(rest) is not None


def _date(text: str, year: int) -> dt.date:
    english = ENGLISH_DATE.search(text)
    if english:
        return dt.date(int(english[3]), MONTHS.index(english[2]) + 1, int(english[1]))
    chinese = CHINESE_DATE.search(text)
    assert chinese
    return dt.date(int(chinese[1] or year), int(chinese[2]), int(chinese[3]))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reader_without_the_right_finds_nothing_of_a_restricted_measure(language):
    ledger, schedule, _ = langang(language)
    hidden = ledger.measures[9]
    state = msgspec.structs.replace(
        office_state(language),
        restrictions=(Restriction(measure=hidden.id, units=("ADB",)),),
        handling=Handling(reader="WPC"),
    )
    ledger, schedule, state = seen_by(ledger, schedule, state)
    view = View(ledger, schedule, language)
    standing = Standing(view, state)
    made = [
        *(papers.notice(view, standing, notice) for notice in state.notices),
        papers.briefing(view, standing),
        papers.coverage_table(view, standing),
    ]
    assert made
    assert not [paper.stem for paper in made if hidden.title.value in all_words(paper)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paper_says_how_its_copy_is_handled(language):
    said = {paper.handling for paper in all_papers(language)}
    assert said == {{"en": "Internal; copy 3 of 12", "zh": "内部；第3份，共12份"}[language]}
