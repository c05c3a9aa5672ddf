"""The tables that are handed to other programs: name, fields, what each field means and where it comes from.

In: nothing. Out: `TABLES`. Names of fields are the same in every format and language; they never change
their meaning, new ones are added behind. `origin` says where a value comes from: `ledger` (whose own origin
stands in the field named in `told_by`), `state` (how the plan stands at the freeze), `computed` (from both,
by the plan's rules). A field that holds nothing is empty, never zero.
"""

from typing import Any, Literal

from milepost.books.content.records import Part

Type = Literal["text", "date", "integer", "number", "truth", "list"]
From = Literal["ledger", "state", "computed"]


class DataField(Part, frozen=True, kw_only=True):
    """A field: name, type, meaning in both languages, where it comes from, which field tells its origin."""

    key: str
    type: Type
    en: str
    zh: str
    origin: From
    told_by: str = ""


class DataTable(Part, frozen=True, kw_only=True):
    """A table: its name, what a row is, its fields; the first field is the id of the row."""

    key: str
    en: str
    zh: str
    fields: tuple[DataField, ...]


def _f(key: str, type_: Type, en: str, zh: str, origin: From = "ledger", **more: Any) -> DataField:
    """A row of the tables below."""
    return DataField(key=key, type=type_, en=en, zh=zh, origin=origin, **more)


def _told(key: str, en: str, zh: str, type_: Type = "text") -> tuple[DataField, DataField]:
    """A value that a person may doubt, and its origin beside it."""
    beside = f"{key}_origin"
    return (
        _f(key, type_, en, zh, told_by=beside),
        _f(
            beside,
            "text",
            f"origin of {key}: quoted, computed, proposed or typed",
            f"{key}的出处：原文、推算、建议或录入",
        ),
    )


TABLES: tuple[DataTable, ...] = (
    DataTable(key="measures", en="a measure: one checkable duty with one lead", zh="一项举措", fields=(
        _f("id", "text", "stable id", "稳定编号"),
        _f("code", "text", "number for people, never given twice", "序号，不重复使用"),
        *_told("title", "short title", "简称"),
        _f("text", "text", "the words of the document, as printed", "文件原文"),
        _f("document", "text", "id of the source document", "来源文件编号"),
        _f("clause", "text", "source clause as cited", "来源条款", "computed"),
        _f("span_start", "integer", "first character of the words, from 0", "原文起始字符位置，自0起"),
        _f("span_end", "integer", "character behind the last", "原文结束字符位置"),
        *_told("kind", "kind: document, reform, build, report, trial, standing, principle, unsure", "类型"),
        *_told("group", "special group", "专项小组"),
        *_told("theme", "theme, levels parted by ' / '", "主题，各级以“ / ”分隔"),
        *_told("tier", "tier", "层级"),
        _f("strength", "text", "mandatory, commitment, advisory or principle", "约束力"),
        _f("state", "text", "state in the life of a measure", "所处状态"),
        *_told("lead", "code of the lead unit", "牵头单位代码"),
        _f("cooperating", "list", "codes of the cooperating units", "配合单位代码"),
        *_told("start", "start", "启动时间", "date"),
        *_told("deadline", "last good day as now in force", "现行完成时限", "date"),
        _f("deadline_text", "text", "the deadline as written", "时限原文"),
        _f("deadline_kind", "text", "fixed, relative, event, target, period, open and others", "时限类型"),
        _f("deadline_precision", "text", "day, month, quarter, half or year", "时限精度"),
        _f("baseline", "date", "last good day first promised", "基线时限", "computed"),
        _f("forecast", "date", "day now expected; empty once done", "预测时限", "computed"),
        _f("done", "date", "day the last step was done, once verified", "完成时间", "computed"),
        _f("light", "text", "computed light: red, yellow, grey, blue or green", "亮灯", "state"),
        _f("light_reason", "text", "code of the reason", "亮灯原因代码", "state"),
        _f("light_days", "integer", "days that the reason speaks of", "相关天数", "state"),
        _f("light_set_by_hand", "text", "light set by a person", "人工设定的亮灯", "state"),
        _f("waits_for", "text", "id of the measure it waits on", "受其牵连的举措编号", "state"),
        _f("blocked_by", "text", "code of the unit that blocks it", "受阻于的单位代码", "state"),
        _f("self_report", "text", "what the lead said last", "自报进展", "state"),
        _f("self_report_percent", "integer", "self-reported percentage", "自报进度（%）", "state"),
        _f("self_report_on", "date", "day of that report", "自报日期", "state"),
        _f("verified", "truth", "whether another party verified it", "是否已核验", "computed"),
        _f("evidence_age_days", "integer", "days since the newest evidence", "佐证时效（天）", "computed"),
        _f("extensions", "integer", "how often it was extended", "延期次数", "state"),
        *_told("output_form", "what a finished measure leaves behind", "成果形式"),
        *_told("acceptance_test", "question that can be answered yes or no", "验收标准"),
        *_told("verifier", "who verifies", "核验人"),
        *_told("leader", "leader", "责任领导"),
        *_told("officer", "officer", "联系人"),
        *_told("phone", "phone of the officer", "联系电话"),
        *_told("risks", "risks", "风险"),
        *_told("needs", "needs from others", "需协调事项"),
        _f("checked", "truth", "whether a person checked the reading", "是否已核对"),
        _f("own", "list", "own columns of the row, each 'head: words'", "自设列"),
    )),
    DataTable(key="assignments", en="what a unit owes in a measure", zh="单位在举措中的职责", fields=(
        _f("id", "text", "stable id", "稳定编号"),
        _f("measure", "text", "id of the measure", "举措编号"),
        *_told("unit", "code of the unit", "单位代码"),
        *_told("role", "lead, cooperating, guide, support_supervise or executor", "角色"),
        *_told("duty", "the unit's own duty in words", "配合任务"),
        *_told("due", "day due to the lead", "提交时限", "date"),
        _f("forecast", "date", "day now expected; empty once done", "预测时间", "computed"),
        _f("state", "text", "state of the assignment", "状态", "state"),
        _f("signed_on", "date", "day it was signed for", "签收日期", "state"),
        _f("done_on", "date", "day it was done", "完成日期", "state"),
        _f("light", "text", "computed light", "亮灯", "state"),
    )),
    DataTable(key="steps", en="a dated part of a measure", zh="举措的步骤", fields=(
        _f("id", "text", "stable id", "稳定编号"),
        _f("measure", "text", "id of the measure", "举措编号"),
        _f("order", "integer", "place among the steps of the measure", "次序"),
        _f("origin", "text", "origin of the step itself", "步骤的出处"),
        _f("stage", "text", "study, draft, consult, review, issue, carry_out, evaluate or copy", "环节"),
        *_told("title", "title", "步骤名称"),
        *_told("unit", "code of the unit that carries it", "责任单位代码"),
        _f("start", "date", "first day", "开始时间", "computed"),
        *_told("due", "day it was promised for", "完成时限", "date"),
        _f("forecast", "date", "day now expected; empty once done", "预测时间", "computed"),
        _f("done_on", "date", "day it was done", "完成日期"),
        _f("critical", "truth", "whether it lies on the critical path", "是否在关键路线上", "computed"),
        _f("slack_days", "integer", "working days it may slip", "机动时间（工作日）", "computed"),
        _f("key", "truth", "whether it is a key step", "是否关键步骤"),
        _f("weight", "integer", "its part of the measure in percent", "权重（%）"),
    )),
    DataTable(key="links", en="the order of two steps or measures", zh="先后关系", fields=(
        _f("id", "text", "stable id", "稳定编号"),
        _f("from", "text", "id of what comes first", "先行编号"),
        _f("to", "text", "id of what waits", "后续编号"),
        _f("kind", "text", "FS, SS, FF, SF or enables", "类型"),
        _f("lag", "integer", "wait, in units of lag_unit", "间隔"),
        _f("lag_unit", "text", "day, week, month, quarter or year", "间隔单位"),
        _f("lag_days", "text", "working or calendar days", "工作日或自然日"),
        _f("condition", "text", "condition in words", "条件"),
        _f("hard", "truth", "whether it binds the dates", "是否刚性"),
    )),
    DataTable(key="units", en="a unit", zh="单位", fields=(
        _f("id", "text", "stable id", "稳定编号"),
        _f("code", "text", "code", "代码"),
        _f("name", "text", "name", "名称"),
        _f("short", "text", "short name", "简称"),
        _f("kind", "text", "bureau, region, park, company, office, group, body or collective", "类型"),
        _f("parent", "text", "code of the unit above", "上级单位代码"),
        _f("region", "text", "region", "地区"),
        _f("members", "list", "codes of its members", "成员单位代码"),
    )),
    DataTable(key="documents", en="a source document", zh="来源文件", fields=(
        _f("id", "text", "stable id", "稳定编号"),
        _f("title", "text", "title", "标题"),
        _f("number", "text", "number as printed", "文号"),
        _f("issuer", "text", "issuer", "发文机关"),
        _f("date", "date", "date", "日期"),
        _f("language", "text", "language", "语言"),
        _f("sha256", "text", "hash of the file", "文件校验值"),
    )),
    DataTable(key="evidence", en="a piece of evidence", zh="佐证", fields=(
        _f("subject", "text", "id of the measure or step", "举措或步骤编号", "state"),
        _f("kind", "text", "what it is", "类型", "state"),
        _f("dated_on", "date", "its day", "日期", "state"),
        _f("source", "text", "where it comes from", "来源", "state"),
    )),
    DataTable(key="changes", en="a change since the last edition", zh="较上一版的变化", fields=(
        _f("subject", "text", "id of the measure, assignment or step", "举措、职责或步骤编号", "state"),
        _f("mark", "text", "added, removed, changed or moved", "标记", "state"),
        _f("field", "text", "what changed", "栏目", "state"),
        _f("was", "text", "before", "原内容", "state"),
        _f("now", "text", "now", "现内容", "state"),
        _f("by", "text", "by what authority", "依据", "state"),
        _f("baseline", "truth", "whether the baseline changed", "是否变更基线", "state"),
    )),
)  # fmt: skip
