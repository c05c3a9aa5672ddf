"""Units of the ledger from names in texts: known ones found again, new ones entered as printed.

In: printed names, and the unit list when there is one. Out: unit ids, each with how the name was resolved
(as printed, an alias, a carried prefix). A name that no list knows becomes a unit of its own: never two for
one name, and never one name for two.
"""

from collections.abc import Sequence

import msgspec

from milepost.ledger.ids import stable_id, unit_code
from milepost.ledger.origins import Sourced, Span, computed, quoted
from milepost.ledger.records import Unit, UnitKind
from milepost.ledger.units import Context, Known, carry_prefix, is_collective, short_name
from milepost.reading.records import Reading
from milepost.reading.to_ledger.names import NameAnswer, definitions, place_of

AS_PRINTED = "printed"


class UnitRegister:
    """The units of the ledger while it is made."""

    def __init__(self, listed: Sequence[Unit] = ()) -> None:
        self._units: dict[str, Unit] = {unit.id: unit for unit in listed}
        self._listed = frozenset(self._units)
        self._names = Known(listed)
        self._context = Context(language="en", listed=bool(listed))
        self._document = ""
        self._above: list[str] = []
        self._known: dict[str, tuple[str, str]] = {}
        self._unknown: dict[str, str] = {}
        self._answers: dict[tuple[str, str, str], NameAnswer] = {}

    def begin(self, reading: Reading) -> None:
        """Names that follow stand in this document."""
        self._document = reading.source.name
        self._context = msgspec.structs.replace(
            self._context,
            language=reading.language,
            place=place_of(reading),
            defined=definitions(reading),
        )
        self._above, self._known = [], {}

    def answers(self) -> tuple[NameAnswer, ...]:
        """What became of every printed name, in the order of the texts."""
        return tuple(self._answers.values())

    def all(self) -> tuple[Unit, ...]:
        """Every unit: those listed first, then the others in the order of the texts."""
        return tuple(self._units.values())

    def get(self, unit: str) -> Unit:
        """A unit by its id."""
        return self._units[unit]

    def full_names(self, printed: Sequence[str]) -> list[tuple[str, str | None]]:
        """The names of one list with the prefix that is printed once carried on, and the rule that did it."""
        if self._context.language == "en":
            return [(name, None) for name in printed]
        return [(carried.full, carried.rule) for carried in carry_prefix(list(printed))]

    def find(
        self, printed: str, full: str, carried: str | None, span: Span | None
    ) -> tuple[Sourced[str], str]:
        """The unit id for a printed name, with its origin and how it was resolved."""
        unit, how = self._resolve(full)
        if printed not in unit.printed:
            unit = msgspec.structs.replace(unit, printed=(*unit.printed, printed))
            self._units[unit.id] = unit
        rule = carried or how
        self._note(printed, full, unit, carried if carried and how == AS_PRINTED else how, span)
        if rule == AS_PRINTED:
            return quoted(unit.id, span), rule
        return computed(unit.id, f"unit:{rule}", span), rule

    def _note(self, printed: str, full: str, unit: Unit, how: str, span: Span | None) -> None:
        """Keep what became of a name; the same name again only adds its place."""
        if how == AS_PRINTED and self._listed and full in self._unknown:
            how = "ambiguous" if self._unknown[full] == "ambiguous" else "new"
            how = "collective" if unit.kind == "collective" else how
        key = (self._document, printed, full)
        known = self._answers.get(key)
        spans = (*(known.spans if known else ()), *((span,) if span else ()))
        self._answers[key] = NameAnswer(
            document=self._document,
            printed=printed,
            full=full,
            unit=unit.name,
            code=unit.code,
            how=how,
            listed=unit.id in self._listed,
            spans=tuple(dict.fromkeys(spans)),
        )

    def _resolve(self, full: str) -> tuple[Unit, str]:
        """The unit of a name and the rule that found it; asked once a document for each name."""
        if full not in self._known:
            context = msgspec.structs.replace(self._context, above=tuple(self._above))
            unit, how = self._names.resolve(full, context)
            if unit is None:
                self._unknown[full] = how
                unit, how = self._enter(full), AS_PRINTED
            elif how in ("name", "printed"):
                how = AS_PRINTED
            self._known[full] = (unit.id, how)
            self._above.append(full)
        known, how = self._known[full]
        return self._units[known], how

    def _enter(self, name: str) -> Unit:
        """A unit that no list knows, entered under its printed name."""
        language = self._context.language
        kind: UnitKind = "collective" if is_collective(name, language) else "bureau"
        made = Unit(
            id=stable_id("unit", None, name, None),
            name=name,
            code=unit_code(name, {unit.code for unit in self._units.values()}),
            short=short_name(name, language),
            kind=kind,
            language=language,
        )
        self._units[made.id] = made
        self._names.add(made)
        return made
