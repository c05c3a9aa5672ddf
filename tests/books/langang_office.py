"""What the Reform Office of invented Langang wrote by 15 June 2027: notices of each kind, a meeting, counts
of the half-year, and the answer to an upper document, in English and in Chinese.

`office_state(language)` is the state of `langang` with these filled in. Nothing here is counted by hand where
the plan can count it: the lists of frozen counts come from the plan.
"""

import functools
from typing import Any

import msgspec

from milepost.books.inputs import (
    Asked,
    Attendance,
    Carried,
    Count,
    Coverage,
    Decision,
    DutyState,
    Evidence,
    Finding,
    FrozenCounts,
    GroupReport,
    InnovationCase,
    Item,
    MeetingRecord,
    Narrative,
    Notice,
    Opinion,
    Paper,
    Report,
    Resolution,
    State,
    UpperRequirement,
)
from milepost.ledger.records import Ledger
from tests.books.langang import DATA, langang

SECRET = {
    "en": {"title": "Personnel of the park company", "presenter": "Chu Lan", "follow": "Chu Lan to be asked"},
    "zh": {"title": "园区公司人事安排", "presenter": "楚岚", "follow": "征求楚岚意见"},
}
"""What belongs to the restricted item: none of it may stand in any paper."""
UPPER = {
    "en": "Provincial Opinions on the Business Environment",
    "zh": "省关于优化营商环境的若干意见",
}


class _Say:
    """Chooses the language, finds measures by number."""

    def __init__(self, language: str, ledger: Ledger) -> None:
        self.language, self.ledger = language, ledger
        self.of = {int(measure.code[2:]): measure.id for measure in ledger.measures}
        self.group = {int(m.code[2:]): m.group.value for m in ledger.measures if m.group}
        self.by_lead: dict[str, list[str]] = {}
        for row in ledger.assignments:
            if row.role.value == "lead":
                self.by_lead.setdefault(row.unit.value, []).append(row.measure)

    def __call__(self, english: str, chinese: str) -> str:
        return english if self.language == "en" else chinese

    def quarters(self, measures: list[str]) -> dict[str, tuple[int, int, int]]:
        """Steps due by quarter: how many, how many done, how many of those in verified measures."""
        found: dict[str, tuple[int, int, int]] = {}
        for step in self.ledger.steps:
            if step.measure in measures and step.due:
                key = f"2027-Q{(int(step.due.value.date[5:7]) + 2) // 3}"
                done, verified = bool(step.done_on), step.measure == self.of[6]
                planned = found.get(key, (0, 0, 0))
                found[key] = (planned[0] + 1, planned[1] + done, planned[2] + verified)
        return found

    def series(self, mark: str, number: int) -> str:
        """A notice's number: LRC Letter (2027) no. 17, 澜改督〔2027〕17号."""
        english, chinese = {
            "urge": ("Letter", "督"),
            "ruling": ("Ruling", "裁"),
            "change": ("Change", "变"),
            "assign": ("Assignment", "办"),
            "cure": ("Cure", "整"),
            "close": ("Closing", "销"),
            "meet": ("Meeting", "会"),
        }[mark]
        return self(f"LRC {english} (2027) no. {number}", f"澜改{chinese}〔2027〕{number}号")


@functools.cache
def office_state(language: str) -> State:
    """The state at the freeze with all that the Office wrote."""
    ledger, _, state = langang(language)
    say = _Say(language, ledger)
    return msgspec.structs.replace(
        state,
        office=say("Office of the Langang Reform Commission", "澜港市全面深化改革委员会办公室"),
        contact=say("Lin Jie, telephone 6100", "林　洁　电话：6100"),
        duties=tuple(_contested(say, duty) for duty in state.duties),
        signers={
            **{who: say(name["en"], name["zh"]) for who, name in DATA["signers"].items()},
            **{
                say(DATA["groups"][g]["en"], DATA["groups"][g]["zh"]): say(name["en"], name["zh"])
                for g, name in DATA["leaders"].items()
            },
        },
        evidence=(*state.evidence, *_evidence(say)),
        reports=(*state.reports, *_reports(say)),
        notices=tuple(_notices(say)),
        meetings=(_meeting(say),),
        counts=tuple(_counts(say)),
        upper=tuple(_upper(say)),
        coverage=tuple(_coverage(say)),
    )


def _contested(say: _Say, duty: DutyState) -> DutyState:
    """The duty as it is; the Development and Reform Bureau’s in measure 5 is contested."""
    own = (say.of[5], "DRB")
    held = {(a.measure, a.unit.value): a.id for a in say.ledger.assignments}
    if duty.assignment != held[own]:
        return duty
    return msgspec.structs.replace(duty, state="contested", ruling_due="2027-06-24")


def _evidence(say: _Say) -> list[Evidence]:
    """What was handed in since mid-May beside the steps done; of measure 11 nothing."""
    recent = (
        (2, "2027-06-02", "record of pay in 212 posts", "212个岗位薪酬摸底表"),
        (4, "2027-06-08", "draft company articles", "公司章程草稿"),
        (5, "2027-05-28", "list of 12 plots", "12宗地块清单"),
        (7, "2027-06-11", "table of opinions", "意见汇总表"),
        (12, "2027-06-04", "draft rules", "办法草稿"),
        (14, "2027-05-31", "list of 40 data sets", "40个数据集清单"),
        (16, "2027-06-07", "meter readings of 30 firms", "30家企业用能台账"),
    )
    return [
        *(
            Evidence(
                subject=say.of[number],
                kind=say("file", "电子文件"),
                dated_on=on,
                source=say(english, chinese),
            )
            for number, on, english, chinese in recent
        ),
        Evidence(
            subject=say.of[10],
            kind=say("file", "电子文件"),
            dated_on="2027-05-14",
            source=say("106 items confirmed", "106项确认单"),
        ),
    ]


def _reports(say: _Say) -> list[Report]:
    return [
        Report(
            measure=say.of[3],
            unit="ADB",
            on="2027-06-10",
            percent_self=60,
            needs=say(
                "Three trained officers at the park by 31 July 2027", "园区2027年7月31日前到岗3名业务骨干"
            ),
        )
    ]


# --- notices ---


def _notices(say: _Say) -> list[Notice]:
    """One of each kind, a merged one, a withdrawn one."""
    signer = say("Qin Mo", "秦　默")
    rows: list[dict[str, Any]] = [
        _letter(say),
        _assignment(say),
        *_ladder(say),
        *_rulings(say),
        *_ends(say),
        _meeting_notice(say),
        _merged(say),
        _withdrawn(say),
    ]
    return [Notice(**{"signer": signer, "print_run": 12, **row}) for row in rows]


def _letter(say: _Say) -> dict[str, Any]:
    """The look target's letter on the data catalogue."""
    return {
        "number": say.series("urge", 17),
        "kind": "letter",
        "unit": "ADB",
        "issued_on": "2027-06-15",
        "measures": (say.of[10],),
        "level": 3,
        "progress": say(
            "The inventory was finished on 9 April, the draft sent on 12 May; 106 of 120 items are "
            "confirmed, the catalogue is not issued.",
            "数据清查于4月9日完成，征求意见稿于5月12日发出；120项中106项已确认，目录未印发。",
        ),
        "cause": say(
            "The Finance Bureau has owed 14 items since 20 May. You asked for a ruling on 8 June; the Office "
            "ruled on 15 June: the Finance Bureau supplies them by 18 June, else its head is called in "
            "(LRC Ruling (2027) no. 9).",
            "市财政局14项数据自5月20日起未提供；你局6月8日提请裁定，我办6月15日裁定：市财政局于6月18日前提供，"
            "逾期由我办直接约请（澜改裁〔2027〕9号）。",
        ),
        "affected": (say.of[9], say.of[14]),
        "asked": (
            Asked(
                text=say("Receive the 14 items and finish the merged check", "接收14项数据并完成合并校核。"),
                by="2027-06-18",
            ),
            Asked(
                text=say(
                    "Issue the catalogue; proof is the text with its number, not meetings or talks",
                    "印发目录，以正式文本和文号为验收凭证；会议、座谈、批示不作为完成依据。",
                ),
                by="2027-06-25",
            ),
            Asked(
                text=say(
                    "Give cause and responsible stage of the delay point by point, and how it is prevented",
                    "逐项说明逾期原因和责任环节，提出不再逾期的措施。",
                )
            ),
        ),
        "reply_due": "2027-06-22",
        "rule": say(
            "Working Rules (version 3), article 21: more than 10 days late with other measures affected, a "
            "letter is sent",
            "《工作规则》（第3版）第二十一条：逾期10天以上且影响其他举措的，发督办函",
        ),
        "before": say(
            "LRC Letter (2027) no. 12 (yellow notice, 3 June)", "澜改督〔2027〕12号（黄牌通知，6月3日）"
        ),
        "copies_to": (
            say("head of the Business Environment Group", "营商环境改革专项小组组长"),
            say("Finance Bureau", "市财政局"),
        ),
    }


def _assignment(say: _Say) -> dict[str, Any]:
    return {
        "number": say.series("assign", 11),
        "kind": "assignment",
        "unit": "ADB",
        "issued_on": "2027-01-26",
        "measures": (say.of[3], say.of[14]),
        "asked": (
            Asked(
                text=say("File steps, output forms and tests", "报送步骤、成果形式和验收标准。"),
                by="2027-02-26",
            ),
        ),
        "reply_due": "2027-01-29",
        "annexes": (say("Task book 2027, edition 1", "2027年改革任务书（第1版）"),),
        "copies_to": (
            say("Park System Group", "园区体制改革专项小组"),
            say("Talent and Factors Group", "人才与要素改革专项小组"),
        ),
    }


def _ladder(say: _Say) -> list[dict[str, Any]]:
    """Reminder, urge, yellow notice, call."""
    return [
        {
            "number": say.series("urge", 15),
            "kind": "reminder",
            "unit": "IIB",
            "issued_on": "2027-06-10",
            "measures": (say.of[8],),
            "asked": (Asked(text=say("Say whether the date holds", "回复能否按期完成。"), by="2027-06-14"),),
            "reply_due": "2027-06-14",
        },
        {
            "number": say.series("urge", 10),
            "kind": "urge",
            "unit": "ADB",
            "issued_on": "2027-06-01",
            "measures": (say.of[10],),
            "asked": (
                Asked(text=say("Hand in the catalogue in force", "报送正式印发的目录。"), by="2027-06-02"),
            ),
            "reply_due": "2027-06-02",
        },
        {
            "number": say.series("urge", 12),
            "kind": "yellow",
            "unit": "ADB",
            "issued_on": "2027-06-03",
            "measures": (say.of[10],),
            "cause": say("14 items of the Finance Bureau are missing.", "市财政局14项数据未提供。"),
            "affected": (say.of[9],),
            "asked": (
                Asked(text=say("Hand in a dated plan", "报送有时间节点的推进计划。"), by="2027-06-08"),
            ),
            "reply_due": "2027-06-08",
            "before": say("LRC Letter (2027) no. 10 (urge, 1 June)", "澜改督〔2027〕10号（催办单，6月1日）"),
        },
        {
            "number": say.series("urge", 14),
            "kind": "called_in",
            "unit": "WPC",
            "issued_on": "2027-06-07",
            "measures": (say.of[1],),
            "decision": say(
                "Wednesday 9 June 2027, 15:00, room 301 of the Reform Office; the head of the unit attends.",
                "2027年6月9日（星期三）15:00，市改革办301室，由单位主要负责人到场。",
            ),
            "cause": say(
                "The papers for the law check were due on 25 May. LRC Letter (2027) no. 9 of 1 June set "
                "4 June as the last day; they were not handed in by then.",
                "合法性审查材料应于5月25日报送；澜改督〔2027〕9号（6月1日）限6月4日前补报，逾期仍未报送。",
            ),
            "asked": (
                Asked(
                    text=say("Bring the papers for the law check", "带齐合法性审查材料。"), by="2027-06-09"
                ),
            ),
            "reply_due": "2027-06-08",
            "before": say("LRC Letter (2027) no. 9 (urge, 1 June)", "澜改督〔2027〕9号（催办单，6月1日）"),
            "copies_to": (say("head of the Park System Group", "园区体制改革专项小组组长"),),
        },
    ]


def _rulings(say: _Say) -> list[dict[str, Any]]:
    """Ruling, change ruling, return."""
    return [
        {
            "number": say.series("ruling", 9),
            "kind": "ruling",
            "unit": "FIN",
            "issued_on": "2027-06-15",
            "measures": (say.of[10],),
            "cause": say(
                "The Finance Bureau holds that 14 items are budget data and not to be shared.",
                "市财政局认为14项数据属预算数据，不宜共享。",
            ),
            "decision": say(
                "The 14 items are shared among the six units; 3 of them without names. The Finance Bureau "
                "supplies them by 18 June, else its head is called in.",
                "14项数据在六部门间共享，其中3项去标识后提供。市财政局于6月18日前提供，逾期由我办直接约请。",
            ),
            "reason": say(
                "The Plan asks six units for one catalogue; no rule in force exempts budget data.",
                "《方案》要求六部门共同编制目录，现行规定未将预算数据列为例外。",
            ),
            "affected": (say.of[9], say.of[14]),
            "asked": (Asked(text=say("Supply the 14 items", "提供14项数据。"), by="2027-06-18"),),
            "reply_due": "2027-06-18",
            "copies_to": (say("Approvals and Data Bureau", "市行政审批和数据局"),),
        },
        {
            "number": say.series("change", 3),
            "kind": "change_ruling",
            "unit": "WPC",
            "issued_on": "2027-06-14",
            "measures": (say.of[1],),
            "old_due": "2027-06-30",
            "cause": say(
                "On 9 June you asked for 21 more days, to 21 July 2027.",
                "你单位6月9日申请延期21天，至2027年7月21日。",
            ),
            "decision": say(
                "Refused. The due date stays 30 June 2027.", "不予延期，完成时限仍为2027年6月30日。"
            ),
            "reason": say(
                "The papers for the law check were due on 25 May and handed in on 8 June; the delay is the "
                "unit’s own, and three measures wait.",
                "合法性审查材料应于5月25日报送，6月8日才报送，延误系你单位自身原因，且影响三项举措。",
            ),
            "affected": (say.of[2], say.of[3], say.of[4]),
            "reply_due": "2027-06-21",
        },
        {
            "number": say.series("urge", 16),
            "kind": "return",
            "unit": "DRB",
            "issued_on": "2027-06-14",
            "measures": (say.of[11],),
            "decision": say("Report for May 2027.", "2027年5月进展报告。"),
            "reason": say(
                "It says that the check was arranged; it names no document that was checked.",
                "报告仅称已部署审查，未列出已审查的文件。",
            ),
            "asked": (
                Asked(
                    text=say("List the documents checked, with findings", "列出已审查文件及结论。"),
                    by="2027-06-18",
                ),
            ),
            "reply_due": "2027-06-18",
        },
    ]


def _ends(say: _Say) -> list[dict[str, Any]]:
    """Cure order, reopening, closing after it."""
    return [
        {
            "number": say.series("cure", 2),
            "kind": "cure_order",
            "unit": "HRB",
            "issued_on": "2027-06-11",
            "measures": (say.of[12],),
            "cause": say(
                "5 of 20 certificates drawn at random were not in the data site.",
                "随机抽查20份证书，5份未接入数据网。",
            ),
            "asked": (
                Asked(text=say("Enter the 5 certificates", "补录5份证书。"), by="2027-06-25"),
                Asked(text=say("Check all certificates of 2027", "全面核对2027年证书。"), by="2027-07-30"),
            ),
            "reply_due": "2027-06-21",
            "annexes": (say("List of problems", "问题清单"), say("List of responsible holders", "责任清单")),
        },
        {
            "number": say.series("close", 2),
            "kind": "reopening",
            "unit": "ADB",
            "issued_on": "2027-04-12",
            "measures": (say.of[6],),
            "old_due": "2027-04-30",
            "new_due": "2027-04-30",
            "reason": say(
                "Closed on 2 April; on 9 April, 7 of 20 applicants drawn filled in two forms.",
                "4月2日办结；4月9日抽查20户，7户填报两张表。",
            ),
            "decision": say(
                "Reopened as of today; the due date stays 30 April.", "即日起重启，完成时限仍为4月30日。"
            ),
            "asked": (Asked(text=say("Take the old form off the site", "下线旧表单。"), by="2027-04-19"),),
            "reply_due": "2027-04-19",
            "before": say("LRC Closing (2027) no. 1 (2 April)", "澜改销〔2027〕1号（4月2日）"),
        },
        {
            "number": say.series("close", 3),
            "kind": "closing",
            "unit": "ADB",
            "issued_on": "2027-05-10",
            "measures": (say.of[6],),
            "decision": say(
                "All tests passed on 6 May 2027; closed.", "2027年5月6日核验全部通过，予以办结。"
            ),
            "asked": (
                Asked(text=say("First re-check", "第一次回头看。"), by="2027-11-10"),
                Asked(text=say("Second re-check", "第二次回头看。"), by="2028-05-10"),
            ),
        },
    ]


def _meeting_notice(say: _Say) -> dict[str, Any]:
    return {
        "number": say.series("meet", 10),
        "kind": "meeting",
        "unit": "ADB",
        "issued_on": "2027-06-14",
        "meeting": "m10",
        "asked": (
            Asked(text=say("Papers in at most 3,000 characters", "汇报材料不超过3000字。"), by="2027-06-19"),
        ),
        "reply_due": "2027-06-17",
    }


def _merged(say: _Say) -> dict[str, Any]:
    """Three matters of one unit and level under one number."""
    return {
        "number": say.series("urge", 11),
        "kind": "reminder",
        "unit": "WPC",
        "issued_on": "2027-06-02",
        "measures": (say.of[1], say.of[5]),
        "asked": (Asked(text=say("Say whether both dates hold", "回复两项能否按期完成。"), by="2027-06-08"),),
        "reply_due": "2027-06-08",
    }


def _withdrawn(say: _Say) -> dict[str, Any]:
    return {
        "number": say.series("urge", 13),
        "kind": "urge",
        "unit": "IIB",
        "issued_on": "2027-06-07",
        "measures": (say.of[8],),
        "asked": (Asked(text=say("Hand in the plan", "报送计划。"), by="2027-06-09"),),
        "withdrawn": True,
    }


# --- the meeting ---


def _meeting(say: _Say) -> MeetingRecord:
    """The tenth meeting: seven items, one of them restricted."""
    secret = SECRET[say.language]
    return MeetingRecord(
        id="m10",
        bodies=(say("Langang Reform Commission", "澜港市全面深化改革委员会"),),
        number=10,
        held_on="2027-06-22",
        starts_at="15:00",
        ends_at="16:30",
        time_zone="Asia/Shanghai",
        published_on="2027-06-23",
        place=say("City Hall, room 201", "市政府201会议室"),
        people=tuple(_people(say)),
        expected=15,
        items=tuple(_items(say)),
        last_resolutions=tuple(_last(say)),
        resolutions=(
            Resolution(
                number="10-1",
                item="i2",
                text=say("Revise the commitment rules and send them for signature", "修改承诺制规则并报签"),
                owner="DRB",
                due="2027-07-05",
            ),
            Resolution(
                number="10-2",
                item="i4",
                text=say(
                    "Agreed: issue the data catalogue, if need be with 106 items",
                    "同意印发数据共享目录，必要时先按106项印发",
                ),
                owner="ADB",
                due="2027-06-25",
            ),
            Resolution(number="10-3", item="i6", text=secret["follow"], owner="HRB", due="2027-07-30"),
            Resolution(
                number="10-4",
                item="i4",
                text=say(
                    "Agreed: begin the trial on public data without the transport data",
                    "同意公共数据试点先行启动，暂不含交通数据",
                ),
                owner="ADB",
                due="2027-07-31",
            ),
        ),
        group_reports=tuple(_group_reports(say)),
        decisions=(
            Decision(
                number=1,
                text=say(
                    "The data catalogue is issued by 25 June 2027, if need be without the 14 items of the "
                    "Finance Bureau.",
                    "数据共享目录于2027年6月25日前印发，必要时不含市财政局14项数据。",
                ),
                options=(
                    say("issue with 106 items", "先按106项印发"),
                    say("wait for all 120 items", "待120项齐全后印发"),
                ),
                effect=say(
                    "No. 9 keeps 30 September; waiting moves it to 20 October.",
                    "第9项保持9月30日；等待则顺延至10月20日。",
                ),
                measure=say.of[10],
            ),
            Decision(
                number=2,
                text=say(
                    "The trial on public data begins without the transport data.",
                    "公共数据试点先行启动，暂不含交通数据。",
                ),
                options=(say("yes", "同意"), say("no", "不同意")),
                effect=say("No. 14 keeps 31 December 2027.", "第14项保持2027年12月31日。"),
                measure=say.of[14],
            ),
        ),
        approved_by="",
    )


def _people(say: _Say) -> list[Attendance]:
    secret = SECRET[say.language]
    return [
        Attendance(name=say("Ren Yu", "任宇"), title=say("Mayor", "市长"), role="chair"),
        Attendance(name=say("Qin Mo", "秦默"), title=say("head of the Reform Office", "市改革办主任")),
        Attendance(name=say("Shen Yulan", "沈玉兰"), title=say("Vice Mayor", "副市长")),
        Attendance(
            name=say("Tang Rui", "唐睿"), title=say("director, Wanglan Park", "望澜园区主任"), role="guest"
        ),
        Attendance(
            name=say("Zheng Hong", "郑弘"),
            title=say("head of the Development and Reform Bureau", "市发展改革局局长"),
            role="presenter",
        ),
        Attendance(name=secret["presenter"], title=say("adviser", "顾问"), role="presenter"),
    ]


def _items(say: _Say) -> list[Item]:
    secret = SECRET[say.language]
    rules = say("the rules on building on a signed commitment (draft)", "《投资项目承诺制开工规则（草案）》")
    return [
        Item(
            id="i1",
            number=1,
            kind="convey",
            title=say("the " + UPPER["en"], "《" + UPPER["zh"] + "》"),
            presenter=say("Qin Mo", "秦默"),
            minutes=10,
            outcome="noted",
        ),
        Item(
            id="i2",
            number=2,
            kind="review",
            title=rules,
            presenter=say("Zheng Hong", "郑弘"),
            minutes=20,
            outcome="in_principle",
            papers=(
                Paper(
                    title=rules,
                    paragraphs=(
                        say(
                            "The rules let a project begin once its owner has signed what it will keep. They "
                            "merge 11 permits into one commitment for 5 projects.",
                            "规则明确项目单位签署承诺后即可开工，5个试点项目的11项许可并入一份承诺书。",
                        ),
                        say(
                            "They enter into force on 8 July 2027, with the form online.",
                            "规则自2027年7月8日起施行，承诺书同步上线。",
                        ),
                    ),
                    opinions=(
                        Opinion(
                            unit="FIN",
                            stance="agree_with_changes",
                            text=say("name who bears the cost of tearing down", "明确拆除费用承担主体"),
                            taken="yes",
                        ),
                        Opinion(unit="WPC", stance="agree"),
                        Opinion(
                            unit="IIB",
                            stance="object",
                            text=say("five projects are too many", "五个项目过多"),
                            taken="no",
                            reason=say("the Plan asks for five", "《方案》要求五个"),
                        ),
                        Opinion(unit="HRB", stance="silent"),
                    ),
                    annexes=(say("Law check", "合法性审查意见"), say("Form of the commitment", "承诺书样式")),
                ),
            ),
        ),
        Item(
            id="i3",
            number=3,
            kind="review",
            title=say("the decision on handing over 48 powers (draft)", "《下放48项审批权限的决定（草案）》"),
            presenter=say("Approvals and Data Bureau", "市行政审批和数据局"),
            minutes=15,
            outcome="returned",
        ),
        Item(
            id="i4",
            number=4,
            kind="hear",
            title=say("the report on the data-sharing catalogue", "数据共享目录推进情况汇报"),
            presenter=say("Approvals and Data Bureau", "市行政审批和数据局"),
            minutes=15,
            outcome="noted_with_requests",
            requests=(
                say("issue the catalogue by 25 June 2027", "2027年6月25日前印发目录"),
                say("name the owner of each item", "逐项明确提供单位"),
            ),
        ),
        Item(
            id="i5",
            number=5,
            kind="study",
            title=say("how parks settle contested duties", "园区职责争议的处理办法"),
            minutes=10,
            outcome="none",
        ),
        Item(
            id="i6",
            number=6,
            kind="review",
            title=secret["title"],
            presenter=secret["presenter"],
            minutes=25,
            outcome="adopted",
            restricted=True,
            papers=(Paper(title=secret["title"], paragraphs=(secret["title"],), annexes=(secret["title"],)),),
        ),
        Item(
            id="i7",
            number=7,
            kind="review",
            title=say("the list of measures for the second half of 2027", "2027年下半年改革举措清单"),
            presenter=say("Qin Mo", "秦默"),
            minutes=10,
            outcome="adopted",
        ),
    ]


def _last(say: _Say) -> list[Resolution]:
    return [
        Resolution(
            number="9-1",
            text=say("Merge the two commitment forms", "合并两份承诺书"),
            owner="DRB",
            due="2027-05-31",
            state="done",
            evidence="LRC (2027) no. 8" if say.language == "en" else "澜改发〔2027〕8号",
        ),
        Resolution(
            number="9-2",
            text=say("Hand in the data of the Finance Bureau", "提供财政数据"),
            owner="FIN",
            due="2027-05-20",
        ),
        Resolution(
            number="9-3",
            text=say("Draw up the list of park posts", "编制园区岗位清单"),
            owner="WPC",
            due="2027-07-15",
        ),
    ]


def _group_reports(say: _Say) -> list[GroupReport]:
    """Two groups reported, the third is silent."""
    return [
        GroupReport(
            group=say.group[1],
            moved=(say("48 powers checked against the draft list", "48项权限已与清单草案核对"),),
            stuck=(say("The functions list waits for the law check", "职能清单待合法性审查"),),
            next=(
                say(
                    "Issue the list: due 30 June, expected 21 July 2027",
                    "印发清单：时限2027年6月30日，预计7月21日",
                ),
            ),
        ),
        GroupReport(
            group=say.group[6],
            moved=(say("One form to start a business verified", "开办企业“一表通办”通过核验"),),
            stuck=(say("14 items of the data catalogue are missing", "数据共享目录缺14项数据"),),
        ),
    ]


# --- counts ---


def _counts(say: _Say) -> list[FrozenCounts]:
    """The first half-year of the whole, of a group, of a unit."""
    half = {"period": "half", "start": "2027-01-01", "end": "2027-06-30", "frozen_on": "2027-06-15"}
    group = [id_ for number, id_ in say.of.items() if say.group[number] == say.group[6]]
    return [
        FrozenCounts(scope="whole", **half, **_whole(say)),
        FrozenCounts(
            scope="group",
            subject=say.group[6],
            **half,
            counts=_figures(say, group, (8, 2, 2, 0, 0, 1)),
            narrative=(
                Narrative(
                    part="results", paragraphs=(say("One form replaced twelve.", "12张表合并为1张。"),)
                ),
            ),
        ),
        FrozenCounts(
            scope="unit",
            subject="ADB",
            **half,
            counts=_figures(say, say.by_lead["ADB"], (4, 1, 1, 0, 0, 0)),
            quarters=say.quarters(say.by_lead["ADB"]),
        ),
    ]


@functools.cache
def year_counts(language: str) -> FrozenCounts:
    """The year of the whole, as if it ended with the freeze: for tests of its paper, in no state."""
    year = {"period": "year", "start": "2027-01-01", "end": "2027-12-31", "frozen_on": "2027-06-15"}
    return FrozenCounts(
        scope="whole", **year, **{**_whole(_Say(language, langang(language)[0])), "cases": ()}
    )


def _figures(say: _Say, planned: list[str], last: tuple[int, ...]) -> tuple[Count, ...]:
    """The six counts of a set of measures; numbers are lengths of lists."""
    lists: dict[str, list[str]] = {
        "planned": planned,
        "done": [say.of[6]],
        "verified": [say.of[6]],
        "carried_over": [id_ for id_ in (say.of[10],) if id_ in planned],
        "cancelled": [],
        "extended": [],
    }
    return tuple(
        Count(key=key, number=len(held), last_year=before, measures=tuple(held))  # type: ignore[arg-type] # a key of the six
        for (key, held), before in zip(lists.items(), last, strict=True)
    )


def _whole(say: _Say) -> dict[str, Any]:
    """Counts and typed parts of the whole."""
    return {
        "counts": _figures(say, list(say.of.values()), (14, 5, 4, 2, 1, 3)),
        "quarters": say.quarters(list(say.of.values())),
        "narrative": (
            Narrative(
                part="results",
                paragraphs=(
                    say(
                        "One form to start a business replaced twelve; 50 of 50 applicants finished within "
                        "one working day.",
                        "开办企业12张表合并为1张，50户申请人均在1个工作日内办结。",
                    ),
                ),
            ),
            Narrative(
                part="problems",
                paragraphs=(
                    say(
                        "Data of another unit were missing in three of four late steps.",
                        "四个逾期步骤中有三个缺其他单位数据。",
                    ),
                ),
            ),
            Narrative(
                part="next_year",
                paragraphs=(say("Finish the data catalogue first.", "先完成数据共享目录。"),),
            ),
            Narrative(
                part="practice",
                paragraphs=(
                    say(
                        "The Development and Reform Bureau merged two commitment forms into one.",
                        "市发展改革局将两份承诺书合并为一份。",
                    ),
                ),
            ),
        ),
        "cases": (
            InnovationCase(
                title=say("One form to start a business", "开办企业“一表通办”"),
                direction="out",
                place=say("two neighbouring cities", "两个相邻城市"),
                state=say("accepted by one, adapted by one", "一地采用，一地改进后采用"),
            ),
            InnovationCase(
                title=say("One visit for all inspections", "涉企检查“进一次门”"),
                direction="in",
                place=say("port district", "临港区"),
                state=say("adapted", "改进后采用"),
            ),
        ),
        "findings": (
            Finding(
                text=say("5 of 20 certificates were not in the data site", "抽查20份证书，5份未接入"),
                unit="HRB",
                due="2027-07-30",
                state=say("cure planned", "已报整改方案"),
            ),
        ),
        "carried": (
            Carried(
                measure=say.of[10],
                old_due="2027-05-31",
                new_due="2027-06-25",
                reason=say("14 items missing", "缺14项数据"),
            ),
        ),
        "causes": {
            say("data of another unit missing", "缺其他单位数据"): 3,
            say("opinions handed in late", "意见反馈延迟"): 1,
        },
    }


# --- coverage ---


def _upper(say: _Say) -> list[UpperRequirement]:
    rows = (
        ("1", "One form for starting a business.", "开办企业实行一表通办。"),
        ("2", "One visit for all inspections of a company.", "涉企检查实行“进一次门”。"),
        ("3", "Support is paid without an application.", "惠企政策免申即享。"),
        ("4", "Judgments against units are carried out within 30 days.", "行政机关败诉案件30日内履行到位。"),
        ("5", "Coastal inspection is merged.", "海域执法检查归并。"),
        ("6", "Data are shared among units.", "部门间数据共享。"),
    )
    return [
        UpperRequirement(
            id=f"u{number}",
            document=UPPER[say.language],
            clause=say(f"§{number}", f"第{'一二三四五六'[int(number) - 1]}条"),
            text=say(english, chinese),
            lead=say("Provincial Reform Office", "省改革办") if number == "4" else "",
        )
        for number, english, chinese in rows
    ]


def _coverage(say: _Say) -> list[Coverage]:
    """Two matched, one exceeded, one partly, one not applicable; the fourth has no answer."""
    return [
        Coverage(upper="u1", status="exceeded", measures=(say.of[6],)),
        Coverage(upper="u2", status="matched", measures=(say.of[8],)),
        Coverage(upper="u3", status="matched", measures=(say.of[9],)),
        Coverage(
            upper="u5",
            status="not_applicable",
            reason=say("Langang has no sea area of its own.", "我市无管辖海域。"),
        ),
        Coverage(
            upper="u6",
            status="partly",
            measures=(say.of[10], say.of[14]),
            reason=say("Six of eleven units so far.", "目前覆盖11个单位中的6个。"),
        ),
    ]
