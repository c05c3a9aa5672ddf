"""Other words for the columns of the forms, as offices write them, in both languages.

In: nothing. Out: `SYNONYMS` by field. A head of the layout itself wins over a synonym. Heads are compared
without width, case, blanks, stars and a closing bracket.
"""

SYNONYMS: dict[str, tuple[str, ...]] = {
    "id": ("稳定编号", "Stable id", "系统编号", "唯一标识"),
    "code": (
        *("序号", "编号", "事项编号", "任务编号", "项目编号", "项次", "No.", "No", "Number", "Item No."),
        *("Item number", "Ref", "Ref.", "#", "Code"),
    ),
    "title": (
        *("事项名称", "任务名称", "改革举措", "举措名称", "事项", "名称", "Title", "Item", "Measure"),
        *("Matter",),
    ),
    "text": (
        *("任务要求", "任务内容", "工作任务", "相关要求", "工作措施", "工作内容", "具体措施", "主要任务"),
        *("本市工作措施", "我市措施", "我区工作措施", "我县工作措施", "本级措施"),
        *(
            "Requirement",
            "Requirements",
            "Content",
            "Task",
            "Our measure",
            "Local measure",
            "District's measure",
        ),
    ),
    "upper.text": ("改革任务", "上级任务", "上级要求", "Reform task", "Upper requirement"),
    "upper.province_text": (
        *(
            "我省工作措施",
            "省级措施",
            "省工作措施",
            "上级工作措施",
            "Province's measure",
            "Provincial measure",
        ),
    ),
    "upper.lead": (
        *(
            "省牵头单位",
            "省级牵头单位",
            "省级牵头部门",
            "上级牵头单位",
            "Province lead",
            "Provincial lead unit",
        ),
    ),
    "lead": (
        *("牵头单位", "主办单位", "牵头部门", "主责单位", "市牵头单位", "市牵头部门", "区牵头单位"),
        *("县牵头单位", "承办单位", "牵头责任单位", "Lead unit", "Lead", "Lead agency", "City lead"),
        *("Leading unit", "Lead department", "Owner"),
    ),
    "cooperating": (
        *("配合单位", "协办单位", "参与单位", "配合部门", "责任单位", "Cooperating units", "Cooperating"),
        *("Cooperating unit", "Supporting units", "Duty units", "Partners"),
    ),
    "office": ("责任处室", "责任科室", "承办处室", "Responsible office", "Section"),
    "contact": (
        *("联系人及电话", "联系人及联系电话", "联系人、电话", "联系人", "Contact and phone", "Contact"),
        *("Officer, phone", "Officer and phone"),
    ),
    "officer": ("主办人", "经办人", "责任人", "Officer", "Person in charge"),
    "leader": (
        *("责任领导", "牵头领导", "分管领导", "批示领导", "批示或出访领导", "Leader", "Lead leader"),
        *("Responsible leader", "Instructing leader"),
    ),
    "deadline": (
        *("完成时限", "拟办结时间", "办结时限", "完成时间", "办理时限", "截止时间", "时限", "Deadline"),
        *("Due", "Due date", "Planned finish", "Finish", "End date"),
    ),
    "start": ("启动时间", "开始时间", "Start", "Start date"),
    "output_form": ("成果形式", "完成形式", "成果", "Form of result", "Output form", "Output", "Deliverable"),
    "acceptance_test": ("验收标准", "验收要求", "Acceptance test"),
    "steps": (
        "工作计划",
        "阶段计划",
        "主要步骤",
        "工作步骤",
        "Work plan",
        "Stage plan",
        "Steps",
        "Milestones",
    ),
    "report.on": ("最近反馈时间", "反馈时间", "Last feedback", "Last report"),
    "report.done": (
        *("进展情况", "具体进展", "工作进展", "最新进展", "工作动态", "Progress", "Progress in detail"),
    ),
    "report.obstacles": (
        *("存在的困难或问题", "存在问题", "困难和问题", "困难问题", "Difficulties or problems"),
        *("Difficulties", "Problems", "Obstacles"),
    ),
    "report.said": ("自报", "Self-report"),
    "state": ("推进状态", "完成情况", "办理状态", "工作状态", "Status", "State"),
    "cycle": ("频次", "反馈频次", "Frequency"),
    "kind": ("事项类别", "类别", "Kind", "Category"),
    "source": ("任务来源", "来源", "Source"),
    "source_date": ("来源时间", "交办时间", "Source date", "Date of source"),
    "supervisor": ("督办人", "督办责任人", "Supervisor"),
    "verifier": ("评价人", "核验人", "Evaluator", "Verifier"),
    "sign_state": ("签收情况", "签收状态", "Sign state", "Signed"),
    "theme1": ("一级分类", "Class 1", "Level 1"),
    "theme2": ("二级分类", "Class 2", "Level 2"),
    "theme3": ("三级分类", "Class 3", "Level 3"),
    "theme4": ("四级分类", "Class 4", "Level 4"),
    "group": ("专项小组", "所属小组", "Group"),
    "tier": ("层级", "Tier"),
    "problem": ("问题", "Problem"),
    "origin": ("来源类别", "Origin"),
    "done": ("本期进展", "进展", "进展情况", "Done this period", "Done", "Progress"),
    "percent_self": ("自报进度（%）", "自报进度", "进度", "Self-report, %", "Percent", "Per cent"),
    "obstacles": ("困难与问题", "存在问题", "Obstacles", "Difficulties"),
    "needs": ("需协调事项", "Needs from others", "Needs"),
    "next_step": ("下一步安排", "下一步打算", "下一步工作", "Next step", "Next steps"),
    "forecast": ("预计完成时间", "Forecast", "Expected finish"),
    "evidence": ("佐证", "佐证材料", "Evidence"),
    "evidence_date": ("佐证日期", "Date of evidence", "Evidence date"),
}
