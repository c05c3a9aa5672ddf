"""Duties by direction: "I hereby direct the Clerk to …", "Requests the Secretariat to …", "We recommend
that …".

In: a masked sentence. Out: `Found` duties whose lead is the party that is directed. Modals stand in
`bindings`.
"""

from milepost.ledger.records import Strength
from milepost.reading.english.actors import find_names
from milepost.reading.english.chunks import Subject, find_subject, find_verb
from milepost.reading.english.composing import Page
from milepost.reading.english.frames import TRAIL, Found
from milepost.reading.english.modals import SOFT_DIRECTING, Mark, find_marks, to_verb_after
from milepost.reading.english.words import VERBS
from milepost.reading.patterns import pattern

HEREBY = pattern(
    r"\b(?:I|We|we)\s+(?:do )?(?:also |further )?(?:hereby )?(?P<v>direct|order|instruct"
    r"|request|ask|expect|require|call on|call upon|urge|charge)(?: that)?\s"
)
HELD = pattern(r"(?:the|each|every|all|your|you|both) ")
"""Whom one expects to do something; other expectations are guesses."""
DUTY_OF = pattern(r"\b[Ii]t (?:shall be|is|will be) the (?P<v>duty|responsibility|task|role) of\s")
OPERATIVE = pattern(
    r"^(?:(?:The [A-Z][\w ]{2,40}? |Also |Further |Again |Strongly |Decides to |Urgently "
    r"|hereby |and )\s*)*(?P<v>(?:Direct"
    r"|Instruct|Request|Urge|Invite|Call|Ask|Task|Recommend|Encourage|"
    r"DIRECT|INSTRUCT|REQUEST|URGE|INVITE|CALL|ASK|TASK|RECOMMEND|ENCOURAGE|request|urge"
    r"|invite|encourage|call|recommend|instruct|direct)(?:s|S|es|ES)?(?: (?:up)?on| UPON| "
    r"ON)?)\s+"
)
REQUESTS = pattern(
    r"(?:(?:Also|Further) )?(?:[Rr]equests|[Uu]rges|[Cc]alls (?:up)?on|[Ii]nvites|[Ee]ncourages"
    r"|[Ii]nstructs|[Dd]irects)"
    r" (?:the|all|its|each|[A-Z])"
)
"""An operative paragraph, whatever the paper around it is taken for."""
OWN = pattern(
    r"(?:Also |Further )?(?:Decides|DECIDES|Resolves|RESOLVES|Agrees|AGREES|Undertakes|UNDERTAKES)"
    r"(?: also| further)? to (?P<v>[a-z]+)\b"
)
AT_ONCE = frozenset(
    "remain establish adopt approve endorse accept continue lift terminate amend include".split()
)
"""Verbs that a decision fulfils by itself."""
RECOMMEND = pattern(
    r"\b(?:[Ww]e|[Tt]he (?:auditors?|panel|committee|office)|[Ii]t is) (?:also |further "
    r"|therefore )?recommend(?:s|ed)? that\s+"
)


class Directions(Page):
    """Finds who is directed, by whom it may be."""

    def find_directed(self, start: int, sentence: str) -> list[Found]:
        """Duties by direction: "I hereby direct the Clerk to …", "Requests the Secretariat to …"."""
        for name, form, words in (
            ("hereby:direct", HEREBY, ("I ", "We ", "we ")),
            ("duty-of:direct", DUTY_OF, (" the duty ", " the responsibility ", " the task ", " the role ")),
            ("operative:directs", OPERATIVE, ("",)),
            ("audit:recommend", RECOMMEND, ("recommend",)),
        ):
            if not any(map(sentence.__contains__, words)):
                continue
            if name == "operative:directs" and not (
                self.kind in ("resolution", "minutes", "regulation", "other", "bulletin")
                or sentence[:40].isupper()
                or REQUESTS.match(sentence)
            ):
                continue
            opened = form.search(sentence)
            wishes = name == "hereby:direct" and opened is not None and opened.group().endswith(" that ")
            if opened is None or sentence.startswith("that ", opened.end()) or wishes:
                continue
            if name == "audit:recommend":
                return self.find_recommended(start, sentence, opened.end())
            verb = opened["v"].lower()
            if verb == "expect" and not HELD.match(sentence, opened.end()):
                continue
            strength: Strength = "advisory" if verb.startswith(SOFT_DIRECTING) else "mandatory"
            mark = Mark(rule=name, start=opened.start("v"), end=opened.end(), strength=strength)
            return self.directed_to(start, sentence, mark, opened.end())
        return self.find_own(start, sentence) if self.kind in ("resolution", "other") else []

    def find_own(self, start: int, sentence: str) -> list[Found]:
        """What a body takes upon itself: "Decides to review the matter in twelve months"."""
        found = OWN.match(sentence)
        if found is None or found["v"] not in VERBS or found["v"] in AT_ONCE:
            return []
        mark = Mark(
            rule="operative:decides", start=found.start(), end=found.start("v"), strength="commitment"
        )
        return [
            Found(
                mark=mark,
                start=start,
                verb=found.start("v"),
                end=len(sentence.rstrip(TRAIL)),
                lead=(),
                around=(),
                roles="none",
                extra=("lead:none",),
            )
        ]

    def directed_to(self, start: int, sentence: str, mark: Mark, at: int) -> list[Found]:
        """The duty after a direction: names up to "to", then the verb; a colon after "to" opens a list."""
        if found := to_verb_after(sentence, at, len(sentence)):
            to, verb = found
        else:
            tail = sentence.rstrip(" :")
            if not tail.endswith(" to") and not sentence.rstrip().endswith(":"):
                return []
            to, verb = len(tail) - (3 if tail.endswith(" to") else 0), len(sentence)
        whole = Subject(at, ((at, to),), ())
        subject = find_subject(sentence, at, to) or whole
        names = self.names(start, subject)
        if not names.units:
            return []
        return [
            Found(
                mark=mark,
                start=start,
                verb=verb,
                end=len(sentence.rstrip(TRAIL)),
                lead=names.units,
                around=subject.around,
                is_open=names.open_list,
            )
        ]

    def find_recommended(self, start: int, sentence: str, at: int) -> list[Found]:
        """ "We recommend that the Director publish …": a subjunctive or a modal after "that"."""
        marks = [
            mark
            for mark in find_marks(sentence)
            if mark.start >= at and mark.strength in ("advisory", "mandatory")
        ]
        mark = Mark(rule="audit:recommend", start=at, end=at, strength="advisory")
        if marks and (subject := find_subject(sentence, at, marks[0].start)):
            verb, around = find_verb(sentence, marks[0].end, len(sentence))
            names = self.names(start, subject)
            return [
                Found(
                    mark=mark,
                    start=start,
                    verb=verb,
                    end=len(sentence.rstrip(TRAIL)),
                    lead=names.units,
                    around=(*subject.around, *around),
                )
            ]
        return self.find_subjunctive(start, sentence, at, mark)

    def find_subjunctive(self, start: int, sentence: str, at: int, mark: Mark | None = None) -> list[Found]:
        """ "that the Director publish …": a base verb without a modal, or a list of them after a colon."""
        advises = (
            sentence.lstrip().lower().startswith(("recommend", "urge", "also recommend", "further recommend"))
        )
        mark = mark or Mark(
            rule="operative:that", start=at, end=at, strength="advisory" if advises else "mandatory"
        )
        verb = subjunctive(sentence, at)
        if verb is None and sentence.rstrip().endswith(":"):
            verb = len(sentence.rstrip(TRAIL))
        if verb is None:
            return []
        names = find_names(self.text, [(start + at, start + verb)])
        return [
            Found(
                mark=mark,
                start=start,
                verb=verb,
                end=len(sentence.rstrip(TRAIL)),
                lead=names.units,
                around=(),
            )
        ]


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
