"""Word documents: printed numbers, headings, tables, and what is left out."""

import io

import pytest

from milepost.reading.formats import source_text
from milepost.reading.formats.docx_numbers import BULLET
from milepost.reading.source import SourceText
from tests.reading.formats.word_files import cell, levels, numbered, paragraph, row, run, word_file

CHINESE_LEVELS = levels(
    ("chineseCounting", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."), ("decimal", "（%4）")
)
ARTICLE_LEVELS = levels(
    ("upperRoman", "Article %1."),
    ("decimal", "%1.%2", "<w:isLgl/>"),
    ("lowerLetter", "(%3)"),
    ("lowerRoman", "(%4)"),
)


def read(body: str, **parts: str) -> SourceText:
    return source_text(word_file(body, **parts), "plan.docx")


def lines(found: SourceText) -> list[str]:
    return found.text.splitlines()


def body_of(list_id: int, *rows: tuple[str, int]) -> str:
    return "".join(paragraph(words, list_id, level) for words, level in rows)


def test_chinese_numbers_are_printed_level_by_level_and_begin_anew() -> None:
    rows = (
        ("总则", 0),
        ("目标", 1),
        ("规划", 2),
        ("实施", 3),
        ("检查", 2),
        ("保障", 1),
        ("附则", 0),
        ("施行", 1),
    )
    found = read(body_of(1, *rows), numbering=CHINESE_LEVELS + numbered(1))
    assert lines(found) == [
        "一、总则",
        "（一）目标",
        "1. 规划",
        "（1）实施",
        "2. 检查",
        "（二）保障",
        "二、附则",
        "（一）施行",
    ]
    assert [block.label for block in found.blocks][:3] == ["一、", "（一）", "1."]


def test_legal_numbers_turn_roman_articles_into_figures() -> None:
    rows = (("Ports", 0), ("Dues", 1), ("Rates", 0), ("Scale", 1), ("x", 2), ("y", 3), ("z", 3))
    found = read(body_of(1, *rows), numbering=ARTICLE_LEVELS + numbered(1))
    assert lines(found) == [
        "Article I. Ports",
        "1.1 Dues",
        "Article II. Rates",
        "2.1 Scale",
        "(a) x",
        "(i) y",
        "(ii) z",
    ]


def test_chinese_articles_count_past_ten() -> None:
    body = body_of(1, *(("港口", 0) for _ in range(21)))
    found = read(body, numbering=levels(("chineseCountingThousand", "第%1条")) + numbered(1))
    assert [block.label for block in found.blocks][8:12] == ["第九条", "第十条", "第十一条", "第十二条"]
    assert found.blocks[-1].label == "第二十一条"


def test_two_lists_of_one_definition_count_on_and_an_override_begins_anew() -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbering = levels(("decimal", "%1.")) + numbered(1) + numbered(2) + numbered(3, override=override)
    body = "".join(paragraph("x", list_id) for list_id in (1, 1, 2, 3, 3, 1))
    assert lines(read(body, numbering=numbering)) == ["1. x", "2. x", "3. x", "1. x", "2. x", "3. x"]


def test_a_level_that_never_restarts_counts_through() -> None:
    numbering = levels(("decimal", "%1."), ("decimal", "(%2)", '<w:lvlRestart w:val="0"/>')) + numbered(1)
    body = "".join(paragraph("x", 1, level) for level in (0, 1, 1, 0, 1))
    assert lines(read(body, numbering=numbering)) == ["1. x", "(1) x", "(2) x", "2. x", "(3) x"]


def test_an_override_may_bring_a_level_of_its_own() -> None:
    override = (
        '<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperLetter"/>'
        '<w:lvlText w:val="%1)"/></w:lvl></w:lvlOverride>'
    )
    numbering = levels(("decimal", "%1.")) + numbered(1, override=override)
    assert lines(read(paragraph("x", 1) + paragraph("x", 1), numbering=numbering)) == ["C) x", "D) x"]


def test_a_style_brings_its_list_and_its_level() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Clause"/>'
        '<w:pPr><w:outlineLvl w:val="1"/>'
        '<w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Own"><w:basedOn w:val="Base"/></w:style>'
    )
    numbering = levels(("decimal", "%1."), ("decimal", "%1.%2", '<w:pStyle w:val="Base"/>')) + numbered(1)
    found = read(
        paragraph("x", style="Base") + paragraph("y", style="Own") + paragraph("z", 0, style="Base"),
        numbering=numbering,
        styles=styles,
    )
    assert lines(found) == ["1.1 x", "1.2 y", "z"]
    assert {block.level for block in found.blocks} == {2}


def test_bullets_print_no_number() -> None:
    found = read(paragraph("x", 1), numbering=levels(("bullet", "\uf0b7")) + numbered(1))
    assert (found.text, found.blocks[0].kind, found.blocks[0].label) == ("x\n", "item", None)
    assert BULLET not in found.text


def test_headings_go_by_style_name_or_outline_level() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 2"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="T"><w:name w:val="Title"/></w:style>'
    )
    own = '<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>own</w:t></w:r></w:p>'
    found = read(
        paragraph("title", style="T") + paragraph("styled", style="1") + own + paragraph("plain"),
        styles=styles,
    )
    assert [(block.kind, block.level) for block in found.blocks] == [
        ("heading", 1), ("heading", 2), ("heading", 3), ("paragraph", 0),
    ]  # fmt: skip


def test_tables_are_rows_with_cells_and_spans() -> None:
    table = (
        row(cell("No"), cell("Task"), cell("Lead"))
        + row(cell("1", '<w:vMerge w:val="restart"/>'), cell("Dredge"), cell("Port"))
        + row(cell("", "<w:vMerge/>"), cell("Both", '<w:gridSpan w:val="2"/>'))
    )
    found = read(f"<w:tbl>{table}</w:tbl>")
    assert lines(found) == ["No | Task | Lead", "1 | Dredge | Port", "Both"]
    assert [[(part.columns, part.rows) for part in block.cells] for block in found.blocks] == [
        [(1, 1), (1, 1), (1, 1)], [(1, 2), (1, 1), (1, 1)], [(2, 1)],
    ]  # fmt: skip


def test_a_table_of_one_column_is_running_text() -> None:
    found = read(f"<w:tbl>{row(cell('framed words'))}</w:tbl>")
    assert [block.kind for block in found.blocks] == ["paragraph"]


def test_insertions_stand_and_what_is_deleted_commented_or_hidden_is_left_out_and_counted() -> None:
    words = (
        run("The Board ")
        + f"<w:ins>{run('shall ')}</w:ins>"
        + "<w:del><w:r><w:delText>may </w:delText></w:r></w:del>"
        + f"<w:moveFrom>{run('gone ')}</w:moveFrom>"
        + run("secretly ", "<w:vanish/>")
        + run("openly ", '<w:vanish w:val="0"/>')
        + run("meet.")
    )
    found = read(
        paragraph(words),
        comments=f"<w:comment>{paragraph('Really?')}</w:comment>",
        header1=paragraph("Draft"),
        header2="<w:p/>",
        footer1=paragraph("7"),
    )
    assert found.text == "The Board shall openly meet.\n"
    assert found.warnings == (
        "2 tracked deletions were left out",
        "1 comment was left out",
        "1 hidden piece of text was left out",
        "1 page head was left out",
        "1 page foot was left out",
    )


def test_a_deleted_row_is_left_out() -> None:
    found = read(
        f"<w:tbl>{row(cell('a'), cell('b'))}{row(cell('c'), cell('d'), properties='<w:del/>')}</w:tbl>"
    )
    assert (found.text, found.warnings) == ("a | b\n", ("1 tracked deletion was left out",))


def test_text_boxes_and_footnotes_follow_after_the_main_text() -> None:
    box = (
        "<mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>"
        + paragraph("In a box.")
        + "</w:txbxContent>"
        "</w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>"
        + paragraph("In a box.")
        + "</w:txbxContent>"
        "</w:pict></mc:Fallback></mc:AlternateContent>"
    )
    notes = (
        f'<w:footnote w:type="separator"><w:p/></w:footnote><w:footnote>{paragraph("A note.")}</w:footnote>'
    )
    found = read(paragraph(f"<w:r>{box}</w:r>{run('Main.')}") + paragraph("Last."), footnotes=notes)
    assert lines(found) == ["Main.", "Last.", "In a box.", "A note."]


def test_content_controls_links_and_field_results_are_read_and_field_codes_not() -> None:
    words = (
        f"<w:hyperlink>{run('Port ')}</w:hyperlink><w:r><w:instrText>PAGE</w:instrText></w:r>{run('Office')}"
    )
    assert read(f"<w:sdt><w:sdtContent>{paragraph(words)}</w:sdtContent></w:sdt>").text == "Port Office\n"


def test_a_file_of_another_writer_is_read() -> None:
    import docx

    document = docx.Document()
    document.add_heading("Harbour Plan", 0)
    document.add_heading("Scope", 1)
    document.add_paragraph("Dredge.", "List Number")
    document.add_paragraph("Report.", "List Number")
    buffer = io.BytesIO()
    document.save(buffer)
    found = source_text(buffer.getvalue(), "plan.docx")
    assert lines(found) == ["Harbour Plan", "Scope", "1. Dredge.", "2. Report."]


@pytest.mark.parametrize("text", ["词", "a"])
def test_spans_of_blocks_are_exact(text: str) -> None:
    found = read(paragraph(text) + paragraph(f"{text} {text}"))
    assert [found.text[slice(*block.span)] for block in found.blocks] == [text, f"{text} {text}"]
