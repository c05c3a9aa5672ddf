"""Where assignments stand in a paragraph: brackets behind a sentence, sentences of labels, 此项工作由…牵头.

In: a stretch of a folded text. Out: places with the tail that was read there. A bracket counts where a
sentence ends before it or the paragraph behind it, so that explaining brackets inside a sentence do not; a
bracket that the line leaves open counts when it begins with a label. What a tail says is read in `tails`.
"""

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.chinese.deadlines import Days
from milepost.reading.chinese.folding import Folded
from milepost.reading.chinese.labels import label_at
from milepost.reading.chinese.tail_words import LABEL, TailRole, role_of
from milepost.reading.chinese.tails import Tail, read_tail
from milepost.reading.chinese.units import is_strong
from milepost.reading.patterns import pattern

LONGEST_TAIL = 800
"""A bracket longer than this is no list of units."""

LONGEST_LABEL = 16
"""Within so many characters a label has its colon."""

ENDED = "。;；!！?？"
LABEL_SENTENCE = pattern(
    r"[。;!?)”,] ?(?P<tail>(?:总牵头|牵头|责任|分管|配合|负责|主办|协办|参与|主责|落实"
    r"|实施)[^:。;,]{0,8}: ?[^。]{2,300})"
)
WORK_SENTENCE = pattern(
    r"(?P<whole>(?:(?:此|该|本|这)项?(?:工作|任务|措施|项工作)?|以上工作)?由(?P<body>[^。]{2,120}?"
    r"(?:牵头|主办|负责|配合|参加|参与|协助|协办|落实|实施)(?:负责|落实|实施)?(?:,[^,。]{2,24}(?:前|内|底|完成"
    r"|办结|建成))?))(?:。|$)"
)
NEXT_LABEL = pattern(r"。 ?(?:完成|责任|配合|牵头|办理|整改|时限|时间)[^:。;,]{0,8}:")
PLACE_SIGN = pattern(r"[(〔\[:由]")
"""Where none of these stands, nothing is assigned."""
BRACKET = pattern(r"[()〔〕\[\]]")
OPENING = "(〔["
CLOSING = ")〕]"


class Place(Struct, frozen=True, gc=False):
    """An assignment with the stretch of the copy that it takes up, brackets included."""

    start: int
    end: int
    tail: Tail


def tail_places(folded: Folded, start: int, end: int, days: Days) -> list[Place]:
    """The assignments inside a paragraph, in order."""
    text = folded.text
    if PLACE_SIGN.search(text, start, end) is None:
        return []
    found = [
        place for a, b in _brackets(text, start, end) if (place := _bracket(folded, a, b, start, end, days))
    ]
    if text.find(":", start, end) >= 0:
        found += _label_sentences(folded, start, end, days, found)
    if text.find("由", start, end) >= 0:
        found += _work_sentences(folded, start, end, days, found)
    return found if len(found) < 2 else sorted(found, key=by_start)


def by_start(place: Place) -> int:
    """Where a place begins."""
    return place.start


def whole_tail(folded: Folded, start: int, end: int, days: Days) -> Tail | None:
    """The assignment that a paragraph consists of."""
    text = folded.text
    stop = end - 1 if text[end - 1] in ENDED and end - start > 2 else end
    if text[start] in OPENING and text[stop - 1] in CLOSING and stop - start <= LONGEST_TAIL:
        pairs = list(_brackets(text, start, stop))
        return read_tail(folded, start + 1, stop - 1, days) if pairs == [(start, stop)] else None
    if text.find("由", start, min(end, start + LONGEST_LABEL)) < 0:
        return None
    match = WORK_SENTENCE.match(text, start, end)
    return read_tail(folded, *match.span("body"), days) if match and match.end() >= stop else None


def field_slices(text: str, start: int, end: int) -> list[tuple[TailRole, int, int]]:
    """The labels of a line that begins with one, each with the words behind it."""
    if text.find(":", start, min(end, start + LONGEST_LABEL)) < 0:
        return []
    first = LABEL.match(text, start, end)
    if first is None:
        return []
    marks = [first]
    marks += [m for m in LABEL.finditer(text, first.end(), end) if text[m.start() - 1] in " ;。,)"]
    stops = [m.start() for m in marks[1:]] + [end]
    return [
        (role_of(m.lastgroup), *_stripped(text, m.end(), stop))
        for m, stop in zip(marks, stops, strict=True)
        if stop > m.end()
    ]


def _stripped(text: str, start: int, end: int) -> Span:
    """A field without the stops and blanks at its end."""
    while end > start and text[end - 1] in " ;。,":
        end -= 1
    return start, end


def _brackets(text: str, start: int, end: int) -> list[Span]:
    """The outermost brackets of a stretch, the last one perhaps left open."""
    found: list[Span] = []
    depth, begin = 0, start
    for match in BRACKET.finditer(text, start, end):
        if match.group() in OPENING:
            begin = match.start() if depth == 0 else begin
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                found.append((begin, match.end()))
    if depth and LABEL.match(text, begin + 1, end):
        found.append((begin, end))
    return found


def _bracket(folded: Folded, a: int, b: int, start: int, end: int, days: Days) -> Place | None:
    """The assignment in a bracket, None where it stands inside a sentence or assigns nothing."""
    text = folded.text
    if b - a > LONGEST_TAIL or b - a < 4:
        return None
    stop = b - 1 if text[b - 1] in CLOSING else b
    colon = text.find(":", a + 1, stop) >= 0
    labelled = colon and LABEL.match(text, a + 1, stop) is not None
    behind = b
    while behind < end and text[behind] in " 。;；":
        behind += 1
    after_sentence = (a > start and text[a - 1] in ENDED + ")”") or (
        a > start + 1 and text[a - 1] == " " and text[a - 2] in ENDED
    )
    numbered = behind < end and label_at(text, behind, end) is not None
    at_end = behind >= end or (numbered and after_sentence)
    closes = at_end or (labelled and (behind > b or after_sentence)) or after_sentence
    if (not closes and not numbered) or (a == start and not at_end):
        return None
    tail = read_tail(folded, a + 1, stop, days)
    if tail is None or (tail.bare and not after_sentence and not _plainly_units(text, tail)):
        return None
    if not closes and (tail.bare or not (tail.lead or tail.responsible)):
        return None
    return Place(a, b, tail)


def _plainly_units(text: str, tail: Tail) -> bool:
    """Whether a list without a role word must be an assignment even inside a sentence: several units, or a
    date."""
    several = len(tail.responsible) > 1 or bool(tail.dues)
    return several and any(is_strong(text, *unit) for unit in tail.responsible)


def _label_sentences(folded: Folded, start: int, end: int, days: Days, taken: list[Place]) -> list[Place]:
    """Assignments in sentences that begin with a label: …补贴。责任单位:市科技局。"""
    text, found = folded.text, []
    at = start
    while (match := LABEL_SENTENCE.search(text, at, end)) is not None:
        a, b = match.span("tail")
        while (further := NEXT_LABEL.match(text, b, end)) is not None:
            stop = text.find("。", further.end(), end)
            b = stop if stop > 0 else end
        at = b
        if LABEL.match(text, a, b) and not any(place.start <= a < place.end for place in taken):
            tail = read_tail(folded, a, b, days)
            if tail is not None:
                found.append(Place(a, min(b + 1, end), tail))
    return found


def _work_sentences(folded: Folded, start: int, end: int, days: Days, taken: list[Place]) -> list[Place]:
    """Assignments in a sentence behind the item: 此项工作由市国资委牵头,市财政局参加。"""
    found = []
    for match in WORK_SENTENCE.finditer(folded.text, start, end):
        a = match.start()
        if a == start or folded.text[a - 1] not in ENDED or any(p.start <= a < p.end for p in taken):
            continue
        tail = read_tail(folded, *match.span("body"), days)
        if tail is not None:
            found.append(Place(a, match.end(), tail))
    return found
