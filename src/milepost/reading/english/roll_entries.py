"""The entries of a printed list of people: "Cllrs Ash, Birk (Chair) and Cole; D. Lorne, Town Clerk".

In: a list of a roll and the role of its people. Out: the people, with the titles printed beside them. A
title may stand before a name, behind it, in brackets or after a dash; one in the plural covers the names
after it, and so do the names of a family ("Bo and Ana Reed"). Which lists there are is found in `rolls`.
"""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.ledger.records import MeetingPerson
from milepost.reading.english.attendance import (
    NAME_WORD,
    ORGANISATION,
    STARTS_TITLE,
    TITLE_WORD,
    is_name,
    person,
)
from milepost.reading.patterns import pattern
from milepost.reading.sentences import trimmed, words

JOINT = pattern(r"\s*[;,|•\t]\s*(?:and |& )?|\s+(?:and|&|plus)\s+|\s*\(|\)\s*,?|\s+[–—-]\s+|\s{3,}")
HELD = "("
"""Stands for a title whose name follows in a bracket."""
OFFICE_ENDS = words(
    "Partner Lead Manager Works Services Resources Operations Affairs Estates Programmes Planning Finance "
    "Communications Assistant Support Development Engagement Delivery Transport Highways"
)
OFFICE_OPENS = words(
    "Finance Head Senior Principal Public Business Technical Digital Human Legal Policy Non-executive"
)
TRAILING = pattern(r"\s+([A-Z]{2,4})$")
CLOSES = pattern(r" (?:present|absent|attending|in attendance|excused|presiding)$", ignore_case=True)
OPENS = pattern(
    r"(?:[-*•–▪]|residents?|guests?|visitors?|citizens?|(?:board |council )?members?|\d{1,2}[.)]|also|then"
    r"|the|and|while|with|comrades?|[*_]+)\s+",
    ignore_case=True,
)
SMALL_BEFORE = "fire|town|city|village|county|road|police|public|works|assistant|zoning|building|school|board"
"""Words without a capital that may open a title: "fire chief"."""
TITLED = pattern(
    rf"(?P<title>(?:(?:[A-Z][\w'’-]*|{SMALL_BEFORE}) ){{0,2}}?(?:(?:{TITLE_WORD})\b\.?[ -]?){{1,4}})"
    rf"(?P<name>{NAME_WORD}(?: {NAME_WORD}){{0,3}})$"
)
SINGLE = pattern(r"[A-Z][a-z'’-]+(?:[A-Z][a-z]+)?$")
INITIALS = pattern(r"[A-Z]{2,4}$")
COURTESY = words(
    "cllr mr mrs ms miss dr prof professor rev councillor councilor chief officer sgt county sir"
)
PRESIDES = pattern(
    r"(?:in )?(?:the )?(?:[\w-]+ )?(?:chair(?:man|woman|person)?|presiding|convener)$", ignore_case=True
)
NO_CHAIR = pattern(r"(?:vice|deputy|former|past|acting)[ -]", ignore_case=True)
PLURAL = pattern(r"(?:[\w’']+ )*(?:cllrs|messrs|drs|[a-z]{4,}[^s]s)\.?$", ignore_case=True)
NO_TITLE = words(
    "none nil minutes notes quorum pledge staff there all attendees meeting three four five six several "
    "nobody "
    "everyone members roll also approved no public guests"
)
"""Words in a list that name nobody."""


class Entry(Struct, frozen=True):
    """A piece of a list and the mark before it."""

    span: Span
    mark: str


def read_entries(level: str, span: Span, role: str) -> list[MeetingPerson]:
    """The people of a list."""
    found = list(entries_of(level, span))
    reader = Reader(level, role, all(is_single(level[slice(*e.span)]) for e in found), is_paired(found))
    for entry, following in zip(found, [*found[1:], None], strict=False):
        reader.take(entry, following)
    return reader.people


def is_paired(found: list[Entry]) -> bool:
    """Whether a list says "name, title; name, title" throughout."""
    marks = "".join(entry.mark if entry.mark in (";", ",") else "x" for entry in found[1:])
    return ";" in marks and all(part == "," for part in marks.split(";"))


class Reader:
    """Reads the entries of one list in order; `run` is a title that holds for several names."""

    def __init__(self, level: str, role: str, singles: bool, paired: bool) -> None:
        self.level = level
        self.role = role
        self.singles = singles
        self.paired = paired
        self.people: list[MeetingPerson] = []
        self.run = ""
        self.waiting: Entry | None = None

    def take(self, entry: Entry, following: Entry | None) -> None:
        """One entry: a person, the first of a couple, or a title of the one before."""
        said = self.level[slice(*entry.span)]
        behind = bool(self.people) and self.run != HELD and self.is_behind(entry, said)
        title, name = ("", "") if behind else name_of(said)
        if name:
            self.add(entry, title, name)
        elif not behind and is_single(said):
            if self.singles or self.run:
                self.people.append(self.somebody(entry.span, self.run))
            else:
                self.waiting = entry
        elif following and following.mark == "(" and self.holds_name(following) and STARTS_TITLE.match(said):
            self.run = HELD
        elif self.people and is_title(said, self.people[-1]):
            self.people[-1] = presiding(replace(self.people[-1], titles=(*self.people[-1].titles, said)))

    def is_behind(self, entry: Entry, said: str) -> bool:
        """Whether an entry can only say something of the person before it."""
        if entry.mark in ("(", "-") or (self.paired and entry.mark == ","):
            return True
        return is_office(said) and not TITLED.match(said)

    def holds_name(self, entry: Entry) -> bool:
        """Whether a bracket names the person of a title: "the Clerk (Mrs S Lind)"."""
        said = self.level[slice(*entry.span)]
        return is_courtesy(said) and bool(name_of(said)[1])

    def add(self, entry: Entry, title: str, name: str) -> None:
        """A person; a given name that waits shares the family name, or the title that runs."""
        run = "" if self.run == HELD else self.run
        self.run = title if title and PLURAL.match(title) else "" if title else run
        family = name.split()[-1] if not title and " " in name and entry.mark == "and" else ""
        if self.waiting and (family or self.run):
            self.people.append(self.somebody(self.waiting.span, self.run, family))
        place = (entry.span[1] - len(name), entry.span[1])
        self.people.append(presiding(self.somebody(place, title or self.run)))
        self.waiting = None

    def somebody(self, place: Span, title: str, family: str = "") -> MeetingPerson:
        """A person of this list; a family name alone keeps the title that it shares: "Cllrs Ash and Birk"."""
        found = person(self.level, place, (title,) if title else (), self.role, family)
        if " " in found.name or not PLURAL.match(title):
            return found
        return replace(found, name=f"{title.rstrip('.').removesuffix('s')} {found.name}")


def entries_of(level: str, span: Span) -> Iterator[Entry]:
    """The pieces of a list with the mark that stands before each: a comma, "and", a bracket, a dash."""
    start, end = span
    while end > start and level[end - 1] in ".;):,*_| ":
        end -= 1
    mark = ""
    for joint in JOINT.finditer(level, start, end):
        yield from entry_at(level, start, joint.start(), mark)
        start = joint.end()
        mark = mark_of(joint.group())
    yield from entry_at(level, start, end, mark)


def entry_at(level: str, start: int, end: int, mark: str) -> Iterator[Entry]:
    """The piece without the words that only lead in."""
    start, end = trimmed(level, start, end)
    while opening := OPENS.match(level, start, end):
        start = opening.end()
    if (letters := TRAILING.search(level, start, end)) and is_initials(
        letters[1], level[start : letters.start()]
    ):
        end = letters.start()
    if closing := CLOSES.search(level, start, end):
        end = closing.start()
    end -= 1 if level[max(start, end - 3) : end].endswith((".", "*")) and level[end - 2].islower() else 0
    if start < end:
        yield Entry((start, end), mark)


def mark_of(joint: str) -> str:
    """What a joint of a list means."""
    sign = joint.strip()
    if "(" in sign:
        return "("
    if sign in ("–", "—", "-"):
        return "-"
    if sign[:1] in (";", "|", "•", ")") or not sign:
        return ";" if sign[:1] == ";" else "|"
    return "," if sign[:1] == "," else "and"


def name_of(piece: str) -> tuple[str, str]:
    """The title and the name of a piece; a family name alone keeps its "Cllr"."""
    if is_name(piece):
        return "", piece
    titled = TITLED.match(piece)
    if not titled:
        return "", ""
    title, name = titled["title"].strip(), titled["name"]
    if is_name(name):
        return title, name
    if SINGLE.match(name) and not STARTS_TITLE.match(name) and name not in ORGANISATION:
        return (title, name) if PLURAL.match(title) else (title, piece)
    return "", ""


def is_office(piece: str) -> bool:
    """Whether words in capitals are an office rather than a name: "Finance Business Partner"."""
    parts = piece.split()
    return len(parts) > 1 and (parts[-1] in OFFICE_ENDS or parts[0] in OFFICE_OPENS)


def is_initials(letters: str, name: str) -> bool:
    """Whether letters in capitals are the initials of the name before them: "Ola Mensah OM"."""
    return letters == "".join(part[0] for part in name.split() if part[:1].isupper())


def is_single(piece: str) -> bool:
    """Whether a piece may be one name of somebody."""
    return bool(SINGLE.match(piece)) and piece.lower() not in NO_TITLE and not STARTS_TITLE.match(piece)


def is_courtesy(piece: str) -> bool:
    """Whether a piece opens with a form of address, so that it is another person and no title."""
    return piece.split()[0].rstrip(".").lower() in COURTESY


def is_title(piece: str, before: MeetingPerson) -> bool:
    """Whether a piece says something of the person before it, beyond the initials."""
    letters = "".join(part[0] for part in before.name.split())
    return not (INITIALS.match(piece) and piece in letters) and piece.split()[0].lower() not in NO_TITLE


def presiding(found: MeetingPerson) -> MeetingPerson:
    """The person, in the chair when a title says so."""
    presides = any(PRESIDES.match(title) and not NO_CHAIR.match(title) for title in found.titles)
    return replace(found, role="chair") if presides and found.role == "member" else found
