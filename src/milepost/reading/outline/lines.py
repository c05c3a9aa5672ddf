"""Lines of a plain text to blocks: which are one paragraph, a heading, a list item, a table row, or noise.

In: a text without blocks of its own. Out: blocks in reading order. A text whose lines were broken at a
fixed width gets its paragraphs back; a line that begins with a number, a bullet or a field name never joins
the one before, unless that one stops in the middle of a sentence. Page lines (`— 7 —`) belong to no block,
but may lie inside a paragraph that goes on after them. Not here: what a number means (`numbering`), who
holds whom (`tree`).
"""

from collections import Counter
from itertools import pairwise

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.outline.numbering import label_at
from milepost.reading.patterns import pattern
from milepost.reading.records import Language
from milepost.reading.source import Block, CellSpan, lines_of

PAGE_LINE = pattern(
    r"[—–\-－]+\s?[0-9０-９]{1,4}\s?[—–\-－]+|第\s?[0-9]{1,4}\s?页.{0,12}|[Pp]age [0-9]{1,4}.{0,12}"
)
MARKDOWN = pattern(r"(#{1,6})[ \t]+\S")
BULLET = pattern(r"[-*•·●○◦▪■◆※][ \t　]+\S|[•●▪■◆]\S")
RULE_LINE = pattern(r"[-*_=\s]{3,}|[|:\-\s]{3,}")
PAGE_SIGNS = frozenset("—–-－第Pp")
BULLET_SIGNS = frozenset("-*•·●○◦▪■◆※")
RULE_SIGNS = frozenset("-*_=|:")
"""The signs that `PAGE_LINE`, `BULLET` and `RULE_LINE` begin with; most lines begin with another."""

LONGEST_CONTENTS = 200
PAGE_DIGITS = "0123456789０１２３４５６７８９"
LEADERS = " \t.…·．"
LEAST_LEADER = 4
"""Dots between a heading and its page in a table of contents; three may be an ellipsis before a year."""

FIELD = pattern(r"[^\s:：|][^:：|。，.]{0,24}[:：]")
SENTENCE_END = '。！？；：.!?;:）)】”"’」』'
OPEN_END = pattern(r"(?:[^.;:)—\"”]|\b(?:No|no|Sec|Art|para|section|paragraph)\.)$")
NARROW = 110
"""A text broken at a fixed width has no longer lines: printers and mail programs break at 60 to 100."""

LEAST_WIDTH: dict[Language, int] = {"en": 40, "zh": 20}
BROKEN = 0.15
"""The least share of lines broken within a sentence: a running text has more, a list of names none."""

FULL = 0.72
"""A line this full, against the widest, may have been broken by the width; a shorter one ended by itself."""


class Page(Struct, frozen=True):
    """How a text was set: the width its lines were broken at (0 when each line is a paragraph), and the lines
    of pages."""

    columns: int
    noise: frozenset[Span]


def blocks_of(text: str, language: Language) -> list[Block]:
    """The blocks of a plain text."""
    lines = lines_of(text)
    page = Page(width_of(text, lines, language), noise_of(text, lines))
    blocks: list[Block] = []
    table = 0
    at = 0
    while at < len(lines):
        last = at + 1
        row = row_cells(text, lines[at])
        if row:
            table += not (blocks and blocks[-1].kind == "row")
            blocks.append(Block(span=lines[at], kind="row", table=table, cells=row))
        elif lines[at] not in page.noise:
            last = paragraph_end(text, lines, at, page, language)
            blocks.append(block_of(text, (lines[at][0], lines[last - 1][1])))
        at = last
    return blocks


def block_of(text: str, span: Span) -> Block:
    """The block of one paragraph: a Markdown heading, a bulleted item, or a paragraph."""
    mark = MARKDOWN.match(text, *span) if text[span[0]] == "#" else None
    if mark:
        return Block(span=span, kind="heading", level=len(mark[1]))
    return Block(span=span, kind="item") if is_bulleted(text, span) else Block(span=span)


def is_bulleted(text: str, span: Span) -> bool:
    """Whether a line begins with a bullet."""
    return text[span[0]] in BULLET_SIGNS and BULLET.match(text, *span) is not None


def is_contents(text: str, span: Span) -> bool:
    """Whether a line belongs to a table of contents: a heading, dots and the page it stands on."""
    start, end = span
    if text[end - 1] not in PAGE_DIGITS or end - start > LONGEST_CONTENTS:
        return False
    lead = text[start:end].rstrip(PAGE_DIGITS)
    heading = lead.rstrip(LEADERS)
    dots = lead[len(heading) :]
    return bool(heading) and len(dots.replace(" ", "")) + dots.count("…") >= LEAST_LEADER


def row_cells(text: str, span: Span) -> tuple[CellSpan, ...]:
    """The cells of a line drawn with bars, blanks left out; empty when the line is no row."""
    start, end = span
    if text.count("|", start, end) < 2 or RULE_LINE.fullmatch(text, start, end):
        return ()
    if text[start] == "|":
        start += 1
    cells: list[CellSpan] = []
    while start <= end:
        bar = text.find("|", start, end)
        stop = end if bar < 0 else bar
        words = text[start:stop]
        left = start + len(words) - len(words.lstrip())
        cells.append(CellSpan(span=(left, max(left, start + len(words.rstrip())))))
        if bar < 0 or bar == end - 1:
            break
        start = bar + 1
    return tuple(cells)


def noise_of(text: str, lines: list[Span]) -> frozenset[Span]:
    """The lines of pages: numbers and drawn rules, and the repeated lines that stand beside a page number."""
    pages, noise = [], set[Span]()
    for at, line in enumerate(lines):
        sign = text[line[0]]
        if sign in PAGE_SIGNS and PAGE_LINE.fullmatch(text, *line):
            pages.append(at)
            noise.add(line)
        elif sign in RULE_SIGNS and RULE_LINE.fullmatch(text, *line):
            noise.add(line)
    if pages:
        times = Counter(text[start:end] for start, end in lines)
        beside = [lines[near] for at in pages for near in (at - 1, at + 1) if 0 <= near < len(lines)]
        noise.update(line for line in beside if times[text[slice(*line)]] > 1)
    return frozenset(noise)


def width_of(text: str, lines: list[Span], language: Language) -> int:
    """The width a text was broken at, told by many full lines that stop within a sentence; else 0."""
    lengths = sorted(end - start for start, end in lines)
    widest = lengths[int(len(lengths) * 0.97)] if len(lengths) > 3 else 0
    if not LEAST_WIDTH[language] <= widest <= NARROW:
        return 0
    broken = sum(
        one[1] - one[0] >= widest * FULL and is_broken(text, one, two, language)
        for one, two in pairwise(lines)
    )
    return widest if broken >= max(2, len(lines) * BROKEN) else 0


def is_broken(text: str, line: Span, following: Span, language: Language) -> bool:
    """Whether two lines that touch look like one sentence: English goes on in a small letter."""
    if text[line[1] - 1] in SENTENCE_END or "\n\n" in text[line[1] : following[0]]:
        return False
    if language == "en":
        return text[following[0]].islower()
    return not label_at(text, *following, language) and not FIELD.match(text, *following)


def paragraph_end(text: str, lines: list[Span], at: int, page: Page, language: Language) -> int:
    """The index after the last line of the paragraph that begins with line `at`."""
    last = at + 1
    if not page.columns or MARKDOWN.match(text, *lines[at]):
        return last
    while last < len(lines):
        following = last
        while following < len(lines) and lines[following] in page.noise:
            following += 1
        if following == len(lines) or not goes_on(text, lines[last - 1], lines[following], page, language):
            return last
        last = following + 1
    return last


def goes_on(text: str, line: Span, following: Span, page: Page, language: Language) -> bool:
    """Whether `following` continues the sentence that `line` was broken in."""
    start, end = line
    gap = text[end : following[0]]
    if end - start < page.columns * FULL or "\n\n" in gap or "\u3000\u3000" in gap:
        return False
    if row_cells(text, following) or MARKDOWN.match(text, *following) or is_bulleted(text, following):
        return False
    stops = text[end - 1] in SENTENCE_END
    if label_at(text, *following, language):
        return language == "en" and not stops and bool(OPEN_END.search(text, max(start, end - 12), end))
    return not stops or not FIELD.match(text, *following)
