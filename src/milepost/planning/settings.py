"""The working rules that planning uses, as rows of the Settings sheet, and the same rows read back.

In: `Setting` rows that a person may have edited. Out: `Rules`: step templates, capacity, calendar region,
horizon. A row that is missing counts as its default. A row that can't be understood raises `SettingFault`,
which names the key, what was found and what to write. Not here: what a template does to a measure
(`templates`).
"""

import re
from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from milepost.ledger.records import Setting, Stage

Language = Literal["en", "zh"]


class SettingFault(ValueError):
    """A setting that can't be understood: key, what was found, what to write."""


class TemplateStep(Struct, frozen=True):
    """A stage of a template: its usual working days, and how many months after the stage before it begins."""

    stage: Stage
    days: int
    after_months: int = 0


class Rules(Struct, frozen=True):
    """The settings as planning uses them; `templates` by kind, `capacity` in people a day, `horizon` in
    months."""

    templates: Mapping[str, tuple[TemplateStep, ...]]
    capacity: float
    region: str | None
    horizon: int
    step_days: int


STAGES: dict[Stage, tuple[str, str]] = {
    "study": ("study", "调研"),
    "draft": ("draft", "起草"),
    "consult": ("consult", "征求意见"),
    "review": ("review", "审议"),
    "issue": ("issue", "印发"),
    "carry_out": ("carry out", "组织落实"),
    "evaluate": ("evaluate", "评估"),
    "copy": ("copy", "推广"),
}
"""How a stage is written in a template, in both languages; the code itself is understood too."""

TEMPLATES: dict[str, tuple[TemplateStep, ...]] = {
    "document": (
        TemplateStep("study", 10),
        TemplateStep("draft", 20),
        TemplateStep("consult", 15),
        TemplateStep("review", 10),
        TemplateStep("issue", 5),
        TemplateStep("evaluate", 10, after_months=6),
    ),
    "reform": (
        TemplateStep("study", 20),
        TemplateStep("draft", 20),
        TemplateStep("consult", 15),
        TemplateStep("review", 10),
        TemplateStep("issue", 5),
        TemplateStep("carry_out", 120),
        TemplateStep("evaluate", 20),
    ),
    "build": (
        TemplateStep("study", 15),
        TemplateStep("draft", 15),
        TemplateStep("review", 10),
        TemplateStep("carry_out", 120),
        TemplateStep("evaluate", 15),
    ),
    "report": (TemplateStep("draft", 10), TemplateStep("carry_out", 5), TemplateStep("review", 3)),
    "trial": (
        TemplateStep("study", 20),
        TemplateStep("draft", 10),
        TemplateStep("review", 10),
        TemplateStep("carry_out", 130),
        TemplateStep("evaluate", 30),
    ),
}
"""The usual way of each kind of measure, in likely working days (planning's own choice, editable in
Settings)."""

CAPACITY = 3.0
HORIZON = 12
STEP_DAYS = 10
"""Defaults where nothing says better: people a day, months ahead, days of a step that names none."""

MEANINGS: dict[str, tuple[str, str]] = {
    "template": ("usual steps of this kind and their working days", "此类举措的常用步骤及工作日"),
    "capacity.default": ("people a day of a unit that states none", "未注明的单位每日可用人数"),
    "calendar.region": ("whose holidays count; none: weekdays only", "采用何地节假日；none为仅按周一至周五"),
    "horizon": ("how far ahead standing duties are planned", "长期任务编排的月数"),
    "step.days": ("working days of a step that names none", "未注明工期的步骤的工作日"),
}

ITEM = re.compile(r"(?P<stage>[a-z_]+(?: [a-z]+)?|[一-鿿]+)[ :：]*(?P<days>\d+)[ 天日个工作]*(?P<wait>.*)")
"""One step of a template: "study 20", "evaluate 10 after 6 months", 评估10（6个月后）."""

WAIT = re.compile(r"[ ,(（]*(?:after )?(?P<months>\d+) ?(?:months?|个月)(?: later|后)?[)）]?")
"""The wait before a step: "after 6 months", （6个月后）."""


def default_settings(language: Language) -> tuple[Setting, ...]:
    """The rows of the Settings sheet that planning reads, with their defaults."""
    zh = language == "zh"

    def row(key: str, value: str, unit: str, meaning: str) -> Setting:
        """One row in the plan's language."""
        return Setting(key=key, value=value, unit=unit, meaning=MEANINGS[meaning][zh], source="Milepost")

    templates = [
        row(
            f"template.{kind}",
            write_template(steps, language),
            "工作日" if zh else "working days",
            "template",
        )
        for kind, steps in TEMPLATES.items()
    ]
    return (
        *templates,
        row("capacity.default", f"{CAPACITY:g}", "人/日" if zh else "people a day", "capacity.default"),
        row("calendar.region", default_region(language) or "none", "", "calendar.region"),
        row("horizon", str(HORIZON), "月" if zh else "months", "horizon"),
        row("step.days", str(STEP_DAYS), "工作日" if zh else "working days", "step.days"),
    )


def default_region(language: Language) -> str | None:
    """Whose holidays count when nobody says: China's for a Chinese plan, none for an English one."""
    return "CN" if language == "zh" else None


def read_settings(settings: tuple[Setting, ...], language: Language) -> Rules:
    """The working rules of a plan; SettingFault names the first row that can't be understood."""
    values = {setting.key: setting.value.strip() for setting in settings}
    templates = {kind: _template(kind, values.get(f"template.{kind}")) for kind in TEMPLATES}
    region = values.get("calendar.region", default_region(language) or "none")
    return Rules(
        templates,
        capacity=_number("capacity.default", values, CAPACITY),
        region=None if region.lower() in ("", "none", "weekdays") else region,
        horizon=_whole("horizon", values, HORIZON),
        step_days=_whole("step.days", values, STEP_DAYS),
    )


def write_template(steps: tuple[TemplateStep, ...], language: Language) -> str:
    """A template as a person edits it: "study 20, draft 20"; `read_template` reads it back."""
    zh = language == "zh"
    wait = "（{}个月后）" if zh else " after {} months"
    items = [
        f"{STAGES[step.stage][zh]} {step.days}"
        + (wait.format(step.after_months) if step.after_months else "")
        for step in steps
    ]
    return ("，" if zh else ", ").join(items)


def read_template(text: str, key: str) -> tuple[TemplateStep, ...]:
    """The steps a person wrote; SettingFault names the item that is wrong."""
    codes = {name: stage for stage, names in STAGES.items() for name in (*names, stage)}
    steps = []
    for item in filter(None, (piece.strip().lower() for piece in re.split(r"[,，;；、]", text))):
        found = ITEM.fullmatch(item)
        wait = WAIT.fullmatch(found["wait"]) if found and found["wait"].strip() else None
        stage = codes.get(found["stage"].strip()) if found else None
        if not found or stage is None or (found["wait"].strip() and not wait) or int(found["days"]) < 1:
            raise SettingFault(
                f'Settings, key "{key}": "{item}" is no step. Write a stage ({", ".join(STAGES)}) and its '
                'working days from 1 up, as in "study 20, draft 20".'
            )
        steps.append(TemplateStep(stage, int(found["days"]), int(wait["months"]) if wait else 0))
    return tuple(steps)


def _template(kind: str, text: str | None) -> tuple[TemplateStep, ...]:
    """A kind's template from its cell, else the default; an empty cell means no steps."""
    return TEMPLATES[kind] if text is None else read_template(text, f"template.{kind}")


def _number(key: str, values: dict[str, str], default: float) -> float:
    """A setting as a number from 0 up."""
    text = values.get(key, "")
    try:
        number = float(text) if text else default
    except ValueError:
        number = -1.0
    if not 0 <= number < float("inf"):
        raise SettingFault(
            f'Settings, key "{key}": "{text}" is no number from 0 up. Write one, such as {default:g}.'
        )
    return number


def _whole(key: str, values: dict[str, str], default: int) -> int:
    """A setting as a whole number from 1 up."""
    number = _number(key, values, default)
    if number < 1 or number != int(number):
        raise SettingFault(
            f'Settings, key "{key}": "{values[key]}" is no whole number from 1 up. Write {default}, say.'
        )
    return int(number)
