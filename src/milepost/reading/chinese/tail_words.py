"""The words of assignments: role words, labels, and the rules that a tail states for a whole document.

In: nothing but tables. Out: the rows that `tails` walks: labels before units (牵头单位:), role words behind
them (牵头, 配合), and what begins a bracket that assigns nothing. How a tail is put together stands there.
"""

from typing import Literal

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


def says_first(text: str, start: int, end: int) -> bool:
    """Whether a stretch has a word without which `LEAD_FIRST` can't match."""
    return text.find("首", start, end) >= 0 or text.find("第一", start, end) >= 0


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

SUFFIX_SAME = "下同"

LABELS: tuple[tuple[TailRole, str], ...] = (
    (
        "lead",
        (
            r"(?:总)?牵头(?:负责)?(?:单位|部门|科室|处室|领导单位)|主[办管责](?:单位|部门)"
            r"|牵头(?:责任)?(?:单位|部门)|牵头|第一责任单位"
        ),
    ),
    (
        "support",
        (
            r"(?:配合|协办|会办|参与|参加|协作|协同|协助|支持)(?:责任)?(?:单位|部门|科室|处室)|其他责任(?:单位"
            r"|部门)|配合|协办|会办"
        ),
    ),
    (
        "responsible",
        (
            r"(?:主要)?责任(?:单位|部门|科室|处室|主体)|负责(?:单位|部门|科室)|(?:落实|实施|承办"
            r"|整改责任|整改)(?:单位|部门)"
        ),
    ),
    ("guide", r"指导(?:单位|部门)"),
    (
        "deadline",
        (
            r"(?:完成|整改|办理|办结|落实|推进|实施)?(?:时限|时间|期限|日期)(?:要求|节点|安排)?|"
            r"(?:时间|进度)(?:安排|要求|节点)|完成(?:时限|时间)"
        ),
    ),
    (
        "person",
        (
            r"(?:责任|分管|牵头|联系|包联|包案|挂钩|督办|市|县|区|省)(?:市|县|区|省|责任)?领导|(?:责任|联系|负责)人"
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
            r"(?:分工)?)?(?:共同|分别)?(?:负责|牵头|落实|实施|组织实施|推进)(?:落实|兑现|受理|审核|办理|拨付|发放|执行)?$"
        ),
    ),
    Rule(
        "tail:leads",
        pattern(
            r"(?P<lead>.+?)(?:(?:总)?牵头(?:负责|实施|落实|组织实施|推进|组织|承办|办理)?(?:落实)?|主办|主责|抓总)$"
        ),
    ),
    Rule(
        "tail:leads-with",
        pattern(
            r"(?P<lead>.+?)牵头(?:会同|,)?(?P<support>.+?)(?:按(?:照)?(?:各自)?(?:职责|职能)"
            r"(?:分工)?)?(?:配合|参与|参加|协助|协办|负责|落实)$"
        ),
    ),
    Rule("tail:guides", pattern(r"(?P<guide>.+?)(?:负责)?(?:业务)?指导(?:监督|推进|落实)?$")),
    Rule(
        "tail:supports",
        pattern(
            r"(?P<support>.+?)(?:按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?)?(?:分别|共同|做好|积极"
            r"|协同|协助)?(?:配合|参与|参加|协办|协同|协助|会办|支持)(?:落实|做好|推进|实施)?$"
        ),
    ),
    Rule(
        "tail:responsible",
        pattern(
            r"(?P<responsible>.+?)(?:按(?:照)?(?:各自)?(?:职责|职能|权限)(?:和任务)?(?:分工)?"
            r"|依职责)?(?:分别|共同|分头|具体|组织)*(?:负责|落实|实施|承担|推进|承办)(?:落实|实施"
            r"|推进|组织实施|兑现|受理|审核|办理|拨付|发放|执行)?$"
        ),
    ),
    Rule("tail:by-duty", pattern(r"(?P<responsible>.+?)(?:按(?:照)?(?:各自)?(?:职责|职能)分工)$")),
)
"""What a role word at the end of a part says of the units before it; the first row that fits wins."""

CLAUSE_SIGNS = {
    "tail:with-others": "同商联",
    "tail:leads": "牵办责总",
    "tail:leads-with": "牵",
    "tail:guides": "导",
    "tail:supports": "配参协会支",
    "tail:responsible": "负落实承推",
    "tail:by-duty": "分",
}
"""Signs of which a row needs one."""

ROLE_WORD = pattern(
    r"牵头|负责|落实|实施|配合|参与|参加|指导|协办|会办|主办|主责|抓总|协同|协助|支持|推进|承担|承办|办理|组织|监督|分工"
)
"""Without one of these no row of `CLAUSES` matches."""

LED_MARK = pattern(r"[(<〔\[](?:总?牵头|主办|主责)(?:单位|部门)?[)>〕\]]$")
"""市民政局(牵头): the mark stands behind the unit."""
STARS = frozenset("*★☆▲△※#")
STAR_LEADS = pattern(
    r"(?:带|标|注|加)(?:注|有|记)?[“\"]?[*★☆▲△※#]号?[”\"]?(?:标记|标识|符号)?的?(?:单位|部门)?(?:为|是|系)牵头"
)
"""带*的为牵头单位: stated once."""

NO_TAIL = pattern(
    r"(?:此件|以下简称|简称|下称|详见|见附件|附件|含|包括|包含|不含|如|即|其中|例如|除|指|注:|本文"
    r"|限|原则上|具体|试行|修订|摘要|代拟|征求意见)"
)


ROLES: dict[str | None, TailRole] = {role: role for role, _ in LABELS}


def role_of(name: str | None) -> TailRole:
    """The role behind a named group."""
    return ROLES[name]
