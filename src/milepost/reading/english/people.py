"""Who the initials of minutes stand for, and who is named in them.

In: the text of minutes. Out: initials to the person of the attendance list who alone has them, and the names
by which people of the list go. The list itself, with roles, is the meeting record's (`rolls`); here only
enough of it is read to give an action its owner.
"""

from milepost.reading.english.blocks import blocks_of
from milepost.reading.english.presence import OPENING, find_present
from milepost.reading.english.roll_entries import TRAILING, is_initials
from milepost.reading.english.rolls import find_roll, stretches
from milepost.reading.english.sentences import sentences_of
from milepost.reading.patterns import pattern
from milepost.reading.records import NamedUnit
from milepost.reading.sentences import flat

ENTRY = pattern(r"(?:[^,;•()|]|\([^()]*\))+")
AND = pattern(r"\s+(?:and|&)\s+")
BRACKET = pattern(r"\(([^()]*)\)")
PRINTED = pattern(r"[A-Z]{2,4}")
TITLES = frozenset(
    "cllr cllrs mr mrs ms dr chair the sir miss prof rev councillor chairman chairwoman mayor clerk "
    "treasurer "
    "supervisor supervisors trustee trustees minister county deputy secretary officer president".split()
)
NAME_WORD = pattern(r"[A-Z][A-Za-z’'-]*\.?")
HEAD = 8000
"""Characters of the text in which an attendance list is looked for."""


def initials_of(text: str) -> dict[str, NamedUnit]:
    """Initials to the person of the attendance list; shared initials stand for nobody."""
    found: dict[str, list[NamedUnit]] = {}
    for start, end in entries_of(text):
        add_person(text, start, end, found)
    return {letters: people[0] for letters, people in found.items() if len({p.name for p in people}) == 1}


def names_of(text: str) -> tuple[dict[str, str], set[str]]:
    """Whole names by the given or family name that one person alone has, and all given and family names."""
    level = flat(text[:HEAD])
    opening = [s for block in blocks_of(text[:OPENING]) for s in sentences_of(text, *block)]
    people = [*find_roll(text[:HEAD], level)[0], *find_present(level, opening)[0]]
    whole: dict[str, set[str]] = {}
    for name in {person.name for person in people}:
        for word in NAME_WORD.findall(name):
            if len(word) > 1 and not word.isupper() and word.lower() not in TITLES:
                whole.setdefault(word, set()).add(name)
    alone = {word: min(names) for word, names in whole.items() if len(names) == 1}
    return alone, set(whole)


def entries_of(text: str) -> list[tuple[int, int]]:
    """The entries of the attendance list, a bracket with its name."""
    found = []
    for stretch in stretches(text[:HEAD]):
        for entry in ENTRY.finditer(text, *stretch.span):
            at = entry.start()
            for joint in AND.finditer(text, *entry.span()):
                found.append((at, joint.start()))
                at = joint.end()
            found.append((at, entry.end()))
    return found


def add_person(text: str, start: int, end: int, found: dict[str, list[NamedUnit]]) -> None:
    """Note one person under printed initials "(RB)" and under those of the name."""
    words = text[start:end]
    bracket = BRACKET.search(words)
    name = (words[: bracket.start()] if bracket else words).strip(" .*_-•\n")
    trailing = TRAILING.search(words.rstrip())
    if trailing and is_initials(trailing[1], BRACKET.sub("", words[: trailing.start()])):
        name = name.removesuffix(trailing[1]).rstrip()
    parts = [w for w in NAME_WORD.findall(name) if w.lower().rstrip(".") not in TITLES]
    if not parts:
        return
    at = start + words.find(name[:1])
    unit = NamedUnit(name=name, span=(at, at + len(name)))
    printed = [w for w in PRINTED.findall(bracket[1]) if w[0] == parts[0][0]] if bracket else []
    for key in printed[:1] or ["".join(part[0] for part in parts)]:
        if len(key) > 1:
            found.setdefault(key, []).append(unit)
