"""Whole documents, invented, with the tree that a reader sees in them: depth and number of each clause."""

import pytest

from milepost.reading.outline import outline
from milepost.reading.records import Language
from milepost.reading.source import SourceText

Tree = list[tuple[int, str | None]]

CHINESE: dict[str, tuple[str, Tree]] = {
    "numbers run on through sections": (
        "滨江市提升办事便利度工作方案\n"
        "为方便群众办事，制定本方案。\n"
        "一、简化流程\n"
        "（一）减少材料。由市政务服务局牵头。\n"
        "（二）压缩时限。\n"
        "二、优化平台\n"
        "（三）统一入口。\n"
        "（四）数据共享。各县区落实。\n"
        "三、保障措施\n"
        "（五）加强督查。",
        [
            (0, None),
            (0, None),
            (0, "一"),
            (1, "（一）"),
            (1, "（二）"),
            (0, "二"),
            (1, "（三）"),
            (1, "（四）"),
            (0, "三"),
            (1, "（五）"),
        ],
    ),
    "regulation with parts, chapters, divisions, articles and items": (
        "滨江市码头管理办法\n"
        "第一编 总则\n"
        "第一章 一般规定\n"
        "第一条 为了规范码头管理，制定本办法。\n"
        "第二条 本办法所称码头，包括：\n"
        "（一）客运码头；\n"
        "（二）货运码头，分为：\n"
        "1.散货码头；\n"
        "2.集装箱码头。\n"
        "第二章 职责\n"
        "第一节 市级部门\n"
        "第三条 市港口局履行下列职责：\n"
        "（一）编制规划；\n"
        "（二）发布信息。\n"
        "第二节 县级部门\n"
        "第四条 县港口局负责日常巡查。\n"
        "市港口局应当予以指导。\n"
        "第二编 附则\n"
        "第五条 本办法自2027年1月1日起施行。",
        [
            (0, None),
            (0, "第一编"),
            (1, "第一章"),
            (2, "第一条"),
            (2, "第二条"),
            (3, "（一）"),
            (3, "（二）"),
            (4, "1"),
            (4, "2"),
            (1, "第二章"),
            (2, "第一节"),
            (3, "第三条"),
            (4, "（一）"),
            (4, "（二）"),
            (2, "第二节"),
            (3, "第四条"),
            (4, None),
            (0, "第二编"),
            (1, "第五条"),
        ],
    ),
    "several levels on one line": (
        "一、重点任务。（一）疏浚航道。1.开展测量。（1）主航道。（2）支航道。2.组织施工。（二）清理岸线。\n"
        "二、组织实施。",
        [(0, "一"), (1, "（一）"), (2, "1"), (3, "（1）"), (3, "（2）"), (2, "2"), (1, "（二）"), (0, "二")],
    ),
    "annexes begin the count anew": (
        "关于印发防汛任务清单的通知\n"
        "各县区人民政府：\n"
        "现将清单印发给你们，请抓好落实。\n"
        "一、提高认识\n"
        "二、压实责任\n"
        "附件1\n"
        "防汛任务清单\n"
        "一、工程类\n"
        "1.加固堤防。\n"
        "2.清淤河道。\n"
        "二、管理类\n"
        "1.修订预案。\n"
        "附件2\n"
        "联系人名单",
        [
            (0, None),
            (0, None),
            (0, None),
            (0, "一"),
            (0, "二"),
            (0, "附件1"),
            (1, "一"),
            (2, "1"),
            (2, "2"),
            (1, "二"),
            (2, "1"),
            (0, "附件2"),
        ],
    ),
    "decimals in sentences are no numbers": (
        "一、目标\n"
        "到2027年，投资增长3.5%，建成泊位2.4万个。\n"
        "1.5亿元资金由市财政局落实。\n"
        "（一）货运\n"
        "2027.6.30前完成验收。\n"
        "3.1至3.7节所列内容由县局负责。",
        [(0, "一"), (1, None), (1, None), (1, "（一）"), (2, None), (2, None)],
    ),
    "minutes with dashes of paragraphs 一是": (
        "市政府专题会议纪要\n"
        "会议议定以下事项：\n"
        "一、关于渡口改造\n"
        "会议要求，一是抓紧设计；二是落实资金。\n"
        "（一）市港口局3月底前完成设计。\n"
        "二、关于堤防加固\n"
        "1、市水利局牵头；\n"
        "2、县区配合。",
        [(0, None), (0, None), (0, "一"), (1, None), (1, "（一）"), (0, "二"), (1, "1"), (1, "2")],
    ),
    "tables stand in their section": (
        "一、任务分工\n"
        "| 序号 | 任务 | 牵头单位 |\n"
        "| --- | --- | --- |\n"
        "| 1 | 疏浚 | 市港口局 |\n"
        "| 2 | 清障 | 市水利局 |\n"
        "二、工作要求\n"
        "各单位每月报送进展。",
        [(0, "一"), (1, None), (1, "1"), (1, "2"), (0, "二"), (1, None)],
    ),
    "half-width numbers with no blanks and circled ones": (
        "(一)推进项目建设\n1)编制可研；\n2)办理审批：\n①用地；\n②环评。\n(二)强化保障",
        [(0, "(一)"), (1, "1)"), (1, "2)"), (2, "①"), (2, "②"), (0, "(二)")],
    ),
    "dotted numbers": (
        "1 总则\n"
        "1.1 编制目的\n"
        "提高处置能力。\n"
        "1.2 工作原则\n"
        "2 组织体系\n"
        "2.1 领导机构\n"
        "2.1.1 市指挥部\n"
        "由分管副市长任总指挥。\n"
        "2.1.2 办公室\n"
        "3 附则",
        [
            (0, "1"),
            (1, "1.1"),
            (2, None),
            (1, "1.2"),
            (0, "2"),
            (1, "2.1"),
            (2, "2.1.1"),
            (3, None),
            (2, "2.1.2"),
            (0, "3"),
        ],
    ),
    "paragraph numbers of articles": (
        "第十条 市港口局每年发布目录。\n"
        "目录应当载明下列内容：\n"
        "（一）名称；\n"
        "（二）期限。\n"
        "第十一条之一 县局参照执行。\n"
        "第十二条\u3000解释权归市港口局。",
        [(0, "第十条"), (1, None), (2, "（一）"), (2, "（二）"), (0, "第十一条之一"), (0, "第十二条")],
    ),
    "a table of contents before the text": (
        "滨江市渡口整治方案\n"
        "目录\n"
        "一、总体要求……………………1\n"
        "二、重点任务……………………3\n"
        "一、总体要求\n"
        "坚持安全第一。\n"
        "二、重点任务\n"
        "（一）排查隐患。",
        [(0, None), (0, None), (0, "一"), (1, None), (0, "二"), (1, "（一）")],
    ),
    "letters below numbers": (
        "一、设备更新\n1.码头设备：\na.起重机；\nb.输送带。\n2.船舶设备\n二、其他",
        [(0, "一"), (1, "1"), (2, "a"), (2, "b"), (1, "2"), (0, "二")],
    ),
    "parts with wide blanks": (
        "第一部分\u3000总体思路\n"
        "一、基本情况\n"
        "第二部分\u3000主要举措\n"
        "一、抓项目\n"
        "（一）开工一批\n"
        "二、抓服务",
        [(0, "第一部分"), (1, "一"), (0, "第二部分"), (1, "一"), (2, "（一）"), (1, "二")],
    ),
    "a paragraph after a list goes back under its article": (
        "第六条 县局应当：\n（一）检查；\n（二）报告。\n前款所称报告，每季度一次。\n第七条 市局汇总。",
        [(0, "第六条"), (1, "（一）"), (1, "（二）"), (2, None), (0, "第七条")],
    ),
    "circled numbers run in a sentence": (
        "（二）完善机制。①建立台账；②定期会商；③年底评估。\n（三）加强宣传。",
        [(0, "（二）"), (1, "①"), (1, "②"), (1, "③"), (0, "（三）")],
    ),
    "numbers as 第一 and 首先 are words": (
        "三、保障\n第一，加强领导。第二，严格考核。\n第三方机构参与评估。\n（一）资金",
        [(0, "三"), (1, None), (1, None), (1, "（一）")],
    ),
}

ENGLISH: dict[str, tuple[str, Tree]] = {
    "order with sections on the line and letters": (
        "EXECUTIVE ORDER 2027-04\n"
        "ON FERRY SAFETY\n"
        "By the authority vested in me, it is ordered as follows:\n"
        "Section 1. Purpose. Ferries carry many people.\n"
        "Sec. 2. Duties. (a) The Harbor Office shall:\n"
        "(i) inspect each ferry; and\n"
        "(ii) publish the results.\n"
        "(b) Within 30 days, the Clerk shall report.\n"
        "Sec. 3. General Provisions. (a) Nothing in this order impairs authority.",
        [
            (0, None),
            (0, None),
            (0, None),
            (0, "Section 1"),
            (0, "Sec. 2"),
            (1, "(a)"),
            (2, "(i)"),
            (2, "(ii)"),
            (1, "(b)"),
            (0, "Sec. 3"),
            (1, "(a)"),
        ],
    ),
    "articles with dotted numbers": (
        "Article 1 Definitions\n"
        '1.1 In this agreement, "quay" means a berth.\n'
        "1.2 Words in the singular include the plural.\n"
        "Article 2 Works\n"
        "2.1 The Contractor shall:\n"
        "(a) dredge the basin;\n"
        "(b) dispose of:\n"
        "(i) silt; and\n"
        "(ii) rubble.\n"
        "2.2 The Board shall pay.",
        [
            (0, "Article 1"),
            (1, "1.1"),
            (1, "1.2"),
            (0, "Article 2"),
            (1, "2.1"),
            (2, "(a)"),
            (2, "(b)"),
            (3, "(i)"),
            (3, "(ii)"),
            (1, "2.2"),
        ],
    ),
    "letter i after h": (
        "3. The Authority shall:\n"
        "(a) one;\n"
        "(b) two;\n"
        "(c) three;\n"
        "(d) four;\n"
        "(e) five;\n"
        "(f) six;\n"
        "(g) seven;\n"
        "(h) eight;\n"
        "(i) nine;\n"
        "(j) ten.\n"
        "4. The Board shall report.",
        [
            (0, "3"),
            (1, "(a)"),
            (1, "(b)"),
            (1, "(c)"),
            (1, "(d)"),
            (1, "(e)"),
            (1, "(f)"),
            (1, "(g)"),
            (1, "(h)"),
            (1, "(i)"),
            (1, "(j)"),
            (0, "4"),
        ],
    ),
    "statute with chapter, paragraphs and double letters": (
        "CHAPTER 5 HARBOR DUES\n"
        "§ 5-101. Levy.\n"
        "A. The Board may levy dues.\n"
        "B. Dues are set by:\n"
        "1. tonnage; and\n"
        "2. length.\n"
        "§ 5-102. Collection.\n"
        "A. The Clerk collects dues.",
        [(0, "CHAPTER 5"), (1, "§ 5-101"), (2, "A"), (2, "B"), (3, "1"), (3, "2"), (1, "§ 5-102"), (2, "A")],
    ),
    "schedule after sections": (
        "1. Citation\n"
        "This by-law may be cited as the Quay By-law.\n"
        "2. Duties of the Harbor Master\n"
        "(1) The Harbor Master must keep a register.\n"
        "(2) The register must show:\n"
        "(a) the name; and\n"
        "(b) the length.\n"
        "SCHEDULE 1\n"
        "Fees\n"
        "1. Annual fee\n"
        "2. Visitor fee\n"
        "SCHEDULE 2\n"
        "Forms",
        [
            (0, "1"),
            (1, None),
            (0, "2"),
            (1, "(1)"),
            (1, "(2)"),
            (2, "(a)"),
            (2, "(b)"),
            (0, "SCHEDULE 1"),
            (1, "1"),
            (1, "2"),
            (0, "SCHEDULE 2"),
        ],
    ),
    "minutes with numbered items and action lines": (
        "HARBOR COMMITTEE\n"
        "Minutes of the meeting of 3 May 2027\n"
        "1. Apologies\n"
        "Apologies came from Ms Vale.\n"
        "2. Matters arising\n"
        "2.1 Ferry timetable\n"
        "The Clerk reported progress.\n"
        "ACTION: Clerk to publish the timetable by 1 June.\n"
        "2.2 Lighting\n"
        "Noted.\n"
        "3. Any other business\n"
        "None.",
        [
            (0, None),
            (0, None),
            (0, "1"),
            (1, None),
            (0, "2"),
            (1, "2.1"),
            (2, None),
            (2, None),
            (1, "2.2"),
            (2, None),
            (0, "3"),
            (1, None),
        ],
    ),
    "resolution with whereas and letters": (
        "RESOLUTION NO. 27-112\n"
        "WHEREAS, the pier is old; and\n"
        "WHEREAS, repairs are due;\n"
        "NOW, THEREFORE, BE IT RESOLVED that the Council:\n"
        "1. DIRECTS the City Engineer to survey the pier;\n"
        "2. REQUESTS the Port Authority to:\n"
        "a. lend a barge; and\n"
        "b. waive dues.\n"
        "Adopted this 4th day of May, 2027.",
        [(0, None), (0, None), (0, None), (0, None), (1, "1"), (1, "2"), (2, "a"), (2, "b"), (0, None)],
    ),
    "plan with pillars, goals and actions": (
        "Harbor Strategy 2027–2030\n"
        "Pillar 1: Safe Waters\n"
        "Goal 1.1: Fewer accidents\n"
        "Action 1.1.1: Mark the shoals\n"
        "Lead: Harbor Office\n"
        "Action 1.1.2: Train pilots\n"
        "Goal 1.2: Clean water\n"
        "Pillar 2: Fair Dues\n"
        "Goal 2.1: One tariff",
        [
            (0, None),
            (0, "Pillar 1"),
            (1, "Goal 1.1"),
            (2, "Action 1.1.1"),
            (3, None),
            (2, "Action 1.1.2"),
            (1, "Goal 1.2"),
            (0, "Pillar 2"),
            (1, "Goal 2.1"),
        ],
    ),
    "roman heads, capitals and figures": (
        "I. BACKGROUND\n"
        "The harbor silts up.\n"
        "II. DIRECTIVES\n"
        "A. Dredging\n"
        "1. The Engineer will survey the basin.\n"
        "2. The Engineer will let a contract.\n"
        "B. Lighting\n"
        "III. REPORTING\n"
        "The Clerk will report monthly.",
        [(0, "I"), (1, None), (0, "II"), (1, "A"), (2, "1"), (2, "2"), (1, "B"), (0, "III"), (1, None)],
    ),
    "decimals and citations are no numbers": (
        "4. Budget. The Council sets aside\n"
        "1.5 million dollars for section 3 works under paragraph (b) of section 2.\n"
        "(a) Of this, 2.4 percent is for light. See No. 7. Mr. A. Moss keeps the books.\n"
        "(b) The rest lapses.",
        [(0, "4"), (1, None), (1, "(a)"), (1, "(b)")],
    ),
    "numbered paragraphs of minutes with resolutions between": (
        "12. The Committee considered the report of the Engineer.\n"
        "13. After discussion the Committee agreed that:\n"
        "(a) the survey be let;\n"
        "(b) the Clerk write to the owners.\n"
        "14. The Committee noted the accounts.\n"
        "Resolved: That the accounts be approved.\n"
        "15. The meeting closed at 9 p.m.",
        [(0, "12"), (0, "13"), (1, "(a)"), (1, "(b)"), (0, "14"), (1, None), (0, "15")],
    ),
    "bullets with bullets within": (
        "Next steps\n"
        "- Harbor Office: survey\n"
        "  - basin by June\n"
        "  - quay by July\n"
        "- Clerk: report\n"
        "* Engineer: contract",
        [(0, None), (0, None), (1, None), (1, None), (0, None), (0, None)],
    ),
    "double letters after z": (
        "(y) the yard;\n(z) the zone;\n(aa) the anchor;\n(bb) the buoy.",
        [(0, "(y)"), (0, "(z)"), (0, "(aa)"), (0, "(bb)")],
    ),
    "degrees": (
        "Article 3\n"
        "1° The Board shall publish tariffs.\n"
        "2° The Clerk shall keep them.\n"
        "Article 4\n"
        "Dues fall due monthly.",
        [(0, "Article 3"), (1, "1°"), (1, "2°"), (0, "Article 4"), (1, None)],
    ),
    "rule of a page": (
        "1. The Board shall meet\nPage 3 of 9\neach month.\n2. The Clerk keeps minutes.",
        [(0, "1"), (1, None), (0, "2")],
    ),
    "five levels in one paragraph": (
        "§ 7. Boards. (a) The Board shall: (1) meet; (2) report on: (A) dues; and (B) works, "
        "including: (i) piers; and (ii) locks. (b) The Clerk shall attend.\n"
        "§ 8. Repeal. Chapter 4 is repealed.",
        [
            (0, "§ 7"),
            (1, "(a)"),
            (2, "(1)"),
            (2, "(2)"),
            (3, "(A)"),
            (3, "(B)"),
            (4, "(i)"),
            (4, "(ii)"),
            (1, "(b)"),
            (0, "§ 8"),
        ],
    ),
    "roman v is not a letter": (
        "(a) The plan covers:\n"
        "(i) one;\n"
        "(ii) two;\n"
        "(iii) three;\n"
        "(iv) four;\n"
        "(v) five;\n"
        "(vi) six.\n"
        "(b) The plan ends.",
        [(0, "(a)"), (1, "(i)"), (1, "(ii)"), (1, "(iii)"), (1, "(iv)"), (1, "(v)"), (1, "(vi)"), (0, "(b)")],
    ),
    "sections without stops": (
        "Part 1 Preliminary\n"
        "1 Short title\n"
        "This is the Quay Act.\n"
        "2 Meaning of berth\n"
        "In this Act, berth means a place.\n"
        "Part 2 Duties\n"
        "3 Register\n"
        "(1) The Registrar must keep a register.\n"
        "(2) The register is public.\n"
        "4 Report\n"
        "The Registrar must report.",
        [
            (0, "Part 1"),
            (1, "1"),
            (2, None),
            (1, "2"),
            (2, None),
            (0, "Part 2"),
            (1, "3"),
            (2, "(1)"),
            (2, "(2)"),
            (1, "4"),
            (2, None),
        ],
    ),
    "a table in the midst of a list": (
        "2. Works\n(a) dredging:\n| Basin | Depth |\n| North | 4 m |\n(b) lighting.\n3. Money",
        [(0, "2"), (1, "(a)"), (2, None), (2, None), (1, "(b)"), (0, "3")],
    ),
    "memo with imperatives under heads": (
        "MEMORANDUM FOR HEADS OF OFFICES\n"
        "FROM: The Director\n"
        "SUBJECT: Quays\n"
        "1. Survey every quay by 1 May.\n"
        "2. Within 10 days of the survey:\n"
        "   a. post the results; and\n"
        "   b. tell the owners.\n"
        "3. Questions go to the Clerk.",
        [(0, None), (0, None), (0, None), (0, "1"), (0, "2"), (1, "a"), (1, "b"), (0, "3")],
    ),
    "recommendations with paragraphs": (
        "Recommendation 1: Dredge the basin\n"
        "The Engineer should dredge.\n"
        "Management response: Agreed.\n"
        "Recommendation 2: Light the quay\n"
        "The Engineer should light.",
        [(0, "Recommendation 1"), (1, None), (1, None), (0, "Recommendation 2"), (1, None)],
    ),
    "numbers with one bracket": (
        "Tasks\n1) Survey\n2) Dredge\n   a) north\n   b) south\n3) Report",
        [(0, None), (0, "1)"), (0, "2)"), (1, "a)"), (1, "b)"), (0, "3)")],
    ),
    "years and money at the start of lines": (
        "3. Finance\n"
        "2027. The first year is free.\n"
        "10. This is not eleven.\n"
        "$5 million is set aside.\n"
        "4. End",
        [(0, "3"), (1, None), (0, "10"), (1, None), (0, "4")],
    ),
}

CASES: list[tuple[Language, str, str, Tree]] = [
    *(("zh", name, text, tree) for name, (text, tree) in CHINESE.items()),
    *(("en", name, text, tree) for name, (text, tree) in ENGLISH.items()),
]


@pytest.mark.parametrize(
    ("language", "text", "tree"), [(case[0], *case[2:]) for case in CASES], ids=[case[1] for case in CASES]
)
def test_a_document_has_the_tree_that_a_reader_sees(language: Language, text: str, tree: Tree) -> None:
    depths: dict[str | None, int] = {None: -1}
    found: Tree = []
    for clause in outline(SourceText(text=text, media_type="text/plain"), language):
        depths[clause.id] = depths[clause.parent] + 1
        found.append((depths[clause.id], clause.label))
    assert found == tree
