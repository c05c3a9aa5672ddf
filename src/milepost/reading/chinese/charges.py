"""Who is told to do what in one Chinese sentence of a bulletin: agents, and the clauses that are theirs.

In: a folded text and the stretch after 会议强调. Out: `Charge`s in order; a sentence that names four agents
gives four. Clauses without an agent belong to the one before them; 一是, 二是 begin a charge of their own.
由X牵头 and X会同Y mark a lead, an unmarked agent supports. What a clause is worth stands in `phrases`.
"""

from typing import Literal

from msgspec import Struct, structs

from milepost.ledger.origins import Span
from milepost.reading.chinese.phrases import is_slogan
from milepost.reading.chinese.units import UnitList, is_strong, is_unit, split_units
from milepost.reading.patterns import pattern


class BindingRow(Struct, frozen=True, gc=False):
    """A row of the table of words that bind the names before them, and the part these take."""

    name: str
    words: str
    part: Literal["lead", "support", "helper"] = "support"


BINDING = (
    BindingRow("agent:leads", r"(?:要|应当|应|须|必须|负责)?(?:总牵头|牵头|牵总|抓总)(?:负责)?", "lead"),
    BindingRow("agent:leads-with", r"(?:要|应当|应|须|必须)?(?:会同|商)", "lead"),
    BindingRow("agent:helps", r"(?:按职责分工|分别|共同|积极)?(?:配合|参与|协助)", "helper"),
    BindingRow("agent:modal", r"(?:要|应当|应|须|必须|务必|需要|需)"),
    BindingRow("agent:charged", r"(?:负责|统筹|具体实施)"),
    BindingRow("agent:dated", r"(?:于|在)?(?:\d{1,4}年)?\d{1,2}月|每(?:日|天|周|旬|月|季度?|半年|年)"),
    BindingRow("agent:forbidden", r"(?:不得|严禁|不准|不许)"),
    BindingRow(
        "agent:plain",
        r"(?:严格|切实|认真|全面|进一步|及时|抓紧|尽快|加快|加大|加强|强化|抓好|做好|落实|持续|主动|压实)",
    ),
)
"""Tried in this order at each place; the first place with nothing but units before it counts."""
KEPT = frozenset({"agent:dated", "agent:forbidden", "agent:plain"})
"""Rows whose words belong to what is to be done."""
BINDS = [(row, pattern(row.words)) for row in BINDING]
PLAIN = next(words for row, words in BINDS if row.name == "agent:plain")
SOME_BINDING = pattern("|".join(f"(?:{row.words})" for row in BINDING))
NO_MODAL = pattern(r"应[急用对变届收付聘征诉邀税城]|要[素点求闻件塞]|需[求方]|商[务业贸会]")
"""Words that begin with the sign of a modal: 应急管理局 is told nothing by its own name."""
PREFIX = pattern(r"(?:由|请)")
JOINED_NAME = (
    r"(?:[^,。;:、]{1,4}?(?:工商联|妇联|残联|侨联|科协|文联|社联|总工会|海关|法院|检察院)"
    r"|[^,。;:、]{2,24}?(?:局|委|办|厅|部|院|室|署|中心|部门|单位|集团|公司|政府|方面|企业|园区"
    r"|总社|协会|学会|商会|总会|委员会|总队|支队|大学|银行))"
)
JOINED = pattern(
    rf"(?:切实|积极|主动)?(?:牵头,?)?(?:会同|联合|商)(?P<names>{JOINED_NAME}(?:[、和及]{JOINED_NAME}){{0,8}})"
)
ASKED_TO = pattern(
    r"抓紧|尽快|认真|及时|进一步|加快|切实|做好|开展|组织|安排|落实|研究|提出|制定|编制|汇总|审核|按|对|把|"
    r"将|于|在"
)
LONGEST_NAMES = 70
MODAL_FRONT = pattern(r"(?:要|应当|应|须|必须|务必)")
CLAUSE_END = pattern(r"[,;。!]+")
QUOTES = pattern(r"[“「《(][^”」》)]{0,80}[”」》)]")
FRONT = pattern(
    r"(?: |[一二三四五六七八九十]{1,2}[是要]|首先|其次|最后|同时|其中|此外|并|而|但|今后|下一步|为此|对此|"
    r"\([一二三四五六七八九十\d]+\)|\d{1,2}[.、])*"
)
LISTED = pattern(r"(?:第?[一二三四五六七八九十]{1,2}是|第[一二三四五六七八九十]{1,2},)")
AIMED = pattern(
    r"(?:并|确保)?(?:力争|争取|努力)(?:在|于|到)?(?:(?:20)?\d{2}年|今年|明年|年内|年底|上半年|下半年|第?[一二三四]季度|全年)"
)
"""力争年内新增…: an outcome of its own, which is nobody's duty."""
MORE_UNITS = pattern(
    r".{0,24}(?:小组|专班|国企|企业|党委|党组|干部|同志|书记|部门|单位|街道|各地|地区|组织|党员|班子|"
    r"一把手|领导|管委会|集团|"
    r"高校|机关|海关|负责人|主要领导|成员|区县|县区|乡镇|镇街|园区|地方|方面|城区|县市|各级|港区|新区|科室|"
    r"窗口|运营商|医院|学校|业主|机构|办公室)$"
)
NO_AGENT = pattern(
    r"(?:这|那|我们|大家|会议|全会|工作|改革|发展|坚持|推动|推进|加强|通过|围绕|关键|重点|必须|不|既|特别|"
    r"尤其|尤|更|还|也|都|就|又|只|再|先|把|将|"
    r"对|在|于|以|按|从|如|因|为|聚焦|突出|深刻|进一步|牢牢|切实|需|确保|防止|让|使)|.*(?:的|了|是|有|中|"
    r"上|下|里|后|前|时)$"
)


class Charge(Struct, frozen=True, kw_only=True, gc=False):
    """One duty: its stretch, the clauses without agent and modal, who acts and how the text marks it."""

    span: Span
    clauses: list[Span]
    rule: str
    lead: list[Span] = []
    support: list[Span] = []
    relation: str | None = None
    open: bool = False


class Agent(Struct, frozen=True, kw_only=True, gc=False):
    """The agents at the head of a clause, and where what they do begins."""

    rule: str
    start: int
    after: int
    lead: list[Span] = []
    support: list[Span] = []
    helper: bool = False
    open: bool = False
    relation: str | None = None


def find_charges(text: str, start: int, end: int) -> list[Charge]:
    """The charges of a stretch, without agents where it names none."""
    charges: list[Charge] = []
    for a, b in clauses_of(text, start, end):
        agent = agent_at(text, a, b)
        if not charges and FRONT.fullmatch(text, a, b):
            continue
        listed = LISTED.match(text, a, b) is not None
        aimed = agent is None and AIMED.match(text, a, b) is not None
        turned = agent is None and bool(charges) and _named(charges[-1]) and is_slogan(text, a, b)
        if charges and (not agent or agent.helper) and not (listed or aimed or turned):
            charges[-1] = lengthened(text, charges[-1], agent, a, b)
        else:
            front = FRONT.match(text, a, b)
            charges.append(charge_of(text, agent, a if listed else front.end() if front else a, b))
    return charges


def _named(charge: Charge) -> bool:
    """Whether somebody is told to do what a charge says."""
    return bool(charge.lead or charge.support)


def clauses_of(text: str, start: int, end: int) -> list[Span]:
    """The clauses between commas and semicolons outside quotes, without the signs that end them."""
    quotes = [quoted.span() for quoted in QUOTES.finditer(text, start, end)]
    found, begin, at = [], start, 0
    for sign in CLAUSE_END.finditer(text, start, end):
        while at < len(quotes) and quotes[at][1] <= sign.start():
            at += 1
        if at < len(quotes) and quotes[at][0] <= sign.start():
            continue
        found.append((begin, sign.start()))
        begin = sign.end()
    found.append((begin, end))
    return [(a, b) for a, b in found if text[a:b].strip()]


def charge_of(text: str, agent: Agent | None, start: int, end: int) -> Charge:
    """The charge of one clause."""
    if agent is None:
        return Charge(span=(start, end), clauses=[bare(text, start, end)], rule="agent:none")
    return Charge(
        span=(start, end),
        clauses=[(agent.after, end)] if agent.after < end else [],
        rule=agent.rule,
        lead=agent.lead,
        support=agent.support,
        relation=agent.relation,
        open=agent.open,
    )


def lengthened(text: str, charge: Charge, helper: Agent | None, start: int, end: int) -> Charge:
    """The charge with a further clause, or with the units that a further clause says help."""
    begin = helper.after if helper else bare(text, start, end)[0]
    return structs.replace(
        charge,
        span=(charge.span[0], end),
        clauses=[*charge.clauses, (begin, end)] if begin < end else charge.clauses,
        support=[*charge.support, *helper.support] if helper else charge.support,
    )


def bare(text: str, start: int, end: int) -> Span:
    """A clause without 一是, 同时 and 要 in front."""
    front = FRONT.match(text, start, end)
    start = front.end() if front and front.end() < end else start
    modal = MODAL_FRONT.match(text, start, end)
    return (modal.end() if modal and modal.end() < end else start), end


def agent_at(text: str, start: int, end: int) -> Agent | None:
    """The agents at the head of a clause: the first binding word with nothing but units before it."""
    front = FRONT.match(text, start, end)
    begin = front.end() if front else start
    prefix = PREFIX.match(text, begin, end)
    first = prefix.end() if prefix else begin
    if NO_AGENT.match(text, first, end):
        return None
    for word in SOME_BINDING.finditer(text, first + 2, min(end, first + LONGEST_NAMES)):
        if NO_MODAL.match(text, word.start(), end):
            continue
        units = split_units(text, first, word.start())
        may = orderly if PLAIN.match(text, word.start(), end) else can_act
        if units.spans and all(may(text, *span) for span in units.spans):
            return bound(text, word.span(), units, prefix[0] if prefix else "", begin, end)
    return asked(text, first, end, prefix[0]) if prefix else None


def asked(text: str, first: int, end: int, prefix: str) -> Agent | None:
    """The agents after 请 or 由 where a verb follows at once: 请市司法局抓紧审查."""
    for word in ASKED_TO.finditer(text, first + 2, min(end, first + LONGEST_NAMES)):
        units = split_units(text, first, word.start())
        if units.spans and all(can_act(text, *span) for span in units.spans):
            rule = "agent:asked" if prefix == "请" else "agent:by"
            return Agent(rule=rule, start=first - 1, after=word.start(), support=units.spans, open=units.open)
    return None


def bound(text: str, word: Span, units: UnitList, prefix: str, begin: int, end: int) -> Agent:
    """The agents with the part that the binding word gives them."""
    row = next(row for row, words in BINDS if words.match(text, *word))
    joined = JOINED.match(text, word[0] if row.name == "agent:leads-with" else word[1], end)
    if row.name == "agent:leads-with" and not joined:
        joined = JOINED.match(text, word[1] - 2, end) or JOINED.match(text, word[1] - 1, end)
    others = split_units(text, *joined.span("names")).spans if joined else []
    leads = row.part == "lead" or joined is not None or (prefix == "由" and row.part == "support")
    leads = leads and not (
        prefix == "由" and row.name == "agent:charged" and text.startswith("负责", word[0])
    )
    after = joined.end() if joined else word[0] if row.name in KEPT else word[1]
    leads = leads or text.startswith("牵头", after)
    return Agent(
        rule="agent:asked" if prefix == "请" and not leads else row.name,
        start=begin,
        after=after,
        lead=units.spans if leads else [],
        support=others if leads else units.spans,
        helper=row.part == "helper",
        open=units.open,
        relation="会同" if joined else None,
    )


def orderly(text: str, start: int, end: int) -> bool:
    """Whether a name needs no modal to be told something: a unit without doubt, or 各 with any."""
    return text.startswith("各", start) or is_strong(text, start, end)


def can_act(text: str, start: int, end: int) -> bool:
    """Whether a name can be told to act: a unit, or a collective of people."""
    name = text[start:end]
    collective = name.startswith("各") and len(name) <= 20
    return collective or is_unit(text, start, end) or MORE_UNITS.match(name) is not None
