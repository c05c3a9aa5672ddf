"""Notes that name an owner: "Ann call the county", "AP3 – JS – circulate the draft – 14 May".

In: the text, a stretch of it and the people of the minutes. Out: items, and what is closed. An entry of an
action log is cut at its dashes into reference, owner, task, date and state, in any order. A list of duties
gives one item a name. What full sentences promise stands in `minute_rows`.
"""

import re
from collections import Counter

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.deadlines.phrases import Anchors
from milepost.reading.english.actors import PLACEHOLDER
from milepost.reading.english.chunks import masked
from milepost.reading.english.dates import find_dates
from milepost.reading.english.minute_items import Item, ending, plain_verb
from milepost.reading.english.minute_parts import NAME
from milepost.reading.english.words import UNIT_HEADS, VERBS
from milepost.reading.patterns import pattern
from milepost.reading.records import NamedUnit

NAME_VERB = pattern(
    r"(?:^|,\s*(?:and\s+)?|;\s*(?:and\s+)?|\band\s+)(?P<who>[A-Z][\w’'-]*(?: "
    r"[A-Z][\w’'-]*)?)(?:(?: to)? | ?[–:-] (?:to )?)(?P<v>[a-z]+)\b"
)
NAME_TASK = pattern(rf"(?P<who>{NAME}) ?[–:-] ?(?P<v>\S.{{5,}})")
"""A line under "To do" that gives somebody a thing: "Ann - insurance claim"."""
NAME_THING = pattern(r"(?:^|, (?:and )?)(?P<who>[A-Z][a-z]+) (?P<v>[a-z][^,]{2,60})")
NAME_DOES = pattern(
    r"^(?:[A-Z][^.;:]{2,40}: )?(?P<who>[A-Z][a-z’'-]+(?: [A-Z][a-z’'-]+)?)(?P<more>(?: and [A-Z][a-z’'-]+)?) "
    r"(?P<v>[a-z]+) \w"
)
"""Somebody of the meeting, and a plain verb: "Ann call the county"."""
AFTER_VERB = pattern(
    r" (?:the|a|an|to|with|on|up|out|about|for|his|her|their|it|back|into|off|over|all|more|new|our)\b"
)
NO_NAME = frozenset("the a an it this that all no each there some any other".split())
TWO_TIMES = frozenset("put set cut let read shut hit cost spread split hurt quit beat come run cast".split())
"""Verbs whose past looks like their plain form: "Ann put up the sign" tells what was done."""
REFERENCE = pattern(
    r"[*_#•\-\s]*(?:(?:(?:Action|ACTION|AP|A|Task|TASK|Item|No)s?\.?\s*(?:[Pp]oint|[Ii]tem|[Nn]o\.?|#)?\s*)"
    r"[A-Z]{0,3}[-.]?\d{1,4}(?:[./-]\d{1,3})*|\d{1,3}(?:[./-]\d{1,3})+|[A-Z]{1,3}[-.]?\d{1,4})[.):]?[*_]*"
    r"(?:\s*[–—:|-]+)?\s+"
)
"""The number of an entry: "AP3 –", "Action 6.1", "5/27.1"."""
CUT = pattern(
    r"\s+[–—-]+\s+|\s*\|\s*|\t+|\s{3,}|(?:\b[A-Z]{2,3}|\d)(?P<colon>:)\s+"
    r"|(?P<bracket>\)):?\s+(?:[–—-]+\s+)?"
)
INITIALLED = r"[A-Z]{2,3}(?:\s?[/&,]\s?[A-Z]{2,3})*"
OWNER = r"[A-Z][\w’'.-]*(?: [A-Z][\w’'.-]*){0,3}"
OWNED = pattern(
    rf"(?:[ ]{{3,}}|\t\s*|\s*(?:\.{{3,}}|…)\s*)(?P<who>{INITIALLED})[ \t]*(?:\n|$)"
    rf"|\s*[\[(](?:ACTION|Action)s?(?: by)?(?::?\s+(?P<by>{INITIALLED})"
    rf"|(?: for)?:\s+(?P<name>{OWNER}(?:\s?(?:[/&,]|\band\b)\s?{OWNER}){{0,3}}))[\])][.;]?\s*"
)
"""The initials of an owner in the right column of a line, or initials or a name in a bracket behind a
sentence."""
ACTION_OF = pattern(
    r"[*_\[(]*(?:ACTION|Action)s?(?: (?:by|for|on"
    r"|point))?[ :–-]+(?P<who>[A-Z]{2,3}(?:\s?[/&,]\s?[A-Z]{2,3})*|[Aa]ll"
    rf"|{OWNER}(?:\s?(?:[/&,]|\band\b)\s?{OWNER}){{0,3}})\s*[:–—-]\s+[*_]*"
)
"""The mark of an action with its owner: "ACTION SR: complete the report"."""
STATE = pattern(
    r"(?:[(\[]|status:? )?(?:open|closed?|done|completed?|action complete|discharged|no further action"
    r"|in progress|ongoing|on-going|outstanding|carried forward|not started|overdue|withdrawn)[)\]]?\.?$",
    ignore_case=True,
)
OVER = pattern(
    r"(?:^|[.;–—-]\s*|[(\[])(?:[Aa]ction )?(?:closed|done|completed?|discharged|withdrawn|superseded"
    r"|no further"
    r" action(?: (?:required|needed))?|nfa|cancelled)[)\].\s]*$",
    ignore_case=True,
)
"""What ends an entry of a log that needs nothing any more."""
WHEN = pattern(
    r"(?:by |due |before )?(?:asap|a\.s\.a\.p\.?|immediate(?:ly)?|forthwith|ongoing|next (?:meeting|board"
    r"|week"
    r"|month)|(?:the )?end (?:of )?\w+(?: \d{4})?|tbc|tbd)\.?$",
    ignore_case=True,
)
ALL = frozenset("all everyone everybody tbc tbd n/a".split())
NOBODY = frozenset(("tbc", "tbd", "n/a"))
JOIN = pattern(r"\s*(?:[/&,+]|\band\b)\s*")
INITIALS = pattern(r"[A-Z]{2,4}$")
WORDS_OF_NAME = pattern(
    r"(?:(?:the|of|and|for|The) )*[A-Z][\w’'.&-]*(?: (?:of|and|for|the|&|[A-Z][\w’'.&-]*))*$"
)
MOST_PARTS = 8
LONGEST_LINE = 600


class Cast(Struct, frozen=True):
    """The people of minutes by initials and names, whole names by a part, and how often a word stands."""

    initials: dict[str, NamedUnit]
    names: frozenset[str]
    full: dict[str, str]
    named: Counter[str]


class Entry(Struct, frozen=True):
    """An entry of an action log: its item, or none where it is closed."""

    item: Item | None


def read_entry(text: str, start: int, end: int, cast: Cast, logged: bool) -> Entry | None:
    """The entry that a line of a log is; None where it is none. `logged` says the text around is a log."""
    if numbered := REFERENCE.match(text, start, end):
        start, logged = numbered.end(), True
    if told := ACTION_OF.match(text, start, end):
        stop = start + len(text[start:end].rstrip(" .;"))
        item = Item("minutes:entry", told.start("who"), told.end(), stop, told.span("who"))
        return Entry(item) if is_owner(told["who"], cast) else None
    parts = parts_of(text, start, end) if logged else []
    owner = owner_in(text, parts, cast) if 1 < len(parts) <= MOST_PARTS else None
    if owner is None:
        return None
    rest = [part for part in parts if part != owner and not STATE.match(text[slice(*part)])]
    dates = [part for part in rest[1:] if is_day(text[slice(*part)])]
    tasks = [part for part in rest if part not in dates]
    if not tasks or " " not in text[slice(*tasks[0])]:
        return None
    over = OVER.search(text[start:end].rstrip())
    return Entry(None if over else entry_item(text, owner, tasks, dates))


def owner_in(text: str, parts: list[Span], cast: Cast) -> Span | None:
    """The part that names who is to act: one of the first two, else the last one that does."""
    return next((part for part in (*parts[:2], *parts[:1:-1]) if is_owner(text[slice(*part)], cast)), None)


def entry_item(text: str, owner: Span, tasks: list[Span], dates: list[Span]) -> Item:
    """The item of an entry, from its task to its date; "tbc" holds nobody."""
    task = tasks[0]
    begin = min(task[0], owner[0]) if owner[0] > task[0] else task[0]
    stop = max(part[1] for part in (*tasks, *dates))
    stop = begin + len(text[begin:stop].rstrip(" .;"))
    held = None if text[slice(*owner)].lower() in PLACEHOLDER | NOBODY else owner
    return Item("minutes:entry", begin, task[0], stop, held, due=dates[0] if dates else None)


def parts_of(text: str, start: int, end: int) -> list[Span]:
    """A line cut at its dashes, bars, tabs and wide gaps; a bracket at its head is a part."""
    line = text[start:end]
    parts, at = [], 0
    for cut in CUT.finditer(line):
        if cut["bracket"] and not line[at:].startswith("("):
            continue
        stop = cut.start("colon") if cut["colon"] else cut.end("bracket") if cut["bracket"] else cut.start()
        parts.append((at, stop))
        at = cut.end()
    parts.append((at, len(line)))
    return [bare(text, start + a, start + b) for a, b in parts if line[a:b].strip(" *_()[].:")]


def bare(text: str, start: int, end: int) -> Span:
    """A part without its blanks and brackets around."""
    words = text[start:end]
    inner = words.strip(" \n*_")
    if inner[:1] in "([" and inner[-1:] in ")]":
        inner = inner[1:-1]
    at = start + words.index(inner)
    return at, at + len(inner)


def is_owner(words: str, cast: Cast) -> bool:
    """Whether a part names who is to act: initials, people of the roll, a unit, everybody."""
    if not 0 < len(words) <= 70 or not (words[:1].isupper() or words.lower() in ALL):
        return False
    return all(
        part.lower() in ALL
        or part in cast.initials
        or bool(INITIALS.match(part))
        or (bool(WORDS_OF_NAME.match(part)) and is_somebody(part, cast))
        for part in JOIN.split(words.strip(" .*_"))
        if part
    )


def is_somebody(words: str, cast: Cast) -> bool:
    """Whether a name in capitals is of the roll or ends as units and offices do."""
    last = words.split()[-1].lower().rstrip(".")
    return bool(set(words.split()) & cast.names) or last in UNIT_HEADS or cast.named[words.split()[0]] > 1


def is_day(words: str) -> bool:
    """Whether a part is a date or says when, and no more."""
    if WHEN.match(words):
        return True
    dates = find_dates(words, 0, len(words), Anchors(issued="2000-01-01")) if len(words) < 40 else []
    return bool(dates) and dates[0].span[1] - dates[0].span[0] >= len(words) - 10


def name_list(text: str, base: int, stop: int, cast: Cast) -> list[Item]:
    """ "Ann call the county, Lee fix the sign": one item a name."""
    words = masked(text, base, stop)
    if OVER.search(words):
        return []
    found = [
        m
        for m in NAME_VERB.finditer(words)
        if m["who"].split()[0].lower() not in NO_NAME
        and (m["v"] in VERBS or (plain_verb(m["v"]) and AFTER_VERB.match(words, m.end())))
    ]
    if (task := NAME_TASK.match(words)) and cast.named[task["who"].split()[0]] > 1:
        found = [task]
    if not found or found[0].start() > 3:
        found = name_tasks(words, cast)
    if not found or found[0].start() > 3:
        return []
    taken = {match.start("who") for match in found}
    things = [m for m in NAME_THING.finditer(words) if m["who"] in cast.names]
    found = sorted([*found, *(m for m in things if m.start("who") not in taken)], key=re.Match.start)
    ends = [m.start() for m in found[1:]] + [ending(words)]
    return [item_of("minutes:names", m, base, end) for m, end in zip(found, ends, strict=True)]


def name_tasks(words: str, cast: Cast) -> list[re.Match[str]]:
    """ "Ann gutter and well, Lee key form": every part opens with the name of somebody in the minutes."""
    found = list(NAME_THING.finditer(words))
    named = all(cast.named[match["who"]] > 1 for match in found)
    return found if named and len(found) == words.count(",") + 1 > 1 else []


def name_does(sentence: str, base: int, cast: Cast) -> list[Item]:
    """ "Ann call county re culvert": a person of the roll and a plain verb, in notes."""
    found = NAME_DOES.match(sentence)
    if not found or found["v"] not in VERBS or not plain_verb(found["v"]) or found["v"] in TWO_TIMES:
        return []
    if not set(found["who"].split()) & cast.names:
        return []
    return [item_of("minutes:does", found, base, ending(sentence))]


def item_of(rule: str, match: re.Match[str], base: int, end: int) -> Item:
    """The item of a name and a verb."""
    who = (base + match.start("who"), base + match.end("who"))
    if match.groupdict().get("more"):
        who = (who[0], base + match.end("more"))
    return Item(rule, who[0], base + match.start("v"), base + end, who)


def segments_of(text: str, start: int, end: int) -> list[tuple[Span, Span | None]]:
    """A stretch cut behind the initials of its right column: each part with its owner, the last with none."""
    found: list[tuple[Span, Span | None]] = []
    if not any(text.find(mark, start, end) >= 0 for mark in ("   ", "\t", "...", "…", "ction", "CTION")):
        return [((start, end), None)]
    for mark in OWNED.finditer(text, start, end):
        found.append(((start, mark.start()), mark.span(mark.lastgroup or "who")))
        start = mark.end()
    return [*found, ((start, end), None)] if start < end else found


def entries_of(text: str, lines: list[Span], cast: Cast, logged: bool) -> list[tuple[Span, Entry]]:
    """The lines of a text that are entries of a log, each with what it gives."""
    found = []
    for line in lines:
        if line[1] - line[0] <= LONGEST_LINE and (logged or REFERENCE.match(text, *line)):
            entry = read_entry(text, *line, cast, logged)
            found += [(line, entry)] if entry else []
    return found
