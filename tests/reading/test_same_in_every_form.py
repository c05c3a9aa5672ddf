"""One source as txt, html, docx, PDF (and a table as a workbook): the measures are the same in each.

The source knows its paragraphs by depth; a .docx counts the labels itself, the other forms print them.
Compared are number, label, action, leads, support and deadline of every measure, and the words under each
span.
"""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from milepost.reading import read
from milepost.reading.records import FoundMeasure, Language, Reading
from tests.reading.columns import table_files
from tests.reading.formats.numbered_files import abstract, level
from tests.reading.formats.pdf_files import plain, set_in_type
from tests.reading.formats.word_files import numbered, paragraph, word_file


class Line(NamedTuple):
    """A paragraph: its depth in the list (None: no label) and its words; a title stands large."""

    depth: int | None
    words: str
    title: bool = False


class Paper(NamedTuple):
    """A document: its language, how each depth is counted, its lines."""

    language: Language
    counting: tuple[tuple[str, str], ...]  # Word's format and pattern of each depth
    lines: tuple[Line, ...]


def line(words: str, depth: int | None = None, title: bool = False) -> Line:
    return Line(depth, words, title)


ORDER = Paper(
    "en",
    (("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")),
    (
        line("HARBOUR ORDER No. 12", title=True),
        line("March 4, 2031"),
        line("By the power vested in me as Harbour Governor, it is hereby ordered:"),
        line("Dredging. The Port Secretary shall, within 60 days of the date of this order and in "
             "consultation with the Fisheries Office, publish a dredging plan for the northern basin.", 0),
        line("Berths. The Berth Registrar, in coordination with the Coast Guard, shall:", 0),
        line("map all berths that are deeper than nine metres by June 30, 2031;", 1),
        line("adopt a fee schedule for reserved berths, including:", 1),
        line("setting a reduced rate for electric ferries; and", 2),
        line("waiving the fee for rescue boats; and", 2),
        line("train two hundred pilots no later than 31 December 2032.", 1),
        line("Reports. Each basin office shall report its calls to the Port Secretary by January 15, 2032, "
             "and annually thereafter.", 0),
        line("Nothing in this order creates any right enforceable at law.", 0),
    ),
)  # fmt: skip
PLAN = Paper(
    "zh",
    (("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3.")),
    (
        line("云岬市人民政府关于提升港口服务的实施方案", title=True),
        line("云政发〔2031〕6号"),
        line("2031年3月4日"),
        line("为贯彻落实《江州省港口条例》，现制定本方案。"),
        line("优化口岸服务", 0),
        line("推行一站式通关。2031年9月底前在三个口岸上线联合查验平台，"
             "压缩通关时间三分之一。（牵头单位：市商务局；责任单位：云岬海关、市港口局）", 1),
        line("完善集疏运体系。", 1),
        line("打通北港区断头路2处，年底前建成通车。"
             "（市交通运输局牵头，市住房城乡建设局、北港区人民政府配合）", 2),
        line("开行海铁联运班列每周3列。（市港口局负责）", 2),
        line("强化要素保障", 0),
        line("建立用地保障清单。自本方案印发之日起30日内公布首批清单，每年更新一次。"
             "（市自然资源局、市发展改革委负责）", 1),
        line("加强督查考核。市政府督查室要于每季度末前通报进展情况。", 1),
    ),
)  # fmt: skip
PAPERS = {"order": ORDER, "plan": PLAN}

HAN = "〇一二三四五六七八九十"


def labels(paper: Paper) -> list[str]:
    """The label of each line as Word prints it."""
    counts, found = [0, 0, 0], []
    for depth, _, _ in paper.lines:
        if depth is None:
            found.append("")
            continue
        counts[depth] += 1
        counts[depth + 1 :] = [0] * (2 - depth)
        style, form = paper.counting[depth]
        value = {
            "decimal": str(counts[depth]),
            "lowerLetter": chr(96 + counts[depth]),
            "lowerRoman": ("", "i", "ii", "iii")[counts[depth] % 4],
            "chineseCounting": HAN[counts[depth]],
        }[style]
        found.append(form.replace(f"%{depth + 1}", value))
    return found


def printed(paper: Paper) -> list[str]:
    """Each line with its label."""
    blank = " " if paper.language == "en" else ""
    return [
        f"{label}{blank}{one.words}" if label else one.words
        for label, one in zip(labels(paper), paper.lines, strict=True)
    ]


def as_text(paper: Paper) -> bytes:
    return "\n\n".join(printed(paper)).encode()


def as_html(paper: Paper) -> bytes:
    lines = [
        f"<h1>{words}</h1>" if one.title else f"<p>{words}</p>"
        for one, words in zip(paper.lines, printed(paper), strict=True)
    ]
    menu = "<nav><ul><li><a href='/'>Home</a></li><li><a href='/a'>About</a></li></ul></nav>"
    head = "<html><head><meta charset='utf-8'></head><body>"
    return f"{head}{menu}<main>{''.join(lines)}</main></body></html>".encode()


def as_docx(paper: Paper) -> bytes:
    """The labels are counted by the list, never typed."""
    rows = [level(at, *counting) for at, counting in enumerate(paper.counting)]
    body = "".join(
        paragraph(one.words, 1 if one.depth is not None else None, one.depth or 0) for one in paper.lines
    )
    return word_file(body, numbering=abstract(0, *rows) + numbered(1))


def as_pdf(paper: Paper) -> bytes:
    """Set in type over lines and pages, with page numbers."""
    parts = [
        f"#align(center, text(size: 18pt)[{plain(words)}])" if one.title else plain(words)
        for one, words in zip(paper.lines, printed(paper), strict=True)
    ]
    page = '#set page(paper: "a5", margin: 20mm, numbering: "— 1 —")\n#set text(size: 11pt, font: '
    return set_in_type("\n\n".join(parts), page + '("Source Sans Pro", "Noto Serif SC"))\n')


FORMS: dict[str, Callable[[Paper], bytes]] = {"html": as_html, "docx": as_docx, "pdf": as_pdf}


def squeezed(words: str) -> str:
    return "".join(words.split())


def told(reading: Reading, measure: FoundMeasure) -> tuple[object, ...]:
    """What must be equal in every form, the words under the spans included."""

    def under(span: tuple[int, int]) -> str:
        return squeezed(reading.text[slice(*span)])

    due = measure.deadline
    return (
        measure.number,
        measure.action,
        measure.level,
        [(unit.name, under(unit.span)) for unit in measure.lead],
        [(unit.name, unit.relation, under(unit.span)) for unit in measure.support],
        due and (due.kind, due.date, due.precision, squeezed(due.text), under(due.span)),
        measure.recurring and measure.recurring.text,
        under(measure.span),
    )


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("name", PAPERS)
def test_the_same_document_gives_the_same_measures_in_every_form(name: str, form: str) -> None:
    paper = PAPERS[name]
    plain_text = read(as_text(paper), f"{name}.txt")
    other = read(FORMS[form](paper), f"{name}.{form}")
    assert [told(other, measure) for measure in other.measures] == [
        told(plain_text, measure) for measure in plain_text.measures
    ]
    assert other.document == plain_text.document or (
        other.document.title == plain_text.document.title and other.document.date == plain_text.document.date
    )


def test_the_sources_say_enough_to_compare() -> None:
    for name, count in (("order", 7), ("plan", 5)):
        reading = read(as_text(PAPERS[name]), f"{name}.txt")
        assert len(reading.measures) >= count
        assert sum(measure.deadline is not None for measure in reading.measures) >= 4


TABLES: dict[str, list[list[str]]] = {
    "zh": [
        ["序号", "工作任务", "牵头单位", "配合单位", "完成时限"],
        ["1", "编制泊位布局规划", "市港口局", "市自然资源局、云岬海关", "2031年6月底前"],
        ["2", "建成船舶交易平台", "市商务局", "市数据局", "2031年12月31日前"],
        ["3", "开展引航员培训200人次", "市人力资源社会保障局", "", "2031年第三季度"],
    ],
    "en": [
        ["No.", "Action", "Lead", "Support", "Deadline"],
        ["1", "Publish a berth plan", "Port Office", "Coast Guard; Fisheries Office", "30 June 2031"],
        ["2", "Open a ship register", "Registry", "Data Office", "31 December 2031"],
        ["3", "Train two hundred pilots", "Pilot School", "", "Q3 2031"],
    ],
}


def as_ruled_pdf(rows: list[list[str]]) -> bytes:
    cells = "".join(f"[{plain(cell)}]," for row in rows for cell in row)
    return set_in_type(f"#table(columns: {len(rows[0])}, {cells})")


def without_span(reading: Reading) -> list[tuple[object, ...]]:
    return [told(reading, measure)[:-1] for measure in reading.measures]


@pytest.mark.parametrize("language", TABLES)
def test_the_same_table_gives_the_same_measures_in_every_form(language: str) -> None:
    rows = TABLES[language]
    text = "\n".join(" | ".join(row) for row in rows).encode()
    expected = without_span(read(text, "table.txt"))
    assert len(expected) == 3
    forms = {
        "table.xlsx": table_files.xlsx(rows),
        "table.csv": table_files.comma(rows),
        "table.html": table_files.html(rows),
        "table.docx": table_files.docx(rows),
        "table.pdf": as_ruled_pdf(rows),
    }
    for name, data in forms.items():
        assert without_span(read(data, name)) == expected, name
