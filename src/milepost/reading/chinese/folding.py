"""A copy of a Chinese text that rules can be matched on, with the way back to the text as read.

In: the text. Out: `Folded`: full-width signs half-width, the traditional characters that the rules know
simplified, pinyin after characters and the lines of a page left out, broken lines joined, each paragraph one
line. Every character of the copy knows its place, so that a span found in the copy is exact in the text.
Words are taken from the text, never from the copy. What a line means is not decided here.
"""

from bisect import bisect_right

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.chinese.script import SIMPLIFIED
from milepost.reading.patterns import pattern
from milepost.reading.source import lines_of

WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xA0: 0x20, 0x0D: 0x20}
SIGNS = {
    ord("﹤"): "<",
    ord("﹥"): ">",
    ord("【"): "(",
    ord("】"): ")",
    ord("〈"): "<",
    ord("〉"): ">",
    ord("｡"): "。",
    ord("∶"): ":",
    ord("│"): "|",
}
TABLE = str.maketrans(WIDE | SIGNS | SIMPLIFIED)
"""One character for one, so that translating moves no place."""
TABLED = {chr(code): to if isinstance(to, str) else chr(to) for code, to in TABLE.items()}
SOME_TABLED = pattern(f"[{''.join(TABLED)}]")
FEW_SIGNS = 60
"""With more different signs a look-up for each character is faster than one replacement for each sign."""

PINYIN = pattern(r"[一-龥](?P<sound>\([a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜüêńňǹ]{1,8}\))")
TONE = frozenset("āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ")
TONED = pattern("[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ]")
PAGE = pattern(r"[ —\-–－·]*(?:第 ?)?\d{1,4}(?: ?页)?(?: ?[/共] ?\d{1,4} ?页?)?[ —\-–－·]*")
PAGE_ENDS = frozenset("0123456789页 —-–－·")
LABELLED = pattern(
    r"(?:[一二三四五六七八九十百]{1,4}、|\([一二三四五六七八九十百]{1,4}\)|\d{1,3}[.、](?:\D|$)"
    r"|\(\d{1,3}\)|[①-⑳]"
    r"|第[一二三四五六七八九十百]{1,4}[章节条]|(?:附件|附表|序号|注)\d?[: ]?"
    r"|(?:牵头|责任|配合|负责|协办|主办|完成|时限|整改)[^ :。;]{0,6}:)"
)
OWN_TITLE = pattern(
    r".*(?:方案|意见|措施|计画|计划|规划|办法|规定|细则|条例|要点|纪要|清单|台账|分工|通知|通报|报告|分解表)$"
)
"""The title on the first page, which the heads of the others repeat."""
FULL_LINES = 0.5
"""The share of long lines of one width from which a text counts as broken at that width: half, as headings
are short."""

UNFINISHED = frozenset("、,(")
"""A line that ends in one of these goes on in the next."""

NARROW_SIGNS = 6
"""How many characters a line may lack because signs take half the room in one edition and all in another."""

SHORT_LINE, WIDEST, FEW_LINES = 20, 60, 8
"""Shorter lines may be headings; no page is wider; fewer lines prove no width."""


class Folded(Struct, frozen=True):
    """The copy with its paragraphs; `starts` and `places` say where each kept run begins in copy and text."""

    text: str
    original: str
    starts: list[int]
    places: list[int]
    paragraphs: list[Span]

    def place(self, at: int) -> int:
        """Where a character of the copy stands in the text."""
        run = bisect_right(self.starts, at) - 1
        return self.places[run] + at - self.starts[run]

    def span(self, start: int, end: int) -> Span:
        """The span in the text of a span of the copy that is not empty."""
        run = bisect_right(self.starts, start) - 1
        shift = self.places[run] - self.starts[run]
        if run + 1 == len(self.starts) or end <= self.starts[run + 1]:
            return start + shift, end + shift
        return start + shift, self.place(end - 1) + 1

    def at(self, place: int) -> int:
        """Where a place of the text stands in the copy; a place left out stands where the next kept one
        does."""
        run = max(bisect_right(self.places, place) - 1, 0)
        end = self.starts[run + 1] if run + 1 < len(self.starts) else len(self.text)
        return min(self.starts[run] + max(place - self.places[run], 0), end)

    def words(self, start: int, end: int) -> str:
        """The printed words of a span of the copy: line ends, page lines and pinyin left out."""
        first = bisect_right(self.starts, start) - 1
        if first + 1 == len(self.starts) or end <= self.starts[first + 1]:
            shift = self.places[first] - self.starts[first]
            return self.original[start + shift : end + shift]
        pieces: list[str] = []
        while start < end:
            stop = min(end, self.starts[first + 1] if first + 1 < len(self.starts) else end)
            at = self.places[first] + start - self.starts[first]
            pieces.append(self.original[at : at + stop - start])
            start, first = stop, first + 1
        return "".join(pieces)

    def pinned(self, start: int, end: int) -> tuple[str, Span]:
        """The printed words of a span of the copy, and its span in the text."""
        run = bisect_right(self.starts, start) - 1
        if run + 1 == len(self.starts) or end <= self.starts[run + 1]:
            shift = self.places[run] - self.starts[run]
            span = start + shift, end + shift
            return self.original[slice(*span)], span
        return self.words(start, end), self.span(start, end)

    def named(self, start: int, end: int) -> tuple[str, Span]:
        """The words of a name and its span: what stands inside one line is kept, pinyin too."""
        span = self.span(start, end)
        whole = self.original[slice(*span)]
        return (whole if "\n" not in whole else self.words(start, end)), span


def fold(text: str) -> Folded:
    """The copy of a text for matching; nothing in the text is refused."""
    plain = translated(text)
    toned = TONED.search(plain) is not None
    sounds = PINYIN.finditer(plain) if toned else ()
    pinyin = [m.span("sound") for m in sounds if not TONE.isdisjoint(m["sound"])]
    kept = _without_page_lines(plain, lines_of(plain))
    return _join(text, plain, kept, pinyin, _width(text, kept))


def translated(text: str) -> str:
    """The text by `TABLE`."""
    signs = set(SOME_TABLED.findall(text))
    if len(signs) > FEW_SIGNS:
        return text.translate(TABLE)
    for sign in signs:
        text = text.replace(sign, TABLED[sign])
    return text


def _without_page_lines(plain: str, lines: list[Span]) -> list[Span]:
    """The lines without page numbers and the heads that stand beside them more than once."""
    numbers = {
        n
        for n, (a, b) in enumerate(lines)
        if b - a <= 16 and plain[b - 1] in PAGE_ENDS and PAGE.fullmatch(plain, a, b)
    }
    decorated = {n for n in numbers if not plain[lines[n][0] : lines[n][1]].isdigit()}
    if not decorated:
        return lines
    words = [plain[a:b] for a, b in lines]
    heads = {words[n + 1] for n in decorated if n + 1 < len(lines)}
    drop = decorated | {n for n, line in enumerate(words) if line in heads and _head(words, n, decorated)}
    return [line for n, line in enumerate(lines) if n not in drop]


def _head(words: list[str], n: int, numbers: set[int]) -> bool:
    """Whether a line is a page head: short, no sentence, beside a page number or at the very top."""
    short = len(words[n]) <= 40 and not words[n].endswith(("。", ";", ":")) and not LABELLED.match(words[n])
    return short and (n - 1 in numbers or (n == 0 and OWN_TITLE.match(words[n]) is None))


def _width(text: str, lines: list[Span]) -> int:
    """The width at which the text's lines are broken, 0 where they are whole paragraphs."""
    long = [line for line in lines if line[1] - line[0] >= SHORT_LINE]
    if len(long) < FEW_LINES:
        return 0
    if sorted(b - a for a, b in long)[int(len(long) * 0.9)] > 2 * WIDEST + 1:
        return 0  # a line takes the room of half its characters at least
    widths = sorted(_room(text, line) for line in long)
    width = widths[int(len(widths) * 0.9)]
    full = sum(1 for n in widths if width - 3 <= n <= width + 3)
    return width - 3 if width <= WIDEST and full >= FULL_LINES * len(widths) else 0


def _room(text: str, line: Span) -> int:
    """How many full-width characters a line takes the room of: letters and half-width signs take half."""
    words = text[slice(*line)]
    return (len(words.encode(errors="replace")) + len(words)) // 4


def _join(text: str, plain: str, lines: list[Span], pinyin: list[Span], width: int) -> Folded:
    """Put the kept lines together and note where each kept run begins."""
    pieces: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    paragraphs: list[Span] = []
    size = begin = cut = depth = 0
    goes_on = False
    for n, (start, end) in enumerate(lines):
        if n and not width and plain[lines[n - 1][1] - 1] not in UNFINISHED:
            goes_on = False
        elif n:
            depth += plain.count("(", *lines[n - 1]) - plain.count(")", *lines[n - 1])
            goes_on = _continues(text, plain, lines[n - 1], (start, end), width, depth > 0)
        if n and not goes_on:
            paragraphs.append((begin, size))
            pieces.append("\n")
            size = begin = size + 1
            depth = 0
        while start < end:
            while cut < len(pinyin) and pinyin[cut][1] <= start:
                cut += 1
            stop = min(end, pinyin[cut][0]) if cut < len(pinyin) else end
            if stop > start:
                starts.append(size)
                places.append(start)
                pieces.append(plain[start:stop])
                size += stop - start
            start = pinyin[cut][1] if stop < end else end
    if size > begin:
        paragraphs.append((begin, size))
    return Folded("".join(pieces), text, starts or [0], places or [0], paragraphs)


def _continues(text: str, plain: str, before: Span, line: Span, width: int, opened: bool) -> bool:
    """Whether a line goes on in the middle of what the line before began; `opened` says that a bracket is."""
    last = plain[before[1] - 1]
    if not width and last not in UNFINISHED:
        return False
    if LABELLED.match(plain, *line) or plain.find("|", *line) >= 0:
        return False
    if width and (_room(text, before) >= width or plain[line[0]] in ",、;)。"):
        return True
    closed = opened and plain.find(")", *line) >= 0
    return (closed and (bool(width) or last in UNFINISHED)) or (
        bool(width) and _cut_short(text, plain, before, width)
    )


def _cut_short(text: str, plain: str, line: Span, width: int) -> bool:
    """Whether a line that is nearly full, as narrow signs take less room, stops within a sentence."""
    full = _room(text, line) >= width - NARROW_SIGNS
    running = plain.find(",", *line) >= 0 or plain.find("。", *line) >= 0
    return full and running and plain[line[1] - 1] not in "。;:!?)"
