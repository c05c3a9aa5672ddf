"""Minutes and action lists: who agreed, was asked or is named to do what.

In: the text of minutes, its facts, and the stretches that fields and tables have read. Out: the measures
and what is set aside. Each row of `ROWS` reads one sentence; the first that fires wins. Past acts, reports
and notices of events make no measure; a mover is not the doer.
"""

from bisect import bisect_right
from collections import Counter

from milepost.ledger.origins import Span
from milepost.reading.english.chunks import masked
from milepost.reading.english.deadlines import Clock
from milepost.reading.english.frames import Duties
from milepost.reading.english.imperatives import binds
from milepost.reading.english.minute_items import TAIL_INITIALS, Item, ending
from milepost.reading.english.minute_leads import is_person, lead_of, units_of
from milepost.reading.english.minute_likely import rows_for
from milepost.reading.english.minute_measures import Clause, changed, measure_of
from milepost.reading.english.minute_owned import (
    JOIN,
    Cast,
    Entry,
    entries_of,
    name_does,
    name_list,
    read_entry,
    segments_of,
)
from milepost.reading.english.minute_parts import NAME
from milepost.reading.english.minute_readers import read_rule
from milepost.reading.english.people import initials_of, names_of
from milepost.reading.english.pieces import Piece, pieces_of
from milepost.reading.english.sentences import sentences_of
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import pattern
from milepost.reading.records import (
    DocumentFacts,
    FoundMeasure,
    Reason,
    SetAsideFound,
)
from milepost.reading.source import lines_of

LIST_TOPIC = pattern(
    r"\b(?:review of duties|duties|action items?|actions?|assignments?|to.?do|tasks|next steps|follow.?up)\b",
    ignore_case=True,
)
CAPITALISED = pattern(r"[A-Z][\w’'-]*")
LOG = pattern(
    r"\bactions? (?:log|list|points?|items?|tracker|register|notes?|sheet|arising)\b|\bactions$",
    ignore_case=True,
)
"""A title or heading under which every line may be an entry."""
INLINE_LIST = pattern(r"[*_]*(?P<topic>[A-Z][^:.;(\n]{3,40}):[*_]*\s+")
"""A topic printed before a list: "Duties for next month: …"."""
OWNER_LINE = pattern(
    r"[(\[*_]*(?:(?:ACTION|Action|Owner|Lead|Responsible|By"
    r"|BY)s?(?: by)?\s*[:–-])\s*(?P<who>[A-Z]{2,3}(?:\s?[/&,]\s?[A-Z]{2,3})*|" + NAME + r")[*_.)\]]*$"
)
SPEAKER = pattern(
    r"^(?:[A-Z][^.;:–]{1,40}(?:: | – | - ))?(?P<who>(?:(?:Mr|Mrs|Ms|Dr|Cllr|Prof"
    r"|Supt)\. )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}"
    r"|The [a-z]+(?: [a-z]+)?) (?:\w+ly |also |then )?[a-z]+"
)
"""Who a sentence begins with, whom "he" or "she" in the next one means."""
CLAUSE_CUT = pattern(
    r";\s(?:and |then )?(?:[Tt]he |[A-Z]|he |she |they |staff )[^;.\n]{0,60}?\s(?:will|shall|must|would"
    r"|should|to) "
)
"""A semicolon before somebody who promises or is told."""
COLUMN_HEADS = ("action", "action by", "owner", "by whom", "who")
"""Heads of a right column, under which no list of duties stands."""
PRONOUN = pattern(r"\b[HhSs]?[Hh]e\b")
INITIALS_ONLY = pattern(r"[(\[]?(?P<who>[A-Z]{2,3}(?:\s?[/&,]\s?[A-Z]{2,3})*)[)\]]?\.?$")
SKIP: tuple[tuple[str, Reason], ...] = (
    (r"\b(?:[Aa]ction complete|[Nn]o further action)", "reported"),
    (
        r"^[^.]{0,60}\b(?:reported|reports|noted|thanked|had|advised|explained|updated|stated"
        r"|informed|commented)\b",
        "reported",
    ),
    (r"^[^.]{0,40}\bmay\b", "permission"),
)
SKIPS = tuple((pattern(text), reason) for text, reason in SKIP)


class Reader:
    """Reads the minutes of one meeting."""

    def __init__(self, text: str, facts: DocumentFacts, clock: Clock) -> None:
        self.text = text
        self.clock = clock
        full, parts = names_of(text)
        self.cast = Cast(initials_of(text), frozenset(parts), full, Counter(CAPITALISED.findall(text)))
        self.before: Span = (0, 0)
        self.speaker: Span | None = None
        self.pronouns = False
        self.measures: list[FoundMeasure] = []
        self.set_aside: list[SetAsideFound] = []

    def read_piece(self, piece: Piece) -> None:
        """The sentences of a piece; an owner that stands apart leads the measures before it."""
        start, end = piece.start, piece.end
        self.speaker = None
        self.pronouns = PRONOUN.search(self.text, start, end) is not None
        topic = INLINE_LIST.match(self.text, start, end)
        heads = topic["topic"] if topic else piece.heading
        listed = bool(LIST_TOPIC.search(heads)) and heads.strip(" :*_").lower() not in COLUMN_HEADS
        if entry := read_entry(self.text, start, end, self.cast, piece.style == "action"):
            self.add_entry(entry, (start, end))
            return
        for segment, owner in segments_of(self.text, topic.end() if topic and listed else start, end):
            first = len(self.measures)
            for sentence in sentences_of(self.text, *segment):
                self.read_sentence_of(sentence, first, listed)
                self.before = sentence
            if owner:
                self.own_before(owner, first)

    def read_sentence_of(self, span: Span, first: int, listed: bool) -> None:
        """A sentence of a piece: an owner alone, a list of names, or what the rows read."""
        if who := self.owner_of(span):
            self.own_before(who, first)
        elif items := name_list(self.text, *span, self.cast) if listed else []:
            for item in items:
                self.add(item)
        else:
            self.read_sentence(*span)

    def owner_of(self, span: Span) -> Span | None:
        """The owner whom a line or a sentence names and says no more."""
        line = OWNER_LINE.match(self.text, *span)
        only = None if line else INITIALS_ONLY.match(self.text, *span)
        if only and not all(part in self.cast.initials for part in JOIN.split(only["who"])):
            return None
        found = line or only
        return found.span("who") if found else None

    def own_before(self, who: Span, first: int) -> None:
        """Give the measures of the piece, else the last one, the owner printed after them."""
        start, end = self.before
        verb = self.text[start:end].split(" ", 1)[0].lower()
        if verb in VERBS and not any(m.span[0] == start for m in self.measures[-3:]):
            self.add(Item("minutes:owned", start, start, start + ending(self.text[start:end]), who))
        owned = range(min(first, len(self.measures) - 1), len(self.measures))
        for at in owned if self.measures else ():
            if not self.measures[at].lead:
                because = [rule for rule in self.measures[at].because if rule != "lead:none"]
                named = [*because, "minutes:owner"]
                self.measures[at] = changed(self.measures[at], units_of(self.text, who, self.cast), named)

    def add_entry(self, entry: Entry, span: Span) -> None:
        """The measure of an entry of a log, or the entry set aside because it is closed."""
        if entry.item:
            self.add(entry.item)
        else:
            self.set_aside.append(SetAsideFound(span=span, reason="reported"))

    def read_sentence(self, start: int, end: int) -> None:
        """The measures of a sentence, each promise behind a semicolon by itself."""
        for match in CLAUSE_CUT.finditer(self.text, start, end):
            cut = match.start() + 1
            self.read_clause(start, cut)
            start = cut + 1
        self.read_clause(start, end)

    def read_clause(self, start: int, end: int) -> None:
        """The measures of a clause by the first row that fires."""
        sentence = masked(self.text, start, end)
        speaks = SPEAKER.match(sentence) if self.pronouns else None
        if speaks and is_person(speaks["who"], self.cast):
            self.speaker = (start + speaks.start("who"), start + speaks.end("who"))
        for rule in rows_for(sentence):
            items = read_rule(rule, sentence, start)
            if items:
                for item in items:
                    self.add(item, sentence, start)
                return
        for item in name_does(sentence, start, self.cast):
            self.add(item, sentence, start)
            return
        if owned := TAIL_INITIALS.search(sentence):
            verb = sentence.split(" ", 1)[0].lower()
            if verb in VERBS:
                who = (start + owned.start("who"), start + owned.end("who"))
                self.add(Item("minutes:owned", start, start, start + owned.start(), who))
                return
        reason = next((reason for form, reason in SKIPS if form.search(sentence)), None)
        if binds(sentence) or reason == "reported":
            self.set_aside.append(SetAsideFound(span=(start, end), reason=reason or "reported"))

    def add(self, item: Item, sentence: str = "", base: int = 0) -> None:
        """Make a measure of an item."""
        lead = lead_of(self.text, item, self.cast, self.speaker)
        number = len(self.measures) + 1
        self.measures.append(measure_of(self.text, item, Clause(sentence, base), lead, self.clock, number))


def read_minutes(text: str, facts: DocumentFacts, clock: Clock, taken: list[Span]) -> Duties:
    """The measures of minutes outside the stretches already taken."""
    reader = Reader(text, facts, clock)
    logged = bool(LOG.search(facts.title or ""))
    title = facts.title or ""
    lines = [line for line in lines_of(text) if not is_of_title(text[slice(*line)].strip("#* "), title)]
    covered = sorted(taken)
    entries = entries_of(text, lines, reader.cast, logged)
    free = [(line, entry) for line, entry in entries if not overlaps(line, covered)]
    for line, entry in free:
        reader.add_entry(entry, line)
    covered = sorted([*covered, *(line for line, _ in free)])
    at = 0
    for piece in pieces_of(text):
        while at < len(covered) and covered[at][1] <= piece.start:
            at += 1
        if piece.is_heading or (at < len(covered) and covered[at][0] <= piece.start):
            continue
        reader.read_piece(piece)
    return Duties(reader.measures, reader.set_aside)


def is_of_title(line: str, title: str) -> bool:
    """Whether a line is the title, or one of the two that it was put together from."""
    return line == title or (", " in title and (title.startswith(f"{line}, ") or title.endswith(f", {line}")))


def overlaps(span: Span, covered: list[Span]) -> bool:
    """Whether a span shares a place with one of the sorted stretches, none of which lies inside another."""
    at = bisect_right(covered, span)
    return any(start < span[1] and span[0] < end for start, end in covered[max(0, at - 1) : at + 1])
