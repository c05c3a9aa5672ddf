"""The parts of a Word file that say how it looks: `styles.xml`, `numbering.xml`, `fontTable.xml`.

In: a language. Out: XML. Faces are set for every script in the defaults and in each style, so that no reader
picks Japanese forms. Part headings carry real numbers: I, 1, a in English and 一、 （一） 1. in Chinese. The
rows stand in `looks`.
"""

from collections.abc import Iterable

from milepost.books.content.records import Language
from milepost.books.wording.labels import script
from milepost.books.writers.docx.looks import (
    BESIDE,
    FACES,
    HAIR,
    INK,
    LOOKS,
    SOFT,
    STEP_TITLE,
    Look,
    edge,
    tab_stop,
)
from milepost.books.writers.docx.pen import NAMESPACES

NUMBERED = {"Heading1": (1, 0), "Heading2": (1, 1), "Heading3": (1, 2), "MPAsk": (2, 0), "MPWarning": (3, 0)}
"""Styles that carry a number: list and level."""

LEVELS: dict[Language, tuple[tuple[str, str], ...]] = {
    "en": (("upperRoman", "%1"), ("decimal", "%2"), ("lowerLetter", "%3")),
    "zh": (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")),
}
"""Numbers of headings, level by level."""


def faces(face: str, language: Language) -> str:
    """The faces of every script; in a Chinese book quotation marks and dashes are Chinese too."""
    latin, chinese = FACES.get(face, ("Segoe UI Symbol", "Segoe UI Symbol"))
    hint = ' w:hint="eastAsia"' if language == "zh" else ""
    return f'<w:rFonts{hint} w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{chinese}" w:cs="{latin}"/>'


def styles_xml(language: Language, looks: Iterable[Look] = LOOKS) -> str:
    """All styles."""
    made = "".join(_style(look, language) for look in looks)
    spacing = "" if language == "en" else '<w:autoSpaceDE w:val="0"/><w:autoSpaceDN w:val="0"/>'
    return (
        f"<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{faces('sans', language)}"
        f'<w:color w:val="{INK}"/><w:sz w:val="17"/><w:szCs w:val="17"/>'
        '<w:lang w:val="en-GB" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        f"<w:pPrDefault><w:pPr><w:suppressAutoHyphens/><w:kinsoku/>{spacing}<w:snapToGrid "
        'w:val="0"/></w:pPr></w:pPrDefault></w:docDefaults>'
        f'<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:rPr>{faces('sans', language)}</w:rPr></w:style>"
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:semiHidden/></w:style>'
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'
        f"{made}{_tables()}</w:styles>"
    )


def _style(look: Look, language: Language) -> str:
    """One style."""
    en = language == "en"
    at = STEP_TITLE[script(language)]
    places = {"title": tab_stop(at), "at": at, "hanging": at - 80}
    size = look.en if en else look.zh
    bold = look.bold and (en or look.face == "sans")  # the Chinese serif face has no bold of its own
    letters = (
        f"<w:rPr>{faces(look.face, language)}{'<w:b/><w:bCs/>' if bold else ''}"
        f'<w:color w:val="{look.tone}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>{look.frame}</w:rPr>'
    )
    if look.pitch is None:
        return (
            f'<w:style w:type="character" w:customStyle="1" w:styleId="{look.id}"><w:name '
            f'w:val="{look.name}"/><w:qFormat/>{letters}</w:style>'
        )
    own = ' w:customStyle="1"' if look.name.startswith("MP") else ""
    return (
        f'<w:style w:type="paragraph"{own} w:styleId="{look.id}"><w:name w:val="{look.name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{look.rest}{_number(look.id)}'
        f"{_borders(look)}{_tabs(look).format_map(places)}"
        f'<w:spacing w:before="{look.before}" w:after="{look.after}" '
        f'w:line="{look.pitch[0 if en else 1]}" w:lineRule="exact"/>'
        f"{look.indent.format_map(places)}{_side(look)}{_outline(look.id)}</w:pPr>{letters}</w:style>"
    )


def _number(style: str) -> str:
    """The list and level of a numbered style."""
    if style not in NUMBERED:
        return ""
    number, level = NUMBERED[style]
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _borders(look: Look) -> str:
    return f"<w:pBdr>{look.borders}</w:pBdr>" if look.borders else ""


def _side(look: Look) -> str:
    return f'<w:jc w:val="{look.side}"/>' if look.side else ""


def _tabs(look: Look) -> str:
    return f"<w:tabs>{look.tabs}</w:tabs>" if look.tabs else ""


def _outline(style: str) -> str:
    """The level of a heading in the outline."""
    return (
        f'<w:outlineLvl w:val="{int(style[-1]) - 1}"/>'
        if style.startswith("Heading") and style[-1].isdigit()
        else ""
    )


def _tables() -> str:
    """The styles of tables: rules across, a full grid for what is filled by hand, and none for furniture."""
    rules = (
        edge("top", "single", 8, 0) + edge("bottom", "single", 8, 0) + edge("insideH", "single", 4, 0, HAIR)
    )
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    grid = "".join(edge(side, "single", 4, 0, SOFT) for side in sides)
    head = f"<w:tcPr><w:tcBorders>{edge('bottom', 'single', 6, 0)}</w:tcBorders></w:tcPr>"
    wash = '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F1F3F4"/></w:tcPr>'
    return (
        _table("MPTable", "MP Table", rules, 85, 70, head)
        + _table("MPGrid", "MP Grid", grid, 85, 50, wash)
        + _table("MPFrame", "MP Frame", "", 0, 0, "")
        + _table("MPHeader", "MP Header", edge("bottom", "single", 5, 0), 0, 30, "")
        + _table("MPFooter", "MP Footer", edge("top", "single", 4, 0, HAIR), 0, 40, "")
    )


def _table(id_: str, name: str, borders: str, side: int, upright: int, head: str) -> str:
    """One table style."""
    first = f'<w:tblStylePr w:type="firstRow">{head}</w:tblStylePr>' if head else ""
    edges = f"<w:tblBorders>{borders}</w:tblBorders>" if borders else ""
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{id_}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:tblPr>{edges}<w:tblCellMar>'
        f'<w:top w:w="{upright}" w:type="dxa"/><w:left w:w="{side}" w:type="dxa"/>'
        f'<w:bottom w:w="{upright}" w:type="dxa"/><w:right w:w="{side}" w:type="dxa"/></w:tblCellMar>'
        f"</w:tblPr>{first}</w:style>"
    )


def numbering_xml(language: Language) -> str:
    """The lists: headings, what is asked, what to check."""
    headings = "".join(
        _level(n, form, text, f"Heading{n + 1}", 0 if language == "zh" else 540, language)
        for n, (form, text) in enumerate(LEVELS[script(language)])
    )
    lists = (
        headings,
        _level(0, "decimal", "%1", "MPAsk", 360, "en"),
        _level(0, "decimal", "%1", "MPWarning", 360, "en"),
    )
    made = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="multilevel"/>{levels}</w:abstractNum>'
        for n, levels in enumerate(lists)
    )
    used = "".join(
        f'<w:num w:numId="{n + 1}"><w:abstractNumId w:val="{n}"/></w:num>' for n in range(len(lists))
    )
    return f"<w:numbering {NAMESPACES}>{made}{used}</w:numbering>"


def _level(level: int, form: str, text: str, style: str, hanging: int, language: Language) -> str:
    """One level of a list; a Chinese number stands against its heading without a gap."""
    gap = "nothing" if language == "zh" else "tab"
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:pStyle w:val="{style}"/>'
        f'<w:suff w:val="{gap}"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{hanging}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def fonts_xml() -> str:
    """The faces, each with the free one that may stand in for it."""
    made = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/></w:font>' for name, other in BESIDE.items()
    )
    return f"<w:fonts {NAMESPACES}>{made}</w:fonts>"
