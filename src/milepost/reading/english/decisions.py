"""Duties in the record of what a body decided, and what somebody has asked another to do.

In: a masked sentence. Out: `Found` duties whose lead is the party that was told: "directed the Clerk to
report", "agreed that the Office will publish it", "RESOLVED that the Clerk write", "The Minister has asked
the Inspectorate to visit schools". What was only noted, or what somebody was merely allowed, is none.
Present directions ("I direct", "Requests") stand in `directions`.
"""

from milepost.ledger.records import Strength
from milepost.reading.english.actors import find_names
from milepost.reading.english.chunks import DETERMINERS, find_subject, find_verb, skip_adverbs
from milepost.reading.english.directions import Directions
from milepost.reading.english.frames import TRAIL, Found
from milepost.reading.english.modals import SOFT_DIRECTING, Mark, find_marks
from milepost.reading.english.nonduties import is_actor
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import pattern

BODY = (
    r"(?:(?:Cabinet|Ministers|(?:The |the )?(?:[A-Z][\w’'&-]* ){0,5}(?:Council|Committee|Board|Commission"
    r"|Assembly|Panel|Conference|Cabinet|Executive|Authority)) )?"
)
FURTHER = r"(?:(?:also|further|hereby|unanimously|jointly|and) ){0,2}"
TOLD = (
    r"(?P<v>directed|invited|instructed|requested|asked|tasked|required|urged|recommended|ordered"
    r"|commissioned"
    r"|called (?:up)?on|encouraged|mandated|charged)"
)
DECIDED = pattern(rf"^{BODY}{FURTHER}{TOLD} ")
""""directed the Clerk to …" as a record of decisions has it, with or without the body before it."""
AGREED_THAT = pattern(
    rf"^{BODY}{FURTHER}(?:agreed|decided|resolved|determined|directed|requested|ordered|recommended"
    r"|confirmed)(?: in principle)? that "
)
HAS_ASKED = pattern(
    r"^(?P<by>[^,;:]{1,90}?) (?:has|have)(?: also| further| now| since){0,2} "
    r"(?P<v>asked|directed|instructed|requested|tasked|required|invited|urged|ordered|commissioned|mandated"
    r"|charged|called on) "
)
ASKS = pattern(
    r"^(?P<by>[^,;:]{2,90}?) (?:(?:also|further|hereby|therefore) ){0,2}"
    r"(?P<v>asks|directs|instructs|requests|tasks|requires|invites|urges|orders|calls (?:up)?on|encourages) "
)
RECORD = pattern(
    r"\b(?:Cabinet|Council|Committee|Board|Commission|Assembly|Ministers|Panel|Conference|Executive"
    r"|Government|[Mm]eeting)(?: has| have)?$"
)
""""On 6 May, Cabinet:" above a numbered list of what it noted, agreed and directed."""
FOUNDED = pattern(
    rf"^{BODY}{FURTHER}(?:(?:[Dd]ecide[sd]|DECIDES|[Aa]gree[sd]|[Rr]esolve[sd]) to )?"
    r"(?:establish|create|set up|convene|constitute|form|appoint)(?:ed)? "
    r"(?:an?|the) (?P<who>[^,;]{3,120}?),? (?:(?:which|that|who) (?:shall|must|will|is to)"
    r"|to) (?P<v>[a-z]+)\b"
)
""""Decides to establish a working group, which shall report by May"."""
CONCURS = pattern(
    r"^(?P<who>(?:The )?[A-Z][^,;:]{1,80}?) (?:(?:fully|partially|generally|also) ){0,2}"
    r"(?:concurred|concurs|agreed|agrees|accepted|accepts|disagreed)\b"
)
SAID = pattern(
    r"^(?P<who>[A-Z][^,;:]{1,80}?) (?:also )?(?:stated|said|indicated|noted|responded|replied|explained"
    r"|confirmed"
    r"|advised|told us) that (?:it|they|he|she|the [a-z]+) (?P<m>will|would|intends? to"
    r"|plans? to) (?P<v>[a-z]+)\b"
)
LISTED = pattern(
    r"\b(?:resolve[sd]?|RESOLVED|direct(?:s|ed)?|order(?:s|ed)?|agree[sd]?|recommend(?:s|ed)?|decide[sd]?"
    r"|determine[sd]?)\b[^.;]{0,60}? that(?: the following)?$",
)
""""it was RESOLVED that:" above a list: each item says who does what in the subjunctive."""
AND_THAT = pattern(r"[,;]? and that ")
BEFORE_NOUNS = DETERMINERS | frozenset("of to in by with for on at under from and or".split())


class Decisions(Directions):
    """Finds who was told what, in the past tense of a record and in the perfect of a report."""

    def find_decided(self, start: int, sentence: str, recorded: bool) -> list[Found]:
        """The duties of one decision; `recorded` says that a body's list of decisions stands around it."""
        forms = (AGREED_THAT, DECIDED) if recorded else ()
        for form in forms:
            if opened := form.match(sentence):
                return self.told(start, sentence, opened.end(), opened.groupdict().get("v"))
        if self.kind == "audit" and (said := self.said(start, sentence)):
            return said
        if founded := FOUNDED.match(sentence):
            return self.founded(start, sentence, founded.span("who"), founded.start("v"))
        for form in (HAS_ASKED, ASKS):
            if " to " not in sentence:
                return []
            told = form.match(sentence)
            if told and is_actor(told["by"]):
                return self.told(start, sentence, told.end(), told["v"])
        return []

    def find_recommended(self, start: int, sentence: str, at: int) -> list[Found]:
        """ "We recommend that the Director publish … and that the Board …": wishes first, then the rest."""
        marked = any(mark.start >= at and not mark.is_permission for mark in find_marks(sentence))
        found = [] if marked else self.wished(start, sentence, at, "advisory")
        return found or super().find_recommended(start, sentence, at)

    def note_answer(self, start: int, sentence: str) -> None:
        """Who answers in an audit speaks from here: "The Department concurred with our recommendations"."""
        answers = CONCURS.match(sentence)
        if answers and is_actor(answers["who"]):
            self.speaker = self.last_agent = find_names(
                self.text, [(start, start + answers.end("who"))]
            ).units

    def said(self, start: int, sentence: str) -> list[Found]:
        """What an audited body said it will do: "It stated that it will verify the data by June 2029"."""
        found = SAID.match(sentence)
        if found is None or found["v"] not in VERBS:
            return []
        names = find_names(self.text, [(start, start + found.end("who"))]).units
        mark = Mark(rule="modal:will", start=found.start("m"), end=found.end("m"), strength="commitment")
        end = len(sentence.rstrip(TRAIL))
        lead = names or self.speaker
        return [Found(mark=mark, start=start, verb=found.start("v"), end=end, lead=lead, around=())]

    def founded(self, start: int, sentence: str, who: tuple[int, int], verb: int) -> list[Found]:
        """What a body that was just set up has to do: "to establish a panel, which shall report by May"."""
        names = find_names(self.text, [(start + who[0], start + who[1])])
        if sentence[verb:].split(" ", 1)[0] not in VERBS:
            return []
        mark = Mark(rule="decided:founded", start=verb, end=verb, strength="mandatory")
        end = len(sentence.rstrip(TRAIL))
        return [Found(mark=mark, start=start, verb=verb, end=end, lead=names.units, around=())]

    def told(self, start: int, sentence: str, at: int, verb: str | None) -> list[Found]:
        """Who was told after the verb; without one, what was agreed about somebody."""
        if verb is None:
            return self.agreed(start, sentence, at)
        strength: Strength = "advisory" if verb.startswith(SOFT_DIRECTING) else "mandatory"
        mark = Mark(rule="decided:directed", start=at, end=at, strength=strength)
        return self.directed_to(start, sentence, mark, at)

    def agreed(self, start: int, sentence: str, at: int) -> list[Found]:
        """ "agreed that the Office will publish it"; a state that was agreed binds nobody."""
        marks = [mark for mark in find_marks(sentence) if mark.start >= at and not mark.is_permission]
        if not marks:
            return self.wished(start, sentence, at)
        subject = find_subject(sentence, at, marks[0].start)
        end = len(sentence.rstrip(TRAIL))
        if subject is None or not is_actor(sentence[subject.parts[0][0] : subject.parts[-1][1]]):
            return []
        verb, around = find_verb(sentence, marks[0].end, end)
        if marks[0].needs_to and sentence.startswith(" to ", marks[0].end):
            verb, around = skip_adverbs(sentence, marks[0].end + 4, end), ()
        if sentence[skip_adverbs(sentence, verb, end) : end].split(" ")[0] in ("be", "have", "remain"):
            return []
        names = self.names(start, subject)
        return [
            Found(
                mark=marks[0],
                start=start,
                verb=verb,
                end=end,
                lead=names.units,
                around=(*subject.around, *around),
                extra=("decided:agreed",),
                is_open=names.open_list,
            )
        ]

    def wished(self, start: int, sentence: str, at: int, strength: Strength = "mandatory") -> list[Found]:
        """ "that the Director, in consultation with the Treasury, develop a plan": a wish about somebody,
        in the subjunctive; a second "and that …" is a wish of its own."""
        ends = [found.start() for found in AND_THAT.finditer(sentence, at)]
        begins = [at, *(found.end() for found in AND_THAT.finditer(sentence, at))]
        found: list[Found] = []
        for begin, end in zip(begins, [*ends, len(sentence.rstrip(TRAIL))], strict=True):
            verb = wished_verb(sentence, begin, end)
            subject = find_subject(sentence, begin, verb) if verb else None
            if verb is None or subject is None:
                continue
            words = sentence[subject.parts[0][0] : subject.parts[-1][1]]
            if not is_actor(words):
                continue
            names = self.names(start, subject)
            rule = "operative:that" if strength == "mandatory" else "audit:recommend"
            mark = Mark(rule=rule, start=verb, end=verb, strength=strength)
            found.append(
                Found(
                    mark=mark,
                    start=start + (begin if found else 0),
                    verb=verb,
                    end=end,
                    lead=names.units,
                    around=subject.around,
                    extra=("second",) if found else (),
                    is_open=names.open_list,
                )
            )
        return found


def wished_verb(sentence: str, at: int, end: int) -> int | None:
    """The base verb of a subjunctive, before which a noun phrase stands and no determiner."""
    place, last, depth = at, "", 0
    for word in sentence[at : min(end, at + 260)].split(" "):
        core = word.strip(",;:").lower()
        if (
            depth
            and core in VERBS
            and word[:1].islower()
            and last not in BEFORE_NOUNS
            and not sentence[place + len(word) :].lstrip().startswith("of ")
        ):
            return place
        if word:
            depth, last = depth + 1, core
        place += len(word) + 1
    return None


def opens_wishes(sentence: str) -> bool:
    """Whether a lead-in opens a list of wishes: "it was RESOLVED that:"."""
    return bool(LISTED.search(sentence.rstrip(" :—-\n,")))


def opens_record(sentence: str) -> bool:
    """Whether a lead-in only names the body whose decisions follow: "On 6 May 2030, Cabinet:"."""
    return sentence.rstrip().endswith(":") and bool(RECORD.search(sentence.rstrip(" :")))
