"""A form that came in, compared with the plan, row by row: added, changed, gone, rejected.

In: a `View`, its `Standing`, a `FormTable`, the numbers of the rows whose match a person has confirmed. Out:
an `Intake` that says what becomes of every row, with the ledger and state that would follow; nothing is
stored here. A row belongs to the measure of its stable id; without one, to the measure of its number and
title, once a person confirms. A row with a fault changes nothing. A row of the plan that the form lacks is
named, never deleted. The same form again changes nothing.
"""

import json
from collections.abc import Collection

from milepost.books.content.forms.layouts import LAYOUTS
from milepost.books.content.forms.records import Field, Form
from milepost.books.content.forms.table import office_form, own_key
from milepost.books.content.records import Cell as BookCell
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.forms_in.desk import Desk
from milepost.books.forms_in.match import Match, Matcher
from milepost.books.forms_in.records import CellChange, FormTable, Intake, Line, RowFate
from milepost.books.forms_in.setters import UPPER, in_order, setter_of
from milepost.books.forms_in.words import promise_of
from milepost.books.writers.markup import printable
from milepost.ledger.cells import Cell, half_width, plain, tidy
from milepost.ledger.faults import Unreadable
from milepost.ledger.ids import stable_id
from milepost.ledger.invariants import check
from milepost.ledger.records import Document, Ledger

BOUND = ("deadline", "lead", "cooperating")
"""What an adopted plan binds: it changes by a ruling alone."""


def compare(
    view: View,
    standing: Standing,
    table: FormTable,
    confirmed: Collection[int] = (),
    bound: bool = False,
) -> Intake:
    """What the form would change in the plan; with `bound`, dates and units of known rows stay, and a note
    says so."""
    return _Taking(view, standing, table, confirmed, bound).run()


class _Taking:
    """One form on its way into one plan."""

    def __init__(
        self, view: View, standing: Standing, table: FormTable, confirmed: Collection[int], bound: bool
    ) -> None:
        self.table, self.layout, self.bound = table, LAYOUTS[table.layout], bound
        self.confirmed = confirmed
        if view.language != table.language:  # words such as "behind" are compared in the form's own language
            view = View(view.ledger, view.schedule, table.language)
            standing = Standing(view, standing.state)
        self.before: Form = office_form(view, standing, table.layout)
        self.places = {c.field.key: at for at, c in enumerate(self.before.columns) if c.field}
        self.rows = {row.id: row for row in self.before.rows}
        self.fields = {field.key: field for field in self.layout.fields}
        self.heads = {column.field: column.head for column in table.columns if column.field}
        self.desk = Desk(view.ledger, standing.state)
        self.old = view.ledger
        self.upper_ids = {one.id for one in standing.state.upper}
        self.document = _document(table, view.language)

    def run(self) -> Intake:
        """Every row, then the rows that are gone and what stands beside."""
        matcher = Matcher(self.before, self.confirmed)
        matches = [matcher.match(line) for line in self.table.rows]
        fates = tuple(self._row(line, match) for line, match in zip(self.table.rows, matches, strict=True))
        seen = {match.id for match in matches if match.id}
        if any(row.fate != "rejected" for row in fates):
            self._keep_columns()
        for number, words in self.table.aside:
            self.desk.note(f'row {number} is no row of the form: "{words[:80]}"')
        ledger = self.desk.ledger()
        return Intake(
            layout=self.table.layout,
            language=self.table.language,
            rows=fates,
            gone=tuple((row.id, self._title(row.cells)) for row in self.before.rows if row.id not in seen),
            notes=tuple(f"{self.table.name}, {words}." for words in self.desk.notes),
            broken=_new_faults(self.old, ledger),
            ledger=ledger,
            state=self.desk.state(),
        )

    def _row(self, line: Line, match: Match) -> RowFate:
        """The fate of one row."""
        title = next((words for key in ("title", "text", "upper.text") if (words := line.text(key))), "")
        if match.fault:
            faults = (f"{self.table.name}, row {line.number}: {match.fault}",)
            return RowFate(number=line.number, fate="rejected", title=title, faults=faults)
        if match.ask:
            return RowFate(number=line.number, fate="ask", id=match.ask, title=title)
        if not match.id:
            return self._new(line, title)
        return self._known(line, match.id, title)

    # --- a row that the plan has ---

    def _known(self, line: Line, id_: str, title: str) -> RowFate:
        """A row of the plan: the cells that say something else."""
        if id_ in self.upper_ids:
            return self._gap(line, id_, title)
        changed = [key for key in line.cells if self._differs(key, line.cells[key], id_)]
        changed = self._free(line, changed)
        said, faults = self._read(line, changed)
        if faults:
            return RowFate(number=line.number, fate="rejected", id=id_, title=title, faults=faults)
        self.desk.changed = False
        self._write(id_, said)
        self._say_computed(line, id_, changed)
        if any(key in changed for key in UPPER):
            self._answer(line, id_)
        self._own_columns(line, id_)
        fate = "changed" if self.desk.changed else "same"
        changes = tuple(self._change(key, line, id_) for key in changed) if self.desk.changed else ()
        return RowFate(number=line.number, fate=fate, id=id_, title=title, changes=changes)  # type: ignore[arg-type] # one of two

    def _free(self, line: Line, changed: list[str]) -> list[str]:
        """The changed fields that no ruling binds; the others are named."""
        for key in (key for key in changed if self.bound and key in BOUND):
            self.desk.note(
                f'row {line.number}, column "{self.heads.get(key, key)}": "{line.text(key)}" was not taken; '
                "the plan is adopted, so this changes by a ruling alone"
            )
        return [key for key in changed if not (self.bound and key in BOUND)]

    def _differs(self, key: str, now: Cell, id_: str) -> bool:
        """Whether a cell says something else than the plan."""
        field, before = self.fields[key], self._before(key, id_)
        if now == before.text:
            return False
        if field.type == "date" and before.date and not isinstance(now, str):
            return plain(now)[:10] != before.date
        if field.type == "date" and before.date:
            try:
                day = promise_of(now)
            except Unreadable:
                return True
            return day is None or day.date != before.date
        if field.key == "code" or field.type == "number":
            return half_width(now) != half_width(before.text)
        return _even(plain(now)) != _even(printable(before.text))

    def _before(self, key: str, id_: str) -> BookCell:
        return self.rows[id_].cells[self.places[key]]

    def _change(self, key: str, line: Line, id_: str) -> CellChange:
        before = self._before(key, id_)
        return CellChange(head=self.heads[key], was=before.text, now=tidy(line.cells[key]))

    def _read(self, line: Line, keys: list[str]) -> tuple[list[tuple[Field, object]], tuple[str, ...]]:
        """The values of the cells, and the faults of those that can't be read."""
        said: list[tuple[Field, object]] = []
        faults: list[str] = []
        for field in in_order(self.table.layout, keys):
            setter = setter_of(field)
            if setter is None:
                continue
            try:
                said.append((field, setter.read(line.cells[field.key], self.desk)))
            except Unreadable as error:
                where = f'{self.table.name}, row {line.number}, column "{self.heads[field.key]}"'
                faults.append(f"{where}: {error}")
        if any(field.key == "title" and not value for field, value in said):
            faults.append(f"{self.table.name}, row {line.number}: the title is empty. Write it.")
        return said, tuple(faults)

    def _write(self, id_: str, said: list[tuple[Field, object]]) -> None:
        for field, value in said:
            setter = setter_of(field)
            if setter:
                setter.write(self.desk, id_, value, field)

    def _say_computed(self, line: Line, id_: str, changed: list[str]) -> None:
        """Say what was changed in a column that the plan computes."""
        code = self.desk.measures[id_].code
        for key in changed:
            field = self.layout.field(key)
            if field and (field.computed or key == "code"):
                words = tidy(line.cells[key])
                where = f'row {line.number}, column "{self.heads[key]}"'
                self.desk.note(f'{where}: {code} keeps its own, "{words}" is not used')

    def _own_columns(self, line: Line, id_: str) -> None:
        """A person's own columns go into the row; an emptied one is emptied."""
        for column in self.table.columns:
            if column.field is None:
                text = line.own.get(column.head, "")
                if text or column.head in self.desk.measures[id_].extra:
                    self.desk.set_own(id_, column.head, text)

    # --- a row that the plan has not ---

    def _new(self, line: Line, title: str) -> RowFate:
        """A new measure, or a new requirement from above that nobody answers yet."""
        keys = [key for key, cell in line.cells.items() if tidy(cell)]
        said, faults = self._read(line, [key for key in keys if key not in ("title", "text")])
        if not title:
            faults = (
                *faults,
                f"{self.table.name}, row {line.number}: the row names no measure. Write its title.",
            )
        if faults:
            return RowFate(number=line.number, fate="rejected", title=title, faults=faults)
        words, name = line.text("text"), line.text("title")
        number = half_width(line.cells.get("code"))
        if not (words or name):
            id_ = self.desk.require(self.document.id, _upper_words(line), number)
            return RowFate(number=line.number, fate="added", id=id_, title=title)
        measure = self.desk.add_measure(self.document, words, name, number, line.text("lead"))
        self._write(measure.id, said)
        self._answer(line, measure.id)
        self._own_columns(line, measure.id)
        return RowFate(number=line.number, fate="added", id=measure.id, title=title)

    def _gap(self, line: Line, id_: str, title: str) -> RowFate:
        """The row of a requirement that nobody answered: with words of our own it becomes a measure."""
        if not (line.text("text") or line.text("title")):
            return RowFate(number=line.number, fate="same", id=id_, title=title)
        fate = self._new(line, title)
        if fate.fate == "added":
            self.desk.answer(id_, fate.id)
        return fate

    def _answer(self, line: Line, id_: str) -> None:
        """Let a measure answer what its row says is asked from above; words that stand stay."""
        words = _upper_words(line)
        if not any(words):
            return
        known = self.desk.requirements(id_)
        if not known:
            self.desk.answer(self.desk.require(self.document.id, words), id_)
        elif len(known) > 1 or (known[0].text, known[0].upper_measure, known[0].lead) != words:
            code = self.desk.measures[id_].code
            self.desk.note(
                f"row {line.number}: {code} answers what is asked from above already; its words stay"
            )

    # --- the sheet as a whole ---

    def _keep_columns(self) -> None:
        """Remember where a person's own columns stand."""
        pairs: list[tuple[str, str]] = []
        behind = ""
        for column in self.table.columns:
            if column.field is None:
                pairs.append((column.head, behind))
            elif column.field != "id":
                behind = column.field
        if pairs:
            value = json.dumps(pairs, ensure_ascii=False)
            self.desk.set_setting(
                own_key(self.table.layout), value, "own columns of the form, and behind which"
            )

    def _title(self, cells: tuple[BookCell, ...]) -> str:
        """What a row is called."""
        texts = (
            cells[self.places[key]].text for key in ("title", "text", "upper.text") if key in self.places
        )
        return next((text for text in texts if text), "")


def _new_faults(old: Ledger, new: Ledger) -> tuple[str, ...]:
    """What would not hold in the plan as a whole, and held before."""
    if old == new:
        return ()
    known = frozenset(check(old))
    return tuple(fault for fault in check(new) if fault not in known)


def _even(text: str) -> str:
    """A text without blanks at its ends, its lines parted in one way."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def _upper_words(line: Line) -> tuple[str, str, str]:
    task, above, lead = (line.text(key) for key in UPPER)
    return task, above, lead


def _document(table: FormTable, language: str) -> Document:
    """The document that the rows of a form stand in: the form itself, known by layout and file name."""
    name = table.name.rpartition("/")[2]
    return Document(
        id=stable_id(f"form {table.layout}", None, name, None),
        title=f"{LAYOUTS[table.layout].title(language)} {name}",
        kind="other",
        language="zh" if language == "zh" else "en",
        file=name,
    )
