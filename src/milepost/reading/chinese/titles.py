"""What a measure is called in a ledger: its verb phrase, what it is about, the result it names.

In: the stretch of a measure in a folded text. Out: the action (at most 60 characters for nearly all), the
object and the output with their places. The heading sentence of a measure is its action where there is one;
boilerplate before the verb and the deadline are left out. Nothing is reworded: each is a piece of the text.
"""

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.ledger.records import Named
from milepost.reading.chinese.deadlines import Due
from milepost.reading.chinese.folding import Folded
from milepost.reading.patterns import pattern

LONGEST = 60
"""A title longer than this does not fit a ledger's row."""

TASK_KINDS = frozenset({"fixed", "relative", "recurring", "event"})
SENTENCE = pattern(r"[^。;!?\n]+")
LEAD_IN = pattern(
    r"(?:(?:会议(?:要求|强调|明确|指出|决定|议定)|(?:坚持)?以[^,。]{2,40}为(?:目标|重点|核心|抓手"
    r"|引领|导向|基础|主线|契机|原则|主要技术路线|责任主体)"
    r"|围绕[^,。]{2,40}|针对[^,。]{2,40}|按照[^,。]{2,40}|根据[^,。]{2,40}|结合[^,。]{2,30}"
    r"|为[^,。]{4,40}|在[^,。]{2,40}(?:上|下|中|前提下|基础上)"
    r"|以[^,。]{2,24}等为重点),)+"
)
CONDITION = pattern(r"对[^。]{2,90}?的[^,。]{0,60},")
"""对…成效明显的县,: left out only where the whole would be too long for a title."""

HEADING = 20
"""A title shorter than this may only head what follows it."""
CLAUSE = pattern(r"[^,。;!?\n]+")
COUNTER = pattern(r" *(?:[①-⑳]|\(?\d{1,2}[).、]|[一二三四五六七八九十][是要]) *")
WANTED = ("要求", "要素", "要点", "要件", "要闻")
"""Words that begin with 要 and tell nobody to act."""
ASIDE = pattern(r"(?:其中|例如|比如|如|即|原则上|所需|具体(?:由|见)|以上|上述|本|该|此|详见|由|含|包括)")
"""A clause that explains the one before, and is no part of what is to be done."""
TOPIC = pattern(r"(?:对|在|为|从|按|经|凡|将|把|以|通过|依托|利用)[^,，]{2,40}|[^,，]{2,40}[的前后时]")
"""A clause that may only say for what, where or when the next one holds: 对闲置两年以上的海域."""
BRACKET_END = pattern(r"[(（][^()（）]{0,40}[)）]$")
SHORT_TAIL = (5, 34)
PARTING = ("、", ",", "以及")
TELLING = 6
"""How many characters before 的 tell which ones are meant."""

REVISED = pattern(r"(?:意见|要求|建议|精神|批示|反馈)(?P<verb>修改|修订|完善|调整|补充|细化|优化)")
"""根据会议意见修改方案, is the act itself and no ground of another."""

TOO_SHORT = 2
HANGING = ("各", "首月", "的", "内", "起")
"""What says nothing, or something else, once the date before it is gone."""

FREQUENCY = pattern(
    r"每(?:\d{1,2}|[一两二三四五六七八九十半])?个?(?:年度?|半年|季度?|月度?|周|旬|日|天)(?:度)?"
)
"""How often, without a day: 每月, 每两年. 每年2月底前 is a deadline."""
COUNTED = pattern(r"\d|[一二两三四五六七八九十](?:次|场|期|批|轮|个|项)")
WILL = ("将于", "拟于", "将在", "拟在", "应于", "须于")

FRONT = pattern(
    r"(?:(?:整改|工作|具体|主要|重点|推进|落实|保障)?(?:措施|任务|举措|内容|目标)|任务内容|目标任务):"
    r"|[,、;。: ]+|[一二三四五六七八九]是|(?:要|应当?|须|必须|需|负责|力争|争取|确保)"
)
LEAD_IN_SIGNS = frozenset("会坚以围针按根结为在")
FRONT_SIGNS = frozenset(",、;。: 一二三四五六七八九要应须必需负力争确整工具主重推落保措任举内目")
"""The signs that `LEAD_IN` and `FRONT` begin with."""

AIM_BEFORE = pattern(r"(?:确保|力争|争取|务必|限)(?:在|于)?$")
DONE_BEHIND = pattern(r"(?:全部|全面|基本)?(?:完成|完工|建成|办结|到位|竣工|落实)?")
BACK = frozenset(",、;。: ")
VERBS = (
    "新建改建|改建扩建|新建扩建|改扩建|排查整治|清理规范|清理整治|修改完善|改造提升|整治提升|加快推进|统筹推进"
    "|研究制定|上线|试点推行|推进实施|组织实施|组织编制|研究提出|深入推进|全面推行|制定出台|制定完善"
    "|研究起草|修订完善|建立健全|健全完善|研究建立|探索建立|编制印发|制定|编制|修订|修改|起草"
    "|出台|印发|拟订|拟定|建立|健全|完善|构建|搭建|推进|推动|推行|推广|开展|组织开展|组织"
    "|实施|实行|落实|加强|强化|深化|优化|改造|改革|提升|提高|扩大|加快|加大|促进|支持|鼓励|引导"
    "|培育|培养|建设|建成|新建|改建|打造|设立|成立|组建|完成|公布|发布|规范|清理|整合|统筹|探索"
    "|试点|启动|举办|召开|培训"
    "|开发|开放|通报|汇总|筛选|建好|举行|下达|拨付|归集|公示|梳理|评选|认定|奖励|对接|回收|处置|关停"
    "|淘汰|替换|采购|招引|报告|跟踪|化解|防范|净化|补齐|摸底|签订|签署|移交|验收|复制推广|发放"
    "|核发|试行|调整|分解|细化"
    "|压减|压缩|简化|取消|畅通|控制|发挥|发展|创建|创新|夯实|安排|布局|确定|明确|编写|提出|报送"
    "|上报|征求|设置|扶持|引进|遴选|整治|治理|保障|稳定|盘活|拓展|拓宽|增加|全面实施|全面推行"
    "|大力推行|降低|减少|更新|答复|公开|摸清|排查|检查|核查|评估|考核|监测|升级|打通|配备|配置"
    "|缩短|受理|办理|放宽|返还|给予|纳入|优先支持|优先纳入"
    "|新增|改良|减轻|查处|打击|严格|充实|营造|加固|更换|补充|迎接|招聘|增配|增设|加装|改进|汲取|办好|用好|管好|抓好"
    "|维护|维修|修复|疏浚|拆除|搬迁|安置|救助|帮扶|慰问|普及|宣传|挖掘|保护|传承|做大|做强|做优|壮大|栽植|种植|清退"
    "|释放|激发|巩固|拆解|修缮|申报|争创|开通|加密|延伸|划定|界定|收回|兑现|兑付|拓宽|融入|参与|承办|选派|选聘"
)
VERB = pattern(
    r"(?:进一步|逐笔|逐一|逐项|依规|严厉|认真|抓紧|妥善|尽快|主动|科学|精准|扎实|广泛|统一|全力|强力|牵头|负责|动态|全面|积极|大力|加快|着力|切实|深入|持续|稳步|有序|依法|严格|及时|率先|逐步|分批"
    rf"|同步)?(?:(?:支持|鼓励|探索|推动|引导|组织)(?:{VERBS})|(?:{VERBS})(?:(?:并|和|、|与|或)(?:{VERBS}))?)"
    r"(?:好|一批|第一批)?"
)
MOVED = pattern(
    r"[将把](?P<what>[^,。;:、]{2,30}?)(?:纳入|列入|列为|作为|报送?|上报|提交|提高|降低|压缩|下放|移交|转为|调整|控制|延长|扩大|打造)"
)
TOWARD = pattern(
    r"(?:对|为|向|在)[^,。;:]{2,40}?(?:逐一|逐项|分类|全部|集中)?(?:开展|实施|组织|进行|建立|配备|发放|给予|推行|实行|完成)"
)
REFRAIN = pattern(r"(?:要|应|须|必须|坚决|严格|切实)*(?:不得|严禁|禁止|不准|不许|杜绝|防止|避免)")
"""Words that forbid; they stay in the action."""
REFRAIN_SIGNS = frozenset("要应须必坚严切不禁杜防避")
TOWARD_SIGNS = ("对", "为", "向", "在")
"""The signs that `REFRAIN` and `TOWARD` begin with."""
OBJECT_END = pattern(r"[,。;:(]|并(?:向|报|在|于)")
RESULT_NOUN = (
    "实施方案|工作方案|行动方案|专项方案|方案|管理办法|实施办法|办法|实施细则|细则|实施意见"
    "|指导意见|意见|规定|规划|计划|条例草案建议稿|条例草案|条例|清单|目录|名录|名单|台账|指引"
    "|指南|导则|手册|标准|规程|规范"
    "|总结报告|评估报告|报告|制度|机制|协议|布局图|流程图|白皮书|指标体系|数据库|平台|通知"
)
OUTPUT = pattern(
    r"(?:制定|编制|修订|出台|印发|形成|起草|公布|发布|提出|拟订|拟定|编写|报送|建立|发布)(?:出台"
    rf"|完善|印发|并公布|完成|了)?(?P<what>《[^《》]{{2,40}}》|[^,。;、《》]{{0,24}}?"
    rf"(?:{RESULT_NOUN}))(?:[,。;、]|$)"
)


class Title(Struct, frozen=True, gc=False):
    """The action as printed, with the object and the output where the text names them."""

    action: str
    object: Named | None = None
    output: Named | None = None


def title_of(folded: Folded, start: int, end: int, dues: list[Due]) -> Title:
    """The title of a measure's stretch."""
    first, last = _phrase(folded.text, start, end, dues)
    action = _without_dates(folded, first, last, dues)
    action = _followed(folded, action, (last, end), dues)
    whom = _for_whom(folded, start, first)
    whole = whom + action
    if len(whole) > LONGEST:
        whole = whole[: max(0, *(whole.rfind(sign, len(whom) + 8, LONGEST) for sign in "，,、"))]
    action = whole if whom and len(whole) > len(whom) + 6 else action
    thing = _object(folded.text, first, last)
    result = OUTPUT.search(folded.text, start, end)
    return Title(
        action=action,
        object=_named(folded, thing) if thing else None,
        output=_named(folded, result.span("what")) if result else None,
    )


def _followed(folded: Folded, action: str, rest: Span, dues: list[Due]) -> str:
    """A short title that only heads what follows, with as many of the next clauses as fit: 推进集团化办学。
    新组建教育集团8个 says more with its second sentence."""
    if len(action) >= HEADING or any(char.isdigit() for char in action):
        return action
    said, goes_on = [action], False
    for clause in CLAUSE.finditer(folded.text, *rest):
        a, b = clause.span()
        if mark := COUNTER.match(folded.text, a, b):
            a = mark.end()
        a += folded.text.startswith("要", a) and not folded.text.startswith(WANTED, a)
        topic = len(said) > 1 and TOPIC.fullmatch(said[-1]) is not None
        if (ASIDE.match(folded.text, a, b) and not topic) or not _balanced(folded.text, a, b):
            break
        words = BRACKET_END.sub("", _clause_words(folded, a, b, dues))
        if words and sum(map(len, said)) + len(said) + len(words) > LONGEST:
            break
        said += [words] if words else []
        goes_on = folded.text.startswith(",", clause.end())
    else:
        return "，".join(said)
    if len(said) > 1 and goes_on and TOPIC.fullmatch(said[-1]):
        said.pop()  # it only names what the clause left out is about
    return "，".join(said)


def _balanced(text: str, a: int, b: int) -> bool:
    """Whether a clause holds both ends of each bracket in it."""
    return text.count("(", a, b) == text.count(")", a, b)


def _clause_words(folded: Folded, a: int, b: int, dues: list[Due]) -> str:
    """The words of one clause without its deadline; empty where it says nothing else."""
    if all(due.end <= a or due.start >= b for due in dues):
        return folded.words(a, b).strip(" \n")
    inside = next(due for due in dues if due.end > a and due.start < b)
    bare = folded.text[a : inside.start] + folded.text[inside.end : b]
    said = DONE_BEHIND.sub("", AIM_BEFORE.sub("", bare.strip()))
    return _without_dates(folded, a, b, dues) if said.strip(" ,") else ""


def _for_whom(folded: Folded, start: int, first: int) -> str:
    """The end of a condition that the action leaves out as too long, so that it says for whom:
    对…任务完成较好的县，. Else nothing."""
    condition = CONDITION.search(folded.text, start, first)
    if condition is None or condition.end() != first:
        return ""
    words = condition.group()
    whose = words.rfind("的")
    at = max(0, whose - TELLING)
    cut = max((words.rfind(sign, 0, at) + len(sign) for sign in PARTING if sign in words[:at]), default=0)
    if whose < TELLING:
        return ""
    tail = folded.words(condition.start() + cut, condition.end() - 1)
    return f"对…{tail.removeprefix('对')}，" if SHORT_TAIL[0] <= len(tail) <= SHORT_TAIL[1] else ""


def forbids(action: str) -> bool:
    """Whether an action says what is not to be done."""
    return action[:1] in REFRAIN_SIGNS and REFRAIN.match(action) is not None


def _named(folded: Folded, span: Span) -> Named:
    """Words with their place."""
    words, place = folded.named(*span)
    return Named(text=words, span=place)


def _phrase(text: str, start: int, end: int, dues: list[Due]) -> Span:
    """The stretch of the verb phrase: the first sentence without what stands before its verb, cut to fit."""
    sentence = SENTENCE.search(text, start, end)
    a, b = sentence.span() if sentence else (start, end)
    a = _after_lead_in(text, a, b, dues)
    if b - a > LONGEST:
        b = _cut(text, a, b)
    last = b
    while last > a and text[last - 1] in BACK:
        last -= 1
    return a, last if last > a else b


def _after_lead_in(text: str, a: int, b: int, dues: list[Due]) -> int:
    """Where the verb phrase begins behind agents, dates, conditions and grounds."""
    for _ in range(6):
        due = None
        if dues:
            due = next((d for d in dues if d.start == a and d.end < b and _apart(text, d)), None)
        sign = text[a : a + 1]
        front = FRONT.match(text, a, b) if sign in FRONT_SIGNS else None
        lead_in = LEAD_IN.match(text, a, b) if sign in LEAD_IN_SIGNS else None
        if lead_in is None and b - a > LONGEST:
            lead_in = CONDITION.match(text, a, b)
        if due is not None and (text.startswith(HANGING, due.end) or _counts(text, due, b)):
            return a
        if due is not None:
            a = due.end
        elif front and front.end() < b:
            a = front.end()
        elif lead_in and lead_in.end() + 6 < b and not _acts(text, lead_in.span(), b, dues):
            revised = REVISED.search(text, a, lead_in.end())
            if revised:
                return revised.start("verb")
            a = lead_in.end()
        elif text.startswith(WILL, a) and any(due.start in (a + 1, a + 2) for due in dues):
            a += 2 if any(due.start == a + 2 for due in dues) else 1
        else:
            return a
    return a


def _acts(text: str, lead_in: Span, b: int, dues: list[Due]) -> bool:
    """Whether words that look like a purpose are the act, and the rest only its time: 为3000户实施改造,
    年底前完成."""
    return not _clause_of_rest(text, lead_in[1], b, dues)


def _clause_of_rest(text: str, a: int, b: int, dues: list[Due]) -> str:
    """What the words behind a purpose say apart from a deadline and that all is done by then."""
    kept, at = [], a
    for due in dues:
        if at <= due.start and due.end <= b:
            kept.append(text[at : due.start])
            at = due.end
    rest = "".join([*kept, text[at:b]]).strip(" ,。;")
    return DONE_BEHIND.sub("", AIM_BEFORE.sub("", rest))


def _counts(text: str, due: Due, b: int) -> bool:
    """Whether a rhythm opens a clause that says how much each time: 每月举办1场对接活动."""
    clause = text[due.end : b].partition(",")[0]
    return FREQUENCY.fullmatch(text, due.start, due.end) is not None and COUNTED.search(clause) is not None


def _apart(text: str, due: Due) -> bool:
    """Whether a date stands apart from the verb phrase behind it."""
    return due.kind in TASK_KINDS or due.kind == "start" or text[due.end] in ",、"


def _cut(text: str, a: int, b: int) -> int:
    """The last comma, else the last 、 or blank, that keeps a phrase within the longest title."""
    limit = a + LONGEST
    for sign in (",", "、", " "):
        at = text.rfind(sign, a + 8, limit)
        if at > 0 and text.count("《", a, at) == text.count("》", a, at):
            return at
    return limit if sign_free(text, a, b) else b


def sign_free(text: str, a: int, b: int) -> bool:
    """Whether a phrase is so long without any sign that it must be cut hard."""
    return b - a > 2 * LONGEST


def _without_dates(folded: Folded, a: int, b: int, dues: list[Due]) -> str:
    """The words of a phrase without the deadlines inside it that end a clause or begin one, and without a
    clause that only says by when it is done."""
    text, pieces, at = folded.text, [], a
    for due in dues:
        if due.start < at or due.end > b or due.kind in ("period", "target", "start"):
            continue
        if FREQUENCY.fullmatch(text, due.start, due.end):
            continue  # how often is part of what is done
        start, end = _clause_of_date(text, max(at, a), b, due)
        if start > a and text[start - 1] not in ",、" and end < b:
            continue
        if 0 < len(rest := text[end:b].partition(",")[0]) <= TOO_SHORT or rest.startswith(HANGING):
            continue
        pieces.append(folded.words(at, start))
        at = end + (1 if end < b and text[end] in ",、" else 0)
    pieces.append(folded.words(at, b))
    return "".join(pieces).strip(",，、;；。 ：:\n") or folded.words(a, b)


def _clause_of_date(text: str, a: int, b: int, due: Due) -> Span:
    """The place of a deadline, or of the whole clause where that says nothing else: 确保6月底前完工."""
    before = AIM_BEFORE.search(text, a, due.start)
    done = DONE_BEHIND.match(text, due.end, b)
    start = before.start() if before else due.start
    opens = start == a or text[start - 1] in ",、"
    closes = done is not None and (done.end() == b or text[done.end()] in ",;。")
    return (start, done.end()) if opens and closes and start > a and done else (due.start, due.end)


def _object(text: str, a: int, b: int) -> Span | None:
    """What follows the verb, up to the first comma; what stands between 将 and its verb."""
    if a >= b:
        return None
    moved = MOVED.match(text, a, b) if text[a] in "将把" else None
    if moved is not None:
        return moved.span("what")
    forbidden = REFRAIN.match(text, a, b) if text[a] in REFRAIN_SIGNS else None
    a = forbidden.end() if forbidden else a
    toward = TOWARD.match(text, a, b) if text.startswith(TOWARD_SIGNS, a) else None
    verb = toward or VERB.match(text, a, b)
    if verb is None or verb.end() >= b:
        return None
    named = text.find("》", verb.end(), b) if text[verb.end()] == "《" else -1
    if named > 0:
        return verb.end(), named + 1
    stop = OBJECT_END.search(text, verb.end(), b)
    end = stop.start() if stop else b
    return (verb.end(), end) if end - verb.end() >= 2 else None
