"""What a choice column may hold: the keys of the records with their words in English and Chinese.

In: a key or a word. Out: the other one. Words are understood in both languages whatever the ledger's own is.
"""

from typing import Literal

from milepost.ledger.cells import Cell, half_width, head_key
from milepost.ledger.faults import Unreadable

Language = Literal["en", "zh"]

CHOICES: dict[str, dict[str, tuple[str, str]]] = {
    "origin": {
        "quoted": ("Quoted", "原文"),
        "computed": ("Computed", "推算"),
        "proposed": ("Proposed", "建议"),
        "typed": ("Typed", "录入"),
    },
    "kind": {
        "document": ("Document", "制定文件"),
        "reform": ("Reform", "机制改革"),
        "build": ("Build", "建设事项"),
        "report": ("Report", "报送事项"),
        "trial": ("Trial", "试点"),
        "standing": ("Standing duty", "长期任务"),
        "principle": ("Orientation", "总体要求"),
        "unsure": ("Kind to be decided", "类型待定"),
    },
    "strength": {
        "mandatory": ("Mandatory", "必须"),
        "commitment": ("Commitment", "承诺"),
        "advisory": ("Advisory", "建议性"),
        "principle": ("Orientation", "总体要求"),
    },
    "polarity": {"do": ("Do", "应为"), "refrain": ("Refrain", "不得")},
    "role": {
        "lead": ("Lead unit", "牵头单位"),
        "cooperating": ("Cooperating unit", "配合单位"),
        "guide": ("Guiding unit", "指导单位"),
        "support_supervise": ("Supporter-supervisor", "统筹支持监督"),
        "executor": ("Executor", "实施主体"),
    },
    "deadline_kind": {
        "fixed": ("Fixed date", "固定日期"),
        "relative": ("Counted from a day", "自某日起算"),
        "event": ("On an event", "条件触发"),
        "recurring": ("Recurring", "定期"),
        "target": ("Target", "目标"),
        "period": ("Period", "时期"),
        "start": ("Start", "开始"),
        "open": ("Continuous", "长期坚持"),
        "milestone": ("Milestone", "节点"),
    },
    "precision": {
        "day": ("Day", "日"),
        "month": ("Month", "月"),
        "quarter": ("Quarter", "季度"),
        "half": ("Half-year", "半年"),
        "year": ("Year", "年"),
    },
    "stage": {
        "study": ("Study", "调研"),
        "draft": ("Draft", "起草"),
        "consult": ("Consult", "征求意见"),
        "review": ("Review", "审查"),
        "issue": ("Issue", "印发"),
        "carry_out": ("Carry out", "实施"),
        "evaluate": ("Evaluate", "评估"),
        "copy": ("Copy", "推广"),
    },
    "link_kind": {
        "FS": ("Finish to start", "完成后开始"),
        "SS": ("Start to start", "开始后开始"),
        "FF": ("Finish to finish", "完成后完成"),
        "SF": ("Start to finish", "开始后完成"),
        "enables": ("Unlocks", "牵引"),
    },
    "lag_unit": {
        "day": ("Day", "日"),
        "week": ("Week", "周"),
        "month": ("Month", "月"),
        "quarter": ("Quarter", "季度"),
        "year": ("Year", "年"),
    },
    "lag_days": {"working": ("Working days", "工作日"), "calendar": ("Calendar days", "自然日")},
    "unit_kind": {
        "bureau": ("Bureau", "部门"),
        "region": ("Region", "地区"),
        "park": ("Park", "园区"),
        "company": ("Company", "企业"),
        "office": ("Office", "办公室"),
        "group": ("Group", "专项小组"),
        "body": ("Body", "议事机构"),
        "collective": ("Collective", "泛指单位"),
    },
    "language": {"en": ("English", "英文"), "zh": ("Chinese", "中文")},
    "every_unit": {
        "day": ("day", "日"),
        "week": ("week", "周"),
        "month": ("month", "月"),
        "quarter": ("quarter", "季度"),
        "half": ("half-year", "半年"),
        "year": ("year", "年"),
    },
    "note_kind": {"set_aside": ("Set aside", "不列入"), "warning": ("Warning", "提示")},
    "truth": {"yes": ("yes", "是"), "no": ("no", "否")},
}


_KEYS: dict[str, dict[str, str]] = {
    choice: {head_key(form): key for key, pair in pairs.items() for form in (key, *pair)}
    for choice, pairs in CHOICES.items()
}


def word(choice: str, key: str, language: Language) -> str:
    """The word of a key in a language."""
    return CHOICES[choice][key][0 if language == "en" else 1]


def words(choice: str, language: Language) -> list[str]:
    """All words of a choice, in the order of the table."""
    return [pair[0 if language == "en" else 1] for pair in CHOICES[choice].values()]


def read_choice(choice: str, cell: Cell) -> str | None:
    """The key that a cell means, written as key or as word; None when it is empty."""
    text = half_width(cell)
    if not text:
        return None
    key = _KEYS[choice].get(head_key(text))
    if key:
        return key
    allowed = ", ".join(f"{en} ({zh})" for en, zh in CHOICES[choice].values())
    raise Unreadable(f'"{text}" is not one of the choices. Write one of: {allowed}.')
