"""The timetables of an adopted edition: of the whole plan, each group, each unit, and of the months ahead.

In: a `View` and a `Standing`. Out: `AdoptedTimetable`s that share rows, dates and marks. A unit's timetable
holds what it leads and what it joins. A plan of more rows than a book holds is split into volumes by group,
then by unit, and each says which rows it holds. The load strip and the pictures speak of the whole scope and
stand in the first volume. Not here: rows (`year`), load, what is due, the annex, pictures.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from msgspec.structs import replace

from milepost.books.content.adopted.annex import all_steps
from milepost.books.content.adopted.due import columns, late_and_due
from milepost.books.content.adopted.facts import adopted_facts
from milepost.books.content.adopted.load import Monthly, limit_note, monthly_loads, unit_loads
from milepost.books.content.adopted.long_cells import with_long_cells
from milepost.books.content.adopted.pictures import pictures_of
from milepost.books.content.adopted.year import drawn_days, group_name, year_groups
from milepost.books.content.axis import calendar_years
from milepost.books.content.records import Legend, Month
from milepost.books.content.records.adopted_timetable import AdoptedTimetable, Load, Scope, Sheet, YearGroup
from milepost.books.content.standing import MARKS, Mark, Standing
from milepost.books.content.view import View
from milepost.books.wording.dates import day_month, joined, long_date
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Measure

MOST_ROWS = 2_000
"""Rows of a book; a measure and each of its steps count."""
LEAST_MONTH_MM = 9.0
AXIS_MM: dict[Sheet, float] = {"A4": 143.0, "A3": 240.0, "A1": 560.0}
ANNEX_AXIS_MM = 72.0
"""Room for the columns of time on each paper, and in the annex."""
HEADS = (
    ("no", "column.no"),
    ("measure", "time.measure"),
    ("months", ""),
    ("baseline", "year.baseline"),
    ("forecast", "year.forecast"),
    ("state", "year.state"),
)


BAR_SIGNS = ("done", "forecast", "past", "wait")
SIGNED: tuple[Mark, ...] = (*MARKS, "claimed")
"""The legend's order; a measure without a light has no sign."""


class Choice(NamedTuple):
    """What one timetable is about: its measures, and the load of the units that it shows."""

    scope: Scope
    code: str
    subject: str
    measures: tuple[Measure, ...]
    loads: Mapping[str, Monthly]


def adopted_timetables(view: View, standing: Standing, paper: Sheet = "A4") -> tuple[AdoptedTimetable, ...]:
    """Every timetable of the edition: whole, each group, each unit, the months ahead."""
    all_ = whole(view, standing)
    choices = (all_, *of_groups(view, all_), *of_units(view, all_))
    made = [book for choice in choices for book in timetables_of(view, standing, choice, paper)]
    return (*made, month_view(view, standing))


def timetables_of(
    view: View, standing: Standing, choice: Choice, paper: Sheet = "A4"
) -> tuple[AdoptedTimetable, ...]:
    """The timetable of one choice, in as many volumes as it needs."""
    volumes = tuple(_volumes(view, choice.measures))
    if len(volumes) == 1:
        return (one_timetable(view, standing, choice, paper),)
    made, first, total = [], 1, sum(_rows(view, held) for held in volumes)
    for number, held in enumerate(volumes, start=1):
        last = first + _rows(view, held) - 1
        said = words(
            "year.volume",
            view.language,
            first=f"{first:,}",
            last=f"{last:,}",
            total=f"{total:,}",
            n=number,
            volumes=len(volumes),
        )
        part = choice._replace(
            code=f"{choice.code}-{number}", measures=held, loads=choice.loads if number == 1 else {}
        )
        made.append(one_timetable(view, standing, part, paper, said, with_pictures=number == 1))
        first = last + 1
    return tuple(made)


def month_view(view: View, standing: Standing) -> AdoptedTimetable:
    """What is late and due in the months ahead, alone."""
    choice = whole(view, standing)._replace(scope="month", code="month", loads={})
    book = one_timetable(view, standing, choice, "A4")
    return replace(book, groups=(), annex=None, load=None, heading=book.due.heading)


# --- what each is about ---


def whole(view: View, standing: Standing) -> Choice:
    """The whole plan."""
    measures, loads = tuple(view.ledger.measures), monthly_loads(view, standing)
    return Choice("whole", "whole", standing.state.body, measures, loads)


def of_groups(view: View, all_: Choice) -> Iterator[Choice]:
    """Each group, where there are several, with the load of the units that carry it."""
    groups = _by(all_.measures, lambda measure: group_name(view, measure).text)
    if len(groups) == 1:
        return
    for number, held in enumerate(groups, start=1):
        carriers = {a.unit.value for measure in held for a in view.assignments(measure)}
        loads = {unit: load for unit, load in all_.loads.items() if unit in carriers}
        yield Choice("group", f"group-{number}", group_name(view, held[0]).text, tuple(held), loads)


def of_units(view: View, all_: Choice) -> Iterator[Choice]:
    """Each unit with what it leads and joins, in plan order."""
    order = {measure.id: n for n, measure in enumerate(all_.measures)}
    for id_, unit in view.units.items():
        led, cooperating, _ = view.books_of.get(id_, ([], [], []))
        held = sorted({m.id: m for m in (*led, *cooperating)}.values(), key=lambda m: order[m.id])
        if held:
            loads = {id_: all_.loads[id_]} if id_ in all_.loads else {}
            yield Choice("unit", unit.code, unit.name, tuple(held), loads)


# --- one timetable ---


def one_timetable(
    view: View,
    standing: Standing,
    choice: Choice,
    paper: Sheet = "A4",
    volume: str = "",
    with_pictures: bool = True,
) -> AdoptedTimetable:
    """One book, whatever its size; drawings in pages need no volumes."""
    language, today = view.language, standing.state.as_of
    days = tuple(drawn_days(view, standing, choice.measures))
    months = calendar_years(days, today, int(AXIS_MM[paper] // LEAST_MONTH_MM), language)
    narrow_months = calendar_years(days, today, int(ANNEX_AXIS_MM // LEAST_MONTH_MM), language)
    groups = year_groups(view, standing, choice.measures, months)
    title = words("year.book", language, year=today[:4])
    heading = words(_heading_key(months), language, n=len(choice.measures))
    book = AdoptedTimetable(
        facts=adopted_facts(view, standing.state),
        scope=choice.scope,
        code=choice.code,
        title=title,
        subject=choice.subject,
        heading=heading,
        adopted_line=_adopted_line(view, standing),
        months=months,
        columns=columns(view, HEADS),
        groups=groups,
        load=_load(view, standing, choice, months),
        legend=_legend(view, groups),
        today=today,
        today_words=words("legend.frozen", language, date=day_month(today, language)),
        count=words("count.rows", language, n=len(choice.measures)),
        due=late_and_due(view, standing, choice.measures),
        annex=all_steps(view, standing, choice.measures, narrow_months),
        annex_months=narrow_months,
        pictures=pictures_of(view, standing, choice.measures, choice.loads) if with_pictures else (),
        pictures_heading=label("picture.heading", language),
        alt=_in_words(view, heading, groups),
        short_names=_short_names(view, choice),
        texts_heading=label("task.annex", language),
        volume=volume,
        paper=paper,
    )
    return with_long_cells(book)


def _heading_key(months: tuple[Month, ...]) -> str:
    """What the columns are."""
    first = months[0]
    if first.first[:7] == first.last[:7]:
        return "year.heading"
    quarters = first.first[:4] == first.last[:4] and first.last[5:7] == "03"
    return "year.heading_quarters" if quarters else "year.heading_years"


def _adopted_line(view: View, standing: Standing) -> str:
    """What made the plan binding; empty where the state does not say it."""
    adoption = standing.state.adoption
    if adoption is None or adoption.on is None:
        return ""
    date = long_date(adoption.on, view.language)
    if not adoption.sitting:
        return words("year.adopted_on", view.language, date=date)
    return words("year.adopted", view.language, sitting=adoption.sitting, date=date)


def _load(view: View, standing: Standing, choice: Choice, months: tuple[Month, ...]) -> Load | None:
    """The load strip of the units."""
    rows = unit_loads(view, standing, choice.loads, months)
    if not rows:
        return None
    return Load(heading=label("year.load", view.language), note=limit_note(view, rows), rows=rows)


def _legend(view: View, groups: tuple[YearGroup, ...]) -> tuple[Legend, ...]:
    """The signs that the sheet uses: bars, then marks in their order."""
    rows = [row for group in groups for row in group.rows]
    looks = {piece.look for row in rows for piece in row.stretches}
    used = [*(key for key in BAR_SIGNS if key in looks), "baseline"]
    used += ["check"] if any(row.checks for row in rows) else []
    signs = [Legend(key=key, words=label(f"year.legend.{key}", view.language)) for key in used]
    if any(row.changed for row in rows):
        edition = view.ledger.plan.edition - 1
        signs.append(Legend(key="changed", words=words("year.legend.changed", view.language, n=edition)))
    marks = {row.state.mark for row in rows}
    return (*signs, *(Legend(key=f"mark.{m}", words=_mark_words(view, m)) for m in SIGNED if m in marks))


def _mark_words(view: View, mark: str) -> str:
    """What a mark means, in a word or two; the task book's legend has the settings."""
    return label(f"state.{mark}", view.language).lower()


def _short_names(view: View, choice: Choice) -> str:
    """The short names of units that the book prints, with what they stand for."""
    named = {a.unit.value for m in choice.measures for a in view.assignments(m)}
    told = [
        words("year.short_name", view.language, short=unit.short, name=unit.name)
        for unit in view.units.values()
        if unit.id in named and unit.short and unit.short != unit.name
    ]
    return words("year.short_names", view.language, names=joined(told, view.language)) if told else ""


def _in_words(view: View, heading: str, groups: tuple[YearGroup, ...]) -> str:
    """The drawing as sentences."""
    gap, stop = ("", "。") if view.language == "zh" else (" ", ".")
    said = [heading + stop]
    for group in groups:
        said += [group.name.text + stop, *(row.alt for row in group.rows)]
    return gap.join(said)


# --- volumes ---


def _rows(view: View, measures: Iterable[Measure]) -> int:
    """The rows that measures take: one each, or one for each step in the annex where that is more."""
    return sum(max(1, len(view.steps(measure))) for measure in measures)


def _volumes(view: View, measures: Sequence[Measure]) -> Iterator[tuple[Measure, ...]]:
    """Measures in volumes: whole groups as long as they fit, a group that no volume holds by unit."""
    held: list[Measure] = []
    for part in _parts(view, measures):
        if held and _rows(view, (*held, *part)) > MOST_ROWS:
            yield tuple(held)
            held = []
        held += part
    yield tuple(held)


def _parts(view: View, measures: Sequence[Measure]) -> Iterator[list[Measure]]:
    """The pieces that volumes are packed from."""
    for group in _by(measures, lambda m: group_name(view, m).text):
        if _rows(view, group) <= MOST_ROWS:
            yield group
            continue
        for unit in _by(group, lambda m: lead.unit.value if (lead := view.lead(m)) else ""):
            if _rows(view, unit) <= MOST_ROWS:
                yield unit
            else:
                yield from ([measure] for measure in unit)


def _by(measures: Iterable[Measure], key: Callable[[Measure], str]) -> list[list[Measure]]:
    """Measures with one key together, in the order of the first of each."""
    found: dict[str, list[Measure]] = {}
    for measure in measures:
        found.setdefault(key(measure), []).append(measure)
    return list(found.values())
