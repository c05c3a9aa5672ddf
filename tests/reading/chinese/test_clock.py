"""What the dates of a Chinese document count from."""

import pytest

from milepost.reading.chinese.clock import effective_day, own_region
from milepost.reading.chinese.folding import fold

EFFECTS = (
    ("本办法自2027年7月1日起施行。", "2027-07-01"),
    ("本通知自印发之日起执行。", "2027-03-10"),
    ("本规定自二〇二八年一月一日起正式施行。", "2028-01-01"),
    ("新费率自2027年7月1日起执行。", None),
    ("本办法由市财政局负责解释。", None),
)


@pytest.mark.parametrize(("text", "day"), EFFECTS)
def test_the_day_of_effect_is_what_the_document_says_of_itself(text: str, day: str | None) -> None:
    assert effective_day(text, "2027-03-10") == day


def test_only_a_simplified_text_is_taken_for_the_mainlands() -> None:
    assert own_region(fold("各单位要为群众服务")) == "CN"
    assert own_region(fold("各單位要為民服務，責任落實")) is None
