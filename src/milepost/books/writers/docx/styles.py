"""The named styles of a Word book: every look it has, as rows.

In: a language. Out: `styles.xml`, `numbering.xml` and `fontTable.xml`. Faces are set for every script in the
defaults and in each style, so that no reader picks Japanese forms; the faces are those that office programs
bring along, with a free one named beside each. Part headings carry real numbers: I, 1, a in English and 一、
（一） 1. in Chinese.
"""

from typing import NamedTuple

from milepost.books.content.records import Language
from milepost.books.writers.docx.pen import NAMESPACES

INK, MID, SOFT, HAIR = "16202B", "56616D", "8B959F", "C3C9CF"

FACES = {"sans": ("Arial", "Microsoft YaHei"), "serif": ("Times New Roman", "SimSun")}
"""Latin and Chinese face."""
BESIDE = {
    "Arial": "Liberation Sans",
    "Times New Roman": "Liberation Serif",
    "Microsoft YaHei": "Noto Sans CJK SC",
    "SimSun": "Noto Serif CJK SC",
    "Segoe UI Symbol": "Noto Sans Symbols2",
}
"""The free face to take where the first isn't installed."""


class Look(NamedTuple):
    """A style: id, name, face, size in half points in English and Chinese, and what else differs.

    `before` and `after` are gaps in twips; `rest` is what stands between borders and spacing in the schema.
    A look without `pitch` is a character style."""

    id: str
    name: str
    face: str
    en: int
    zh: int
    tone: str = INK
    bold: bool = False
    pitch: tuple[int, int] | None = None
    before: int = 0
    after: int = 0
    borders: str = ""
    tabs: str = ""
    indent: str = ""
    side: str = ""
    rest: str = ""
    frame: str = ""


def _edge(side: str, kind: str, size: int, space: int, tone: str = INK) -> str:
    """A rule along a side."""
    return f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="{space}" w:color="{tone}"/>'


def _tab(place: int, kind: str = "left") -> str:
    return f'<w:tab w:val="{kind}" w:pos="{place}"/>'


STEP_DAY = 300
STEP_TITLE: dict[Language, int] = {"en": 1330, "zh": 1620}
"""Where the day and the title of a step begin; a Chinese day with its year is wider."""
KEEP = "<w:keepNext/><w:keepLines/>"
FINE, CELL = (230, 250), (230, 260)
"""Line pitch in twips, English and Chinese."""
DASHED = f'<w:bdr w:val="dashSmallGap" w:sz="4" w:space="1" w:color="{INK}"/>'
BOXED = f'<w:bdr w:val="single" w:sz="6" w:space="1" w:color="{INK}"/>'
RULED = _edge("bottom", "single", 4, 1, SOFT) + _edge("between", "single", 4, 1, SOFT)
"""Blanks that follow each other share their borders, so that the rule between them is named too."""

LOOKS: tuple[Look, ...] = (
    Look("Title", "Title", "serif", 76, 72, bold=True, pitch=(880, 980), before=2200, after=120,
         borders=_edge("bottom", "single", 10, 6), indent='<w:ind w:right="2600"/>', rest=KEEP),
    Look("Heading1", "heading 1", "serif", 32, 32, bold=True, pitch=(400, 440), before=260, after=100, rest=KEEP),
    Look("Heading2", "heading 2", "serif", 26, 26, bold=True, pitch=(340, 380), before=240, after=80, rest=KEEP),
    Look("Heading3", "heading 3", "sans", 20, 21, bold=True, pitch=(280, 320), before=200, after=60, rest=KEEP),
    Look("MPBody", "MP Body", "sans", 18, 18, pitch=(260, 300), after=80),
    Look("MPCell", "MP Cell", "sans", 17, 17, pitch=CELL, after=20),
    Look("MPCellStrong", "MP Cell Strong", "sans", 17, 17, bold=True, pitch=CELL, after=20),
    Look("MPNote", "MP Note", "sans", 16, 16, MID, pitch=CELL, after=40),
    Look("MPNumber", "MP Number", "serif", 28, 28, bold=True, pitch=(320, 340)),
    Look("MPBlank", "MP Blank", "sans", 15, 16, MID, pitch=CELL, before=100, after=60, borders=RULED),
    Look("MPStep", "MP Step", "sans", 16, 16, pitch=CELL, borders=_edge("left", "dashSmallGap", 6, 4),
         tabs=_tab(STEP_DAY) + "{title}", indent='<w:ind w:left="{at}" w:hanging="{hanging}"/>'),
    Look("MPChecks", "MP Checks", "sans", 16, 16, pitch=CELL, borders=_edge("left", "dashSmallGap", 6, 4),
         indent='<w:ind w:left="100"/>'),
    Look("MPSub", "MP Sub", "serif", 42, 40, pitch=(520, 600), after=120),
    Look("MPBodyName", "MP Body Name", "serif", 23, 24, pitch=(300, 360), after=120),
    Look("MPCoverHead", "MP Cover Head", "sans", 19, 20, bold=True, pitch=(280, 320), before=240, after=60, rest=KEEP),
    Look("MPFact", "MP Fact", "sans", 17, 17, pitch=(250, 280), after=60, tabs=_tab(1500),
         indent='<w:ind w:left="1500" w:hanging="1500"/>'),
    Look("MPAsk", "MP Ask", "sans", 18, 18, pitch=(260, 300), after=40),
    Look("MPContent", "MP Content", "sans", 18, 18, pitch=(260, 300), after=30, tabs=_tab(420),
         indent='<w:ind w:left="420" w:hanging="420"/>'),
    Look("MPEdition", "MP Edition", "sans", 18, 18, pitch=(260, 300), after=700),
    Look("MPCoverFoot", "MP Cover Foot", "sans", 16, 16, MID, pitch=CELL, before=420, after=40,
         borders=_edge("top", "single", 8, 4)),
    Look("MPUnder", "MP Under Heading", "sans", 16, 16, MID, pitch=CELL, after=100, rest=KEEP),
    Look("MPHead", "MP Column Head", "sans", 17, 17, bold=True, pitch=CELL, rest=KEEP),
    Look("MPHeadNote", "MP Column Note", "sans", 16, 16, MID, pitch=CELL, rest=KEEP),
    Look("MPThin", "MP Thin", "sans", 2, 2, pitch=(20, 20)),
    Look("MPFigure", "MP Figure", "serif", 48, 48, bold=True, pitch=(560, 580)),
    Look("MPPrinciple", "MP Principle", "serif", 19, 20, pitch=(270, 310), before=120, after=40,
         borders=_edge("left", "single", 12, 6), indent='<w:ind w:left="160"/>', rest="<w:keepLines/>"),
    Look("MPWarning", "MP Warning", "sans", 18, 18, pitch=(270, 300), after=80),
    Look("Header", "header", "sans", 15, 16, MID, pitch=(220, 250)),
    Look("Footer", "footer", "sans", 14, 15, MID, pitch=(200, 220)),
    Look("HeaderCentre", "MP Header Centre", "sans", 15, 16, MID, pitch=(220, 250), side="center"),
    Look("HeaderRight", "MP Header Right", "sans", 15, 16, MID, pitch=(220, 250), side="right"),
    Look("FooterCentre", "MP Footer Centre", "sans", 14, 15, MID, pitch=(200, 220), side="center"),
    Look("FooterRight", "MP Footer Right", "sans", 14, 15, MID, pitch=(200, 220), side="right"),
    Look("MPMark", "MP Mark", "sans", 15, 16, frame=DASHED),
    Look("MPDraft", "MP Draft", "sans", 16, 16, frame=BOXED),
    Look("MPQuoted", "MP Quoted", "serif", 18, 18),
    Look("MPContext", "MP Context", "serif", 18, 18, MID),
    Look("MPSmall", "MP Small", "sans", 16, 16, MID),
    Look("MPStrong", "MP Strong", "sans", 17, 17, bold=True),
    Look("MPFill", "MP Fill", "sans", 15, 16, MID),
    Look("MPFilled", "MP Filled", "sans", 17, 17),
    Look("MPTick", "MP Tick", "tick", 18, 18),
)  # fmt: skip

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


def styles_xml(language: Language) -> str:
    """All styles."""
    made = "".join(_style(look, language) for look in LOOKS)
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
    at = STEP_TITLE[language]
    places = {"title": _tab(at), "at": at, "hanging": at - 80}
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
        f'w:line="{look.pitch[0 if en else 1]}" w:lineRule="exact"/>{look.indent.format_map(places)}{_side(look)}'
        f"{_outline(look.id)}</w:pPr>{letters}</w:style>"
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
    return f'<w:outlineLvl w:val="{int(style[-1]) - 1}"/>' if style.startswith("Heading") else ""


def _tables() -> str:
    """The styles of tables: rules across, a full grid for what is filled by hand, and none for furniture."""
    rules = (
        _edge("top", "single", 8, 0)
        + _edge("bottom", "single", 8, 0)
        + _edge("insideH", "single", 4, 0, HAIR)
    )
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    grid = "".join(_edge(side, "single", 4, 0, SOFT) for side in sides)
    head = f"<w:tcPr><w:tcBorders>{_edge('bottom', 'single', 6, 0)}</w:tcBorders></w:tcPr>"
    wash = '<w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="F1F3F4"/></w:tcPr>'
    return (
        _table("MPTable", "MP Table", rules, 85, 70, head)
        + _table("MPGrid", "MP Grid", grid, 85, 50, wash)
        + _table("MPFrame", "MP Frame", "", 0, 0, "")
        + _table("MPHeader", "MP Header", _edge("bottom", "single", 5, 0), 0, 30, "")
        + _table("MPFooter", "MP Footer", _edge("top", "single", 4, 0, HAIR), 0, 40, "")
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
        _level(n, form, text, f"Heading{n + 1}", 0 if language == "zh" else 420 + 100 * n, language)
        for n, (form, text) in enumerate(LEVELS[language])
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
