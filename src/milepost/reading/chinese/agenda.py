"""What a meeting did, as Chinese bulletins and minutes say it: 传达学习, 审议, 审议通过, 听取, 研究.

In: a folded text and the places of one sentence. Out: agenda items in the order of the text; the span of an
item runs from its verb to the end of its object. Several 《》 under one verb are items of their own, 等文件
stays out of the name. An act counts only where a clause begins, so that a person who conveys is no item.
What the meeting demanded stands in `directives`.
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from milepost.ledger.origins import Span
from milepost.ledger.records import AgendaItem
from milepost.reading.chinese.folding import Folded
from milepost.reading.patterns import pattern

Act = Literal["convey", "review", "approve", "hear", "study"]


class ActRow(Struct, frozen=True):
    """A row of the table of acts: the verbs, the act, and its outcome where the verb says one."""

    name: str
    verb: str
    act: Act
    outcome: str | None = None


WEIGH = r"(?:审议|研究|讨论|表决|审查|审定)"
PASSED = r"(?:通过|同意|批准)了?"
MORE_STUDY = r"(?:研究|部署|安排|讨论|贯彻|推进){0,3}"
ACTS = (
    ActRow("act:approve-principle", r"(?:审议|研究|讨论)?并?原则上?(?:同意|通过)了?", "approve", "原则通过"),
    ActRow("act:approve", rf"{WEIGH}并?(?:一致)?{PASSED}|审定了?|(?:一致)?通过了", "approve", "通过"),
    ActRow("act:hear", r"(?:书面|集中)?(?:听取|审阅)(?:和审议|并审议|审议)?(?:了)?", "hear"),
    ActRow("act:review", r"(?:审议|讨论|审查|研究审议)(?:了)?", "review"),
    ActRow("act:convey", r"(?:集体)?(?:传达|学习)(?:学习|传达|贯彻|落实|领会)*(?:了)?", "convey"),
    ActRow("act:study", rf"(?:专题|集中|重点)?(?:研究{MORE_STUDY}了?|(?:部署|安排){MORE_STUDY}了)", "study"),
)  # fmt: skip
"""The first row that fits where a clause begins decides."""
ACT_VERBS = [(row, pattern(row.verb)) for row in ACTS]
OPENING = pattern(
    r"(?: |(?:会议|主要)*议题 ?: ?|会上|本次|此次|会议|大会|全会|还|并|一并|同时|首先|随后|"
    r"在[^,。;]{1,14}?(?:现场|专题)|现场|现将|和|以及|\d{1,2}[.、]|"
    r"\([一二三四五六七八九十]+\)|[一二三四五六七八九十]{1,2}(?:是|、))*"
)
CLAUSE = pattern(r"[^,。;]+")
ETC = pattern(r"等(?:有关|相关|一批)?(?:文件|事项|议题|材料|制度|方案|\d+[项个份件](?:文件|议题|事项)?)?$")
OTHER = pattern(r"了?(?:其他|其它|有关|相关)(?:有关|相关|重要)?(?:事项|工作|议题|问题|事宜)")
"""会议还研究了其他事项 names no item."""
FOLLOW_UP = pattern(
    r"了?(?:(?:我|本|全)[省市县区州校院])?的?(?:具体)?贯?彻?落实(?:意见|措施|举措|工作|办法)?"
)
"""传达…精神,研究我市落实举措: what is to follow from the item before is no item of its own."""
CONSENT = pattern(r"原则上?(?:同意|通过)")
DOCUMENT_END = pattern(
    r"(?:》|规则|细则|办法|方案|意见|规划|计划|安排|要点|条例|名单|报告|措施|清单|规定|预算|制度|决定|文件|"
    r"事项)$"
)
DEMAND = pattern(r"(?:指出|强调|要求|认为|明确|决定|议定|提出)")


def find_agenda(folded: Folded, start: int, end: int) -> list[AgendaItem]:
    """The agenda items of a sentence."""
    items: list[AgendaItem] = []
    text = folded.text
    for clause in CLAUSE.finditer(text, start, end):
        opening = OPENING.match(text, *clause.span())
        at = opening.end() if opening else clause.start()
        if DEMAND.match(text, at, clause.end()):
            break
        for row, verb in ACT_VERBS:
            if match := verb.match(text, at, clause.end()):
                if items and _consents(text, match.start(), clause.end()):
                    items[-1] = replace(items[-1], outcome=row.outcome)
                else:
                    items.extend(items_of(folded, row, match.span(), clause.end()))
                break
    return items


def _consents(text: str, start: int, end: int) -> bool:
    """Whether a clause consents to what was heard or studied just before: …的汇报,原则同意项目名单."""
    return CONSENT.match(text, start, end) is not None and text.find("《", start, end) < 0


def items_of(folded: Folded, row: ActRow, verb: Span, end: int) -> Iterator[AgendaItem]:
    """The items under one verb."""
    begin = verb[0]
    whole = [(verb[1], end)]
    for a, b in documents(folded.text, verb[1], end) if row.act in ("review", "approve", "convey") else whole:
        stop = etc.start() if (etc := ETC.search(folded.text, a, b)) else b
        follows = row.act == "study" and FOLLOW_UP.fullmatch(folded.text, a, stop)
        if a < stop and not follows and not OTHER.fullmatch(folded.text, a, stop):
            yield AgendaItem(
                act=row.act,
                object=folded.words(a, stop).strip(),
                span=folded.span(min(a, begin), stop),
                outcome=row.outcome,
            )
        begin = b


def documents(text: str, start: int, end: int) -> list[Span]:
    """The members of a list outside 《》: cut at 、, and at 和 or 及 behind the name of a document."""
    found, begin, depth = [], start, 0
    for at in range(start, end):
        sign = text[at]
        depth += (sign in "《(“") - (sign in "》)”")
        if sign == "《" and depth == 1 and at > begin and text[at - 1] == "》":
            found.append((begin, at))
            begin = at
        if depth > 0 or sign not in "、和及":
            continue
        titled = "《" in text[start:end] and (text[at - 1] == "》" or text[at - 2 : at] == "文件")
        if titled or (sign != "、" and DOCUMENT_END.search(text, begin, at)):
            found.append((begin, at))
            begin = at + 1
    return [*found, (begin, end)]
