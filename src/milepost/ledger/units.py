"""Which unit a printed name means: aliases, short forms, prefixes carried along a list.

In: names as printed and the units known. Out: the unit with the name of the rule that found it, or None: a
name that fits no unit or two units is left to a person. A printed name is never changed, only answered.
Order: prefixes, resolving, short names. Collectives stand in `collectives`, reading a unit list in
`unit_list`.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from msgspec import Struct

from milepost.ledger.collectives import Language, collective_rule, is_collective
from milepost.ledger.ids import folded
from milepost.ledger.records import Unit

__all__ = ["Carried", "Context", "carry_prefix", "collective_rule", "is_collective", "resolve", "short_name"]


class Context(Struct, frozen=True, kw_only=True):
    """Where a name stands: the full names printed above it, oldest first, and the prefix its list carries."""

    language: Language
    above: tuple[str, ...] = ()
    prefix: str = ""


# --- prefixes stated once ---

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
        own = _own_prefix(name)
        if own:
            if DEPARTMENT.fullmatch(_without_bracket(name)):
                level = own
            carried.append(Carried(name, name, None))
        elif level and DEPARTMENT.fullmatch(_without_bracket(name)) and not CENTRAL.match(name):
            party = "委" if PARTY_ORGAN.match(name) else ""
            carried.append(Carried(name, f"{level}{party}{name}", "prefix-carried"))
        else:
            carried.append(Carried(name, name, None))
    return carried


def _own_prefix(name: str) -> str:
    """The level that a name itself begins with: 市 in 市委宣传部, 临江市 in 临江市教育局; else nothing."""
    if NOT_A_PREFIX.match(name) or CENTRAL.match(name):
        return ""
    found = OWN_PREFIX.fullmatch(_without_bracket(name))
    return found["level"] if found else ""


def _without_bracket(name: str) -> str:
    return re.sub(r"\s*[（(][^（()）]*[)）]$", "", name.strip())


# --- resolving ---

SHORT_FORMS: tuple[tuple[str, str], ...] = (
    ("发展和改革委员会", "发改委"),
    ("发展改革委员会", "发改委"),
    ("发展改革委", "发改委"),
    ("发展和改革局", "发改局"),
    ("发展改革局", "发改局"),
    ("人力资源和社会保障", "人社"),
    ("人力资源社会保障", "人社"),
    ("人力社保", "人社"),
    ("住房和城乡建设", "住建"),
    ("住房城乡建设", "住建"),
    ("工业和信息化", "工信"),
    ("科学技术", "科技"),
    ("卫生健康委员会", "卫健委"),
    ("卫生健康", "卫健"),
    ("文化和旅游", "文旅"),
    ("文化广电和旅游", "文旅"),
    ("自然资源和规划", "资规"),
    ("市场监督管理", "市监"),
    ("市场监管", "市监"),
    ("交通运输", "交通"),
    ("国有资产监督管理委员会", "国资委"),
    ("机构编制委员会办公室", "编办"),
    ("人民政府办公室", "府办"),
    ("人民政府办公厅", "府办"),
    ("政府办公室", "府办"),
    ("政府办", "府办"),
    ("人民政府", "政府"),
    ("退役军人事务", "退役军人"),
    ("医疗保障", "医保"),
    ("委员会", "委"),
    ("办公室", "办"),
)
"""Full and short forms of one name; the longer form stands first, so that it is met first."""


def short_form(name: str) -> str:
    """The name with every full form of the table made short: 市人力资源和社会保障局 is 市人社局."""
    for full, short in SHORT_FORMS:
        name = name.replace(full, short)
    return name


def _bare(printed: str, language: Language) -> str:
    """The name as it is compared: folded, without article, "&" read as "and"."""
    name = _without_bracket(printed).replace("&", " and ")
    if language == "en":
        name = re.sub(r"^(?:the|our)\s+", "", name, flags=re.IGNORECASE)
        name = re.sub(r"\bdept\b\.?", "department", name, flags=re.IGNORECASE)
    return folded(name)


def _names_of(unit: Unit) -> tuple[tuple[str, str], ...]:
    """Every form a unit is known by, with the name of the rule."""
    return (
        ("name", unit.name),
        *((("short", unit.short),) if unit.short else ()),
        *(("alias", alias) for alias in unit.aliases),
        *(("printed", printed) for printed in unit.printed),
    )


def _one(found: list[tuple[Unit, str]]) -> tuple[Unit, str] | None:
    """The finding, when every one of them is the same unit."""
    return found[0] if found and all(unit.id == found[0][0].id for unit, _ in found) else None


def resolve(printed: str, units: Sequence[Unit], context: Context) -> tuple[Unit | None, str]:
    """The unit that a printed name means, and the rule that found it; None is "unknown" or "ambiguous"."""
    wanted = _bare(printed, context.language)
    several = False
    for how, names in _forms(wanted, printed, context):
        found = [
            (unit, rule)
            for unit in units
            for rule, known in _names_of(unit)
            if (
                short_form(_bare(known, context.language))
                if how == "short-form"
                else _bare(known, context.language)
            )
            in names
        ]
        if answer := _one(found):
            return answer[0], how or answer[1]
        several = several or bool(found)
    return None, "ambiguous" if several else "unknown"


def _forms(wanted: str, printed: str, context: Context) -> list[tuple[str, set[str]]]:
    """The forms to look for, in the order in which they are tried; the first one is the name itself."""
    forms: list[tuple[str, set[str]]] = [("", {wanted})]
    if context.language == "zh":
        if context.prefix:
            forms.append(("prefix-carried", {folded(context.prefix + printed)}))
        forms.append(("short-form", {short_form(wanted), short_form(folded(context.prefix + printed))}))
    elif full := _last_full_form(printed, context.above):
        forms.append(("last-full-form", {_bare(full, "en")}))
    return forms


def _last_full_form(printed: str, above: Sequence[str]) -> str | None:
    """ "the Secretary" is the last name above that begins or ends with it: "Secretary of Ports"."""
    if not re.match(r"(?:the|our)\s", printed, re.IGNORECASE):
        return None
    words = printed.split()[1:]
    size = len(words)
    for name in reversed(above):
        full = [word for word in name.split() if word.lower() not in ("the", "our")]
        if len(full) > size and words in (full[:size], full[-size:]):
            return name
    return None


# --- short names ---

EN_SHORT: tuple[tuple[str, str], ...] = (
    ("article", r"^the\s+"),
    ("bracket", r"\s*\([^()]*\)$"),
    ("of-kind", r"^(?:department|ministry|bureau|division|office|agency|directorate) (?:of|for) (?:the )?"),
)


def short_name(name: str, language: Language) -> str:
    """A name for narrow columns: 市人社局, "Transport" for "Department of Transport"."""
    if language == "zh":
        return short_form(_without_bracket(name))
    for _, rule in EN_SHORT:
        shorter = re.sub(rule, "", name, flags=re.IGNORECASE)
        name = shorter or name
    return name
