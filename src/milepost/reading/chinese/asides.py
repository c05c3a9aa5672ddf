"""Sentences that look like duties and are none: encouragement, permission, reports, scope, definitions.

In: a sentence of a folded text. Out: the reason to set it aside, None where no row of the table gives one.
Which sentences are duties is decided in `running`.
"""

from milepost.reading.patterns import pattern
from milepost.reading.records import Reason

SET_ASIDE: tuple[tuple[Reason, str, str], ...] = (
    ("permission", "running:encouraged", r"[^,。要应须得]{0,20}(?:鼓励|支持|可以|可结合|可根据|可参照)"),
    (
        "permission",
        "running:penalty",
        r"(?:违反|有下列[^。]{0,8}(?:情形|行为))[^。]{0,60}?(?:由|依法|依照|按照|给予|责令)",
    ),
    (
        "boilerplate",
        "running:in-force",
        r"\(?[^,。]{2,40}日(?:印发|发布|公布|下发)\)$|[^。由]{0,30}(?:起施行|起执行|起实施|有效期|停止执行|同时废止)|[^。]{0,30}(?:负责解释|由[^,。]{2,20}解释)",
    ),
    (
        "scope",
        "running:eligible",
        r"[^,。]{0,30}(?:应当?|须|需|必须)(?:同时)?(?:具备|符合|满足)[^。]{0,30}(?:条件|资格|资质|标准|:)",
    ),
    ("definition", "running:defines", r"[^。]{0,24}所称|[^,。]{0,24}(?:是指|系指)"),
    ("scope", "running:applies", r"[^。]{0,40}(?:,|^|动)(?:不)?适用(?:于|本)?"),
    (
        "membership",
        "running:members",
        r"[^。]{0,30}由[^。]{2,80}(?:组成|任(?:副?组长|副?主任|召集人|副?总指挥|成员))",
    ),
    (
        "reported",
        "running:heard",
        r"[^,。]{0,6}(?:会议)?(?:听取了?|审议了?|传达学习了?|原则同意|通报了|一致同意)|会议(?:同意|肯定|研究了?|讨论了?)",
    ),
    (
        "reported",
        "running:attended",
        r"[^。]{2,120}(?:负责同志|负责人|领导|人员|同志|成员)等?(?:分别)?(?:参加|出席|列席|参会)",
    ),
    (
        "reported",
        "running:convened",
        r"(?:\d{4}年)?\d{1,2}月\d{1,2}日[^。]{0,80}?(?:主持|召开|召集)",
    ),
    (
        "principle",
        "running:exhorted",
        r"各[^,。]{1,20}要(?:高度重视|提高|充分|加强|倒排|切实|统一|认真|强化)",
    ),
)
SET_ASIDE_RULES = tuple((reason, name, pattern(words)) for reason, name, words in SET_ASIDE)
SOME_ASIDE = pattern(
    r"鼓励|支持|可[以结根参]|违反|有下列|起[施执实]行?|日[印发公下]|有效期|停止执行|废止|解释|具备|符合|满足"
    r"|所称|是指|系指|适用|组成|任|听取|审议|传达|同意|会议[肯研讨]|通报了|主持|召[开集]|参加|出席|列席|参会|要[高提充加倒切统认强]"
)
"""Without one of these no row of `SET_ASIDE` matches."""
NEEDS: dict[str, str] = {
    "running:encouraged": "鼓支可",
    "running:penalty": "违列",
    "running:in-force": "起日期止释",
    "running:eligible": "具符满",
    "running:defines": "称指",
    "running:applies": "适",
    "running:members": "组任",
    "running:heard": "听审传同通会",
    "running:attended": "参席",
    "running:convened": "持召",
    "running:exhorted": "各",
}
"""Signs of which a row needs one."""
MODALS = pattern(r"(?:要|应当?|须|必须|需要?|将|负责|牵头|切实|务必|不得|严禁)")
DONE = pattern(r"[^,。]{0,30}(?:已经?|现已|已于|曾)(?:完成|印发|报|建|开展|启动|下达|发布)")
NEAR_DONE = 32
"""Within so many characters `DONE` has its 已 or 曾."""
PAST = pattern(r"[^。]{0,90}?(?:开展|进行|组织|完成|召开|印发|建成|实现|取得|作出|提出|下达|出台|听取)了")


def reason_of(text: str, start: int, end: int) -> Reason | None:
    """Why a sentence is no duty, where a row says so."""
    past = text.find("了", start, end) >= 0 and PAST.match(text, start, end)
    if (past and not MODALS.search(text, start, end)) or _is_done(text, start, end):
        return "reported"
    if SOME_ASIDE.search(text, start, end) is None:
        return None
    signs = frozenset(text[start:end])
    for reason, name, rule in SET_ASIDE_RULES:
        if not signs.isdisjoint(NEEDS[name]) and rule.match(text, start, end):
            return reason
    return None


def _is_done(text: str, start: int, end: int) -> bool:
    """Whether a sentence says near its start what has been done."""
    near = min(end, start + NEAR_DONE)
    said = text.find("已", start, near) >= 0 or text.find("曾", start, near) >= 0
    return said and DONE.match(text, start, end) is not None
