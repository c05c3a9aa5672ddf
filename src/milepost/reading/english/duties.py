"""The duties of a text in running prose and lists: orders, statutes, memos, resolutions, audit recommendations, plans.

In: the text, its facts and the stretches that other rules have already read. Out: the measures and the sentences set
aside. Order of the parts: what a lead-in hands down (`Frame`), one sentence (`read_sentence`), one list item
(`read_item`), the walk over the pieces. Minutes, fields, tables and bulletins have their own rooms.
"""

from bisect import bisect_right
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.ledger.records import Named, Strength
from milepost.reading.english.actors import Names, find_names, head_of
from milepost.reading.english.chunks import Range, Subject, find_subject, find_verb, masked, opens_name
from milepost.reading.english.confidence import confidence_of
from milepost.reading.english.deadlines import Clock, Timed, find_deadlines, find_recurring
from milepost.reading.english.leadins import Mode, bears_duties, list_is_gerund, mode_of, opens_gerund
from milepost.reading.english.modals import DIRECTING, SOFT_DIRECTING, Mark, find_marks, to_verb_after
from milepost.reading.english.nonduties import (
    is_actor,
    PASSIVE,
    is_product,
    judge,
    opening_reason,
    passive_agent,
    product_terms,
    topic_reason,
)
from milepost.reading.english.pieces import Piece, pieces_of
from milepost.reading.english.relations import find_support
from milepost.reading.english.sentences import sentences_of
from milepost.reading.english.titles import action_of, object_of, output_of
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import pattern
from milepost.reading.records import (
    DocumentFacts,
    FoundMeasure,
    FoundRecurring,
    NamedUnit,
    Reason,
    SetAsideFound,
    Supporting,
)

DUTY_WORDS = pattern(
    r"\b(?:shall|must|will|should|ought|may|encouraged|urged|invited|advised|discouraged|directed|required|instructed"
    r"|ordered|expected|requested|tasked|asked|charged|responsible|agree[sd]?|undertake[s]?|undertook|committed|commits|pledges|promised|direct|instruct|"
    r"request|order|is to|are to|prohibited|mandate[sd]?)\b"
)
HEREBY = pattern(r"\b(?:I|We|we)\s+(?:do )?(?:also |further )?(?:hereby )?(?P<v>direct|order|instruct|request|ask|call on|call upon|urge|recommend|charge)(?: that)?\s")
THAT_DIRECTED = pattern(r"\b[Ii]t is (?:hereby |further |also )*(?:directed|ordered|resolved|required) that\s")
OPERATIVE = pattern(
    r"^(?:(?:Also|Further|Again|Strongly|Decides to|Urgently|hereby|and)\s+)*(?P<v>(?:Direct|Instruct|Request|Urge|Invite|Call|Ask|Task|Recommend|Encourage|"
    r"DIRECT|INSTRUCT|REQUEST|URGE|INVITE|CALL|ASK|TASK|RECOMMEND|ENCOURAGE|request|urge|invite|encourage|call|recommend|instruct|direct)(?:s|S|es|ES)?(?: (?:up)?on| UPON| ON)?)\s+"
)
RECOMMEND = pattern(r"\b(?:[Ww]e|[Tt]he (?:auditors?|panel|committee|office)|[Ii]t is) (?:also |further |therefore )?recommend(?:s|ed)? that\s+")
EMBEDS = pattern(
    r"\b(?:(?:that|which|who|whom)\s*|(?:whose|whether|how|where|what|if|than|when|as)(?:\s+[\w’'/-]+){0,5}\s*"
    r"|(?:that|which|whom)\s+(?:(?:the|an?|each|any|all|every|such|its|their|no)\s+[\w’'/-]+|they|it|he|she|we|you|[A-Z][\w’'/-]*|[a-z]+s)"
    r"(?:\s+[\w’'/-]+){0,4}\s*)$"
)
RELATIVE_VERB = pattern(r"\b(?:that|which|whom)\s+(?:[a-z]+s\s+(?:the|an?|[a-z]+ing|[a-z]+s|[a-z]+|more|less|over|to|in)\b|(?:fund|own|operate|use|hold|have|provide|receive|make|run|need|hire|buy|sell|lead|serve|oversee|regulate|manage|employ|collect|process|issue|rely|work)\b)|\b(?:that|which|whom)\s+(?:the\s+)?[A-Z][\w’'/ -]*\s(?:[a-z]+s|may deem appropriate)\s*$")
PAGE_NUMBER = pattern(r"(\d{1,3}\s+)[A-Z][a-z]+ [a-z]")
NOBODY = ("it", "there", "this", "that", "these", "those", "we")
CLAUSE_OPENERS = ("if", "when", "where", "whenever", "unless", "because", "once", "while", "although", "provided", "until", "since", "that", "which", "wherever")
BOUNDARY = pattern(r"(?:;\s*(?:and\s+|provided that\s+|however,?\s+)?|,?\s+(?:and|but|while|whereas)\s+|,\s+)")
NESTED = pattern(r"\b(?:that|which|who) (?P<m>shall|must|will),? (?P<d>within [^,]{4,60}(?:creation|establishment|first meeting|appointment|launch|formation)[^,]{0,30}),")
SECOND_DATE = pattern(r"(?:,|;)? and,? (?:subsequently,? |later,? )?(?P<d>within|no later than|not later than|by) [^,]{4,80}, (?P<v>[a-z]+) ")
PARTITIVE = pattern(r"(?:shall|must|will) each\b|(?:shall|must|will),[^,]{3,60}, each\b")
IMPERATIVE_TOPIC = pattern(r"\b(?:required actions?|actions?|recommendations?|next steps|action items|tasks|requirements|what (?:agencies|offices|units|you) must do|instructions|directives?|to do|deliverables)\b")
TOPIC_UNIT = pattern(r"(?:#+ )?(?P<u>[A-Z][\w&’' -]{1,60}?) (?:[Aa]ctions|[Rr]esponsibilities|[Tt]asks|[Dd]uties)\s*$")
EFFORTS = frozenset(("efforts", "actions", "work", "steps", "activities", "measures", "initiative", "initiatives", "effort"))
POLICIES = frozenset(("policies", "procedures", "policy", "programs", "programmes", "plans", "process", "processes"))
DECIDES = pattern(r"^(?:no later|at a minimum|in particular)", ignore_case=True)
TRAIL = " \n\t.;:,"


class Frame(Struct, frozen=True):
    """What a lead-in hands down to its items."""

    mode: Mode = "none"
    rule: str = ""
    strength: Strength = "mandatory"
    polarity: Literal["do", "refrain"] = "do"
    lead: tuple[NamedUnit, ...] = ()
    via: tuple[NamedUnit, ...] = ()
    addressee: tuple[NamedUnit, ...] = ()
    support: tuple[Supporting, ...] = ()
    deadlines: tuple[Timed, ...] = ()
    recurring: FoundRecurring | None = None
    open_list: bool = False
    parent: str | None = None


class Found(Struct, frozen=True):
    """A duty found in a sentence, before it becomes a measure: where it stands and who is bound."""

    mark: Mark
    start: int
    verb: int
    end: int
    lead: tuple[NamedUnit, ...]
    around: tuple[Range, ...]
    roles: Literal["marked", "in_text", "inherited", "none"] = "marked"
    extra: tuple[str, ...] = ()
    is_open: bool = False


class Duties(Struct, frozen=True):
    """What the room hands back."""

    measures: list[FoundMeasure]
    set_aside: list[SetAsideFound]


class Reader:
    """Reads one text; measures and sentences set aside gather in reading order."""

    def __init__(self, text: str, facts: DocumentFacts, clock: Clock, taken: list[Span]) -> None:
        self.text = text
        self.kind = facts.kind
        self.clock = clock
        self.taken = sorted(taken)
        self.taken_starts = [start for start, _ in self.taken]
        self.measures: list[FoundMeasure] = []
        self.set_aside: list[SetAsideFound] = []
        self.frames: dict[int, Frame] = {}
        self.last_agent: tuple[NamedUnit, ...] = ()
        self.agent_topic = ""
        self.piece_first = 0
        self.products = product_terms(text)

    # --- the walk ---

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
        for number, (start, end) in enumerate(spans):
            hands_down = piece.has_children and number == len(spans) - 1
            if reason:
                self.put_aside(start, end, reason)
                frame = Frame(mode="content")
            elif number == 0 and above.mode in ("items", "means", "content") and not self.has_own_subject(start, end, above):
                frame = self.read_item(start, end, above, hands_down)
            else:
                frame = self.read_sentence(start, end, piece, above, hands_down)
        return frame if piece.has_children else Frame()

    def note_topic(self, piece: Piece) -> None:
        """A heading may name the unit that the imperatives below it bind: "Registry Actions"."""
        found = TOPIC_UNIT.match(self.text, piece.start, piece.end)
        self.agent_topic, self.last_agent = piece.heading, ()
        if found and found["u"].lower() not in ("required", "key", "next", "proposed", "recommended", "priority", "immediate", "specific"):
            self.last_agent = (NamedUnit(name=found["u"], span=found.span("u")),)

    def put_aside(self, start: int, end: int, reason: Reason) -> None:
        """Keep a sentence that looks like a duty and is none."""
        if DUTY_WORDS.search(self.text, start, end) or reason == "constitutive":
            self.set_aside.append(SetAsideFound(span=(start, end), reason=reason))

    def has_own_subject(self, start: int, end: int, above: Frame) -> bool:
        """Whether an item is a sentence of its own ("The Board shall …") under a lead-in that hands down a list."""
        if above.mode == "means" and opens_gerund(self.text, start, end):
            return False
        sentence = masked(self.text, start, min(end, start + 700))
        marks = [mark for mark in find_marks(sentence) if not mark.is_permission]
        if not marks:
            return False
        subject = find_subject(sentence, 0, marks[0].start)
        return (
            subject is not None
            and not embeds(sentence[: marks[0].start])
            and (is_actor(sentence[subject.parts[0][0] : subject.parts[0][1]]) or above.mode == "items" and not above.addressee)
            and sentence[:1].isupper()
            and not first_is_verb(sentence)
        )

    # --- one sentence ---

    def read_sentence(self, start: int, end: int, piece: Piece, above: Frame, hands_down: bool) -> Frame:
        """The duties of a sentence, and what it hands down when a list follows."""
        if page := PAGE_NUMBER.match(self.text, start, end):
            start = page.end(1)
        sentence = masked(self.text, start, end)
        reason = opening_reason(sentence)
        if reason == "recital" and (ordered := THAT_DIRECTED.search(sentence)):
            return self.read_ordered(start, ordered.end(), end, sentence, above)
        if reason:
            self.put_aside(start, end, reason)
            return Frame(mode="content" if reason != "recital" else "none")
        if not DUTY_WORDS.search(sentence):
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
        return opens and before is not None and {u.name for u in duty.lead} <= {u.name for u in before.lead} | {"Secretary", "Director"}

    def read_plain(self, start: int, end: int, sentence: str, piece: Piece, above: Frame, hands_down: bool) -> Frame:
        """A sentence without a binding word: an imperative under a heading of actions, or the frame of a list."""
        topics = piece.topics
        imperative = first_is_verb(sentence) or starts_recurring(sentence)
        if imperative and (IMPERATIVE_TOPIC.search(topics) or piece.style == "action") and self.kind in ("memo", "audit", "plan", "other"):
            mark = Mark(rule="imperative", start=0, end=0, strength="mandatory")
            verb = verb_of(sentence)
            end_of = len(sentence.rstrip(TRAIL))
            duty = Found(mark=mark, start=start, verb=verb, end=end_of, lead=self.last_agent, around=(), roles="inherited", extra=("lead:heading",))
            self.add(start, sentence, duty, above)
            return Frame(mode="content")
        if hands_down and sentence.rstrip().endswith((":", "-", "—")):
            return self.lent(start, sentence, tuple(find_deadlines(self.text, start, end, self.clock)), above)
        return Frame(mode="frame", deadlines=above.deadlines, support=above.support) if above.mode == "frame" else Frame()

    # --- who is bound ---

    def find_directed(self, start: int, sentence: str) -> list[Found]:
        """Duties by direction: "I hereby direct the Clerk to …", "Requests the Secretariat to …"."""
        for name, form in (("hereby:direct", HEREBY), ("operative:directs", OPERATIVE), ("audit:recommend", RECOMMEND)):
            if name == "operative:directs" and not (self.kind in ("resolution", "minutes", "regulation", "other", "bulletin") or sentence[:40].isupper()):
                continue
            opened = form.search(sentence)
            if opened is None:
                continue
            if name == "audit:recommend":
                return self.find_recommended(start, sentence, opened.end())
            verb = opened["v"].lower()
            strength: Strength = "advisory" if verb.startswith(SOFT_DIRECTING) else "mandatory"
            mark = Mark(rule=name, start=opened.start("v"), end=opened.end(), strength=strength)
            return self.directed_to(start, sentence, mark, opened.end())
        return []

    def directed_to(self, start: int, sentence: str, mark: Mark, at: int) -> list[Found]:
        """The duty after a direction: names up to "to", then the verb; a colon after "to" opens a list."""
        if found := to_verb_after(sentence, at, len(sentence)):
            to, verb = found
        else:
            tail = sentence.rstrip(" :")
            if not tail.endswith(" to") and not sentence.rstrip().endswith(":"):
                return []
            to, verb = len(tail) - (3 if tail.endswith(" to") else 0), len(sentence)
        subject = find_subject(sentence, at, to)
        if subject is None:
            return []
        names = self.names(start, subject)
        return [
            Found(mark=mark, start=start, verb=verb, end=len(sentence.rstrip(TRAIL)), lead=names.units, around=subject.around, is_open=names.open_list)
        ]

    def find_recommended(self, start: int, sentence: str, at: int) -> list[Found]:
        """"We recommend that the Director publish …": a subjunctive or a modal after "that"."""
        marks = [mark for mark in find_marks(sentence) if mark.start >= at and mark.strength in ("advisory", "mandatory")]
        mark = Mark(rule="audit:recommend", start=at, end=at, strength="advisory")
        if marks and (subject := find_subject(sentence, at, marks[0].start)):
            verb, around = find_verb(sentence, marks[0].end, len(sentence))
            names = self.names(start, subject)
            return [Found(mark=mark, start=start, verb=verb, end=len(sentence.rstrip(TRAIL)), lead=names.units, around=(*subject.around, *around))]
        found = subjunctive(sentence, at)
        if found is None:
            return []
        names = find_names(self.text, [(start + at, start + found)])
        return [Found(mark=mark, start=start, verb=found, end=len(sentence.rstrip(TRAIL)), lead=names.units, around=())]

    def find_modal(self, start: int, sentence: str) -> list[Found]:
        """Duties by modal; each has its own subject, or shares the one before it ("and shall …")."""
        found: list[Found] = []
        floor = 0
        for mark in find_marks(sentence):
            if mark.start < floor:
                found += self.encouraged_too(start, sentence, mark, found[-1])
                continue
            shared = self.shares_subject(sentence, mark, found, floor)
            subject = None if shared else self.subject_of(sentence, mark, found, floor)
            if subject is None and not shared:
                continue
            duty = self.judge_mark(start, sentence, mark, subject, found)
            if duty is None:
                if not found:
                    return []
                continue
            if found:
                found[-1] = replace(found[-1], end=min(found[-1].end, self.before(sentence, duty.start - start)))
            found.append(duty)
            floor = duty.verb
        return found

    def encouraged_too(self, start: int, sentence: str, mark: Mark, first: Found) -> list[Found]:
        """"The Secretary shall, and the Office is encouraged to, issue notices": a second party, with its own strength."""
        words = sentence[first.mark.end : mark.start]
        if not mark.needs_to or not sentence.startswith(" to,", mark.end) or not words.startswith(", and "):
            return []
        subject = find_subject(sentence, first.mark.end + 6, mark.start)
        if subject is None:
            return []
        return [replace(first, mark=mark, start=start + subject.start, lead=self.names(start, subject).units, around=())]

    def before(self, sentence: str, at: int) -> int:
        """The end of what stands before a second duty."""
        words = sentence[:at].rstrip(" ,;")
        for tail in (" and", " but"):
            words = words.removesuffix(tail).rstrip(" ,;")
        return len(words)

    def shares_subject(self, sentence: str, mark: Mark, found: list[Found], floor: int) -> bool:
        """Whether a later modal goes on with the same subject: "… and shall report on it"."""
        if not found:
            return False
        before = sentence[floor : mark.start].rstrip(" ,")
        return before.endswith((" and", ";", " but", ",and"))

    def subject_of(self, sentence: str, mark: Mark, found: list[Found], floor: int) -> Subject | None:
        """The subject of a modal; None when the modal stands in a clause of another one."""
        if not found:
            chunk = sentence[: mark.start]
            opener = chunk[max(chunk.rfind(","), chunk.rfind(";")) + 1 :].split()
            if embeds(chunk) or (opener and opener[0].lower() in CLAUSE_OPENERS):
                return None
            return find_subject(sentence, 0, mark.start)
        cuts = [m for m in BOUNDARY.finditer(sentence, floor, mark.start)]
        for cut in reversed(cuts[-3:]):
            words = sentence[cut.end() : mark.start].strip(" ,")
            if not words or embeds(sentence[floor : cut.start()]) or embeds(" " + words):
                continue
            strong = ";" in cut.group() or "and" in cut.group() or "but" in cut.group() or words[:4] in ("the ", "each")
            if strong and opens_name(sentence, cut.end(), mark.start) and is_actor(words) and len(words) < 160:
                return find_subject(sentence, cut.end(), mark.start)
        return None

    def judge_mark(
        self, start: int, sentence: str, mark: Mark, subject: Subject | None, found: list[Found]
    ) -> Found | None:
        """The duty of one modal, or None with the sentence set aside where a rule says why."""
        end = len(sentence.rstrip(TRAIL))
        verb, around = self.verb_of_mark(sentence, mark)
        phrase = sentence[verb:end]
        words = sentence[subject.parts[0][0] : subject.parts[-1][1]] if subject else ""
        if mark.is_permission:
            if not found:
                self.set_aside.append(SetAsideFound(span=(start, start + len(sentence)), reason="permission"))
            return None
        if words.lower() in NOBODY:
            return None
        reason = judge(words or "the office", phrase, self.products)
        soft = mark.rule in ("modal:will", "modal:should", "modal:to")
        if reason is None and soft and subject and not is_actor(words):
            reason = "principle" if mark.rule == "modal:should" else "reported"
        if reason == "content" and (subject := self.passive_duty(start, sentence, mark, subject, phrase, found)):
            reason = None
        if reason and self.spells_out(words, phrase):
            return self.spelled_out(start, sentence, mark, verb)
        if reason:
            if not found:
                self.set_aside.append(SetAsideFound(span=(start, start + len(sentence)), reason=reason))
            return None
        first = not found
        at = start + (0 if first else subject.start if subject else mark.start)
        names = self.names(start, subject) if subject else Names(found[-1].lead)
        lead, extra = names.units, () if first else ("second",)
        if verb < end and PASSIVE.match(phrase) and mark.rule != "modal:responsible" and not phrase.startswith("be responsible"):
            lead, extra = self.passive_lead(start, sentence, verb, end, lead, words), (*extra, "passive")
        shared = tuple(area for area in found[-1].around if area.kind == "via") if found and not subject else ()
        return Found(
            mark=mark, start=at, verb=verb, end=end, lead=lead, around=(*(subject.around if subject else shared), *around),
            roles="marked" if lead else "none", extra=extra if lead else (*extra, "lead:none"), is_open=names.open_list,
        )  # fmt: skip

    def verb_of_mark(self, sentence: str, mark: Mark) -> tuple[int, tuple[Range, ...]]:
        """Where the verb phrase of a mark begins; after "is encouraged" it follows a "to"."""
        if not mark.needs_to:
            return find_verb(sentence, mark.end, len(sentence.rstrip(TRAIL)))
        if sentence.startswith(" to,", mark.end):
            return find_verb(sentence, mark.end + 4, len(sentence.rstrip(TRAIL)))
        if found := to_verb_after(sentence, mark.end, len(sentence)):
            between = sentence[mark.end : found[0]].strip(" ,")
            return found[1], (Range("adverbial", mark.end, found[0]),) if between else ()
        return len(sentence.rstrip(TRAIL)), ()

    def passive_duty(
        self, start: int, sentence: str, mark: Mark, subject: Subject | None, phrase: str, found: list[Found]
    ) -> Subject | None:
        """"A register shall be set up": a duty of nobody named. "The list shall be filed by 3 May" only dates the duty
        that made the list."""
        if subject is None or found or not PASSIVE.match(phrase):
            return None
        words = sentence[subject.parts[0][0] : subject.parts[-1][1]]
        if words.startswith(("A ", "An ")) or (words.split()[0] in ("a", "an")):
            return subject
        timed = find_deadlines(self.text, start, start + len(sentence), self.clock)
        head = head_of(words).rstrip("s")
        for at in range(len(self.measures) - 1, max(-1, len(self.measures) - 6), -1):
            measure = self.measures[at]
            if timed and measure.deadline is None and head and head in self.text[slice(*measure.span)].lower():
                because = [*measure.because, "deadline:later-sentence"]
                self.measures[at] = replace(measure, deadline=timed[0].deadline, because=because)
                return None
        return None

    def spells_out(self, subject: str, phrase: str) -> bool:
        """Whether a memo says through a product what its agencies have to do: "policies must: a. Assign …"."""
        return self.kind == "memo" and head_of(subject) in POLICIES and not phrase.strip(TRAIL) and bool(self.last_agent)

    def spelled_out(self, start: int, sentence: str, mark: Mark, verb: int) -> Found:
        """The lead-in of such a list, with the agent of the sentence before."""
        return Found(mark=mark, start=start, verb=verb, end=len(sentence.rstrip(TRAIL)), lead=self.last_agent, around=(), extra=("lead:heading", "spelled-out"))

    def passive_lead(
        self, start: int, sentence: str, verb: int, end: int, subject: tuple[NamedUnit, ...], words: str
    ) -> tuple[NamedUnit, ...]:
        """The agent of a passive; an active-looking body that is the subject stays none: nobody is guessed."""
        phrase = sentence[verb:end]
        if phrase.startswith(("be required to", "be encouraged to", "be expected to", "be directed to")):
            return subject
        if agent := passive_agent(phrase):
            return find_names(self.text, [(start + verb + agent[0], start + verb + agent[1])]).units
        return ()

    def names(self, start: int, subject: Subject) -> Names:
        """The units of a subject."""
        return find_names(self.text, [(a + start, b + start) for a, b in subject.parts])

    # --- lists ---

    def frame_after(self, start: int, end: int, sentence: str, found: list[Found], above: Frame) -> Frame:
        """What a sentence with a list below hands down."""
        if not found:
            return self.frame_without_duty(start, end, sentence, above)
        duty = found[-1]
        mode, addressee = mode_of(self.text, start, sentence, duty.verb, duty.mark.rule)
        support, is_open = find_support(self.text, start, sentence, duty.around, len(sentence), len(sentence))
        if mode in ("items", "means"):
            support, is_open = find_support(self.text, start, sentence, duty.around, min(duty.verb, len(sentence)), len(sentence))
        return Frame(
            mode=mode,
            rule=duty.mark.rule,
            strength=duty.mark.strength,
            polarity=duty.mark.polarity,
            lead=duty.lead,
            via=self.via(start, duty),
            addressee=addressee,
            support=tuple(support) or above.support,
            deadlines=tuple(find_deadlines(self.text, start, end, self.clock)) or above.deadlines or self.of_first(duty),
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
            del self.set_aside[len(self.set_aside) - (bool(self.set_aside) and self.set_aside[-1].span[0] == start) :]
            gerund = list_is_gerund(self.text, end)
            return Frame(
                mode="means" if gerund and before else "items", rule="modal:shall", lead=lead, deadlines=deadlines,
                parent=before.id if before else None,
            )  # fmt: skip
        if before is not None and (parts := PARTS.search(sentence)) and head_of(sentence[: parts.start()]) in EFFORTS:
            return Frame(
                mode="means", rule="modal:shall", strength=before.strength, lead=tuple(before.lead), via=tuple(before.via),
                deadlines=(Timed("inherited", before.deadline),) if before.deadline else (), parent=before.id,
            )  # fmt: skip
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
            mode="frame", deadlines=deadlines or above.deadlines, support=tuple(support) or above.support, open_list=is_open
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
        duty = Found(mark=mark, start=start, verb=verb, end=stop, lead=above.lead, around=around, roles="inherited", extra=(rule,))
        frame = Frame()
        if hands_down:
            mode, addressee = mode_of(self.text, start, sentence, verb, above.rule)
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

    # --- a measure ---

    def via(self, start: int, duty: Found) -> tuple[NamedUnit, ...]:
        """Through whom the lead acts."""
        areas = [area for area in duty.around if area.kind == "via"]
        found: list[NamedUnit] = []
        for area in areas[:1]:
            words = self.text[start + area.start : start + area.end]
            at = start + area.start + words.find("through ") + 8
            found += find_names(self.text, [(at, start + area.end)]).units
        return tuple(found)

    def add(
        self,
        base: int,
        sentence: str,
        duty: Found,
        above: Frame,
        level: Literal["main", "sub", "nested"] = "main",
    ) -> None:
        """Make a measure of a duty; `sentence` begins at `base` of the text."""
        second = SECOND_DATE.search(sentence, min(duty.verb, len(sentence)), duty.end) if level != "nested" else None
        if second and second["v"] in VERBS:
            later = replace(duty, start=base + second.start("d"), verb=second.start("v"), extra=(*duty.extra, "second"), around=())
            self.add_one(base, sentence, replace(duty, end=second.start()), above, level)
            self.add_one(base, sentence, later, above, level)
            return
        self.add_one(base, sentence, duty, above, level)

    def add_one(self, base: int, sentence: str, duty: Found, above: Frame, level: Literal["main", "sub", "nested"]) -> None:
        """Append the measure of one duty, with its deadlines, units and reasons."""
        verb, end = base + duty.verb, base + duty.end
        inherits = duty.roles == "inherited" and duty.mark.rule != "imperative"
        opening = 0 if duty.start == base else duty.start - base
        timed = find_deadlines(self.text, base + opening, max(end, base + opening), self.clock)
        inner = None if level == "nested" else NESTED.search(sentence, min(duty.verb, duty.end), duty.end) or REQUIRING.search(
            sentence, min(duty.verb, duty.end), duty.end
        )
        if inner:
            timed = [one for one in timed if one.deadline.span[0] < base + inner.start()]
        handed = above.deadlines if inherits or above.mode == "frame" else ()
        own = timed or list(handed) or self.of_whole(duty, level)
        support, is_open = find_support(self.text, base, sentence, duty.around, min(duty.verb, duty.end), duty.end)
        if level == "main" and (inherits or above.mode == "frame"):
            known = {unit.name for unit in support}
            support = [unit for unit in above.support if unit.name not in known] + support
        recurring = find_recurring(self.text, base + opening, end) or (above.recurring if inherits and not timed else None)
        because = [duty.mark.rule, *duty.extra, *(one.rule for one in own[:1])]
        lead = [unit for unit in duty.lead]
        taken = {unit.span for unit in lead}
        passive = "passive" in duty.extra
        named = subject_object(self.text, base, duty) if passive else object_of(self.text, verb, end)
        via = list(self.via(base, duty)) or list(above.via if inherits else ())
        self.measures.append(
            FoundMeasure(
                id=f"m{len(self.measures) + 1}",
                span=(duty.start, max(end, duty.start + 1)),
                action=("" if passive else action_of(self.text, verb, end)) or action_of(self.text, duty.start, end),
                object=named,
                level=level,
                parent=above.parent if level == "sub" else (self.measures[-1].id if level == "nested" and self.measures else None),
                strength=duty.mark.strength,
                polarity=duty.mark.polarity,
                lead=lead,
                support=[unit for unit in support if unit.span not in taken],
                via=via,
                addressee=list(self.addressee(base, sentence, duty)) or list(above.addressee if inherits else ()),
                roles="none" if not lead else "inherited" if inherits else "marked",
                open_list=is_open or duty.is_open,
                deadline=own[0].deadline if own else None,
                other_deadlines=[one.deadline for one in own[1:]],
                recurring=recurring,
                output=output_of(named),
                confidence=confidence_of(because),
                because=list(dict.fromkeys(because)),
            )
        )

    def of_whole(self, duty: Found, level: str) -> list[Timed]:
        """A part has the deadline of the measure it spells out."""
        if level != "sub" or len(self.measures) <= self.piece_first or duty.roles == "inherited":
            return []
        deadline = self.measures[-1].deadline
        return [Timed("deadline:of-whole", deadline)] if deadline else []

    def addressee(self, base: int, sentence: str, duty: Found) -> tuple[NamedUnit, ...]:
        """Whom the lead has to direct, require or encourage: "shall direct the Council to assess needs"."""
        found = ADDRESSING.match(sentence, min(duty.verb, duty.end), duty.end)
        if found is None:
            return ()
        if found["that"]:
            stop = VERB_S.search(sentence, found.end(), duty.end)
            until = stop.start() if stop else found.end()
        else:
            to = to_verb_after(sentence, found.end(), duty.end)
            until = to[0] if to else found.end()
        subject = find_subject(sentence, found.end(), until) if until > found.end() else None
        return self.names(base, subject).units if subject else ()

    def add_required(self, base: int, sentence: str, duty: Found) -> None:
        """The duty of another party inside a product: "issue rules requiring each office to switch by 30 September"."""
        found = REQUIRING.search(sentence, min(duty.verb, duty.end), duty.end)
        if found is None or found["v"] not in VERBS:
            return
        names = find_names(self.text, [(base + found.start("who"), base + found.end("who"))])
        nested = Found(mark=duty.mark, start=base + found.start("who"), verb=found.start("v"), end=duty.end, lead=names.units, around=(), extra=("nested",))
        self.add(base, sentence, nested, Frame(), level="nested")

    def add_nested(self, base: int, sentence: str, duty: Found) -> None:
        """A duty in a relative clause that has its own date: "a panel that shall, within 90 days of its creation, …"."""
        found = NESTED.search(sentence, min(duty.verb, duty.end), duty.end)
        if found is None:
            self.add_required(base, sentence, duty)
            return
        before = sentence[duty.verb : found.start()].rstrip(" ,")
        at = max(before.rfind(f" {word} ") for word in ("a", "an", "the"))
        names = find_names(self.text, [(base + duty.verb + at + 1, base + duty.verb + len(before))]) if at >= 0 else Names()
        units = tuple(NamedUnit(name=u.name.removeprefix("a ").removeprefix("an "), span=u.span) for u in names.units)
        verb = found.end() + 1
        nested = Found(mark=duty.mark, start=base + found.start("m"), verb=verb, end=duty.end, lead=units, around=(), extra=("nested",))
        self.add(base, sentence, nested, Frame(), level="nested")


REQUIRING = pattern(
    r"\brequiring (?P<who>(?:each|all|every|any|the|[a-z]+)\s[^,;]{2,60}?|[a-z]+s|[A-Z][^,;]{2,60}?) to (?P<v>[a-z]+) [^.;]{0,80}?\b(?:by|before|no later than|within) (?:\d|[A-Z]|the end)"
)
ACTIONS = pattern(r"\bthe following (?:\w+ )?(?:actions|steps|measures|tasks) (?:shall|must|will|are to|should) be (?:taken|carried out|undertaken)", ignore_case=True)
PARTS = pattern(r"\b(?:shall|should|will|must) (?:also )?(?:include|comprise)\b", ignore_case=True)
ADDRESSING = pattern(
    r"(?:further )?(?:direct|require|instruct|encourage|order|ask|request|task|ensure|invite|urge)\s+(?P<that>that )?(?:all )?", ignore_case=True
)
VERB_S = pattern(r"\s(?:[a-z]+s|has|have|is|are|submit|file|draft|use|take|report|adopt|keep|prepare|publish)\s")


def subject_object(text: str, base: int, duty: Found) -> Named | None:
    """What a passive duty is about: its grammatical subject."""
    start, end = duty.start, base + duty.mark.start
    words = text[start:end].strip(" ,")
    if len(words) > 90:
        return None
    at = text.index(words, start) if words else start
    return Named(text=" ".join(words.split()), span=(at, at + len(words))) if words else None


def embeds(words: str) -> bool:
    """Whether words before a modal open a clause of another one: "standards that the provider" (must require)."""
    tail = words[-120:]
    return bool(EMBEDS.search(tail)) and not RELATIVE_VERB.search(tail)


def first_is_verb(sentence: str) -> bool:
    """Whether a sentence opens with a base verb."""
    words = sentence.split(None, 2)
    return bool(words) and words[0].strip(",*_").lower() in VERBS and not (len(words) > 1 and words[1].lower() in ("of", "is", "are", "was", "were"))


def starts_recurring(sentence: str) -> bool:
    """Whether a sentence opens with a period and then a base verb: "Annually, by the end of the year, provide …"."""
    chunks = [part.split(None, 1)[0].lower() for part in sentence.split(", ")[:3] if part.split()]
    return len(chunks) > 1 and chunks[0] in ("annually", "quarterly", "monthly", "weekly", "within", "by", "immediately", "every", "each", "no") and bool(
        set(chunks[1:]) & VERBS
    )


def verb_of(sentence: str) -> int:
    """Where the verb of an imperative begins."""
    if first_is_verb(sentence):
        return 0
    return find_verb(sentence, 0, len(sentence))[0]


def item_verb(sentence: str) -> int:
    """Where the verb of a list item begins, after its own deadline and units; a leading "to" is passed over."""
    at = 3 if sentence[:3].lower() == "to " else 0
    word = sentence[at:].split(None, 1)[0].strip(",").lower() if sentence[at:].split() else ""
    if word in VERBS or word.endswith("ing"):
        return at
    verb, _ = find_verb(sentence, at, len(sentence.rstrip(TRAIL)))
    return verb if verb < len(sentence.rstrip(TRAIL)) else at


def has_verb(sentence: str) -> bool:
    """Whether an item says what to do: "publish the list" does, "within the report:" does not."""
    words = sentence.lower().replace(",", " ").replace(":", " ").split()
    return any(word in VERBS or word.endswith("ing") for word in words)


def ends_open(sentence: str) -> bool:
    """Whether an item is itself a lead-in of a list of verbs: "take steps to:"."""
    return sentence.rstrip(" :").endswith((" to", "shall", "must", "following actions", "following steps")) or len(sentence.split()) < 4


def subjunctive(sentence: str, at: int) -> int | None:
    """The verb of "the Director publish …" from `at` on: the first base verb after at least two words."""
    place, count = at, 0
    for word in sentence[at : at + 160].split(" "):
        if count >= 1 and word.strip(",").lower() in VERBS and word[:1].islower():
            return place
        if word:
            count += 1
        place += len(word) + 1
    return None


def read_duties(text: str, facts: DocumentFacts, clock: Clock, taken: list[Span]) -> Duties:
    """The duties of a text outside the stretches already taken."""
    return Reader(text, facts, clock, taken).read()
