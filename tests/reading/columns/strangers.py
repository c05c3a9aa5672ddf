"""Twelve tables as strangers make them, six in each language, and what a careful reader finds in each.

The offices, places and duties are invented. `merges` are (row, column, rows, columns) of cells that cover
others; `expected` has for each measure its number, a phrase its action begins with, its leads, its
support and its date.
"""

from msgspec import Struct

Expected = tuple[str | None, str, tuple[str, ...], tuple[str, ...], str | None]


class Stranger(Struct, frozen=True):
    """A table as it came, and what it says."""

    name: str
    rows: tuple[tuple[str, ...], ...]
    expected: tuple[Expected, ...]
    merges: tuple[tuple[int, int, int, int], ...] = ()


STRANGERS = (
    Stranger(
        "重点任务分解表",
        (
            ("云岭市2027年营商环境重点任务分解表", "", "", "", "", ""),
            ("序号", "工作任务", "具体举措", "责任单位", "", "完成时限"),
            ("", "", "", "牵头单位", "配合单位", ""),
            (
                "1",
                "优化企业开办服务",
                "修订企业开办一次办实施细则",
                "市市场监管局",
                "市税务局、市公安局",
                "2027年6月底前",
            ),
            ("2", "", "推行电子营业执照跨部门应用", "市市场监管局", "市数据局", "2027年9月底前"),
            ("3", "提升政务效能", "建设政务服务中心二期", "市行政审批局", "市财政局；市住建局", "2027年底前"),
            ("合计", "3项", "", "", "", ""),
        ),
        (
            ("1", "修订企业开办一次办实施细则", ("市市场监管局",), ("市税务局", "市公安局"), "2027-06-30"),
            ("2", "推行电子营业执照跨部门应用", ("市市场监管局",), ("市数据局",), "2027-09-30"),
            ("3", "建设政务服务中心二期", ("市行政审批局",), ("市财政局", "市住建局"), "2027-12-31"),
        ),
        ((0, 0, 1, 6), (1, 3, 1, 2), (1, 0, 2, 1), (1, 1, 2, 1), (1, 2, 2, 1), (1, 5, 2, 1), (3, 1, 2, 1)),
    ),
    Stranger(
        "督查台账",
        (
            ("编号", "督办事项", "交办时间", "分管领导", "承办部门", "协办部门", "办结期限", "办理进度"),
            (
                "DB-01",
                "印发防汛物资储备管理办法",
                "2027-03-02",
                "王一鸣",
                "区应急管理局",
                "区财政局，区水务局",
                "2027-05-15",
                "正在会签",
            ),
            (
                "DB-02",
                "完成清溪河排口整治",
                "2027-03-02",
                "李存",
                "区生态环境局",
                "各街道办事处",
                "2027-10-31",
                "完成60%",
            ),
            (
                "DB-03",
                "公布老旧电梯更新名单",
                "2027-03-09",
                "李存",
                "区市场监管局",
                "",
                "2027-04-30",
                "已办结",
            ),
        ),
        (
            ("DB-01", "印发防汛物资储备管理办法", ("区应急管理局",), ("区财政局", "区水务局"), "2027-05-15"),
            ("DB-02", "完成清溪河排口整治", ("区生态环境局",), ("各街道办事处",), "2027-10-31"),
        ),
    ),
    Stranger(
        "重点工作清单，类别合并",
        (
            ("类别", "号", "重点工作", "牵头", "配合", "时间节点", "备注"),
            ("教育", "1", "新建公办幼儿园4所", "县教育局", "县住建局、县自然资源局", "8月底前", ""),
            ("", "2", "开展校园食堂专项检查", "县市场监管局", "县教育局", "每季度", ""),
            ("卫生", "3", "启用县医院新院区", "县卫健局", "县财政局", "2027年12月", "争取提前"),
        ),
        (
            ("1", "新建公办幼儿园4所", ("县教育局",), ("县住建局", "县自然资源局"), "2027-08-31"),
            ("2", "开展校园食堂专项检查", ("县市场监管局",), ("县教育局",), None),
            ("3", "启用县医院新院区", ("县卫健局",), ("县财政局",), "2027-12-31"),
        ),
        ((1, 0, 2, 1),),
    ),
    Stranger(
        "阶段目标多行",
        (
            ("项目名称", "阶段性目标", "完成时间", "主责单位", "责任人"),
            ("智慧停车平台建设", "完成立项批复", "2027年3月底前", "市城管局", "周立"),
            ("", "完成平台招标", "2027年6月底前", "", ""),
            ("", "平台上线运行", "2027年11月底前", "", ""),
            ("公交枢纽改造", "完成改造施工", "2027年9月底前", "市交通局", "吴敏"),
        ),
        (
            ("", "智慧停车平台建设", ("市城管局",), (), "2027-11-30"),
            ("", "公交枢纽改造", ("市交通局",), (), "2027-09-30"),
        ),
        ((1, 0, 3, 1), (1, 3, 3, 1), (1, 4, 3, 1)),
    ),
    Stranger(
        "责任分工一栏，一格多事",
        (
            ("序号", "工作内容", "责任分工", "完成时限"),
            ("一、产业发展", "", "", ""),
            (
                "1",
                "①编制低空经济发展规划；②建成无人机试飞基地",
                "市发改委牵头，市交通局、市工信局配合",
                "2027年12月底前",
            ),
            ("二、民生保障", "", "", ""),
            ("2", "发放老年人助餐补贴", "市民政局", "长期坚持"),
            ("注：本表由市政府办公室负责解释。", "", "", ""),
        ),
        (
            ("1", "编制低空经济发展规划", ("市发改委",), ("市交通局", "市工信局"), "2027-12-31"),
            ("1", "建成无人机试飞基地", ("市发改委",), ("市交通局", "市工信局"), "2027-12-31"),
            ("2", "发放老年人助餐补贴", (), ("市民政局",), None),
        ),
        ((1, 0, 1, 4), (3, 0, 1, 4), (5, 0, 1, 4)),
    ),
    Stranger(
        "上下级对照",
        (
            (
                "序号",
                "省级改革任务",
                "省级牵头部门",
                "我市落实举措",
                "市级牵头部门",
                "协同部门",
                "时限要求",
                "成果形式",
            ),
            (
                "1",
                "完善公立医院薪酬制度",
                "省卫生健康委",
                "出台市属公立医院薪酬改革实施办法",
                "市卫生健康委",
                "市人力资源社会保障局 市财政局",
                "2027年第三季度",
                "实施办法",
            ),
            (
                "2",
                "健全住房供应体系",
                "省住房城乡建设厅",
                "筹建保障性租赁住房3000套",
                "市住房城乡建设局",
                "各区人民政府",
                "2027年底",
                "项目清单",
            ),
        ),
        (
            (
                "1",
                "出台市属公立医院薪酬改革实施办法",
                ("市卫生健康委",),
                ("市人力资源社会保障局", "市财政局"),
                "2027-09-30",
            ),
            ("2", "筹建保障性租赁住房3000套", ("市住房城乡建设局",), ("各区人民政府",), "2027-12-31"),
        ),
    ),
    Stranger(
        "ministry action tracker",
        (
            ("Coastal Resilience Programme – Action Tracker", "", "", "", "", "", ""),
            (
                "Ref",
                "Workstream",
                "Agreed action",
                "Lead department",
                "Supporting departments",
                "Target date",
                "RAG",
            ),
            (
                "CR-1",
                "Defences",
                "Publish the revised flood map",
                "Ministry of Water",
                "Survey Office; Treasury",
                "30 June 2027",
                "Amber",
            ),
            (
                "CR-2",
                "",
                "Appoint a contractor for the Eastgate sluice",
                "Ministry of Works",
                "Treasury",
                "Q4 2027",
                "Green",
            ),
            (
                "CR-3",
                "Communities",
                "Open the relocation fund to applications",
                "Department of Housing",
                "n/a",
                "end of March 2028",
                "Red",
            ),
        ),
        (
            (
                "CR-1",
                "Publish the revised flood map",
                ("Ministry of Water",),
                ("Survey Office", "Treasury"),
                "2027-06-30",
            ),
            (
                "CR-2",
                "Appoint a contractor for the Eastgate sluice",
                ("Ministry of Works",),
                ("Treasury",),
                "2027-12-31",
            ),
            (
                "CR-3",
                "Open the relocation fund to applications",
                ("Department of Housing",),
                (),
                "2028-03-31",
            ),
        ),
        ((0, 0, 1, 7), (2, 1, 2, 1)),
    ),
    Stranger(
        "board action log",
        (
            ("#", "Date raised", "Action", "Owner", "Due by", "Status / comments"),
            (
                "14",
                "2 Feb 2027",
                "Circulate the draft lease to trustees",
                "Company Secretary",
                "16 Feb 2027",
                "Open",
            ),
            (
                "15",
                "2 Feb 2027",
                "Obtain a second valuation of the depot",
                "Finance Director",
                "2 March 2027",
                "Closed",
            ),
            (
                "16",
                "2 Mar 2027",
                "Report on insurance cover for volunteers",
                "Risk Manager",
                "Next meeting",
                "Open",
            ),
        ),
        (
            ("14", "Circulate the draft lease to trustees", ("Company Secretary",), (), "2027-02-16"),
            ("16", "Report on insurance cover for volunteers", ("Risk Manager",), (), None),
        ),
    ),
    Stranger(
        "two-row head with a lead mark",
        (
            ("No.", "Commitment", "Responsible agencies", "Timeline", ""),
            ("", "", "", "Start", "End"),
            (
                "1.1",
                "Release company ownership data in open formats",
                "Registrar of Companies (lead); Tax Authority; Office for Statistics",
                "January 2027",
                "December 2027",
            ),
            (
                "1.2",
                "Adopt a whistleblower protection code",
                "Ministry of Justice (lead), Ombudsman",
                "March 2027",
                "June 2028",
            ),
        ),
        (
            (
                "1.1",
                "Release company ownership data in open formats",
                ("Registrar of Companies",),
                ("Tax Authority", "Office for Statistics"),
                "2027-12-31",
            ),
            (
                "1.2",
                "Adopt a whistleblower protection code",
                ("Ministry of Justice",),
                ("Ombudsman",),
                "2028-06-30",
            ),
        ),
        ((0, 0, 2, 1), (0, 1, 2, 1), (0, 2, 2, 1), (0, 3, 1, 2)),
    ),
    Stranger(
        "milestones below a measure",
        (
            ("Measure", "Milestones", "By when", "Lead agency", "Contact"),
            (
                "Modernise the land registry",
                "Scan all deeds",
                "31 March 2027",
                "Land Registry",
                "J. Ferro, 555 0101",
            ),
            ("", "Launch the public search service", "30 September 2027", "", ""),
            ("", "Close the paper counter", "31 December 2027", "", ""),
            (
                "Expand the bus network",
                "Sign contracts with three operators",
                "31 May 2027",
                "Transport Authority",
                "M. Quill",
            ),
        ),
        (
            ("", "Modernise the land registry", ("Land Registry",), (), "2027-12-31"),
            ("", "Expand the bus network", ("Transport Authority",), (), "2027-05-31"),
        ),
        ((1, 0, 3, 1), (1, 3, 3, 1), (1, 4, 3, 1)),
    ),
    Stranger(
        "audit follow-up",
        (
            (
                "Rec. no.",
                "Recommendation",
                "Management response",
                "Responsible officer",
                "Agreed completion date",
                "Current status",
            ),
            (
                "R1",
                "Reconcile the grants account every month",
                "Accepted",
                "Head of Finance",
                "31/07/2027",
                "In progress",
            ),
            (
                "R2",
                "Introduce a register of waivers",
                "Accepted in part",
                "Head of Procurement",
                "30/09/2027",
                "Not started",
            ),
            ("Total", "2 recommendations", "", "", "", ""),
            ("Note: dates were agreed with the audit committee.", "", "", "", "", ""),
        ),
        (
            ("R1", "Reconcile the grants account every month", ("Head of Finance",), (), "2027-07-31"),
            ("R2", "Introduce a register of waivers", ("Head of Procurement",), (), "2027-09-30"),
        ),
        ((4, 0, 1, 6),),
    ),
    Stranger(
        "delivery plan with themes across and several duties in a cell",
        (
            ("Item", "What we will do", "Who", "Working with", "When"),
            ("Theme A: Clean streets", "", "", "", ""),
            (
                "A1",
                "1. Replace 400 litter bins. 2. Publish a cleaning timetable for every ward.",
                "Street Services",
                "Parish councils",
                "By autumn 2027",
            ),
            ("Theme B: Safe parks", "", "", "", ""),
            (
                "B1",
                "Install lighting in Mill Park",
                "Parks Team",
                "Police; Friends of Mill Park",
                "1 November 2027",
            ),
        ),
        (
            ("A1", "Replace 400 litter bins", ("Street Services",), ("Parish councils",), None),
            (
                "A1",
                "Publish a cleaning timetable for every ward",
                ("Street Services",),
                ("Parish councils",),
                None,
            ),
            (
                "B1",
                "Install lighting in Mill Park",
                ("Parks Team",),
                ("Police", "Friends of Mill Park"),
                "2027-11-01",
            ),
        ),
        ((1, 0, 1, 5), (3, 0, 1, 5)),
    ),
)
