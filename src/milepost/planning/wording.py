"""The sentences of planning, in both languages: why a date is what it is, what a check found, what a
checker faults.

In: a key and its values. Out: one sentence or phrase in the language asked for. Every sentence stands here
once, so that none is built in the middle of an algorithm. Not here: labels of books (`books.wording`).
"""

import datetime as dt

from milepost.planning.settings import Language

SENTENCES: dict[str, tuple[str, str]] = {
    "done": ("done on {day}", "已于{day}完成"),
    "after": ("after “{title}”", "在“{title}”之后"),
    "after_condition": (
        "after “{title}”, as the document says: “{words}”",
        "在“{title}”之后，原文：“{words}”",
    ),
    "together": ("tied to the dates of “{title}”", "与“{title}”的时间挂钩"),
    "unit": ("as soon as {unit} has people free", "待{unit}有人手时"),
    "adopted": ("from the day after adoption, {day}", "自通过次日（{day}）起"),
    "today": ("from the day of planning, {day}", "自编排之日（{day}）起"),
    "stated": ("from the stated start, {day}", "自原文所定起始日（{day}）起"),
    "typed": ("from the entered start, {day}", "自录入的起始日（{day}）起"),
    "calendar": ("on the first working day from {day}", "自{day}起的首个工作日"),
    "promise": (
        "to keep {day}, at {percent} % of the usual time",
        "为赶在{day}前完成，用时为常用工期的{percent}%",
    ),
    "late": (
        "{days} days after the promised {day}: no earlier date is left",
        "晚于所定时限{day}共{days}天：已无更早的时间",
    ),
    "condition": (
        "on a condition with no date yet, “{words}”; planned from {day}",
        "取决于尚无日期的条件“{words}”；暂自{day}起编排",
    ),
    "no_steps": (
        "on {code}, which has no steps and so no date; planned from {day}",
        "取决于尚无步骤和日期的{code}；暂自{day}起编排",
    ),
    "cycle": (
        "These wait for each other, so none can begin: {chain}.",
        "以下事项互为前提，均无法启动：{chain}。",
    ),
    "due_before_start": (
        "{code} is due on {due}, before it may begin on {start}.",
        "{code}的时限{due}早于可启动日{start}。",
    ),
    "squeezed": (
        "{code} has {room} working days to {due}, {percent} % of the usual {usual}.",
        "{code}距时限{due}只有{room}个工作日，为常用工期{usual}个工作日的{percent}%。",
    ),
    "no_room": (
        "{code} has {room} working days to {due} for {steps} steps; {missing} are missing.",
        "{code}距时限{due}只有{room}个工作日，却有{steps}个步骤，缺{missing}个工作日。",
    ),
    "past": ("{code} was due on {due}, {days} days ago.", "{code}的时限{due}已过{days}天。"),
    "too_early": (
        "{code} is due on {due}; its order allows {finish} at the earliest ({missing} working days late).",
        "{code}的时限为{due}；按先后关系最早{finish}才能完成（晚{missing}个工作日）。",
    ),
    "step_order": (
        "“{title}” is due on {due}, before its start on {start}.",
        "“{title}”的时限{due}早于其起始日{start}。",
    ),
    "step_after_measure": (
        "“{title}” is due on {due}, after its measure {code} on {measure_due}.",
        "“{title}”的时限{due}晚于所属举措{code}的时限{measure_due}。",
    ),
    "rest_day": ("{code} is due on {due}, a rest day of {unit}.", "{code}的时限{due}是{unit}的休息日。"),
    "upper_due": (
        "{code} is due on {due}, after {upper}, which it answers to, on {upper_due}.",
        "{code}的时限{due}晚于其对应的上级举措{upper}的时限{upper_due}。",
    ),
    "orphan": ("{code} has no {missing}.", "{code}缺少：{missing}。"),
    "thin": ("{code} lacks {missing}.", "{code}不完整，缺：{missing}。"),
}

INNER_MARKS = str.maketrans("“”", "‘’")
"""Titles and words stand in double marks here, so their own become single ones."""

MISSING: dict[str, tuple[str, str]] = {
    "lead": ("lead unit", "牵头单位"),
    "date": ("date", "时限"),
    "step": ("step", "步骤"),
    "output_form": ("output form", "成果形式"),
    "acceptance_test": ("acceptance test", "验收标准"),
    "concrete_title": ("title that can be checked", "可核验的名称"),
}
"""What a measure may lack, as its sentence names it."""


def sentence(key: str, language: Language, **values: object) -> str:
    """A sentence with its values; dates are written out, lists of missing things joined."""
    shown = {name: _shown(value, language) for name, value in values.items()}
    return SENTENCES[key][language == "zh"].format(**shown)


def missing_words(keys: tuple[str, ...], language: Language) -> str:
    """What is missing, as a list in the language."""
    return ("、" if language == "zh" else ", ").join(MISSING[key][language == "zh"] for key in keys)


def day_words(day: dt.date, language: Language) -> str:
    """A date as people read it: 30 June 2027, 2027年6月30日."""
    if language == "zh":
        return f"{day.year}年{day.month}月{day.day}日"
    return f"{day.day} {MONTH_NAMES[day.month - 1]} {day.year}"


MONTH_NAMES = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def _shown(value: object, language: Language) -> object:
    """A date in words; a quotation inside a quotation with single marks; everything else as it is."""
    if isinstance(value, dt.date):
        return day_words(value, language)
    return value.translate(INNER_MARKS) if isinstance(value, str) else value
