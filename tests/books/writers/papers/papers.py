"""One invented paper of each form in each language, with every block there is; the notice is the look
target's."""

from milepost.books.content.records.cells import Language
from milepost.books.content.records.paper import (
    Box,
    Boxes,
    Break,
    Contents,
    Grid,
    GridCell,
    Head,
    Heading,
    Ladder,
    LetterHead,
    Paper,
    Paragraph,
    Picture,
    Points,
    Run,
    Slip,
    Table,
    Text,
)

LANGUAGES: tuple[Language, ...] = ("en", "zh")
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="120mm" height="30mm" viewBox="0 0 120 30" role="img">'
    "<title>{title}</title><desc>{title}</desc>"
    '<rect x="1" y="6" width="60" height="9" fill="#66727e"/>'
    '<rect x="61" y="6" width="40" height="9" fill="#d5dade"/>'
    '<text x="4" y="12.6" font-family="{face}" font-size="4" fill="#ffffff">{title}</text></svg>'
)


def t(*words: str | Run) -> Text:
    """Words as runs; a plain string is ours."""
    return tuple(word if isinstance(word, Run) else Run(text=word) for word in words)


def strong(text: str) -> Run:
    return Run(text=text, strong=True)


def said(text: str, strong: bool = False) -> Run:
    return Run(text=text, strong=strong, origin="quoted", span=(0, len(text)), document="D1")


def box(label: str, *paragraphs: Text, **looks: object) -> GridCell:
    return GridCell(label=label, text=paragraphs, **looks)


def notice(language: Language) -> Paper:
    return NOTICES[language]


NOTICES: dict[str, Paper] = {
    "zh": Paper(
        kind="notice",
        form="letter",
        language="zh",
        stem="notice_17_ADB_zh",
        title="督办函",
        author="澜港市全面深化改革委员会办公室",
        frozen_on="2027-06-15",
        head=LetterHead(
            office="澜港市全面深化改革委员会办公室", number="澜改督〔2027〕17号", signer="签发人：秦　默"
        ),
        blocks=(
            Paragraph(text=t("市行政审批和数据局："), style="addressee"),
            Ladder(
                label="督办级别",
                levels=("提醒", "催办", "黄牌通知", "督办函", "约谈", "上会通报", "移交"),
                current=3,
            ),
            Grid(
                rows=(
                    (box("督办事项", t(strong("第10项　六部门数据共享目录"))),),
                    (
                        box(
                            "来源条款",
                            t(
                                "《澜港市2027年改革任务分工方案》（澜改发〔2027〕3号）三（五）：“",
                                said("2027年5月底前", strong=True),
                                said("，由市行政审批和数据局牵头，六部门共同编制并印发数据共享目录。"),
                                "”",
                            ),
                        ),
                    ),
                    (
                        box("基线时限", t("2027年5月31日前")),
                        box("逾期天数", t(strong("15天"), "（截至6月15日）"), mark="late"),
                    ),
                    (box("牵头单位", t("市行政审批和数据局")), box("责任领导", t("沈玉兰"))),
                    (
                        box(
                            "目前进展",
                            t(
                                "数据清查于4月9日完成，征求意见稿于5月12日发出；120项中106项已确认，目录未印发。"
                                "自行填报进度90%，自5月14日起连续32天无新佐证。"
                            ),
                        ),
                    ),
                    (
                        box(
                            "症结所在",
                            t(
                                "市财政局14项数据自5月20日起未提供；你局6月8日提请裁定，我办6月15日裁定：",
                                strong("市财政局于6月18日前提供，逾期由我办直接约请"),
                                "（澜改裁〔2027〕9号）。",
                            ),
                        ),
                    ),
                    (
                        box(
                            "受影响举措",
                            t(
                                "第9项惠企政策免申即享、第14项公共数据授权运营试点，均须目录印发后方可启动下一环节。"
                            ),
                        ),
                    ),
                    (
                        box(
                            "督办要求",
                            t("6月18日前，接收14项数据并完成合并校核。"),
                            t(
                                "6月25日前，印发目录，以正式文本和文号为验收凭证；会议、座谈、批示不作为完成依据。"
                            ),
                            t("逐项说明逾期原因和责任环节，提出不再逾期的措施。"),
                            numbered=True,
                        ),
                    ),
                    (
                        box(
                            "答复时限",
                            t(
                                strong("2027年6月22日（星期二）前"),
                                "，由单位主要负责人签字书面答复。对事实或级别有异议的，同一时限内提出并附佐证；"
                                "异议期间时限不停。",
                            ),
                            shaded=True,
                        ),
                    ),
                )
            ),
            Paragraph(
                text=t(
                    "依据：《工作规则》（第3版）第二十一条：逾期10天以上且影响其他举措的，发督办函。"
                    "上一级通知：澜改督〔2027〕12号（黄牌通知，6月3日）。"
                ),
                style="note",
            ),
            Paragraph(text=t("联系人：林　洁　电话：6100"), style="contact"),
            Paragraph(text=t("澜港市全面深化改革委员会办公室（印章）"), style="signature"),
            Paragraph(text=t("2027年6月15日"), style="signature"),
            Slip(
                heading="回　执",
                number="澜改督〔2027〕17号",
                lines=("签收人 ____　签收时间 ____月____日____时", "单位主要负责人（签字）____"),
                choices=(
                    "按要求办理，____月____日前完成",
                    "申请延期至____月____日，理由另附",
                    "有异议，佐证共____件",
                ),
            ),
        ),
        colophon=(
            ("抄送：营商环境改革专项小组组长，市财政局。", ""),
            ("澜港市全面深化改革委员会办公室", "2027年6月15日印发　共印4份"),
        ),
    ),
    "en": Paper(
        kind="notice",
        form="letter",
        language="en",
        stem="notice_17_ADB_en",
        title="Letter of supervision",
        author="Langang Reform Commission Office",
        frozen_on="2027-06-15",
        head=LetterHead(
            office="Langang Reform Commission Office",
            number="LRC-S (2027) no. 17",
            signer="Signed by: Mo Qin",
        ),
        print_words="Plan print 7f3a 91c2",
        handling="Internal, copy 1 of 4",
        blocks=(
            Paragraph(text=t("To the Approvals and Data Bureau:"), style="addressee"),
            Ladder(
                label="Level",
                levels=("reminder", "urge", "yellow notice", "letter", "called in", "meeting", "handed over"),
                current=3,
            ),
            Grid(
                rows=(
                    (box("Matter", t(strong("No. 10  Six-department data-sharing catalogue"))),),
                    (
                        box(
                            "Source clause",
                            t(
                                "Langang Plan for the Division of Reform Work 2027, LRC (2027) no. 3, §3(5): "
                                "“",
                                said("By the end of May 2027", strong=True),
                                said(
                                    ", the Approvals and Data Bureau shall lead six departments in compiling "
                                    "and issuing the catalogue."
                                ),
                                "”",
                            ),
                        ),
                    ),
                    (
                        box("Baseline", t("by end of May 2027")),
                        box("Days late", t(strong("15 days"), " (on 15 June)"), mark="late"),
                    ),
                    (box("Lead unit", t("Approvals and Data Bureau")), box("Leader", t("Yulan Shen"))),
                    (
                        box(
                            "Progress",
                            t(
                                "Data inventory finished on 9 April, consultation draft sent out on 12 "
                                "May; 106 of 120 items confirmed, catalogue not issued. Self-report 90%, "
                                "no new evidence for 32 days since 14 May."
                            ),
                        ),
                    ),
                    (
                        box(
                            "Cause",
                            t(
                                "14 data items of the Finance Bureau missing since 20 May; you asked for "
                                "a ruling on 8 June, we ruled on 15 June: ",
                                strong(
                                    "the Finance Bureau provides them by 18 June, "
                                    "or is called in by this office"
                                ),
                                " (LRC-R (2027) no. 9).",
                            ),
                        ),
                    ),
                    (
                        box(
                            "Affected",
                            t(
                                "No. 9 and no. 14 can't start their next stage before the catalogue is "
                                "issued."
                            ),
                        ),
                    ),
                    (
                        box(
                            "Asked of you",
                            t("By 18 June: take in the 14 items and finish the cross-check."),
                            t(
                                "By 25 June: issue the catalogue; the signed text with its number is the "
                                "evidence. Meetings and talks are none."
                            ),
                            t(
                                "State cause and responsible stage for each delay, and what prevents the "
                                "next."
                            ),
                            numbered=True,
                        ),
                    ),
                    (
                        box(
                            "Reply by",
                            t(
                                strong("22 June 2027 (Tuesday)"),
                                ", in writing, signed by the head of the unit. Objections to fact or level "
                                "within the same time, with evidence; the time keeps running.",
                            ),
                            shaded=True,
                        ),
                    ),
                )
            ),
            Paragraph(
                text=t(
                    "Under Working Rules, edition 3, article 21: a letter follows when a measure "
                    "is 10 days late and holds up others. Notice before: LRC-S (2027) no. 12, "
                    "yellow notice, 3 June."
                ),
                style="note",
            ),
            Paragraph(text=t("Contact: Jie Lin, phone 6100"), style="contact"),
            Paragraph(text=t("Langang Reform Commission Office (seal)"), style="signature"),
            Paragraph(text=t("15 June 2027"), style="signature"),
            Slip(
                heading="Receipt",
                number="LRC-S (2027) no. 17",
                lines=("Received by ____  on ________", "Head of the unit (signature) ____"),
                choices=(
                    "Will comply by ________",
                    "Ask for an extension to ________",
                    "Object, ____ pieces of evidence attached",
                ),
            ),
        ),
        colophon=(
            ("Copies: head of the Business Environment group, Finance Bureau.", ""),
            ("Langang Reform Commission Office", "Issued 15 June 2027, 4 copies"),
        ),
    ),
}


def report(language: Language) -> Paper:
    """A report with every block there is."""
    zh = language == "zh"

    def two(en: str, chinese: str) -> str:
        return chinese if zh else en

    face = two("Source Sans Pro", "Noto Sans SC")
    picture = SVG.format(title=two("7 done, 4 under way", "完成7项，推进4项"), face=face)
    rows = tuple(
        (
            (t(str(n)),),
            (
                t(strong(two(f"Measure {n}", f"举措{n}"))),
                t(said(two(f"clause {n} of the plan", f"方案第{n}条"))),
            ),
            (t(two("Approvals and Data Bureau", "市行政审批和数据局")),),
            (t(two("Overdue 15 d", "逾期15天") if n % 3 == 0 else two("On track", "正常推进")),),
        )
        for n in range(1, 46)
    )
    wide = tuple(
        (
            (t(two(f"Old item {n}", f"结转{n}")),),
            *(((t(two(f"cell {n}.{k}", f"内容{n}之{k}"))),) for k in range(1, 7)),
        )
        for n in range(1, 31)
    )
    return Paper(
        kind="report",
        form="report",
        language=language,
        stem=f"report_langang-2027_{language}",
        title=two("Year report 2027", "2027年度改革工作报告"),
        subtitle=two("Business Environment group", "营商环境改革专项小组"),
        author=two("Langang Reform Commission Office", "澜港市全面深化改革委员会办公室"),
        frozen_on="2027-12-31",
        stamp=two("Draft, not approved", "草稿　未经审定"),
        header_left=two("Year report 2027", "2027年度改革工作报告"),
        header_right=two("Edition 4, data frozen 31 December 2027", "第4版　数据截至2027年12月31日"),
        footer_left=two("Source: Plan 2027, LRC (2027) no. 3", "来源：《分工方案》（澜改发〔2027〕3号）"),
        print_words=two("Plan print 7f3a 91c2", "数据指纹 7f3a 91c2"),
        handling=two("Internal, copy 2 of 9", "内部　第2份，共9份"),
        colophon=(
            (two("Compiled by", "填报人"), "____"),
            (two("Approved by", "审定人"), two("the chair", "组长")),
        ),
        blocks=(
            Paragraph(text=t(two("Held on 31 December 2027", "2027年12月31日举行")), style="dateline"),
            Contents(
                heading=two("Contents", "目录"),
                lines=(
                    (two("I", "一"), two("Counts", "数据"), "counts"),
                    (two("II", "二"), two("Results", "成效"), "results"),
                    (two("III", "三"), two("Carried over", "结转事项"), "carried"),
                    (two("6", "议题六"), two("Restricted, handed out separately", "限定范围，材料另发"), ""),
                ),
            ),
            Break(),
            Heading(number=two("I", "一、"), text=two("Counts", "数据"), anchor="counts"),
            Paragraph(
                text=t(
                    two("Of 16 measures planned, ", "计划16项，"),
                    strong(two("7 are verified", "已核验7项")),
                    two(", 4 are under way.", "，推进4项。"),
                )
            ),
            Picture(
                svg=picture,
                caption=two("Measures by state", "举措状态"),
                alt=two("Seven measures done, four under way.", "完成七项，推进四项。"),
            ),
            Heading(number=two("1", "（一）"), text=two("By quarter", "分季度"), level=2),
            Points(items=(t(two("first quarter: 2", "一季度2项")), t(two("second quarter: 5", "二季度5项")))),
            Points(
                items=(t(two("third: none", "三季度0项")), t(two("fourth: none", "四季度0项"))), numbered=True
            ),
            Heading(number=two("a", "1."), text=two("How counted", "统计口径"), level=3),
            Paragraph(
                text=t(said(two("Only verified measures count as done.", "仅核验通过的举措计入完成。"))),
                style="quote",
            ),
            Heading(number=two("II", "二、"), text=two("Results", "成效"), anchor="results"),
            Table(
                caption=two("All measures", "全部举措"),
                heads=(
                    Head(text=two("No.", "序号"), share=0.5, numeric=True),
                    Head(text=two("Measure", "改革举措"), sub=two("source clause", "来源条款"), share=2),
                    Head(text=two("Lead", "牵头单位"), share=1.5),
                    Head(text=two("State", "状态")),
                ),
                rows=rows,
                marks=tuple("late" if n % 3 == 0 else "on" for n in range(1, 46)),
                mark_column=3,
                count=two("45 rows.", "共45行。"),
            ),
            Boxes(
                boxes=(
                    Box(heading=two("What moved", "进展"), items=(t(two("catalogue issued", "目录已印发")),)),
                    Box(
                        heading=two("What is stuck", "堵点"),
                        items=(t(two("data of the Finance Bureau", "市财政局数据")),),
                    ),
                    Box(
                        heading=two("Due in 30 days", "30天内到期"),
                        items=(),
                        empty=two("nothing due", "无到期事项"),
                    ),
                    Box(
                        heading=two("Good practice", "经验"),
                        items=(t(Run(text=two("one desk", "一窗受理"), origin="proposed")),),
                    ),
                )
            ),
            Grid(
                rows=(
                    (
                        box(
                            two("Decision sought", "提请决定"),
                            t(two("Adopt the list.", "审议通过清单。")),
                            mark="near",
                        ),
                    ),
                )
            ),
            Paragraph(text=t(two("approved by the chair", "组长审定")), style="centred"),
            Heading(number=two("III", "三、"), text=two("Carried over", "结转事项"), anchor="carried"),
            Table(
                caption="",
                heads=tuple(Head(text=two(f"Head {k}", f"栏目{k}")) for k in range(7)),
                rows=wide,
                count=two("30 rows.", "共30行。"),
                landscape=True,
            ),
            Paragraph(text=t(two("End of the report.", "报告完。")), style="note"),
        ),
    )


def briefing(language: Language) -> Paper:
    """A briefing of four boxes on a page."""
    from msgspec.structs import replace

    whole = report(language)
    boxes = tuple(block for block in whole.blocks if isinstance(block, Boxes))
    return replace(whole, kind="briefing", blocks=boxes, stem=f"briefing_{language}")
