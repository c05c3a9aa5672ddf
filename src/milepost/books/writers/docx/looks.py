"""The looks of a Word book as rows: each named style with its face, sizes, gaps and rules.

In: nothing. Out: LOOKS, and the tones and faces they are made of. No book sets a look of its own. The faces
are those that office programs bring along, with a free one named beside each. Turning rows into XML stands in
`styles`.
"""

from typing import NamedTuple

from milepost.books.content.records import Language

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


def edge(side: str, kind: str, size: int, space: int, tone: str = INK) -> str:
    """A rule along a side."""
    return f'<w:{side} w:val="{kind}" w:sz="{size}" w:space="{space}" w:color="{tone}"/>'


def tab_stop(place: int, kind: str = "left") -> str:
    return f'<w:tab w:val="{kind}" w:pos="{place}"/>'


STEP_DAY = 300
STEP_TITLE: dict[Language, int] = {"en": 1330, "zh": 1620}
"""Where the day and the title of a step begin; a Chinese day with its year is wider."""
KEEP = "<w:keepNext/><w:keepLines/>"
CELL = (230, 260)
"""Line pitch in twips, English and Chinese."""
DASHED = f'<w:bdr w:val="dashSmallGap" w:sz="4" w:space="1" w:color="{INK}"/>'
BOXED = f'<w:bdr w:val="single" w:sz="6" w:space="1" w:color="{INK}"/>'
RULED = edge("bottom", "single", 4, 1, SOFT) + edge("between", "single", 4, 1, SOFT)
"""Blanks that follow each other share their borders, so that the rule between them is named too."""

LOOKS: tuple[Look, ...] = (
    Look("Title", "Title", "serif", 76, 72, bold=True, pitch=(880, 980), before=2200, after=120,
         borders=edge("bottom", "single", 10, 6), indent='<w:ind w:right="2600"/>', rest=KEEP),
    Look("Heading1", "heading 1", "serif", 32, 32, bold=True, pitch=(400, 440),
         before=260, after=100, rest=KEEP),
    Look("Heading2", "heading 2", "serif", 26, 26, bold=True, pitch=(340, 380),
         before=240, after=80, rest=KEEP),
    Look("Heading3", "heading 3", "sans", 20, 21, bold=True, pitch=(280, 320),
         before=200, after=60, rest=KEEP),
    Look("Heading3Plain", "MP Heading", "sans", 20, 21, bold=True, pitch=(280, 320),
         before=200, after=60, rest=KEEP),
    Look("MPBody", "MP Body", "sans", 18, 18, pitch=(260, 300), after=80),
    Look("MPCell", "MP Cell", "sans", 17, 17, pitch=CELL, after=20),
    Look("MPCellStrong", "MP Cell Strong", "sans", 17, 17, bold=True, pitch=CELL, after=20),
    Look("MPNote", "MP Note", "sans", 16, 16, MID, pitch=CELL, after=40),
    Look("MPNumber", "MP Number", "serif", 28, 28, bold=True, pitch=(320, 340)),
    Look("MPBlank", "MP Blank", "sans", 15, 16, MID, pitch=CELL, before=100, after=60, borders=RULED),
    Look("MPFields", "MP Fields", "sans", 15, 16, MID, pitch=CELL, before=200, after=60, borders=RULED,
         tabs=tab_stop(2900) + tab_stop(4900)),
    Look("MPStep", "MP Step", "sans", 16, 16, pitch=CELL, borders=edge("left", "dashSmallGap", 6, 4),
         tabs=tab_stop(STEP_DAY) + "{title}", indent='<w:ind w:left="{at}" w:hanging="{hanging}"/>'),
    Look("MPStepDays", "MP Step Days", "sans", 16, 16, pitch=CELL, after=30,
         indent='<w:ind w:left="230"/>'),
    Look("MPSign", "MP Sign", "sans", 16, 16, pitch=(640, 640), borders=RULED,
         tabs=tab_stop(2900) + tab_stop(5500)),
    Look("MPSignHead", "MP Sign Head", "sans", 15, 16, MID, pitch=CELL, before=120,
         tabs=tab_stop(2900) + tab_stop(5500)),
    Look("MPChecks", "MP Checks", "sans", 16, 16, pitch=CELL, borders=edge("left", "dashSmallGap", 6, 4),
         indent='<w:ind w:left="100"/>'),
    Look("MPSub", "MP Sub", "serif", 42, 40, pitch=(520, 600), after=120),
    Look("MPBodyName", "MP Body Name", "serif", 23, 24, pitch=(300, 360), after=120),
    Look("MPCoverHead", "MP Cover Head", "sans", 19, 20, bold=True, pitch=(260, 290),
         before=180, after=40, rest=KEEP),
    Look("MPFact", "MP Fact", "sans", 17, 17, pitch=(230, 260), after=40, tabs=tab_stop(1500),
         indent='<w:ind w:left="1500" w:hanging="1500"/>'),
    Look("MPAsk", "MP Ask", "sans", 18, 18, pitch=(240, 270), after=20),
    Look("MPContent", "MP Content", "sans", 17, 17, pitch=(235, 260), after=15, tabs=tab_stop(420),
         indent='<w:ind w:left="420" w:hanging="420"/>'),
    Look("MPEdition", "MP Edition", "sans", 18, 18, pitch=(260, 300), after=700),
    Look("MPCoverFoot", "MP Cover Foot", "sans", 16, 16, MID, pitch=CELL, before=280, after=20,
         borders=edge("top", "single", 8, 4)),
    Look("MPUnder", "MP Under Heading", "sans", 16, 16, MID, pitch=CELL, after=100, rest=KEEP),
    Look("MPHead", "MP Column Head", "sans", 17, 17, bold=True, pitch=CELL, rest=KEEP),
    Look("MPHeadNote", "MP Column Note", "sans", 16, 16, MID, pitch=CELL, rest=KEEP),
    Look("MPThin", "MP Thin", "sans", 2, 2, pitch=(20, 20)),
    Look("MPFigure", "MP Figure", "serif", 48, 48, bold=True, pitch=(560, 580)),
    Look("MPPrinciple", "MP Principle", "serif", 19, 20, pitch=(270, 310), before=120, after=40,
         borders=edge("left", "single", 12, 6), indent='<w:ind w:left="160"/>', rest="<w:keepLines/>"),
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
    Look("MPStruck", "MP Struck", "sans", 17, 17, frame="<w:strike/>"),
    Look("MPTick", "MP Tick", "tick", 18, 18),
)  # fmt: skip
