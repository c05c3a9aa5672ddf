"""Who took part in a meeting, as Chinese bulletins and minutes print it: names, titles and roles.

In: a folded text and the places of one sentence. Out: people in the order of the text. A title stands
before the name (市委副书记、市长沈砚秋) and covers a run of names (市委常委唐晚、骆成蹊); the role stands
at the end of the list (出席, 列席, 请假) or as a label before it (出席:). 受X委托 makes X absent. A
sentence without one of the words below names nobody.
"""

import re

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.ledger.records import MeetingPerson
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.units import is_strong
from milepost.reading.patterns import pattern


class RoleRow(Struct, frozen=True):
    """A row of the table of roles: the words after the names."""

    name: str
    words: str
    role: str


ROLES = (
    RoleRow("role:absent", r"(?:因[^,。;]{1,8})?(?:请假|缺席|未出席|未能出席|未参加)", "absent"),
    RoleRow("role:deputed", r"(?:的)?委托", "absent"),
    RoleRow("role:without-vote", r"(?:应邀)?列席(?:了)?(?:会议)?", "non_voting"),
    RoleRow("role:presided", r"(?:同志)?(?:主持(?:召开|会议|了会议)?|召集[^人,。;])", "chair"),
    RoleRow(
        "role:spoke", r"(?:同志)?(?:出席|参加)(?:了)?(?:会议)?并(?:作|发表)?(?:重要|总结)?讲话", "speaker"
    ),
    RoleRow("role:present", r"(?:同志)?(?:等)?(?:分别)?(?:出席|参加|参会|与会)(?:了)?(?:会议)?", "member"),
    RoleRow(
        "role:conveyed",
        r"(?:同志)?(?:在会上)?(?:传达|通报|汇报|介绍|作(?:了)?(?:说明|汇报|报告|通报))",
        "presenter",
    ),
    RoleRow("role:speech", r"(?:同志)?(?:在会上)?(?:作|发表)?(?:重要|总结)?讲话", "speaker"),
)
"""Tried in this order at each place; who presides and speaks too is the chair."""
ROLE_WORDS = [(row, pattern(row.words)) for row in ROLES]
SOME_ROLE = pattern("|".join(f"(?:{row.words})" for row in ROLES))
LABELS = (
    ("chair", pattern(r" ?(?:主持人?|会议主持) ?: ?")),
    ("non_voting", pattern(r" ?(?:列席(?:人员)?|列席会议) ?: ?")),
    ("absent", pattern(r" ?(?:请假|缺席)(?:人员)? ?: ?")),
    ("member", pattern(r" ?(?:出席|参加|参会|与会)(?:会议)?(?:人员|领导)? ?: ?")),
)
TITLE_END = (
    "副?书记|副?主任|副?市长|副?省长|副?县长|副?区长|副?州长|副?镇长|副?乡长|副?局长|副?厅长|副?部长|"
    "副?处长|副?科长|副?组长|"
    "副?主席|常委|委员|副?秘书长|副?院长|副?校长|副?检察长|检察官|副?会长|司令员|政委|副?总经理|副?董事长|"
    "总裁|副?理事长|"
    "调研员|巡视员|专员|副?行长|副?关长|副?所长|副?队长|副?社长|总工程师|总经济师|总会计师|负责人|领导|"
    "同志|代表|教授|研究员|"
    "总理|副总理|主委|馆长|台长|园长|站长|经理|村长|支书|董事|理事|主席团成员|成员|党组成员|记者"
)
NAME = r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{1,8}·[\u4e00-\u9fff]{1,8}"
TITLED = pattern(rf"(?P<title>.*(?:{TITLE_END})(?:\([^()]{{1,20}}\))?)(?P<name>{NAME})$")
OF_UNIT = pattern(
    r"(?P<title>.*(?:局|委|办|厅|部|院|中心|政府|公司|集团|镇|乡|街道|区|县|处|科|室|队|银行|学校|会"
    r"|人大|政协|法院|检察院|联|社|所|站|村|医院))"
    rf"(?P<name>{NAME})$"
)
"""市发改委陶知行: behind a label such as 参会人员 the unit stands for the title."""
ALL_TITLE = pattern(rf".*(?:{TITLE_END})(?:\([^()]{{1,20}}\))?$")
PLAIN = pattern(rf"(?:{NAME})$")
BUSINESS = pattern(r"听取|审议|研究|讨论|部署|关于|情况|《")
"""Words of the agenda: what stands before 汇报 in such a stretch is what was heard, and no list of people."""
NO_NAME = pattern(
    r"会[^ ]|本报|会议|每|本[月年]|上[月年]|全年|当日|次日|[一二三四五六七八九十][次日月年]|"
    r"上午|下午|今天|昨天|近日|日前|人员|部门|单位|有关|相关|各|全体|领导|成员|同志|代表|班子|"
    r"干部|记者|群众|嘉宾|专家|他|她|大家|"
    r".*的|.*(?:议|市|县|区|省|局|委|办|厅|部|府|院|组|会|处|科|室|司|团|们|等|精神|情况|工作|成员|"
    r"人员|同志|讯)$"
)
AT_PLACE = pattern(r"[在于][^,。;、]{1,24}(?:室|厅|礼堂|楼|会场|现场|中心|宾馆|政府|机关|召开地)$")
"""Where the meeting was, between a name and its role: 县长…在县政府会议室主持召开."""
CLAUSE_END = pattern(r"[,。;]")
BRACKET = pattern(r"\((?P<note>[^()]{1,40})\)$")


def find_people(folded: Folded, start: int, end: int) -> list[MeetingPerson]:
    """The people whom one sentence names with a part in the meeting."""
    text = folded.text
    for role, label in LABELS:
        if match := label.match(text, start, end):
            return read_names(folded, match.end(), end, role, labelled=True)
    people: list[MeetingPerson] = []
    begin = start
    for word in SOME_ROLE.finditer(text, start, end):
        row = next(row for row, words in ROLE_WORDS if words.match(text, word.start(), word.end()))
        if not BUSINESS.search(text, begin, word.start()):
            place = AT_PLACE.search(text, begin, word.start())
            people += read_names(folded, begin, place.start() if place else word.start(), row.role)
        if row.name == "role:deputed":
            begin = word.end()
        else:
            following = CLAUSE_END.search(text, word.end(), end)
            if following is None:
                break
            begin = following.end()
    return people


def read_names(
    folded: Folded, start: int, end: int, role: str, labelled: bool = False
) -> list[MeetingPerson]:
    """The people of a list; titles gather before a name and stay for the bare names after it."""
    people: list[MeetingPerson] = []
    titles: list[str] = []
    end = end - 1 if folded.text.endswith("等", start, end) else end
    done = False
    for a, b in parts(folded.text, start, end):
        note = BRACKET.search(folded.text, a, b)
        last = note.start() if note else b
        words = folded.text[a:last]
        titled = titled_name(words, labelled)
        name = titled["name"] if titled else words
        if titled and NO_NAME.match(titled["name"]):
            titles, done = [], False
        elif titled or (PLAIN.match(words) and not NO_NAME.match(words) and not ALL_TITLE.match(words)):
            if titled:
                titles = [*([] if done else titles), titled["title"]]
            shown = (*titles, note["note"]) if note else tuple(titles)
            people.append(person(folded, last - len(name), last, shown, role))
            done = True
        elif ALL_TITLE.match(words) or is_strong(folded.text, a, b):
            titles = [*([] if done else titles), words]
            done = False
        else:
            titles, done = [], False
    return people


def titled_name(words: str, labelled: bool) -> re.Match[str] | None:
    """A name with its title before it, or behind a label with its unit; 县人大常委会何其 is not 会何其."""
    titled = TITLED.match(words)
    if not labelled or ALL_TITLE.match(words) or (titled and not NO_NAME.match(titled["name"])):
        return titled
    return OF_UNIT.match(words) or titled


def person(folded: Folded, start: int, end: int, titles: tuple[str, ...], role: str) -> MeetingPerson:
    """A person at the place of the name."""
    return MeetingPerson(
        name=folded.words(start, end), role=role, titles=titles, span=folded.span(start, end)
    )


def parts(text: str, start: int, end: int) -> list[Span]:
    """The members of a list, the bracket behind a name kept with it."""
    found, begin, depth = [], start, 0
    for at in range(start, end):
        sign = text[at]
        depth += (sign == "(") - (sign == ")")
        if depth <= 0 and (sign in "、,; 。" or (sign in "和及" and joins(text, begin, at, end))):
            found.append((begin, at))
            begin = at + 1
    found.append((begin, end))
    return [(strip_front(text, a, b), b) for a, b in found if strip_front(text, a, b) < b]


def joins(text: str, begin: int, at: int, end: int) -> bool:
    """Whether 和 at a place parts two members, and is no part of a name such as 池清和."""
    return (
        at - begin >= 2 and at + 2 < end and text[at + 1] not in "、,; 。" and text[at + 2] not in "、,; 。"
    )


FRONT = pattern(r"(?:受|由|其中|另外|会上|此外|以|当日|\([^()]*\)|\d{1,2}月\d{1,2}日(?:上午|下午)?)*")


def strip_front(text: str, start: int, end: int) -> int:
    """Where a member begins after 受 or 由."""
    match = FRONT.match(text, start, end)
    return match.end() if match else start
