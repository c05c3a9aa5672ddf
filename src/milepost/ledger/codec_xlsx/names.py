"""References in cells: the words by which a row names another row, and back to its id.

In: the ids of the rows with the forms they are known by, best first. Out: a label for an id, the id for
what a person typed. A label is only used when it leads back to the same id, so that writing and reading
agree.
"""

from collections.abc import Iterable

from milepost.ledger.cells import Cell, head_key, tidy
from milepost.ledger.faults import Unreadable

SPOKEN = {
    "unit": ("unit", "Units"),
    "measure": ("measure", "Measures"),
    "document": ("document", "Documents"),
    "clause": ("clause", "Clauses"),
    "step": ("step", "Steps"),
    "step_or_measure": ("step or measure", "Steps or Measures"),
}


class Names:
    """Labels and ids of the rows of every sheet that others point to."""

    def __init__(self) -> None:
        self._forms: dict[str, dict[str, tuple[str, ...]]] = {target: {} for target in SPOKEN}
        self._ids: dict[str, dict[str, set[str]]] = {target: {} for target in SPOKEN}

    def add(self, target: str, id_: str, forms: Iterable[str]) -> None:
        """Make a row known by its id and its other forms, best first."""
        kept = tuple(form for form in forms if form)
        self._forms[target][id_] = kept
        for form in {head_key(form) for form in kept}:
            self._ids[target].setdefault(form, set()).add(id_)

    def label(self, target: str, id_: str) -> str:
        """The best form that leads back to this id; the id itself when there is none."""
        for kind in self._kinds(target):
            for form in self._forms[kind].get(id_, ()):
                if form == form.strip() and self._candidates(target, form) == {id_}:
                    return form
        return id_

    def find(self, target: str, cell: Cell) -> str | None:
        """The id a cell means; None when it is empty; Unreadable when it fits no row or several."""
        text = tidy(cell)
        if not text:
            return None
        found = self._candidates(target, text)
        if len(found) == 1:
            return next(iter(found))
        one, sheets = SPOKEN[target]
        if found:
            raise Unreadable(f'"{text}" fits {len(found)} rows of {sheets}. Write the id of the {one}.')
        raise Unreadable(
            f'"{text}" names no {one}. Add it to {sheets}, or write an id, code or name from there.'
        )

    def _candidates(self, target: str, text: str) -> set[str]:
        """The ids that a text may mean: an exact id alone, else every row known by it."""
        kinds = self._kinds(target)
        if any(text in self._forms[kind] for kind in kinds):
            return {text}
        return {id_ for kind in kinds for id_ in self._ids[kind].get(head_key(text), ())}

    @staticmethod
    def _kinds(target: str) -> tuple[str, ...]:
        return ("step", "measure") if target == "step_or_measure" else (target,)
