"""The blocks of a paper in Word, one function a kind.

In: a piece of the layout and its setting. Out: WordprocessingML. A blank of the reply slip is a control that
a person fills; a late row stands on grey, which is the one look set by hand. A number that the program can't
count is typed.
"""

import re
from collections.abc import Sequence
from itertools import zip_longest
from typing import NamedTuple, assert_never

from milepost.books.content.records.paper import (
    Boxes,
    Break,
    Contents,
    Grid,
    GridCell,
    Heading,
    Ladder,
    Paper,
    Paragraph,
    Picture,
    Points,
    Slip,
    Table,
    Text,
)
from milepost.books.wording.labels import label, script
from milepost.books.writers.docx.pen import TAB, blank, line, number_of, paragraph, run, tick
from milepost.books.writers.docx.tables import RowXml, table
from milepost.books.writers.papers.docx.drawing import drawing
from milepost.books.writers.papers.docx.furniture import WIDTH_MM
from milepost.books.writers.papers.docx.numbers import BULLETS, HEADINGS, Numbers
from milepost.books.writers.papers.layout import Blank, Form, Piece, Signed, is_tall, slip_pieces

SIGNS = {
    "late": "■", "behind": "▲", "waiting": "❚❚", "stale": "◌",
    "near": "◐", "on": "○", "done": "✔", "claimed": "✓",
}  # fmt: skip
"""Marks of state as signs; the word follows each."""
STYLES = {
    "body": "MPBody", "addressee": "MPAddressee", "note": "MPNote", "quote": "MPPrinciple",
    "contact": "MPSigned", "signature": "MPSigned", "count": "MPNote", "centred": "MPCentred",
    "dateline": "MPDateline",
}  # fmt: skip
HELD = re.compile(
    r"\w{0,3}〔\d{4}〕\d+号|\d{4}年|\d{1,2}月(?:\d{1,2}日|底)前?|第?\d+(?:\.\d+)?(?:[个项天日份件条家次人名页号万亿%])"
)
"""What Chinese never tears: document numbers, dates but after the year, a number and its unit."""
JOINER = "\u2060"
RUNNING = re.compile(r"[。；;.]")
"""What tells running text from a name."""
LABEL_MM = {"en": 29.0, "zh": 24.0}
NO_NUMBER = 0


class Setting(NamedTuple):
    """Where a block stands: the paper, the turn of the page, its numbers, its anchors, the next picture."""

    paper: Paper
    landscape: bool
    numbers: Numbers
    anchors: dict[int, str]
    picture: int = 0

    @property
    def width_mm(self) -> float:
        """The room between the margins."""
        return WIDTH_MM[self.paper.form, self.landscape]


def piece(one: Piece, setting: Setting) -> str:
    """One piece of the paper."""
    match one:
        case Heading():
            return _heading(one, setting)
        case Paragraph():
            return paragraph(STYLES[one.style], _runs(one.text, setting))
        case Points():
            return _points(one, setting)
        case Form(ladder, grid):
            return _form(ladder, grid, setting)
        case Signed(contact, signature):
            pairs = zip_longest(contact, signature, fillvalue=())
            return "".join(
                paragraph("MPSigned", _runs(left, setting), TAB, _runs(right, setting))
                for left, right in pairs
            )
        case Table():
            return _table(one, setting)
        case Boxes():
            return _boxes(one, setting)
        case Picture():
            made = paragraph("Normal", drawing(one, setting.picture, setting.width_mm))
            return made + (line("MPNote", one.caption) if one.caption else "")
        case Slip():
            return _slip(one, setting)
        case Break():
            return paragraph("MPThin", '<w:r><w:br w:type="page"/></w:r>')
        case Contents():
            return _contents(one, setting)
    assert_never(one)


def opening(paper: Paper) -> str:
    """The head of a letter, the title, what stands under it."""
    made = []
    if paper.head is not None:
        made.append(line("MPOffice", paper.head.office))
        made.append(paragraph("MPLetterLine", run(held(paper.head.number)), TAB, run(paper.head.signer)))
    made.append(line("Title", held(paper.title)))
    if paper.subtitle:
        made.append(line("MPSub", paper.subtitle))
    return "".join(made)


def colophon(paper: Paper) -> str:
    """The lines between rules at the foot of a letter; in a report those that sign."""
    sides = (
        [_blanks(words, f"{paper.stem}.foot_{n}_{side}") for side, words in enumerate(pair)]
        for n, pair in enumerate(paper.colophon, start=1)
    )
    style = "MPColophon" if paper.form == "letter" else "MPSignOff"
    lines = "".join(paragraph(style, left, TAB, right) for left, right in sides)
    return line("MPSlip", "") + lines if lines else ""


def held(text: str) -> str:
    """The text with its numbers and dates held together, wherever a program would turn the line."""
    return HELD.sub(lambda found: JOINER.join(found.group()), text)


def _runs(text: Text, setting: Setting, small: bool = False) -> str:
    """Words with their looks; the word "proposed" stands once before words that we propose."""
    serif = setting.paper.form == "letter"  # where all words are in serif, those of the document need no look
    strong, quoted = ("MPCellBold", "MPCellQuoted") if small else ("MPStrong", "" if serif else "MPQuoted")
    made, before = [], None
    for one in text:
        if one.origin == "proposed" and before != "proposed":
            made.append(run(label("mark.proposed", setting.paper.language), "MPMark") + run(" "))
        in_document_face = one.origin == "quoted" and not (small and not RUNNING.search(one.text))
        look = strong if one.strong else quoted if in_document_face else ""
        made.append(run(held(one.text), look))
        before = one.origin
    return "".join(made)


def _numbered(style: str, number: int, level: int, *runs: str) -> str:
    """A paragraph in a list; 0 takes it out of the list of its style."""
    listed = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{listed}</w:pPr>{"".join(runs)}</w:p>'


def _heading(one: Heading, setting: Setting) -> str:
    """A heading whose number the program counts, or one with its number typed."""
    counted = setting.numbers.is_counted(one)
    gap = "" if script(setting.paper.language) == "zh" else "\u2002"
    typed = f"{one.number}{gap}" if one.number and not counted else ""
    words = _marked(setting.anchors.get(id(one), ""), run(held(typed + one.text)))
    return _numbered(f"Heading{one.level}", HEADINGS if counted else NO_NUMBER, one.level - 1, words)


def _marked(anchor: str, words: str) -> str:
    """Words in a bookmark that contents lead to."""
    if not anchor:
        return words
    number = number_of(anchor)
    start = f'<w:bookmarkStart w:id="{number}" w:name="at_{number}"/>'
    return f'{start}{words}<w:bookmarkEnd w:id="{number}"/>'


def _contents(one: Contents, setting: Setting) -> str:
    """The parts with their pages, which the program counts when it opens the file."""
    made = [_numbered("Heading1", NO_NUMBER, 0, run(one.heading))]
    known = set(setting.anchors.values())
    for number, title, anchor in one.lines:
        words = [run(number), TAB, run(title)]
        if anchor in known:
            to = f"at_{number_of(anchor)}"
            link = f'<w:hyperlink w:anchor="{to}">{run(title)}</w:hyperlink>'
            words = [run(number), TAB, link, TAB, _page_of(to)]
        made.append(paragraph("MPContents", *words))
    return "".join(made)


def _page_of(bookmark: str) -> str:
    """The page of a bookmark, as a field that is counted when the file is opened."""
    start = '<w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r>'
    code = f'<w:r><w:instrText xml:space="preserve"> PAGEREF {bookmark} \\h </w:instrText></w:r>'
    middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("separate", "end"))
    return f"{start}{code}{middle}{run('–')}{end}"


def _points(one: Points, setting: Setting) -> str:
    """A list of its own."""
    number = setting.numbers.new_list() if one.numbered else BULLETS
    return "".join(_numbered("MPItem", number, 0, _runs(item, setting)) for item in one.items)


def _form(ladder: Ladder | None, grid: Grid | None, setting: Setting) -> str:
    """A form with full rules: label and box, one or two a line."""
    label_mm = LABEL_MM[script(setting.paper.language)]
    box_mm = setting.width_mm / 2 - label_mm
    rows = [RowXml([line("MPLabel", ladder.label), _ladder(ladder)], spans=(1, 3))] if ladder else []
    for boxes in grid.rows if grid else ():
        cells = [part for one in boxes for part in (line("MPLabel", one.label), _box(one, setting))]
        spans = (1, 3) if len(boxes) == 1 else (1, 1, 1, 1)
        grounds = [2 * n + 1 for n, one in enumerate(boxes) if one.shaded]
        rows.append(RowXml(cells, breaks=True, spans=spans, grounds=grounds))
    name = setting.paper.title
    return table("MPGrid", (label_mm, box_mm) * 2, rows, name) + line("MPThin", "")


def _ladder(ladder: Ladder) -> str:
    """The levels in a row, the present one white on ink."""
    rungs = [
        run(f"\u00a0{n}\u00a0{name}\u00a0", "MPRungNow" if n == ladder.current else "MPRung")
        for n, name in enumerate(ladder.levels)
    ]
    return paragraph("MPForm", run(" ").join(rungs))


def _box(one: GridCell, setting: Setting) -> str:
    """What stands in a box."""
    made = []
    number = setting.numbers.new_list() if one.numbered else NO_NUMBER
    for n, text in enumerate(one.text):
        words = (_sign(one.mark) if n == 0 else "") + _runs(text, setting)
        made.append(_numbered("MPForm", number, 0, words) if one.numbered else paragraph("MPForm", words))
    return "".join(made)


def _sign(mark: str) -> str:
    """The sign of a state before its word."""
    sign = SIGNS.get(mark, "")
    return run(f"{sign} ", "MPLate" if mark == "late" else "MPSign") if sign else ""


def _table(one: Table, setting: Setting) -> str:
    """A table with its caption over it and its count under it."""
    shares = sum(head.share for head in one.heads) or 1.0
    widths = [setting.width_mm * head.share / shares for head in one.heads]
    heads = [
        line("MPHeadRight" if head.numeric else "MPHead", head.text)
        + (line("MPHeadNote", head.sub) if head.sub else "")
        for head in one.heads
    ]
    rows = [_row(one, n, cells, setting) for n, cells in enumerate(one.rows)]
    caption = one.caption or ", ".join(head.text for head in one.heads)
    over = line("MPCaption", one.caption) if one.caption else ""
    under = line("MPNote", one.count) if one.count else line("MPThin", "")
    return over + table("MPTable", widths, rows, caption, one.count, heads) + under


def _row(one: Table, number: int, cells: Sequence[Sequence[Text]], setting: Setting) -> RowXml:
    """A row with its mark; one that is late stands on grey."""
    mark = one.marks[number] if number < len(one.marks) else ""
    made = []
    for at, cell in enumerate(cells):
        style = "MPCellRight" if one.heads[at].numeric else "MPCell"
        signs = [_sign(mark) if at == one.mark_column and n == 0 else "" for n in range(len(cell))]
        words = (sign + _runs(text, setting, small=True) for sign, text in zip(signs, cell, strict=True))
        made.append("".join(paragraph(style, one_line) for one_line in words))
    late = range(len(made)) if mark == "late" else ()
    return RowXml(made, breaks=is_tall(cells, one, setting.landscape), grounds=late)


def _boxes(one: Boxes, setting: Setting) -> str:
    """Boxes two by two."""
    cells = []
    for box in one.boxes:
        items = "".join(_numbered("MPItem", BULLETS, 0, _runs(item, setting)) for item in box.items)
        empty = "" if box.items else line("MPNote", box.empty)
        cells.append(_numbered("Heading2", NO_NUMBER, 1, run(box.heading)) + items + empty)
    pairs = [cells[n : n + 2] for n in range(0, len(cells), 2)]
    rows = [RowXml([*pair, *[""] * (2 - len(pair))]) for pair in pairs]
    name = ", ".join(box.heading for box in one.boxes)
    return table("MPGrid", (setting.width_mm / 2,) * 2, rows, name) + line("MPThin", "")


def _slip(one: Slip, setting: Setting) -> str:
    """The reply slip: its number and first line, then choices and lines two by two."""
    stem = setting.paper.stem
    lines = [_blanks(words, f"{stem}.line_{n}") for n, words in enumerate(one.lines, start=1)]
    choices = [
        tick(f"{stem}.choice_{n}", "") + _blanks(words, f"{stem}.choice_{n}")
        for n, words in enumerate(one.choices, start=1)
    ]
    rest = [*choices, *lines[1:]]
    pairs = ((rest[n], *rest[n + 1 : n + 2]) for n in range(0, len(rest), 2))
    head = paragraph("MPSlipHead", run(one.heading), run(held(f"  {one.number}"), "MPSmall"))
    first = paragraph("MPSlip", lines[0]) if lines else ""
    return head + first + "".join(paragraph("MPSlip", TAB.join(pair)) for pair in pairs)


def _blanks(words: str, tag: str) -> str:
    """A line with its blanks as controls."""
    return "".join(
        blank(f"{tag}_{n}", "____") if isinstance(part, Blank) else run(part)
        for n, part in enumerate(slip_pieces(words))
    )
