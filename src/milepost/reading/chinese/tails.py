"""The tail of a measure: (市科技局牵头,市财政局配合,6月底前完成) as roles, units and deadline.

In: a stretch of a folded text between brackets, or after a label. Out: `Tail`, or None where the bracket is
no assignment. Order: rules that a tail states for the whole document are cut off, the rest is parted at
commas outside inner brackets, each part is a label, a clause with a role word, a deadline or further units.
Which units lead under a rule of the document is decided in `measures`, not here.
"""

from typing import Literal

from msgspec import Struct, field

from milepost.ledger.origins import Span
from milepost.reading.chinese.deadlines import Days, Due, find_deadlines
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.units import is_strong, is_unit, pieces, split_units, trim
from milepost.reading.patterns import Rule, pattern

TailRole = Literal["lead", "support", "responsible", "guide", "deadline", "scope", "person", "output"]

LEAD_FIRST = Rule(
    "tail:first-leads",
    pattern(
        r"(?:任务后所列单位)?,?(?:[列排](?:名)?(?:在)?(?:首位|第一)(?:位)?(?:的|者)?|第一(?:责任)?"
        r"(?:单位|部门)|首个单位|首位)"
        r"(?:单位|部门)?(?:均)?[为是即](?:牵头|第一责任|主要责任)(?:负责)?(?:单位|部门|者)"
        r"(?:[^。()]{0,14}下同)?[^。()]{0,20}"
    ),
)
"""排在第一位的为牵头单位,下同: holds for the whole document."""

SUPPORT_ONCE = Rule(
    "tail:support-once",
    pattern(
        r"以下[^,。;:()]{0,8}?(?:均|都)(?:需|须|由|要|应)(?:由)?"
        r"(?P<units>(?:[^,。;()<>]|[(<][^()<>]{1,12}[)>]){2,40}?)(?:负责|具体|组织|抓好)*(?:落实"
        r"|配合|参与|实施)[,，]"
        r"(?:以下)?不再(?:单独|一一|逐一)?(?:列出|列明|标注)"
    ),
)
"""以下均需各县政府落实,不再列出: support of all that follows."""

SUFFIX_SAME = pattern(r"[,;。]?下同$")

LABELS: tuple[tuple[TailRole, str], ...] = (
    (
        "lead",
        r"(?:总)?牵头(?:负责)?(?:单位|部门|科室|处室|领导单位)|主办(?:单位|部门)|主责(?:单位|部门)"
        r"|牵头(?:责任)?(?:单位|部门)|牵头|第一责任单位",
    ),
    (
        "support",
        r"(?:配合|协办|参与|参加|协作|协同|协助)(?:责任)?(?:单位|部门|科室|处室)|其他责任(?:单位"
        r"|部门)|配合|协办",
    ),
    (
        "responsible",
        r"(?:主要)?责任(?:单位|部门|科室|处室|主体)|负责(?:单位|部门|科室)|(?:落实|实施|承办"
        r"|整改责任|整改)(?:单位|部门)",
    ),
    ("guide", r"指导(?:单位|部门)"),
    (
        "deadline",
        r"(?:完成|整改|办理|办结|落实|推进|实施)?(?:时限|时间|期限|日期)(?:要求|节点|安排)?|"
        r"(?:时间|进度)(?:安排|要求|节点)|完成(?:时限|时间)",
    ),
    (
        "person",
        (
            r"(?:责任|分管|牵头|联系|包联|挂钩|市|县|区|省)(?:市|县|区|省)?领导|(?:责任|联系|负责)人"
            r"|联系电话"
        ),
    ),
    ("scope", r"(?:适用|实施|试点)(?:范围|区域|对象)"),
    ("output", r"(?:成果|完成|输出)(?:形式|成果|标志)|预期成果|工作成果"),
)
LABEL = pattern("(?:" + "|".join(f"(?P<{role}>{words})" for role, words in LABELS) + ") ?: ?")

CLAUSES: tuple[Rule, ...] = (
    Rule(
        "tail:with-others",
        pattern(
            r"(?P<lead>.+?)(?:会同|会商|联合)(?P<support>.+?)(?:按(?:照)?(?:各自)?(?:职责|职能)"
            r"(?:分工)?)?(?:共同|分别)?(?:负责|牵头|落实|实施|组织实施|推进)(?:落实)?$"
        ),
    ),
    Rule(
        "tail:leads",
        pattern(r"(?P<lead>.+?)(?:总)?牵头(?:负责|实施|落实|组织实施|推进|组织|承办|办理)?(?:落实)?$"),
    ),
    Rule(
        "tail:leads-with",
        pattern(
            r"(?P<lead>.+?)牵头(?:会同|,)?(?P<support>.+?)(?:按(?:照)?(?:各自)?(?:职责|职能)"
            r"(?:分工)?)?(?:配合|参与|参加|负责|落实)$"
        ),
    ),
    Rule("tail:guides", pattern(r"(?P<guide>.+?)(?:负责)?(?:业务)?指导(?:监督|推进|落实)?$")),
    Rule(
        "tail:supports",
        pattern(
            r"(?P<support>.+?)(?:按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?)?(?:分别|共同|做好|积极"
            r"|协同|协助)?(?:配合|参与|参加|协办|协同)(?:落实|做好|推进|实施)?$"
        ),
    ),
    Rule(
        "tail:responsible",
        pattern(
            r"(?P<responsible>.+?)(?:按(?:照)?(?:各自)?(?:职责|职能|权限)(?:和任务)?(?:分工)?"
            r"|依职责)?(?:分别|共同|分头|具体|组织)*(?:负责|落实|实施|承担|推进|承办)(?:落实|实施"
            r"|推进)?$"
        ),
    ),
    Rule("tail:by-duty", pattern(r"(?P<responsible>.+?)(?:按(?:照)?(?:各自)?(?:职责|职能)分工)$")),
)
"""What a role word at the end of a part says of the units before it; the first row that fits wins."""

ROLE_WORD = pattern(r"牵头|负责|落实|实施|配合|参与|参加|指导|协办|协同|推进|承担|承办|办理|组织|监督|分工")
"""Without one of these no row of `CLAUSES` matches."""

NO_TAIL = pattern(
    r"(?:此件|以下简称|简称|下称|详见|见附件|附件|含|包括|包含|不含|如|即|其中|例如|除|指|注:|本文"
    r"|限|原则上|具体|试行|修订|摘要|代拟|征求意见)"
)
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
    return tail if _good(text, tail, reader, bare) else None


def _at_labels(text: str, start: int, end: int) -> list[Span]:
    """A part cut before each label behind a blank: 牵头单位:甲局 配合单位:乙局."""
    if text.find(" ", start, end) < 0:
        return [(start, end)]
    cuts = [
        m.start()
        for m in LABEL.finditer(text, start, end)
        if m.start() > start and text[m.start() - 1] == " "
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
    once = SUPPORT_ONCE.pattern.search(text, start, end)
    if once:
        tail.support_once = split_units(text, *once.span("units")).spans
        tail.because.append(SUPPORT_ONCE.name)
        kept = [(start, once.start()), (once.end(), end)]
    first = LEAD_FIRST.pattern.search(text, *kept[0])
    if first:
        tail.first_leads = True
        tail.because.append(LEAD_FIRST.name)
        kept = [(kept[0][0], first.start()), (first.end(), kept[0][1]), *kept[1:]]
    return [trimmed for a, b in kept if (trimmed := _trim_rule(text, a, b)) is not None]


def _trim_rule(text: str, start: int, end: int) -> Span | None:
    """A stretch without the brackets and stops that a cut rule leaves behind."""
    same = SUFFIX_SAME.search(text, start, end)
    end = same.start() if same else end
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
        label = LABEL.match(self.text, start, end)
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
        for rule in CLAUSES:
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
            self.strange += sum(1 for a, b in found.spans if not is_unit(self.text, a, b))
            if role == "support":
                tail.support += [(span, None) for span in found.spans]
            else:
                {"lead": tail.lead, "guide": tail.guide, "responsible": tail.responsible}[role].extend(
                    found.spans
                )

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


def role_of(name: str | None) -> TailRole:
    """The role behind a named group."""
    roles: dict[str | None, TailRole] = {role: role for role, _ in LABELS}
    return roles[name]


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
