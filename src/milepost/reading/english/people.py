"""Who the initials of minutes stand for.

In: the text of minutes. Out: initials to the person of the attendance list who alone has them. The
attendance list itself, with roles, is the meeting record's; here only enough of it is read to give an
action its owner.
"""

from milepost.reading.patterns import pattern
from milepost.reading.records import NamedUnit

PRESENT = pattern(
    r"(?m)^[*_#\s]*(?:Present|In attendance|Attendance|Attendees|Also present|Attending"
    r"|Members present|Officers(?: present)?|Apologies|Staff"
    r"|Participants)[^:\n]{0,30}:[*_]*\s*(?P<who>[^\n]+)"
)
SEPARATOR = pattern(r"[,;]|\band\b|\s•\s")
BRACKET = pattern(r"\(([^()]*)\)")
TITLES = frozenset(
    ("cllr", "cllrs", "mr", "mrs", "ms", "dr", "chair", "the", "sir", "miss", "prof", "rev", "councillor")
)
NAME_WORD = pattern(r"[A-Z][A-Za-z’'-]*\.?")


def initials_of(text: str) -> dict[str, NamedUnit]:
    """Initials to the person of the attendance list; shared initials stand for nobody."""
    found: dict[str, list[NamedUnit]] = {}
    for line in PRESENT.finditer(text[:8000]):
        at = line.start("who")
        end = line.end("who")
        cut = at
        for mark in [*SEPARATOR.finditer(text, at, end), None]:
            stop = mark.start() if mark else end
            add_person(text, cut, stop, found)
            cut = mark.end() if mark else end
    return {letters: people[0] for letters, people in found.items() if len({p.name for p in people}) == 1}


def add_person(text: str, start: int, end: int, found: dict[str, list[NamedUnit]]) -> None:
    """Note one person under printed initials "(RB)" and under those of the name."""
    words = text[start:end]
    bracket = BRACKET.search(words)
    name = (words[: bracket.start()] if bracket else words).strip(" .*_")
    parts = [w for w in NAME_WORD.findall(name) if w.lower().rstrip(".") not in TITLES]
    if not parts:
        return
    at = start + words.find(name[:1])
    unit = NamedUnit(name=name, span=(at, at + len(name)))
    keys = {"".join(part[0] for part in parts)}
    if bracket and bracket[1].isupper() and 2 <= len(bracket[1]) <= 4:
        keys = {bracket[1]}
    for key in keys:
        if len(key) > 1:
            found.setdefault(key, []).append(unit)
