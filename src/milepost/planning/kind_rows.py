"""The rows by which a measure's kind is told: head verbs with the outputs they name, in English and
Chinese.

In: nothing; this is data. Out: `ENGLISH` and `CHINESE`, tried in order. Words of a row are parted by blanks;
a verb of several English words is joined by `_`, its forms (drafts, drafting) are made by the reader of the
rows. Not here: how a text is searched (`kinds`).
"""

from msgspec import Struct

from milepost.ledger.records import Kind


class KindRow(Struct, frozen=True):
    """A row: the kind a head verb and a named output tell. No outputs: the verb alone decides.
    `undated` rows hold only for a measure without a promised date."""

    name: str
    kind: Kind
    verbs: str
    outputs: str = ""
    undated: bool = False


EN_TEXTS = (
    "plan plans strategy strategies rule rules regulation regulations guidance guideline guidelines "
    "policy policies standard standards framework code codes schedule directive directives roadmap manual "
    "handbook protocol protocols procedures criteria template templates memorandum circular opinion "
    "opinions scheme charter bylaw bylaws ordinance ordinances decree specification specifications "
    "playbook checklist curriculum methodology agreement order orders proposal proposals legislation "
    "document documents bill paper"
)
EN_REPORTS = (
    "report reports list lists inventory findings results data reading readings register statistics map "
    "maps summary minutes assessment review survey audit inspection evaluation study census analysis "
    "inquiry evidence accounts update briefing notice catalogue catalog return estimate estimates "
    "assessments reviews surveys audits inspections"
)
EN_SYSTEMS = (
    "system systems mechanism mechanisms management regime process processes procedure procedures "
    "institution institutions framework approval approvals model administration governance workflow "
    "supervision licensing budgeting"
)
EN_RULES = (
    "rule rules regulation regulations code codes bylaw bylaws ordinance ordinances "
    "decree statute legislation"
)

ENGLISH = (
    KindRow("trial:verb", "trial", "pilot trial try explore experiment"),
    KindRow(
        "trial:output",
        "trial",
        "launch start run begin conduct establish hold set_up carry_out test open",
        "pilot pilots trial trials demonstration sandbox experiment",
    ),
    KindRow("document:draft", "document", "draft formulate promulgate redraft codify"),
    KindRow(
        "document:verb-output",
        "document",
        "issue publish adopt revise update amend develop prepare produce write finalise finalize make "
        "establish create set set_out propose review_and_update circulate release agree approve complete "
        "design",
        EN_TEXTS,
    ),
    KindRow("reform:verb", "reform", "reform streamline overhaul restructure"),
    KindRow(
        "reform:verb-output",
        "reform",
        "deepen improve innovate perfect refine modernise modernize optimise optimize simplify establish "
        "create develop",
        EN_SYSTEMS,
    ),
    KindRow("document:revise", "document", "revise amend"),
    KindRow(
        "report:verb",
        "report",
        "submit report list convene review assess evaluate audit inspect survey compile file",
    ),
    KindRow(
        "report:convey",
        "report",
        "present brief recommend transmit study solicit inventory notify map identify examine "
        "analyse analyze",
    ),
    KindRow(
        "report:verb-output",
        "report",
        "publish prepare produce conduct carry_out complete perform provide undertake commission make "
        "issue update circulate collect write begin hold deliver",
        EN_REPORTS + " meeting meetings hearing hearings",
    ),
    KindRow(
        "build:works",
        "build",
        "build construct install erect pave dredge renovate restore repair rebuild plant refurbish",
    ),
    KindRow(
        "build:found",
        "build",
        "establish set_up found open launch put_into_use complete commission extend",
    ),
    KindRow(
        "build:deploy",
        "build",
        "deploy install roll_out create",
        "system systems platform platforms network networks sensors cameras software "
        "equipment tool tools centre center office portal database website unit team fund register park",
    ),
    KindRow("build:change", "build", "upgrade replace connect separate fence resurface electrify"),
    KindRow(
        "standing:verb",
        "standing",
        "strengthen ensure persist guide support continue maintain promote encourage uphold monitor "
        "enforce coordinate assist protect keep facilitate oversee advance foster safeguard sustain "
        "cooperate work_with consolidate play_a play_the do_a_good_job give_full_play take_the_lead deploy "
        "prioritize prioritise use utilize leverage engage participate",
        undated=True,
    ),
)

ZH_TEXTS = (
    "办法 规定 方案 规划 意见 细则 标准 指南 指引 条例 规则 规程 计划 政策 导则 规范 通知 纲要 准则 措施 "
    "文件 清单 目录 章程 预案 路线图 若干举措 公约 协议 手册"
)
ZH_SYSTEMS = "机制 体制 制度 体系 管理 模式 改革 流程 格局 治理"
ZH_RULES = "办法 规定 条例 规则 细则 准则 规程"
ZH_WORKS = (
    "平台 中心 系统 网络 基地 队伍 机构 数据库 库 园区 站 站点 厂 路 道路 公路 桥 项目 工程 设施 专班 "
    "小组 委员会 基金 学校 医院 廊道 走廊 通道 泊位 实验室 示范区 服务点 专区 窗口"
)

CHINESE = (
    KindRow(
        "trial:output",
        "trial",
        "开展 启动 组织 实施 推进 推行 深化 选择 进行 扩大",
        "试点 试行 先行先试 试验",
    ),
    KindRow("trial:verb", "trial", "探索 试点 试行 先行先试"),
    KindRow(
        "document:verb-output",
        "document",
        "制定 制订 修订 修改 编制 起草 草拟 拟订 拟定 出台 印发 发布 颁布 研究制定 研究提出 提出 完善 "
        "健全 建立 形成 推出 细化 建立健全 公布 明确",
        ZH_TEXTS,
    ),
    KindRow("document:draft", "document", "制定 制订 修订 编制 起草 草拟 拟订 拟定 出台 印发 颁布 研究制定"),
    KindRow(
        "reform:verb-output",
        "reform",
        "深化 完善 健全 创新 改革 优化 理顺 改进 推进 推行 建立健全 建立 构建 实行 推动 开展",
        "机制 体制 制度 体系 改革",
    ),
    KindRow("reform:management", "reform", "深化 完善 健全 创新 改革 优化 理顺 改进", ZH_SYSTEMS),
    KindRow("reform:verb", "reform", "深化 改革 创新"),
    KindRow(
        "report:verb-output",
        "report",
        "开展 组织 完成 进行 实施 公布 形成 组织开展",
        "评估 检查 排查 调查 普查 摸底 审计 督查 核查 清查 名单 名录 报告 核实 调研 论证 统计 征询 总结 "
        "座谈会",
    ),
    KindRow(
        "report:verb",
        "report",
        "报送 上报 报告 梳理 召开 汇总 通报 公示 排查 摸清 核查 审计 评估 调查 统计 提交 总结 盘点 提请",
    ),
    KindRow(
        "build:complete",
        "build",
        "完成 启动 推进 加快 实施 改造 统筹",
        "建设 改造 工程 项目 扩建 新建 迁改 修复",
    ),
    KindRow(
        "build:works",
        "build",
        "建设 建成 新建 改建 扩建 修建 启用 投用 开通 打造 设立 成立 组建 搭建 布局 安装 打通 改造 修复",
    ),
    KindRow("build:found", "build", "建立 构建 设置 配备", ZH_WORKS),
    KindRow("build:verb", "build", "建立"),
    KindRow(
        "standing:verb",
        "standing",
        "加强 坚持 推动 支持 持续 保障 强化 落实 引导 鼓励 促进 维护 巩固 提升 提高 扩大 加大 督促 指导 "
        "协调 配合 履行 严格 确保 压实 发挥 增强 畅通 弘扬 树立 贯彻 推进 规范 统筹 做好 抓好 防范 "
        "严守 优化 帮助 营造",
        undated=True,
    ),
)
