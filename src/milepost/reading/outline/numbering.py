"""The grammar of printed numbers: 第三章, 一、, （一）, 1., ①; Chapter II, Section 3., § 4., 4.1, (a), A.

In: a text and a place in it. Out: `Label`: where the number stands, how it is printed, its family, its
value and how deep the family ranks. The rows are data, one table a language; all rows of a table are tried
at once, the first that fits wins. A letter in brackets may be a letter or a roman number: the label then
carries both readings, and the tree decides by what stands before it. Not here: whether a number inside a
line opens a clause.
"""

import re
from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from milepost.reading.patterns import pattern
from milepost.reading.records import Language

ClauseKind = Literal["section", "article", "item"]
HAN_DIGITS = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
ROMAN_FORM = pattern(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
CIRCLED = {
    chr(start + step): step + 1
    for start, count in ((0x2460, 20), (0x2474, 20), (0x2488, 20), (0x3220, 10), (0x3280, 10))
    for step in range(count)
}


class Count(Struct, frozen=True):
    """One way to read a label: the family it counts in and its number there."""

    family: str
    value: int


class Label(Struct, frozen=True):
    """A printed number: `end` is where the words begin, `rank` orders the families from chapter to letter."""

    start: int
    end: int
    printed: str
    row: str
    kind: ClauseKind
    rank: int
    readings: tuple[Count, ...]


ReadCounts = Callable[[str, str], tuple[Count, ...]]


class LabelRow(Struct, frozen=True):
    """A row of the grammar. The pattern's one group is the numeral; `after` is what must follow the label.
    `inline` says whether the label may also stand inside a line."""

    name: str
    pattern: str
    kind: ClauseKind
    rank: int
    read: ReadCounts
    after: str = ""
    inline: bool = False


def han_value(text: str) -> int:
    """The value of a Chinese number: 二十三 is 23, 一〇二 is 102, 百一十 is 110."""
    if not any(char in HAN_UNITS for char in text):
        return int("".join(str(HAN_DIGITS[char]) for char in text))
    total, digit = 0, 0
    for char in text:
        if char in HAN_UNITS:
            total += (digit or 1) * HAN_UNITS[char]
            digit = 0
        else:
            digit = HAN_DIGITS[char]
    return total + digit


def roman_value(text: str) -> int | None:
    """The value of a roman number in either case, None when the letters are no roman number."""
    letters = text.lower()
    if not letters or not ROMAN_FORM.fullmatch(letters):
        return None
    values = [ROMAN[char] for char in letters]
    pairs = zip(values, [*values[1:], 0], strict=True)
    return sum(-here if here < after else here for here, after in pairs)


def letter_value(text: str) -> int | None:
    """a is 1, z is 26, aa is 27, bb is 28; None for unlike letters."""
    lower = text.lower()
    if not lower.isascii() or len(set(lower)) != 1:
        return None
    return ord(lower[0]) - 96 + 26 * (len(lower) - 1)


def han(family: str, numeral: str) -> tuple[Count, ...]:
    """A Chinese or Arabic number."""
    return (Count(family, int(numeral) if numeral.isdecimal() else han_value(numeral)),)


def arabic(family: str, numeral: str) -> tuple[Count, ...]:
    """An Arabic number, of either width."""
    return (Count(family, int(numeral)),)


def circled(family: str, numeral: str) -> tuple[Count, ...]:
    """One sign that holds its number: ③."""
    return (Count(family, CIRCLED[numeral]),)


def dotted(family: str, numeral: str) -> tuple[Count, ...]:
    """4.1.2 counts its last part, in a family as deep as it has parts."""
    parts = [part for part in numeral.split(".") if part]
    return (Count(f"{family}-{len(parts)}", int(parts[-1])),)


def letters(family: str, numeral: str) -> tuple[Count, ...]:
    """A letter or a roman number; both where both are possible."""
    letter, roman = letter_value(numeral), roman_value(numeral)
    found = [Count(f"{family}-letter", letter)] if letter else []
    if roman:
        found.append(Count(f"{family}-roman", roman))
    return tuple(found)


def any_numeral(family: str, numeral: str) -> tuple[Count, ...]:
    """Chapter 2, Chapter II, Theme B, Action A1: the number in it counts, else the letter."""
    digits = "".join(char for char in numeral if char.isdecimal())
    if digits:
        return (Count(family, int(digits[:6])),)
    value = roman_value(numeral) if len(numeral) > 1 or numeral in "IVX" else letter_value(numeral)
    return (Count(family, value or 0),)


H = "[〇零一二两三四五六七八九十百]"
BREAK = r"(?:[\s　]|$)"
ANNEXES = "Annex|Appendix|Schedule|Attachment"
NAMED = (
    "Action|Activity|Commitment|Decision|Directive|Finding|Goal|Initiative|Measure|Milestone|Objective|"
    "Pillar|Principle|Priority|Project|Recommendation|Requirement|Resolution|Step|Task|Theme|Workstream"
)
GROUPS = "Goal|Objective|Pillar|Priority|Theme|Workstream"

CHINESE = (
    LabelRow(
        "zh-annex",
        rf"附[件录表]({H}{{1,4}}|[0-9０-９]{{1,3}})[：:.．、]?",
        "section",
        0,
        han,
        BREAK + "|[^0-9]",
    ),
    LabelRow("zh-part", rf"第({H}{{1,4}}|[0-9]{{1,3}})(?:编|篇|部分)[：:、]?", "section", 1, han),
    LabelRow("zh-chapter", rf"第({H}{{1,4}}|[0-9]{{1,3}})章[：:、]?", "section", 2, han),
    LabelRow("zh-division", rf"第({H}{{1,4}}|[0-9]{{1,3}})节[：:、]?", "section", 3, han),
    LabelRow("zh-article", rf"第({H}{{1,6}}|[0-9]{{1,4}})条[：:、]?", "article", 4, han, inline=True),
    LabelRow("zh-han", rf"({H}{{1,4}})[、．.]", "section", 5, han, inline=True),
    LabelRow("zh-bracket-han", rf"[（(〔]({H}{{1,4}})[）)〕]、?", "item", 6, han, inline=True),
    LabelRow("zh-bracket-han-sign", "([㈠-㈩])", "item", 6, circled, inline=True),
    LabelRow(
        "zh-task",
        rf"(?:重点)?(?:工作)?(?:任务|措施|项目|行动|事项)({H}{{1,3}}|[0-9０-９]{{1,3}})[：:.．、]?",
        "item",
        6,
        han,
        BREAK + "|[^0-9之以及分内]",
    ),
    LabelRow("zh-dotted", r"([0-9]{1,3}(?:\.[0-9]{1,3}){1,5})[.、]?", "item", 8, dotted, r"[\s　]"),
    LabelRow("zh-number", r"([0-9０-９]{1,3})(?:[．、]|\.)", "item", 7, arabic, "[^0-9０-９]|$", inline=True),
    LabelRow("zh-number-sign", "([⒈-⒛])", "item", 7, circled, inline=True),
    LabelRow("zh-bracket-number", r"[（(]([0-9０-９]{1,3})[）)]、?", "item", 9, arabic, inline=True),
    LabelRow("zh-bracket-number-sign", "([⑴-⒇])", "item", 9, circled, inline=True),
    LabelRow("zh-half-bracket", r"([0-9０-９]{1,3})[）)]、?", "item", 9, arabic),
    LabelRow("zh-circled", "([①-⑳㊀-㊉])[、.．]?", "item", 10, circled, inline=True),
)
"""Chinese numbers; ranks are absolute: 一、 holds （一）, that holds 1., that holds （1）, that holds ①."""

ENGLISH = (
    LabelRow(
        "en-annex",
        rf"(?:{ANNEXES}|{ANNEXES.upper()}) ([IVX]{{1,5}}|[A-Z]|[0-9]{{1,3}})[.:]?",
        "section",
        0,
        any_numeral,
        BREAK,
    ),
    LabelRow(
        "en-part",
        r"(?:Part|PART|Title|TITLE|Book|BOOK) ([IVXL]{1,6}|[A-H]|[0-9]{1,3})[.:]?",
        "section",
        1,
        any_numeral,
        BREAK,
    ),
    LabelRow(
        "en-chapter", r"(?:Chapter|CHAPTER) ([IVXL]{1,6}|[0-9]{1,3})[.:]?", "section", 2, any_numeral, BREAK
    ),
    LabelRow(
        "en-article",
        r"(?:Article|ARTICLE|Art\.) ([IVXL]{1,6}|[0-9]{1,4})[.:]?",
        "article",
        3,
        any_numeral,
        BREAK,
    ),
    LabelRow(
        "en-section",
        r"(?:Section|SECTION|Sec\.|SEC\.|§{1,2})[  ]?([0-9]{1,4})[.:]",
        "section",
        3,
        any_numeral,
        BREAK,
        inline=True,
    ),
    LabelRow(
        "en-section-line",
        r"(?:Section|SECTION|§) ?([0-9]{1,4})",
        "section",
        3,
        any_numeral,
        r"\s*[—–-]\s|\s*$",
    ),
    LabelRow(
        "en-group",
        rf"(?:{GROUPS}) ([A-Z][0-9]{{0,3}}|[IVX]{{1,5}}|[0-9]{{1,3}})[.:]?",
        "section",
        4,
        any_numeral,
        BREAK,
    ),
    LabelRow(
        "en-named",
        rf"(?:{NAMED}) ([A-Z]?[0-9]{{1,3}}(?:\.[0-9]{{1,3}})?|[A-Z])[.:]?",
        "item",
        5,
        any_numeral,
        BREAK,
    ),
    LabelRow("en-dotted", r"([0-9]{1,3}(?:\.[0-9]{1,3}){1,5})\.", "item", 5, dotted, r"\s", inline=True),
    LabelRow("en-dotted-line", r"([0-9]{1,3}(?:\.[0-9]{1,3}){1,5})", "item", 5, dotted, r"\s+[A-Z(“\"]"),
    LabelRow("en-number", r"([0-9]{1,3})\.", "item", 5, arabic, r"\s+[^\s0-9]|$", inline=True),
    LabelRow("en-bracket-number", r"\(([0-9]{1,3})\)", "item", 5, arabic, r"[^0-9]|$", inline=True),
    LabelRow("en-half-bracket", r"([0-9]{1,3})\)", "item", 5, arabic, BREAK),
    LabelRow(
        "en-bracket-lower", r"\(([a-z]{1,2}|[ivxl]{1,6})\)", "item", 5, letters, r"[^a-z]|$", inline=True
    ),
    LabelRow(
        "en-bracket-upper", r"\(([A-Z]{1,2}|[IVXL]{1,6})\)", "item", 5, letters, r"[^A-Z]|$", inline=True
    ),
    LabelRow("en-lower", r"([a-z]|[ivx]{1,5})[.)]", "item", 5, letters, r"\s+\S", inline=True),
    LabelRow("en-upper", r"([A-Z]|[IVX]{1,5})\.", "item", 5, letters, r"\s+[A-Z]", inline=True),
)
"""English numbers; below the section ranks are equal, as orders differ: what opened first holds the rest."""


class Grammar(Struct, frozen=True):
    """The rows of a language as one pattern, by name, and what may stand before a label inside a line."""

    whole: re.Pattern[str]
    rows: dict[str, LabelRow]
    before: re.Pattern[str]


def grammar(rows: tuple[LabelRow, ...], before: str) -> Grammar:
    """Compile a table: one alternation, each row a group under its name."""
    named = {row.name.replace("-", "_"): row for row in rows}
    parts = [
        f"(?P<{name}>{row.pattern})" + (f"(?:{row.after})" if row.after else "")
        for name, row in named.items()
    ]
    return Grammar(pattern("|".join(parts)), named, pattern(before))


GRAMMARS: dict[Language, Grammar] = {
    "zh": grammar(CHINESE, r"[。；;：:！？）)】〕][\s　]*[^\s　]"),
    "en": grammar(ENGLISH, r"[.;:),—][”\"’]?\s+(?:(?:and|or|and/or)\s+)?[(§0-9A-Za-z]"),
}


def label_at(text: str, start: int, end: int, language: Language) -> Label | None:
    """The label that begins at `start`, if one does."""
    spoken = GRAMMARS[language]
    match = spoken.whole.match(text, start, end)
    if not match or not match.lastgroup or not match.lastindex:
        return None
    row = spoken.rows[match.lastgroup]
    first, last = match.span(match.lastgroup)
    numeral = match[match.lastindex + 1]
    readings = row.read(row.name.removesuffix("-line").removesuffix("-sign"), numeral)
    if not readings:
        return None
    while last < end and text[last].isspace():
        last += 1
    printed = text[first : match.end(match.lastgroup)].rstrip("、．.：:")
    return Label(first, last, printed, row.name, row.kind, row.rank, readings)


def labels_inside(text: str, start: int, end: int, language: Language) -> Iterator[Label]:
    """Each label inside a line that stands where a sentence, an item or a bracket has ended."""
    spoken = GRAMMARS[language]
    for match in spoken.before.finditer(text, start, end):
        found = label_at(text, match.end() - 1, end, language)
        if found and spoken.rows[found.row.replace("-", "_")].inline:
            yield found
