"""Settings: the defaults read back, edited templates are understood, faults are named."""

import pytest

from milepost.ledger.records import Setting
from milepost.planning.settings import (
    TEMPLATES,
    Language,
    SettingFault,
    TemplateStep,
    default_settings,
    read_settings,
    read_template,
)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_default_settings_read_back_as_the_defaults(language: Language) -> None:
    rules = read_settings(default_settings(language), language)
    assert dict(rules.templates) == TEMPLATES
    assert (rules.capacity, rules.horizon, rules.step_days) == (3.0, 12, 10)
    assert rules.region == {"en": None, "zh": "CN"}[language]
    assert rules == read_settings((), language)


WRITTEN = (
    ("study 20, draft 10", (TemplateStep("study", 20), TemplateStep("draft", 10))),
    ("Carry out 5; carry_out 6", (TemplateStep("carry_out", 5), TemplateStep("carry_out", 6))),
    ("调研20天、印发 5个工作日", (TemplateStep("study", 20), TemplateStep("issue", 5))),
    ("evaluate 10 after 6 months", (TemplateStep("evaluate", 10, 6),)),
    ("评估10（3个月后）", (TemplateStep("evaluate", 10, 3),)),
    ("", ()),
)


@pytest.mark.parametrize(("text", "steps"), WRITTEN, ids=[row[0] or "empty" for row in WRITTEN])
def test_a_template_a_person_wrote_is_understood(text: str, steps: tuple[TemplateStep, ...]) -> None:
    assert read_template(text, "template.reform") == steps


FAULTS = (
    ("template.reform", "stdy 20", '"stdy 20" is no step. Write a stage'),
    ("template.build", "study twenty", '"study twenty" is no step'),
    ("template.trial", "study 0", '"study 0" is no step'),
    ("template.trial", "study 5 or so", '"study 5 or so" is no step'),
    ("capacity.default", "-2", '"-2" is no number from 0 up'),
    ("capacity.default", "nan", '"nan" is no number from 0 up'),
    ("horizon", "1.5", '"1.5" is no whole number from 1 up'),
)


@pytest.mark.parametrize(("key", "value", "words"), FAULTS)
def test_a_fault_names_key_found_and_wanted(key: str, value: str, words: str) -> None:
    with pytest.raises(SettingFault) as caught:
        read_settings((Setting(key=key, value=value),), "en")
    assert str(caught.value).startswith(f'Settings, key "{key}": {words}')
