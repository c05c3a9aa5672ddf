"""Who took part in a meeting, as English bulletins and minutes print it: names, titles and roles.

In: a text and the span of one sentence. Out: people in the order of the text. A title may stand after the
name ("Ana Reed, mayor and chair of the board,") or before it ("Deputy Mayor Ana Reed"); a title in the
plural covers the run of names after it. A sentence without one of the verbs below names nobody.
"""

from collections.abc import Iterator

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.ledger.records import MeetingPerson
from milepost.reading.patterns import pattern
from milepost.reading.sentences import trimmed, words


class RoleRow(Struct, frozen=True):
    """A row of the table of roles: `before` says that the people stand before the verb, else after it."""

    name: str
    verb: str
    role: str
    before: bool = True


SPEECH = r"(?:delivered|made|gave) (?:a|an) (?:[a-z]+ )?(?:speech|address)"
PRESENT = r"(?:attended|were present|was present|were in attendance|participated|took part|sat in)"
WITHOUT_VOTE = (
    r"(?:as (?:an? )?(?:observers?|guests?|non-voting)|without (?:a )?vot|in a non-voting|by invitation)"
)
LABEL = r"\b[^:.]{0,20}?(?::| were received from | from | were | was ) ?"
ROLES = (
    RoleRow("role:chaired-by", r"\b(?:chaired|presided over|led|convened) by ", "chair", before=False),
    RoleRow("role:under-chair", r"\bunder the (?:chairmanship|chair|presidency) of ", "chair", before=False),
    RoleRow("role:opened-by", r"\bcalled to order\b[^.;]{0,60}? by ", "chair", before=False),
    RoleRow("role:presided", r",? (?:presided over|presided at|chaired|hosted and chaired) ", "chair"),
    RoleRow("role:called-to-order", r" called (?:the )?(?:[a-z]+ )?(?:meeting|session) to order", "chair"),
    RoleRow("role:in-the-chair", r",? (?:was in|took) the chair\b", "chair"),
    RoleRow("role:chair-label", r"^(?:Chair(?:man|woman|person)?|Presiding) ?: ?", "chair", before=False),
    RoleRow("role:attended-by", r"\battended by ", "member", before=False),
    RoleRow("role:without-vote", rf",? {PRESENT} {WITHOUT_VOTE}", "non_voting"),
    RoleRow(
        "role:also-present", rf"^(?:Also|Others) (?:present|in attendance){LABEL}", "non_voting", before=False
    ),
    RoleRow("role:in-attendance", r"^In attendance ?: ?", "non_voting", before=False),
    RoleRow("role:absent-label", rf"^(?:Absent|Apologies|Excused|Regrets){LABEL}", "absent", before=False),
    RoleRow("role:apologies-from", r"\b[Aa]pologies (?:[a-z]+ ){0,5}from ", "absent", before=False),
    RoleRow("role:absent", r",? (?:(?:was|were) (?:absent|on leave|excused)|did not attend)\b", "absent"),
    RoleRow("role:asked-for-leave", r",? (?:asked for leave|sent apologies)\b", "absent"),
    RoleRow(
        "role:conveyed", r",? (?:conveyed|communicated|relayed|transmitted|briefed|presented) ", "presenter"
    ),
    RoleRow("role:members-present", r"\b[Mm]embers present were ", "member", before=False),
    RoleRow("role:present-label", rf"^(?:[A-Z]\w+ )?(?:members )?[Pp]resent{LABEL}", "member", before=False),
    RoleRow("role:attendees-label", r"^(?:Attendees|Attendance|Attended by) ?: ?", "member", before=False),
    RoleRow("role:those-present", r"^Those (?:attending|present) (?:included|were) ", "member", before=False),
    RoleRow("role:spoke", rf",? {PRESENT}(?: [a-z]+){{0,3}} and {SPEECH}", "speaker"),
    RoleRow("role:attended", rf",? {PRESENT}\b", "member"),
    RoleRow("role:speech", rf",? {SPEECH}", "speaker"),
)
"""The first row whose verb stands in a clause decides: who presides stands above who is present."""
COMPILED_ROLES = [(row, pattern(row.verb)) for row in ROLES]

TITLE_WORD = (
    "(?i:(?:secretary|director|attorney|inspector|auditor)[- ]general|deputy|vice|acting|executive|"
    "assistant|associate|former|members|member|secretary|secretaries|director|"
    "chairman|chairwoman|chairperson|chair|chairs|chief|head|heads|mayors|mayor|governor|premier|president|"
    "minister|"
    "ministers|commissioner|councillors|councillor|councilor|cllrs|cllr|alderman|supervisors|supervisor|"
    "treasurer|clerk|"
    "manager|officer|superintendent|inspector|leaders|leader|guests|guest|magistrate|judge|party secretary|"
    "foreman|roadmaster|recorder|marshal|postmaster|sexton|custodian|supt|sgt|capt|lt|atty|constable|planner"
    "|accountant|surveyor|assessor|librarian|warden|constable|coordinator|co-ordinator|"
    "consultant|architect|counsel|controller|solicitor|sergeant|captain|sheriff|moderator|selectman|"
    "selectwoman|selectmen|lieutenant|analyst|ranger|reeve|bursar|registrar|"
    "trustee|trustees|attorney|administrator|engineer|senator|representative|chancellor|rector|dean|"
    "principal|"
    "dr|mr|mrs|ms|prof|professor)"
)
NAME_WORD = r"[A-Z][\w'’-]*\.?"
NAME = pattern(rf"{NAME_WORD}(?: (?:(?:de|van|von|der|bin|al|la|del) )?{NAME_WORD}){{0,3}}$")
ORGANISATION = words(
    "Committee Council Commission Bureau Office Department Board Agency Ministry Authority Congress "
    "Conference Party Government City County District Province Town Village Group Company Service Union "
    "Unit Team Trust Partnership Section Division Branch Standing Municipal Provincial National Central "
    "Member Members CPPCC Bank Court University Institute"
)
TITLE_BEFORE = pattern(
    rf"((?:[A-Z][\w'’-]* ){{0,2}}(?:{TITLE_WORD}\b\.?[ -]?){{1,4}})"
    rf"({NAME_WORD}(?: {NAME_WORD}){{0,3}})$"
)
STARTS_TITLE = pattern(rf"(?:the )?(?:[A-Z][\w'’-]* |[a-z]+-?[a-z]+ )?{TITLE_WORD}\b")
OTHERS = pattern(r"(?:the |other )*(?:heads|leaders|members|representatives|officials|others|delegates) ")
ONE_NAME = pattern(r"[A-Z][a-z]+$")
COMMA = pattern(r"\)?[,;]\s+(?:and |while |as well as )?|\s+\(|\s+and\s+|\s+as well as\s+")
LEAD_IN = pattern(r"^(?:Comrades?|Also,?|Leaders|The following|while|and) ")


def find_people(text: str, span: Span) -> list[MeetingPerson]:
    """The people whom one sentence names with a part in the meeting."""
    people: list[MeetingPerson] = []
    for place, role in people_places(text, span):
        people.extend(read_names(text, place, role))
    return people


def people_places(text: str, span: Span) -> Iterator[tuple[Span, str]]:
    """Where a sentence lists people, and their role: before "attended", after "Present:"."""
    verbs = role_verbs(text, span)
    before = span[0]
    for at, (start, end, row) in enumerate(verbs):
        after = verbs[at + 1][0] if at + 1 < len(verbs) else span[1]
        yield ((before, start) if row.before else (end, after)), row.role
        before = end


def role_verbs(text: str, span: Span) -> list[tuple[int, int, RoleRow]]:
    """The verbs of the table in a sentence, none inside another; an upper row wins."""
    found: list[tuple[int, int, RoleRow]] = []
    sentence = text[slice(*span)]
    for row, verb in COMPILED_ROLES:
        for match in verb.finditer(sentence):
            start, end = span[0] + match.start(), span[0] + match.end()
            if all(end <= other[0] or other[1] <= start for other in found):
                found.append((start, end, row))
    return sorted(found, key=lambda verb: verb[0])


def read_names(text: str, span: Span, role: str) -> list[MeetingPerson]:
    """The people of a list: a piece is a name, a title before a name, or a title of the name before it."""
    people: list[MeetingPerson] = []
    run: tuple[str, ...] = ()
    alone: Span | None = None
    inherited = False
    for start, end in pieces(text, span):
        title, name = title_and_name(text[start:end])
        if name:
            place = (end - len(name), end)
            inherited = bool(run) and not title
            run = (title,) if title else run
            if alone and not title:
                people.append(person(text, alone, run, role, family=name.split()[-1]))
            people.append(person(text, place, run, role))
            run = run if run and run[0].rstrip(".").endswith("s") else ()
        elif people and not alone and not OTHERS.match(text[start:end]):
            people[-1] = with_title(people[-1], text[start:end], () if inherited else people[-1].titles)
            inherited = False
        alone = (start, end) if not name and is_first_name(text[start:end]) else None
    return people


def title_and_name(piece: str) -> tuple[str, str]:
    """The title and the name of a piece, each empty where it has none."""
    if is_name(piece):
        return "", piece
    titled = TITLE_BEFORE.match(piece)
    return (titled[1].strip(), titled[2]) if titled and is_name(titled[2]) else ("", "")


def with_title(before: MeetingPerson, title: str, kept: tuple[str, ...]) -> MeetingPerson:
    """The person with one more title; "(Chair)" behind a name also says who presides."""
    title = title.strip(" ()")
    presides = title.lower() in ("chair", "chairman", "chairwoman", "chairperson", "presiding")
    role = "chair" if presides and before.role == "member" else before.role
    return MeetingPerson(name=before.name, role=role, titles=(*kept, title), span=before.span)


def person(text: str, name: Span, titles: tuple[str, ...], role: str, family: str = "") -> MeetingPerson:
    """A person with the printed name and its place; `family` is shared by "Bo and Ana Reed"."""
    printed = " ".join(f"{text[slice(*name)]} {family}".split())
    return MeetingPerson(name=printed, role=role, titles=titles, span=name)


def is_name(piece: str) -> bool:
    """Whether a piece is a personal name: capitalised words, none of an organisation or title."""
    parts = piece.split()
    if not 2 <= len(parts) <= 5 or not NAME.match(" ".join(parts)):
        return False
    return not any(part in ORGANISATION for part in parts) and not STARTS_TITLE.match(piece)


def is_first_name(piece: str) -> bool:
    """Whether a piece may be the first of two people who share a family name."""
    return ONE_NAME.match(piece) is not None and not STARTS_TITLE.match(piece)


def pieces(text: str, span: Span) -> Iterator[Span]:
    """The pieces of a list, cut at commas, and at "and" where a name or a title begins after it."""
    start, end = trimmed(text, *span)
    while end > start and text[end - 1] in ".;):,":
        end -= 1
    end = trimmed(text, start, end - 4)[1] if text.endswith(" and", start, end) else end
    if match := LEAD_IN.match(text[start:end]):
        start += match.end()
    for cut in COMMA.finditer(text, start, end):
        by_mark = text[cut.start()] in ",;)" or text[cut.end() - 1] == "("
        if by_mark or begins_piece(text[cut.end() : min(end, cut.end() + 60)]):
            yield trimmed(text, start, cut.start())
            start = cut.end()
    yield trimmed(text, start, end)


def begins_piece(rest: str) -> bool:
    """Whether a name or a title begins here, so that the "and" before it parts two pieces."""
    head, *tail = (part.rstrip(" .") for part in COMMA.split(rest, maxsplit=2)[:2])
    shared = bool(tail) and is_first_name(head) and is_name(tail[0])
    return STARTS_TITLE.match(rest) is not None or is_name(head) or shared
