"""Two editions of a ledger side by side: which measures are the same, which changed, which are new or gone.

In: the old ledger and the new one. Out: pairs and remainders, and the new ledger with ids, codes and a
person's corrections carried over. A measure is the same by id; else by clause label and words that are
similar enough. Nothing is deleted here: a measure that is gone from the text stays, behind the others, with
all its rows and a warning; and no code is given twice. Ids themselves stand in `ids`.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import Any

import msgspec
from msgspec import Struct

from milepost.ledger.ids import codes, folded, unit_code
from milepost.ledger.origins import Sourced
from milepost.ledger.records import Assignment, Clause, Ledger, Link, Measure, Step, Unit, Warning

SIMILAR = 0.8  # ledger.md section 3; below it a person decides
TITLE_LENGTH = 80  # enough to know a measure by, short enough for a sentence
GONE = {
    "en": "{code} “{title}” no longer stands in the document; it is kept: strike it yourself if it is over.",
    "zh": "{code}“{title}”在文件中已不再出现，予以保留；如已结束，请自行删去。",
}
"""What is said of a measure that the text no longer has, by the language of the plan."""


class Pair(Struct, frozen=True):
    """One measure in both editions, by id, with both wordings; `typed` names fields a person corrected."""

    old: str
    new: str
    before: str
    after: str
    typed: tuple[str, ...] = ()


class Match(Struct, frozen=True):
    """What became of the measures: ids of the old edition in `gone`, of the new one in `new`."""

    kept: tuple[Pair, ...] = ()
    changed: tuple[Pair, ...] = ()
    new: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()


def match_editions(old: Ledger, new: Ledger) -> Match:
    """Which measure of the new edition is which of the old one."""
    kept, rest_old, rest_new = _same_ids(old.measures, new.measures)
    changed = _similar(old, new, rest_old, rest_new)
    used_old, used_new = {pair.old for pair in changed}, {pair.new for pair in changed}
    return Match(
        kept=tuple(kept),
        changed=tuple(changed),
        new=tuple(measure.id for measure in rest_new if measure.id not in used_new),
        gone=tuple(measure.id for measure in rest_old if measure.id not in used_old),
    )


def _same_ids(
    old: Sequence[Measure], new: Sequence[Measure]
) -> tuple[list[Pair], list[Measure], list[Measure]]:
    """Pairs of one id, and what is left on either side."""
    known = {measure.id: measure for measure in old}
    kept = [_pair(known[measure.id], measure) for measure in new if measure.id in known]
    same = {pair.new for pair in kept}
    return kept, [one for one in old if one.id not in same], [one for one in new if one.id not in same]


def _similar(old: Ledger, new: Ledger, rest_old: list[Measure], rest_new: list[Measure]) -> list[Pair]:
    """The most similar pairs under one clause label, each measure used once, in the new order."""
    from rapidfuzz.fuzz import ratio

    old_labels, new_labels = _labels(old), _labels(new)
    by_label: dict[str, list[Measure]] = {}
    for measure in rest_old:
        by_label.setdefault(old_labels[measure.id], []).append(measure)
    words = {measure.id: _words(measure.quote) for measure in rest_old}
    found: list[tuple[float, int, Measure, Measure]] = []
    for at, measure in enumerate(rest_new):
        wanted = _words(measure.quote)
        for before in by_label.get(new_labels[measure.id], ()):
            likeness = ratio(words[before.id], wanted, score_cutoff=SIMILAR * 100)  # 0 under the cutoff
            if likeness:
                found.append((-likeness, at, before, measure))
    pairs: dict[str, Pair] = {}
    used: set[str] = set()
    for _, _, before, measure in sorted(found, key=lambda one: one[:2]):
        if before.id not in used and measure.id not in pairs:
            used.add(before.id)
            pairs[measure.id] = _pair(before, measure)
    return [pairs[measure.id] for measure in rest_new if measure.id in pairs]


def _labels(ledger: Ledger) -> dict[str, str]:
    """The folded clause label of each measure; the empty text where it has none."""
    labels = {clause.id: clause.label or "" for clause in ledger.clauses}
    return {measure.id: folded(labels.get(measure.clause or "", "")) for measure in ledger.measures}


def _words(text: str) -> str:
    return " ".join(text.casefold().split())


def _pair(before: Measure, after: Measure) -> Pair:
    """The pair, with the fields that a person had typed in the old edition."""
    return Pair(before.id, after.id, before.quote, after.quote, tuple(_entered(before)))


def _entered(row: Any) -> dict[str, Any]:
    """The fields of a row that a person has typed."""
    values = {name: getattr(row, name) for name in row.__struct_fields__}
    return {
        name: value
        for name, value in values.items()
        if isinstance(value, Sourced) and value.origin == "typed"
    }


def carry_over(old: Ledger, new: Ledger) -> tuple[Ledger, Match]:
    """The new ledger with ids, codes and corrections of the old one, and the match; no code is reused."""
    match = match_editions(old, new)
    pairs = {pair.new: pair for pair in (*match.kept, *match.changed)}
    before = {measure.id: measure for measure in old.measures}
    fresh = iter(codes("M", len(match.new), [measure.code for measure in old.measures]))
    ids = {pair.new: pair.old for pair in pairs.values()}
    measures = []
    for measure in new.measures:
        pair = pairs.get(measure.id)
        if pair:
            measures.append(_carried(before[pair.old], measure, ids))
        else:
            parent = ids.get(measure.parent or "", measure.parent)
            measures.append(msgspec.structs.replace(measure, code=next(fresh), parent=parent))
    gone = frozenset(match.gone)
    carried = _with_gone(old, _with_ids(new, tuple(measures), ids), gone)
    return _with_links(old, _with_entered_rows(old, carried, gone), gone), match


def _carried(before: Measure, after: Measure, ids: dict[str, str]) -> Measure:
    """The new reading of a measure under its old id and code, with what a person had entered."""
    return msgspec.structs.replace(
        after,
        id=before.id,
        code=before.code,
        parent=ids.get(after.parent or "", after.parent),
        note=before.note if before.note is not None else after.note,
        extra={**after.extra, **before.extra},
        checked=before.checked and before.quote == after.quote,
        **_entered(before),
    )


def _with_ids(ledger: Ledger, measures: tuple[Measure, ...], ids: dict[str, str]) -> Ledger:
    """The ledger with the measures, and every row that points to them under the carried ids."""
    replace = msgspec.structs.replace
    return replace(
        ledger,
        measures=measures,
        assignments=tuple(
            replace(row, measure=ids.get(row.measure, row.measure)) for row in ledger.assignments
        ),
        steps=tuple(replace(row, measure=ids.get(row.measure, row.measure)) for row in ledger.steps),
        links=tuple(
            replace(row, from_=ids.get(row.from_, row.from_), to=ids.get(row.to, row.to))
            for row in ledger.links
        ),
    )


def _with_gone(old: Ledger, new: Ledger, gone: Collection[str]) -> Ledger:
    """The ledger with the measures gone from the text, what they stand in, and a warning for each."""
    lost = [measure for measure in old.measures if measure.id in gone]
    clauses = _with_those_above(old.clauses, {one.clause for one in lost if one.clause})
    clauses = [clause for clause in clauses if clause.id not in {one.id for one in new.clauses}]
    named = {measure.document for measure in lost} | {clause.document for clause in clauses}
    named -= {document.id for document in new.documents}
    return msgspec.structs.replace(
        new,
        documents=(*new.documents, *(one for one in old.documents if one.id in named)),
        clauses=(*new.clauses, *clauses),
        measures=(*new.measures, *lost),
        warnings=(*new.warnings, *(_gone_warning(one, new.plan.language) for one in lost)),
    )


def _with_those_above(clauses: Sequence[Clause], wanted: Iterable[str]) -> list[Clause]:
    """The wanted clauses and every clause above them, in their order."""
    parents = {clause.id: clause.parent for clause in clauses}
    found: set[str] = set()
    for one in wanted:
        at: str | None = one
        while at is not None and at not in found:
            found.add(at)
            at = parents.get(at)
    return [clause for clause in clauses if clause.id in found]


def _gone_warning(measure: Measure, language: str) -> Warning:
    """The sentence for a person about a measure that the text no longer has."""
    title = " ".join(measure.title.value.split())
    if len(title) > TITLE_LENGTH:
        title = title[: TITLE_LENGTH - 1] + "…"
    words = GONE[language].format(code=measure.code, title=title)
    return Warning(document=measure.document or None, text=words)


def _with_links(old: Ledger, new: Ledger, gone: Collection[str]) -> Ledger:
    """The ledger with the links a person typed and those of measures that are gone, where both ends stand."""
    steps = {step.id: step.measure for step in new.steps}
    ends = steps.keys() | {measure.id for measure in new.measures}
    links: dict[tuple[str, str], Link] = {(link.from_, link.to): link for link in new.links}
    taken = {link.id for link in new.links}
    more = []
    for link in old.links:
        pair = (link.from_, link.to)
        of_gone = any(steps.get(end, end) in gone for end in pair)
        if pair in links or link.id in taken or not ends.issuperset(pair):
            continue
        if link.span is None or of_gone:  # a link that was read has its place in the text
            links[pair] = link
            more.append(link)
    return msgspec.structs.replace(new, links=(*new.links, *more))


def _with_entered_rows(old: Ledger, new: Ledger, gone: Collection[str]) -> Ledger:
    """The ledger with the rows and fields that a person typed into assignments and steps, and every row of a
    measure that is gone from the text."""
    alive = {measure.id for measure in new.measures}
    assignments: dict[str, Assignment] = {row.id: row for row in new.assignments}
    for one in old.assignments:
        entered = _entered(one)
        if one.id in assignments:
            assignments[one.id] = msgspec.structs.replace(assignments[one.id], **entered)
        elif one.measure in gone or ("unit" in entered and one.measure in alive):
            assignments[one.id] = one
    steps: dict[str, Step] = {row.id: row for row in new.steps}
    for step in old.steps:
        if step.id in steps:
            steps[step.id] = msgspec.structs.replace(steps[step.id], **_entered(step))
        elif step.measure in gone or (step.origin == "typed" and step.measure in alive):
            steps[step.id] = step
    needed = {row.unit.value for row in assignments.values()}
    needed |= {row.unit.value for row in steps.values() if row.unit}
    return msgspec.structs.replace(
        new,
        units=_with_needed(old.units, new.units, needed),
        assignments=tuple(assignments.values()),
        steps=tuple(steps.values()),
    )


def _with_needed(old: Sequence[Unit], new: Sequence[Unit], needed: Collection[str]) -> tuple[Unit, ...]:
    """The units, and behind them the old ones that a row needs, with their parents and members."""
    known, before = {unit.id for unit in new}, {unit.id: unit for unit in old}
    wanted: set[str] = set()
    waiting = [id_ for id_ in needed if id_ not in known]
    while waiting:
        id_ = waiting.pop()
        if id_ in before and id_ not in known | wanted:
            wanted.add(id_)
            unit = before[id_]
            waiting += [*unit.members, *((unit.parent,) if unit.parent else ())]
    taken = {unit.code.upper() for unit in new}
    units = list(new)
    for unit in old:
        if unit.id in wanted:
            free = unit.code if unit.code.upper() not in taken else unit_code(unit.name, taken)
            taken.add(free.upper())
            units.append(msgspec.structs.replace(unit, code=free))
    return tuple(units)
