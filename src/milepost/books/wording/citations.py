"""How a book names its sources: short titles, and the clause and sentence a value comes from.

In: the ledger's documents and clauses. Out: short titles ("Bulletin of 2 December 2024") and citations. A
clause with a number is cited by the document's own label ("Plan §2(3)", 《方案》二（三）); one without by
body paragraph and sentence, computed ("Bulletin, para 5, sentence 3", 《通报》第4段第2句): title and date
line are not counted. When two documents share a word, each carries its place in the order of filing.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable

from milepost.books.wording.dates import long_date
from milepost.books.wording.labels import CATALOGUE, Language, label, words
from milepost.books.wording.sentences import sentence_spans
from milepost.ledger.origins import Origin, Span
from milepost.ledger.records import Clause, Document

CHINESE_KINDS = (
    "方案",
    "意见",
    "通知",
    "办法",
    "规定",
    "条例",
    "决定",
    "决议",
    "纪要",
    "通报",
    "规划",
    "计划",
    "要点",
    "措施",
    "细则",
)
"""What a Chinese title ends with names its kind better than a class does."""
ENGLISH_KINDS = (
    "Plan",
    "Order",
    "Minutes",
    "Resolution",
    "Regulation",
    "Rules",
    "Notice",
    "Strategy",
    "Programme",
)
"""Words of an English title that name its kind where no class does."""
BODY_ENDS = '.。!！?？:：;；”"'
"""A body paragraph ends like a sentence; what stands before the first such one is title and date line."""


HEADINGS = ("title", "section")
"""Kinds of clauses that, without a label, are no paragraph of the body."""


class Citation:
    """A citation in words with its origin: the label is the document's own, a count is computed."""

    def __init__(self, text: str, origin: Origin, rule: str) -> None:
        self.text, self.origin, self.rule = text, origin, rule


class Citer:
    """Cites clauses of a ledger in one language."""

    def __init__(self, documents: Iterable[Document], clauses: Iterable[Clause], language: Language) -> None:
        self.language = language
        self.documents = {document.id: document for document in documents}
        self.clauses = {clause.id: clause for clause in clauses}
        self.of_document: dict[str, list[Clause]] = defaultdict(list)
        for clause in self.clauses.values():
            self.of_document[clause.document].append(clause)
        self.short_words = _short_words(tuple(self.documents.values()), language)
        self.places = {id_: place for group in self.of_document.values() for id_, place in _places(group)}

    def cite(self, document: str, clause: str | None, span: Span | None = None) -> Citation:
        """The place of a span: document, clause, and the sentence when the clause holds several."""
        short = self.short_words.get(document, label("document.other", self.language))
        found = self.clauses.get(clause or "") or self.clause_at(document, span)
        if found is None:
            return Citation(words("cite.whole", self.language, short=short), "computed", "cite:document")
        text, origin = self._clause(short, found)
        sentence = self.sentence_number(found, span)
        if sentence:
            text, origin = words("cite.sentence", self.language, above=text, n=sentence), "computed"
        return Citation(text, origin, "cite:label" if origin == "quoted" else "cite:paragraph-sentence")

    def place(self, document: str, clause: str | None, span: Span | None = None) -> str:
        """The citation without the document: "para 5, sentence 3"."""
        short = self.short_words.get(document, "")
        text = self.cite(document, clause, span).text
        return text.removeprefix(f"《{short}》").removeprefix(short).lstrip(", ")

    def clause_at(self, document: str, span: Span | None) -> Clause | None:
        """The clause a span begins in."""
        if span is None:
            return None
        return next((c for c in self.of_document[document] if c.span[0] <= span[0] < c.span[1]), None)

    def sentence_number(self, clause: Clause, span: Span | None) -> int | None:
        """Which sentence of the clause a span begins in; None when the clause is a single sentence."""
        spans = sentence_spans(clause.text, self.spoken(clause.document))
        if span is None or (len(spans) < 2 and self._path(clause)):
            return None
        at = span[0] - clause.span[0]
        return next((n for n, (_, end) in enumerate(spans, start=1) if at < end), None)

    def spoken(self, document: str) -> Language:
        """The language a document is written in, whatever language the book is in."""
        found = self.documents.get(document)
        return found.language if found else self.language

    def _clause(self, short: str, clause: Clause) -> tuple[str, Origin]:
        """The clause by its own label, or by its count below the nearest label."""
        path = self._path(clause)
        if not path:
            return words("cite.paragraph", self.language, short=short, n=self.places[clause.id]), "computed"
        key = "cite.numbered" if path[0].isdigit() or path[0] in "(（" else "cite.labelled"
        above = words(key, self.language, short=short, label=path)
        if clause.label or not self._shares_label(clause):
            return above, "quoted"
        return words("cite.below", self.language, above=above, n=self.places[clause.id]), "computed"

    def _shares_label(self, clause: Clause) -> bool:
        """Whether other paragraphs without a label stand below the same label."""
        group = self.of_document[clause.document]
        above = _labelled_above(clause, self.clauses)
        return sum(1 for c in group if not c.label and _labelled_above(c, self.clauses) == above) > 1

    def _path(self, clause: Clause) -> str:
        """The labels from the outermost clause in, as printed: 二（三）; a full label stands alone."""
        path = ""
        here: Clause | None = clause
        while here is not None:
            own = _plain(here.label or "")
            if own and not path.startswith(own):
                path = own + path
            if path and path[0] not in "(（":
                break
            here = self.clauses.get(here.parent or "")
        return path


def _plain(printed: str) -> str:
    """A label without the points that only part it from the words: 二、 is 二, "3." is 3."""
    return printed.strip().rstrip("、.． ").removeprefix("§").strip()


def _places(clauses: list[Clause]) -> Iterable[tuple[str, int]]:
    """The count of each unlabelled paragraph below the nearest label above it; headings and head matter are
    left out."""
    by_id = {clause.id: clause for clause in clauses}
    counts: Counter[str | None] = Counter()
    body = not any(_begins_body(clause) for clause in clauses)  # a bare table has no sentence at all
    for clause in clauses:
        body = body or _begins_body(clause)
        above = _labelled_above(clause, by_id)
        if not clause.label and clause.kind not in HEADINGS and body:
            counts[above] += 1
        yield clause.id, max(counts[above], 1)


def _begins_body(clause: Clause) -> bool:
    """Whether a clause ends the head matter: it has a label of its own or ends like a sentence."""
    return bool(clause.label) or clause.text.rstrip()[-1:] in BODY_ENDS


def _labelled_above(clause: Clause, by_id: dict[str, Clause]) -> str | None:
    """The nearest clause above that carries a label."""
    above = by_id.get(clause.parent or "")
    while above is not None and not above.label:
        above = by_id.get(above.parent or "")
    return above.id if above else None


def _short_words(documents: tuple[Document, ...], language: Language) -> dict[str, str]:
    """The word each document is cited by: "Plan", 方案; numbered where several share it."""
    plain = {document.id: kind_word(document, language) for document in documents}
    shared = Counter(plain.values())
    given: Counter[str] = Counter()
    for id_, word in plain.items():
        if shared[word] > 1:
            given[word] += 1
            plain[id_] = f"{word}{given[word]}" if language == "zh" else f"{word} {given[word]}"
    return plain


def kind_word(document: Document, language: Language) -> str:
    """What kind of text it is, in a word: by a Chinese title's end, by its class, by an English title."""
    if language == "zh" and document.language == "zh":
        title = document.title.rstrip("》 ）)")
        for word in CHINESE_KINDS:
            if title.endswith(word):
                return word
    if language == "en" and document.kind in (None, "other"):
        titled = document.title.title().split()
        for word in ENGLISH_KINDS:
            if word in titled:
                return word
    key = f"document.{document.kind or 'other'}"
    return label(key if key in CATALOGUE else "document.other", language)


def short_title(document: Document, language: Language, held_on: str | None = None) -> str:
    """The title that heads and feet have room for: the kind with its date, or a short title as it is."""
    room = 24 if language == "zh" else 60
    if document.kind != "bulletin" and len(document.title) <= room:
        return document.title
    date = document.date or held_on
    if date is None:
        return (
            document.title if len(document.title) <= 2 * room else document.title[: 2 * room].rstrip() + "…"
        )
    day = long_date(date, language)
    if document.kind == "bulletin":
        return words("document.bulletin_of_meeting", language, date=day)
    return words("document.of_date", language, kind=kind_word(document, language), date=day)
