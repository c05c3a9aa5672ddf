"""Pictures that a leader reads at a glance: progress by group, load by unit and month, promises at risk.

In: a `View`, a `Standing`, and which measures (all unless told). Out: records of data with their words; the
writers draw them. Every number counts a list that the timetable shows. No unit is ranked: groups and units
stand in the order of the plan and the register.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from msgspec.structs import replace

from milepost.books.content.adopted.load import Monthly, limit_note, monthly_loads, unit_loads
from milepost.books.content.adopted.year import baseline_cell, drawn_days, forecast_cell, group_name
from milepost.books.content.axis import calendar_years
from milepost.books.content.records import Cell, Month
from milepost.books.content.records.pictures import (
    LoadPicture,
    MarkCount,
    PictureRecord,
    ProgressPicture,
    ProgressRow,
    RiskPicture,
    RiskRow,
    UnitLoad,
)
from milepost.books.content.standing import MARKS, VERIFIED, Mark, Standing
from milepost.books.content.values import title_cell
from milepost.books.content.view import View
from milepost.books.content.who import lead_words
from milepost.books.wording.dates import listed
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Measure

COUNTED: tuple[Mark, ...] = (*MARKS, "claimed", "none")
MOST_RISKS = 11
"""Promises that a picture has room for; the timetable lists all."""
MOST_GROUPS, MOST_UNITS = 14, 18
"""Rows of a picture that stands on a page; more go on in a further one."""
LOAD_COLUMNS = 12


def pictures_of(
    view: View, standing: Standing, measures: Sequence[Measure], loads: Mapping[str, Monthly]
) -> tuple[PictureRecord, ...]:
    """The pictures of some measures and units; a load that nobody has is not drawn."""
    progress = progress_picture(view, standing, measures)
    load = in_parts(load_picture(view, standing, loads), MOST_UNITS) if loads else ()
    return (*in_parts(progress, MOST_GROUPS), *load, risk_picture(view, standing, measures))


P = TypeVar("P", ProgressPicture, LoadPicture)


def in_parts(picture: P, most: int) -> tuple[P, ...]:
    """The picture in as many parts as keep each on a page; the words of the whole go with every part."""
    starts = range(0, max(len(picture.rows), 1), most)
    if len(starts) == 1:
        return (picture,)
    return tuple(
        replace(
            picture,
            title=words("picture.part", picture.language, title=picture.title, n=n, total=len(starts)),
            rows=picture.rows[start : start + most],
        )
        for n, start in enumerate(starts, start=1)
    )


# --- progress ---


def progress_picture(
    view: View, standing: Standing, measures: Sequence[Measure] | None = None
) -> ProgressPicture:
    """Measures of each group by their mark."""
    held = view.ledger.measures if measures is None else measures
    language = view.language
    found: dict[str, tuple[Cell, Counter[str]]] = {}
    for measure in held:
        name = group_name(view, measure)
        found.setdefault(name.text, (name, Counter()))[1][standing.mark(measure)] += 1
    total = sum((counts for _, counts in found.values()), Counter[str]())
    used = [mark for mark in COUNTED if total[mark]]
    rows = tuple(
        ProgressRow(name=name, counts=_counts(view, counts, used), total=counts.total())
        for name, counts in found.values()
    )
    note = words("picture.progress_note", language, n=len(held))
    title = label("picture.progress", language)
    said = (_progress_words(view, row) for row in rows)
    return ProgressPicture(
        title=title,
        alt=_sentences(view, title, note, said),
        language=language,
        note=note,
        total_head=label("picture.total", language),
        rows=rows,
        marks=_counts(view, total, used),
    )


def _counts(view: View, counts: Counter[str], used: Iterable[Mark]) -> tuple[MarkCount, ...]:
    """The counts of the marks that the picture uses."""
    return tuple(
        MarkCount(mark=mark, words=label(f"state.{mark}", view.language), number=counts[mark])
        for mark in used
    )


def _progress_words(view: View, row: ProgressRow) -> str:
    """A group in a sentence."""
    parts = listed(
        (
            words("picture.alt.part", view.language, n=count.number, word=count.words)
            for count in row.counts
            if count.number
        ),
        view.language,
    )
    return words("picture.alt.progress_row", view.language, name=row.name.text, total=row.total, parts=parts)


# --- load ---


def load_picture(view: View, standing: Standing, loads: Mapping[str, Monthly] | None = None) -> LoadPicture:
    """Stages ending by unit and month, led and joined."""
    language = view.language
    shown = monthly_loads(view, standing) if loads is None else loads
    days = drawn_days(view, standing, view.ledger.measures)
    months = calendar_years(days, standing.state.as_of, LOAD_COLUMNS, language)
    rows = unit_loads(view, standing, shown, months)
    title, note = label("picture.load", language), limit_note(view, rows)
    said = (_load_words(view, row, months) for row in rows)
    return LoadPicture(
        title=title,
        alt=_sentences(view, title, label("year.load", language), said),
        language=language,
        note=note,
        months=months,
        rows=rows,
    )


def _load_words(view: View, row: UnitLoad, months: tuple[Month, ...]) -> str:
    """A unit in a sentence: the columns in which something ends, and which are above the limit."""
    cells = listed(
        (
            words(
                "picture.alt.over" if cell.over else "picture.alt.load_cell",
                view.language,
                column=month.label,
                sum=f"{cell.led}+{cell.joined}" if view.language != "zh" else f"{cell.led}＋{cell.joined}",
            )
            for month, cell in zip(months, row.cells, strict=True)
            if cell.total
        ),
        view.language,
    )
    return words("picture.alt.load_row", view.language, unit=row.unit.text, total=row.total, cells=cells)


# --- promises at risk ---


def risk_picture(view: View, standing: Standing, measures: Sequence[Measure] | None = None) -> RiskPicture:
    """Measures whose forecast lies past their baseline: by how many days, and on whom they wait."""
    language = view.language
    held = view.ledger.measures if measures is None else measures
    found = [row for measure in held if (row := _risk(view, standing, measure))]
    found.sort(key=lambda row: (-row.days, row.number.zfill(6)))
    shown = tuple(found[:MOST_RISKS])
    title, note = label("picture.risk", language), words("picture.risk_note", language, n=len(found))
    empty = label("picture.risk_none", language)
    return RiskPicture(
        title=title,
        alt=_sentences(view, title, note, (_risk_words(view, row) for row in shown))
        if shown
        else _sentences(view, title, empty, ()),
        language=language,
        note=note if shown else "",
        heads=tuple(label(f"picture.risk.{key}", language) for key in ("measure", "days", "dates", "waits")),
        rows=shown,
        empty="" if shown else empty,
        rest=words("picture.risk_rest", language, n=len(found) - len(shown))
        if len(found) > len(shown)
        else "",
    )


def _risk(view: View, standing: Standing, measure: Measure) -> RiskRow | None:
    """A measure at risk; None where its forecast keeps the baseline, where it has none or is verified."""
    baseline, forecast = standing.baseline(measure), standing.forecast(measure)
    if measure.state in VERIFIED or baseline is None or forecast is None or forecast <= baseline:
        return None
    days = (dt.date.fromisoformat(forecast) - dt.date.fromisoformat(baseline)).days
    return RiskRow(
        number=view.number(measure),
        title=title_cell(measure),
        lead=lead_words(view, measure),
        baseline=baseline_cell(view, standing, measure),
        forecast=forecast_cell(view, standing, measure),
        days=days,
        days_words=words("picture.risk.day", view.language, n=days),
        waits=waits_on(view, standing, measure),
        mark=standing.mark(measure),
    )


def waits_on(view: View, standing: Standing, measure: Measure) -> str:
    """On whom a measure waits: the measure that exposes it, the unit that blocks it, else its own lead."""
    light = standing.light(measure.id)
    other = view.measures.get(light.exposed or "")
    if other is not None:
        unit = lead_words(view, other)
        return words(
            "picture.waits_measure", view.language, number=view.number(other), unit=unit.text or unit.label
        )
    blocker = view.units.get(light.blocked_by or "")
    if blocker is not None:
        return blocker.short or blocker.name
    return label("picture.waits_own", view.language)


def _risk_words(view: View, row: RiskRow) -> str:
    """A promise at risk in a sentence."""
    return words(
        "picture.alt.risk_row",
        view.language,
        number=row.number,
        title=row.title.text,
        lead=row.lead.text or row.lead.label,
        days=row.days_words,
        baseline=row.baseline.text,
        forecast=row.forecast.text,
        waits=row.waits,
    )


def _sentences(view: View, title: str, note: str, said: Iterable[str]) -> str:
    """Title, note and sentences as one text."""
    gap, stop = ("", "。") if view.language == "zh" else (" ", ".")
    return gap.join((title + stop, note.rstrip(stop) + stop, *said))
