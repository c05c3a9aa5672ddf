"""Higher documents that a Chinese text answers to: 贯彻落实《…》（国发〔2027〕3号）精神, 根据《…法》第六条.

In: the text as read. Out: `UpperFound` records, one a document: several 《》 under one verb give one each. A
document that the text itself makes, issues, revises or ends is none it answers to, and a name that nothing
introduces is only mentioned.
"""

import re
from collections.abc import Iterator

from milepost.ledger.origins import Span
from milepost.reading.chinese.folding import TABLE
from milepost.reading.patterns import Rule, pattern
from milepost.reading.records import UpperFound

CN = r"[一二三四五六七八九十百]{1,5}"
NUMBER = r"[一-龥]{1,12} ?[〔\[(<]\d{4}[〕\])>] ?(?:第 ?)?\d{1,4} ?号"
CLAUSE = rf"第(?:{CN}|\d{{1,3}})(?:章|节|条|款|项|部分|点)(?:第(?:{CN}|\d{{1,3}})(?:条|款|项|目))*"
INNER = r"[^《》\n]{2,80}(?:《[^《》\n]{1,60}》[^《》\n]{0,40})?"
NAME = rf"《(?P<name>{INNER})》(?:\((?P<number>{NUMBER})[^()]{{0,30}}\))?"
ONE = pattern(rf"{NAME}(?P<clause>{CLAUSE})?|(?P<bare>{NUMBER})(?:文件)?(?P<of_bare>{CLAUSE})?")
MANY = rf"(?:《{INNER}》|{NUMBER})"
BEHIND = rf"(?:\([^()\n]{{1,60}}\))?(?:文件)?(?:{CLAUSE})?(?:等)?"
AND = r"(?:[、,和及与]{0,2}(?:以及|并)?)"
LIST = rf"(?P<issuer>[^《》()。;:,\n]{{0,30}}?)(?P<list>{MANY}{BEHIND}(?:{AND}{MANY}{BEHIND}){{0,9}})"

RULES = (
    Rule(
        "upper:implements",
        pattern(
            r"(?P<verb>(?:深入|全面|认真|切实|抓好|全力|严格|坚决|进一步|持续)*(?:学习)?"
            rf"(?:贯彻落实|贯彻执行|组织实施|贯彻|落实|推进落实|执行|实施|对标|承接|细化落实))好?{LIST}"
        ),
    ),
    Rule("upper:under", pattern(rf"(?P<verb>根据|依据|按照|依照|遵照|为规范实施|依){LIST}")),
)
"""`implements`: carried out here; `under`: the power or the rule that this text acts by."""

SIGNS = pattern(r"《|〔|\] ?\d|］ ?\d")
PASSED_ON = pattern(r"(?:印发|发布|下发|出台|制定|批准|通过|颁布|修订)的?(?:关于)?$|[关于的]+$|^(?:好|了|与)")
OWN = pattern(r"(?:本|该|此|我们?|上述|前述)(?:通知|方案|意见|办法)?$")


def mentions(text: str) -> list[UpperFound]:
    """Every document that the text says it carries out or acts by, in reading order."""
    found: list[UpperFound] = []
    end = -1
    for sign in SIGNS.finditer(text):
        if sign.start() >= end:  # a line is looked at once, and only when it names a document at all
            start = text.rfind("\n", 0, sign.start()) + 1
            end = text.find("\n", sign.start()) % (len(text) + 1)
            found += _in_line(text, start, end)
    return sorted(found, key=lambda one: one.span)


def _in_line(text: str, start: int, end: int) -> Iterator[UpperFound]:
    """The documents of one line."""
    copy = text[start:end].translate(TABLE)
    taken: set[int] = set()
    for rule in RULES:
        for match in rule.pattern.finditer(copy):
            if match.start("list") not in taken:
                taken.add(match.start("list"))
                yield from _documents(text, start, rule.name.removeprefix("upper:"), match)


def _documents(text: str, base: int, relation: str, match: re.Match[str]) -> Iterator[UpperFound]:
    """One record for each document of a list; the issuer printed before the first speaks for the first."""
    issuer = PASSED_ON.sub("", match["issuer"]).strip(" 、")
    if OWN.search(issuer):
        return

    def printed(span: Span) -> str | None:
        return text[base + span[0] : base + span[1]] if span[0] >= 0 else None

    for place, one in enumerate(ONE.finditer(match.string, *match.span("list"))):
        start = one.start() if place else match.start()
        yield UpperFound(
            span=(base + start, base + one.end()),
            words=printed(match.span("verb")) or "",
            relation="implements" if relation == "implements" else "under",
            name=printed(one.span("name")),
            number=printed(one.span("number")) or printed(one.span("bare")),
            issuer=issuer if issuer and not place else None,
            clause=printed(one.span("clause")) or printed(one.span("of_bare")),
        )
