"""Duties in running text, without a tail: 各县政府要于2028年3月底前报送方案,
由市发改委牵头,市财政局配合,于….

In: the stretches of a folded text that no assignment closes. Out: `Duty` records: the stretch, who, by when.
In a plan a sentence is a duty only where it names an agent with a date, or with a strict word (应当, 不得);
in minutes an agent and a modal are enough, and a dated sentence without an agent goes on with the one before;
in rules (第X条) whoever is bound. An agent over a list (负责下列工作:) has each item. Encouragement,
permission and reports are set aside with the reason. A bulletin is read in `directives`.
"""

from typing import Literal

from msgspec import Struct, structs

from milepost.ledger.origins import Span
from milepost.reading.chinese.agents import AGENTS, VERB_NEXT, Duty, find_agents
from milepost.reading.chinese.asides import MODALS, reason_of
from milepost.reading.chinese.deadlines import Days, Due, find_deadlines
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.labels import label_at
from milepost.reading.patterns import pattern
from milepost.reading.records import Reason

Mode = Literal["plan", "minutes", "rules"]

SENTENCE = pattern(r"[^。;!?\n]+[。;!?]?")
FORMULA = pattern(
    r"(?:会议|会上)?(?:一致)?(?:要求|强调|明确|议定|决定|指出|确定|认为|同意|商定)(?:如下)?[,:]"
)

GRANT = pattern(r"(?:会议|会上)?(?:一致)?同意")
GRANTED = pattern(rf"由?{AGENTS}{VERB_NEXT}")
"""What behind 同意 gives a unit a task: 同意县财政局安排资金."""
GRANTED_PAPER = pattern(rf"由?{AGENTS}(?:关于|[^,。;]{{1,6}}的)")
"""What is only a paper of the unit's: 同意县教育局提出的方案."""
DEMAND = pattern(r",(?:并|会议|同时|还)*(?:决定|要求|明确|议定|强调|商定|确定)(?:如下)?[:,]")
LISTED = pattern(r"(?:第?[一二三四五六七八九十]{1,2}是|首先,|其次,|再次,)")
FRONTS = (
    (frozenset("会一要强明议决指确认同商"), FORMULA),
    (frozenset("第首其再一二三四五六七八九十"), LISTED),
)
"""What may open a sentence, with the signs that it begins with."""

STRICT = pattern(r"(?:应当|必须|须|不得|严禁|禁止)")
"""A word that binds without a date, right behind its agent."""
ASKS = pattern(r"应当|必须|须|不得|严禁|禁止|[由请][^,。;:]{2,30}牵头|会同")
"""Without one of these, or a date, no sentence of a plan is a duty."""
SHARED = frozenset({"running:led-with", "running:asked-led", "running:leads-with"})
"""Rows that give out a task by name: 由甲局牵头,乙局配合, 请甲局牵头, or 甲局会同乙局 and a verb, binds
without a date."""
TOLD_OF = pattern(r"[去前今]年|近[年几两三期日]|此前|前期|建立|完善|健全|由于|通过")
TOLD_VERB = pattern(r"[^,。;]{1,4}[的了过]")
"""What tells of 甲局会同乙局 and gives out nothing: 近年来甲局会同乙局检查, 甲局会同乙局印发的通知."""
CHARGED = pattern(r"(?:应当?|必须|须|不得|严禁|禁止|要|负责|主管|承担|履行|会同|牵头|统筹)")
"""What binds an agent in rules."""
TASKS = frozenset({"fixed", "relative", "event", "recurring", "start"})
"""Kinds of deadline that make a sentence with an agent a duty; a period does at its start."""
RESOLVED = pattern(r"会[议上](?:一致)?(?:要求|强调|明确|议定|决定|确定|商定)[^。,:]{0,8}[,:]")
REPORTING = pattern(r"会[议上](?:还)?(?:听取|审议|指出|认为|通报|传达|学习)")
"""What opens a run of resolutions in minutes, and what ends it."""
LIST_AHEAD = pattern(
    r"[^。]{0,60}(?:下列|以下|如下)[^。,]{0,8}(?:职责|工作|任务|事项|要求|义务|规定|措施|项目):$"
)
"""市财政局负责以下工作: its items follow."""


class Aside(Struct, frozen=True, gc=False):
    """A sentence that looks like a duty and is none."""

    start: int
    end: int
    reason: Reason


class Running(Struct):
    """What running text holds."""

    duties: list[Duty]
    aside: list[Aside]


def find_running(folded: Folded, loose: list[tuple[int, int, str | None]], days: Days, mode: Mode) -> Running:
    """The duties of loose text."""
    reader = _Reader(folded, days, mode)
    for start, end, label in loose:
        reader.stretch(start, end, label)
    return Running(reader.duties, reader.aside)


class _Reader:
    """Goes over the sentences and remembers who acted last, and who stands over the list that is open."""

    def __init__(self, folded: Folded, days: Days, mode: Mode) -> None:
        self.folded = folded
        self.text = folded.text
        self.days = days
        self.mode: Mode = mode
        self.duties: list[Duty] = []
        self.aside: list[Aside] = []
        self.before: Duty | None = None
        self.over: Duty | None = None
        self.resolved = False

    def stretch(self, start: int, end: int, label: str | None) -> None:
        """Read one stretch under the number that it stands under."""
        self.before = None
        if self.over is not None and not _below(self.over.number, label):
            self.over = None
        for sentence in SENTENCE.finditer(self.text, start, end):
            self.resolved = self._resolves(*sentence.span())
            a, b = _after_formula(self.text, *sentence.span())
            granted = _behind_grant(self.text, a, b)
            self.resolved = self.resolved or granted > a
            self.sentence(granted, b, label)

    def _resolves(self, start: int, end: int) -> bool:
        """Whether a sentence stands among what a meeting resolved, until it turns to reports."""
        if self.mode != "minutes" or self.text.find("会", start, end) < 0:
            return self.resolved
        if RESOLVED.search(self.text, start, end):
            return True
        return self.resolved and not REPORTING.search(self.text, start, end)

    def sentence(self, start: int, end: int, label: str | None) -> None:
        """Add the duties of a sentence; the last of them carries its agent on."""
        aside = reason_of(self.text, start, end)
        if aside == "reported":
            behind = _behind_report(self.text, start, end)
            start, aside = (behind, None) if behind > start else (start, aside)
        dues = find_deadlines(self.folded, start, end, self.days)
        if dues:
            dues = [due for due in dues if due.kind in TASKS or (due.kind == "period" and due.start == start)]
        if aside is not None and not (aside == "principle" and dues):
            self.aside.append(Aside(start, end, aside))
            self.before = None
            return
        duties = self._duties(start, end, dues)
        if duties:
            self.before = None
        for duty in duties:
            own = [due for due in dues if duty.start <= due.start < duty.end]
            if self._binds(duty, own):
                over = self.over.number if duty.listed and self.over is not None else None
                under = over is None or (label or "").startswith(over)
                duty.number = label if under else f"{over}{label or ''}"
                self._add(duty, own)

    def _duties(self, start: int, end: int, dues: list[Due]) -> list[Duty]:
        """Who does what a sentence says: its own agents, the one over the list, or the one before."""
        duties: list[Duty] = []
        if self.mode != "plan" or dues or ASKS.search(self.text, start, end):
            duties = find_agents(self.text, start, end, dues, self.mode == "rules")
        if not duties and self.over is not None:
            return [_taken_over(self.over, start, end, dues, "running:listed")]
        if not duties and self.before is not None and self.mode == "minutes" and dues:
            return [_taken_over(self.before, start, end, dues, "running:carried")]
        return duties

    def _binds(self, duty: Duty, dues: list[Due]) -> bool:
        """Whether a sentence binds its agent: by a date, a row that marks it, or a word near its start."""
        if duty.listed or any(due.kind != "start" for due in dues):
            return True
        stop = min(duty.end, duty.start + 40)
        marked = duty.rule not in ("running:agent", "running:bound")
        if self.mode == "rules":
            return marked or CHARGED.match(self.text, duty.phrase, duty.end) is not None
        if self.mode == "plan":
            strict = STRICT.match(self.text, duty.phrase, duty.end) is not None
            shared = duty.rule in SHARED and bool(self.text[duty.phrase : duty.end].strip("。,; "))
            shared = shared and not (duty.rule == "running:leads-with" and self._tells(duty))
            return strict or shared or (marked and any(due.kind == "start" for due in dues))
        return marked or self.resolved or MODALS.search(self.text, duty.start, stop) is not None

    def _tells(self, duty: Duty) -> bool:
        """Whether 甲局会同乙局 stands behind other words, or in words that tell of what was done."""
        opens = duty.lead[0][0] == duty.start and not TOLD_OF.match(self.text, duty.start, duty.end)
        return not opens or TOLD_VERB.match(self.text, duty.phrase, duty.end) is not None

    def _add(self, duty: Duty, dues: list[Due]) -> None:
        """Add the duties of a sentence, or open the list that it announces."""
        if LIST_AHEAD.match(self.text, duty.start, duty.end):
            self.over = duty
            return
        parts = _parts(self.text, duty, dues)
        self.duties += parts
        self.before = parts[-1]


def _below(over: str | None, label: str | None) -> bool:
    """Whether a number stands below the one over a list: (一) below 第六条, 2(1) below 2."""
    if label is None or label == over:
        return False
    return over is None or label.startswith(over) or (over[0] == "第" and label[0] != "第")


def _after_formula(text: str, start: int, end: int) -> Span:
    """A sentence without blanks, its number and the formula that opens it."""
    while start < end and text[start] == " ":
        start += 1
    label = label_at(text, start, end)
    start = label.end if label is not None and label.end < end else start
    for signs, front in FRONTS:
        if start < end and text[start] in signs:
            match = front.match(text, start, end)
            start = match.end() if match and match.end() < end else start
    return start, end


def _behind_grant(text: str, start: int, end: int) -> int:
    """Where a unit's task begins behind 同意: 会议同意由县民政局建设敬老院."""
    grant = GRANT.match(text, start, end)
    if grant is None or not GRANTED.match(text, grant.end(), end):
        return start
    paper = GRANTED_PAPER.match(text, grant.end(), end) is not None
    return start if paper or not find_agents(text, grant.end(), end, [], False) else grant.end()


def _behind_report(text: str, start: int, end: int) -> int:
    """Where a demand begins behind a report in the same sentence: 会议听取…,并决定:(1)由市财政局…."""
    inner = DEMAND.search(text, start, end)
    if inner is not None and inner.end() < end:
        return _after_formula(text, inner.end(), end)[0]
    return text.find(",由", start, end) + 1 or start


def _taken_over(before: Duty, start: int, end: int, dues: list[Due], rule: str) -> Duty:
    """A duty of the agent in the sentence before, or of the one over the list."""
    return Duty(
        start=start,
        end=end,
        rule=rule,
        phrase=start,
        lead=before.lead,
        support=before.support,
        dues=dues,
        open=before.open,
        carried=rule == "running:carried",
        listed=rule == "running:listed",
    )


def _parts(text: str, duty: Duty, dues: list[Due]) -> list[Duty]:
    """One duty for each deadline that begins a clause of its own behind the first."""
    parts: list[Duty] = []
    begin, kept = duty.start, [due for due in dues if due.start >= duty.start]
    for n, due in enumerate(kept[1:], start=1):
        clause = text[due.start - 1] == ","
        if clause and due.kind != kept[n - 1].kind and "start" in (due.kind, kept[n - 1].kind):
            parts.append(_part(duty, begin, due.start, kept))
            begin = due.start
    parts.append(_part(duty, begin, duty.end, kept))
    return parts


def _part(duty: Duty, start: int, end: int, dues: list[Due]) -> Duty:
    """A stretch of a duty with the deadlines inside it; behind the first the agent is carried."""
    first = start == duty.start
    return structs.replace(
        duty,
        start=start,
        end=end,
        rule=duty.rule if first else "running:carried",
        phrase=duty.phrase if first else start,
        dues=[due for due in dues if start <= due.start < end],
        carried=duty.carried or not first,
    )
