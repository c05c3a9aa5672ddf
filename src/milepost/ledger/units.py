"""Which unit a printed name means: aliases, short and former forms, prefixes, names defined in the text.

In: names as printed, where they stand, and the units known. Out: the unit with the name of the rule that
found it, or None: a name that fits no unit or two units is left to a person. A printed name is never changed,
only answered. Rules are tried from the surest to the boldest (`FORMS`), and each finding names its own.
Collectives stand in `collectives`, prefixes in `prefixes`, the tables of forms in `short_forms`, reading a
unit list in `unit_list`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from msgspec import Struct

from milepost.ledger.collectives import Language, collective_rule, is_collective
from milepost.ledger.ids import folded
from milepost.ledger.prefixes import Carried, carry_prefix, own_prefix, without_bracket
from milepost.ledger.records import Unit
from milepost.ledger.short_forms import renamed_forms, short_form

__all__ = ["Carried", "Context", "carry_prefix", "collective_rule", "is_collective", "resolve", "short_name"]


class Context(Struct, frozen=True, kw_only=True):
    """Where a name stands: the full names printed above it, oldest first; the prefix its list carries; the
    place whose document it is (青屿市); the short names that the text defines; whether a list of units was
    given, which alone allows the boldest rules."""

    language: Language
    above: tuple[str, ...] = ()
    prefix: str = ""
    place: str = ""
    defined: Mapping[str, str] = {}
    listed: bool = False


@lru_cache(maxsize=20_000)
def bare(printed: str, language: Language) -> str:
    """The name as it is compared: folded, without article and closing bracket, "&" read as "and"."""
    name = without_bracket(printed).replace("&", " and ")
    if language == "en":
        name = re.sub(r"^(?:the|our)\s+", "", name, flags=re.IGNORECASE)
        name = re.sub(r"\bdept\b\.?", "department", name, flags=re.IGNORECASE)
    return folded(name)


def resolve(printed: str, units: Sequence[Unit], context: Context) -> tuple[Unit | None, str]:
    """The unit that a printed name means, and the rule that found it; None is "unknown" or "ambiguous"."""
    return Known(units).resolve(printed, context)


Answers = dict[str, list[tuple[Unit, str]]]
"""Units by a form of their name, each with how it is known by it."""


class Known:
    """Units as they are looked up by name: each form of every name is worked out once."""

    def __init__(self, units: Sequence[Unit] = ()) -> None:
        self._units: list[Unit] = list(units)
        self._answers: dict[tuple[str, str, str], tuple[Form, Context, Answers]] = {}

    def add(self, unit: Unit) -> None:
        """One more unit to find."""
        self._units.append(unit)
        for form, context, answers in self._answers.values():
            _enter(answers, form, unit, context)

    def resolve(self, printed: str, context: Context) -> tuple[Unit | None, str]:
        """The unit that a name means and the rule that found it; None is "unknown" or "ambiguous"."""
        several = False
        for form in FORMS:
            if form.language not in (None, context.language) or (form.bold and not context.listed):
                continue
            wanted = form.wanted(printed, context)
            answers = self._by_form(form, context) if wanted else {}
            found = [one for name in wanted for one in answers.get(name, ())]
            if found and all(unit.id == found[0][0].id for unit, _ in found):
                return found[0][0], form.name or found[0][1]
            several = several or bool(found)
        return None, "ambiguous" if several else "unknown"

    def _by_form(self, form: Form, context: Context) -> Answers:
        """Every unit by the forms of its names."""
        key = (form.name, context.language, context.place)
        if key not in self._answers:
            answers: Answers = {}
            self._answers[key] = (form, context, answers)
            for unit in self._units:
                _enter(answers, form, unit, context)
        return self._answers[key][2]


def _enter(answers: Answers, form: Form, unit: Unit, context: Context) -> None:
    """Enter a unit under each form of each of its names."""
    for rule, known in _names_of(unit):
        for name in form.known(known, context):
            answers.setdefault(name, []).append((unit, rule))


def _names_of(unit: Unit) -> tuple[tuple[str, str], ...]:
    """Every form a unit is known by, with the name of the rule."""
    return (
        ("name", unit.name),
        *((("short", unit.short),) if unit.short else ()),
        *(("alias", alias) for alias in unit.aliases),
        *(("printed", printed) for printed in unit.printed),
    )


# --- the forms a name is looked for in ---


class Form(Struct, frozen=True):
    """A row of the table: the forms of the printed name that are looked for, and those of a known name that
    answer. A bold row is tried only against a list of units. The row without a name says how the unit is
    known (its name, short name, alias)."""

    name: str
    language: Language | None
    wanted: Callable[[str, Context], frozenset[str]]
    known: Callable[[str, Context], frozenset[str]]
    bold: bool = False


def _itself(name: str, context: Context) -> frozenset[str]:
    return frozenset((bare(name, context.language),))


def _short(name: str, context: Context) -> frozenset[str]:
    return frozenset((short_form(bare(name, context.language)),))


def _carried(printed: str, context: Context) -> frozenset[str]:
    return frozenset((folded(context.prefix + printed),)) if context.prefix else frozenset()


def _carried_short(printed: str, context: Context) -> frozenset[str]:
    return _short(printed, context) | frozenset(short_form(form) for form in _carried(printed, context))


def _defined(printed: str, context: Context) -> frozenset[str]:
    """The full name that the text itself gives for a short one: "the Department of Water (DoW)"."""
    full = context.defined.get(bare(printed, context.language))
    return _itself(full, context) if full else frozenset()


def _of_place(name: str, context: Context) -> frozenset[str]:
    """教育局, 市教育局 and 青屿市教育局 are one unit in a document of 青屿市."""
    wanted = short_form(bare(name, "zh"))
    if not context.place or is_collective(name, "zh"):
        return frozenset()
    level = context.place[-1]
    if wanted.startswith(context.place):
        return frozenset((wanted,))
    if wanted.startswith(level) and own_prefix(name) == level:
        return frozenset((context.place + wanted[1:],))
    return frozenset((context.place + wanted,)) if not own_prefix(name) else frozenset()


def _renamed(printed: str, context: Context) -> frozenset[str]:
    former = renamed_forms(bare(printed, "zh"))
    return frozenset(former) | frozenset(of for name in former for of in _of_place(name, context))


def _short_or_of_place(name: str, context: Context) -> frozenset[str]:
    return _short(name, context) | _of_place(name, context)


def _without_prefix(name: str, context: Context) -> frozenset[str]:
    """A name without the place and level it begins with; a name that has none is looked for as it is."""
    wanted = short_form(bare(name, "zh"))
    return frozenset((wanted.removeprefix(own_prefix(name)),))


def _prefix_left_out(printed: str, context: Context) -> frozenset[str]:
    return _without_prefix(printed, context) if not own_prefix(printed) else frozenset()


KINDS = "ministry department office bureau board agency commission directorate service division".split()
HEADS = {
    "minister": ("ministry",),
    "secretary": ("department", "ministry"),
    "director": ("department", "directorate", "office", "bureau", "division"),
    "commissioner": ("commission", "department"),
    "head": tuple(KINDS),
    "chief": tuple(KINDS),
}
OF = re.compile(r"(?P<kind>\w+) (?:of|for) (?:the )?(?P<matter>.+)", re.IGNORECASE)
BEHIND = re.compile(r"(?P<matter>.+) (?P<kind>\w+)", re.IGNORECASE)


def _kind_and_matter(name: str) -> tuple[str, str] | None:
    """("ministry", "health") for "the Ministry of Health" and "Health Ministry"."""
    name = re.sub(r"^(?:the|our)\s+", "", without_bracket(name), flags=re.IGNORECASE).replace("&", "and")
    found = OF.fullmatch(name) or BEHIND.fullmatch(name)
    return (found["kind"].lower(), folded(found["matter"])) if found else None


def _turned(name: str, context: Context) -> frozenset[str]:
    """ "Ministry of Health" and "Health Ministry" are one form."""
    parts = _kind_and_matter(name)
    return frozenset((" ".join(parts),)) if parts and parts[0] in KINDS else frozenset()


def _head(printed: str, context: Context) -> frozenset[str]:
    """ "Minister of Health" stands for the Ministry of Health where only that is listed."""
    parts = _kind_and_matter(printed)
    if parts is None:
        return frozenset()
    return frozenset(f"{kind} {parts[1]}" for kind in HEADS.get(parts[0], ()))


def _last_full_form(printed: str, context: Context) -> frozenset[str]:
    """ "the Secretary" is the last name above that begins or ends with it: "Secretary of Ports"."""
    if not re.match(r"(?:the|our)\s", printed, re.IGNORECASE):
        return frozenset()
    words = printed.split()[1:]
    for name in reversed(context.above):
        full = [word for word in name.split() if word.lower() not in ("the", "our")]
        if len(full) > len(words) and words in (full[: len(words)], full[-len(words) :]):
            return _itself(name, context)
    return frozenset()


FORMS = (
    Form("", None, _itself, _itself),
    Form("prefix-carried", "zh", _carried, _itself),
    Form("short-form", "zh", _carried_short, _short),
    Form("defined", None, _defined, _itself),
    Form("same-place", "zh", _of_place, _of_place),
    Form("last-full-form", "en", _last_full_form, _itself),
    Form("turned-round", "en", _turned, _turned),
    Form("former-name", "zh", _renamed, _short_or_of_place, bold=True),
    Form("only-one-of-name", "zh", _prefix_left_out, _without_prefix, bold=True),
    Form("head-of-unit", "en", _head, _turned, bold=True),
)
"""The forms of a name, from the surest to the boldest."""


# --- short names ---

EN_SHORT: tuple[tuple[str, str], ...] = (
    ("article", r"^the\s+"),
    ("bracket", r"\s*\([^()]*\)$"),
    ("of-kind", r"^(?:department|ministry|bureau|division|office|agency|directorate) (?:of|for) (?:the )?"),
)


def short_name(name: str, language: Language) -> str:
    """A name for narrow columns: 市人社局, "Transport" for "Department of Transport"."""
    if language == "zh":
        return short_form(without_bracket(name))
    for _, rule in EN_SHORT:
        shorter = re.sub(rule, "", name, flags=re.IGNORECASE)
        name = shorter or name
    return name
