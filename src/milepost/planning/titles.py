"""What a proposed step is called, by kind, stage and language: "Draft the dredging plan", 起草疏浚方案.

In: a kind, a stage and the object's name (`objects`). Out: a title that reads naturally and holds the name
once. A name that already says what its kind would add ("pilot of …", …试点, 改革…机制) takes the titles of
`OTHERS`, so that no title reads "the trial of the pilot" or 试点试点方案. Titles are data.
"""

import re
from typing import NamedTuple

from milepost.planning.settings import Language

TITLES: dict[str, dict[str, tuple[str, str]]] = {
    "document": {
        "study": ("Study what {o} must settle", "开展{o}前期调研"),
        "draft": ("Draft {o}", "起草{o}"),
        "consult": ("Consult on {o}", "就{o}征求意见"),
        "review": ("Review {o}", "审议{o}"),
        "issue": ("Issue {o}", "印发{o}"),
        "carry_out": ("Put {o} into effect", "组织落实{o}"),
        "evaluate": ("Evaluate {o} in use", "评估{o}实施效果"),
        "copy": ("Extend {o} to others", "推广{o}"),
    },
    "reform": {
        "study": ("Study the present state of {o}", "开展{o}现状调研"),
        "draft": ("Draft the reform plan for {o}", "起草{o}改革方案"),
        "consult": ("Consult on the reform plan for {o}", "就{o}改革方案征求意见"),
        "review": ("Review the reform plan for {o}", "审议{o}改革方案"),
        "issue": ("Issue the reform plan for {o}", "印发{o}改革方案"),
        "carry_out": ("Carry out the reform of {o}", "组织落实{o}改革"),
        "evaluate": ("Evaluate the reform of {o}", "评估{o}改革成效"),
        "copy": ("Extend the reform of {o} to others", "推广{o}改革经验"),
    },
    "build": {
        "study": ("Study the need for {o}", "开展{o}建设调研"),
        "draft": ("Draft the work plan for {o}", "起草{o}建设方案"),
        "consult": ("Consult on the work plan for {o}", "就{o}建设方案征求意见"),
        "review": ("Review the work plan for {o}", "审议{o}建设方案"),
        "issue": ("Issue the work plan for {o}", "印发{o}建设方案"),
        "carry_out": ("Carry out the work on {o}", "组织{o}建设"),
        "evaluate": ("Evaluate the work on {o}", "评估{o}建设成效"),
        "copy": ("Repeat the work on {o} elsewhere", "推广{o}建设经验"),
    },
    "report": {
        "study": ("Study the ground for {o}", "开展{o}调研"),
        "draft": ("Draft the papers for {o}", "起草{o}材料"),
        "consult": ("Consult on the papers for {o}", "就{o}材料征求意见"),
        "review": ("Review the outcome of {o}", "审核{o}结果"),
        "issue": ("Issue the outcome of {o}", "印发{o}结果"),
        "carry_out": ("Carry out the work for {o}", "办理{o}"),
        "evaluate": ("Evaluate the outcome of {o}", "评估{o}结果"),
        "copy": ("Pass on the outcome of {o}", "推广{o}成果"),
    },
    "trial": {
        "study": ("Study sites and terms for {o}", "开展{o}试点调研"),
        "draft": ("Draft the trial scheme for {o}", "起草{o}试点方案"),
        "consult": ("Consult on the trial scheme for {o}", "就{o}试点方案征求意见"),
        "review": ("Review the trial scheme for {o}", "审议{o}试点方案"),
        "issue": ("Issue the trial scheme for {o}", "印发{o}试点方案"),
        "carry_out": ("Carry out the trial of {o}", "组织{o}试点"),
        "evaluate": ("Evaluate the trial of {o}", "评估{o}试点成效"),
        "copy": ("Copy the trial of {o} elsewhere", "推广{o}试点经验"),
    },
}
"""What a proposed step is called, by kind and stage; `{o}` is the object."""


class Other(NamedTuple):
    """Titles for names that say by themselves what the usual title would add; stages not named stay."""

    kind: str
    language: Language
    told: re.Pattern[str]
    titles: dict[str, str]


EN_HEAD = (
    r"\A(?:the )?(?:[\w’'-]+ ){{0,3}}(?:{words})s?"
    r"(?=$|,| (?:of|on|for|about|in|at|to|with|under|from|that)\b)"
)
"""A name whose first noun is one of some words: "the single register of vacant land"."""
EN_PAPERS = "list|register|report|catalogue|inventory|summary|statement|proposal|map|notice|index"
EN_ACTS = "survey|review|audit|assessment|evaluation|inspection|examination|study|inquiry|meeting|drill"
ZH_PAPERS = "报告|清单|名单|台账|目录|材料|方案|意见|简报"
ZH_ACTS = "调查|评估|清理|排查|核查|督查|检查|审计|统计|监测|梳理|摸底|普查|调研|考核|验收"

OTHERS: tuple[Other, ...] = (
    Other(  # "the reform of the pricing system"
        "reform",
        "en",
        re.compile(r"\breforms?\b"),
        {
            "study": "Study the ground for {o}",
            "draft": "Draft the plan for {o}",
            "consult": "Consult on the plan for {o}",
            "review": "Review the plan for {o}",
            "issue": "Issue the plan for {o}",
            "carry_out": "Carry out {o}",
            "evaluate": "Evaluate {o}",
            "copy": "Extend {o} to others",
        },
    ),
    Other(  # 改革落实机制
        "reform",
        "zh",
        re.compile("改革"),
        {
            "draft": "起草{o}完善方案",
            "consult": "就{o}完善方案征求意见",
            "review": "审议{o}完善方案",
            "issue": "印发{o}完善方案",
            "carry_out": "组织完善{o}",
            "evaluate": "评估{o}完善成效",
            "copy": "推广{o}经验",
        },
    ),
    Other(  # "the works", "the construction of two stairs"
        "build",
        "en",
        re.compile(r"\b(?:works?|construction|projects?)\b"),
        {
            "draft": "Draft the plan for {o}",
            "consult": "Consult on the plan for {o}",
            "review": "Review the plan for {o}",
            "issue": "Issue the plan for {o}",
            "carry_out": "Carry out {o}",
            "evaluate": "Evaluate {o}",
            "copy": "Repeat {o} elsewhere",
        },
    ),
    Other(  # 建设用地审批平台
        "build",
        "zh",
        re.compile("建设"),
        {
            "study": "开展{o}调研",
            "draft": "起草{o}方案",
            "consult": "就{o}方案征求意见",
            "review": "审议{o}方案",
            "issue": "印发{o}方案",
            "carry_out": "组织落实{o}",
            "evaluate": "评估{o}成效",
            "copy": "推广{o}经验",
        },
    ),
    Other(  # "the register of vacant land"
        "report",
        "en",
        re.compile(EN_HEAD.format(words=EN_PAPERS)),
        {
            "draft": "Draft {o}",
            "consult": "Consult on {o}",
            "review": "Review {o}",
            "issue": "Issue {o}",
            "carry_out": "Complete {o}",
        },
    ),
    Other(  # "the survey of shore power demand"
        "report",
        "en",
        re.compile(EN_HEAD.format(words=EN_ACTS)),
        {"draft": "Prepare {o}", "carry_out": "Carry out {o}"},
    ),
    Other(  # 港口收费清单
        "report",
        "zh",
        re.compile(f"(?:{ZH_PAPERS})$"),
        {
            "draft": "起草{o}",
            "consult": "就{o}征求意见",
            "review": "审核{o}",
            "issue": "印发{o}",
            "carry_out": "完成{o}",
        },
    ),
    Other(  # 岸电需求调查
        "report",
        "zh",
        re.compile(f"(?:{ZH_ACTS})$"),
        {
            "study": "研究{o}安排",
            "draft": "拟定{o}安排",
            "consult": "就{o}安排征求意见",
            "carry_out": "开展{o}",
        },
    ),
    Other(  # "the pilot of electric tug services"
        "trial",
        "en",
        re.compile(r"\b(?:pilots?|trials?|experiments?)\b"),
        {
            "draft": "Draft the scheme for {o}",
            "consult": "Consult on the scheme for {o}",
            "review": "Review the scheme for {o}",
            "issue": "Issue the scheme for {o}",
            "carry_out": "Carry out {o}",
            "evaluate": "Evaluate {o}",
            "copy": "Copy {o} elsewhere",
        },
    ),
    Other(  # 试点地区电价
        "trial",
        "zh",
        re.compile("试点"),
        {
            "study": "开展{o}调研",
            "draft": "起草{o}方案",
            "consult": "就{o}方案征求意见",
            "review": "审议{o}方案",
            "issue": "印发{o}方案",
            "carry_out": "组织开展{o}",
            "evaluate": "评估{o}成效",
            "copy": "推广{o}经验",
        },
    ),
)

ACTS = {
    "survey": "survey of",
    "review": "review of",
    "audit": "audit of",
    "assess": "assessment of",
    "evaluate": "evaluation of",
    "inspect": "inspection of",
    "examine": "examination of",
    "report": "report on",
    "recommend": "recommendation on",
    "identify": "list of",
    "list": "list of",
    "map": "map of",
    "notify": "notice to",
}
"""Reporting verbs whose object alone does not name what is handed in."""

ZH_ACT_FIRST = re.compile(f"(?:全面|认真|及时|深入|组织|定期|集中)*({ZH_ACTS})")
"""A Chinese reporting verb at the head of a title: 评估试点成效."""

REPEATED: dict[str, tuple[str, ...]] = {
    "reform": ("改革方案", "改革"),
    "build": ("建设方案", "建设工程", "建设"),
    "trial": ("试点方案", "试点工作", "试点"),
    "report": ("工作",),
}
"""Ends of a Chinese object that the title says again, left off so that no title reads 试点试点方案."""


def step_title(kind: str, stage: str, name: str, language: Language) -> str:
    """The title of a proposed step."""
    if language == "zh":
        name = _without_repeated_end(kind, name)
    for other in OTHERS:
        meant = (other.kind, other.language) == (kind, language) and stage in other.titles
        if meant and other.told.search(name):
            return _filled(other.titles[stage], name)
    english, chinese = TITLES[kind][stage]
    return _filled(english if language == "en" else chinese, name)


def _filled(title: str, name: str) -> str:
    """The title with its name; a Chinese word that ends the name and goes on the title stands once."""
    behind = title.partition("{o}")[2]
    again = next((n for n in range(len(behind), 1, -1) if name.endswith(behind[:n])), 0)
    return title.format(o=name[: len(name) - again])


def act_on(title: str, name: str, language: Language) -> str:
    """A reporting measure as a noun: "survey" and "the merchants" make "the survey of the merchants"; 评估
    and 试点成效 make 试点成效评估."""
    if language == "zh":
        found = ZH_ACT_FIRST.match(title)
        return f"{name}{found[1]}" if found and not re.search(f"(?:{ZH_ACTS})$", name) else name
    act = ACTS.get(title.split(" ", 1)[0].lower())
    return f"the {act} {name}" if act is not None else name


def _without_repeated_end(kind: str, name: str) -> str:
    """A Chinese name without the end that its kind's titles say again, where enough of it is left."""
    for end in REPEATED.get(kind, ()):
        if name.endswith(end) and len(name) > len(end) + 1:
            return name.removesuffix(end)
    return name
