"""The tail of a measure: (市科技局牵头,市财政局配合,6月底前完成) as roles, units and deadline.

In: a stretch of a folded text between brackets, or after a label. Out: `Tail`, or None where the bracket is
no assignment. Order: rules that a tail states for the whole document are cut off, the rest is parted at
commas outside inner brackets, each part is a label, a clause with a role word, a deadline or further units.
Which units lead under a rule of the document is decided in `measures`, not here.
"""

from msgspec import Struct, field

from milepost.ledger.origins import Span
from milepost.reading.chinese.deadlines import Days, Due, find_deadlines
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.tail_words import (
    CLAUSE_SIGNS,
    CLAUSES,
    LABEL,
    LEAD_FIRST,
    LED_MARK,
    NO_TAIL,
    ROLE_WORD,
    STAR_LEADS,
    STARS,
    SUFFIX_SAME,
    SUPPORT_ONCE,
    TailRole,
    role_of,
    says_first,
)
from milepost.reading.chinese.units import is_strong, is_unit, pieces, split_units, trim

__all__ = ["Tail", "TailRole", "read_field", "read_tail"]

HEAD = 6000
"""Where a rule on stars stands at the latest: in the head, before the items."""

CLOSERS = frozenset(")>〕]")
INSIDE = frozenset(",;，；。")


class Tail(Struct, kw_only=True, gc=False):
    """An assignment: who, in which role, by when; `spans` of units point into the copy."""

    start: int
    end: int
    lead: list[Span] = field(default_factory=list)
    support: list[tuple[Span, str | None]] = field(default_factory=list)
    responsible: list[Span] = field(default_factory=list)
    guide: list[Span] = field(default_factory=list)
    dues: list[Due] = field(default_factory=list)
    output: Span | None = None
    open: bool = False
    first_leads: bool = False
    support_once: list[Span] = field(default_factory=list)
    because: list[str] = field(default_factory=list)
    bare: bool = False

    @property
    def assigns(self) -> bool:
        """Whether the tail names anybody."""
        return bool(self.lead or self.support or self.responsible or self.guide)


def read_tail(folded: Folded, start: int, end: int, days: Days, bare: bool = True) -> Tail | None:
    """The assignment between two brackets; None where it is none. `bare` allows units without any role
    word."""
    text = folded.text
    if NO_TAIL.match(text, start, end):
        return None
    tail = Tail(start=start, end=end)
    inner = _without_rules(folded, start, end, tail)
    reader = _Reader(folded, days, tail)
    for a, b in inner:
        for piece in pieces(text, a, b, INSIDE):
            for part in _at_labels(text, *piece):
                reader.part(*part)
    reader.close()
    reader.lead_charged()
    return tail if _good(text, tail, reader, bare) else None


def _at_labels(text: str, start: int, end: int) -> list[Span]:
    """A part cut before each label inside it: 牵头单位:甲局 配合单位:乙局, 牵头单位:甲局、责任单位:乙局."""
    if text.count(":", start, end) < 2:
        return [(start, end)]
    cuts = [
        m.start()
        for m in LABEL.finditer(text, start, end)
        if m.start() > start and text[m.start() - 1] in " 、"
    ]
    return list(zip([start, *cuts], [*cuts, end], strict=True))


def read_field(folded: Folded, role: TailRole, start: int, end: int, days: Days, tail: Tail) -> None:
    """Add the words of a label line or a table cell with a role to a tail."""
    reader = _Reader(folded, days, tail)
    reader.role = role
    for a, b in _without_rules(folded, start, end, tail):
        if role in ("deadline", "scope", "person", "output"):
            reader.assign(role, a, b)
            continue
        for piece in pieces(folded.text, a, b, INSIDE):
            reader.part(*piece)
        reader.close()
    tail.end = max(tail.end, end)


def _without_rules(folded: Folded, start: int, end: int, tail: Tail) -> list[Span]:
    """The stretches of a tail outside the rules that it states for the whole document."""
    text, kept = folded.text, [(start, end)]
    below = text.find("以下", start, end)
    once = SUPPORT_ONCE.pattern.search(text, below, end) if below >= 0 else None
    if once:
        tail.support_once = split_units(text, *once.span("units")).spans
        tail.because.append(SUPPORT_ONCE.name)
        kept = [(start, once.start()), (once.end(), end)]
    first = LEAD_FIRST.pattern.search(text, *kept[0]) if says_first(text, *kept[0]) else None
    if first:
        tail.first_leads = True
        tail.because.append(LEAD_FIRST.name)
        kept = [(kept[0][0], first.start()), (first.end(), kept[0][1]), *kept[1:]]
    return [trimmed for a, b in kept if (trimmed := _trim_rule(text, a, b)) is not None]


def _trim_rule(text: str, start: int, end: int) -> Span | None:
    """A stretch without the brackets and stops that a cut rule leaves behind."""
    if text.endswith(SUFFIX_SAME, start, end):
        end -= len(SUFFIX_SAME)
    while start < end and text[start] in ",;。)、":
        start += 1
    while start < end and text[end - 1] in ",;。(、":
        end -= 1
    return trim(text, start, end)


class _Reader:
    """Walks the parts of a tail and puts each in its role."""

    def __init__(self, folded: Folded, days: Days, tail: Tail) -> None:
        self.folded = folded
        self.text = folded.text
        self.days = days
        self.tail = tail
        self.role: TailRole | None = None
        self.labelled = False
        self.pending: list[Span] = []
        self.strange = 0

    def part(self, start: int, end: int) -> None:
        """Take in one part: a label, a deadline, a clause with a role word, or more units."""
        colon = self.text.find(":", start, end)
        label = LABEL.match(self.text, start, end) if colon >= 0 else None
        if label:
            self.close()
            self.role, self.labelled = role_of(label.lastgroup), True
            self.tail.because.append(f"tail:label-{self.role}")
            if label.end() == end:
                return
            start = label.end()
        if self.role in ("deadline", "scope", "person", "output") and self.role is not None:
            self.assign(self.role, start, end)
        elif not self._deadline(start, end) and not self._clause(start, end):
            self.pending.append((start, end))

    def _deadline(self, start: int, end: int) -> bool:
        """Whether a part is a deadline and nothing else."""
        dues = find_deadlines(self.folded, start, end, self.days, field=True)
        covered = sum(due.end - due.start for due in dues)
        if not dues or is_strong(self.text, start, end) or covered * 2 < end - start:
            return False
        self.tail.dues += dues
        return True

    def _clause(self, start: int, end: int) -> bool:
        """Whether a part ends in a role word; the units waiting before it share the role."""
        if ROLE_WORD.search(self.text, start, end) is None:
            return False
        signs = frozenset(self.text[start:end])
        for rule in CLAUSES:
            if signs.isdisjoint(CLAUSE_SIGNS[rule.name]):
                continue
            match = rule.pattern.match(self.text, start, end)
            if match is None:
                continue
            roles = [name for name, words in match.groupdict().items() if words]
            if not all(self._units_like(*match.span(name)) for name in roles):
                continue
            self.tail.because.append(rule.name)
            first = roles[0]
            if first == "support" and not (self.tail.lead or self.tail.guide):
                self.close()
            self.assign(
                role_of(first), self.pending[0][0] if self.pending else match.start(first), match.end(first)
            )
            self.pending = []
            for name in roles[1:]:
                self.assign(role_of(name), *match.span(name))
            return True
        return False

    def _units_like(self, start: int, end: int) -> bool:
        """Whether a stretch before a role word reads as units."""
        spans = split_units(self.text, start, end).spans
        return bool(spans) and all(is_unit(self.text, a, b) for a, b in spans)

    def assign(self, role: TailRole, start: int, end: int) -> None:
        """Put the units of a stretch in a role; a deadline, scope or output likewise."""
        tail = self.tail
        if role == "deadline":
            tail.dues += find_deadlines(self.folded, start, end, self.days, field=True)
        elif role == "output":
            tail.output = tail.output or trim(self.text, start, end)
        elif role not in ("scope", "person"):
            found = split_units(self.text, start, end)
            tail.open |= found.open
            spans = self._without_marks(found.spans)
            self.strange += sum(1 for a, b in spans if not is_unit(self.text, a, b))
            if role == "support":
                tail.support += [(span, None) for span in spans]
            else:
                {"lead": tail.lead, "guide": tail.guide, "responsible": tail.responsible}[role].extend(spans)

    def _without_marks(self, spans: list[Span]) -> list[Span]:
        """The units without those that a mark of their own makes lead: 甲局(牵头), and 甲局* where the text
        says that a star leads."""
        kept: list[Span] = []
        for a, b in spans:
            first, last = self.text[a], self.text[b - 1]
            led = LED_MARK.search(self.text, a, b) if last in CLOSERS else None
            if led is not None and led.start() > a:
                self.tail.lead.append((a, led.start()))
            elif last not in STARS and first not in STARS:
                kept.append((a, b))
            else:
                bare = (a + 1, b) if first in STARS else (a, b - 1)
                (self.tail.lead if STAR_LEADS.search(self.folded.text, 0, HEAD) else kept).append(bare)
        return kept

    def lead_charged(self) -> None:
        """Make the one unit in charge the lead where others are said to help it: 甲局负责,乙局配合."""
        tail = self.tail
        charged = {"tail:responsible", "tail:supports"} <= set(tail.because)
        if charged and not (self.labelled or tail.lead or tail.guide) and len(tail.responsible) == 1:
            tail.lead, tail.responsible = tail.responsible, []

    def close(self) -> None:
        """Give the units still waiting the role of their label, else that of a list without role words."""
        if not self.pending:
            return
        start, end = self.pending[0][0], self.pending[-1][1]
        self.pending = []
        if self.role is not None:
            self.assign(self.role, start, end)
            return
        named = bool(self.tail.lead or self.tail.guide)
        self.tail.bare |= not (named or self.tail.support or self.tail.responsible)
        self.assign("support" if named else "responsible", start, end)


def _good(text: str, tail: Tail, reader: _Reader, bare: bool) -> bool:
    """Whether what was read is an assignment: somebody is named, and without a label everybody is a unit."""
    if not tail.assigns:
        return False
    if reader.labelled:
        return True
    if reader.strange:
        return False
    names = [*tail.lead, *tail.responsible, *tail.guide, *(span for span, _ in tail.support)]
    return not tail.bare or (
        bare and all(is_unit(text, a, b) for a, b in names) and any(is_strong(text, a, b) for a, b in names)
    )
