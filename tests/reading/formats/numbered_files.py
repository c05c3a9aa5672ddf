"""Word files numbered in the ways that Word knows, on which LibreOffice and the reading must agree.

`NUMBERED` gives by name the numbering part, the body and the styles. `WORD_ALONE` gives those in which
LibreOffice 7 departs from the standard that Word follows, with the labels that Word prints.
"""

from tests.reading.formats.word_files import cell, numbered, paragraph, row

Numbered = tuple[str, str, str]


def level(at: int, style: str, text: str, more: str = "", start: int = 1) -> str:
    """A level of a list."""
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/><w:numFmt w:val="{style}"/>{more}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(key: int, *levels: str, head: str = '<w:multiLevelType w:val="multilevel"/>') -> str:
    """An abstract list."""
    return f'<w:abstractNum w:abstractNumId="{key}">{head}{"".join(levels)}</w:abstractNum>'


def begins(at: int, value: int) -> str:
    """An override of a level's start."""
    return f'<w:lvlOverride w:ilvl="{at}"><w:startOverride w:val="{value}"/></w:lvlOverride>'


def body(*rows: tuple[int, int]) -> str:
    """Paragraphs of lists and levels."""
    return "".join(paragraph(f"w{at}", key, depth) for at, (key, depth) in enumerate(rows))


def levels_of(*depths: int) -> str:
    """Paragraphs of the first list at these levels."""
    return body(*((1, depth) for depth in depths))


def style(key: str, properties: str = "", based: str = "", kind: str = "paragraph") -> str:
    """A style."""
    parent = f'<w:basedOn w:val="{based}"/>' if based else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{key}"/>{parent}'
        f"<w:pPr>{properties}</w:pPr></w:style>"
    )


def listed(key: int | None, depth: int | None = None) -> str:
    """The list and level of a style."""
    named = "" if key is None else f'<w:numId w:val="{key}"/>'
    deep = "" if depth is None else f'<w:ilvl w:val="{depth}"/>'
    return f"<w:numPr>{deep}{named}</w:numPr>"


def styled(*keys: str) -> str:
    """Paragraphs of styles."""
    return "".join(paragraph(f"w{at}", style=key) for at, key in enumerate(keys))


FORMATS = (
    "decimal decimalHalfWidth decimalZero upperRoman lowerRoman upperLetter lowerLetter ordinal ordinalText "
    "cardinalText chicago chineseCounting chineseCountingThousand chineseLegalSimplified japaneseCounting "
    "taiwaneseCounting taiwaneseCountingThousand ideographLegalTraditional ideographTraditional "
    "ideographZodiac none"
).split()
PLAIN = abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"))
OWN_LEVEL = f'<w:lvlOverride w:ilvl="0">{level(0, "upperLetter", "%1)", start=3)}</w:lvlOverride>'
BOTH = '<w:startOverride w:val="4"/>' + level(0, "decimal", "[%1]", start=9)
OWN_START = f'<w:lvlOverride w:ilvl="0">{BOTH}</w:lvlOverride>'
LINK = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Legal"/></w:abstractNum>'
LINKED = (
    abstract(
        0, level(0, "decimal", "§%1"), level(1, "lowerLetter", "(%2)"), head='<w:styleLink w:val="Legal"/>'
    )
    + LINK
    + numbered(1)
    + numbered(2, 1)
)
CUSTOM = (
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="w14">'
    '<w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback>'
    '<w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="R%1"/></w:lvl>'
    "</w:abstractNum>"
)
TABLE = "".join(
    row(cell("<w:p/>"), cell("y")).replace(paragraph("<w:p/>"), paragraph("x", 1)) for _ in range(3)
)
HEADS = abstract(
    0,
    level(0, "decimal", "%1", '<w:pStyle w:val="A"/>'),
    level(1, "decimal", "%1.%2", '<w:pStyle w:val="B"/>'),
)

NUMBERED: dict[str, Numbered] = {
    **{
        f"counting in {name}": (abstract(0, level(0, name, "%1、")) + numbered(1), levels_of(*[0] * 34), "")
        for name in FORMATS
    },
    "the five levels of official Chinese": (
        abstract(
            0,
            level(0, "chineseCounting", "%1、"),
            level(1, "chineseCounting", "（%2）"),
            level(2, "decimal", "%3."),
            level(3, "decimal", "（%4）"),
            level(4, "decimalEnclosedCircle", "%5"),
        )
        + numbered(1),
        levels_of(0, 1, 2, 3, 4, 4, 3, 2, 1, 2, 0, 1, 4),
        "",
    ),
    "two hundred articles": (
        abstract(0, level(0, "chineseCountingThousand", "第%1条")) + numbered(1),
        levels_of(*[0] * 231),
        "",
    ),
    "a hundred roman heads": (
        abstract(0, level(0, "upperRoman", "%1.")) + numbered(1),
        levels_of(*[0] * 101),
        "",
    ),
    "sixty letters": (abstract(0, level(0, "upperLetter", "%1.")) + numbered(1), levels_of(*[0] * 60), ""),
    "dotted, one level left out": (
        abstract(
            0, *(level(at, "decimal", ".".join(f"%{up + 1}" for up in range(at + 1))) for at in range(4))
        )
        + numbered(1),
        levels_of(0, 1, 2, 2, 3, 1, 2, 0, 2, 1),
        "",
    ),
    "nine levels": (
        abstract(
            0, *(level(at, "decimal", "".join(f"%{up + 1}." for up in range(at + 1))) for at in range(9))
        )
        + numbered(1),
        levels_of(*range(9), 4, 8, 0),
        "",
    ),
    "begun at the second level": (PLAIN + numbered(1), levels_of(1, 1, 0, 1, 0, 1, 1), ""),
    "starts of its own": (
        abstract(0, level(0, "decimal", "%1.", start=5), level(1, "decimal", "%1.%2.", start=3))
        + numbered(1),
        levels_of(1, 1, 0, 1, 0, 1),
        "",
    ),
    "starts at nought": (
        abstract(0, level(0, "decimal", "%1.", start=0), level(1, "decimal", "%1.%2", start=0)) + numbered(1),
        levels_of(0, 1, 0, 1, 1),
        "",
    ),
    "no start": (PLAIN.replace('<w:start w:val="1"/>', "") + numbered(1), levels_of(0, 0, 0), ""),
    "two lists of one definition": (
        PLAIN + numbered(1) + numbered(2),
        body((1, 0), (1, 1), (2, 0), (2, 1), (1, 0), (1, 1), (2, 1)),
        "",
    ),
    "lists that begin anew": (
        PLAIN + numbered(1) + numbered(2, override=begins(0, 1)) + numbered(3, override=begins(0, 7)),
        body((1, 0), (1, 0), (2, 0), (2, 0), (3, 0), (3, 0), (1, 0), (2, 0)),
        "",
    ),
    "a level of its own": (
        PLAIN + numbered(1) + numbered(2, override=OWN_LEVEL),
        body((1, 0), (1, 1), (2, 0), (2, 1), (2, 0)),
        "",
    ),
    "a level and a start of its own": (
        PLAIN + numbered(1) + numbered(2, override=OWN_START),
        body((1, 0), (2, 0), (2, 0)),
        "",
    ),
    "restarts after the second level": (
        abstract(
            0,
            level(0, "decimal", "%1."),
            level(1, "decimal", "%1.%2"),
            level(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="2"/>'),
        )
        + numbered(1),
        levels_of(0, 1, 2, 2, 1, 2, 0, 2),
        "",
    ),
    "a numbering style": (
        LINKED,
        body((2, 0), (2, 1), (2, 0), (1, 0)),
        style("Legal", listed(1), kind="numbering"),
    ),
    "a numbering style that no style part has": (
        LINKED,
        body((2, 0), (2, 1), (2, 0), (1, 0)),
        "",
    ),
    "words alone": (abstract(0, level(0, "decimal", "Note")) + numbered(1), levels_of(0, 0), ""),
    "no number but words": (abstract(0, level(0, "none", "注：%1")) + numbered(1), levels_of(0, 0), ""),
    "list nought": (PLAIN + numbered(1), body((1, 0), (0, 0), (1, 0)), ""),
    "a list that is not there": (PLAIN + numbered(1), body((1, 0), (9, 0), (1, 0)), ""),
    "an empty paragraph between": (
        PLAIN + numbered(1),
        paragraph("a", 1) + paragraph("<w:r/>", 1) + paragraph("c", 1),
        "",
    ),
    "in the cells of a table": (
        PLAIN + numbered(1),
        f"{paragraph('a', 1)}<w:tbl>{TABLE}</w:tbl>{paragraph('c', 1)}",
        "",
    ),
    "zeros that Word adds": (CUSTOM + numbered(1), levels_of(*[0] * 12), ""),
    "two definitions by turns": (
        PLAIN
        + abstract(1, level(0, "lowerLetter", "(%1)"))
        + numbered(1)
        + numbered(2, 1)
        + numbered(3, 1, override=begins(0, 1)),
        body((1, 0), (2, 0), (2, 0), (1, 0), (2, 0), (3, 0), (3, 0)),
        "",
    ),
    "headings": (
        HEADS + numbered(1),
        styled("A", "B", "B", "A", "B"),
        style("A", listed(1)) + style("B", listed(1, 1)),
    ),
    "styles based on others": (
        HEADS + numbered(1),
        styled("A", "B", "C", "D", "B", "A", "C"),
        style("A", listed(1))
        + style("B", listed(1, 1), "A")
        + style("C", based="B")
        + style("D", listed(0), "A"),
    ),
    "a style that changes the level alone": (
        PLAIN + numbered(1),
        styled("A", "B", "B", "A", "B"),
        style("A", listed(1)) + style("B", listed(None, 1), "A"),
    ),
    "a paragraph over its style": (
        PLAIN + abstract(1, level(0, "upperRoman", "%1)")) + numbered(1) + numbered(2, 1),
        paragraph("a", style="A") + paragraph("b", 2, style="A") + paragraph("c", 0, style="A") + styled("A"),
        style("A", listed(1)),
    ),
    "the style of all paragraphs": (
        PLAIN + numbered(1),
        paragraph("a") + paragraph("b"),
        style("N", listed(1)).replace("<w:style ", '<w:style w:default="1" '),
    ),
}

LEGAL = abstract(
    0, level(0, "upperRoman", "Article %1."), level(1, "decimal", "Section %1.%2", "<w:isLgl/>")
) + numbered(1)
NOT_LEGAL = LEGAL.replace("<w:isLgl/>", '<w:isLgl w:val="0"/>')
NEVER = abstract(
    0,
    level(0, "chineseCounting", "第%1章"),
    level(1, "chineseCounting", "第%2条", '<w:lvlRestart w:val="0"/>'),
) + numbered(1)
LATE = abstract(
    0,
    level(0, "decimal", "%1."),
    level(1, "decimal", "%1.%2"),
    level(2, "lowerLetter", "%3)", '<w:lvlRestart w:val="1"/>'),
) + numbered(1)
DEEP = PLAIN + numbered(1) + numbered(2, override=begins(0, 1) + begins(1, 3))
STYLED = abstract(
    0,
    level(0, "decimal", "%1.", '<w:pStyle w:val="A"/>'),
    level(1, "decimal", "%1.%2", '<w:pStyle w:val="B"/>'),
) + numbered(1)

WORD_ALONE: dict[str, tuple[Numbered, list[str]]] = {
    "legal figures": (
        (LEGAL, levels_of(0, 1, 0, 1, 1), ""),
        ["Article I.", "Section 1.1", "Article II.", "Section 2.1", "Section 2.2"],
    ),
    "legal figures switched off": (
        (NOT_LEGAL, levels_of(0, 1, 0, 1), ""),
        ["Article I.", "Section I.1", "Article II.", "Section II.1"],
    ),
    "articles that count through chapters": (
        (NEVER, levels_of(0, 1, 1, 0, 1), ""),
        ["第一章", "第一条", "第二条", "第二章", "第三条"],
    ),
    "restarts after the first level alone": (
        (LATE, levels_of(0, 1, 2, 2, 1, 2, 0, 1, 2), ""),
        ["1.", "1.1", "a)", "b)", "1.2", "c)", "2.", "2.1", "a)"],
    ),
    "a start that holds whenever a level begins anew": (
        (DEEP, body((1, 0), (1, 1), (2, 0), (2, 1), (2, 1), (2, 0), (2, 1)), ""),
        ["1.", "a)", "1.", "c)", "d)", "2.", "c)"],
    ),
    "the level that a style belongs to": (
        (STYLED, styled("A", "B", "B", "A", "B"), style("A", listed(1)) + style("B", listed(1))),
        ["1.", "1.1", "1.2", "2.", "2.1"],
    ),
}
