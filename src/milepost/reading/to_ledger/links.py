"""Order between measures, from the words that state it.

In: a draft with its measures. Out: links, each with its condition's words and their span. A reference that
prints a label ("item 3", 第（三）项) goes to the measure under that label, the one in the same section first;
one that prints a thing ("once the register is published") goes to the nearest other measure that makes this
thing. A reference that fits no measure stays words in its measure's sentence and gives no link: nothing is
guessed.
"""

from collections.abc import Iterator, Sequence

from milepost.ledger.ids import IdRegister
from milepost.ledger.origins import Span
from milepost.ledger.records import Link, Measure
from milepost.reading.patterns import pattern
from milepost.reading.records import FoundMeasure
from milepost.reading.references import Reference
from milepost.reading.to_ledger.matter import GENERAL_EN
from milepost.reading.to_ledger.measures import Draft

PIECE = pattern(r"[0-9]+|[A-Za-z]+|[一二三四五六七八九十百零〇]+")
WORD = pattern(r"[A-Za-z]{3,}")
SAME_THING = 0.75  # share of the noun's meaning words that the other measure must hold


def find_links(draft: Draft, ids: IdRegister) -> list[Link]:
    """All links that the text states between the draft's measures."""
    paths = {m.id: _path(draft, m) for m in draft.measures}
    links: list[Link] = []
    seen: set[tuple[str, str]] = set()
    after: dict[str, set[str]] = {}
    for measure in draft.measures:
        for reference in _references(draft, measure):
            for source in _sources(draft, measure, reference, paths):
                pair = (source.id, measure.id)
                if pair not in seen and pair[::-1] not in seen:
                    seen.add(pair)
                    closes = source.id in _reached(measure.id, after)
                    links.append(_link(source, measure, reference, ids, hard=not closes))
                    after.setdefault(source.id, set()).add(measure.id)
    return links


def _references(draft: Draft, measure: Measure) -> Iterator[Reference]:
    """The references in a measure's words, and in the words that date it where these stand in a lead-in."""
    if measure.span is None:
        return
    if draft.reading.language == "zh":
        from milepost.reading.chinese.references import find_references as find
    else:
        from milepost.reading.english.relations import find_references as find
    spans = [_reach(draft, measure)]
    sourced = measure.deadline or measure.start
    dated = sourced.value.span if sourced else None
    if dated and not (spans[0][0] <= dated[0] and dated[1] <= spans[0][1]):
        spans.append(dated)
    for span in spans:
        yield from find(draft.reading.text, span)


def _reach(draft: Draft, measure: Measure) -> Span:
    """A measure's words and what follows them in its clause up to the next measure: a later sentence may say
    what it waits for."""
    start, end = measure.span or (0, 0)
    clause = next((c for c in draft.clauses.values() if c.id == measure.clause), None)
    if clause is None:
        return (start, end)
    later = [m.span[0] for m in draft.measures if m.clause == measure.clause and m.span and m.span[0] > start]
    return (start, max(end, min([*later, clause.span[1]])))


def _reached(start: str, after: dict[str, set[str]]) -> set[str]:
    """All that waits for a measure, directly or through others."""
    found, open_ = {start}, [start]
    while open_:
        new = after.get(open_.pop(), set()) - found
        found |= new
        open_ += new
    return found


def _link(source: Measure, target: Measure, reference: Reference, ids: IdRegister, hard: bool) -> Link:
    """The link with the words that state it; one that would close a loop is kept and binds nothing."""
    return Link(
        id=ids.give(source.id, target.id, reference.words, reference.kind),
        from_=source.id,
        to=target.id,
        kind=reference.kind,
        lag=reference.lag,
        condition=reference.words,
        span=reference.span,
        hard=hard,
    )


def _path(draft: Draft, measure: Measure) -> tuple[str, ...]:
    """The label of a measure from the outermost clause in: ("二", "三") for 二（三）."""
    found: FoundMeasure = draft.found[measure.id]
    by_id = {c.id: c for c in draft.clauses.values()}
    clause = by_id.get(measure.clause or "")
    labels: list[str] = []
    while clause:
        labels[:0] = _pieces(clause.label or "")
        clause = by_id.get(clause.parent or "")
    number = _pieces(found.number or "")
    if number and tuple(labels[-len(number) :]) != number:
        labels += number
    return tuple(labels)


def _pieces(label: str) -> tuple[str, ...]:
    """A printed label in its parts, without brackets, dots and counting words."""
    skip = {"section", "sec", "item", "measure", "paragraph", "article", "subsection", "no", "step", "part"}
    return tuple(p for p in (piece[0].lower() for piece in PIECE.finditer(label)) if p not in skip)


def _sources(
    draft: Draft, measure: Measure, reference: Reference, paths: dict[str, tuple[str, ...]]
) -> Sequence[Measure]:
    """The measures that a reference points at; the measure itself never."""
    others = [m for m in draft.measures if m.id != measure.id and not _is_part(m, measure)]
    wanted = _pieces(reference.label or "")
    if wanted:
        under = [m for m in others if paths[m.id][-len(wanted) :] == wanted]
        under = under or [m for m in others if paths[m.id][-len(wanted) - 1 : -1] == wanted]
        near = [m for m in under if _section(paths[m.id], wanted) == _section(paths[measure.id], wanted)]
        chosen = near or under
        if reference.noun and len(chosen) > 1:
            chosen = [m for m in chosen if _makes(m, reference.noun)] or chosen
        return chosen[-1:] if chosen else ()
    if reference.noun:
        makers = [m for m in others if _makes(m, reference.noun)]
        before = [m for m in makers if (m.span or (0, 0)) < (measure.span or (0, 0))]
        return (before or makers)[-1:]
    return ()


def _is_part(one: Measure, other: Measure) -> bool:
    """Whether one of two measures is part of the other."""
    return one.parent == other.id or other.parent == one.id


def _section(path: tuple[str, ...], wanted: tuple[str, ...]) -> tuple[str, ...]:
    """What stands above a label in a path."""
    return path[: max(0, len(path) - len(wanted))]


def _makes(measure: Measure, noun: str) -> bool:
    """Whether a measure's own words hold the thing that a reference names."""
    about = measure.object.text if measure.object else ""
    words = f"{measure.title.value} {about} {measure.quote[:400]}"
    if not WORD.search(noun):
        return len(noun) >= 2 and noun in words
    wanted = (
        {w[0].lower().rstrip("s") for w in WORD.finditer(noun)} - GENERAL_EN - {"the", "and", "this", "any"}
    )
    have = {w[0].lower().rstrip("s") for w in WORD.finditer(words)}
    return bool(wanted) and len(wanted & have) / len(wanted) >= SAME_THING
