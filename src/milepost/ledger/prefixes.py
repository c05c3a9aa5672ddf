"""A prefix that a list states once: 省科技厅、工业和信息化厅 is 省科技厅 and 省工业和信息化厅.

In: the names of one list as printed. Out: each with the prefix carried on, and the rule that did it. Also
here: the level a Chinese name begins with. Which unit a name means stands in `units`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

LEVEL = r"(?:省|市|区|县|州|盟|旗|自治区|自治州|自治县)"
OWN_PREFIX = re.compile(
    rf"(?P<level>(?:[\u4e00-\u9fff]{{1,5}}?)?{LEVEL})(?P<party>委)?(?P<rest>[\u4e00-\u9fff].*)"
)
"""省|科技厅, 临江市|教育局, 市|委|宣传部."""
NOT_A_PREFIX = re.compile(
    r"(?:市场|市容|市政(?:园林|公用|管理|工程|设施|建设)|市民(?:服务|热线|中心)|区域|区划|区块|省际|州际|县域)"
)
"""Words that begin with a level's character and are not that level: 市场监管局 has no prefix of its own."""
DEPARTMENT = re.compile(
    r".{0,24}(?:局|委|办|厅|部|院|中心|科|委员会|办公室|总工会|妇联|残联|工商联|文联|科协)"
)
PARTY_ORGAN = re.compile(
    r"(?:组织部|宣传部|统战部|政法委|网信办|编办|改革办|党校|巡察办|政研室|社会工作部|老干部局)"
)
CENTRAL = re.compile(
    r"(?:各|有关|相关|国家|中央|中国|全国|人民银行|驻|团[省市县区州]委|.*(?:总局|管理委员会|管委会))"
)


class Carried(NamedTuple):
    """A printed name, the name with the prefix that its list states once, and the rule that carried it."""

    printed: str
    full: str
    rule: str | None


def carry_prefix(printed: Sequence[str]) -> list[Carried]:
    """省科技厅、工业和信息化厅 is 省科技厅 and 省工业和信息化厅; 各… and central bodies stay as they are."""
    level, carried = "", []
    for name in printed:
        own = own_prefix(name)
        if own:
            if DEPARTMENT.fullmatch(without_bracket(name)):
                level = own
            carried.append(Carried(name, name, None))
        elif level and DEPARTMENT.fullmatch(without_bracket(name)) and not CENTRAL.match(name):
            party = "委" if PARTY_ORGAN.match(name) else ""
            carried.append(Carried(name, f"{level}{party}{name}", "prefix-carried"))
        else:
            carried.append(Carried(name, name, None))
    return carried


def own_prefix(name: str) -> str:
    """The level that a name itself begins with: 市 in 市委宣传部, 临江市 in 临江市教育局; else nothing."""
    if NOT_A_PREFIX.match(name) or CENTRAL.match(name):
        return ""
    found = OWN_PREFIX.fullmatch(without_bracket(name))
    return found["level"] if found else ""


def without_bracket(name: str) -> str:
    return re.sub(r"\s*[（(][^（()）]*[)）]$", "", name.strip())
