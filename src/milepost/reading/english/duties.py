"""The duties of a text in running prose and lists: orders, statutes, memos, resolutions, audit
recommendations, plans.

In: the text, its facts and the stretches that other rules have already read. Out: the measures and the
sentences set aside. Order of the parts: the walk over the pieces, one sentence, what a lead-in hands down,
one list item. Who is bound stands in `directions` and `bindings`, how a measure is made in `composing`;
minutes, fields, tables and bulletins have their own rooms.
"""

from bisect import bisect_right
from typing import Literal

from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.reading.english.chunks import find_subject, masked
from milepost.reading.english.deadlines import Clock
from milepost.reading.english.decisions import opens_wishes
from milepost.reading.english.embedding import embeds
from milepost.reading.english.fields import lead_of_field
from milepost.reading.english.frames import TRAIL, Duties, Found, Frame
from milepost.reading.english.imperatives import (
    binds,
    first_is_verb,
)
from milepost.reading.english.leadins import opens_gerund
from milepost.reading.english.modals import find_marks
from milepost.reading.english.nonduties import is_actor, opening_reason, topic_reason
from milepost.reading.english.pieces import Piece, pieces_of
from milepost.reading.english.plain_duties import let_be
from milepost.reading.english.sentences import sentences_of
from milepost.reading.english.unit_lines import units_of
from milepost.reading.english.unmarked import IMPERATIVE_TOPIC, Unmarked
from milepost.reading.patterns import pattern
from milepost.reading.records import DocumentFacts, NamedUnit, Reason, SetAsideFound

THAT_DIRECTED = pattern(
    r"\b(?:[Ii]t is (?:hereby |further |also )*(?:directed|ordered|resolved|required)"
    r"|(?:hereby|HEREBY) (?:order|ORDER|direct|DIRECT)(?: and direct| AND DIRECT)?)(?: as follows)?"
    r"(?: that\s|:\s(?:[A-Z]{3,12}[:.,]\s)?(?:That\s)?)"
)
THAT_UNIT = pattern(r"(?:[A-Z]{3,12}[:.,] )?That\s+(?:the|each|all|every)\s")
"""An order that says what is ordered after "That": "SECOND: That the Clerk publish a map"."""
TOPIC_UNIT = pattern(
    r"(?:#+ )?(?P<u>[A-Z][\w&’' -]{1,60}?) (?:[Aa]ctions|[Rr]esponsibilities|[Tt]asks|[Dd]uties)\s*$"
)
BILL_HEADING = pattern(r"(?:[A-Z][A-Z ,;’'&()-]{2,80}|[A-Z][\w ,;’'&()-]{2,60})\.\s?(?:—|--|–)\s?")
PAGE_NUMBER = pattern(r"(\d{1,3}\s+)(?:[A-Z][a-z]+ [a-z]|(?:The|Each|All|Every|No|Such|Any|In|Within|This) )")


REFUSED = pattern(
    r"[\s*_]*(?:(?:[Rr]ecommendation|[Mm]anagement|We|The [A-Z][\w ]{2,40}) )?(?:is |was |has been |has )?"
    r"(?:not (?:accepted|agreed|supported|adopted)|(?:do|does|did) not (?:accept|agree|concur|support)"
    r"|rejects?|rejected|declined?|declines|disagrees?|disagreed|refused)\b",
    ignore_case=True,
)
"""An answer that refuses: "Not accepted. The cellar is damp."."""
LONGEST_NAME = 70
GOES_ON = pattern(r"(?:and |but )?(?:it |they )?(?P<m>shall|must|will|should)\b")
"""A paragraph after a list that goes on with its agent."""


class Reader(Unmarked):
    """Walks over one text; measures and sentences set aside gather in reading order."""

    def __init__(self, text: str, facts: DocumentFacts, clock: Clock, taken: list[Span]) -> None:
        super().__init__(text, facts, clock)
        self.taken = sorted(taken)
        self.taken_starts = [start for start, _ in self.taken]
        self.frames: dict[int, Frame] = {}
        self.topic_reasons: dict[str, Reason | None] = {}
        self.listed: set[int] = set()
        self.list_lead: tuple[NamedUnit, ...] = ()
        self.field_lead: tuple[NamedUnit, ...] = ()
        self.asked = 0

    def read(self) -> Duties:
        """Every piece of the text in order."""
        for index, piece in enumerate(pieces_of(self.text)):
            self.frames[index] = self.read_piece(piece) if piece.start < piece.end else self.frame_of(piece)
            if piece.label and piece.parent >= 0:
                self.listed.add(piece.parent)
                self.list_lead = self.frames[piece.parent].lead
        return Duties(self.measures, self.set_aside)

    def frame_of(self, piece: Piece) -> Frame:
        """What the piece above hands down."""
        return self.frames.get(piece.parent, Frame())

    def is_taken(self, start: int) -> bool:
        """Whether other rules have read the place."""
        at = bisect_right(self.taken_starts, start) - 1
        return at >= 0 and start < self.taken[at][1]

    def read_piece(self, piece: Piece) -> Frame:
        """The sentences of a piece; what its last one hands down."""
        if piece.is_heading or self.is_taken(piece.start):
            self.note_topic(piece)
            return Frame()
        if piece.end - piece.start == len(piece.heading) and not piece.heading.endswith(":"):
            self.note_unit(piece)
        if piece.style in ("action", "section"):
            self.field_lead = ()
        if led := lead_of_field(self.text, piece.start, piece.end):
            self.last_agent = self.field_lead = led
            return Frame()
        above = self.frame_of(piece)
        if piece.label is None and piece.parent in self.listed and above.mode != "frame":
            above = Frame(lead=above.lead, mode="after")
        if piece.label is None and self.list_lead and GOES_ON.match(self.text, piece.start, piece.end):
            above = Frame(lead=self.list_lead, mode="after")
        self.piece_first = len(self.measures)
        reason = self.topic_reason(piece.topics) or above.aside
        if not reason and self.read_unit_line(piece):
            return Frame()
        body = self.note_response(piece.body, piece.end)
        if body > piece.body and REFUSED.match(self.text, body, piece.end):
            self.refuse()
        elif body == piece.body and (piece.style == "action" or piece.parent < 0):
            self.asked = self.piece_first
        spans = sentences_of(self.text, body, piece.end)
        frame = Frame()
        if spans and (inner := BILL_HEADING.match(self.text, *spans[0])):
            spans[0] = (inner.end(), spans[0][1])
        for number, (start, end) in enumerate(spans):
            hands_down = piece.has_children and number == len(spans) - 1
            if reason:
                self.put_aside(start, end, reason)
                frame = Frame(mode="content")
            elif (
                number == 0
                and above.mode in ("items", "means", "content")
                and not self.has_own_subject(start, end, above)
            ):
                frame = self.read_item(start, end, above, hands_down)
            else:
                frame = self.read_sentence(start, end, piece, above, hands_down)
        return frame if piece.has_children else Frame()

    def refuse(self) -> None:
        """Set aside what the recommendation above asks for: its answer is no."""
        refused = [measure for measure in self.measures[self.asked :] if measure.level == "main"]
        self.set_aside += [SetAsideFound(span=measure.span, reason="refused") for measure in refused]
        del self.measures[self.asked :]
        self.piece_first = len(self.measures)

    def topic_reason(self, topics: str) -> Reason | None:
        """Why the sentences below these headings are set aside; most pieces stand below the same ones."""
        if topics not in self.topic_reasons:
            self.topic_reasons[topics] = topic_reason(topics)
        return self.topic_reasons[topics]

    def note_topic(self, piece: Piece) -> None:
        """A heading may name the unit that the imperatives below it bind: "Registry Actions"."""
        found = TOPIC_UNIT.match(self.text, piece.start, piece.end)
        self.last_agent = self.field_lead if IMPERATIVE_TOPIC.search(piece.topics) else ()
        self.speaker = ()
        if found and is_actor(found["u"]):
            self.last_agent = (NamedUnit(name=found["u"], span=found.span("u")),)
        else:
            self.note_unit(piece)

    def note_unit(self, piece: Piece) -> None:
        """A heading may be a unit's name alone, whose tasks stand below it: "3.1 Fire Chief"."""
        start = (
            self.text.find(" ", piece.start) + 1 if self.text.startswith("#", piece.start) else piece.start
        )
        start += 4 if self.text.startswith("The ", start) else 0
        self.headed = units_of(self.text, (start, piece.end)) if piece.end - start <= LONGEST_NAME else ()
        self.last_agent = self.headed or self.last_agent

    def put_aside(self, start: int, end: int, reason: Reason) -> None:
        """Keep a sentence that looks like a duty and is none."""
        if binds(self.text[start:end]) or reason == "constitutive":
            self.set_aside.append(SetAsideFound(span=(start, end), reason=reason))

    def has_own_subject(self, start: int, end: int, above: Frame) -> bool:
        """Whether an item is a sentence of its own ("The Board shall …") under a lead-in that hands down a
        list."""
        if above.mode == "means" and opens_gerund(self.text, start, end):
            return False
        sentence = masked(self.text, start, min(end, start + 700))
        marks = [mark for mark in find_marks(sentence) if not mark.is_permission]
        if not marks:
            return False
        subject = find_subject(sentence, 0, marks[0].start)
        words = sentence[subject.parts[0][0] : subject.parts[0][1]] if subject else ""
        starts_low = sentence.startswith(("the ", "each ", "every ", "all ")) and above.mode != "content"
        return (
            subject is not None
            and not embeds(sentence[: marks[0].start])
            and (is_actor(words) or (above.mode == "items" and not above.addressee))
            and (sentence[:1].isupper() or (starts_low and is_actor(words)))
            and not first_is_verb(sentence)
        )

    def read_sentence(self, start: int, end: int, piece: Piece, above: Frame, hands_down: bool) -> Frame:
        """The duties of a sentence, and what it hands down when a list follows."""
        if page := PAGE_NUMBER.match(self.text, start, end):
            start = page.end(1)
        sentence = masked(self.text, start, end)
        reason = opening_reason(sentence)
        opens = reason == "recital" or (self.kind == "order" and "THEREFORE" in sentence)
        if above.mode == "after" and above.lead and (on := GOES_ON.match(sentence)):
            return self.read_on(start, on.start("m"), sentence, above)
        if opens and (ordered := THAT_DIRECTED.search(sentence)):
            return self.read_ordered(start, ordered.end(), end, sentence, above)
        if reason:
            self.put_aside(start, end, reason)
            if sentence.rstrip().lower() in ("whereas:", "whereas"):
                return Frame(mode="content", aside=reason)
            return Frame(mode="content" if reason != "recital" else "none")
        if self.kind == "audit":
            self.note_answer(start, sentence)
        told = above.mode == "wishes" or (self.recording and "d " in sentence[:40])
        told = told or (self.kind in ("order", "resolution") and THAT_UNIT.match(sentence) is not None)
        if hands_down and opens_wishes(sentence):
            return Frame(mode="wishes", deadlines=above.deadlines)
        if not binds(sentence) and not told:
            return self.read_plain(start, end, sentence, piece, above, hands_down)
        purpose = hands_down and sentence.startswith(("To ", "In order to ", "For the purpose"))
        kept = len(self.set_aside)
        found = self.find_duties(start, sentence, above)
        if purpose and not found:
            del self.set_aside[kept:]
        frame = self.frame_after(start, end, sentence, found, above) if hands_down else Frame()
        for number, duty in enumerate(found):
            last = number == len(found) - 1
            if last and hands_down and frame.mode == "items":
                continue
            level: Literal["main", "sub"] = "sub" if self.is_part(sentence, duty) else "main"
            self.add(start, sentence, duty, above, level=level)
            self.add_nested(start, sentence, duty)
        self.last_agent = next((duty.lead for duty in reversed(found) if duty.lead), self.last_agent)
        if not found and len(self.set_aside) == kept and self.speaks_plainly(sentence):
            return self.read_plain(start, end, sentence, piece, above, hands_down)
        if not found and len(self.set_aside) == kept and not hands_down:
            self.put_unread_aside(start, end, sentence)
        if hands_down and frame.mode in ("means", "content") and found:
            frame = replace(frame, parent=self.measures[-1].id)
        return frame if hands_down else Frame()

    def speaks_plainly(self, sentence: str) -> bool:
        """Whether a word that may bind stands inside a sentence that binds without it: "Declare an emergency
        where required"."""
        if find_marks(sentence):
            return False
        return first_is_verb(sentence) or let_be(sentence) is not None or self.tenor.instructs

    def put_unread_aside(self, start: int, end: int, sentence: str) -> None:
        """Keep a sentence whose binding word binds nobody, so that nothing is lost without a reason."""
        marks = find_marks(sentence)
        if not marks:
            return
        kind = marks[0].rule.removeprefix("modal:")
        reasons: dict[str, Reason] = {"will": "reported", "should": "principle", "may": "permission"}
        self.set_aside.append(SetAsideFound(span=(start, end), reason=reasons.get(kind, "scope")))

    def find_duties(self, start: int, sentence: str, above: Frame) -> list[Found]:
        """The duties of a sentence by the first way that finds any: decision, direction, modal, wish."""
        recorded = self.kind == "resolution" or (self.recording and sentence[:1].islower())
        found = (
            self.find_decided(start, sentence, recorded)
            or self.find_directed(start, sentence)
            or self.find_modal(start, sentence)
        )
        if not found and above.mode == "wishes":
            found = self.wished(start, sentence, 0, above.strength)
        return found

    def read_ordered(self, start: int, at: int, end: int, sentence: str, above: Frame) -> Frame:
        """What follows "NOW, THEREFORE, it is hereby ordered that" after recitals in the same stretch."""
        self.put_aside(start, start + at, "recital")
        rest = sentence[at:]
        for duty in self.find_modal(start + at, rest):
            self.add(start + at, rest, duty, above)
        return Frame()

    def read_on(self, start: int, at: int, sentence: str, above: Frame) -> Frame:
        """What goes on after a list with the agent above it: "…; and shall report to the Council"."""
        marks = [mark for mark in find_marks(sentence) if mark.start >= at and not mark.is_permission]
        if marks:
            verb, around = self.verb_of_mark(sentence, marks[0])
            end = len(sentence.rstrip(TRAIL))
            duty = Found(mark=marks[0], start=start, verb=verb, end=end, lead=above.lead, around=around)
            self.add(start, sentence, duty, Frame())
        return Frame()

    def is_part(self, sentence: str, duty: Found) -> bool:
        """Whether a sentence only spells out the measure before it: "At a minimum, the Secretary shall …"."""
        before = self.measures[-1] if len(self.measures) > self.piece_first else None
        opens = sentence.startswith(("At a minimum,", "At minimum,"))
        return (
            opens
            and before is not None
            and {u.name for u in duty.lead} <= {u.name for u in before.lead} | {"Secretary", "Director"}
        )


def read_duties(text: str, facts: DocumentFacts, clock: Clock, taken: list[Span]) -> Duties:
    """The duties of a text outside the stretches already taken."""
    return Reader(text, facts, clock, taken).read()
