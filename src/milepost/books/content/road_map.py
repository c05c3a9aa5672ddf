"""The road map of an edition: lanes with stages, promises of the text, the links it states.

In: ledger, schedule, language. Out: one `RoadMap`, drawn by the SVG writer. Lanes are themes: a heading of
the text, else its body paragraph; measures without a kind and standing ones have lanes of their own at the
foot. A plan without links says so and has no critical path. The alt text says all of it in sentences.
"""

from collections import Counter

from milepost.books.content.axis import axis
from milepost.books.content.facts import facts_of
from milepost.books.content.lanes import lanes_of
from milepost.books.content.links import critical_steps, critical_words, road_links
from milepost.books.content.records import Column, Facts, Lane, Legend, RoadLink, RoadMap, Under
from milepost.books.content.timetable import GROUPS, group_of
from milepost.books.content.view import View
from milepost.books.wording.dates import joined, long_date
from milepost.books.wording.labels import label, words
from milepost.ledger.codec_xlsx.sheets import SHEETS
from milepost.ledger.records import Ledger, Schedule

MONTH_ROOM = 25
"""Columns of 9 mm that the sheet has room for."""

LETTERED = ("study", "draft", "consult", "review", "issue", "carry_out", "evaluate")


def road_map(ledger: Ledger, schedule: Schedule, language: str | None = None) -> RoadMap:
    """The road map of the edition."""
    view = View(ledger, schedule, language)
    facts = facts_of(view)
    lanes, links = lanes_of(view), road_links(view)
    days = [bar.finish for lane in lanes for row in lane.rows for bar in row.stages]
    days += [bar.start for lane in lanes for row in lane.rows for bar in row.stages]
    days += [row.promise.date for lane in lanes for row in lane.rows if row.promise]
    days += [day for lane in lanes for row in lane.rows for day in row.checks]
    today, tongue = schedule.today, view.language
    return RoadMap(
        facts=facts,
        title=_title(facts),
        title_line=_title_line(view, facts),
        no_links=_links_line(view),
        months=axis(days, today, MONTH_ROOM, tongue),
        today=today,
        today_words=words(
            "legend.frozen", tongue, date=long_date(today, tongue).removesuffix(f" {today[:4]}")
        ),
        measure_head=label("road.measure", tongue),
        finish_head=label("road.finish", tongue),
        lanes=lanes,
        legend=_legend(view, facts, bool(links)),
        stage_key=_stage_key(view, lanes),
        links=links,
        links_heading=label("road.conditions", tongue),
        links_columns=tuple(
            Column(key=key, head=label(f"road.link.{key}", tongue))
            for key in ("no", "first", "condition", "when", "then")
        ),
        critical=critical_steps(view),
        critical_words=critical_words(view),
        under=_under(view, facts),
        alt_text=_alt_text(view, facts, lanes, links),
    )


def _title(facts: Facts) -> str:
    """ "Road map, first edition"."""
    key = "road.title" if facts.edition == 1 else "road.title_n"
    return words(key, facts.language, n=facts.edition)


def _title_line(view: View, facts: Facts) -> str:
    """How many measures, each counted once: with stages, standing, without a kind, without steps."""
    language = view.language
    groups = Counter(group_of(view, measure) for measure in view.ledger.measures)
    parts = [words(f"road.{key}", language, n=groups[key]) for key in GROUPS if groups[key]]
    mark, stop = (": ", ".") if language == "en" else ("：", "。")
    comma = ", " if language == "en" else "，"
    return (
        words("road.count", language, n=facts.counts.measures) + mark * bool(parts) + comma.join(parts) + stop
    )


def _links_line(view: View) -> str:
    """Whether links are stated, and where the critical path ends."""
    links = view.ledger.links
    if not links:
        return label("road.no_links", view.language)
    critical = [view.rows[step].finish for step in critical_steps(view)]
    if not critical:
        return words("road.links_only", view.language, n=len(links))
    end = long_date(max(critical), view.language)
    return words("road.links", view.language, n=len(links), date=end)


def _legend(view: View, facts: Facts, linked: bool) -> tuple[Legend, ...]:
    """The signs of the drawing."""
    language = view.language
    keys = ["stage", "wait", "promise" if facts.counts.dated else "promise_none", "standing", "suggested"]
    signs = [Legend(key=key.removesuffix("_none"), words=label(f"legend.{key}", language)) for key in keys]
    signs.append(Legend(key="fill", words=label("row.unit_to_fill", language)))
    if linked:
        signs.append(Legend(key="link", words=label("legend.link", language)))
    if linked and critical_steps(view):
        signs.append(Legend(key="critical", words=label("legend.critical", language)))
    return tuple(signs)


def _stage_key(view: View, lanes: tuple[Lane, ...]) -> str:
    """What the letters in short bars stand for, of the stages that are drawn."""
    used = {bar.stage for lane in lanes for row in lane.rows for bar in row.stages}
    pairs = [
        (label(f"stage.{s}", view.language, short=True), label(f"stage.{s}", view.language))
        for s in LETTERED
        if s in used
    ]
    themes = label("road.stage_key", view.language)
    if view.language == "zh":
        return "　".join(f"{short}：{name}" for short, name in pairs) + ("；" if pairs else "") + themes
    return joined((" · ".join(f"{short} {name.lower()}" for short, name in pairs), themes), "en")


def _under(view: View, facts: Facts) -> tuple[Under, ...]:
    """Three sentences: what would firm the map up."""
    language = view.language
    missing = facts.counts.unassigned + facts.counts.lead_to_name
    date = long_date(view.starts_on, language)
    lead = (
        words("road.under.lead_body", language, n=missing, date=date)
        if missing
        else label("road.under.lead_all", language)
    )
    links = words("road.under.links_body", language, sheet=_links_sheet(view))
    return (
        Under(head=label("road.under.lead", language), body=lead),
        Under(head=label("road.under.stages", language), body=label("road.under.stages_body", language)),
        Under(
            head=label("road.under.links", language),
            body=links,
        ),
    )


def _links_sheet(view: View) -> str:
    """What the sheet of the links is called in the ledger, whose language is its own."""
    name = next(sheet.name for sheet in SHEETS if sheet.key == "links")
    return name.zh if view.ledger.plan.language == "zh" else name.en


def _alt_text(view: View, facts: Facts, lanes: tuple[Lane, ...], links: tuple[RoadLink, ...]) -> str:
    """The drawing in sentences: counts, lanes with their rows, links, critical path."""
    language = view.language
    parts = [
        f"{facts.short}{': ' if language == 'en' else '：'}{_title_line(view, facts)}",
        _links_line(view),
    ]
    for lane in lanes:
        parts.append(words("alt.lane", language, name=lane.name.text))
        parts += [row.alt for row in lane.rows]
    parts += [
        words(
            "alt.link",
            language,
            n=link.number,
            first=link.first.text,
            then=link.then.text,
            condition=link.condition.text or link.condition.label,
        )
        for link in links
    ]
    parts.append(critical_words(view))
    return (" " if language == "en" else "").join(part for part in parts if part)
