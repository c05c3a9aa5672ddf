"""The layouts T0 to T8 and the progress report, as tables: one row a column, with both heads.

In: nothing. Out: `LAYOUTS` by key. T1 to T4 carry the heads that offices use, T5 to T8 our Chinese and
English ones; T0 is Milepost's own superset. Every form ends with the stable id. A form is exported with all
of its columns; words that the plan does not hold stand in the row's own columns under the same head. Other
words for the same columns stand in `synonyms`, how a cell is filled in `values`.
"""

from typing import Any

from milepost.books.content.forms.records import Field, Layout

ID = Field(key="id", zh="稳定编号", en="Stable id", type="id")


def _f(key: str, zh: str, en: str, **more: Any) -> Field:
    """A row of the tables below."""
    return Field(key=key, zh=zh, en=en, **more)


def _layout(key: str, zh: str, en: str, *fields: Field, **more: Any) -> Layout:
    """A layout with the stable id behind its fields."""
    return Layout(key=key, zh=zh, en=en, fields=(*fields, ID), **more)


LAYOUTS: dict[str, Layout] = {layout.key: layout for layout in (
    _layout(
        "T0", "分工台账", "Division-of-labour ledger",
        _f("code", "序号", "No."),
        _f("group", "专项小组", "Group", of="groups"),
        _f("tier", "层级", "Tier"),
        _f("title", "改革举措", "Measure"),
        _f("clause", "来源条款", "Source clause", computed=True),
        _f("problem", "问题", "Problem"),
        _f("output_form", "成果形式", "Output form", of="outputs", fill="unit"),
        _f("acceptance_test", "验收标准", "Acceptance test", fill="unit"),
        _f("lead", "牵头单位", "Lead unit", of="units"),
        _f("cooperating", "配合单位", "Cooperating units"),
        _f("leader", "责任领导", "Leader", fill="unit"),
        _f("contact", "联系人及电话", "Officer, phone", fill="unit"),
        _f("start", "启动时间", "Start", type="date", fill="unit"),
        _f("as_written", "时限原文", "Deadline as written", computed=True),
        _f("baseline", "基线时限", "Baseline", type="date", computed=True),
        _f("forecast", "预测时限", "Forecast", type="date", computed=True),
        _f("light", "亮灯", "Light", of="lights", computed=True),
        _f("report.said", "自报", "Self-report", fill="unit"),
        _f("verified", "核验", "Verified", computed=True),
        _f("evidence_age", "佐证时效（天）", "Evidence age, days", type="number", computed=True),
        _f("extensions", "延期次数", "Extensions", type="number", computed=True),
        _f("blocked_by", "受阻于", "Blocked by", computed=True),
        _f("origin", "来源类别", "Origin"),
        left=9,
    ),
    _layout(
        "T1", "任务承接表", "Cascade table",
        _f("code", "序号", "No."),
        _f("upper.text", "改革任务", "Reform task"),
        _f("upper.province_text", "我省工作措施", "Province's measure"),
        _f("upper.lead", "省牵头单位", "Province lead unit"),
        _f("text", "我市工作措施", "City's measure"),
        _f("lead", "市牵头单位", "City lead unit", of="units"),
        _f("cooperating", "配合单位", "Cooperating units"),
        _f("office", "责任处室", "Responsible office", fill="unit"),
        _f("contact", "联系人及电话", "Contact and phone", fill="unit"),
        grid=True,
    ),
    _layout(
        "T2", "督查台账", "Supervision ledger",
        _f("code", "事项编号", "Item No."),
        _f("kind", "事项类别", "Kind"),
        _f("source_date", "来源时间", "Source date", type="date"),
        _f("title", "事项名称", "Title"),
        _f("leader", "批示或出访领导", "Instructing leader"),
        _f("text", "任务要求", "Requirement"),
        _f("lead", "主办单位", "Lead unit", of="units"),
        _f("officer", "主办人", "Officer", fill="unit"),
        _f("deadline", "拟办结时间", "Planned finish", type="date"),
        _f("output_form", "成果形式", "Form of result", of="outputs", fill="unit"),
        _f("steps", "工作计划", "Work plan", fill="unit"),
        _f("report.on", "最近反馈时间", "Last feedback", type="date", fill="unit"),
        _f("state", "推进状态", "Status", of="statuses", fill="unit"),
        _f("report.done", "进展情况", "Progress", fill="unit"),
        _f("cycle", "频次", "Frequency"),
        grid=True,
    ),
    _layout(
        "T3", "工作跟踪表", "District tracker",
        _f("source", "任务来源", "Source"),
        _f("text", "任务内容", "Task"),
        _f("leader", "牵头领导", "Lead leader"),
        _f("lead", "牵头单位", "Lead unit", of="units"),
        _f("deadline", "完成时限", "Deadline", type="date"),
        _f("state", "完成情况", "Status", of="statuses", fill="unit"),
        _f("report.done", "具体进展", "Progress in detail", fill="unit"),
        _f("report.obstacles", "存在的困难或问题", "Difficulties or problems", fill="unit"),
        grid=True,
    ),
    _layout(
        "T4", "平台事项表", "Platform items",
        _f("code", "事项编号", "Item No."),
        _f("title", "事项名称", "Title"),
        _f("theme1", "一级分类", "Class 1"),
        _f("theme2", "二级分类", "Class 2"),
        _f("theme3", "三级分类", "Class 3"),
        _f("theme4", "四级分类", "Class 4"),
        _f("deadline", "完成时限", "Deadline", type="date"),
        _f("text", "相关要求", "Requirement"),
        _f("leader", "责任领导", "Responsible leader"),
        _f("lead", "牵头单位", "Lead unit", of="units"),
        _f("cooperating", "责任单位", "Duty units"),
        _f("supervisor", "督办人", "Supervisor"),
        _f("verifier", "评价人", "Evaluator"),
        _f("steps", "阶段计划", "Stage plan", fill="unit"),
        _f("sign_state", "签收情况", "Sign state", fill="unit"),
        grid=True,
    ),
    _layout(
        "T5", "事项落实台账", "Execution ledger",
        _f("text", "工作目标及任务要求", "Goal and requirement"),
        _f("report.done", "工作动态", "Events", fill="unit"),
        _f("money", "资金使用情况", "Use of money", fill="unit"),
        _f("progress", "工作进度", "Progress", computed=True),
    ),
    _layout(
        "T6", "承诺表", "Commitment form",
        _f("code_title", "承诺编号及名称", "Number and name"),
        _f("period", "起止时间", "Start and end", computed=True),
        _f("lead", "牵头机构", "Lead agency", of="units"),
        _f("problem", "拟解决的公共问题", "Public problem", fill="unit"),
        _f("text", "承诺内容", "Commitment"),
        _f("how", "如何解决问题", "How it helps", fill="unit"),
        _f("why", "为何相关", "Why relevant", fill="unit"),
        _f("money", "预算及关联", "Budget and links", fill="unit"),
        _f("level", "完成程度", "Completion level", computed=True),
        _f("report.done", "结果", "Results", fill="unit"),
    ),
    _layout(
        "T7", "项目组合数据", "Portfolio data",
        _f("code", "项目编号", "ID"),
        _f("title", "名称", "Name"),
        _f("lead", "部门", "Department", of="units"),
        _f("text", "描述与目标", "Description and aims"),
        _f("confidence", "交付信心评级", "Delivery confidence", fill="verifier"),
        _f("confidence_note", "评级说明", "Commentary on rating", fill="verifier"),
        _f("start", "起始日期", "Start date", type="date"),
        _f("deadline", "结束日期", "End date", type="date"),
        _f("schedule_note", "进度说明", "Schedule note", fill="unit"),
        _f("money", "全周期金额", "Whole-life money", fill="unit"),
        _f("money_note", "金额说明", "Money note", fill="unit"),
    ),
    _layout(
        "T8", "里程碑与目标附表", "Milestones and targets",
        _f("seq", "序号", "Seq. No.", type="number", computed=True),
        _f("measure", "措施", "Measure", computed=True),
        _f("step.kind", "里程碑/目标", "Milestone or target", computed=True),
        _f("step.title", "名称", "Name", computed=True),
        _f("step.output", "定性指标", "Qualitative indicator", fill="unit", computed=True),
        _f("indicator.unit", "计量单位", "Unit", fill="unit"),
        _f("indicator.baseline", "基线", "Baseline", fill="unit"),
        _f("indicator.target", "目标值", "Goal", fill="unit"),
        _f("step.quarter", "季度", "Quarter", computed=True),
        _f("step.year", "年份", "Year", type="number", computed=True),
        _f("step.proof", "描述及证明", "Description and proof", fill="unit", computed=True),
        rows="steps",
    ),
    _layout(
        "R1", "进展报告", "Progress report",
        _f("code", "序号", "No.", computed=True),
        _f("part", "承担角色", "Part taken", computed=True),
        _f("title", "举措或配合任务", "Measure or duty", computed=True),
        _f("due", "完成时限", "Due", type="date", computed=True),
        _f("done", "本期进展", "Done this period", fill="unit", least=40),
        _f("percent_self", "自报进度（%）", "Self-report, %", type="number", fill="unit"),
        _f("obstacles", "困难与问题", "Obstacles", fill="unit", least=24),
        _f("needs", "需协调事项", "Needs from others", fill="unit", least=24),
        _f("next_step", "下一步安排", "Next step", fill="unit", least=24),
        _f("forecast", "预计完成时间", "Forecast", type="date", fill="unit"),
        _f("evidence", "佐证", "Evidence", fill="unit", least=24),
        _f("evidence_date", "佐证日期", "Date of evidence", type="date", fill="unit"),
        rows="duties",
        grid=True,
    ),
)}  # fmt: skip
IMPORTED = ("T1", "T2", "T3", "T4", "T0")
"""Layouts that are read back into a ledger, in the order in which equal heads decide."""
