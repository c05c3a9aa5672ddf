"""Duties by modal: whose "shall" it is, whether it binds at all, and where its verb phrase begins.

In: a masked sentence with its marks. Out: `Found` duties in order; a sentence whose first binding word
makes no duty is set aside with the reason. Each later modal has its own subject or shares the one before
it.
"""

from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.ledger.records import Strength
from milepost.reading.english.actors import PRONOUNS, Names, find_names
from milepost.reading.english.chunks import (
    Range,
    Subject,
    find_subject,
    find_verb,
    opens_name,
    skip_adverbs,
)
from milepost.reading.english.embedding import collective_before, embeds, pronoun_before
from milepost.reading.english.frames import TRAIL, Found
from milepost.reading.english.modals import Mark, find_marks, to_verb_after
from milepost.reading.english.nonduties import PASSIVE, is_actor, judge, passive_agent
from milepost.reading.english.passives import Passives
from milepost.reading.english.plain_duties import finite_verb, inverted
from milepost.reading.english.unit_lines import is_unit_name
from milepost.reading.patterns import pattern
from milepost.reading.records import SetAsideFound

THAT_CLAUSE = pattern(
    r"^(?:[A-Z]{3,12}[:.,] )?That\s+"
    r"|^(?:(?:The [A-Z][\w ]{2,40}?|[Aa]lso|[Ff]urther|[Aa]gain|AND|ALSO|FURTHER)\s+)*(?:Decides|requests"
    r"|directs|recommends|urges|agrees|Decides|Resolves|Agrees|Determines|Orders"
    r"|Directs|Recommends|Requests|Urges|Instructs|RESOLVED|Resolved|DECIDES|RESOLVES"
    r"|RECOMMENDS|ORDERS|DIRECTS|REQUESTS|URGES|orders|(?:I|We)(?: do)?(?: (?:hereby|also"
    r"|further)){0,2} (?:direct|order|request|ask|require"
    r"|instruct)|"
    r"decides|resolves|[Bb]e it (?:further )?[Rr]esolved|BE IT (?:FURTHER )?RESOLVED|[Ii]t "
    r"is (?:hereby |further |also )*(?:directed|ordered|resolved|required))(?: (?:also"
    r"|further))?\s*[,:]?\s+[Tt]hat\s+"
)
ADVISES = pattern(r"\b(?:recommend|urge|invite|encourage)", ignore_case=True)
LABELLED = pattern(r"^[A-Z][\w’' -]{2,40}:\s+")
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
HAPPENS = pattern(r"(?:take place|commence|begin|start|occur|proceed|continue)\b")
"""What work does by itself: "No development shall take place until …" binds nobody named."""
OPENERS = ("Over ", "During ", "Throughout ", "In ", "Within ", "By ", "At ", "From ", "Under ", "After ")
LATE_SUBJECT = pattern(
    r"[A-Z][a-z]+ [^,;]{3,70} "
    r"(?P<w>(?:the|each|all|every) (?:[A-Z][\w’'-]*|[a-z]+)(?: (?:of|for|[A-Z][\w’'-]*)){0,4})$"
)
"""An opening that no comma closes: "Over the life of this Plan the Government will"."""
ASKED_OF = pattern(r"(?:required|obliged|obligated|expected|asked|mandated)$")
ASKED_AFTER = pattern(r"be (?:required|obliged|obligated|expected|asked|mandated) to\b")
PERFECT = pattern(
    r"have (?:not |also |already |\w+ly )?(?:been|\w{2,}[^e]ed|made|sent|told|kept|held|met|paid|said|found"
    r"|left|led|built|set|put|gone|done|come|begun|spent|brought|sought|taught|taken|given|written|chosen|seen|shown"
    r"|known|drawn)\b"
)
"""What should have been done is over: "The contractor should have called on Tuesday"."""
BOUNDARY = pattern(
    r"(?:;\s*(?:and\s+|provided that\s+|however,?\s+)?|,?\s+(?:and|but|while|whereas)\s+|,\s+)"
)
CLAUSE_REASONS = ("permission", "membership", "appointment", "scope")
"""Reasons that hold for one clause of a sentence and leave its subject free for the next."""
NOBODY = ("it", "there", "this", "that", "these", "those", "we", "you", "i")


class Bindings(Passives):
    """Finds the duties of a sentence by its modals."""

    def find_modal(self, start: int, sentence: str) -> list[Found]:
        """Duties by modal; each has its own subject, or shares the one before it ("and shall …")."""
        found: list[Found] = []
        opened = ("hat" in sentence and THAT_CLAUSE.match(sentence)) or LABELLED.match(sentence)
        first = floor = opened.end() if opened else 0
        marks = find_marks(sentence)
        if (
            opened
            and opened.group().rstrip().lower().endswith("that")
            and not any(mark.start > first and not mark.is_permission for mark in marks)
        ):
            strength: Strength = "advisory" if ADVISES.search(opened.group()) else "mandatory"
            return self.wished(start, sentence, first, strength) or self.find_subjunctive(
                start,
                sentence,
                first,
                Mark("audit:recommend", first, first, "advisory") if strength == "advisory" else None,
            )
        if marks and (turned := inverted(sentence)):
            return self.turned(start, sentence, *turned)
        passed, held = False, None
        for mark in marks:
            if mark.start < floor:
                if not found:
                    continue
                found += self.encouraged_too(start, sentence, mark, found[-1])
                continue
            shared = self.shares_subject(sentence, mark, found, floor)
            shared = shared or (held is not None and not found and self.goes_on(sentence, mark, floor))
            subject = (
                held
                if shared and not found
                else None
                if shared
                else self.subject_of(
                    sentence, mark, bool(found) or passed, floor if found or passed else first
                )
            )
            if subject is None and not shared:
                continue
            duty = self.judge_mark(start, sentence, mark, subject, found)
            if duty is None:
                passed, floor = True, max(floor, mark.end)
                held = subject if subject and self.may_go_on(sentence, subject) else None
                continue
            if passed and not found:
                duty = self.after_aside(start, sentence, duty, None if shared else subject)
            if found:
                found[-1] = replace(
                    found[-1], end=min(found[-1].end, self.before(sentence, duty.start - start))
                )
            found.append(duty)
            floor = duty.verb
        return found

    def turned(self, start: int, sentence: str, subject: Span, verb: int) -> list[Found]:
        """The prohibition of a sentence whose modal stands before its subject."""
        names = find_names(self.text, [(start + subject[0], start + subject[1])])
        mark = Mark(rule="modal:inverted", start=0, end=subject[0], strength="mandatory", polarity="refrain")
        return [
            Found(
                mark=mark,
                start=start,
                verb=verb,
                end=len(sentence.rstrip(TRAIL)),
                lead=names.units,
                around=(),
                is_open=names.open_list,
            )
        ]

    def after_aside(self, start: int, sentence: str, duty: Found, subject: Subject | None) -> Found:
        """A duty that follows a clause without one; what was set aside ends before it."""
        at = start + (subject.start if subject else duty.mark.start)
        if self.set_aside and self.set_aside[-1].span[0] == start:
            end = start + self.before(sentence, at - start)
            self.set_aside[-1] = replace(self.set_aside[-1], span=(start, max(end, start + 1)))
        return replace(duty, start=at, extra=(*duty.extra, "second"))

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
        return bool(found) and self.goes_on(sentence, mark, floor)

    def goes_on(self, sentence: str, mark: Mark, floor: int) -> bool:
        """Whether no subject stands between a modal and the clause before it."""
        before = sentence[floor : mark.start].rstrip(" ,")
        return before.endswith((" and", ";", " but", ",and"))

    def may_go_on(self, sentence: str, subject: Subject) -> bool:
        """Whether the subject of a clause that is no duty can have one in the next: "may hire staff and shall
        publish accounts"."""
        words = sentence[subject.parts[0][0] : subject.parts[-1][1]]
        why = self.set_aside[-1].reason if self.set_aside else None
        return words.lower() not in NOBODY and is_actor(words) and why in CLAUSE_REASONS

    def subject_of(self, sentence: str, mark: Mark, later: bool, floor: int) -> Subject | None:
        """The subject of a modal; None when the modal stands in a clause of another one."""
        if not later:
            chunk = sentence[floor : mark.start]
            opener = chunk[max(chunk.rfind(","), chunk.rfind(";")) + 1 :].split()
            if embeds(chunk) or (opener and opener[0].lower() in CLAUSE_OPENERS):
                return None
            return (
                find_subject(sentence, floor, mark.start)
                or collective_before(sentence, floor, mark.start)
                or pronoun_before(sentence, floor, mark.start)
            )
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
        if mark.is_permission and words.lower().startswith(("no ", "neither ", "nobody")):
            mark = replace(mark, is_permission=False, polarity="refrain")
        if mark.is_permission:
            if not found:
                self.set_aside.append(SetAsideFound(span=(start, start + len(sentence)), reason="permission"))
            return None
        if mark.rule == "modal:directed" and verb >= end and not sentence.rstrip().endswith(":"):
            phrase = f"be {sentence[sentence.rfind(' ', 0, mark.end) + 1 : end]}"
        goes_on = sentence[: mark.start].rstrip().endswith((" and", ","))
        if subject and goes_on and (verb_at := finite_verb(sentence, subject.parts[0])):
            subject = replace(subject, parts=((subject.parts[0][0], verb_at),))
            words = sentence[subject.parts[0][0] : verb_at]
        words = "we" if words.startswith(("We ", "we ")) or words.endswith(" we") else words
        if subject and words.startswith(OPENERS) and (late := LATE_SUBJECT.match(words)):
            part = subject.parts[0]
            subject = replace(subject, parts=((part[0] + late.start("w"), part[1]), *subject.parts[1:]))
            words = late["w"]
        spoken: Names | None = None
        if words.lower() in NOBODY or sentence[: mark.start].rstrip().lower().endswith((" it", " there")):
            spoken = self.stands_for(words, start, sentence, mark)
            if spoken is None:
                return None
        relieved = relieves(sentence, mark, words, phrase)
        if words.lower().startswith(("no ", "neither ")) and mark.polarity == "do":
            mark = replace(mark, polarity="refrain")
        reason = "permission" if relieved else judge(words or "the office", phrase, self.products)
        if reason is None and mark.rule == "modal:should" and PERFECT.match(phrase):
            reason = None if self.is_dated(start, sentence) else "reported"
        done = bool(PASSIVE.match(phrase))
        agent = passive_agent(phrase) if done else None
        if reason is None and not agent and self.is_made(words):
            reason = "content"
        elif reason == "content" and done and self.recurs(start, sentence):
            reason = None
        if (
            reason is None
            and mark.rule == "modal:will"
            and done
            and not agent
            and not self.is_scheduled(start, sentence)
        ):
            reason = "reported"
        if reason is None and self.only_tells(mark, words):
            reason = "reported"
        soft = mark.rule in ("modal:will", "modal:should") or (
            mark.rule == "modal:to" and not PASSIVE.match(phrase)
        )
        soft = soft and not (done and (agent or self.recurs(start, sentence)))
        if reason is None and soft and subject and not spoken and not is_actor(words):
            reason = "principle" if mark.rule == "modal:should" else "reported"
        if reason == "principle" and PASSIVE.match(phrase) and self.is_dated(start, sentence):
            reason = None
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
        names = spoken or Names(self.in_full(names.units), names.open_list)
        if not spoken and subject and words.lower() in PRONOUNS and self.last_agent:
            names = Names(found[-1].lead if found else self.last_agent)
        lead, extra = names.units, () if first else ("second",)
        if mark.rule == "modal:shall" and not is_actor(words) and HAPPENS.match(phrase):
            lead = ()
        if (
            mark.needs_to
            and verb >= end
            and not sentence.rstrip().endswith(":")
            and not any(is_unit_name(unit.name) for unit in lead)
        ):
            lead = ()
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

    def verb_of_mark(self, sentence: str, mark: Mark) -> tuple[int, tuple[Range, ...]]:
        """Where the verb phrase of a mark begins; after "is encouraged" it follows a "to", after "is charged"
        a "with"."""
        if mark.needs_to and sentence.startswith(" with ", mark.end):
            return mark.end + 6, ()
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


def relieves(sentence: str, mark: Mark, subject: str, phrase: str) -> bool:
    """Whether a sentence frees somebody of a duty: "No department shall be required to bear costs"."""
    nobody = subject.lower().startswith(("no ", "neither ", "nobody"))
    if mark.needs_to and ASKED_OF.search(sentence[mark.start : mark.end]):
        return nobody
    return (nobody or mark.polarity == "refrain") and ASKED_AFTER.match(phrase) is not None
