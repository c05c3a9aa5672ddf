"""An invented bulletin as ledger and schedule, in English and Chinese: the fixed cast of the books' tests.

Both tell of a river town's reform meeting with what a first edition has to show: a unit with a duty of its
own, a proposal by the same paragraph, a collective, units without a lead, a date, a target, an unsure kind,
a standing duty, orientation, a link with a critical path. Spans are found in the text, never counted by hand.
"""

import msgspec

from milepost.ledger.origins import Span, computed, proposed, quoted
from milepost.ledger.prints import plan_print
from milepost.ledger.records import (
    AgendaItem,
    Assignment,
    Clause,
    Deadline,
    Document,
    Driver,
    Ledger,
    Link,
    Measure,
    Meeting,
    MeetingBody,
    MeetingPerson,
    Orientation,
    Part,
    Plan,
    Promise,
    PromiseKept,
    Recurring,
    Schedule,
    ScheduleRow,
    SetAside,
    Unit,
    UpperMeeting,
    Verified,
    Warning,
)
from milepost.planning.calendar import work_calendar
from milepost.planning.templates import propose_steps

TODAY = "2027-06-10"

ENGLISH = (
    "The Harbour Reform Panel of Wickmouth held its 9th sitting",
    "10 June 2027 08:30",
    "On 8 June, the Town Council and the Harbour Reform Panel held a joint sitting. Mayor Ida "
    "Fenn took the chair. "
    "The sitting reviewed the Draft Quay Charter.",
    "The sitting stressed that reform must be weighed by what traders see of it. The Ferry "
    "Office should set up a "
    "monthly timetable review together with the Tide Bureau, and all wards should list their "
    "idle berths by the end "
    "of June.",
    "To tie the responsibility for the fish market reform to one office, the Market Bureau "
    "should play a leading "
    "role. It is necessary to improve the stall letting system of the fish market, publish the "
    "rents of all stalls, "
    "and build trust with the traders. It is necessary to explore evening sales at the fish market. The Quay "
    "Treasury and the Audit Office should revise the quay fund rules once the rents are published.",
    "It is necessary to shorten the waiting time of barges. Four new moorings should be open "
    "within the year. Each "
    "harbour should dare to go first.",
)

CHINESE = (
    "柳津市委全面深化改革委员会第九次会议召开",
    "2027年6月10日 08:30",
    "6月8日，市委常委会会议暨市委全面深化改革委员会第九次会议召开。市委书记方宜主持会议。"
    "会议审议了《码头管理章程（草案）》。",
    "会议强调，要以商户的感受检验改革。市轮渡办要会同市潮汐局建立班次月度会商机制，"
    "各街道要在6月底前梳理闲置泊位清单。",
    "为压实鱼市改革责任，市市场局要发挥牵头作用。要完善鱼市摊位出租制度，公布全部摊位租金，"
    "增进与商户的互信。要探索鱼市夜间交易。市财政局、市审计局要在租金公布后修订码头资金管理办法。",
    "要压缩驳船等候时间。力争年内启用新泊位4个。各港区要敢于先行。",
)

Rows = tuple[tuple[str, int, str], ...]
"""Code, paragraph, the measure's own words."""

EN_MEASURES: Rows = (
    ("M-001", 3, "The Ferry Office should set up a monthly timetable review together with the Tide Bureau"),
    ("M-002", 3, "all wards should list their idle berths by the end of June"),
    ("M-003", 4, "the Market Bureau should play a leading role"),
    (
        "M-004",
        4,
        "improve the stall letting system of the fish market, publish the rents of all stalls, "
        "and build trust with the traders",
    ),
    ("M-005", 4, "explore evening sales at the fish market"),
    (
        "M-006",
        4,
        "The Quay Treasury and the Audit Office should revise the quay fund rules once the rents "
        "are published",
    ),
    ("M-007", 5, "shorten the waiting time of barges"),
    ("M-008", 5, "Four new moorings should be open within the year"),
)

ZH_MEASURES: Rows = (
    ("M-001", 3, "市轮渡办要会同市潮汐局建立班次月度会商机制"),
    ("M-002", 3, "各街道要在6月底前梳理闲置泊位清单"),
    ("M-003", 4, "市市场局要发挥牵头作用"),
    ("M-004", 4, "完善鱼市摊位出租制度，公布全部摊位租金，增进与商户的互信"),
    ("M-005", 4, "探索鱼市夜间交易"),
    ("M-006", 4, "市财政局、市审计局要在租金公布后修订码头资金管理办法"),
    ("M-007", 5, "压缩驳船等候时间"),
    ("M-008", 5, "启用新泊位4个"),
)

EN_TITLES = (
    "set up a monthly timetable review",
    "list their idle berths",
    "play a leading role",
    "improve the stall letting system of the fish market",
    "explore evening sales at the fish market",
    "revise the quay fund rules",
    "shorten the waiting time of barges",
    "Four new moorings should be open",
)

ZH_TITLES = (
    "建立班次月度会商机制",
    "梳理闲置泊位清单",
    "发挥牵头作用",
    "完善鱼市摊位出租制度",
    "探索鱼市夜间交易",
    "修订码头资金管理办法",
    "压缩驳船等候时间",
    "启用新泊位4个",
)

KINDS = ("reform", "report", "standing", "reform", "trial", "document", "unsure", "unsure")
EN_WORDS = (
    "set up",
    "list",
    "play a leading role",
    "improve the stall letting system",
    "explore",
    "revise",
    "",
    "",
)
ZH_WORDS = ("建立", "梳理", "发挥", "完善", "探索", "修订", "", "")

EN_UNITS = (
    ("ferry", "FO", "Ferry Office", "Ferries", "office"),
    ("tide", "TB", "Tide Bureau", "Tides", "bureau"),
    ("market", "MB", "Market Bureau", "Market", "bureau"),
    ("treasury", "QT", "Quay Treasury", "Treasury", "bureau"),
    ("audit", "AO", "Audit Office", "Audit", "office"),
    ("wards", "AW", "All wards", "Wards", "collective"),
    ("harbours", "EH", "Each harbour", "Harbours", "collective"),
)

ZH_UNITS = (
    ("ferry", "LDB", "市轮渡办", "轮渡办", "office"),
    ("tide", "CXJ", "市潮汐局", "潮汐局", "bureau"),
    ("market", "SCJ", "市市场局", "市场局", "bureau"),
    ("treasury", "CZJ", "市财政局", "财政局", "bureau"),
    ("audit", "SJJ", "市审计局", "审计局", "bureau"),
    ("wards", "GJD", "各街道", "各街道", "collective"),
    ("harbours", "GGQ", "各港区", "各港区", "collective"),
)


class Text:
    """The bulletin's text with the places of its words."""

    def __init__(self, paragraphs: tuple[str, ...]) -> None:
        self.paragraphs = paragraphs
        self.text = "\n".join(paragraphs)

    def clause(self, n: int) -> Span:
        """The span of the nth line."""
        start = sum(len(p) + 1 for p in self.paragraphs[:n])
        return start, start + len(self.paragraphs[n])

    def find(self, words: str, after: int = 0) -> Span:
        """The first place of some words."""
        at = self.text.index(words, after)
        return at, at + len(words)


def bulletin(language: str) -> tuple[Ledger, Schedule]:
    """The ledger of the bulletin in a language, with proposed steps, and its schedule."""
    ledger = propose_steps(draft(language), TODAY)
    linked = msgspec.structs.replace(ledger, links=_links(language))
    return linked, schedule_of(linked)


def draft(language: str) -> Ledger:
    """The ledger as a reading gives it: no steps, nothing planned."""
    zh = language == "zh"
    text = Text(CHINESE if zh else ENGLISH)
    clauses = tuple(
        Clause(
            id=f"c{n}",
            document="bulletin",
            span=text.clause(n),
            text=paragraph,
            kind="title" if n == 0 else "paragraph",
        )
        for n, paragraph in enumerate(text.paragraphs)
    )
    return Ledger(
        plan=Plan(
            id="wickmouth-9",
            title=text.paragraphs[0],
            language="zh" if zh else "en",
            edition=1,
            frozen_on=TODAY,
        ),
        documents=(
            Document(
                id="bulletin",
                title=text.paragraphs[0],
                kind="bulletin",
                date=TODAY,
                language="zh" if zh else "en",
                file="bulletin.txt",
            ),
        ),
        clauses=clauses,
        units=tuple(
            Unit(id=i, code=code, name=name, short=short, kind=kind, printed=(name,))
            for i, code, name, short, kind in (ZH_UNITS if zh else EN_UNITS)
        ),
        meetings=(_meeting(text, zh),),
        measures=_measures(text, zh),
        assignments=_assignments(text, zh),
        orientation=_orientation(text, zh),
        set_aside=(
            SetAside(
                document="bulletin",
                span=text.find(
                    "会议审议了《码头管理章程（草案）》。"
                    if zh
                    else "The sitting reviewed the Draft Quay Charter."
                ),
                reason="reported",
            ),
        ),
        warnings=(
            Warning(
                document="bulletin",
                text="会议年份2027年取自发布日期。"
                if zh
                else "The year of the sitting, 2027, is taken from the date line.",
            ),
        ),
    )


def _meeting(text: Text, zh: bool) -> Meeting:
    """The sitting."""
    body = "市委全面深化改革委员会" if zh else "Harbour Reform Panel"
    paper = "《码头管理章程（草案）》" if zh else "Draft Quay Charter"
    name = "方宜" if zh else "Ida Fenn"
    return Meeting(
        id="sitting",
        document="bulletin",
        bodies=(
            MeetingBody(name="市委常委会会议" if zh else "Town Council"),
            MeetingBody(name=body, session=9, span=text.find(body)),
        ),
        held_on="2027-06-08",
        published_at="2027-06-10T08:30",
        people=(
            MeetingPerson(
                name=name,
                role="chair",
                titles=("市委书记",) if zh else ("Mayor",),
                span=text.find(name),
            ),
        ),
        upper_meetings=(
            UpperMeeting(name="省委全面深化改革委员会" if zh else "Reform Panel of the County", session=12),
        ),
        agenda=(AgendaItem(act="review", object=paper, span=text.find(paper)),),
    )


def _measures(text: Text, zh: bool) -> tuple[Measure, ...]:
    """The eight measures."""
    rows = ZH_MEASURES if zh else EN_MEASURES
    titles = ZH_TITLES if zh else EN_TITLES
    told = ZH_WORDS if zh else EN_WORDS
    measures = []
    for n, (code, paragraph, quote) in enumerate(rows):
        span = text.find(quote, text.clause(paragraph)[0])
        kind = computed(KINDS[n], f"kind:{KINDS[n]}", text.find(told[n], span[0]) if told[n] else None)
        title = text.find(titles[n], span[0])
        measures.append(
            Measure(
                id=f"m{n + 1}",
                code=code,
                document="bulletin",
                clause=f"c{paragraph}",
                span=span,
                quote=quote,
                title=quoted(titles[n], title),
                kind=kind,
            )
        )
    return _dated(text, zh, measures)


def _dated(text: Text, zh: bool, measures: list[Measure]) -> tuple[Measure, ...]:
    """The measures with what the text says of dates, parts and outputs."""
    replace = msgspec.structs.replace
    june = "6月底前" if zh else "by the end of June"
    year = "力争年内" if zh else "within the year"
    month = "月度" if zh else "monthly"
    parts = (
        ("完善鱼市摊位出租制度", "公布全部摊位租金")
        if zh
        else ("improve the stall letting system of the fish market", "publish the rents of all stalls")
    )
    rules = "码头资金管理办法" if zh else "quay fund rules"
    measures[0] = replace(measures[0], recurring=quoted(Recurring(text=month), text.find(month), "recurring"))
    measures[1] = replace(
        measures[1],
        deadline=computed(
            Deadline(
                text=june,
                kind="fixed",
                span=text.find(june),
                date="2027-06-30",
                precision="month",
                original=Promise(date="2027-06-30", precision="month"),
                current=Promise(date="2027-06-30", precision="month"),
            ),
            "deadline:year-of-document",
            text.find(june),
        ),
    )
    measures[3] = replace(measures[3], parts=tuple(Part(span=text.find(p)) for p in parts))
    measures[5] = replace(measures[5], output_form=quoted(rules, text.find(rules), "output"))
    measures[7] = replace(
        measures[7],
        deadline=quoted(
            Deadline(text=year, kind="target", span=text.find(year)), text.find(year), "deadline:target"
        ),
    )
    return tuple(measures)


def _assignments(text: Text, zh: bool) -> tuple[Assignment, ...]:
    """Who owes what, and the proposals by the same paragraph."""
    names = {u[0]: u[2] for u in (ZH_UNITS if zh else EN_UNITS)}
    rows = (
        ("m1", "ferry", "lead"),
        ("m1", "tide", "cooperating"),
        ("m2", "wards", "lead"),
        ("m3", "market", "lead"),
        ("m6", "treasury", "cooperating"),
        ("m6", "audit", "cooperating"),
    )
    made = []
    for n, (measure, unit, role) in enumerate(rows):
        printed = names[unit] if zh or unit != "wards" else "all wards"
        span = text.find(printed)
        made.append(
            Assignment(
                id=f"a{n + 1}",
                measure=measure,
                unit=quoted(unit, span),
                role=quoted(role, span),
                printed=printed,
            )
        )
    matter = text.find("鱼市" if zh else "fish market")
    for n, measure in enumerate(("m4", "m5")):
        made.append(
            Assignment(
                id=f"p{n + 1}",
                measure=measure,
                unit=proposed("market", "same-paragraph", matter),
                role=proposed("lead", "same-paragraph", matter),
                printed=names["market"],
            )
        )
    return tuple(made)


def _orientation(text: Text, zh: bool) -> tuple[Orientation, ...]:
    """Two principles."""
    rows = (
        ((3, "要以商户的感受检验改革"), (5, "各港区要敢于先行"))
        if zh
        else (
            (3, "reform must be weighed by what traders see of it"),
            (5, "Each harbour should dare to go first"),
        )
    )
    return tuple(
        Orientation(document="bulletin", span=text.find(words), text=words, clause=f"c{n}")
        for n, words in rows
    )


def _links(language: str) -> tuple[Link, ...]:
    """The link that the text states: the fund rules wait for the rents."""
    text = Text(CHINESE if language == "zh" else ENGLISH)
    words = "在租金公布后" if language == "zh" else "once the rents are published"
    return (Link(id="l1", from_="m4-5", to="m6-1", condition=words, span=text.find(words)),)


def schedule_of(ledger: Ledger) -> Schedule:
    """A plain schedule made by hand: each measure's steps one after the other from today, links kept, a
    promise squeezed into its days."""
    calendar = work_calendar(None)
    waits = {link.to: link.from_ for link in ledger.links}
    last: dict[str, int] = {}
    begins: dict[str, int] = {}
    import datetime as dt

    first_day = calendar.number(dt.date.fromisoformat(TODAY))
    for measure in ledger.measures:
        at = first_day
        steps = [step for step in ledger.steps if step.measure == measure.id]
        usual = sum(step.days.value[1] for step in steps if step.days)
        due = measure.deadline.value.date if measure.deadline else None
        room = calendar.count(dt.date.fromisoformat(TODAY), dt.date.fromisoformat(due)) if due else usual
        for step in steps:
            days = step.days.value[1] if step.days else 1
            days = max(1, days * room // usual) if room < usual else days
            at = max(at, last.get(waits.get(step.id, ""), 0) + 1)
            begins[step.id], last[step.id] = at, at + days - 1
            at += days
    chain = {s.id for s in ledger.steps if s.measure == "m6" or (s.measure == "m4" and s.order <= 5)}
    critical = chain if ledger.links else set()
    driver = Driver(kind="release", words="starts when the plan does")
    return Schedule(
        plan_print=plan_print(ledger),
        today=TODAY,
        calendar="weekdays",
        verified=Verified(ok=True, by="hand"),
        rows=tuple(
            ScheduleRow(
                step=step.id,
                start=calendar.date(begins[step.id]).isoformat(),
                finish=calendar.date(last[step.id]).isoformat(),
                driver=driver,
                critical=step.id in critical,
            )
            for step in ledger.steps
        ),
        promises=(PromiseKept(measure="m2", due="2027-06-30", finish="2027-06-30"),),
    )
