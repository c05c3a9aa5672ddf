"""The road map of an adopted edition: who opens the way for whom, as promised, as expected, as done.

In: a `View` and a `Standing`, and whether lanes are groups or themes. Out: one `RoadMap`, drawn by the SVG
writer. Lanes stand in the order of their first measure, rows in plan order; standing measures share one lane
at the foot. The alt text says the whole drawing in sentences: lanes, rows, links, critical path. Not here:
a row of the map (`road_rows`), how many sheets it takes (the writers).
"""

import datetime as dt
from typing import Literal

from msgspec.structs import replace

from milepost.books.content.adopted.facts import adopted_facts
from milepost.books.content.adopted.road_rows import is_standing, road_row, year_date
from milepost.books.content.axis import axis, is_near
from milepost.books.content.links import critical_steps, critical_words, road_links
from milepost.books.content.records import Cell, Column, Lane, Legend, Month, RoadLink, RoadMap, Wall
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.wording.dates import listed, long_date
from milepost.books.wording.labels import label, script, words
from milepost.ledger.records import Measure, Stage

By = Literal["group", "theme"]
MONTH_ROOM = 25
"""Columns of 9 mm that the sheet has room for."""
STAGES: tuple[Stage, ...] = (
    "study", "draft", "consult", "review", "issue", "carry_out", "evaluate", "copy",
)  # fmt: skip
FARTHEST = 10
"""Rows that an arrow reaches over; the legend explains the flags that stand for longer ones."""
NAMED_ON_PATH = 12
"""Measures of the critical path that the line under the title names; more are counted."""
BRIEF = 12
"""Words (English) or characters (Chinese) of a condition that the drawing prints; the table has all."""


def adopted_road_map(view: View, standing: Standing, by: By = "group", paper: Wall = "auto") -> RoadMap:
    """The road map of an adopted edition."""
    language, today = view.language, standing.state.as_of
    year = int(today[:4])
    facts = adopted_facts(view, standing.state)
    months = _months(view, standing)
    lanes, links = _lanes(view, standing, by, months), _links(view, standing)
    drawn = RoadMap(
        facts=facts,
        title=words("wall.title", language, year=year),
        title_line=words("wall.count", language, n=len(view.ledger.measures)),
        no_links=_links_line(view, standing, links),
        months=months,
        today=today,
        today_words=words("legend.frozen", language, date=_flag_date(today, view)),
        measure_head=label("wall.measure", language),
        finish_head=label("wall.finish", language),
        lanes=lanes,
        legend=_legend(view, lanes, links),
        stage_key="",
        links=links,
        links_heading=label("road.conditions", language),
        links_columns=_columns(view),
        critical=critical_steps(view),
        critical_words=critical_words(view),
        alt_text="",
        adopted=True,
        paper=paper,
        book=words("wall.book", language, year=year),
        subject=standing.state.body,
        key_words=label("wall.key_tier", language),
    )
    return replace(drawn, alt_text=road_map_in_words(drawn))


def road_map_in_words(road_map: RoadMap) -> str:
    """The drawing as a list of sentences: title, counts, lanes with their rows, links, critical path."""
    language = road_map.facts.language
    parts = [
        words("wall.alt.title", language, title=road_map.title),
        road_map.title_line,
        road_map.no_links,
    ]
    for lane in road_map.lanes:
        parts.append(words("alt.lane", language, name=lane.name.text))
        parts += [row.alt for row in lane.rows]
    parts += [link.alt for link in road_map.links]
    parts.append(road_map.critical_words)
    return ("" if script(language) == "zh" else " ").join(part for part in parts if part)


# --- time ---


def _months(view: View, standing: Standing) -> tuple[Month, ...]:
    """Whole quarters that hold every stage and every baseline near enough to be drawn."""
    today = standing.state.as_of
    days = {today}
    for measure in view.ledger.measures:
        ends = [standing.baseline(measure), standing.done(measure)]
        for step in view.steps(measure):
            ends += [standing.step_start(step), step.done_on or standing.step_forecast(step)]
        days |= {day for day in ends if day and is_near(day, today)}
    first, last = _quarter(min(days))[0], _quarter(max(days))[1]
    first = min(first, f"{today[:4]}-01-01")
    last = max(last, f"{today[:4]}-12-31")
    return tuple(
        month for month in axis({first, last}, first, MONTH_ROOM, view.language) if month.first <= last
    )


def _quarter(day: str) -> tuple[str, str]:
    """The first and the last day of the quarter that a day lies in."""
    date = dt.date.fromisoformat(day)
    first = dt.date(date.year, (date.month - 1) // 3 * 3 + 1, 1)
    after = dt.date(first.year + first.month // 10, (first.month + 2) % 12 + 1, 1)
    return first.isoformat(), (after - dt.timedelta(1)).isoformat()


def _flag_date(today: str, view: View) -> str:
    """The freeze date for the flag of its line, which stands in its year: `15 June`, 6月15日."""
    return long_date(today, view.language).removesuffix(f" {today[:4]}").removeprefix(f"{today[:4]}年")


# --- lanes ---


def _lanes(view: View, standing: Standing, by: By, months: tuple[Month, ...]) -> tuple[Lane, ...]:
    """Lanes by group or theme in the order of their first measure, then standing measures at the foot."""
    found: dict[str, tuple[Cell, list[Measure]]] = {}
    foot: list[Measure] = []
    for measure in view.ledger.measures:
        if is_standing(view, measure):
            foot.append(measure)
            continue
        name = _lane_name(view, measure, by)
        found.setdefault(name.text, (name, []))[1].append(measure)
    lanes = [
        Lane(
            key=f"{by}-{n}",
            kind="plan",
            name=name,
            rows=tuple(road_row(view, standing, measure, months) for measure in measures),
        )
        for n, (name, measures) in enumerate(found.values(), start=1)
    ]
    if foot:
        name = Cell(text=label("road.lane.standing", view.language), origin="computed", rule="lane:kind")
        rows = tuple(road_row(view, standing, measure, months) for measure in foot)
        lanes.append(Lane(key="standing", kind="standing", name=name, rows=rows))
    return tuple(lanes)


def _lane_name(view: View, measure: Measure, by: By) -> Cell:
    """The group or theme of a measure, with its origin; one without says so."""
    value = measure.group if by == "group" else measure.theme
    if value is None or not value.value:
        return Cell(text=label(f"wall.no_{by}", view.language), origin="computed", rule=f"lane:no-{by}")
    return Cell(
        text=value.value, origin=value.origin, rule=value.rule, span=value.span, document=measure.document
    )


# --- links ---


def _links(view: View, standing: Standing) -> tuple[RoadLink, ...]:
    """The links with their condition in brief, and the day now expected of what opens."""
    return tuple(_told(view, _dated(view, standing, link)) for link in road_links(view))


def _dated(view: View, standing: Standing, link: RoadLink) -> RoadLink:
    """The link with the forecast or the done day of the stage that opens."""
    year, language = int(standing.state.as_of[:4]), view.language
    step, measure = view.step_by_id.get(link.from_step), view.measures[link.from_row]
    done = step.done_on if step else standing.done(measure)
    day = done or (standing.step_forecast(step) if step else standing.forecast(measure))
    if day is None:
        when = Cell(fill="office", label=label("line.no_date", language))
    else:
        short = year_date(day, year, language)
        text = words("wall.done", language, date=short) if done else short
        when = Cell(text=text, origin="computed", rule="done" if done else "forecast", date=day)
    return replace(link, when=when, brief=brief(link.condition.text, view.language))


def brief(condition: str, language: str) -> str:
    """The condition in at most twelve words or twelve characters."""
    if script(language) == "zh":
        cut = condition[: BRIEF - 1].rstrip("，、；")
        return condition if len(condition) <= BRIEF else cut + "…"
    parts = condition.split()
    return condition if len(parts) <= BRIEF else " ".join(parts[:BRIEF]).rstrip(",;") + "…"


def _told(view: View, link: RoadLink) -> RoadLink:
    """The link in a sentence."""
    language = view.language
    sentence = words(
        "wall.alt.link",
        language,
        n=link.number,
        first=link.first.text,
        then=link.then.text,
        condition=link.condition.text or label("wall.alt.no_condition", language),
        when=long_date(link.when.date, language) if link.when.date else link.when.label,
    )
    return replace(link, alt=sentence)


def _links_line(view: View, standing: Standing, links: tuple[RoadLink, ...]) -> str:
    """That no links are stated; else how many, and the measures of the critical path with its end."""
    language = view.language
    if not links:
        return label("road.no_links", language)
    count = words("wall.links", language, n=len(links))
    steps = [view.step_by_id[id_] for id_ in critical_steps(view)]
    ends = [end for step in steps if (end := step.done_on or standing.step_forecast(step))]
    if not ends:
        return count
    numbers = list(dict.fromkeys(view.number(view.measures[step.measure]) for step in steps))
    key = "wall.path" if len(numbers) <= NAMED_ON_PATH else "wall.path_many"
    path = words(
        key, language, n=len(numbers), numbers=listed(numbers, language), date=long_date(max(ends), language)
    )
    return ("" if script(language) == "zh" else " ").join((count, path))


def _columns(view: View) -> tuple[Column, ...]:
    """The heads of the start conditions."""
    heads = {"when": "wall.link.when"}
    return tuple(
        Column(key=key, head=label(heads.get(key, f"road.link.{key}"), view.language))
        for key in ("no", "first", "condition", "when", "then")
    )


# --- signs ---


def _legend(view: View, lanes: tuple[Lane, ...], links: tuple[RoadLink, ...]) -> tuple[Legend, ...]:
    """The stages that are drawn with their tones, then the other signs that are."""
    language = view.language
    rows = [row for lane in lanes for row in lane.rows]
    used = {bar.stage for row in rows for bar in row.stages}
    stages = [
        Legend(key=f"stage.{stage}", words=_stage_words(view, stage)) for stage in STAGES if stage in used
    ]
    signs = [
        ("done", "legend.stage_done", any(row.done_steps for row in rows)),
        ("baseline", "legend.baseline", any(row.baseline for row in rows)),
        ("wait", "legend.wait", bool(used)),
        ("standing", "legend.standing_check", any(row.checks for row in rows)),
        ("link", "legend.unlocks", bool(links)),
        ("flag", "legend.flag", _is_flagged(lanes, links)),
        ("critical", "legend.path", bool(critical_steps(view))),
    ]
    return (
        *stages,
        *(Legend(key=key, words=label(name, language)) for key, name, is_drawn in signs if is_drawn),
    )


def _is_flagged(lanes: tuple[Lane, ...], links: tuple[RoadLink, ...]) -> bool:
    """Whether a link reaches so far that two numbered flags stand for its arrow."""
    places = {row.id: n for n, row in enumerate(row for lane in lanes for row in lane.rows)}
    return any(abs(places[link.from_row] - places[link.to_row]) > FARTHEST for link in links)


def _stage_words(view: View, stage: Stage) -> str:
    """A stage by name, in English with the letters that stand in short bars."""
    name = label(f"stage.{stage}", view.language)
    if script(view.language) == "zh":
        return name
    return f"{name.lower()} ({label(f'stage.{stage}', view.language, short=True)})"
