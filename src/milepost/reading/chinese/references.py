"""What a measure says about other measures: 依据第(四)项办法, 在第(三)项、第(八)项完成后3个月内,
待清单公布后30日内.

In: the text as read and the span of a measure. Out: `Reference` records in the order of the text; several
numbers under one verb give one each. A number behind 《》 or a law's name points out of the document and is
left out, and so is the document's own 印发. Which measure is meant is decided from the whole ledger, not
here.
"""

import re

from milepost.ledger.origins import Span
from milepost.ledger.records import Lag
from milepost.reading.chinese.folding import TABLE
from milepost.reading.chinese.lengths import SPAN_UNIT, UNITS
from milepost.reading.chinese.numerals import NUMERAL, number
from milepost.reading.patterns import Rule, pattern
from milepost.reading.references import Reference

CN = r"[一二三四五六七八九十百]{1,4}"
ITEM = (
    rf"(?:第?(?:{CN}|\d{{1,2}})(?:部分|章|大项|项)的?)?(?:第? ?(?:\({CN}\)|\(\d{{1,3}}\))(?:项|条|款|目"
    rf"|点|小项)?|第 ?(?:{CN}|\d{{1,3}})(?:项|目|点|条|款|号任务)|任务(?:{CN}|\d{{1,3}}))"
)
ITEMS = rf"(?P<items>{ITEM}(?:(?:、|,|和|及|以及|与|至)(?:本方案|本意见)?{ITEM}){{0,11}})"
OWN = r"(?:本(?:方案|意见|措施|通知|办法|计划|台账|清单|文件|规划|要点)|上述|前述|前款|以上)?(?:中)?(?:的)?"
DONE = (
    r"(?:全部|全面|正式)?(?:完成|印发|出台|公布|发布|通过|批准|批复|审定|实施|施行|建成|启动|形成|结束"
    r"|验收|到位|成立|上线|投用|启用|办结|落地)"
)
AFTER = rf"{DONE}(?:之日)?(?:后|之后|以后|起)(?:的)?(?:(?P<n>{NUMERAL}) ?{SPAN_UNIT}(?:之|以)?内?)?"
THING = (
    r"(?:方案|办法|细则|意见|规定|规划|计划|条例|清单|目录|名录|名单|台账|指引|指南|标准|规程|规范"
    r"|报告|制度|机制|协议|平台|系统|数据库|手册|调查|试点|评估|普查|摸底|工程|项目|基地|中心|章程|图)"
)

RULES = (
    Rule("reference:after-item", pattern(rf"(?:在|待|自|于|等)?{OWN}{ITEMS}[^,。;:、]{{0,24}}?{AFTER}")),
    Rule(
        "reference:before-item",
        pattern(rf"(?:在|于)?{OWN}{ITEMS}[^,。;:、]{{0,24}}?{DONE}的?(?:基础上|前提下)"),
    ),
    Rule(
        "reference:uses-item",
        pattern(
            r"(?:依据|根据|按照|依托|结合|参照|基于|利用|运用|依照|对照|衔接|用好"
            rf"|落实){OWN}{ITEMS}[^,。;:]{{0,20}}"
        ),
    ),
    Rule(
        "reference:after-thing",
        pattern(rf"(?:在|待|自|于|等)?(?P<noun>[^,。;:、()自从在待于等]{{0,22}}?{THING}){AFTER}"),
    ),
)
"""The rows, the longer reading first; `after-` rows order, `uses-` rows only enable."""

TRIGGER = pattern(r"[第(]|任务|后|起")
FOREIGN = pattern(r"(?:》|法|条例|规定|办法|细则|章程|决定|文件|公约)(?:的|中)?$")
OWN_ISSUE = pattern(
    r"(?:本|该|此)[^,。;]{0,8}$|^(?:方案|意见|通知|文件|办法|措施|规定|细则|计划|清单|台账|规划)$"
)
LABEL_PART = pattern(rf"\((?:{CN}|\d{{1,3}})\)|{CN}|\d{{1,3}}")
EACH = pattern(ITEM)


def find_references(text: str, span: Span) -> list[Reference]:
    """What the words of a measure say about other measures; overlapping rows: the earlier wins."""
    start, end = span
    copy = text[start:end].translate(TABLE)
    if TRIGGER.search(copy) is None:
        return []
    found: list[Reference] = []
    taken: list[Span] = []
    for rule in RULES:
        for match in rule.pattern.finditer(copy):
            a, b = match.span()
            if any(a < d and c < b for c, d in taken) or _foreign(copy, match):
                continue
            references = _references(text, start, rule.name, match)
            if references:
                taken.append((a, b))
                found += references
    return sorted(found, key=lambda reference: reference.span)


def _foreign(copy: str, match: re.Match[str]) -> bool:
    """Whether a match points out of the document, or at the document's own issue."""
    groups = match.groupdict()
    if groups.get("items"):
        return FOREIGN.search(copy[max(0, match.start("items") - 12) : match.start("items")]) is not None
    return OWN_ISSUE.search(match["noun"]) is not None or match["noun"].startswith(("本", "该", "收到"))


def _references(text: str, base: int, rule: str, match: re.Match[str]) -> list[Reference]:
    """One reference for each number of a match, or one for the thing it names."""
    groups = match.groupdict()
    span = (base + match.start(), base + match.end())
    kind = "enables" if rule == "reference:uses-item" else "FS"
    words, lag = text[span[0] : span[1]], _lag(groups)
    if groups.get("noun"):
        a, b = match.span("noun")
        return [Reference(words=words, span=span, noun=text[base + a : base + b], kind="FS", lag=lag)]
    return [
        Reference(words=words, span=span, label=label, kind="enables" if kind == "enables" else "FS", lag=lag)
        for item in EACH.finditer(match.string, *match.span("items"))
        if (label := _label(text, base, item))
    ]


def _label(text: str, base: int, item: re.Match[str]) -> str:
    """The printed label of an item without 第 and 项: 二（三）, 3, （八）."""
    parts = LABEL_PART.finditer(item.group())
    at = base + item.start()
    return "".join(text[at + part.start() : at + part.end()] for part in parts)


def _lag(groups: dict[str, str | None]) -> Lag | None:
    """The wait that a match says: 后30日内 is 30 days."""
    value = number(groups["n"] or "") if groups.get("n") else None
    unit = UNITS.get((groups.get("unit") or "").removeprefix("个"))
    if value is None or unit is None or unit.unit == "hour":
        return None
    return Lag(value=value, unit=unit.unit, days=unit.days)
