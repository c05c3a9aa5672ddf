"""The record of a meeting that an English bulletin or minutes report.

In: the text, its clauses, and what kind of document it is. Out: bodies with session and term, the day it
was held, when it was published, people with titles and roles, meetings of other bodies, agenda; None when
no meeting is reported. Names stay as printed. A day without a year takes the year of publication, and the
year before when the day would lie after it. What the meeting demanded stands in `directives`.
"""

from msgspec import Struct
from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.ledger.records import AgendaItem, MeetingBody, MeetingPerson, UpperMeeting
from milepost.reading.english.agenda import find_agenda
from milepost.reading.english.attendance import STARTS_TITLE, find_people
from milepost.reading.english.blocks import blocks_of
from milepost.reading.english.minute_heads import find_body, with_presider
from milepost.reading.english.presence import OPENING, find_present
from milepost.reading.english.rolls import find_roll
from milepost.reading.english.sentences import sentences_of
from milepost.reading.english.sittings import Sitting, find_numbered, find_sittings
from milepost.reading.english.words import MONTHS
from milepost.reading.patterns import pattern
from milepost.reading.records import ClauseFound, DocumentFacts, MeetingFacts
from milepost.reading.sentences import Paragraph, flat, paragraphs, sentences

REPORTING = ("bulletin", "minutes", "other", None)
"""Kinds of document that may report a meeting; orders and plans don't."""
HEAD = 14
"""Paragraphs that may hold the opening of a report."""
FOOT = 12
"""Paragraphs at the end that may hold "Present:" and "Apologies:"."""

CONVENED = pattern(
    r"\b(?:was|were|is) (?:held|convened|opened|called to order)\b"
    r"|\b(?:held|convened|opened|hosted) (?:its|the|a|an)\b|\btook place\b"
    r"|\b(?:chaired|presided over|presided at) (?:the|a|an)\b"
    r"|\b(?:met|sat|gathered) (?:on|in|for|to|at|today|yesterday|this|together|jointly)\b"
    r"|\bcalled\b[^.]{0,60}? to order\b"
)
MONTH = "(?i:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = pattern(
    rf"\b(?:(\d{{4}})-(\d{{1,2}})-(\d{{1,2}})|({MONTH}) ({DAY})(?:,? (\d{{4}}))?"
    rf"|({DAY})(?: of)? ({MONTH})(?:,? (\d{{4}}))?)\b"
)
STAMP = pattern(
    r"(?:(?:published|posted|updated|released?|date|release date|publication date)(?: on)? ?:? ?)?(.{6,24}?)"
    r"(?:,? (?:at )?T?(\d{1,2}:\d{2})(?::\d{2})?(?: ?hrs)?)?"
    r"(?:\s+(?:views?|clicks?|source|author|editor|font)\b.*)?$",
    ignore_case=True,
)


SPIRIT = pattern(r"\bspirit of (?:the )?((?:[a-z]+ (?:and )?){1,6}(?:meetings?|sessions?|conferences?))\b")


class Day(Struct, frozen=True, kw_only=True):
    """A day as printed; the year may be missing."""

    month: int
    day: int
    year: int | None = None

    def iso(self, published: str | None) -> str | None:
        """The date, its year taken from the publication when it is missing; None where there is none."""
        if self.year:
            return f"{self.year:04d}-{self.month:02d}-{self.day:02d}"
        if not published:
            return None
        ends = f"{self.month:02d}-{self.day:02d}"
        year = int(published[:4])
        return f"{year if ends <= published[5:10] else year - 1:04d}-{ends}"


def find_meeting(text: str, clauses: list[ClauseFound], facts: DocumentFacts) -> MeetingFacts | None:
    """The meeting that the text reports, or None."""
    if facts.kind not in REPORTING:
        return None
    level = flat(text)
    found = paragraphs(text, clauses)
    head = [span for paragraph in found[:HEAD] for span in sentences(text, paragraph.span, "en")]
    sittings, opening = find_bodies(level, head)
    edges = found[:HEAD] + found[HEAD:][-FOOT:]
    people = unique_people(level, [s for p in edges for s in sentences(text, p.span, "en")])
    day = find_day(level, opening) if opening else None
    if facts.kind == "minutes":
        opened = [s for block in blocks_of(text[:OPENING]) for s in sentences_of(text, *block)]
        everybody = with_presider(level, everybody_of(text, level, opened, people))
        day = day or next(filter(None, (find_day(level, span) for span in head)), None)
        agenda = unique_items(level, text, found)
        return of_minutes(text, facts, [s for s in sittings if s.session], day, everybody, agenda)
    if not sittings and not any(person.role == "chair" for person in people):
        return None
    published = find_publication(level, found[:HEAD], facts)
    return MeetingFacts(
        bodies=[body_of(mention) for mention in sittings] or named_body(facts),
        held_on=day.iso(published or facts.date) if day else None,
        published_at=published,
        people=people,
        upper_meetings=find_upper(level, sittings),
        agenda=unique_items(level, text, found),
    )


def of_minutes(
    text: str,
    facts: DocumentFacts,
    sittings: list[Sitting],
    day: Day | None,
    people: list[MeetingPerson],
    agenda: list[AgendaItem],
) -> MeetingFacts | None:
    """The record of minutes: their own day is the meeting's unless the opening prints another."""
    body = find_body(text)
    bodies = [body_of(mention) for mention in sittings] or ([body] if body else named_body(facts))
    held = day.iso(None) if day and day.year else facts.date or (day.iso(facts.date) if day else None)
    if not (bodies or people or held):
        return None
    return MeetingFacts(bodies=bodies, held_on=held, people=people, agenda=agenda)


def everybody_of(
    text: str, level: str, opening: list[Span], others: list[MeetingPerson]
) -> list[MeetingPerson]:
    """The people of the printed roll, of the opening sentences, and those whom another sentence names."""
    people, lists = find_roll(text, level)
    present, told = find_present(level, [s for s in opening if not is_inside(s[0], lists)])
    everybody = Everybody(people)
    for other in present:
        everybody.add(other)
    for other in others:
        if other.span and not is_inside(other.span[0], [*lists, *told]):
            everybody.add(other)
    return sorted(everybody.people, key=lambda person: person.span or (0, 0))


def is_titled(name: str) -> bool:
    """Whether a name is a family name behind a title: "Supervisor Voss"."""
    parts = name.split()
    return len(parts) == 2 and STARTS_TITLE.match(parts[0]) is not None


def is_inside(at: int, spans: list[Span]) -> bool:
    """Whether a place lies in one of the spans."""
    return any(start <= at < end for start, end in spans)


class Everybody:
    """The people of a meeting, found by the words of their names, as a roll may be of any length."""

    def __init__(self, people: list[MeetingPerson]) -> None:
        self.people: list[MeetingPerson] = []
        self.by_word: dict[str, list[int]] = {}
        self.by_last: dict[str, list[int]] = {}
        self.chaired = False
        for person in people:
            self.append(person)

    def append(self, person: MeetingPerson) -> None:
        """Note one more person."""
        words = person.name.split()
        for word in dict.fromkeys(words):
            self.by_word.setdefault(word, []).append(len(self.people))
        for word in words[-1:]:
            self.by_last.setdefault(word, []).append(len(self.people))
        self.people.append(person)
        self.chaired = self.chaired or person.role == "chair"

    def add(self, other: MeetingPerson) -> None:
        """Add a person; somebody known already may turn out to have presided."""
        at = self.place(other)
        if at is None:
            self.append(other)
        elif other.role == "chair" and not self.chaired:
            self.people[at] = replace(self.people[at], role="chair")
            self.chaired = True

    def place(self, other: MeetingPerson) -> int | None:
        """Where somebody stands already, under a longer or a shorter name."""
        words = other.name.split()[-1:] if is_titled(other.name) else other.name.split()
        name = frozenset(words)
        shorter = [at for word in name for at in self.by_last.get(word, ()) if self.name(at) <= name]
        rarest = min((self.by_word.get(word, []) for word in name), key=len, default=[])
        longer = next((at for at in rarest if name <= self.name(at)), None)
        return min([*shorter, *([] if longer is None else [longer])], default=None)

    def name(self, at: int) -> frozenset[str]:
        """The words of somebody's name."""
        return frozenset(self.people[at].name.split())


def find_bodies(level: str, head: list[Span]) -> tuple[list[Sitting], Span | None]:
    """The sittings of the first sentence that says a meeting was held, else those of a title."""
    best: tuple[list[Sitting], Span | None] = ([], None)
    for span in head:
        if not (verb := CONVENED.search(level, *span)):
            continue
        sat = [s for s in find_sittings(level, span) if s.by_body or touches(s, verb.span())]
        ends_well = level[span[1] - 1] in ".;"
        if (sat and ends_well) or best[1] is None:
            best = (sat or best[0], span)
        if sat and ends_well:
            break
    return best


def touches(mention: Sitting, verb: Span) -> bool:
    """Whether a meeting stands before "was held" or right after "chaired the"."""
    return mention.span[1] <= verb[0] or verb[0] < mention.span[0] <= verb[1]


def body_of(mention: Sitting) -> MeetingBody:
    """The body that sat, at the place of the whole mention."""
    return MeetingBody(name=mention.body, session=mention.session, term=mention.term, span=mention.span)


def named_body(facts: DocumentFacts) -> list[MeetingBody]:
    """The issuer, where minutes name no other body."""
    name = facts.issuer or (facts.title if facts.kind == "minutes" else None)
    return [MeetingBody(name=name)] if name else []


def find_day(level: str, span: Span) -> Day | None:
    """The first day printed in a sentence."""
    match = DATE.search(level, *span)
    if not match:
        return None
    if match[1]:
        return Day(year=int(match[1]), month=int(match[2]), day=int(match[3]))
    month, day, year = (match[4], match[5], match[6]) if match[4] else (match[8], match[7], match[9])
    return Day(
        year=int(year) if year else None,
        month=MONTHS[month.lower().rstrip(".")],
        day=int("".join(c for c in day if c.isdigit())),
    )


def find_publication(level: str, head: list[Paragraph], facts: DocumentFacts) -> str | None:
    """The date, and hour if printed, of a line that holds nothing else; else the document's own date."""
    for paragraph in head:
        start, end = paragraph.span
        stamp = STAMP.match(level[start:end]) if end - start <= 90 else None
        if stamp and (match := DATE.fullmatch(stamp[1].strip())):
            day = find_day(match[0], (0, len(match[0])))
            date = day.iso(None) if day else None
            if date:
                return f"{date}T{stamp[2]:0>5}" if stamp[2] else date
    return facts.date


def unique_people(level: str, spans: list[Span]) -> list[MeetingPerson]:
    """Everybody named with a part in the meeting, once, at the first mention."""
    people: dict[str, MeetingPerson] = {}
    for span in spans:
        for person in find_people(level, span):
            people.setdefault(person.name, person)
    return list(people.values())


def find_upper(level: str, sat: list[Sitting]) -> list[UpperMeeting]:
    """Meetings of other bodies, each once: the numbered ones, and one conveyed without a number."""
    others: list[Sitting] = []
    for mention in find_numbered(level):
        if mention.session and not any(mention.is_same(known) for known in sat + others):
            others.append(mention)
    unnumbered = SPIRIT.search(level)
    plain = [UpperMeeting(name=unnumbered[1], span=unnumbered.span(1))] if unnumbered else []
    return plain + [
        UpperMeeting(
            name=level[slice(*mention.span)].removeprefix("the ").removeprefix("The "),
            body=mention.body,
            session=mention.session,
            term=mention.term,
            span=mention.span,
        )
        for mention in others
    ]


def unique_items(level: str, text: str, found: list[Paragraph]) -> list[AgendaItem]:
    """The agenda in the order of the text, without what a summary repeats."""
    items: dict[tuple[str, str], AgendaItem] = {}
    for paragraph in found:
        for item in find_agenda(level, sentences(text, paragraph.span, "en")):
            items.setdefault((item.act, item.object.lower()), item)
    return list(items.values())
