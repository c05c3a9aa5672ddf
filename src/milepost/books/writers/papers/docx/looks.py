"""The looks of papers in Word: those of the books, and the few that letters and reports have of their own.

In: a `Paper`. Out: rows of `Look`. A letter's words are set in serif at 11 points, a report's in sans at 10.
"""

from collections.abc import Iterable

from milepost.books.content.records.paper import Paper
from milepost.books.wording.labels import script
from milepost.books.writers.docx.looks import CELL, INK, KEEP, LOOKS, MID, SOFT, Look, edge, tab_stop

SEAL = "9B2423"
SHARED = {
    "MPCell", "MPCellStrong", "MPNote", "MPHead", "MPHeadNote", "MPThin", "MPPrinciple", "MPBlank",
    "Header", "Footer", "HeaderCentre", "HeaderRight", "FooterCentre", "FooterRight",
    "MPMark", "MPDraft", "MPSmall", "MPFill", "MPFilled", "MPTick",
}  # fmt: skip
"""Looks of the books that papers use as they are."""
LETTER_TWIPS, REPORT_TWIPS = 9071, 10036
"""Width of the words on an upright page."""
RULED = edge("bottom", "single", 12, 4, SEAL)
RULES = edge("bottom", "single", 4, 2, SOFT) + edge("between", "single", 4, 2, SOFT)
DASHED = edge("top", "dashed", 6, 8)
BETWEEN = edge("top", "single", 8, 2) + edge("bottom", "single", 8, 2) + edge("between", "single", 4, 2)
BOX = f'<w:bdr w:val="single" w:sz="4" w:space="0" w:color="{SOFT}"/>'
DARK = (
    f'<w:bdr w:val="single" w:sz="4" w:space="0" w:color="{INK}"/>'
    f'<w:shd w:val="clear" w:color="auto" w:fill="{INK}"/>'
)


def halves(width: int) -> str:
    """A stop in the middle of the words."""
    return tab_stop(width // 2)


def signed(width: int) -> str:
    """A stop in the middle of the right half."""
    return tab_stop(width * 3 // 4, "center")


COMMON = (
    Look("Heading1", "heading 1", "serif", 28, 28, bold=True, pitch=(360, 400), before=280,
         after=100, rest=KEEP),
    Look("Heading2", "heading 2", "serif", 24, 24, bold=True, pitch=(320, 360), before=220,
         after=80, rest=KEEP),
    Look("Heading3", "heading 3", "sans", 20, 21, bold=True, pitch=(280, 320), before=160,
         after=60, rest=KEEP),
    Look("MPLabel", "MP Label", "sans", 18, 20, bold=True, pitch=(280, 300), side="center"),
    Look("MPCaption", "MP Caption", "sans", 19, 20, bold=True, pitch=(260, 290), before=160,
         after=60, rest=KEEP),
    Look("MPCellRight", "MP Cell Right", "sans", 17, 17, pitch=CELL, after=20, side="right"),
    Look("MPHeadRight", "MP Column Head Right", "sans", 17, 17, bold=True, pitch=CELL,
         side="right", rest=KEEP),
    Look("MPCellBold", "MP Cell Bold", "sans", 17, 17, bold=True),
    Look("MPCellQuoted", "MP Cell Quoted", "serif", 18, 18),
    Look("MPHeadStrong", "MP Header Strong", "sans", 15, 16, bold=True),
    Look("MPRung", "MP Rung", "sans", 16, 17, MID, frame=BOX),
    Look("MPRungNow", "MP Rung Now", "sans", 16, 17, "FFFFFF", bold=True, frame=DARK),
    Look("MPLate", "MP Late", "sans", 18, 18, SEAL, bold=True),
    Look("MPSign", "MP Sign", "tick", 18, 18),
    Look("MPSub", "MP Sub", "serif", 26, 26, pitch=(340, 380), after=160),
)  # fmt: skip
LETTER = (
    Look("Title", "Title", "serif", 40, 44, bold=True, pitch=(560, 620), before=200, after=200,
         side="center", rest=KEEP),
    Look("MPOffice", "MP Office", "serif", 44, 54, SEAL, bold=True, pitch=(600, 700), after=80,
         side="center"),
    Look("MPLetterLine", "MP Letter Line", "serif", 24, 24, pitch=(340, 360), after=80, borders=RULED,
         tabs=tab_stop(LETTER_TWIPS, "right")),
    Look("MPBody", "MP Body", "serif", 22, 22, pitch=(310, 350), after=80),
    Look("MPItem", "MP Item", "serif", 22, 22, pitch=(310, 340), after=40),
    Look("MPAddressee", "MP Addressee", "serif", 25, 25, pitch=(340, 380), after=80, rest=KEEP),
    Look("MPCentred", "MP Centred", "serif", 22, 22, pitch=(310, 350), after=80, side="center"),
    Look("MPSigned", "MP Signed", "serif", 21, 21, pitch=(280, 310), tabs=signed(LETTER_TWIPS)),
    Look("MPSlipHead", "MP Slip Head", "sans", 22, 22, bold=True, pitch=(300, 330), before=200, after=60,
         borders=DASHED, rest=KEEP),
    Look("MPSlip", "MP Slip", "serif", 20, 20, pitch=(300, 310), after=40, tabs=halves(LETTER_TWIPS)),
    Look("MPColophon", "MP Colophon", "serif", 20, 20, pitch=(260, 280), borders=BETWEEN,
         tabs=tab_stop(LETTER_TWIPS, "right")),
    Look("MPForm", "MP Form", "serif", 20, 21, pitch=(245, 262)),
    Look("MPDateline", "MP Dateline", "serif", 21, 21, MID, pitch=(290, 320), after=120, side="center"),
    Look("MPLetterFoot", "MP Letter Foot", "serif", 21, 21, pitch=(260, 260),
         tabs=tab_stop(LETTER_TWIPS // 2, "center")),
    Look("MPQuoted", "MP Quoted", "serif", 21, 21),
    Look("MPStrong", "MP Strong", "serif", 22, 21, bold=True),
)  # fmt: skip
REPORT = (
    Look("Title", "Title", "serif", 48, 48, bold=True, pitch=(600, 660), before=240, after=120, rest=KEEP),
    Look("MPBody", "MP Body", "sans", 20, 20, pitch=(290, 330), after=100),
    Look("MPItem", "MP Item", "sans", 20, 20, pitch=(290, 330), after=40),
    Look("MPAddressee", "MP Addressee", "sans", 21, 21, pitch=(300, 340), after=80, rest=KEEP),
    Look("MPCentred", "MP Centred", "sans", 20, 20, pitch=(290, 330), after=80, side="center"),
    Look("MPSigned", "MP Signed", "sans", 20, 20, pitch=(290, 330), tabs=signed(REPORT_TWIPS)),
    Look("MPSlipHead", "MP Slip Head", "sans", 22, 22, bold=True, pitch=(300, 330), before=200, after=60,
         borders=DASHED, rest=KEEP),
    Look("MPSlip", "MP Slip", "sans", 20, 20, pitch=(320, 340), after=40, tabs=halves(REPORT_TWIPS)),
    Look("MPForm", "MP Form", "sans", 19, 19, pitch=(270, 300)),
    Look("MPDateline", "MP Dateline", "sans", 19, 19, MID, pitch=(280, 310), after=120),
    Look("MPSignOff", "MP Sign-off", "sans", 20, 20, pitch=(680, 680), borders=RULES,
         tabs=halves(REPORT_TWIPS)),
    Look("MPQuoted", "MP Quoted", "serif", 20, 20),
    Look("MPStrong", "MP Strong", "sans", 20, 20, bold=True),
)  # fmt: skip


def looks_of(paper: Paper) -> Iterable[Look]:
    """The looks of one paper; where a serif face has no bold, strong words are set in sans."""
    letter = paper.form == "letter"
    own = [*COMMON, *(LETTER if letter else REPORT), _contents(LETTER_TWIPS if letter else REPORT_TWIPS)]
    if script(paper.language) == "zh":
        own = [look._replace(face="sans") if look.id == "MPStrong" else look for look in own]
    return (*(look for look in LOOKS if look.id in SHARED), *own)


def _contents(width: int) -> Look:
    """A line of the contents: number, title, dots, page."""
    tabs = tab_stop(800) + f'<w:tab w:val="right" w:leader="dot" w:pos="{width}"/>'
    indent = '<w:ind w:left="800" w:hanging="800"/>'
    return Look("MPContents", "MP Contents", "sans", 20, 20, pitch=(300, 340), tabs=tabs, indent=indent)
