"""Adopted road maps to draw: the invented city of Langang, and plans drawn at random."""

import datetime as dt

import msgspec
from hypothesis import strategies as st

from milepost.books.content.adopted.road_map import adopted_road_map, brief
from milepost.books.content.records import (
    Bar,
    Cell,
    Lane,
    Language,
    RoadLink,
    RoadMap,
    RoadRow,
    RoadState,
    Wall,
)
from milepost.books.content.standing import MARKS, Standing
from milepost.books.content.view import View
from milepost.books.wording.labels import label
from milepost.ledger.records import Stage
from tests.books.langang import langang, many

STAGES: tuple[Stage, ...] = (
    "study", "draft", "consult", "review", "issue", "carry_out", "evaluate", "copy",
)  # fmt: skip
FIRST = dt.date(2027, 1, 1)
TITLES = {
    "en": ("Ferry timetable on one page", "Simplified registration of small ferries on the three bays"),
    "zh": ("轮渡时刻一张表", "内河小型客渡船和游船登记手续简化及检查结果互认办法"),
}
CONDITIONS = {
    "en": (
        "list in force",
        "",
        "the catalogue of all forty data sets stands in force and every owner has named a person for it",
    ),
    "zh": ("清单印发", "", "目录已经印发并且各提供单位均已明确专人负责更新"),
}


def city(language: Language, by: str = "group", paper: Wall = "auto") -> RoadMap:
    """The road map of Langang."""
    view, standing = seen(language)
    return adopted_road_map(view, standing, "theme" if by == "theme" else "group", paper)


def grown(number: int, language: Language, paper: Wall = "auto") -> RoadMap:
    """The same city with so many measures."""
    ledger, schedule, state = many(number, language)
    view = View(ledger, schedule)
    return adopted_road_map(view, Standing(view, state), paper=paper)


def seen(language: Language) -> tuple[View, Standing]:
    """Langang as the books see it."""
    ledger, schedule, state = langang(language)
    view = View(ledger, schedule)
    return view, Standing(view, state)


@st.composite
def road_maps(draw: st.DrawFn, least_rows: int = 2, least_links: int = 0) -> RoadMap:
    """A plan with rows, stages, dates and links drawn at random, on the sheet of Langang."""
    language: Language = draw(st.sampled_from(("en", "zh")))
    count = draw(st.integers(least_rows, 24))
    rows = tuple(draw(_rows(language, number)) for number in range(1, count + 1))
    ends = st.integers(0, count - 1)
    pairs = draw(st.lists(st.tuples(ends, ends), min_size=least_links, max_size=40))
    links = tuple(
        draw(_links(language, number, rows[first], rows[then]))
        for number, (first, then) in enumerate(((a, b) for a, b in pairs if a != b), start=1)
    )
    cut = draw(st.integers(1, count))
    lanes = tuple(
        Lane(key=f"group-{n}", kind="plan", name=Cell(text=name, origin="typed"), rows=part)
        for n, (name, part) in enumerate(zip(TITLES[language], (rows[:cut], rows[cut:]), strict=True))
        if part
    )
    return msgspec.structs.replace(city(language), lanes=lanes, links=links)


@st.composite
def _rows(draw: st.DrawFn, language: Language, number: int) -> RoadRow:
    """A row with up to eight stages one after another, some waits between, some done."""
    stages = draw(
        st.lists(st.sampled_from(STAGES), unique=True, max_size=8).map(lambda s: sorted(s, key=STAGES.index))
    )
    day, bars = draw(st.integers(0, 200)), []
    for stage in stages:
        day += draw(st.sampled_from((0, 0, 0, 25)))
        length = draw(st.integers(1, 60))
        bars.append(_bar(language, number, stage, day, min(day + length, 364)))
        day = min(day + length, 364)
    mark = draw(st.sampled_from(MARKS))
    baseline = draw(st.none() | st.integers(0, 364).map(_day))
    words = label(f"state.{mark}", language)
    return RoadRow(
        id=f"m{number}",
        code=f"M-{number:03d}",
        number=str(number),
        title=Cell(text=draw(st.sampled_from(TITLES[language])), origin="typed"),
        lead=Cell(text=TITLES[language][0], origin="quoted"),
        cooperating=Cell(text=TITLES[language][1] * draw(st.integers(1, 3)), origin="computed"),
        cooperating_count="3",
        stages=tuple(bars),
        done_steps=tuple(bar.step for bar in bars[: draw(st.integers(0, len(bars)))]),
        baseline=baseline,
        verified_on=_day(day) if mark == "done" else None,
        as_written=Cell(text=TITLES[language][0], origin="quoted"),
        finish=Cell(text=TITLES[language][0], origin="computed") if draw(st.booleans()) else None,
        output=Cell(text=draw(st.sampled_from(TITLES[language])), origin="typed"),
        note="" if bars else label("mark.unplanned", language),
        state=RoadState(mark=mark, words=words, strong=draw(st.booleans()), chip=mark == "late"),
    )


def _bar(language: Language, number: int, stage: Stage, first: int, last: int) -> Bar:
    """A stage from one day of the year to another."""
    return Bar(
        step=f"m{number}-{stage}",
        start=_day(first),
        finish=_day(last),
        stage=stage,
        name=label(f"stage.{stage}", language),
        short=label(f"stage.{stage}", language, short=True),
        origin="typed",
    )


def _day(number: int) -> str:
    """A day of the year of Langang."""
    return (FIRST + dt.timedelta(number)).isoformat()


@st.composite
def _links(draw: st.DrawFn, language: Language, number: int, first: RoadRow, then: RoadRow) -> RoadLink:
    """A link between any stages of two rows."""
    condition = draw(st.sampled_from(CONDITIONS[language]))
    said = Cell(text=condition, origin="quoted") if condition else Cell(fill="office", label="-")
    return RoadLink(
        number=number,
        from_row=first.id,
        from_step=draw(st.sampled_from(first.stages)).step if first.stages else "",
        to_row=then.id,
        to_step=draw(st.sampled_from(then.stages)).step if then.stages else "",
        first=first.title,
        then=then.title,
        condition=said,
        when=Cell(text="21", origin="computed"),
        critical=draw(st.booleans()),
        brief=brief(condition, language),
    )
