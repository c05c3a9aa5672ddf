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
from milepost.reading.english.actors import find_names, head_of
from milepost.reading.english.bindings import Bindings, embeds
from milepost.reading.english.chunks import Range, find_subject, masked
from milepost.reading.english.deadlines import Clock, Timed, find_deadlines
from milepost.reading.english.frames import TRAIL, Duties, Found, Frame
from milepost.reading.english.imperatives import (
    binds,
    ends_open,
    first_is_verb,
    has_verb,
    item_verb,
    starts_recurring,
    verb_of,
)
from milepost.reading.english.leadins import bears_duties, list_is_gerund, mode_of, opens_gerund
from milepost.reading.english.modals import Mark, find_marks
from milepost.reading.english.nonduties import is_actor, is_product, opening_reason, topic_reason
from milepost.reading.english.pieces import Piece, pieces_of
from milepost.reading.english.recurrence import find_recurring
from milepost.reading.english.relations import find_support
from milepost.reading.english.sentences import sentences_of
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import pattern
from milepost.reading.records import DocumentFacts, NamedUnit, Reason, SetAsideFound

THAT_DIRECTED = pattern(
    r"\b(?:[Ii]t is (?:hereby |further |also )*(?:directed|ordered|resolved|required)"
    r"|(?:hereby|HEREBY) (?:order|ORDER|direct|DIRECT)(?: and direct| AND DIRECT)?)(?: as follows)?"
    r"(?: that\s|:\s(?:[A-Z]{3,12}[:.,]\s)?(?:That\s)?)"
)
THAT_UNIT = pattern(r"(?:[A-Z]{3,12}[:.,] )?That\s+(?:the|each|all|every)\s")
"""An order that says what is ordered after "That": "SECOND: That the Clerk publish a map"."""
UNIT_TO = pattern(r"(?P<who>(?:The )?[A-Z][\w&’'-]*(?: [\w&’'-]+){0,6}?) to (?P<v>[a-z]+)\b")
IMPERATIVE_TOPIC = pattern(
    r"\b(?:required actions?|actions?|recommendations?|next steps|action items|tasks"
    r"|requirements|milestones|commitments|what (?:agencies|offices|units|you) must do"
    r"|instructions|directives?|to "
    r"do|deliverables)\b"
)
TOPIC_UNIT = pattern(
    r"(?:#+ )?(?P<u>[A-Z][\w&’' -]{1,60}?) (?:[Aa]ctions|[Rr]esponsibilities|[Tt]asks|[Dd]uties)\s*$"
)
EFFORTS = frozenset(
    ("efforts", "actions", "work", "steps", "activities", "measures", "initiative", "initiatives", "effort")
)
BILL_HEADING = pattern(r"(?:[A-Z][A-Z ,;’'&()-]{2,80}|[A-Z][\w ,;’'&()-]{2,60})\.\s?(?:—|--|–)\s?")
PAGE_NUMBER = pattern(r"(\d{1,3}\s+)(?:[A-Z][a-z]+ [a-z]|(?:The|Each|All|Every|No|Such|Any|In|Within|This) )")
ACTIONS = pattern(
    r"\bthe following (?:\w+ )?(?:actions|steps|measures|tasks) (?:shall|must|will|are to"
    r"|should) be (?:taken|carried out|undertaken)"
    r"|\bthe following (?:\w+ )?(?:shall|must|will|is to|are to) (?:apply|occur|be done|take place|happen)",
    ignore_case=True,
)
PARTS = pattern(r"\b(?:shall|should|will|must) (?:also )?(?:include|comprise)\b", ignore_case=True)


class Reader(Bindings):
    """Walks over one text; measures and sentences set aside gather in reading order."""

    def __init__(self, text: str, facts: DocumentFacts, clock: Clock, taken: list[Span]) -> None:
        super().__init__(text, facts, clock)
        self.taken = sorted(taken)
        self.taken_starts = [start for start, _ in self.taken]
        self.frames: dict[int, Frame] = {}

    def read(self) -> Duties:
        """Every piece of the text in order."""
        for index, piece in enumerate(pieces_of(self.text)):
            self.frames[index] = self.read_piece(piece) if piece.start < piece.end else self.frame_of(piece)
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
        above = self.frame_of(piece)
        self.piece_first = len(self.measures)
        reason = topic_reason(piece.topics)
        spans = sentences_of(self.text, piece.body, piece.end)
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

    def note_topic(self, piece: Piece) -> None:
        """A heading may name the unit that the imperatives below it bind: "Registry Actions"."""
        found = TOPIC_UNIT.match(self.text, piece.start, piece.end)
        self.last_agent = ()
        if found and found["u"].lower() not in (
            "required",
            "key",
            "next",
            "proposed",
            "recommended",
            "priority",
            "immediate",
            "specific",
        ):
            self.last_agent = (NamedUnit(name=found["u"], span=found.span("u")),)

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
        if opens and (ordered := THAT_DIRECTED.search(sentence)):
            return self.read_ordered(start, ordered.end(), end, sentence, above)
        if reason:
            self.put_aside(start, end, reason)
            return Frame(mode="content" if reason != "recital" else "none")
        ordered_that = self.kind in ("order", "resolution") and THAT_UNIT.match(sentence)
        if not binds(sentence) and not ordered_that:
            return self.read_plain(start, end, sentence, piece, above, hands_down)
        purpose = hands_down and sentence.startswith(("To ", "In order to ", "For the purpose"))
        kept = len(self.set_aside)
        found = self.find_directed(start, sentence) or self.find_modal(start, sentence)
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
        if hands_down and frame.mode in ("means", "content") and found:
            frame = replace(frame, parent=self.measures[-1].id)
        return frame if hands_down else Frame()

    def read_ordered(self, start: int, at: int, end: int, sentence: str, above: Frame) -> Frame:
        """What follows "NOW, THEREFORE, it is hereby ordered that" after recitals in the same stretch."""
        self.put_aside(start, start + at, "recital")
        rest = sentence[at:]
        for duty in self.find_modal(start + at, rest):
            self.add(start + at, rest, duty, above)
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

    def read_plain(
        self, start: int, end: int, sentence: str, piece: Piece, above: Frame, hands_down: bool
    ) -> Frame:
        """A sentence without a binding word: an imperative under a heading of actions, or the frame of a
        list."""
        topics = piece.topics
        if self.kind in ("plan", "memo", "other", "audit") and (named := self.find_unit_to(start, sentence)):
            self.add(start, sentence, named, above)
            return Frame(mode="content")
        imperative = (first_is_verb(sentence) or starts_recurring(sentence)) and sentence.count(" ") > 1
        if (
            imperative
            and (IMPERATIVE_TOPIC.search(topics) or piece.style == "action")
            and self.kind in ("memo", "audit", "plan", "other")
        ):
            mark = Mark(rule="imperative", start=0, end=0, strength="mandatory")
            verb = verb_of(sentence)
            end_of = len(sentence.rstrip(TRAIL))
            around = (Range("consult", 0, verb),) if verb else ()
            duty = Found(
                mark=mark,
                start=start,
                verb=verb,
                end=end_of,
                lead=self.last_agent,
                around=around,
                roles="inherited",
                extra=("lead:heading",),
            )
            self.add(start, sentence, duty, above)
            return Frame(mode="content")
        if hands_down and sentence.rstrip().endswith((":", "-", "—")):
            return self.lent(start, sentence, tuple(find_deadlines(self.text, start, end, self.clock)), above)
        return (
            Frame(mode="frame", deadlines=above.deadlines, support=above.support)
            if above.mode == "frame"
            else Frame()
        )

    def find_unit_to(self, start: int, sentence: str) -> Found | None:
        """A unit and its task without a modal: "Treasury to publish the standard"."""
        found = UNIT_TO.match(sentence)
        asks = sentence.startswith(("How ", "What ", "When ", "Where ", "Who ", "Why ", "Which "))
        if found is None or asks or found["v"] not in VERBS or not is_actor(found["who"], people=True):
            return None
        mark = Mark(rule="unit:to", start=found.end("who"), end=found.start("v"), strength="commitment")
        lead = find_names(self.text, [(start, start + found.end("who"))]).units
        return Found(
            mark=mark,
            start=start,
            verb=found.start("v"),
            end=len(sentence.rstrip(TRAIL)),
            lead=lead,
            around=(),
        )

    def frame_after(self, start: int, end: int, sentence: str, found: list[Found], above: Frame) -> Frame:
        """What a sentence with a list below hands down."""
        if not found:
            return self.frame_without_duty(start, end, sentence, above)
        duty = found[-1]
        mode, addressee = mode_of(self.text, start, sentence, duty.verb, duty.mark.rule)
        support, is_open = find_support(self.text, start, sentence, duty.around, len(sentence), len(sentence))
        if mode in ("items", "means"):
            support, is_open = find_support(
                self.text, start, sentence, duty.around, min(duty.verb, len(sentence)), len(sentence)
            )
        return Frame(
            mode=mode,
            rule=duty.mark.rule,
            strength=duty.mark.strength,
            polarity=duty.mark.polarity,
            lead=duty.lead,
            via=self.via(start, duty),
            addressee=addressee,
            support=tuple(support) or above.support,
            deadlines=tuple(find_deadlines(self.text, start, end, self.clock))
            or above.deadlines
            or self.of_first(duty),
            recurring=find_recurring(self.text, start, end),
            open_list=is_open,
        )

    def frame_without_duty(self, start: int, end: int, sentence: str, above: Frame) -> Frame:
        """A lead-in that binds nobody: actions to be taken, parts of an effort, the content of a product."""
        deadlines = tuple(find_deadlines(self.text, start, end, self.clock))
        if ACTIONS.search(sentence):
            return Frame(mode="frame", deadlines=deadlines or above.deadlines, support=above.support)
        before = self.measures[-1] if len(self.measures) > self.piece_first else None
        if lead := bears_duties(self.text, start, sentence):
            del self.set_aside[
                len(self.set_aside) - (bool(self.set_aside) and self.set_aside[-1].span[0] == start) :
            ]
            gerund = list_is_gerund(self.text, end)
            return Frame(
                mode="means" if gerund and before else "items",
                rule="modal:shall",
                lead=lead,
                deadlines=deadlines,
                parent=before.id if before else None,
            )
        if (
            before is not None
            and (parts := PARTS.search(sentence))
            and head_of(sentence[: parts.start()]) in EFFORTS
        ):
            return Frame(
                mode="means",
                rule="modal:shall",
                strength=before.strength,
                lead=tuple(before.lead),
                via=tuple(before.via),
                deadlines=(Timed("inherited", before.deadline),) if before.deadline else (),
                parent=before.id,
            )
        if self.set_aside and self.set_aside[-1].span[0] == start:
            return Frame(mode="content")
        return self.lent(start, sentence, deadlines, above)

    def of_first(self, duty: Found) -> tuple[Timed, ...]:
        """What a product must hold is due with the duty that makes it: the first of the same piece."""
        first = self.measures[self.piece_first : self.piece_first + 1]
        due = first[0].deadline if "spelled-out" in duty.extra and first else None
        return (Timed("deadline:of-whole", due),) if due else ()

    def lent(self, start: int, sentence: str, deadlines: tuple[Timed, ...], above: Frame) -> Frame:
        """What a lead-in without a duty lends to the sentences below it: its date and its units."""
        whole = (Range("consult", 0, len(sentence)),)
        support, is_open = find_support(self.text, start, sentence, whole, len(sentence), len(sentence))
        return Frame(
            mode="frame",
            deadlines=deadlines or above.deadlines,
            support=tuple(support) or above.support,
            open_list=is_open,
        )

    def read_item(self, start: int, end: int, above: Frame, hands_down: bool) -> Frame:
        """An item under a lead-in that binds: it takes what it does not say itself from the lead-in."""
        if above.mode == "content":
            return Frame(mode="content")
        sentence = masked(self.text, start, end)
        if above.mode == "means" and not opens_gerund(self.text, start, end):
            return Frame(mode="content")
        verb = item_verb(sentence)
        stop = len(sentence.rstrip(TRAIL))
        for tail in (" and", " or"):
            stop = len(sentence[:stop].removesuffix(tail).rstrip(TRAIL))
        mark = Mark(rule=above.rule, start=0, end=0, strength=above.strength, polarity=above.polarity)
        around = (Range("consult", 0, verb),) if verb else ()
        rule = "list:item" if above.mode == "items" else "list:means"
        duty = Found(
            mark=mark,
            start=start,
            verb=verb,
            end=stop,
            lead=above.lead,
            around=around,
            roles="inherited",
            extra=(rule,),
        )
        frame = Frame()
        if hands_down:
            mode, _addressee = mode_of(self.text, start, sentence, verb, above.rule)
            own = tuple(find_deadlines(self.text, start, end, self.clock))
            if above.mode == "means":
                mode = "content"
            elif not has_verb(sentence):
                mode = "content" if is_product(sentence.split(None, 1)[-1]) else "items"
            elif mode == "items" and not ends_open(sentence):
                mode = "content"
            frame = replace(above, mode=mode, deadlines=own or above.deadlines)
            if not has_verb(sentence) or mode == "items":
                return frame
        self.add(start, sentence, duty, above, level="main" if above.mode == "items" else "sub")
        return replace(frame, parent=self.measures[-1].id) if hands_down else Frame()


def read_duties(text: str, facts: DocumentFacts, clock: Clock, taken: list[Span]) -> Duties:
    """The duties of a text outside the stretches already taken."""
    return Reader(text, facts, clock, taken).read()
