"""Duties whose subject is what is made: passives, and products that spell out what their maker must do.

In: a subject and its verb phrase in a masked sentence. Out: the agent of a passive, or whether a product is
the subject. "A register shall be set up" binds nobody named; "The list shall be filed by 3 May" only dates
the duty that made the list. Everything else about a modal stands in `bindings`.
"""

from msgspec.structs import replace

from milepost.reading.english.actors import find_names, head_of
from milepost.reading.english.chunks import Subject
from milepost.reading.english.deadlines import find_deadlines
from milepost.reading.english.frames import TRAIL, Found
from milepost.reading.english.modals import Mark
from milepost.reading.english.nonduties import PASSIVE, is_actor, passive_agent
from milepost.reading.english.recurrence import find_recurring
from milepost.reading.english.speakers import Speakers
from milepost.reading.records import NamedUnit

POLICIES = frozenset(
    ("policies", "procedures", "policy", "programs", "programmes", "plans", "process", "processes")
)


class Passives(Speakers):
    """Knows what was made by whom."""

    def is_dated(self, start: int, sentence: str) -> bool:
        """Whether a sentence says by when."""
        return bool(find_deadlines(self.text, start, start + len(sentence), self.clock))

    def is_scheduled(self, start: int, sentence: str) -> bool:
        """Whether a plan says when something will be done, by itself or again and again."""
        planned = self.kind == "plan" or self.tenor.instructs
        return planned and (self.recurs(start, sentence) or self.is_dated(start, sentence))

    def recurs(self, start: int, sentence: str) -> bool:
        """Whether a text that tells staff what to do has something done again and again."""
        return self.tenor.instructs and find_recurring(self.text, start, start + len(sentence)) is not None

    def only_tells(self, mark: Mark, subject: str) -> bool:
        """Whether a text that reports says nothing more of its subject than what happens."""
        tells = self.tenor.reports and (subject.lower() != "we" or mark.rule != "modal:will")
        return self.tenor.news or tells

    def is_made(self, subject: str) -> bool:
        """Whether a subject is what one of the last measures makes: "The census shall record species"."""
        if not subject.lower().startswith(("the ", "such ", "these ", "this ")) or is_actor(subject):
            return False
        head = head_of(subject)
        return any(
            measure.object is not None and head_of(measure.object.text) == head
            for measure in self.measures[-6:]
        )

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
