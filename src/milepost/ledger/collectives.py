"""Names that mean anybody of a kind: 各有关部门, "each agency", "the persons in charge".

In: a name as printed and its language. Out: the rule by which it is a collective, or None. A collective never
leads; it is divided among its members later. Which unit a name means stands in `units`.
"""

import re
from typing import Literal

Language = Literal["en", "zh"]

LONGEST = 200  # a longer name is a sentence read by mistake, and no kind of unit
ONE = (
    "agency|department|ministry|office|unit|body|authority|region|district|county|municipality|bureau|party|"
    "stakeholder|committee|government|locality|institution|organi[sz]ation|partner|entity|commission|council|"
    "town|city|province|state|comrade|leader|group|member|company|enterprise|directorate|head|official|person"
)
MANY = (
    "agencies|departments|ministries|offices|units|bodies|authorities|regions|districts|counties|municipalities|"
    "bureaus|parties|stakeholders|committees|governments|localities|institutions|organi[sz]ations|partners|"
    "entities|commissions|councils|towns|cities|provinces|states|comrades|leaders|groups|members|companies|"
    "enterprises|directorates|heads|officials|persons|levels"
)
RELEVANT = (
    "relevant|appropriate|concerned|competent|participating|affected|covered|responsible|interested|"
    "designated"
)
BROAD = (
    "other|local|national|regional|provincial|municipal|district|subordinate|lower|state and local|member|"
    "people's"
)
LEVEL_ZH = "省级|市级|区级|县级|省直|市直|区直|县直|中央和国家机关|其他|其它"
KIND_ZH = "部门|单位|地区|方面|地方|企业|区县|县区|区|机关|省市|乡镇|镇街"

RULES: dict[Language, tuple[tuple[str, str], ...]] = {
    "zh": (
        ("each-of", r"各.*"),
        (
            "whole-area-each",
            r".{0,6}?各(?:级|地|区|县|市|乡|镇|街道|有关|相关|部门|单位|成员|职能|责任).*",
        ),
        (
            "relevant",
            rf"(?:{LEVEL_ZH})?(?:有关|相关)(?:职能|责任|行业|主管|省级|市级|县级)?(?:{KIND_ZH}).*",
        ),
        ("by-role", r"(?:责任|牵头|配合|成员|行业主管|主管|实施|承办|协办)(?:部门|单位|机关)(?:及.*)?"),
        ("by-rank", r"(?:主要|分管|相关|有关)?(?:负责同志|责任人|负责人|领导同志)"),
        (
            "departments-of-level",
            r"(?:全省|全市|全区|全县|市直|省直|县直|区直)(?:机关)?(?:部门|单位|机关)(?:和单位)?",
        ),
        ("joined-generic", r"(?:地方|基层|下级|上级)(?:党委|政府|部门|单位).*"),
    ),
    "en": (
        ("all-of", rf"(?:all|(?:the )?respective)\b.*\b(?:{MANY})\b.*"),
        ("each-of", rf"(?:each|every|any)\b.*\b(?:{ONE}|{MANY})\b.*"),
        ("relevant", rf"(?:other )?(?:{RELEVANT})\b.*\b(?:{ONE}|{MANY})\b.*"),
        ("concerned", rf"(?:\w+ ){{0,4}}(?:{ONE}|{MANY}) (?:concerned|involved|responsible)"),
        ("broad", rf"(?:{BROAD})(?: \w+){{0,2}} (?:{MANY})"),
        (
            "bare-plural",
            rf"(?:{MANY})(?:(?: and| or|,) (?:\w+ )?(?:{MANY}))*"
            rf"(?: of (?:all |the |each )?(?:{MANY}))?(?: at (?:all|every|each) levels?)?",
        ),
        ("at-all-levels", r".+ at (?:all|every|each) levels?"),
        (
            "by-role",
            r"(?:team|group|task force|project) leaders?|responsible comrades?|"
            r"(?:persons?|comrades?|officials?) in charge|"
            r"(?:lead|leading|implementing) (?:unit|agency|department)",
        ),
    ),
}
_COMPILED = {
    language: tuple((name, re.compile(rule, re.IGNORECASE)) for name, rule in rules)
    for language, rules in RULES.items()
}
_FRONT = re.compile(r"^(?:(?:the|our|its|their) )?(?:main |principal |primary )?", re.IGNORECASE)
"""What may stand before a collective without changing what it means."""


def collective_rule(printed: str, language: Language) -> str | None:
    """The rule by which a name means anybody of a kind, else None."""
    name = " ".join(printed.split())
    if len(name) > LONGEST:
        return None
    if language == "en":
        name = _FRONT.sub("", name)
    return next((rule for rule, pattern in _COMPILED[language] if pattern.fullmatch(name)), None)


def is_collective(printed: str, language: Language) -> bool:
    """Whether a name means anybody of a kind and so never leads."""
    return collective_rule(printed, language) is not None
