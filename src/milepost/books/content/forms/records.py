"""An office form as plain records: its layout, its columns in one language, its rows of cells.

In: nothing; `layouts` holds the layouts as tables, `table` fills them. Out: frozen records without a format.
A cell is a book's `Cell`: filled it carries its origin, empty it says who fills it. A column says how its
cells are typed, so that a writer makes dates dates and numbers numbers, and which list it chooses from.
"""

from typing import Literal

from milepost.books.content.records import Cell, Facts, Fill, Language, Part

Type = Literal["text", "date", "number", "id"]
ListKey = Literal["", "units", "groups", "lights", "statuses", "outputs"]
"""What a column may choose from: units, groups, lights, status wordings, output forms of the plan."""


class Field(Part, frozen=True, kw_only=True):
    """A column of a layout: head in both languages, type, list, who fills it, the least width where it is
    filled in by hand. `computed` columns are the plan's own figures: written, and never read back."""

    key: str
    zh: str
    en: str
    type: Type = "text"
    of: ListKey = ""
    fill: Fill = "office"
    computed: bool = False
    least: int = 0

    def head(self, language: Language) -> str:
        """The head in one language."""
        return self.zh if language == "zh" else self.en


class Layout(Part, frozen=True, kw_only=True):
    """A form: key, title, fields in order; what its rows are; how many columns stand on the left-hand page in
    print (0: all); whether it is ruled as a full grid, as readers expect of a form."""

    key: str
    zh: str
    en: str
    fields: tuple[Field, ...]
    rows: Literal["measures", "steps", "duties"] = "measures"
    left: int = 0
    grid: bool = False

    def title(self, language: Language) -> str:
        """The form's name in one language."""
        return self.zh if language == "zh" else self.en

    def field(self, key: str) -> Field | None:
        """The field of this key."""
        return next((field for field in self.fields if field.key == key), None)


class FormColumn(Part, frozen=True, kw_only=True):
    """A column as written: its head, its type; without a field it is a person's own."""

    head: str
    field: Field | None = None
    type: Type = "text"
    of: ListKey = ""


class FormRow(Part, frozen=True, kw_only=True):
    """A row: the stable id of its subject, a cell a column, the group it breaks by in print."""

    id: str
    cells: tuple[Cell, ...]
    group: str = ""


class Form(Part, frozen=True, kw_only=True):
    """A form filled from a plan; `lists` are the words of its choices; `unit` is the code of the unit that
    fills it, for a form that goes to one."""

    layout: Layout
    title: str
    facts: Facts
    columns: tuple[FormColumn, ...]
    rows: tuple[FormRow, ...]
    count: str
    lists: dict[str, tuple[str, ...]] = {}
    notes: tuple[str, ...] = ()
    unit: str = ""
