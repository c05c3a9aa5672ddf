"""Who is told to act in a sentence of running text: 由市发改委牵头,市财政局配合; 各县政府要; 请县住建局.

In: a folded text and a sentence in it. Out: `Duty` records with agents and verb phrase, deadlines left to the
caller. A row is tried where a clause begins; the first that fits wins. A name ends where a verb, a modal or a
sign shows it, and 市委组织部 doesn't end at 市委. Which sentences are duties is decided in `running`.
"""

import re

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.chinese.deadlines import Due
from milepost.reading.chinese.units import ENDINGS, is_strong, is_unit, split_units
from milepost.reading.patterns import Rule, pattern

DEPARTMENT = (
    r"(?:(?:组织|宣传|统战|社会工作|研究|督查|信访|政法|网信|编|改革|巡察|巡视|老干部|机关|金融|外事"
    r"|农村工作)(?:部|室|办|局|委|工委|委员会)|办公[室厅]|人民政府|政府|管委会|党委|党组|办事处|委员会)"
)
"""What goes on behind 市委 or 县政府: a department of it, no verb."""
ONE = (
    rf"(?:各[^,。;:、要于在须将对负]{{1,16}}?(?:{ENDINGS}|政府|地|方面|\([^()]{{1,12}}\))"
    rf"|[^,。;:、要于在须将对把的每由请与并\d]{{1,16}}?(?:{ENDINGS}|政府){DEPARTMENT}?)(?:\([^()]{{1,16}}\))?"
)
AGENTS = rf"{ONE}(?:(?:、|,|和|及|以及){ONE}){{0,12}}(?:等(?:有关)?(?:部门|单位|部门和单位)?)?"
VERB_NEXT = (
    r"(?:于|修改|牵头|具体|在|把|对|每|自|从|按|根据|结合|依据|依法|制定|编制|印发|出台|提出|完成|报送"
    r"|上报|汇总|向|建立|健全|完善|开展|组织|分别|及时|抓紧|尽快|加快|会同|负责[^人同]|要|应|须|必须|需|将|切实"
    r"|务必|研究|调整|进一步|认真|同步|年底|\d|[一二三四五六七八九十]月|统筹|督促|指导|协调|派员|安排|落实"
    r"|做好|抓好|推进|推动|采取|加强|强化|履行|明确|梳理|摸排|排查|核实|核查|拨付|下达|筹措|对接|跟进"
    r"|跟踪|督办|通报|审核|修订|起草|拟定|形成|细化|优化|公布|公开|发布|启动|确保|实施|提交|提请|承担|"
    r"新增|提供|办理|选派|举办|召开|主管|不得|严禁|禁止|继续|立即|主动|全力|全面|严格|作为|移交|划转|收回"
    r"|复核|约谈|建设[^局厅部委站处中办科股管银投集工指领专]|新建[^区县]|改建|扩建|修建|修复|购置"
    r"|储备[^局库中办处]|采购[^中局办处部]|以|就)"
)
HELPS = r"(?:按职责分工|分别|共同|积极)?(?:配合|参与|参加|协助|协办)"
NEXT = rf"(?P<next>[,。;:]|$|{HELPS}|{VERB_NEXT})"
"""What shows that a name has ended: 市人社局 doesn't end in 社."""

RULES = (
    Rule(
        "running:led-with",
        pattern(
            rf"由(?P<lead>{AGENTS})(?:总)?牵头(?:负责)?[,、]?(?:会同)?(?P<support>{AGENTS})"
            r"(?:按职责分工|分别|共同|积极)?(?:配合|参与|参加|负责|协助|落实)"
        ),
    ),
    Rule(
        "running:coordinated",
        pattern(
            rf"由(?P<lead>{AGENTS})(?:统筹|统一|牵头|负责)(?:协调|负责)?[,、](?P<support>{AGENTS})"
            r"(?:具体|分别)?(?:实施|配合|落实|参与|负责|承担|协助)"
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
        "running:asked-led",
        pattern(
            rf"请(?P<lead>{AGENTS})(?:总)?牵头(?:负责)?[,、]?(?:会同)?(?P<support>{AGENTS}){HELPS}"
            r"(?:落实|做好|实施)?"
        ),
    ),
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
        pattern(
            rf"(?P<lead>{AGENTS})(?:要|应当?|须)?(?:总?牵头(?:负责)?|负责)[,、](?P<support>{AGENTS}){HELPS}"
        ),
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
            rf"(?P<lead>{AGENTS})(?:要|应当?|须|负责)?(?:牵头,|会同|牵头会同)(?P<support>{AGENTS}"
            r"|有关(?:部门|单位|方面))"
        ),
    ),
    Rule(
        "running:leads",
        pattern(rf"(?P<lead>{AGENTS})(?:要|应当?|须|负责)?(?:总)?牵头(?:负责)?(?P<verb>[^,。;:、的抓单部])"),
    ),
    Rule("running:asked-led", pattern(rf"请(?P<lead>{AGENTS})(?:总)?牵头(?:负责)?")),
    Rule("running:by", pattern(rf"由(?P<agent>{AGENTS}),?{VERB_NEXT}")),
    Rule("running:asked", pattern(rf"请(?P<agent>{AGENTS}){NEXT}")),
    Rule("running:asked", pattern(rf"请(?P<agent>{AGENTS})")),
    Rule("running:agent", pattern(rf"(?P<agent>{AGENTS}),?{VERB_NEXT}")),
)
"""How a sentence names who does it. A row whose name ends open stands twice: where the next word shows the
end, and where none does."""
OTHER_ROWS = tuple(rule for rule in RULES if not rule.pattern.pattern.startswith(("由", "请")))
ROWS_AT = {
    sign: tuple(rule for rule in RULES if rule in OTHER_ROWS or rule.pattern.pattern.startswith(sign))
    for sign in ("由", "请")
}
"""The rows that can match where 由 or 请 stands, and anywhere else."""
SIGNS = {
    "running:led-with": "牵",
    "running:coordinated": "统牵负",
    "running:led-together": "会商",
    "running:led": "牵负统承组",
    "running:asked-led": "牵",
    "running:asked-with": "会商",
    "running:leads-helped": "配参协",
    "running:leads-with": "会牵",
    "running:leads": "牵",
}
"""Signs of which a row needs one."""

BOUND = Rule(
    "running:bound",
    pattern(r"(?P<agent>[^,。;:、的]{2,18}?(?:者|人|户|方|人员))(?:应当|必须|不得|须)"),
)
"""Whom a rule binds that is no unit: 餐饮经营者应当."""
EVERYDAY = frozenset({"任何人", "有关人员", "本人", "他人", "当事人", "第三人", "第三方"})
"""Whom no plan gives a task."""

BEFORE_AGENT = pattern(r"(?:[^,。]{0,24}(?:前|内|起|末|底|度|年|日|月|旬),?)?")
COMMAS = 4
"""So many clauses of a sentence may stand before its agent."""
NEAR_START = 60
"""Within so many characters 由 names the agent of the whole sentence."""


class Duty(Struct, kw_only=True, gc=False):
    """A duty of running text, in places of the copy; `carried` says that the agent stands in the sentence
    before, `listed` that it stands over a list of which this is an item."""

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
    listed: bool = False


def find_agents(text: str, start: int, end: int, dues: list[Due], rules: bool) -> list[Duty]:
    """Who does what a sentence says, one duty for each agent with its clauses; `rules` says that the text
    binds people too."""
    found: list[tuple[re.Match[str], Duty]] = []
    for at in sorted(_openings(text, start, end, dues)):
        if found and at < found[-1][0].end():
            continue
        named = _named(text, at, start, end) or (_bound(text, at, start, end) if rules else None)
        if named is not None and (not found or _further(text, named, dues)):
            found.append(named)
    for n, (match, duty) in enumerate(found[1:], start=1):
        duty.start = match.start()
        duty.phrase = _phrase(text, match, duty.start)
        found[n - 1][1].end = match.start()
    return [duty for _, duty in found]


def _further(text: str, named: tuple[re.Match[str], Duty], dues: list[Due]) -> bool:
    """Whether a further agent of a sentence is one: it stands before the first date, or is a unit without
    doubt."""
    match, duty = named
    if dues and match.start() <= dues[0].start:
        return True
    units = [*duty.lead, *duty.support]
    return all(is_strong(text, *unit) or text.startswith("各", unit[0]) for unit in units)


def _named(text: str, at: int, start: int, end: int) -> tuple[re.Match[str], Duty] | None:
    """The agents that stand at a place, by the first row that fits."""
    signs = frozenset(text[at:end])
    for rule in ROWS_AT.get(text[at : at + 1], OTHER_ROWS):
        if rule.name in SIGNS and signs.isdisjoint(SIGNS[rule.name]):
            continue
        match = rule.pattern.match(text, at, end)
        duty = _duty(text, rule.name, match, start, end) if match else None
        if match is not None and duty is not None:
            return match, duty
    return None


def _bound(text: str, at: int, start: int, end: int) -> tuple[re.Match[str], Duty] | None:
    """The people whom a rule binds at a place."""
    match = BOUND.pattern.match(text, at, end)
    if match is None or match["agent"] in EVERYDAY:
        return None
    agent = match.span("agent")
    return match, Duty(start=start, end=end, rule=BOUND.name, phrase=agent[1], support=[agent])


def _openings(text: str, start: int, end: int, dues: list[Due]) -> list[int]:
    """Where an agent may stand: at the start, at the first 由, behind commas and behind a date."""
    led = text.find("由", start, min(end, start + NEAR_START))
    places = [start, led] if led > start else [start]
    at = start
    for _ in range(COMMAS):
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
