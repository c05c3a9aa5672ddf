"""Runs of words with their origin, and sentences woven from wording and values.

In: values of ledger and state, keys of the catalogue. Out: `Run`s and `Text`s. A run without an origin is
Milepost's own wording; a value keeps the origin it has, a count or a date that was worked out is computed.
"""

import datetime as dt
from collections.abc import Sequence

import msgspec

from milepost.books.content.records.cells import Cell, Language
from milepost.books.content.records.paper import Run, Text
from milepost.books.content.values import title_cell
from milepost.books.content.view import View
from milepost.books.wording.dates import clock_time, day_month, long_date
from milepost.books.wording.labels import label, script, words
from milepost.ledger.records import Measure

HOLE = "\x00"
"""Stands about the name of a place while a label is woven; no label holds it."""


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
    """A label with runs in its places; a counted label takes its form by the number in the run `n`."""
    places: dict[str, object] = {place: f"{HOLE}{place}{HOLE}" for place in values}
    number = _plain(values["n"]) if "n" in values else ""
    if number.isdigit():
        places["n"] = _Count(number)
    runs: list[Run] = []
    for at, piece in enumerate(words(key, language, **places).split(HOLE)):
        if at % 2:
            value = values[piece]
            runs.extend((value,) if isinstance(value, Run) else value)
        elif piece:
            runs.append(Run(text=piece))
    return with_item(tuple(runs), item)


class _Count(int):
    """A number that chooses the form of a label and leaves its place open."""

    def __format__(self, spec: str) -> str:
        """The place of the run that shows the number."""
        return f"{HOLE}n{HOLE}"


def with_item(text: Text, item: str | None) -> Text:
    """The text with the id of its item on every run that has none."""
    return tuple(msgspec.structs.replace(run, item=run.item or item) for run in text)


def sentences(texts: Sequence[Text], language: Language) -> Text:
    """Sentences one after the other: a blank between them where the script has blanks."""
    runs: list[Run] = []
    for number, text in enumerate(texts):
        if number and script(language) == "en":
            runs.append(Run(text=" "))
        runs += text
    return tuple(runs)


def listed_runs(texts: Sequence[Text], language: Language) -> Text:
    """Texts in one line: commas, or 、."""
    runs: list[Run] = []
    for number, text in enumerate(texts):
        runs += [wording("list.items", language)] * bool(number) + list(text)
    return tuple(runs)


def day(date: str, language: Language, strong: bool = False, rule: str | None = None) -> Run:
    """A date in full: typed as it is, or computed by `rule`; the time of day where one is given."""
    text = clock_time(date, language)
    return computed(text, rule, strong) if rule else typed(text, strong)


def day_of_letter(date: str, letter: str, language: Language) -> str:
    """A date in a letter of the same year: in Chinese without the year, as letters write it."""
    if script(language) == "zh" and date[:4] == letter[:4]:
        return day_month(date, language)
    return long_date(date, language)


def day_of_week(date: str, language: Language, strong: bool = False) -> Run:
    """A date with its weekday: Tuesday 22 June 2027, 2027年6月22日（星期二）."""
    held, _, time = date.partition("T")
    weekday = label(f"paper.weekday.{dt.date.fromisoformat(held).weekday()}", language)
    text = words("paper.day_of_week", language, weekday=weekday, date=long_date(held, language))
    if time:
        text = words("date.clock", language, day=text, time=time[:5])
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
