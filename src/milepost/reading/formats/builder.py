"""Putting a text together block by block, for the formats that know blocks.

In: words, rows and what was left out, in reading order. Out: a `SourceText`: one block a line, cells of a row
parted by ` | `, and a warning for each kind of thing left out, in the text's language. Words of a block are
brought to one line: runs of white space become one blank.
"""

from collections import Counter

from msgspec import Struct

from milepost.reading.language import language_of
from milepost.reading.patterns import pattern
from milepost.reading.source import Block, BlockKind, CellSpan, SourceText

BETWEEN = " | "
WHITE = pattern(r"[ \t\r\n\f\v\u0085\u00a0\u2028\u2029]+")


class LeftOut(Struct, frozen=True):
    """A kind of thing that is left out of the text, and the words that count it."""

    kind: str
    one: str
    many: str
    chinese: str


LEFT_OUT = (
    LeftOut(
        "deletion",
        "1 tracked deletion was left out",
        "{} tracked deletions were left out",
        "略去修订中删除的内容{}处",
    ),
    LeftOut("comment", "1 comment was left out", "{} comments were left out", "略去批注{}条"),
    LeftOut(
        "hidden",
        "1 hidden piece of text was left out",
        "{} hidden pieces of text were left out",
        "略去隐藏文字{}处",
    ),
    LeftOut(
        "aslant",
        "1 piece of text set aslant, as a watermark is, was left out",
        "{} pieces of text set aslant, as watermarks are, were left out",
        "略去倾斜文字（如水印）{}处",
    ),
    LeftOut("note", "1 note mark was left out", "{} note marks were left out", "略去注释标号{}处"),
    LeftOut(
        "numbers",
        "the line numbers of 1 page were left out",
        "the line numbers of {} pages were left out",
        "略去{}页的行号",
    ),
    LeftOut("head", "1 page head was left out", "{} page heads were left out", "略去页眉{}处"),
    LeftOut("foot", "1 page foot was left out", "{} page feet were left out", "略去页脚{}处"),
    LeftOut("menu", "1 menu was left out", "{} menus were left out", "略去网页菜单{}处"),
    LeftOut(
        "beside",
        "1 piece beside the main text was left out",
        "{} pieces beside the main text were left out",
        "略去正文以外的内容{}处",
    ),
    LeftOut(
        "contents",
        "the table of contents was left out",
        "{} tables of contents were left out",
        "略去目录{}处",
    ),
    LeftOut(
        "object", "1 embedded object was not read", "{} embedded objects were not read", "嵌入对象{}个未读"
    ),
    LeftOut(
        "inserted",
        "1 inserted file of another format was not read",
        "{} inserted files of another format were not read",
        "插入的其他格式文件{}个未读",
    ),
    LeftOut(
        "fault",
        "1 cell holds an error of its formula and was read as empty",
        "{} cells hold errors of their formulas and were read as empty",
        "{}个单元格为公式错误，按空白读取",
    ),
    LeftOut("form", "1 form was left out", "{} forms were left out", "略去表单{}处"),
    LeftOut("picture", "1 picture was not read", "{} pictures were not read", "图片{}幅未读"),
)


class Cell(Struct, frozen=True):
    """A cell's words and how far it reaches."""

    words: str
    columns: int = 1
    rows: int = 1


def one_line(words: str) -> str:
    """Words with each run of white space made one blank; a wide blank between Han characters stays."""
    if words.isprintable() and "  " not in words:  # no white space but single blanks
        return words.strip()
    return WHITE.sub(" ", words).strip()


class Builder:
    """The text so far."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = 0
        self.blocks: list[Block] = []
        self.left_out: Counter[str] = Counter()
        self.tables = 0

    def add(
        self, words: str, kind: BlockKind = "paragraph", level: int = 0, label: str | None = None
    ) -> None:
        """Append a block on a line of its own; blank words are passed over."""
        words = one_line(words)
        if words:
            start = self.write(words)
            self.blocks.append(Block(span=(start, self.at), kind=kind, level=level, label=label))
            self.write("\n")

    def add_row(self, cells: list[Cell]) -> None:
        """Append a table row; a row of empty cells is passed over."""
        words = [one_line(cell.words) for cell in cells]
        if not any(words):
            return
        start = at = self.at
        spans: list[CellSpan] = []
        line: list[str] = []
        last = max(k for k, text in enumerate(words) if text)
        for k, (cell, text) in enumerate(zip(cells, words, strict=True)):
            if k:  # a row neither begins nor ends with a blank, whichever of its cells are empty
                between = BETWEEN if at > start else BETWEEN.lstrip()
                line.append(between if k <= last else between.rstrip())
                at += len(line[-1])
            line.append(text)
            spans.append(CellSpan(span=(at, at + len(text)), columns=cell.columns, rows=cell.rows))
            at += len(text)
        self.write("".join(line))
        self.blocks.append(Block(span=(start, self.at), kind="row", table=self.tables, cells=tuple(spans)))
        self.write("\n")

    def write(self, words: str) -> int:
        """Append characters; where they begin."""
        start = self.at
        self.parts.append(words)
        self.at += len(words)
        return start

    def finish(self, media_type: str) -> SourceText:
        """The text as built."""
        text = "".join(self.parts)
        language = language_of(text)
        warnings = []
        for row in LEFT_OUT:
            count = self.left_out[row.kind]
            if count:
                english = row.one if count == 1 else row.many.format(count)
                warnings.append(row.chinese.format(count) if language == "zh" else english)
        return SourceText(
            text=text, media_type=media_type, blocks=tuple(self.blocks), warnings=tuple(warnings)
        )
