"""Duties in running text, without a tail: 各县政府要于2028年3月底前报送方案,
由市发改委牵头,市财政局配合,于….

In: the stretches of a folded text that no assignment closes. Out: `Duty` records: the stretch, who, by when.
In a plan a sentence is a duty only where it names an agent and a date; in minutes an agent and a modal are
enough, and a dated sentence without an agent goes on with the one before. Encouragement, permission and
reports are set aside with the reason. What a bulletin's formulas open is read in `directives`.
"""

import re

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.chinese.deadlines import Days, Due, find_deadlines
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.labels import label_at
from milepost.reading.chinese.units import ENDINGS, is_unit, split_units
from milepost.reading.patterns import Rule, pattern
from milepost.reading.records import Reason

SENTENCE = pattern(r"[^。;!?\n]+[。;!?]?")
FORMULA = pattern(
    r"(?:会议|会上)?(?:一致)?(?:要求|强调|明确|议定|决定|指出|确定|认为|同意|商定)(?:如下)?[,:]"
)

ONE = (
    rf"(?:各[^,。;:、要于在须将对负]{{1,16}}?(?:{ENDINGS}|政府|地|方面|\([^()]{{1,12}}\))"
    rf"|[^,。;:、要于在须将对把的每由请与并\d]{{1,16}}?(?:{ENDINGS}|政府)(?:人民政府|政府|管委会|党委"
    rf"|办公室|办事处|委员会)?)(?:\([^()]{{1,16}}\))?"
)
AGENTS = rf"{ONE}(?:(?:、|,|和|及|以及){ONE}){{0,12}}(?:等(?:有关)?(?:部门|单位|部门和单位)?)?"
MODAL = r"(?:要|应当?|须|必须|需要?|将|负责|牵头|切实|务必)"
VERB_NEXT = (
    r"(?:于|修改|牵头|具体|在|把|对|每|自|从|按|根据|结合|依据|制定|编制|印发|出台|提出|完成|报送"
    r"|上报|汇总|向|建立"
    r"|开展|组织|分别|及时|抓紧|尽快|加快|会同|牵头|负责|要|应|须|必须|需|将|切实|务必|研究|调整"
    r"|进一步|认真|同步|年底|\d|[一二三四五六七八九十]月)"
)
HELPS = r"(?:按职责分工|分别|共同|积极)?(?:配合|参与|参加|协助)"
NEXT = rf"(?P<next>[,。;:]|$|{HELPS}|{VERB_NEXT})"
"""What shows that a name has ended: 市人社局 doesn't end in 社."""

RULES = (
    Rule(
        "running:led-with",
        pattern(
            rf"由(?P<lead>{AGENTS})(?:总)?牵头(?:负责)?,?(?:会同)?(?P<support>{AGENTS})"
            r"(?:按职责分工|分别|共同|积极)?(?:配合|参与|参加|负责|协助|落实)"
        ),
    ),
    Rule(
        "running:coordinated",
        pattern(
            rf"由(?P<lead>{AGENTS})(?:统筹|统一|牵头|负责)(?:协调|负责)?,(?P<support>{AGENTS})"
            r"(?:具体|分别)?(?:实施|配合|落实|参与|负责|承担)"
        ),
    ),
    Rule(
        "running:led-together",
        pattern(rf"由(?P<lead>{AGENTS})(?:牵头)?(?:会同|商)(?P<support>{AGENTS}|有关(?:部门|单位)){NEXT}"),
    ),
    Rule(
        "running:led-together",
        pattern(rf"由(?P<lead>{AGENTS})(?:牵头)?(?:会同|商)(?P<support>{AGENTS}|有关(?:部门|单位))"),
    ),
    Rule("running:led", pattern(rf"由(?P<lead>{AGENTS})(?:总)?(?:牵头|负责|统筹|承担|组织)")),
    Rule(
        "running:asked-with",
        pattern(rf"请(?P<lead>{AGENTS})(?:牵头,?)?(?:会同|商)(?P<support>{AGENTS}|有关(?:部门|单位)){NEXT}"),
    ),
    Rule(
        "running:asked-with",
        pattern(rf"请(?P<lead>{AGENTS})(?:牵头,?)?(?:会同|商)(?P<support>{AGENTS}|有关(?:部门|单位))"),
    ),
    Rule(
        "running:leads-helped",
        pattern(rf"(?P<lead>{AGENTS})(?:要|应当?|须)?(?:总?牵头(?:负责)?|负责),(?P<support>{AGENTS}){HELPS}"),
    ),
    Rule(
        "running:leads-with",
        pattern(
            rf"(?P<lead>{AGENTS})(?:要|应当?|须|负责)?(?:牵头,?|会同|牵头会同)(?P<support>{AGENTS}"
            rf"|有关(?:部门|单位|方面)){NEXT}"
        ),
    ),
    Rule(
        "running:leads-with",
        pattern(
            rf"(?P<lead>{AGENTS})(?:要|应当?|须|负责)?(?:牵头,?|会同|牵头会同)(?P<support>{AGENTS}"
            r"|有关(?:部门|单位|方面))"
        ),
    ),
    Rule(
        "running:leads",
        pattern(
            rf"(?P<lead>{AGENTS})(?:要|应当?|须|负责)?(?:总)?牵头(?:负责)?(?P<verb>编制|制定|提出|组织|研究|起草|建立|推进|开展|落实|做好|抓好|完成|修订|出台|实施|协调|统筹)"
        ),
    ),
    Rule("running:by", pattern(rf"由(?P<agent>{AGENTS}),?{VERB_NEXT}")),
    Rule("running:asked", pattern(rf"请(?P<agent>{AGENTS}){NEXT}")),
    Rule("running:asked", pattern(rf"请(?P<agent>{AGENTS})")),
    Rule("running:agent", pattern(rf"(?P<agent>{AGENTS}),?{VERB_NEXT}")),
)
"""How a sentence names who does it; tried at the places where a clause begins, the first row that fits
wins. A row whose name ends open stands twice: where the next word shows the end, and where none does."""

SET_ASIDE: tuple[tuple[Reason, str, str], ...] = (
    ("permission", "running:encouraged", r"[^,。]{0,20}(?:鼓励|支持|可以|可结合|可根据|可参照)"),
    (
        "boilerplate",
        "running:in-force",
        r"\(?[^,。]{2,40}日(?:印发|发布|公布|下发)\)$|[^。]{0,30}(?:起施行|起执行|起实施|有效期|停止执行|同时废止|负责解释|由[^,。]{2,20}解释)",
    ),
    ("reported", "running:heard", r"[^,。]{0,6}(?:会议)?(?:听取了?|审议了?|传达学习了?|原则同意|通报了)"),
    (
        "principle",
        "running:exhorted",
        r"各[^,。]{1,20}要(?:高度重视|提高|充分|加强|倒排|切实|统一|认真|强化)",
    ),
)
SET_ASIDE_RULES = tuple((reason, name, pattern(words)) for reason, name, words in SET_ASIDE)
MODALS = pattern(MODAL)
TASKS = frozenset({"fixed", "relative", "event", "recurring", "start"})
DONE = pattern(r"[^,。]{0,30}(?:已经?|现已|已于|曾)(?:完成|印发|报|建|开展|启动|下达|发布)")


BEFORE_AGENT = pattern(r"(?:[^,。]{0,24}(?:前|内|起|末|底|度|年|日|月|旬),?)?")


class Duty(Struct, kw_only=True, gc=False):
    """A duty of running text, in places of the copy; `carried` says that the agent stands in the sentence
    before."""

    start: int
    end: int
    rule: str
    phrase: int
    """Where the verb phrase begins, behind the agent."""
    lead: list[Span] = []
    support: list[Span] = []
    open: bool = False
    dues: list[Due] = []
    number: str | None = None
    carried: bool = False


class Aside(Struct, frozen=True, gc=False):
    """A sentence that looks like a duty and is none."""

    start: int
    end: int
    reason: Reason


class Running(Struct):
    """What running text holds."""

    duties: list[Duty]
    aside: list[Aside]


def find_running(
    folded: Folded, loose: list[tuple[int, int, str | None]], days: Days, minutes: bool
) -> Running:
    """The duties of loose text."""
    running = Running([], [])
    for start, end, label in loose:
        before: Duty | None = None
        for sentence in SENTENCE.finditer(folded.text, start, end):
            before = _sentence(folded, sentence, label, before, days, minutes, running)
    return running


def _sentence(
    folded: Folded,
    sentence: re.Match[str],
    label: str | None,
    before: Duty | None,
    days: Days,
    minutes: bool,
    running: Running,
) -> Duty | None:
    """Add the duties of a sentence; the last of them carries its agent on."""
    start, end = _after_formula(folded.text, *sentence.span())
    aside = _aside(folded.text, start, end)
    if aside == "reported" and (led := folded.text.find(",由", start, end)) > 0:
        start, aside = led + 1, None
    dues = [due for due in find_deadlines(folded, start, end, days) if due.kind in TASKS]
    if aside is not None and not (aside == "principle" and dues):
        running.aside.append(Aside(start, end, aside))
        return None
    dated = any(due.kind != "start" for due in dues)
    duty = _agent(folded, start, end, dues) if minutes or dated else None
    if duty is None and before is not None and minutes and dues:
        duty = _carry(before, start, end, dues)
    if duty is None or not (dated or _settled(folded.text, duty)):
        return before if duty is None else None
    duty.number = label
    parts = _parts(folded.text, duty, dues)
    running.duties += parts
    return parts[-1]


def _after_formula(text: str, start: int, end: int) -> Span:
    """A sentence without blanks, its number and the formula that opens it."""
    while start < end and text[start] == " ":
        start += 1
    label = label_at(text, start, end)
    start = label.end if label is not None and label.end < end else start
    formula = FORMULA.match(text, start, end)
    return (formula.end() if formula and formula.end() < end else start), end


def _aside(text: str, start: int, end: int) -> Reason | None:
    """Why a sentence is no duty, where a row says so."""
    if DONE.match(text, start, end):
        return "reported"
    return next((reason for reason, _, rule in SET_ASIDE_RULES if rule.match(text, start, end)), None)


def _agent(folded: Folded, start: int, end: int, dues: list[Due]) -> Duty | None:
    """Who does what a sentence says: of several agents the last one before the first date, with its
    clauses."""
    found: list[tuple[re.Match[str], Duty]] = []
    for at in sorted(_openings(folded.text, start, end, dues)):
        if found and at < found[-1][0].end():
            continue
        named = _named(folded.text, at, start, end)
        if named is not None:
            found.append(named)
    if not found:
        return None
    before = [pair for pair in found if dues and pair[0].start() <= dues[0].start]
    match, duty = before[-1] if before else found[0]
    if match is not found[0][0]:
        duty.start = match.start()
        duty.phrase = _phrase(folded.text, match, duty.start)
    return duty


def _named(text: str, at: int, start: int, end: int) -> tuple[re.Match[str], Duty] | None:
    """The agents that stand at a place, by the first row that fits."""
    for rule in RULES:
        match = rule.pattern.match(text, at, end)
        duty = _duty(text, rule.name, match, start, end) if match else None
        if match is not None and duty is not None:
            return match, duty
    return None


def _openings(text: str, start: int, end: int, dues: list[Due]) -> list[int]:
    """Where an agent may stand: at the start, at the first 由, behind commas and behind a date."""
    led = text.find("由", start, min(end, start + 60))
    places = [start, led] if led > start else [start]
    at = start
    for _ in range(4):
        at = text.find(",", at, end) + 1
        if at <= 0:
            break
        places.append(at)
    return places + [due.end for due in dues if due.start == start]


def _duty(text: str, rule: str, match: re.Match[str], start: int, end: int) -> Duty | None:
    """The duty of a match, None where its agents are no units."""
    duty = Duty(
        start=start, end=end, rule=rule, phrase=_phrase(text, match, start), lead=[], support=[], dues=[]
    )
    for name, words in match.groupdict().items():
        if not words or name in ("verb", "next"):
            continue
        units = split_units(text, *match.span(name))
        if not units.spans or not all(is_unit(text, *unit) for unit in units.spans):
            return None
        duty.open |= units.open
        if name == "lead":
            duty.lead += units.spans
        else:
            duty.support += units.spans
    return duty


def _phrase(text: str, match: re.Match[str], start: int) -> int:
    """Where the verb phrase begins: behind an agent that opens the sentence, else with the sentence."""
    groups = match.re.groupindex
    agent = match.start("next") if "next" in groups else match.end()
    agent = match.end("agent") if "agent" in groups else agent
    agent = match.start("verb") if "verb" in groups else agent
    return agent if BEFORE_AGENT.fullmatch(text, start, match.start()) else start


def _carry(before: Duty, start: int, end: int, dues: list[Due]) -> Duty:
    """A duty of the agent in the sentence before."""
    return Duty(
        start=start,
        end=end,
        rule="running:carried",
        phrase=start,
        lead=before.lead,
        support=before.support,
        dues=dues,
        open=before.open,
        carried=True,
    )


def _settled(text: str, duty: Duty) -> bool:
    """Whether an undated sentence of minutes binds its agent: a row that marks it, or a modal near its
    start."""
    return (
        duty.rule != "running:agent"
        or MODALS.search(text, duty.start, min(duty.end, duty.start + 40)) is not None
    )


def _parts(text: str, duty: Duty, dues: list[Due]) -> list[Duty]:
    """One duty for each deadline that begins a clause of its own behind the first."""
    parts: list[Duty] = []
    begin, kept = duty.start, [due for due in dues if due.start >= duty.start]
    first = True
    for n, due in enumerate(kept[1:], start=1):
        clause = text[due.start - 1] == ","
        if clause and due.kind != kept[n - 1].kind and "start" in (due.kind, kept[n - 1].kind):
            parts.append(_part(duty, begin, due.start, kept, first))
            begin, first = due.start, False
    parts.append(_part(duty, begin, duty.end, kept, first))
    return parts


def _part(duty: Duty, start: int, end: int, dues: list[Due], first: bool) -> Duty:
    """A stretch of a duty with the deadlines inside it."""
    return Duty(
        start=start,
        end=end,
        rule=duty.rule if first else "running:carried",
        phrase=duty.phrase if first else start,
        lead=duty.lead,
        support=duty.support,
        open=duty.open,
        dues=[due for due in dues if start <= due.start < end],
        number=duty.number,
        carried=duty.carried or not first,
    )
