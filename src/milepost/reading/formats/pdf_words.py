"""The words of a PDF page: runs of characters with their place, size and weight, and what is hidden of them.

In: a page that pdfium has loaded. Out: `Run`s in the order of the page's content, in points from the
upper left corner as the page is seen. A run ends at a gap, at a line's end and where its drawing ends;
blanks that were typed stand within it. Text that nobody sees (drawn without ink, too small, off the page,
white on white) is left out and counted. Boxes are asked for at the ends of a run only, which is what
makes a long file quick. Not here: lines and columns (`pdf_layout`).
"""

import ctypes
from math import hypot
from typing import Any

from msgspec import Struct

from milepost.reading.formats.pdf_drawing import Drawing, Upright
from milepost.reading.patterns import pattern

LINE = pattern(r"[^\r\n\f\v\x00\u2028\u2029]+")
BLANKS = pattern(r"[ \t\u00a0\u3000]+")
SMALLEST = 2.5
"""Points; what is set smaller can't be read by eye, footnotes have 6 and more."""

MOST_CHARACTERS = 200_000
"""On one page; the densest printed page has some 20,000."""

BOLD = 600
BOLD_NAME = pattern(r"Bold|Black|Heavy|Demi", ignore_case=True)
WITHOUT_INK = frozenset((3, 7))
FILLED_AND_DRAWN = 2
"""The render mode by which office programs thicken a face that has no bold."""

WHITE = 245
SIGNS = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\uf0b7": "•",
    "\uf0a7": "▪",
    "\uf0d8": "•",
    "\uf0fc": "•",
    "\uf06c": "●",
    "\uf06e": "■",
    "\u200b": "",
    "\ufeff": "",
    "\x02": "-",
    "\ufffe": "-",  # the library's sign for a hyphen at a line's end
}
LETTERS = str.maketrans(
    SIGNS
    | {chr(code): "" for code in (*range(1, 9), *range(14, 32), 127) if code != 2}
    | {chr(code): "" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))}
)


class Run(Struct):
    """Characters drawn in one go. `before` is the white space ahead of them: none, what was typed, or `?`
    where the library set a blank for a gap beside Han."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    before: str


class Face(Struct):
    """How one drawing of text looks, asked once: `shown` is False for what nobody sees."""

    base: float
    size: float
    bold: bool
    shown: bool
    level: bool
    inkless: bool


class PageWords(Struct):
    """The words of a page and what was left out: pieces hidden, pieces set aslant; `inkless` words lie over a
    picture, as a scan's recognised text does."""

    runs: list[Run] = []
    hidden: int = 0
    aslant: int = 0
    inkless: int = 0


def words_of(text_page: Any, drawing: Drawing, upright: Upright) -> PageWords:
    """The words of a loaded text page."""
    return WordReader(text_page, drawing, upright).read()


def is_wide(char: str) -> bool:
    """Whether a character is Han or wide punctuation, between which no blank is written."""
    return "\u2e80" <= char <= "\ua4cf" or "\uf900" <= char <= "\ufaff" or "\uff00" <= char <= "\uffef"


class WordReader:
    """One pass over the characters of a page."""

    def __init__(self, text_page: Any, drawing: Drawing, upright: Upright) -> None:
        from pypdfium2 import raw

        self.raw = raw
        self.page = text_page
        self.drawing = drawing
        self.upright = upright
        self.faces: dict[int, Face] = {}
        self.found = PageWords()
        self.box = raw.FS_RECTF()
        self.box_at = ctypes.byref(self.box)
        self.blank = ""

    def read(self) -> PageWords:
        """The words, hidden ones counted."""
        text = self.characters()
        for line in LINE.finditer(text):
            self.add_line(text, *line.span())
        return self.found

    def add_line(self, text: str, start: int, stop: int) -> None:
        """Cut a line at the gaps for which the library set blanks of its own."""
        self.blank = ""
        for blank in BLANKS.finditer(text, start, stop):
            at, end = blank.span()
            if at > start and end < stop and self.raw.FPDFText_IsGenerated(self.page, at) == 1:
                self.add_run(text, start, at)
                self.blank = "?" if is_wide(text[at - 1]) or is_wide(text[end]) else " "
                start = end
        self.add_run(text, start, stop)

    def characters(self) -> str:
        """The characters of the page, one for each of the library's, whatever their number in UTF-16."""
        raw, count = self.raw, min(self.raw.FPDFText_CountChars(self.page), MOST_CHARACTERS)
        if count <= 0:
            return ""
        buffer = (ctypes.c_ushort * (count + 1))()
        written = raw.FPDFText_GetText(self.page, 0, count, buffer)
        text = bytes(buffer)[: 2 * max(0, written - 1)].decode("utf-16-le", errors="replace")
        if len(text) == count:
            return text
        codes = (raw.FPDFText_GetUnicode(self.page, at) for at in range(count))
        return "".join(
            chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\x00" for code in codes
        )

    def add_run(self, text: str, start: int, stop: int) -> None:
        """Cut a run where its drawing changes, and keep the pieces."""
        pending = [(start, stop, self.drawn_by(start), self.drawn_by(stop - 1))]
        while pending:
            start, stop, first, last = pending.pop()
            if first == last or stop - start < 2:
                self.add(text, start, stop, first)
                continue
            middle = (start + stop) // 2
            left, right = self.drawn_by(middle - 1), self.drawn_by(middle)
            pending.append((middle, stop, right, last))
            pending.append((start, middle, first, left))

    def drawn_by(self, at: int) -> int:
        """The number of the drawing that a character belongs to; 0 for one of the library's own."""
        drawing = self.raw.FPDFText_GetTextObject(self.page, at)
        if not drawing:
            return 0
        address = ctypes.addressof(drawing.contents)
        if address not in self.faces:
            self.faces[address] = self.face(drawing, at)
        return address

    def face(self, drawing: Any, at: int) -> Face:
        """How a drawing of text looks."""
        raw, matrix = self.raw, self.raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.page, at, matrix)
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(self.page, at, x, y)
        size = raw.FPDFText_GetFontSize(self.page, at) * hypot(matrix.c, matrix.d)
        along, across = self.upright.direction(matrix.a, matrix.b)
        mode = raw.FPDFTextObj_GetTextRenderMode(drawing)
        seen_x, seen_y = self.upright.point(x.value, y.value)
        inkless = mode in WITHOUT_INK
        on_page = -2 <= seen_x <= self.upright.width + 2 and -2 <= seen_y <= self.upright.height + 2
        shown = size >= SMALLEST and on_page
        if inkless:
            shown = shown and self.drawing.is_scan
        elif shown:
            shown = not self.is_white(drawing) or self.drawing.is_covered(
                seen_x + size / 3, seen_y - size / 3
            )
        return Face(
            base=seen_y,
            size=size,
            bold=mode == FILLED_AND_DRAWN or self.is_bold(drawing, at),
            shown=shown,
            level=along > 0 and abs(across) < 0.1 * abs(along),
            inkless=inkless,
        )

    def is_bold(self, drawing: Any, at: int) -> bool:
        """Whether a drawing's font is bold, by its weight or its name."""
        if self.raw.FPDFText_GetFontWeight(self.page, at) >= BOLD:
            return True
        font, name = self.raw.FPDFTextObj_GetFont(drawing), ctypes.create_string_buffer(200)
        length = self.raw.FPDFFont_GetBaseFontName(font, name, 200)
        return 0 < length <= 200 and BOLD_NAME.search(name.value.decode("latin-1")) is not None

    def is_white(self, drawing: Any) -> bool:
        """Whether a drawing's ink is white or has none."""
        parts = [ctypes.c_uint() for _ in range(4)]
        if not self.raw.FPDFPageObj_GetFillColor(drawing, *parts):
            return False
        *colours, alpha = (part.value for part in parts)
        return min(colours) >= WHITE or alpha <= 10

    def add(self, text: str, start: int, stop: int, drawn: int) -> None:
        """Keep a piece that one drawing shows; count it where nobody sees it."""
        face, piece = self.faces.get(drawn), text[start:stop]
        inner = piece.strip()
        words = inner.translate(LETTERS)
        if face is None or not words:
            self.blank = self.blank or piece[:1]
            return
        ahead = piece.index(inner)
        before, self.blank = piece[:ahead][:1] or self.blank, piece[ahead + len(inner) :][:1]
        if not face.shown:
            self.found.hidden += 1
        elif not face.level:
            self.found.aslant += 1
        else:
            self.found.inkless += face.inkless
            left, right = self.ends(start + ahead, start + ahead + len(inner))
            self.found.runs.append(Run(words, left, right, face.base, face.size, face.bold, before))

    def ends(self, start: int, stop: int) -> tuple[float, float]:
        """Where a piece begins and ends across the page."""
        box, ask, page = self.box, self.raw.FPDFText_GetLooseCharBox, self.page
        ask(page, start, self.box_at)
        edges = [*self.upright.across(box.left, box.bottom, box.right, box.top)]
        if stop - start > 1:
            ask(page, stop - 1, self.box_at)
            edges += self.upright.across(box.left, box.bottom, box.right, box.top)
        return min(edges), max(edges)
