"""How clauses are cited: by their own labels, else by paragraph and sentence; and where sentences end."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.books.wording.citations import Citer, short_title
from milepost.books.wording.sentences import sentence_spans
from milepost.ledger.records import Clause, Document

SENTENCES = (
    ("two stops", "en", "The weir is open. The lock is shut.", ("The weir is open.", "The lock is shut.")),
    ("semicolon", "en", "The weir opens; the lock shuts.", ("The weir opens; the lock shuts.",)),
    ("abbreviation", "en", "See No. 5 of the list. Then stop.", ("See No. 5 of the list.", "Then stop.")),
    ("initial", "en", "J. Fenn took the chair. All rose.", ("J. Fenn took the chair.", "All rose.")),
    ("number", "en", "It costs 3.5 million. It lasts.", ("It costs 3.5 million.", "It lasts.")),
    ("quote", "en", "He said “go.” They went.", ("He said “go.”", "They went.")),
    ("full stop", "zh", "船闸开放。水坝关闭；行人绕行。", ("船闸开放。", "水坝关闭；行人绕行。")),
    ("quoted end", "zh", "强调“先行。”各区照办。", ("强调“先行。”", "各区照办。")),
    ("no end", "zh", "船闸开放", ("船闸开放",)),
)


@pytest.mark.parametrize(
    ("name", "language", "text", "expected"), SENTENCES, ids=lambda v: v if isinstance(v, str) else ""
)
def test_sentences(name, language, text, expected):
    assert tuple(text[start:end] for start, end in sentence_spans(text, language)) == expected


@given(st.text(alphabet="ab .。！?\n“”A1", max_size=60), st.sampled_from(("en", "zh")))
def test_sentences_lose_nothing_but_blanks_and_never_overlap(text, language):
    spans = sentence_spans(text, language)
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(spans))


def clause(
    id_: str, text: str, at: int, label: str | None = None, parent: str | None = None, **more: str
) -> Clause:
    return Clause(
        id=id_, document="d", span=(at, at + len(text)), text=text, label=label, parent=parent, **more
    )


def citer(language: str, kind: str, *clauses: Clause, title: str = "Title") -> Citer:
    document = Document(id="d", title=title, kind=kind, language=language)
    return Citer((document,), clauses, language)


def test_a_numbered_clause_is_cited_by_the_labels_as_printed():
    english = citer(
        "en", "plan", clause("a", "Ports", 0, "2", kind="section"), clause("b", "Dig.", 10, "2(3)", "a")
    )
    assert english.cite("d", "b", (10, 14)).text == "Plan §2(3)"
    assert english.cite("d", "b").origin == "quoted"
    chinese = citer(
        "zh",
        "plan",
        clause("a", "港口", 0, "二、", kind="section"),
        clause("b", "疏浚。", 10, "（三）", "a"),
        title="柳津港口工作方案",
    )
    assert chinese.cite("d", "b", (10, 13)).text == "《方案》二（三）"


def test_a_label_in_words_stands_without_a_sign():
    book = citer("en", "order", clause("a", "One. Two.", 0, "Article 5"))
    assert book.cite("d", "a", (5, 9)).text == "Order, Article 5, sentence 2"


def test_title_and_date_line_are_not_counted():
    book = citer(
        "en",
        "bulletin",
        clause("t", "A sitting was held", 0, kind="title"),
        clause("l", "10 June 2027 08:30", 20),
        clause("p", "It met. It ended.", 40),
        clause("q", "One sentence.", 60),
    )
    assert book.cite("d", "p", (48, 57)).text == "Bulletin, para 1, sentence 2"
    assert book.cite("d", None, (60, 72)).text == "Bulletin, para 2, sentence 1"
    assert book.place("d", "q", (60, 72)) == "para 2, sentence 1"


def test_paragraphs_below_a_label_are_counted_below_it():
    book = citer(
        "en",
        "plan",
        clause("a", "Ports", 0, "2", kind="section"),
        clause("b", "First.", 10, parent="a"),
        clause("c", "Second.", 20, parent="a"),
    )
    assert book.cite("d", "c", (20, 27)).text == "Plan §2, para 2"


def test_paragraphs_under_headings_without_a_number_are_counted_through_the_text():
    book = citer(
        "en",
        "minutes",
        clause("a", "ROADS", 0, kind="section"),
        clause("b", "First.", 10, parent="a"),
        clause("c", "PARKS", 20, kind="section"),
        clause("e", "Second.", 30, parent="c"),
    )
    assert book.cite("d", "e", (30, 37)).text == "Minutes, para 2, sentence 1"


def test_a_measure_without_a_clause_is_cited_by_its_document():
    assert citer("zh", "minutes", title="会议纪要").cite("d", None).text == "《纪要》"


@pytest.mark.parametrize(
    ("title", "kind", "word"),
    [
        ("DIVISION OF LABOUR PLAN FOR THE QUAYS", "other", "Plan"),
        ("Quay Order", None, "Order"),
        ("Quay Planning", None, "Document"),
        ("Quay Plan", "memo", "Memo"),
    ],
)
def test_a_document_without_a_class_is_cited_by_the_word_of_its_title(title, kind, word):
    document = Document(id="d", title=title, kind=kind)
    assert Citer((document,), (), "en").short_words["d"] == word


def test_documents_that_share_a_word_are_numbered():
    documents = [Document(id=i, title="T", kind="plan") for i in ("a", "b")]
    book = Citer(documents, (), "en")
    assert [book.short_words[i] for i in ("a", "b")] == ["Plan 1", "Plan 2"]


@pytest.mark.parametrize(
    ("title", "kind", "date", "language", "expected"),
    [
        (
            "The panel of the lower harbour held its 9th sitting",
            "bulletin",
            "2027-06-10",
            "en",
            "Bulletin of 10 June 2027",
        ),
        ("某委员会召开第九次会议", "bulletin", "2027-06-10", "zh", "2027年6月10日会议通报"),
        ("Quay Plan", "plan", "2027-06-10", "en", "Quay Plan"),
        ("A very long title " * 6, "plan", "2027-06-10", "en", "Plan of 10 June 2027"),
    ],
)
def test_a_short_title_is_the_kind_with_its_date_or_a_short_title_as_it_is(
    title, kind, date, language, expected
):
    document = Document(id="d", title=title, kind=kind, date=date, language=language)
    assert short_title(document, language) == expected
