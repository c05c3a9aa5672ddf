"""What a changed cell of a form does to the plan: a row a field, how it is read and where it goes.

In: a `Desk`, the id of a measure, a cell. Out: the changed desk. Reading comes first for every cell of a row,
so that a row with a fault changes nothing. The words of a document, a signature and a computed figure are not
changed by a form: that is said, and the row is used all the same. Fields that the plan has no place for are
kept in the row's own columns under their head.
"""

import re
from collections.abc import Callable
from typing import Any

from msgspec import Struct

from milepost.books.content.forms.layouts import LAYOUTS
from milepost.books.content.forms.records import Field
from milepost.books.content.forms.values import THEME_MARK
from milepost.books.forms_in.desk import Desk
from milepost.books.forms_in.words import (
    read_day_of,
    read_deadline,
    read_names,
    read_people,
    read_steps,
    sourced_day,
)
from milepost.books.wording.labels import label
from milepost.ledger.cells import Cell, half_width, tidy
from milepost.ledger.codec_xlsx.choices import CHOICES
from milepost.ledger.faults import Unreadable
from milepost.ledger.origins import typed
from milepost.ledger.records import Deadline, Promise, Recurring

PERCENT = re.compile(r"(\d{1,3})\s*%")
UPPER = ("upper.text", "upper.province_text", "upper.lead")
"""The columns that together name an upper requirement."""


class Setter(Struct, frozen=True):
    """How a field is read, and what its value does; `write` gets the field for the head of own columns."""

    read: Callable[[Cell, Desk], Any]
    write: Callable[[Desk, str, Any, Field], None]


# --- reading ---


def _words(cell: Cell, desk: Desk) -> str:
    """The words of a cell without the sign that they were a proposal: a person who leaves them typed them."""
    words = tidy(cell)
    for language in ("en", "zh"):
        words = words.removesuffix(label("forms.proposed", language).strip()).strip()
    return words


def _day(cell: Cell, desk: Desk) -> str | None:
    return read_day_of(cell)


def _one_unit(cell: Cell, desk: Desk) -> str:
    """The name of one unit that is known without doubt, or new."""
    names = read_names(cell)
    if len(names) > 1:
        raise Unreadable(
            f"{len(names)} units lead ({', '.join(names)}). Leave one, make the others cooperating."
        )
    return _certain(names[0], desk) if names else ""


def _units(cell: Cell, desk: Desk) -> tuple[str, ...]:
    return tuple(_certain(name, desk) for name in read_names(cell))


def _certain(name: str, desk: Desk) -> str:
    """The name, where it doesn't fit several units."""
    found, how = desk.unit_named(name)
    if found is None and how == "ambiguous":
        raise Unreadable(f'"{name}" fits several units. Write the full name or the code.')
    return name


def _level(cell: Cell, desk: Desk) -> str:
    words = tidy(cell)
    if THEME_MARK.strip() in words and THEME_MARK in f" {words} ":
        raise Unreadable(
            f'"{words}" holds " / ", which parts the levels of a theme. Write it without blanks.'
        )
    return words


# --- writing ---


def _text_field(name: str) -> Callable[[Desk, str, Any, Field], None]:
    """A sourced text of the measure."""

    def write(desk: Desk, id_: str, words: str, field: Field) -> None:
        old = getattr(desk.measures[id_], name)
        if words != (old.value if old else "") or (old and old.origin == "proposed"):
            desk.change(id_, **{name: typed(words) if words else None})

    return write


def _title(desk: Desk, id_: str, words: str, field: Field) -> None:
    if not words:
        raise Unreadable("the title is empty. Write it, or leave the row out.")
    if desk.measures[id_].title.value != words:
        desk.change(id_, title=typed(words))


def _text(desk: Desk, id_: str, words: str, field: Field) -> None:
    """The words of a measure: those of a document stay as they are printed there."""
    measure = desk.measures[id_]
    if words == measure.quote:
        return
    if measure.span is not None:
        desk.note(
            f'{measure.code}: the words stand in the document and stay; the form says "{words[:60]}". '
            "Change the title, or file a new document"
        )
    elif measure.quote:
        follows = measure.title.value == measure.quote
        desk.change(id_, quote=words, **({"title": typed(words)} if follows and words else {}))
    else:
        _title(desk, id_, words, field)


def _own(desk: Desk, id_: str, words: str, field: Field) -> None:
    desk.set_own(id_, field.head(desk.language), words)


def _kind(desk: Desk, id_: str, words: str, field: Field) -> None:
    """A kind that the plan knows; any other word is the office's own class."""
    key = next(
        (key for key, names in CHOICES["kind"].items() if words.casefold() in map(str.casefold, names)), None
    )
    _own(desk, id_, "" if key else words, field)
    old = desk.measures[id_].kind
    if key and (old is None or old.value != key):
        desk.change(id_, kind=typed(key))


def _theme(at: int) -> Callable[[Desk, str, Any, Field], None]:
    """A level of the theme's path."""

    def write(desk: Desk, id_: str, words: str, field: Field) -> None:
        old = desk.measures[id_].theme
        parts = old.value.split(THEME_MARK) if old else []
        parts += [""] * (at + 1 - len(parts))
        parts[at] = words
        path = THEME_MARK.join(parts) if any(parts) else ""
        while path.endswith(THEME_MARK):
            path = path.removesuffix(THEME_MARK)
        if path != (old.value if old else ""):
            desk.change(id_, theme=typed(path) if path else None)

    return write


def _lead(desk: Desk, id_: str, name: str, field: Field) -> None:
    """Who leads; a unit that cooperated leads, and what was only suggested goes."""
    lead = desk.lead(id_)
    unit = desk.unit_id(name) if name else None
    if lead is not None and lead.unit.value == unit:
        return
    for old in [a for a in desk.of(id_) if a is lead or (unit and a.unit.origin == "proposed")]:
        desk.release(old)
    if unit is None:
        return
    joined = next((a for a in desk.of(id_) if a.unit.value == unit), None)
    if joined:
        desk.change_assignment(joined, role=typed("lead"))
    else:
        desk.assign(id_, unit, "lead", name)


def _cooperating(desk: Desk, id_: str, names: tuple[str, ...], field: Field) -> None:
    """Who cooperates: new units join, those left out go; the lead is never made cooperating too."""
    lead = desk.lead(id_)
    units = {desk.unit_id(name): name for name in names}
    rows = [a for a in desk.of(id_) if a.role.value == "cooperating" and a.unit.origin != "proposed"]
    for old in rows:
        if old.unit.value not in units:
            desk.release(old)
    known = {a.unit.value for a in rows}
    for unit, name in units.items():
        if unit in known:
            continue
        if lead is not None and lead.unit.value == unit:
            desk.note(f'{desk.measures[id_].code}: "{name}" leads it and can\'t cooperate too')
        else:
            desk.assign(id_, unit, "cooperating", name)


def _contact(desk: Desk, id_: str, people: tuple[str, str], field: Field) -> None:
    for name, words in zip(("officer", "phone"), people, strict=True):
        _text_field(name)(desk, id_, words, field)


def _deadline(desk: Desk, id_: str, new: Deadline | None, field: Field) -> None:
    """A new day is the promise now in force; the first one stays, since only a ruling changes it."""
    old = desk.measures[id_].deadline
    if new is None:
        desk.change(id_, deadline=None)
        return
    if old is None or old.value.date is None:
        if old is None or old.value.text != new.text or new.date:
            desk.change(id_, deadline=typed(new))
        return
    now = old.value.current or Promise(date=old.value.date, precision=old.value.precision)
    if new.date == now.date:
        return
    first = old.value.original or now
    current = Promise(date=new.date, precision=new.precision) if new.date else None
    desk.change(
        id_,
        deadline=typed(
            Deadline(
                text=new.text,
                kind=new.kind,
                date=new.date,
                precision=new.precision,
                original=first,
                current=current,
            )
        ),
    )


def _start(desk: Desk, id_: str, day: str | None, field: Field) -> None:
    old = desk.measures[id_].start
    if day != (old.value.date if old else None):
        desk.change(id_, start=typed(Deadline(text="", kind="start", date=day)) if day else None)


def _cycle(desk: Desk, id_: str, words: str, field: Field) -> None:
    old = desk.measures[id_].recurring
    if words != (old.value.text if old else ""):
        desk.change(id_, recurring=typed(Recurring(text=words)) if words else None)


def _read_steps(cell: Cell, desk: Desk) -> tuple[str, Any]:
    return tidy(cell), read_steps(cell)


def _steps(desk: Desk, id_: str, said: tuple[str, Any], field: Field) -> None:
    """Numbered lines are steps: new ones join, new days are taken; words that are no such list are kept."""
    words, lines = said
    if lines is None:
        _own(desk, id_, words, field)
        return
    _own(desk, id_, "", field)
    known = {step.title.value: step for step in desk.steps(id_)}
    for title, day in lines:
        step = known.pop(title, None)
        if step is None:
            desk.add_step(id_, title, sourced_day(day))
        elif (day.date if day else None) != (step.due.value.date if step.due else None):
            desk.change_step(step, sourced_day(day))
    for title in known:
        desk.note(
            f'{desk.measures[id_].code}: step "{title}" is missing in the form and stays; '
            "take it out in ledger.xlsx, sheet Steps"
        )


def _report(name: str) -> Callable[[Desk, str, Any, Field], None]:
    """What the lead reports."""

    def write(desk: Desk, id_: str, value: Any, field: Field) -> None:
        empty = None if name == "on" else ""
        desk.report(id_, **{name: value or empty})

    return write


def _said(desk: Desk, id_: str, words: str, field: Field) -> None:
    percent = PERCENT.fullmatch(half_width(words))
    if percent and int(percent[1]) <= 100:
        desk.report(id_, said="", percent_self=int(percent[1]))
    else:
        desk.report(id_, said=words, **({} if words else {"percent_self": None}))


def _sign_state(desk: Desk, id_: str, words: str, field: Field) -> None:
    """A signature is an act: where the plan knows how the duty stands, a form doesn't change it."""
    lead = desk.lead(id_)
    if lead is not None and lead.id in desk.duties:
        desk.note(
            f'{desk.measures[id_].code}: signing is done by the unit, not by a form; "{words}" is not used'
        )
    else:
        _own(desk, id_, words, field)


WORDS = Setter(_words, _own)
SETTERS: dict[str, Setter] = {
    "title": Setter(_words, _title),
    "text": Setter(_words, _text),
    "group": Setter(_words, _text_field("group")),
    "tier": Setter(_words, _text_field("tier")),
    "output_form": Setter(_words, _text_field("output_form")),
    "acceptance_test": Setter(_words, _text_field("acceptance_test")),
    "leader": Setter(_words, _text_field("leader")),
    "officer": Setter(_words, _text_field("officer")),
    "verifier": Setter(_words, _text_field("verifier")),
    "kind": Setter(_words, _kind),
    "theme1": Setter(_level, _theme(0)),
    "theme2": Setter(_level, _theme(1)),
    "theme3": Setter(_level, _theme(2)),
    "theme4": Setter(_level, _theme(3)),
    "lead": Setter(_one_unit, _lead),
    "cooperating": Setter(_units, _cooperating),
    "contact": Setter(lambda cell, desk: read_people(cell), _contact),
    "deadline": Setter(lambda cell, desk: read_deadline(cell), _deadline),
    "start": Setter(_day, _start),
    "cycle": Setter(_words, _cycle),
    "steps": Setter(_read_steps, _steps),
    "state": Setter(_words, _report("said")),
    "report.said": Setter(_words, _said),
    "report.on": Setter(_day, _report("on")),
    "report.done": Setter(_words, _report("done")),
    "report.obstacles": Setter(_words, _report("obstacles")),
    "sign_state": Setter(_words, _sign_state),
}
"""The fields that change the plan; `lead` stands before what depends on it. Any other field that is not
computed keeps its words in the row."""
ORDER = {key: number for number, key in enumerate(("lead", "cooperating"))}


def setter_of(field: Field) -> Setter | None:
    """How a field is taken in; None for computed figures and for what is taken together or by itself."""
    if field.computed or field.key in ("id", "code", *UPPER):
        return None
    return SETTERS.get(field.key, WORDS)


def in_order(layout: str, keys: list[str]) -> list[Field]:
    """The fields in the order in which they are taken in."""
    fields = [field for key in keys if (field := LAYOUTS[layout].field(key))]
    return sorted(fields, key=lambda field: ORDER.get(field.key, len(ORDER)))
