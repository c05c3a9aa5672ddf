"""Deadlines in Chinese: 9月底前, 第三季度, 本方案印发之日起30日内, 每年2月底前, 持续推进.

In: a folded text, a stretch of it and the days that the document fixes (`Days`). Out: the deadlines in the
order of the text, with the place of each in the copy (`Due`); `found` makes the record of the reading. Which
of several deadlines a measure keeps, `chosen` says. The rows stand in `deadline_rows`, what their words say
in `dates`, what that comes to in `reading.deadlines`.
"""

from functools import lru_cache

from msgspec.structs import replace

from milepost.ledger.records import DeadlineKind, Precision
from milepost.reading.chinese.choices import with_choices
from milepost.reading.chinese.dates import Days
from milepost.reading.chinese.deadline_rows import SIGNS, rows_for
from milepost.reading.chinese.dues import Due, by_place, due_of, moved
from milepost.reading.chinese.folding import Folded, fold
from milepost.reading.chinese.lengths import Match
from milepost.reading.deadlines.phrases import Phrase
from milepost.reading.patterns import Rule, pattern
from milepost.reading.records import FoundDeadline, FoundRecurring

__all__ = ["Days", "Due", "chosen", "find_deadlines", "found", "repeats", "without_stages"]


CLAUSE = pattern(r"[^,;。:\n]{1,400}(?::[0-5]\d(?:之前|以前|前|止|\()[^,;。:\n]{0,200})?")
"""A longer clause is cut, so that no text costs more than its length; the colon of 17:00前 closes none."""
SOME_DATE = (
    '年|月|日|号|天|周|旬|季|届|前|Q|五时|五期|五”时|五”期|五"时|五"期|任期内|开学|下次|下一次|星期|小时'
)
TRIGGER = pattern(SOME_DATE)
FIELD_TRIGGER = pattern(SOME_DATE + "|持续|长期|常|不断|动态|滚动|立|即")
"""Without one of these no row finds anything; each begins with a plain sign, which is looked for fastest."""
DONE = pattern(r"(?:前)?(?:全部|基本|全面)?(?:完成|办结|到位|建成|落实)(?:\d{1,3}(?:\.\d+)?%)?")
ACHIEVED = pattern(
    r"[,全部基本正式]{0,4}(?:完成|建成|出台|印发|投入|投用|启用|竣工|完工|开工|开通|上线|落地|公布|发布|实现|通车|到位)"
)

AIMED = ("力争", "争取", "努力", "力争在", "争取在", "力争到", "争取到")
OUTCOME = pattern(r"(?:前)?(?:全市|全县|全省|全区)?(?:实现|达到?|新增|增长|突破|超过|覆盖)")
"""力争上半年实现“双过半”: an outcome is aimed at, no task is set."""
STANDARD = pattern(
    r"(?:压缩|缩短|压减|减少|时限|时间|控制|降)[^,。;]{0,8}[至到在]$|(?:控制在|不超过|不得超过"
    r"|不少于|少于|超过|提前至|限定在|闲置|最长|连续|累计|近|满|过去|未来|责令|限期?)[^,。;]{0,3}$"
)
HISTORY = pattern(r"(?:(?:截至|截止|自)[^,。;]{0,2}|经|根据|按照)$")
BUDGET = pattern(r"(?:度)?(?:预算|工作要点|计划|目标任务|版|以来|编制|出生|毕业|生产总值|期间)")
AT_HEAD = ("", ",", " ", "争")
"""What may stand before 至2030年 where it is no end of 截至 or of a period."""
REPORTED = pattern(
    r"(?:调度|通报|报送|报告|上报|汇总|公布|公示|更新|评估|督查|检查|考核|会商|分析|研判|反馈|召开|梳理|跟踪|监测|统计|总结|盘点|点评|推送)"
)
"""What is done 按月 or 按季度 as a duty; money paid by the month is a rate."""
EVENT_BEGINS = pattern(
    r"^(?:当|[^自在于从]{2,20}?)"
    r"(?P<event>收到|接到|接获|受理|发现|获悉|知悉|取得|批复|立案|(?:通知|方案|意见|文件)(?:下发|印发|发布))"
)
"""Where an event begins behind whom it happens to: 县水利局接到通知后, 应当收到报告后."""
NOT_AFTER = pattern(r"之前|以前|前")
"""到2028年6月底前 is a date to keep, 到2028年6月底 an outcome."""
A_YEAR = pattern(r"在?(?:19|20)\d\d ?年")
MADE_THEN = pattern(r"(?:印发|发布|公布|下发|出台|制定|召开|成立|通过|施行|实施|建成|竣工)的")
"""2026年3月1日印发的通知 tells which one."""
PER_HEAD = pattern(r"每[人户家名场次天]$")


def find_deadlines(folded: Folded, start: int, end: int, days: Days, field: bool = False) -> list[Due]:
    """The deadlines of a stretch in order; in a `field` a bare year and 持续推进 count too."""
    found: list[Due] = []
    text = folded.text
    if (FIELD_TRIGGER if field else TRIGGER).search(text, start, end) is None:
        return found
    for clause in CLAUSE.finditer(text, start, end):
        if field or TRIGGER.search(text, *clause.span()):
            found += _in_clause(clause, days, field)
    if text.find("为准", start, end) >= 0:
        return with_choices(text, start, end, found, days)
    return found


def _in_clause(clause: Match, days: Days, field: bool) -> list[Due]:
    """The deadlines of one clause, in places of the whole text."""
    start = clause.start()
    dues = _dues(clause.group(), days, field)
    return [moved(due, start) for due in dues] if start else dues


@lru_cache(maxsize=64)
def _dues(words: str, days: Days, field: bool) -> list[Due]:
    """The deadlines of a clause that do not overlap, the earlier row winning; a cell is asked several times
    in a row what it is."""
    found: list[Due] = []
    for rule in rows_for(SIGNS.intersection(words), field):
        for match in rule.pattern.finditer(words):
            a, b = match.span()
            if a < b and all(b <= due.start or a >= due.end for due in found):
                due = _due(words, match, rule, days, field)
                if due is not None:
                    found.append(due)
    return sorted(found, key=by_place)


def _due(text: str, match: Match, rule: Rule, days: Days, field: bool) -> Due | None:
    """The deadline of a match, or None for a date that is told and not set."""
    a, b = match.span()
    before, after = text[max(0, a - 8) : a], text[b : b + 8]
    if (not field or rule.name == "deadline:after-issue") and _told(rule.name, before, after, match.group()):
        return None
    if field:
        done = DONE.match(text, b)
        b = done.end() if done else b
    assert rule.found is not None
    phrase: Phrase = rule.found(match)
    if rule.name == "deadline:in-year":
        phrase = replace(phrase, kind=_kind_in_year(before, after))
    elif rule.name.startswith("deadline:target") and (ends := NOT_AFTER.match(text, b)):
        b, phrase = ends.end(), replace(phrase, kind="fixed")
    elif before.endswith(AIMED) and OUTCOME.match(after):
        phrase = replace(phrase, kind="target")
    if rule.name == "deadline:after-event" and match.start("anchor") == a:
        begins = EVENT_BEGINS.search(match["anchor"])
        skip = begins.start("event") if begins else 0
        a, phrase = a + skip, replace(phrase, anchor=match["anchor"][skip:])
    return due_of(rule.name, a, b, phrase, days)


def _kind_in_year(before: str, after: str) -> DeadlineKind:
    """年内完成 is a date to keep, 力争年内新增 an outcome, 全年 how long something goes on."""
    if before.endswith(AIMED):
        return "target"
    return "fixed" if ACHIEVED.match(after) else "period"


def _told(rule: str, before: str, after: str, words: str) -> bool:
    """Whether a date is a service standard, history or a name rather than a deadline."""
    if rule == "deadline:after-issue" and not words.startswith(("本", "该", "自", "在", "于", "从")):
        return before[-1:] not in ("", " ")
    if rule in ("deadline:within", "deadline:stretch") and (A_YEAR.match(words) or STANDARD.search(before)):
        return True
    if rule == "deadline:recurring":
        return bool(PER_HEAD.search(before)) or before.endswith("比") or after.startswith(("最高", "最多"))
    if rule == "deadline:rhythm":
        return before[-1:].isdigit() or before[-1:] in tuple("一二三四五六七八九十每个半当本今去明全多近")
    if rule in ("deadline:day", "deadline:month"):
        if MADE_THEN.match(after):
            return True
        told = not words.endswith(("前", "底", "末", "旬", "止")) and not words.startswith(("于", "在"))
        return bool(HISTORY.search(before)) or (
            told and after[:1] not in ("", "完", "建", "开", "启", "召", "举", "前", "报", "印", "组", "或")
        )
    if rule == "deadline:before-season":
        return after.startswith(("后", "夕"))
    if rule == "deadline:by-period":
        return REPORTED.match(after) is None
    if (
        rule in ("deadline:target", "deadline:target-month")
        and words[0] == "至"
        and before[-1:] not in AT_HEAD
    ):
        return True
    if rule in ("deadline:year-end", "deadline:target", "deadline:in-year", "deadline:target-month"):
        return bool(HISTORY.search(before)) or bool(BUDGET.match(after)) or words.startswith("去年")
    return rule == "deadline:start" and (
        words.endswith("以来") or words in ("从起", "自起", "从开始", "自开始")
    )


BEGINS = pattern(r",?(?:全面|正式)?(?:开工|动工|启动|进场|完成(?:选址|招标|前期|立项|设计|土地))")
"""What is only begun by a date is a stage: 6月底前开工,10月底前建成."""

ORDER: dict[DeadlineKind, int] = {
    "fixed": 0,
    "relative": 0,
    "event": 0,
    "recurring": 1,
    "milestone": 2,
    "start": 2,
    "period": 3,
    "target": 3,
    "open": 4,
}
"""Which deadline a measure keeps when its text has several: a task's before a rhythm, a rhythm before a
validity."""


def chosen(dues: list[Due], field: bool = False) -> tuple[Due | None, list[Due]]:
    """The deadline of a measure and the others; in a field the last of the best kind, as stages come
    first."""
    if len(dues) < 2:
        return (dues[0], []) if dues else (None, [])
    best = min(ORDER[due.kind] for due in dues)
    first = [due for due in dues if ORDER[due.kind] == best][-1 if field else 0]
    return first, [due for due in dues if due is not first]


def without_stages(text: str, dues: list[Due]) -> list[Due]:
    """The deadlines without those that something only begins by, where another one is left."""
    kept = [due for due in dues if due.kind != "fixed" or not BEGINS.match(text, due.end)]
    return kept if any(due.kind == "fixed" for due in kept) else dues


def found(
    folded: Folded, due: Due, actor: str | None = None, kind: DeadlineKind | None = None
) -> FoundDeadline:
    """The record of a deadline; a start is no day that must be kept, so its words stand alone."""
    words, span = folded.pinned(due.start, due.end)
    return FoundDeadline(
        text=words,
        span=span,
        kind=kind or due.kind,
        date=None if due.kind == "start" else due.date,
        precision=due.precision,
        offset=due.offset,
        anchor=due.anchor,
        combine=due.combine,
        actor=actor,
    )


def start_of(words: str, issued: str | None) -> tuple[str | None, Precision]:
    """The day that the words of a start name: 自2028年7月1日起."""
    folded = fold(words)
    dues = find_deadlines(folded, 0, len(folded.text), Days(issued), field=True)
    return next(((due.date, due.precision) for due in dues if due.kind == "start"), (None, "day"))


def repeats(folded: Folded, due: Due) -> FoundRecurring:
    """The record of a rhythm."""
    return FoundRecurring(text=folded.words(due.start, due.end), every=due.every)
