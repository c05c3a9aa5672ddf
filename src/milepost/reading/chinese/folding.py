"""A copy of a Chinese text that rules can be matched on, with the way back to the text as read.

In: the text. Out: `Folded`: full-width signs half-width, the traditional characters that the rules know
simplified, pinyin after characters and the lines of a page left out, broken lines joined, each paragraph one
line. Every character of the copy knows its place, so that a span found in the copy is exact in the text.
Words are taken from the text, never from the copy. What a line means is not decided here.
"""

from bisect import bisect_right

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.patterns import pattern

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
TRADITIONAL = (
    "並佈來係個們備傳僑億優內兩冊別則創劃動務勵匯區協參員問啓單嚴國圍園圖團執堅報場塊壓婦學實審寫寬將專對導屆屬師幹庫廠廢廣廳強後從復徵徹態應戶採揮擔據擬擴數斷於時暢曆書會條業極構標機檢"
    "權歷殘決沒況減測準滾滿濟為無爭牽獨現環產畢當發盡監盤眾硯確礎稅稱積穩節範簡簽籌紀約紅納級細紹組結絡給統經綠維綱網緊線編縣縮總織繞續習聯聲職聽臺與舉萬蓋處號術衛衝補製見規視訂計訊討訓"
    "記設註評試話該詳誌認語說課調請論講證議護變讓豐負財貧貨貪貫責費貼貿資賓賠賢賣質賬購賽贊車軍輸轄辦農這連進過達遞適遲遷選還邊鄉醫釋針銀銷鋪鋼錄錢鎮鏈鐵鑒長門閉開閒間閱關隊階隨險雙雜離"
    "難電靜項順須預領頭頻題額類風飛養館駱驗體髮鬆鬚麗點黨齊齡"
)
SIMPLIFIED = (
    "并布来系个们备传侨亿优内两册别则创划动务励汇区协参员问启单严国围园图团执坚报场块压妇学实审写宽将专对导届属师干库厂废广厅强后从复征彻态应户采挥担据拟扩数断于时畅历书会条业极构标机检"
    "权历残决没况减测准滚满济为无争牵独现环产毕当发尽监盘众砚确础税称积稳节范简签筹纪约红纳级细绍组结络给统经绿维纲网紧线编县缩总织绕续习联声职听台与举万盖处号术卫冲补制见规视订计讯讨训"
    "记设注评试话该详志认语说课调请论讲证议护变让丰负财贫货贪贯责费贴贸资宾赔贤卖质账购赛赞车军输辖办农这连进过达递适迟迁选还边乡医释针银销铺钢录钱镇链铁鉴长门闭开闲间阅关队阶随险双杂离"
    "难电静项顺须预领头频题额类风飞养馆骆验体发松须丽点党齐龄"
)
"""The traditional forms of the characters that the rules use, one simplified character for each."""

TABLE = str.maketrans(
    WIDE | SIGNS | {ord(old): new for old, new in zip(TRADITIONAL, SIMPLIFIED, strict=True)}
)
"""One character for one, so that translating moves no place."""

PINYIN = pattern(r"[一-龥](?P<sound>\([a-zāáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜüêńňǹ]{1,8}\))")
TONE = frozenset("āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ")
TONED = pattern("[āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜ]")
PAGE = pattern(r"[ —\-–－·]*(?:第 ?)?\d{1,4}(?: ?页)?(?: ?[/共] ?\d{1,4} ?页?)?[ —\-–－·]*")
LABELLED = pattern(
    r"(?:[一二三四五六七八九十百]{1,4}、|\([一二三四五六七八九十百]{1,4}\)|\d{1,3}[.、](?:\D|$)"
    r"|\(\d{1,3}\)|[①-⑳]"
    r"|第[一二三四五六七八九十百]{1,4}[章节条]|(?:附件|附表|序号|注)\d?[: ]?"
    r"|(?:牵头|责任|配合|负责|协办|主办|完成|时限|整改)[^ :。;]{0,6}:)"
)
FULL_LINES = 0.5
"""The share of long lines of one width from which a text counts as broken at that width: half, as headings
are short."""

NARROW_SIGNS = 6
"""How many characters a line may lack because signs take half the room in one edition and all in another."""


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

    def printed(self, start: int, end: int) -> str:
        """The words of a span as a name is printed: what stands inside one line is kept, pinyin too."""
        a, b = self.span(start, end)
        whole = self.original[a:b]
        return whole if "\n" not in whole else self.words(start, end)


def fold(text: str) -> Folded:
    """The copy of a text for matching; nothing in the text is refused."""
    plain = text.translate(TABLE)
    toned = TONED.search(plain) is not None
    sounds = PINYIN.finditer(plain) if toned else ()
    pinyin = [m.span("sound") for m in sounds if not TONE.isdisjoint(m["sound"])]
    lines = [(a, b) for a, b in _lines(plain) if a < b]
    kept = _without_page_lines(plain, lines)
    return _join(text, plain, kept, pinyin, _width(kept))


def _lines(plain: str) -> list[Span]:
    """Every line without the blanks around it; an empty line is an empty span."""
    found: list[Span] = []
    at = 0
    for line in plain.split("\n"):
        inner = line.strip()
        start = at + (line.index(inner[0]) if inner else 0)
        found.append((start, start + len(inner)))
        at += len(line) + 1
    return found


def _without_page_lines(plain: str, lines: list[Span]) -> list[Span]:
    """The lines without page numbers and the heads that stand beside them more than once."""
    numbers = {n for n, (a, b) in enumerate(lines) if b - a <= 16 and PAGE.fullmatch(plain, a, b)}
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
    return short and (n - 1 in numbers or n == 0)


def _width(lines: list[Span]) -> int:
    """The width at which the text's lines are broken, 0 where they are whole paragraphs."""
    lengths = sorted(b - a for a, b in lines)
    long = [n for n in lengths if n >= 20]
    if len(long) < 8:
        return 0
    width = long[int(len(long) * 0.9)]
    full = sum(1 for n in long if width - 3 <= n <= width + 3)
    return width - 3 if width <= 60 and full >= FULL_LINES * len(long) else 0


def _join(text: str, plain: str, lines: list[Span], pinyin: list[Span], width: int) -> Folded:
    """Put the kept lines together and note where each kept run begins."""
    pieces: list[str] = []
    starts: list[int] = []
    places: list[int] = []
    paragraphs: list[Span] = []
    size = begin = cut = 0
    for n, (start, end) in enumerate(lines):
        if n and not _continues(plain, lines[n - 1], (start, end), width):
            paragraphs.append((begin, size))
            pieces.append("\n")
            size = begin = size + 1
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


def _continues(plain: str, before: Span, line: Span, width: int) -> bool:
    """Whether a line goes on in the middle of what the line before began."""
    last = plain[before[1] - 1]
    if not width and last not in "、,(":
        return False
    if LABELLED.match(plain, *line) or plain.find("|", *line) >= 0:
        return False
    if width and before[1] - before[0] >= width:
        return True
    if width and (plain[line[0]] in ",、;)。" or _cut_short(plain, before, width)):
        return True
    return last in "、,(" and _open_bracket(plain, before, line)


def _cut_short(plain: str, line: Span, width: int) -> bool:
    """Whether a line that is nearly full, as narrow signs take less room, stops within a sentence."""
    full = line[1] - line[0] >= width - NARROW_SIGNS
    running = plain.find(",", *line) >= 0 or plain.find("。", *line) >= 0
    return full and running and plain[line[1] - 1] not in "。;:!?)"


def _open_bracket(plain: str, before: Span, line: Span) -> bool:
    """Whether a bracket that the line before leaves open is closed in this line."""
    opened = plain.rfind("(", *before)
    closed = plain.find(")", *line)
    return opened > plain.rfind(")", *before) and closed >= 0
