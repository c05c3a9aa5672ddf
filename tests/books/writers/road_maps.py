"""Road maps to draw: invented rows in both languages, as many and as long as a test asks for."""

import datetime as dt
from typing import Literal

from milepost.books.content.records import (
    Bar,
    Cell,
    Column,
    Counts,
    Facts,
    Lane,
    Language,
    Month,
    RoadLink,
    RoadMap,
    RoadPromise,
    RoadRow,
    Under,
)
from milepost.books.wording.dates import month_name, quarter_name, quarter_of_year
from milepost.books.wording.labels import label
from milepost.ledger.origins import Origin
from milepost.ledger.records import Stage

RowKind = Literal["plan", "promised", "dated", "unsure", "standing"]
TODAY = dt.date(2027, 6, 10)
WORDS = {
    "en": ("Ferry timetable on one page", "Harbour Office", "list in force", "Waterways", "no date set"),
    "zh": ("轮渡时刻一张表", "港务办公室", "清单已印发", "水路运输", "未明确时限"),
}
LONG = {
    "en": "Simplified registration of small ferries and pleasure craft on the waterways of the three bays",
    "zh": "三湾内河小型客渡船和游船登记手续简化以及跨区域联合检查结果互相承认的管理办法",
}
DAYS: tuple[tuple[Stage, int], ...] = (
    ("study", 20),
    ("draft", 28),
    ("consult", 18),
    ("review", 12),
    ("issue", 6),
    ("carry_out", 150),
    ("evaluate", 30),
)


def facts(language: Language, measures: int = 0) -> Facts:
    """What stands on every page."""
    english = language == "en"
    return Facts(
        plan="plan",
        title="Bulletin of the Harbour Council" if english else "港口委员会会议通报",
        short="Bulletin of 9 June 2027" if english else "2027年6月9日会议通报",
        language=language,
        edition=1,
        frozen_on=TODAY.isoformat(),
        frozen_words="10 June 2027" if english else "2027年6月10日",
        plan_print="7f3a 91c2",
        edition_line="Edition 1, data frozen 10 June 2027" if english else "第1版　数据截至2027年6月10日",
        source_line="Source: Bulletin of 9 June 2027" if english else "来源：2027年6月9日会议通报",
        print_line="Plan print 7f3a 91c2" if english else "数据指纹 7f3a 91c2",
        draft=True,
        draft_words=label("line.unreviewed", language),
        author="Milepost",
        counts=Counts(measures=measures),
    )


def months(language: Language, count: int = 13) -> tuple[Month, ...]:
    """The columns of the time axis from the month of today."""
    found: list[Month] = []
    for number in range(TODAY.month - 1, TODAY.month - 1 + count):
        first = dt.date(TODAY.year + number // 12, number % 12 + 1, 1)
        after = dt.date(TODAY.year + (number + 1) // 12, (number + 1) % 12 + 1, 1)
        upper = not found or first.month % 3 == 1
        found.append(
            Month(
                first=first.isoformat(),
                last=(after - dt.timedelta(1)).isoformat(),
                label=month_name(first.month, language),
                quarter=quarter_name(first.month, language) if upper else "",
                quarter_year=quarter_of_year(first.isoformat(), language) if upper else "",
            )
        )
    return tuple(found)


def bars(row: str, language: Language, origin: Origin, shift: int = 0, share: float = 1.0) -> tuple[Bar, ...]:
    """All stages one after another, as long as `share` of the usual."""
    day = TODAY + dt.timedelta(shift)
    found = []
    for stage, usual in DAYS:
        end = day + dt.timedelta(max(int(usual * share), 1) - 1)
        found.append(
            Bar(
                step=f"{row}-{stage}",
                start=day.isoformat(),
                finish=end.isoformat(),
                stage=stage,
                name=label(f"stage.{stage}", language),
                short=label(f"stage.{stage}", language, short=True),
                origin=origin,
            )
        )
        day = end + dt.timedelta(1)
    return tuple(found)


def row(
    number: int,
    language: Language,
    kind: RowKind = "plan",
    *,
    origin: Origin = "proposed",
    title: str | None = None,
    lead: str | None = None,
    shift: int = 0,
) -> RoadRow:
    """A row of one of the kinds a first edition has; a dated one has a promise and no stages."""
    usual, unit, _, _, undated = WORDS[language]
    key = f"m{number}"
    promised = kind in {"promised", "dated"}
    stages = (
        bars(key, language, origin, shift, 0.6 if promised else 1.0) if kind in {"plan", "promised"} else ()
    )
    said = "by the end of the year" if language == "en" else "年底前"
    return RoadRow(
        id=key,
        code=f"M-{number:03d}",
        number=str(number),
        title=Cell(text=title or usual, origin="quoted"),
        lead=Cell(fill="office", label=label("line.not_assigned", language).lower())
        if lead == ""
        else Cell(text=lead or unit, origin="quoted"),
        stages=stages,
        checks=("2027-06-30", "2027-09-30", "2027-12-31", "2028-03-31") if kind == "standing" else (),
        promise=RoadPromise(date="2027-12-31", words=said, kind="fixed") if promised else None,
        as_written=Cell(text=said, origin="quoted") if promised else Cell(fill="office", label=undated),
        finish=Cell(text="31 Dec 2027", origin="computed", date="2027-12-31")
        if promised
        else Cell(text="1 Mar 2028", origin=origin, date="2028-03-01")
        if stages
        else None,
        finish_note=label("road.target", language) if promised else "",
        note=label("road.no_steps_unsure", language) if kind in {"unsure", "dated"} else "",
    )


def link(
    number: int,
    first: int,
    then: int,
    language: Language,
    *,
    stages: tuple[Stage, Stage] = ("issue", "carry_out"),
    critical: bool = False,
) -> RoadLink:
    """A link between the stages of two rows."""
    cell = Cell(text=WORDS[language][2], origin="quoted")
    return RoadLink(
        number=number,
        from_row=f"m{first}",
        from_step=f"m{first}-{stages[0]}",
        to_row=f"m{then}",
        to_step=f"m{then}-{stages[1]}",
        first=cell,
        then=cell,
        condition=cell,
        when=cell,
        critical=critical,
    )


def road_map(
    language: Language = "en",
    plan: tuple[RoadRow, ...] | None = None,
    *,
    unsure: int = 1,
    standing: int = 3,
    links: tuple[RoadLink, ...] = (),
    lane_names: tuple[str, ...] = (),
    lane_origin: Origin = "proposed",
    month_count: int = 13,
) -> RoadMap:
    """A road map: the plan's rows spread over lanes, then the unsure and the standing ones."""
    plan = (row(1, language), row(2, language, "promised", lead="")) if plan is None else plan
    names = lane_names or (WORDS[language][3],)
    share = -(-len(plan) // len(names))
    lanes = [
        Lane(
            key=f"lane{n}",
            kind="plan",
            name=Cell(text=name, origin=lane_origin),
            rows=plan[n * share : (n + 1) * share],
        )
        for n, name in enumerate(names)
    ]
    next_number = len(plan) + 1
    kinds: tuple[tuple[Literal["unsure", "standing"], int], ...] = (
        ("unsure", unsure),
        ("standing", standing),
    )
    for kind, count in kinds:
        rows = tuple(row(next_number + n, language, kind) for n in range(count))
        next_number += count
        name = Cell(text=label(f"road.lane.{kind}", language), origin="computed")
        lanes.append(Lane(key=kind, kind=kind, name=name, rows=rows))
    return RoadMap(
        facts=facts(language, next_number - 1),
        title=label("book.road_map", language),
        title_line="",
        no_links="" if links else label("road.no_links", language),
        months=months(language, month_count),
        today=TODAY.isoformat(),
        today_words="frozen 10 June" if language == "en" else "数据截至6月10日",
        measure_head=label("road.measure", language),
        finish_head=label("road.finish", language),
        lanes=tuple(lanes),
        legend=(),
        stage_key="",
        links=links,
        links_heading=label("road.conditions", language),
        links_columns=tuple(
            Column(key=key, head=label(f"road.link.{key}", language))
            for key in ("no", "first", "condition", "when", "then")
        ),
        under=(Under(head="Name a lead.", body="One measure has none."),),
        alt_text="Two lanes of invented measures.",
    )
