"""The rows of the grammar of printed numbers, one table a language.

Each row is a numeral with what surrounds it, the kind of clause it opens and how deep it ranks. The rows of a
table are tried at once, the first that fits wins. Rows are data; `numbering` reads with them.
"""

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from milepost.reading.outline.values import CIRCLED, Count, any_numeral, arabic, circled, dotted, han, letters
from milepost.reading.records import Language

ClauseKind = Literal["section", "article", "item"]
ReadCounts = Callable[[str, str], tuple[Count, ...]]


class LabelRow(Struct, frozen=True):
    """A row of the grammar. The pattern's one group is the numeral; `after` is what must follow the label.
    `inline` says whether the label may also stand inside a line."""

    name: str
    pattern: str
    kind: ClauseKind
    rank: float
    read: ReadCounts
    after: str = ""
    inline: bool = False


H = "[〇零一二两三四五六七八九十百]"
BREAK = r"(?:[\s　]|$)"
HAN_WORD = "[ \u3000]{0,2}[\u4e00-\u9fff]"
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
    LabelRow(
        "zh-article",
        rf"第({H}{{1,6}}|[0-9]{{1,4}})条(?:之{H}{{1,2}})?[：:、]?",
        "article",
        4,
        han,
        inline=True,
    ),
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
    LabelRow("zh-letter", r"([A-Za-z])[.．)）]", "item", 10, letters, "[ \u3000]{0,2}[\u4e00-\u9fff]"),
    LabelRow(
        "zh-bracket-letter", "[（(]([A-Za-z])[）)]", "item", 10, letters, "[ \u3000]{0,2}[\u4e00-\u9fff]"
    ),
    LabelRow("zh-circled", "([①-⑳㊀-㊉])[、.．]?", "item", 10, circled, inline=True),
)
"""Chinese numbers; ranks are absolute: 一、 holds （一）, that holds 1., that holds （1）, that holds ①."""

ASCII_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
BEGINS: dict[Language, frozenset[str]] = {
    "zh": frozenset(
        f"附第〇零一二两三四五六七八九十百重工任措项行事（(〔{ASCII_LETTERS}0123456789０１２３４５６７８９"
    )
    | frozenset(CIRCLED),
    "en": frozenset(f"(§{ASCII_LETTERS}0123456789"),
}
"""The signs that a label of a language begins with: most lines begin with another."""

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
        r"(?:Section|SECTION|Sec\.|SEC\.|§{1,2})[  ]?([0-9]{1,4}[a-z]?(?:[-.][0-9]{1,4}[a-z]?){0,3})[.:]",
        "section",
        3,
        any_numeral,
        BREAK,
        inline=True,
    ),
    LabelRow(
        "en-section-line",
        r"(?:Section|SECTION|§) ?([0-9]{1,4}(?:[-.][0-9]{1,4}){0,3})",
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
        rf"(?:{NAMED}) ([A-Z]?[0-9]{{1,3}}(?:\.[0-9]{{1,3}}){{0,3}}|[A-Z])[.:]?",
        "item",
        5,
        any_numeral,
        BREAK,
    ),
    LabelRow("en-degree", r"([0-9]{1,3})°", "item", 5, arabic, r"\)?\s+[A-Z][a-z]"),
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

BARE: dict[Language, LabelRow] = {
    "zh": LabelRow("zh-bare", r"([0-9]{1,2})[ \t\u3000]{1,4}[\u4e00-\u9fff]{2}", "item", 7, arabic),
    "en": LabelRow("en-bare", r"([0-9]{1,2})[ \t]{1,4}[A-Z][A-Za-z]+", "item", 4.5, arabic),
}
"""Numbers without a sign after them, as headings of by-laws and emergency plans print them. They rank above
the dotted numbers that they hold."""

NO_HEADINGS = (
    *"年月日时分秒个名项家条次万亿元米件人位处座台辆艘吨亩户岁周天倍种届",
    *("公里", "小时"),
    *"January February March April May June July August September October November December".split(),
)
"""Words after a bare number that is a count or a day."""
