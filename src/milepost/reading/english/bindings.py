"""Duties by modal: whose "shall" it is, whether it binds at all, and where its verb phrase begins.

In: a masked sentence with its marks. Out: `Found` duties in order; a sentence whose first binding word
makes no duty is set aside with the reason. Each later modal has its own subject or shares the one before
it.
"""

from msgspec.structs import replace

from milepost.reading.english.actors import PRONOUNS, Names, find_names, head_of
from milepost.reading.english.chunks import Range, Subject, find_subject, find_verb, opens_name, skip_adverbs
from milepost.reading.english.deadlines import find_deadlines
from milepost.reading.english.directions import Directions
from milepost.reading.english.frames import TRAIL, Found
from milepost.reading.english.modals import Mark, find_marks, to_verb_after
from milepost.reading.english.nonduties import PASSIVE, is_actor, judge, passive_agent
from milepost.reading.patterns import pattern
from milepost.reading.records import NamedUnit, SetAsideFound

THAT_CLAUSE = pattern(
    r"^(?:[A-Z]{3,12}[:.,] )?That\s+"
    r"|^(?:(?:The [A-Z][\w ]{2,40}?|[Aa]lso|[Ff]urther|[Aa]gain)\s+)*(?:Decides|requests"
    r"|directs|recommends|urges|agrees|Decides|Resolves|Agrees|Determines|Orders"
    r"|Directs|Recommends|Requests|Urges|Instructs|RESOLVED|Resolved|DECIDES|RESOLVES"
    r"|RECOMMENDS|"
    r"decides|resolves|[Bb]e it (?:further )?[Rr]esolved|BE IT (?:FURTHER )?RESOLVED|[Ii]t "
    r"is (?:hereby |further |also )*(?:directed|ordered|resolved|required))(?: (?:also"
    r"|further))?[,:]? that\s+"
)
LABELLED = pattern(r"^[A-Z][\w’' -]{2,40}:\s+")
EMBEDS = pattern(
    r"\b(?:(?:that|which|who|whom)\s*|(?:whose|whether|how|where|what|if|than|when"
    r"|as)(?:\s+[\w’'/-]+){0,5}\s*"
    r"|(?:that|which|whom)\s+(?:(?:the|an?|each|any|all|every|such|its|their|no)\s+[\w’'/-]+"
    r"|they|it|he|she|we|you|[A-Z][\w’'/-]*|[a-z]+s)"
    r"(?:\s+[\w’'/-]+){0,4}\s*)$"
)
RELATIVE_VERB = pattern(
    r"\b(?:that|which|whom)\s+(?:[a-z]+s\s+(?:the|an?|[a-z]+ing|[a-z]+s|[a-z]+|more|less"
    r"|over|to|in)\b|(?:fund|own|operate|use|hold|have|provide|receive|make|run|need|hire"
    r"|buy|sell|lead|serve|oversee|regulate|manage|employ|collect|process|issue|rely"
    r"|work)\b)|\b(?:that|which|whom)\s+(?:the\s+)?[A-Z][\w’'/ -]*\s(?:[a-z]+s|may deem "
    r"appropriate)\s*$"
)
CLAUSE_OPENERS = (
    "if",
    "when",
    "where",
    "whenever",
    "unless",
    "because",
    "once",
    "while",
    "although",
    "provided",
    "until",
    "since",
    "that",
    "which",
    "wherever",
)
BOUNDARY = pattern(
    r"(?:;\s*(?:and\s+|provided that\s+|however,?\s+)?|,?\s+(?:and|but|while|whereas)\s+|,\s+)"
)
COLLECTIVE = pattern(
    r"\s(?P<a>(?:(?:all|each|such|the|covered|affected|city|City|state|State|Federal) )*"
    r"(?:agenc(?:y|ies)|departments?|bureaus?|offices|agency heads|employees|officers|authorities|boards)"
    r"|(?:the )?[A-Z][\w&’'-]*(?:(?: of| and| for)? [A-Z][\w&’'-]*){0,6})\s*$"
)
PREPOSITIONS = frozenset("of to in by with for on at under from".split())
NOBODY = ("it", "there", "this", "that", "these", "those", "we")
POLICIES = frozenset(
    ("policies", "procedures", "policy", "programs", "programmes", "plans", "process", "processes")
)


class Bindings(Directions):
    """Finds the duties of a sentence by its modals."""

    def find_modal(self, start: int, sentence: str) -> list[Found]:
        """Duties by modal; each has its own subject, or shares the one before it ("and shall …")."""
        found: list[Found] = []
        opened = THAT_CLAUSE.match(sentence) or LABELLED.match(sentence)
        first = floor = opened.end() if opened else 0
        marks = find_marks(sentence)
        if (
            opened
            and opened.group().rstrip().lower().endswith("that")
            and not any(mark.start > first and not mark.is_permission for mark in marks)
        ):
            return self.find_subjunctive(start, sentence, first)
        for mark in marks:
            if mark.start < floor:
                if not found:
                    continue
                found += self.encouraged_too(start, sentence, mark, found[-1])
                continue
            shared = self.shares_subject(sentence, mark, found, floor)
            subject = None if shared else self.subject_of(sentence, mark, found, floor if found else first)
            if subject is None and not shared:
                continue
            duty = self.judge_mark(start, sentence, mark, subject, found)
            if duty is None:
                if not found:
                    return []
                continue
            if found:
                found[-1] = replace(
                    found[-1], end=min(found[-1].end, self.before(sentence, duty.start - start))
                )
            found.append(duty)
            floor = duty.verb
        return found

    def encouraged_too(self, start: int, sentence: str, mark: Mark, first: Found) -> list[Found]:
        """ "The Secretary shall, and the Office is encouraged to, issue notices": a second party, with its
        own strength."""
        words = sentence[first.mark.end : mark.start]
        if not mark.needs_to or not sentence.startswith(" to,", mark.end) or not words.startswith(", and "):
            return []
        subject = find_subject(sentence, first.mark.end + 6, mark.start)
        if subject is None:
            return []
        return [
            replace(
                first,
                mark=mark,
                start=start + subject.start,
                lead=self.names(start, subject).units,
                around=(),
            )
        ]

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
            chunk = sentence[floor : mark.start]
            opener = chunk[max(chunk.rfind(","), chunk.rfind(";")) + 1 :].split()
            if embeds(chunk) or (opener and opener[0].lower() in CLAUSE_OPENERS):
                return None
            return find_subject(sentence, floor, mark.start) or collective_before(sentence, floor, mark.start)
        cuts = list(BOUNDARY.finditer(sentence, floor, mark.start))
        for cut in reversed(cuts[-3:]):
            words = sentence[cut.end() : mark.start].strip(" ,")
            if not words or embeds(sentence[floor : cut.start()]) or embeds(" " + words):
                continue
            strong = (
                ";" in cut.group()
                or "and" in cut.group()
                or "but" in cut.group()
                or words[:4] in ("the ", "each")
            )
            if (
                strong
                and opens_name(sentence, cut.end(), mark.start)
                and is_actor(words)
                and len(words) < 160
            ):
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
        if words.lower() in NOBODY or sentence[: mark.start].rstrip().lower().endswith((" it", " there")):
            return None
        if words.lower().startswith("no ") and mark.polarity == "do":
            mark = replace(mark, polarity="refrain")
        reason = judge(words or "the office", phrase, self.products)
        if reason is None and self.is_made(words):
            reason = "content"
        if (
            reason is None
            and mark.rule == "modal:will"
            and PASSIVE.match(phrase)
            and not passive_agent(phrase)
        ):
            reason = "reported"
        soft = mark.rule in ("modal:will", "modal:should", "modal:to")
        if reason is None and soft and subject and not is_actor(words):
            reason = "principle" if mark.rule == "modal:should" else "reported"
        if reason == "content" and (
            subject := self.passive_duty(start, sentence, mark, subject, phrase, found)
        ):
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
        if subject and words.lower() in PRONOUNS and self.last_agent:
            names = Names(found[-1].lead if found else self.last_agent)
        lead, extra = names.units, () if first else ("second",)
        if (
            verb < end
            and PASSIVE.match(phrase)
            and mark.rule != "modal:responsible"
            and not phrase.startswith("be responsible")
        ):
            lead, extra = self.passive_lead(start, sentence, verb, end, lead, words), (*extra, "passive")
        shared = (
            tuple(area for area in found[-1].around if area.kind == "via") if found and not subject else ()
        )
        return Found(
            mark=mark,
            start=at,
            verb=verb,
            end=end,
            lead=lead,
            around=(*(subject.around if subject else shared), *around),
            roles="marked" if lead else "none",
            extra=extra if lead else (*extra, "lead:none"),
            is_open=names.open_list,
        )

    def is_made(self, subject: str) -> bool:
        """Whether a subject is what one of the last measures makes: "The census shall record species"."""
        if not subject.lower().startswith(("the ", "such ", "these ", "this ")) or is_actor(subject):
            return False
        head = head_of(subject)
        return any(
            measure.object is not None and head_of(measure.object.text) == head
            for measure in self.measures[-6:]
        )

    def verb_of_mark(self, sentence: str, mark: Mark) -> tuple[int, tuple[Range, ...]]:
        """Where the verb phrase of a mark begins; after "is encouraged" it follows a "to"."""
        if mark.rule in ("modal:agreed", "modal:responsible"):
            return skip_adverbs(sentence, mark.end, len(sentence.rstrip(TRAIL))), ()
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
        """ "A register shall be set up": a duty of nobody named. "The list shall be filed by 3 May" only
        dates the duty that made the list."""
        if subject is None or found or not PASSIVE.match(phrase):
            return None
        words = sentence[subject.parts[0][0] : subject.parts[-1][1]]
        if words.startswith(("A ", "An ")) or (words.split()[0] in ("a", "an")):
            return subject
        timed = find_deadlines(self.text, start, start + len(sentence), self.clock)
        head = head_of(words).rstrip("s")
        if not timed or not head:
            return None
        for at in range(len(self.measures) - 1, max(-1, len(self.measures) - 6), -1):
            measure = self.measures[at]
            nouns = {
                word.strip(",.;:").rstrip("s") for word in self.text[slice(*measure.span)].lower().split()[1:]
            }
            if measure.deadline is None and head in nouns:
                because = [*measure.because, "deadline:later-sentence"]
                self.measures[at] = replace(measure, deadline=timed[0].deadline, because=because)
                return None
        return None

    def spells_out(self, subject: str, phrase: str) -> bool:
        """Whether a memo says through a product what its agencies have to do: "policies must: a. Assign
        …"."""
        return (
            self.kind == "memo"
            and head_of(subject) in POLICIES
            and not phrase.strip(TRAIL)
            and bool(self.last_agent)
        )

    def spelled_out(self, start: int, sentence: str, mark: Mark, verb: int) -> Found:
        """The lead-in of such a list, with the agent of the sentence before."""
        return Found(
            mark=mark,
            start=start,
            verb=verb,
            end=len(sentence.rstrip(TRAIL)),
            lead=self.last_agent,
            around=(),
            extra=("lead:heading", "spelled-out"),
        )

    def passive_lead(
        self, start: int, sentence: str, verb: int, end: int, subject: tuple[NamedUnit, ...], words: str
    ) -> tuple[NamedUnit, ...]:
        """The agent of a passive; an active-looking body that is the subject stays none: nobody is
        guessed."""
        phrase = sentence[verb:end]
        if phrase.startswith(("be required to", "be encouraged to", "be expected to", "be directed to")):
            return subject
        if agent := passive_agent(phrase):
            return find_names(self.text, [(start + verb + agent[0], start + verb + agent[1])]).units
        return ()


def collective_before(sentence: str, start: int, modal: int) -> Subject | None:
    """The subject after an opening that no comma closes: "In preparing messages agencies are directed"."""
    found = COLLECTIVE.search(sentence, start, modal)
    openers = ("Every ", "In ", "On ", "When ", "To ", "For ", "Upon ", "By ", "Within ", "Before ", "After ")
    if found is None or not sentence.startswith(openers, start):
        return None
    before = sentence[start : found.start()].split()[-1:]
    if not before or before[0].lower() in PREPOSITIONS:
        return None
    return Subject(found.start("a"), (found.span("a"),), ())


def embeds(words: str) -> bool:
    """Whether words before a modal open a clause of another one: "standards that the provider" (must
    require)."""
    tail = words[-120:]
    return bool(EMBEDS.search(tail)) and not RELATIVE_VERB.search(tail)
