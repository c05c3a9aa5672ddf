"""Unit lists: 市教育局、市委编办，各县<市、区>人民政府等 as the units that stand in it.

In: a stretch of a folded text that holds a list. Out: `UnitList`: the places of the units, whether the list
is open. Brackets inside a unit hold separators of their own, 各区、县级市 is one collective, 和 and 及 part
only before a collective, 等 is no part of a unit. Names stay as printed; carrying prefixes and aliases is
the ledger's.
"""

from functools import lru_cache

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.patterns import pattern

BRACKETS = {"(": ")", "〔": "〕", "<": ">", "《": "》", "[": "]", "“": "”"}
SEPARATORS = frozenset("、,;，；/")
MARK = pattern(r"[、,;，；/。()〔〕<>《》\[\]“”]")
"""Every sign that parts a list or holds a part of it together."""

ENDINGS = (
    "局|委|办|厅|部|院|中心|科|处|署|会|社|行|关|府|公司|集团|企业|大学|学院|学校|中学|所|站|队"
    "|团|组|馆|台|室|司|银行"
    "|单位|部门|区|县|市|镇|乡|街道|街|旗|州|盟|省|党委|党组|党校|机构|组织|协会|学会|联盟|基地"
    "|农场|林场|港|园|厂|店"
    "|工委|纪委|妇联|残联|侨联|科协|文联|社联|工商联|总社|总局|分局|支行|分行|总站|大队|支队|总队"
    "|处室|科室|窗口|村|社区|军区|法工委|编办|人大|政协"
    "|牵头人|主体|业主|指挥部|专班|责任人|负责人|各地|各地区|高校|院校|医院|团市委|团县委|团区委|团省委"
)
UNIT = pattern(
    rf"(?:(?:各|相关|有关|所有)(?:[^,。;、<>()]|<[^<>]{{1,12}}>|\([^()]{{1,12}}\)){{1,30}}|[^,。;、]{{0,30}}?"
    rf"(?:{ENDINGS}))(?:[(〔<\[][^()〔〕<>]{{1,30}}[)〕>\]])?(?:等)?"
)
STRONG = pattern(
    r".{1,30}(?:局|委|办|厅|部|院|中心|署|行|关|政府|公司|集团|管委会|委员会|联|校|团|单位|部门"
    r"|科室?|处室?|海关|大学|机构|办公室|街道|支队|大队|总队|党委|党组|社|协会)(?:[(〔<].*)?$"
)
NO_UNIT = pattern(
    r".*(?:的|了|是|可以?|不得|不需|包括|含|除外|见|详|如|即|按|由|对|以上|以下|下同|申报|公布|另"
    r"|进行|开展|推进|实施|通过|施行|\d[年月日])|[\d.%\-—]+$"
)
COLLECTIVE = pattern(
    r"(?:各|有关|相关|其他|所有|全体|县直|市直|区直|省直|州直|其余)(?:级|省级|市级|县级|区级)?"
    r"(?:各|有关|相关|责任|成员|职能|地区?|级|行业|主管|承办)*"
    r"(?:地区?|部门|单位|方面|地方|各地|机构|处室|科室|部门和单位|部门、单位|单位和部门|部门单位"
    r"|地区和部门)*$"
)
OPEN = pattern(
    r"等(?P<rest>(?:有关|相关|其他|各有关|单位|部门|和|及|、|方面|机构|地区|市直|区直|县直|省直"
    r"|州直|国务院|中央)*)$"
)
OPEN_INSIDE = pattern(
    r"等(?P<generic>(?:(?:有关|相关)?(?:部门|单位|方面|机构)(?:(?:和|及|、)单位)?)?)(?:和|及|以及"
    r"|与|、|,|;|$)"
)
JOIN = pattern(
    r"(?:以及|和|及|与|并)(?:各|区直|县直|市直|省直|州直|有关|相关|沿[海江河线]各|其他|所在|属地"
    r"|所辖|相关|辖区|试点|广大)"
)
STRIP_FRONT = pattern(r"(?:由|请|分别由|会同|以及|及|和|与|协同|联合|并由|其中|[ :])+")
STRIP_BACK = pattern(
    r"(?:按照?(?:各自)?(?:职责|职能|权限)(?:和任务)?(?:分工)?|分别|共同|具体|分头|依职责"
    r"|根据职责分工|依据职责分工|按分工|联合|[ 。])+$"
)
HALF_COLLECTIVE = pattern(
    r"各(?:省|自治区|市|区|县|州|盟|镇|乡|街道|旗|设区市|地级市|地市|乡镇)(?:\([^()]{1,12}\))?$"
)
OTHER_HALF = pattern(
    r"(?:自治区|直辖市|县级市|自治县|自治州|省|县|区|市|乡|镇|街道|州|旗|盟|新区|开发区|功能区"
    r"|园区)(?:\([^()]{1,12}\))?(?:人民)?(?:政府|管委会|党委|党委政府|办事处)?$"
)


GENERIC = frozenset({"", "部门", "单位", "部门和单位", "部门及单位", "部门、单位"})
"""Words behind 等 that name nobody."""


class UnitList(Struct, frozen=True, gc=False):
    """The places of the units in the copy, in printed order, and whether 等 leaves the list open."""

    spans: list[Span]
    open: bool = False


def pieces(text: str, start: int, end: int, separators: frozenset[str] = SEPARATORS) -> list[Span]:
    """The parts of a stretch between separators that stand outside all brackets; a bracket left open holds
    nothing."""
    found: list[Span] = []
    closers: list[str] = []
    begin = start
    for mark in MARK.finditer(text, start, end):
        sign, at = mark[0], mark.start()
        if closers and sign == closers[-1]:
            closers.pop()
        elif sign in BRACKETS and text.find(BRACKETS[sign], at, end) > 0:
            closers.append(BRACKETS[sign])
        elif not closers and sign in separators:
            found.append((begin, at))
            begin = at + 1
    found.append((begin, end))
    return [trimmed for a, b in found if (trimmed := trim(text, a, b)) is not None]


def trim(text: str, start: int, end: int) -> Span | None:
    """A span without outer blanks, None when nothing is left."""
    while start < end and text[start] in " \t\n":
        start += 1
    while start < end and text[end - 1] in " \t\n":
        end -= 1
    return (start, end) if start < end else None


def split_units(text: str, start: int, end: int) -> UnitList:
    """The units of a list."""
    spans, is_open = _split(text[start:end])
    return UnitList([(a + start, b + start) for a, b in spans], is_open)


@lru_cache(maxsize=256)
def _split(text: str) -> tuple[list[Span], bool]:
    """The units of a list that is a text of its own; the same list is asked for several times in a row."""
    spans: list[Span] = []
    is_open = False
    for a, b in _whole_collectives(text, pieces(text, 0, len(text))):
        for c, d, opened in _joined(text, a, b):
            is_open |= opened
            kept = _bare(text, c, d)
            if kept is not None:
                spans.append(kept)
    return spans, is_open


def _whole_collectives(text: str, parts: list[Span]) -> list[Span]:
    """Put 各区 and 县级市 together again where 、 parted them."""
    whole: list[Span] = []
    for a, b in parts:
        if whole and text[whole[-1][1]] == "、" and OTHER_HALF.match(text, a, b):
            first = text.rfind("、", whole[-1][0], whole[-1][1]) + 1 or whole[-1][0]
            if HALF_COLLECTIVE.match(text, whole[-1][0], whole[-1][1]) or _grown(text, whole[-1], first):
                whole[-1] = (whole[-1][0], b)
                continue
        whole.append((a, b))
    return whole


def _grown(text: str, span: Span, first: int) -> bool:
    """Whether a collective already put together goes on: 各省、自治区、直辖市."""
    return (
        text.startswith("各", span[0])
        and first > span[0]
        and OTHER_HALF.match(text, first, span[1]) is not None
    )


def _joined(text: str, start: int, end: int) -> list[tuple[int, int, bool]]:
    """Part a piece at 等 and at a 和 or 及 before a collective; the flag says that 等 stood behind."""
    found: list[tuple[int, int, bool]] = []
    opened = OPEN_INSIDE.search(text, start, end)
    if opened and opened.start() > start and text[opened.start() - 1] not in "一二三同":
        found.append((start, opened.start(), True))
        if opened["generic"] not in GENERIC:
            found.append((opened.start() + 1, opened.end("generic"), False))
        start = opened.end()
    join = JOIN.search(text, start + 1, end) if end - start > 3 else None
    if join and UNIT.fullmatch(text, start, join.start()):
        found.append((start, join.start(), False))
        start = join.start() + (2 if text.startswith("以及", join.start()) else 1)
    if start < end:
        found.append((start, end, False))
    return found


def _bare(text: str, start: int, end: int) -> Span | None:
    """A unit without 由 before and 分别 after it; None for a dash or a word that is no unit."""
    front = STRIP_FRONT.match(text, start, end)
    if front and front.end() < end:
        start = front.end()
    back = STRIP_BACK.search(text, start, end)
    if back:
        end = back.start()
    return None if start >= end or text[start:end] in ("—", "-", "/", "无", "——", "－") else (start, end)


def is_unit(text: str, start: int, end: int) -> bool:
    """Whether a piece can be the name of a unit."""
    return end - start <= 40 and _named(text[start:end])


def is_strong(text: str, start: int, end: int) -> bool:
    """Whether a piece can be nothing else than a unit."""
    return is_unit(text, start, end) and STRONG.match(text, start, end) is not None


@lru_cache(maxsize=2048)
def _named(words: str) -> bool:
    """Whether words are the name of a unit; a document names the same ones again and again."""
    return UNIT.fullmatch(words) is not None and NO_UNIT.match(words) is None


@lru_cache(maxsize=2048)
def is_collective(name: str) -> bool:
    """Whether a name fits any unit: 各有关部门, 有关单位; such a one never leads."""
    return COLLECTIVE.match(name) is not None


def is_plural(name: str) -> bool:
    """Whether a name stands for several units: 各县人民政府."""
    return name.startswith(("各", "有关", "相关"))
