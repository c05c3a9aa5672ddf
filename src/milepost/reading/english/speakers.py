"""Whom a pronoun or a bare title stands for: "It will also …", "We will …", "the Secretary shall …".

In: a subject in a masked sentence and the duties found before it. Out: the units it stands for, or None
where nobody is told. "It" is the last agent of the same paragraph, unless the paper that this agent makes
may be meant; "we" is who answers a finding, else who issues the text; a bare title is the last one that was
printed in full. Who is bound otherwise stands in `bindings`.
"""

from milepost.reading.english.actors import BARE_TITLES, Names, find_names, head_of
from milepost.reading.english.decisions import Decisions
from milepost.reading.english.modals import Mark
from milepost.reading.english.words import PRODUCTS
from milepost.reading.patterns import pattern
from milepost.reading.records import NamedUnit

RESPONSE = pattern(
    r"(?:(?:The )?(?P<who>[A-Z][\w&-]*(?: (?:of|for|and|the|[A-Z][\w&-]*)){0,8}?)(?:[’']s?)? )?"
    r"(?:(?:[Mm]anagement|[Aa]gency|[Aa]uditee|[Ee]ntity|[Oo]fficial|[Ff]ormal)(?:[’']s)? )?"
    r"(?:[Rr]esponse|[Rr]eply|[Cc]omments?)(?: (?:to|on) [Rr]ecommendation \d+)? ?[.:]"
)
""""Department's response: Agreed." opens what the department says of itself."""
ANSWERS = pattern(
    r"(?P<who>[A-Z][\w&-]*(?: (?:of|for|and|the|[A-Z][\w&-]*)){0,8}): "
    r"(?:We|Agreed?|Accept(?:ed)?|Partially|Noted|Concur|Not)\b"
)
""""Skerry Lines: We accept …" names who speaks."""
ROLES = frozenset("management agency auditee entity official formal our audit client".split())
"""Words before "response" that name nobody."""
NEAR = 240
"""How far, in characters, an "it" may look back for its agent."""
PAPER_VERBS = frozenset(
    """address allow apply be come contain cost cover describe detail enable explain form have help identify
    include last limit list outline provide remain replace run serve set show specify state take""".split()
)
"""What a plan or a bill does as well as a body: after one, "it" may mean the paper."""
GOES_ON = pattern(r"\b(?:also|further|then|in addition|additionally|likewise)\b", ignore_case=True)
WE_BINDS = frozenset(("modal:will", "modal:shall", "modal:agreed", "modal:bound"))


class Speakers(Decisions):
    """Knows who speaks, and who was last named in full."""

    def note_response(self, start: int, end: int) -> int:
        """Where a stretch goes on after "Department's response:"; the department speaks from here."""
        head = self.text[start : min(end, start + 140)]
        found = RESPONSE.match(head) if ("esponse" in head or self.kind == "audit") else None
        found = found or (ANSWERS.match(head) if ": " in head else None)
        if found is None:
            return start
        named = found["who"] and found["who"].lower() not in ROLES
        who = (start + found.start("who"), start + found.end("who"))
        self.speaker = find_names(self.text, [who]).units if named else self.last_agent
        return min(end, start + (found.end("who") + 2 if found.re is ANSWERS else found.end()))

    def stands_for(self, words: str, start: int, sentence: str, mark: Mark) -> Names | None:
        """The units behind a pronoun; None where the sentence binds nobody."""
        mark_place = start + mark.start
        if sentence.startswith(" that ", mark.end):
            return None
        if words.lower() in ("we", "i"):
            binds = mark.rule in WE_BINDS and (self.kind != "audit" or bool(self.speaker))
            return Names(self.speaker or self.issuer()) if binds else None
        if words.lower() == "you":
            return Names()
        near = self.measures and mark_place - self.measures[-1].span[1] < NEAR
        if words.lower() != "it" or not near or not self.last_agent:
            return None
        before = self.measures[-1]
        made = before.object is not None and head_of(before.object.text) in PRODUCTS
        goes_on = mark.rule == "modal:agreed" or GOES_ON.search(sentence[: mark.end + 40])
        first = sentence[mark.end :].split()[:1]
        of_paper = not first or first[0].strip(",").lower() in PAPER_VERBS
        return Names(self.last_agent) if goes_on or not (made and of_paper) else None

    def issuer(self) -> tuple[NamedUnit, ...]:
        """The body that issues the text, where its letterhead prints it."""
        name = self.facts.issuer
        at = self.text.find(name) if name else -1
        if not name or at < 0 or name.isupper():
            return ()
        return (NamedUnit(name=name, span=(at, at + len(name))),)

    def in_full(self, units: tuple[NamedUnit, ...]) -> tuple[NamedUnit, ...]:
        """The units with a bare title written as it was last printed in full; full titles are noted."""
        if len(units) != 1:
            for unit in units:
                self.note_title(unit)
            return units
        words = units[0].name.lower()
        if words in BARE_TITLES and words not in self.defined_titles:
            full = self.full_titles.get(words)
            return (full,) if full else units
        self.note_title(units[0])
        return units

    def note_title(self, unit: NamedUnit) -> None:
        """Remember a title that is printed in full: "Secretary of Trade"."""
        first, _, rest = unit.name.partition(" ")
        if first.lower() in BARE_TITLES and rest.startswith(("of ", "for ")):
            self.full_titles[first.lower()] = unit
