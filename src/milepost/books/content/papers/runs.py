"""Runs of words with their origin, and sentences woven from wording and values.

In: values of ledger and state, keys of the catalogue. Out: `Run`s and `Text`s. A run without an origin is
Milepost's own wording; a value keeps the origin it has, a count or a date that was worked out is computed.
"""

import datetime as dt
from string import Formatter

import msgspec

from milepost.books.content.records.cells import Cell, Language
from milepost.books.content.records.paper import Run, Text
from milepost.books.content.values import title_cell
from milepost.books.content.view import View
from milepost.books.wording.dates import LIST_MARK, clock_time, long_date
from milepost.books.wording.labels import label
from milepost.ledger.records import Measure


def typed(text: str, strong: bool = False, item: str | None = None) -> Run:
    """Words that a person wrote."""
    return Run(text=text, strong=strong, origin="typed", item=item)


def computed(text: object, rule: str, strong: bool = False) -> Run:
    """A value that follows from others by `rule`."""
    return Run(text=str(text), strong=strong, origin="computed", rule=rule)


def of_cell(cell: Cell, strong: bool = False) -> Run:
    """A cell as a run; an empty one is the words that say who fills it."""
    if not cell.text:
        return Run(text=cell.label)
    return Run(
        text=cell.text,
        strong=strong,
        origin=cell.origin,
        span=cell.span,
        document=cell.document,
        rule=cell.rule,
    )


def wording(key: str, language: Language, item: str | None = None, strong: bool = False) -> Run:
    """A label as a run."""
    return Run(text=label(key, language), item=item, strong=strong)


def woven(key: str, language: Language, item: str | None = None, **values: Run | Text) -> Text:
    """A label with runs in its places; a counted label takes its form by the run `n`."""
    text = label(key, language)
    if "|" in text:
        one, more = text.split("|")
        text = one if _plain(values["n"]) == "1" else more
    runs: list[Run] = []
    for words, place, _, _ in Formatter().parse(text):
        if words:
            runs.append(Run(text=words, item=item))
        if place:
            value = values[place]
            runs.extend((value,) if isinstance(value, Run) else value)
    return tuple(msgspec.structs.replace(run, item=run.item or item) for run in runs)


def listed_runs(texts: list[Text], language: Language) -> Text:
    """Texts in one line: commas, or 、."""
    runs: list[Run] = []
    for number, text in enumerate(texts):
        runs += [Run(text=LIST_MARK[language])] * bool(number) + list(text)
    return tuple(runs)


def day(date: str, language: Language, strong: bool = False, rule: str | None = None) -> Run:
    """A date in full: typed as it is, or computed by `rule`; the time of day where one is given."""
    text = clock_time(date, language)
    return computed(text, rule, strong) if rule else typed(text, strong)


def day_of_week(date: str, language: Language, strong: bool = False) -> Run:
    """A date with its weekday: Tuesday 22 June 2027, 2027年6月22日（星期二）."""
    date, _, time = date.partition("T")
    weekday = label(f"paper.weekday.{dt.date.fromisoformat(date).weekday()}", language)
    shown = long_date(date, language)
    text = f"{shown}（{weekday}）" if language == "zh" else f"{weekday} {shown}"
    if time:
        text += ("" if language == "zh" else ", ") + time[:5]
    return computed(text, "date:weekday", strong)


def number_run(view: View, measure: Measure, strong: bool = False) -> Run:
    """The plan number of a measure."""
    return computed(view.number(measure), "measure:number", strong)


def matter(view: View, measure: Measure, strong: bool = False) -> Text:
    """A measure by number and title: No. 10, Data catalogue; 第10项　数据目录."""
    title = of_cell(title_cell(measure), strong)
    woven_ = woven("paper.matter", view.language, number=number_run(view, measure), title=title)
    return tuple(msgspec.structs.replace(run, strong=strong) for run in woven_)


def unit_run(view: View, unit: str | None) -> Run:
    """A unit by its name; one that the register lacks by its id, none as the blank."""
    known = view.units.get(unit or "")
    if known:
        return of_cell(view.unit_name(known))
    return typed(unit) if unit else wording("line.unit_to_fill", view.language)


def paragraphs(texts: tuple[str, ...]) -> tuple[Text, ...]:
    """Paragraphs that a person typed."""
    return tuple((typed(text),) for text in texts if text)


def _plain(value: Run | Text) -> str:
    """The words of a value."""
    return value.text if isinstance(value, Run) else "".join(run.text for run in value)


def days_between(first: str, last: str) -> int:
    """Calendar days from one day to another; negative when the other is earlier."""
    return (dt.date.fromisoformat(last[:10]) - dt.date.fromisoformat(first[:10])).days


def days_after(date: str, days: int) -> str:
    """The day so many days later."""
    return (dt.date.fromisoformat(date[:10]) + dt.timedelta(days)).isoformat()
