"""Headings that name the lead of what stands below them, and the labels and marks beside units."""

import pytest

from milepost.reading.chinese import read_chinese
from milepost.reading.records import FoundMeasure

HEAD = "松川市2028年改革任务分工\n"
Told = tuple[str, str, str]


def told(measure: FoundMeasure) -> Told:
    """Lead, support and roles of a measure."""
    lead = "|".join(unit.name for unit in measure.lead)
    return lead, "|".join(unit.name for unit in measure.support), measure.roles


FORMS: tuple[tuple[str, str, list[Told]], ...] = (
    (
        "a heading's lead holds for lists without a lead, numbers running on",
        "一、文旅行动（由市文旅局牵头实施）\n（一）改造古街。（市住建局、海东区政府）\n"
        "二、消费行动（由市商务局牵头实施）\n（二）培育集聚区。（责任单位：市公交集团）\n",
        [("市文旅局", "市住建局|海东区政府", "inherited"), ("市商务局", "市公交集团", "inherited")],
    ),
    (
        "a lead on the line below a heading holds for what it heads",
        "一、老旧小区专项\n牵头单位：区住建局\n1.改造管网。（责任单位：翠屏街道）\n2.加装电梯。（责任单位：各街道）\n",
        [("区住建局", "翠屏街道", "inherited"), ("区住建局", "各街道", "inherited")],
    ),
    (
        "a lead of the item's own wins",
        "一、文旅行动（由市文旅局牵头实施）\n1.改造古街。（市住建局牵头）\n",
        [("市住建局", "", "marked")],
    ),
    (
        "a record whose steps have no assignments stays a measure",
        "一、建设跨江大桥\n牵头单位：市交通局\n1.完成初步设计。\n2.开工建设。\n",
        [("市交通局", "", "marked")],
    ),
    (
        "numbers in one paragraph without full stops",
        "1.优化服务。(1)压缩时限(区审批局牵头负责)(2)免费刻章(区财政局、区公安局负责)\n",
        [("区审批局", "", "marked"), ("", "区财政局|区公安局", "responsible")],
    ),
    (
        "a mark behind the unit makes it lead",
        "1.建设食堂。（责任单位：市民政局（牵头），市商务局）\n",
        [("市民政局", "市商务局", "marked")],
    ),
    (
        "a star leads where the text says so",
        "（带*的为牵头单位）\n1.压缩时限。（责任单位：市税务局*、市财政局）\n",
        [("市税务局", "市财政局", "marked")],
    ),
    (
        "a star without a rule marks nothing",
        "1.压缩时限。（责任单位：市税务局*、市财政局）\n",
        [("", "市税务局|市财政局", "responsible")],
    ),
    (
        "a bracket before the full stop",
        "1.培育企业10家（市商务局牵头，市人社局配合）。\n",
        [("市商务局", "市人社局", "marked")],
    ),
    (
        "labels parted by the sign that parts units",
        "1.开设专业。（牵头单位：市教育局、责任单位：市人社局、市妇联）\n",
        [("市教育局", "市人社局|市妇联", "marked")],
    ),
)


@pytest.mark.parametrize(("_form", "text", "expected"), FORMS, ids=[form[0] for form in FORMS])
def test_who_leads(_form: str, text: str, expected: list[Told]) -> None:
    assert [told(measure) for measure in read_chinese(HEAD + text, [], None).measures] == expected


def test_a_number_and_a_date_line_are_no_measure() -> None:
    text = "专题会议纪要\n〔2028〕6号\n时间：2028年4月18日\n地点：三楼会议室\n"
    assert read_chinese(text, [], None).measures == []


def test_a_collective_in_traditional_script_never_leads() -> None:
    text = "松川市綠色航運方案\n1.改造岸電。（各有關部門牽頭）\n"
    (measure,) = read_chinese(text, [], None).measures
    assert measure.lead == []
    assert [unit.name for unit in measure.support] == ["各有關部門"]
