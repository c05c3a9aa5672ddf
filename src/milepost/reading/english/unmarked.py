"""Duties without a binding word: imperatives under a heading of actions, "X to do", lines that name a unit.

In: a masked sentence without a modal, its piece and the `Frame` above it. Out: measures, and the `Frame` it
hands down. How such a sentence is recognised stands in `imperatives`, `plain_duties` and `unit_lines`; the
walk over the text in `duties`.
"""

from msgspec.structs import replace

from milepost.reading.english.actors import PRONOUNS, find_names
from milepost.reading.english.chunks import DETERMINERS, Range, masked
from milepost.reading.english.deadlines import find_deadlines
from milepost.reading.english.decisions import opens_record
from milepost.reading.english.fields import due_of
from milepost.reading.english.frames import TRAIL, Found, Frame
from milepost.reading.english.imperatives import first_is_verb, starts_recurring, verb_of
from milepost.reading.english.listing import Listing
from milepost.reading.english.modals import Mark, find_marks
from milepost.reading.english.nonduties import is_actor
from milepost.reading.english.pieces import Piece
from milepost.reading.english.plain_duties import instructed, let_be, please, present_duty
from milepost.reading.english.unit_lines import ACTION_MARK, date_tail, find_unit_line
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import pattern
from milepost.reading.records import NamedUnit

UNIT_TO = pattern(
    r"(?P<who>(?:The )?[A-Z][\w&’'-]*(?: [\w&’'-]+){0,6}?)"
    r"(?:, (?P<with>(?:with|in|together|jointly|alongside|after)\b[^,;]{4,120}),)? to (?P<v>[a-z]+)\b"
)
IMPERATIVE_TOPIC = pattern(
    r"\b(?:required actions?|actions?|recommendations?|next steps|action items|tasks"
    r"|requirements|milestones|commitments|what (?:agencies|offices|units|you) must do"
    r"|instructions|directives?|to "
    r"do|deliverables|responsibilities|duties|what [a-z ]{2,30} (?:will|must|should|need to) do"
    r"|what we expect)\b"
)
ACTING = pattern(r"\b(?:goals?|objectives?|actions?|measures?|commitments?|steps|priorit(?:y|ies)|pillar)\b")
HEAD_LINES = 300
"""Where the head of a paper ends, in characters."""
ABSTRACT = frozenset("failure refusal right power ability attempt permission authority intention".split())
"""Nouns with a "to" of their own: "Failure to comply is an offence"."""
UNIT_LINE_KINDS = ("plan", "other", "memo", "audit")


class Unmarked(Listing):
    """Reads what binds without a word that says so."""

    recording = False
    headed: tuple[NamedUnit, ...] = ()

    def read_unit_line(self, piece: Piece) -> bool:
        """Read a list item or line that names a unit and its task: "Data Team: yearly survey of pupils"."""
        if self.kind not in UNIT_LINE_KINDS or piece.style == "heading":
            return False
        if self.is_dateline(piece):
            return False
        line = find_unit_line(self.text, piece.body, piece.end)
        marked = ACTION_MARK.match(self.text, piece.body, piece.end)
        if line is None or not (piece.label or marked or date_tail(self.text, *line.task)):
            return False
        start, end = piece.body, piece.end
        sentence = masked(self.text, start, end)
        task = masked(self.text, *line.task)
        if find_marks(task) and not first_is_verb(task):
            return False
        mark = Mark(rule=line.rule, start=0, end=0, strength="mandatory")
        stop = line.task[1] - start
        duty = Found(
            mark=mark,
            start=start,
            verb=line.task[0] - start,
            end=len(sentence[:stop].rstrip(TRAIL)),
            lead=line.lead,
            around=(),
            support=line.support,
        )
        self.add(start, sentence, duty, Frame())
        if self.measures[-1].deadline is None and (when := date_tail(self.text, piece.body, piece.end)):
            due = due_of(self.text, *when, self.clock, "fixed")
            self.measures[-1] = replace(self.measures[-1], deadline=due)
        return True

    def is_dateline(self, piece: Piece) -> bool:
        """Whether a line stands at the head of the paper and prints its day: "Board – 16 October 2029"."""
        day = self.facts.date_span
        return day is not None and piece.start <= day[0] < piece.end and day[1] < HEAD_LINES

    def read_plain(
        self, start: int, end: int, sentence: str, piece: Piece, above: Frame, hands_down: bool
    ) -> Frame:
        """A sentence without a binding word: an imperative under a heading of actions, or the frame of a
        list."""
        topics = piece.topics
        self.recording = self.recording or opens_record(sentence)
        if self.kind in ("plan", "memo", "other", "audit", "order") and (
            named := self.find_unit_to(start, sentence) or self.find_unmarked(start, sentence, piece)
        ):
            self.add(start, sentence, named, above)
            return Frame(mode="content")
        imperative = (first_is_verb(sentence) or starts_recurring(sentence)) and sentence.count(" ") > 1
        if (
            imperative
            and (
                IMPERATIVE_TOPIC.search(topics)
                or piece.style == "action"
                or (self.headed and piece.style == "bullet")
            )
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
        words = found["who"].lower().split() if found else []
        if words and (
            PRONOUNS.intersection(words)
            or words[0] in ABSTRACT
            or words[-1] == "not"
            or (len(words) == 1 and words[0] in VERBS)
        ):
            return None
        if (
            self.tenor.news
            or found is None
            or asks
            or found["v"] not in VERBS
            or not is_actor(found["who"], people=True)
        ):
            return None
        if any(word in DETERMINERS for word in found["who"].split()[1:]):
            return None
        mark = Mark(rule="unit:to", start=found.end("who"), end=found.start("v"), strength="commitment")
        lead = find_names(self.text, [(start, start + found.end("who"))]).units
        aside = (Range("consult", *found.span("with")),) if found["with"] else ()
        return Found(
            mark=mark,
            start=start,
            verb=found.start("v"),
            end=len(sentence.rstrip(TRAIL)),
            lead=lead,
            around=aside,
        )

    def find_unmarked(self, start: int, sentence: str, piece: Piece) -> Found | None:
        """A duty that no word marks: a "please", or the present tense of a plan."""
        end = len(sentence.rstrip(TRAIL))
        if (verb := please(sentence)) is not None:
            mark = Mark(rule="imperative:please", start=0, end=verb, strength="mandatory")
            return Found(
                mark=mark,
                start=start,
                verb=verb,
                end=end,
                lead=(),
                around=(),
                extra=("lead:none",),
                roles="none",
            )
        if (verb := let_be(sentence)) is not None:
            mark = Mark(rule="imperative:let", start=0, end=verb, strength="mandatory")
            lead = self.passive_lead(start, sentence, verb, end, (), "")
            return Found(mark=mark, start=start, verb=verb, end=end, lead=lead, around=(), extra=("passive",))
        told = self.tenor.instructs
        plain = present_duty(sentence) if self.kind == "plan" else None
        plain = plain or (instructed(sentence) if told else None)
        if plain is None or plain.standing:
            return None
        dated = find_deadlines(self.text, start, start + len(sentence), self.clock)
        if not (told or plain.jointly or dated or piece.style == "bullet" or ACTING.search(piece.topics)):
            return None
        names = find_names(self.text, [(start + plain.subject_start, start + plain.subject_end)])
        mark = Mark(rule="present", start=plain.subject_end, end=plain.verb, strength="commitment")
        return Found(
            mark=mark,
            start=start,
            verb=plain.verb,
            end=end,
            lead=names.units,
            around=plain.around,
            is_open=names.open_list,
        )
