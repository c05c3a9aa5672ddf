"""The sheets of `ledger.xlsx` as a table: which fields stand where, of which form, under which heads.

In: nothing. Out: `SHEETS`. A field has a form (see `plain` and `sourced` for what a form writes and reads)
and one head a column in each language; forms of several columns have several heads. A sourced field is
followed by a grey column of its origin, a grey field is written and read but not meant for typing.
"""

from typing import Literal

from msgspec import Struct

from milepost.ledger import records

Target = Literal["unit", "measure", "document", "clause", "step_or_measure"]


class Head(Struct, frozen=True):
    """The head of a column in English and Chinese."""

    en: str
    zh: str


class Field(Struct, frozen=True):
    """One field of a record: `form` says how it is written, `of` names its choice or the sheet it names."""

    key: str
    form: str
    heads: tuple[Head, ...]
    of: str = ""
    required: bool = False
    grey: bool = False


class Sheet(Struct, frozen=True):
    """One sheet: the ledger's field it fills, the record of its rows, its name and fields."""

    key: str
    record: type[Struct]
    name: Head
    fields: tuple[Field, ...]


class Note(Struct, frozen=True, kw_only=True):
    """A row of the sheet of notes: a sentence set aside with its reason, or a warning."""

    kind: str
    document: str | None = None
    text: str = ""
    span: tuple[int, int] | None = None


def _field(
    key: str, form: str, *heads: str, of: str = "", required: bool = False, grey: bool = False
) -> Field:
    """A field from heads written `English|中文`."""
    pairs = tuple(Head(*head.split("|")) for head in heads)
    return Field(key, form, pairs, of, required, grey)


ID = _field("id", "text", "id|编号", grey=True)
SPAN = _field("span", "span", "Place|位置", grey=True)
DATED = ("date|日期", "kind|类型", "precision|精度")


def _dated(key: str, en: str, zh: str) -> Field:
    """A deadline in four columns: the words, the date, the kind, the precision."""
    heads = [f"{en}|{zh}"]
    for part in DATED:
        en_part, zh_part = part.split("|")
        heads.append(f"{en}: {en_part}|{zh}：{zh_part}")
    return _field(key, "deadline", *heads)


SHEETS: tuple[Sheet, ...] = (
    Sheet("plan", records.Plan, Head("Plan", "方案"), (
        ID,
        _field("title", "text", "Title|标题", required=True),
        _field("language", "choice", "Language|语言", of="language", required=True),
        _field("edition", "whole", "Edition|版次"),
        _field("frozen_on", "date", "Frozen on|封存日期"),
        _field("previous", "text", "Previous plan print|上一版指纹", grey=True),
    )),
    Sheet("measures", records.Measure, Head("Measures", "举措"), (
        ID,
        _field("code", "text", "No.|序号"),
        _field("title", "text°", "Measure|改革举措", required=True),
        _dated("deadline", "Deadline", "时限"),
        _field("kind", "choice°", "Kind|类型", of="kind"),
        _field("output_form", "text°", "Output form|成果形式"),
        _field("acceptance_test", "text°", "Acceptance test|验收标准"),
        _field("verifier", "text°", "Verifier|核验人"),
        _field("group", "text°", "Group|专项小组"),
        _field("theme", "text°", "Theme|领域"),
        _field("tier", "text°", "Tier|层级"),
        _field("goal", "text°", "Goal|目标"),
        _field("risks", "text°", "Risks|风险"),
        _field("needs", "text°", "Needs|所需支持"),
        _field("leader", "text°", "Leader|责任领导"),
        _field("officer", "text°", "Officer|联系人"),
        _field("phone", "text°", "Phone|联系电话"),
        _field("indicator", "text°", "Indicator|指标"),
        _dated("start", "Start", "启动时间"),
        _field("recurring", "recurring", "Repeats|频次", "Repeats every|频次：每"),
        _field("checked", "truth", "Checked|已核对"),
        _field("note", "text", "Note|备注"),
        _field("document", "ref", "Document|来源文件", of="document"),
        _field("clause", "ref", "Source clause|来源条款", of="clause"),
        _field("quote", "raw", "Words of the document|原文"),
        _field("parent", "ref", "Part of|上级举措", of="measure"),
        _field("upper", "list", "Answers to|对应上级要求"),
        _field("strength", "choice", "Strength|约束力", of="strength"),
        _field("polarity", "choice", "Do or refrain|应为或不得", of="polarity"),
        _field("rule", "truth", "Makes a rule|涉及规则"),
        _field("state", "text", "State|状态"),
        SPAN,
        _field("object", "json", "Object|对象", grey=True),
        _field("parts", "json", "Parts|分句", grey=True),
        _field("confidence", "number", "Confidence|置信度", grey=True),
        _field("because", "list", "Told by|依据", grey=True),
    )),
    Sheet("assignments", records.Assignment, Head("Assignments", "责任分工"), (
        ID,
        _field("measure", "ref", "Measure|举措", of="measure", required=True),
        _field("unit", "ref°", "Unit|单位", of="unit", required=True),
        _field("role", "choice°", "Role|角色", of="role", required=True),
        _field("duty_text", "text°", "Duty|配合任务"),
        _dated("deadline", "Deadline", "时限"),
        _field("relation", "text", "Printed words|原文用语"),
        _field("inherited", "truth", "Stated once for all|统一规定"),
        _field("open_list", "truth", "Open list|未列尽"),
        _field("printed", "raw", "Name as printed|原文名称", grey=True),
        _field("resolved_by", "text", "Resolved by|识别规则", grey=True),
    )),
    Sheet("steps", records.Step, Head("Steps", "步骤"), (
        ID,
        _field("measure", "ref", "Measure|举措", of="measure", required=True),
        _field("order", "whole", "Order|次序"),
        _field("title", "text°", "Step|步骤", required=True),
        _field("unit", "ref°", "Unit|单位", of="unit"),
        _field("stage", "choice", "Stage|环节", of="stage"),
        _field("start", "small", "Start|开始", "Start: date|开始：日期", "Start: precision|开始：精度"),
        _field("due", "small", "Due|完成时限", "Due: date|完成时限：日期", "Due: precision|完成时限：精度"),
        _field(
            "days", "days", "Days, low|工作日：最少", "Days, likely|工作日：最可能", "Days, high|工作日：最多"
        ),
        _field("people", "number°", "People|人数"),
        _field("output_form", "text°", "Output form|成果形式"),
        _field("weight", "whole", "Weight, %|权重%"),
        _field("key", "truth", "Key step|关键节点"),
        _field("done_on", "date", "Done on|完成日期"),
        _field("origin", "choice", "Origin of the step|步骤来源", of="origin"),
    )),
    Sheet("links", records.Link, Head("Links", "先后关系"), (
        ID,
        _field("from_", "ref", "From|前项", of="step_or_measure", required=True),
        _field("to", "ref", "To|后项", of="step_or_measure", required=True),
        _field("kind", "choice", "Kind|类型", of="link_kind"),
        _field("lag", "lag", "Lag|间隔", "Lag: unit|间隔：单位", "Lag: days|间隔：日历"),
        _field("condition", "text", "Condition|条件"),
        _field("hard", "truth", "Hard|刚性"),
        SPAN,
    )),
    Sheet("units", records.Unit, Head("Units", "单位"), (
        ID,
        _field("code", "text", "Code|代码"),
        _field("name", "text", "Name|名称", required=True),
        _field("short", "text", "Short name|简称"),
        _field("aliases", "list", "Aliases|别名"),
        _field("kind", "choice", "Kind|类型", of="unit_kind"),
        _field("parent", "ref", "Parent|上级单位", of="unit"),
        _field("region", "text", "Region|地区"),
        _field("members", "refs", "Members|成员单位", of="unit"),
        _field("capacity", "number", "Capacity, people a day|每日人力"),
        _field("calendar", "text", "Calendar|日历"),
        _field("language", "choice", "Language|语言", of="language"),
        _field("printed", "list", "Printed forms|原文写法", grey=True),
    )),
    Sheet("documents", records.Document, Head("Documents", "文件"), (
        ID,
        _field("title", "text", "Title|标题", required=True),
        _field("kind", "text", "Kind|类型"),
        _field("number", "text", "Number|文号"),
        _field("issuer", "text", "Issuer|发文机关"),
        _field("date", "date", "Date|日期"),
        _field("language", "choice", "Language|语言", of="language"),
        _field("upper", "list", "Answers to|对应上级文件"),
        _field("file", "text", "File|文件名", grey=True),
        _field("media_type", "text", "Media type|文件类型", grey=True),
        _field("sha256", "text", "SHA-256|SHA-256", grey=True),
    )),
    Sheet("clauses", records.Clause, Head("Clauses", "条款"), (
        ID,
        _field("document", "ref", "Document|来源文件", of="document", required=True),
        _field("label", "text", "Label|条款号"),
        _field("title", "text", "Title|标题"),
        _field("kind", "text", "Kind|类型"),
        _field("parent", "ref", "Parent|上级条款", of="clause"),
        _field("text", "raw", "Text|原文"),
        SPAN,
    )),
    Sheet("meetings", records.Meeting, Head("Meetings", "会议"), (
        ID,
        _field("document", "ref", "Document|来源文件", of="document", required=True),
        _field("held_on", "date", "Held on|召开日期"),
        _field("published_at", "text", "Published|发布时间"),
        _field("bodies", "json", "Bodies|会议主体", grey=True),
        _field("people", "json", "People|人员", grey=True),
        _field("upper_meetings", "json", "Meetings conveyed|传达的会议", grey=True),
        _field("agenda", "json", "Agenda|议程", grey=True),
    )),
    Sheet("orientation", records.Orientation, Head("Orientation", "总体要求"), (
        _field("document", "ref", "Document|来源文件", of="document", required=True),
        _field("clause", "ref", "Clause|条款", of="clause"),
        _field("text", "raw", "Text|原文"),
        SPAN,
    )),
    Sheet("settings", records.Setting, Head("Settings", "设置"), (
        _field("key", "text", "Key|键", required=True),
        _field("value", "text", "Value|值"),
        _field("unit", "text", "Unit|单位"),
        _field("meaning", "text", "Meaning|含义"),
        _field("source", "text", "Source|来源"),
    )),
    Sheet("notes", Note, Head("Notes", "备注"), (
        _field("kind", "choice", "Kind|类型", of="note_kind", required=True),
        _field("document", "ref", "Document|来源文件", of="document"),
        _field("text", "raw", "Text|内容"),
        SPAN,
    )),
)  # fmt: skip
PLANNED = (Head("Proposed start", "建议开始"), Head("Proposed finish", "建议完成"))
"""Columns from the schedule on the sheet of steps: written, never read."""
HIDDEN = "_milepost"

SOURCED = frozenset(("text°", "choice°", "ref°", "number°", "deadline", "small", "recurring", "days"))


def origin_head(head: Head) -> Head:
    """The head of the grey column that carries the origin of a field."""
    return Head(f"{head.en}: origin", f"{head.zh}：出处")
