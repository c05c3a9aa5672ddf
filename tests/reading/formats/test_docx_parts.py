"""What stands in Word documents beside plain words: fields, notes, signs, boxes, hidden words, odd files."""

import pytest

from milepost.reading.formats import source_text
from milepost.reading.source import SourceText, Unreadable
from tests.reading.formats.word_files import (
    MC,
    W,
    cell,
    content_types,
    paragraph,
    relations,
    row,
    run,
    word_file,
    zipped,
)


def read(body: str, **parts: str) -> SourceText:
    return source_text(word_file(body, **parts), "plan.docx")


def words(content: str) -> str:
    return read(paragraph(content)).text.removesuffix("\n")


def field(code: str, result: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f"<w:r><w:instrText>{code}</w:instrText></w:r>"
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


NESTED = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
    + field("MERGEFIELD port", run("North"))
    + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    + run("dredge")
    + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)

PIECES = (
    ("the result of a field", run("See ") + field("REF x", run("section 2")) + run("."), "See section 2."),
    ("a field within the code of a field", NESTED + run(" now"), "dredge now"),
    ("a field without a result", '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>XE'
     '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' + run("Quays"), "Quays"),
    ("a simple field", f'<w:fldSimple w:instr="DATE">{run("3 May 2027")}</w:fldSimple>', "3 May 2027"),
    ("the sign of a note", run("by June") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + run(" 2027"),
     "by June 2027"),
    ("the own sign of a note", run("2027") + '<w:r><w:footnoteReference w:customMarkFollows="1" w:id="2"/>'
     "<w:t>3</w:t></w:r>" + run("."), "2027."),
    ("a ticked box", '<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run(" done"), "☑ done"),
    ("a sign that no text has", '<w:r><w:sym w:font="Webdings" w:char="F099"/></w:r>' + run("done"), "done"),
    ("hyphens", "<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>erate</w:t></w:r>",
     "co-operate"),
    ("a ruby", "<w:r><w:ruby><w:rt><w:r><w:t>gang</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>港</w:t></w:r>"
     "</w:rubyBase></w:ruby></w:r>" + run("口"), "港口"),
    ("a fraction", "<m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r>"
     "</m:den></m:f></m:oMath>" + run(" of dues"), "1/2 of dues"),
    ("a smart tag", f"<w:smartTag>{run('Moss')}</w:smartTag>" + run(" Bay"), "Moss Bay"),
    ("a tab", "<w:r><w:t>Lead:</w:t><w:tab/><w:t>Board</w:t></w:r>", "Lead: Board"),
    ("a placeholder", f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here')}"
     f"</w:sdtContent></w:sdt>{run('Board')}", "Board"),
    ("a title broken over two lines", "<w:r><w:t>关于印发渡口</w:t><w:br/><w:t>整治方案的通知</w:t></w:r>",
     "关于印发渡口整治方案的通知"),
    ("items parted by line breaks", "<w:r><w:t>任务：</w:t><w:br/><w:t>1.疏浚；</w:t><w:br/>"
     "<w:t>2.清障。</w:t></w:r>",
     "任务：\n1.疏浚；\n2.清障。"),
    ("alternatives", "<mc:AlternateContent><mc:Choice Requires='x'><w:r><w:t>new</w:t></w:r></mc:Choice>"
     "<mc:Fallback><w:r><w:t>old</w:t></w:r></mc:Fallback></mc:AlternateContent>", "new"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("content", "text"), [piece[1:] for piece in PIECES], ids=[piece[0] for piece in PIECES]
)
def test_a_piece_of_a_paragraph_is_read_as_it_prints(content: str, text: str) -> None:
    assert words(content) == text


def test_an_open_field_does_not_swallow_the_paragraphs_below() -> None:
    assert read(paragraph('<w:r><w:fldChar w:fldCharType="begin"/></w:r>') + paragraph("a")).text == "a\n"


HIDDEN_STYLE = '<w:style w:type="paragraph" w:styleId="H"><w:rPr><w:vanish/></w:rPr></w:style>'
UNSEEN = (
    ("hidden", "<w:vanish/>"),
    ("white", '<w:color w:val="FFFFFF"/>'),
    ("white by theme", '<w:color w:val="auto" w:themeColor="background1"/>'),
    ("of a point", '<w:sz w:val="2"/>'),
)
SEEN = (
    ("hidden and shown again", '<w:vanish w:val="0"/>'),
    ("white on a shade", '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:fill="1F4E79"/>'),
    ("white on a mark", '<w:color w:val="FFFFFF"/><w:highlight w:val="blue"/>'),
    ("hidden on the web alone", "<w:webHidden/>"),
    ("small print", '<w:sz w:val="10"/>'),
)


@pytest.mark.parametrize("properties", [case[1] for case in UNSEEN], ids=[case[0] for case in UNSEEN])
def test_words_that_a_reader_can_not_see_are_left_out_and_counted(properties: str) -> None:
    found = read(paragraph(run("The Board ") + run("secretly ", properties) + run("meets.")))
    assert (found.text, found.warnings) == ("The Board meets.\n", ("1 hidden piece of text was left out",))


@pytest.mark.parametrize("properties", [case[1] for case in SEEN], ids=[case[0] for case in SEEN])
def test_words_that_a_reader_can_see_stand(properties: str) -> None:
    assert read(paragraph(run("seen", properties))).text == "seen\n"


def test_white_heads_of_tables_stand() -> None:
    white = cell("Task").replace("<w:rPr>", '<w:rPr><w:color w:val="FFFFFF"/>')
    assert read(f"<w:tbl>{row(white, cell('Lead'))}</w:tbl>").text == "Task | Lead\n"


def test_a_style_hides_its_paragraphs_and_a_run_shows_itself_again() -> None:
    body = paragraph(run("gone") + run("here", '<w:vanish w:val="0"/>'), style="H")
    assert read(body, styles=HIDDEN_STYLE).text == "here\n"


def test_a_box_where_no_words_stand_is_read_in_its_place() -> None:
    box = f"<w:r><w:pict><w:txbxContent>{paragraph('Seal')}</w:txbxContent></w:pict></w:r>"
    assert read(paragraph("a") + paragraph(box) + paragraph("b")).text == "a\nSeal\nb\n"


def test_what_can_not_be_read_is_counted() -> None:
    found = read(
        paragraph("<w:r><w:object/></w:r>" + run("Main."))
        + '<w:altChunk r:id="r9" xmlns:r="x"/>'
        + paragraph("<w:r><w:drawing><a:pic xmlns:a='a'/></w:drawing></w:r>")
        + paragraph("<w:r><w:drawing><a:line xmlns:a='a'/></w:drawing></w:r>")
    )
    assert found.warnings == (
        "1 embedded object was not read",
        "1 inserted file of another format was not read",
        "1 picture was not read",
    )


def test_a_table_of_contents_is_left_out_by_its_styles_or_its_frame() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    typed = paragraph("1 Quays 3", style="T1") + paragraph("2 Dues 4", style="T1")
    framed = (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        f"<w:sdtContent>{paragraph('3 Locks 5')}</w:sdtContent></w:sdt>"
    )
    found = read(typed + paragraph("Quays") + framed, styles=styles)
    assert (found.text, found.warnings) == ("Quays\n", ("2 tables of contents were left out",))


def test_a_table_within_a_table_makes_the_outer_one_a_frame() -> None:
    inner = f"<w:tbl>{row(cell('a'), cell('b'))}</w:tbl>"
    cells = f"<w:tc>{paragraph('left')}</w:tc><w:tc>{inner}{paragraph('right')}</w:tc>"
    assert read(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>").text == "left\na | b\nright\n"


def test_cells_merged_over_columns_in_the_old_way_are_one() -> None:
    merged = row(
        cell("Both", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), cell("x")
    ) + row(cell("1"), cell("2"), cell("3"))  # fmt: skip
    found = read(f"<w:tbl>{merged}</w:tbl>")
    assert [part.columns for part in found.blocks[0].cells] == [2, 1]


def test_a_merge_goes_on_over_rows_of_other_widths() -> None:
    rows = (
        row(cell("a", '<w:vMerge w:val="restart"/>'), cell("b"), cell("c"))
        + row(cell("", "<w:vMerge/>"), cell("d", '<w:gridSpan w:val="2"/>'))
        + row(cell("", "<w:vMerge/>"), cell("e"), cell("f"))
    )
    found = read(f"<w:tbl>{rows}</w:tbl>")
    assert found.text == "a | b | c\nd\ne | f\n"
    assert [part.rows for part in found.blocks[0].cells] == [3, 1, 1]


def test_a_strict_file_is_read_like_any_other() -> None:
    data = word_file(paragraph("a"))
    strict = W.replace("http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                       "http://purl.oclc.org/ooxml/wordprocessingml/main")  # fmt: skip
    document = f"<w:document {strict}><w:body>{paragraph('a')}</w:body></w:document>"
    files = {
        "word/document.xml": document,
        "_rels/.rels": relations([("officeDocument", "word/document.xml")]),
    }
    assert source_text(zipped(files), "a.docx").text == source_text(data, "a.docx").text


def test_the_text_is_the_part_that_the_file_names() -> None:
    files = {
        "[Content_Types].xml": content_types({"main2": "document.main"}),
        "_rels/.rels": relations([("officeDocument", "/word/main2.xml")]),
        "word/main2.xml": f"<w:document {W} {MC}><w:body>{paragraph('here')}</w:body></w:document>",
        "word/document.xml": f"<w:document {W}><w:body>{paragraph('not here')}</w:body></w:document>",
    }
    assert source_text(zipped(files), "a.docx").text == "here\n"


@pytest.mark.parametrize("name", ["a.docm", "a.dotx", "a.DOTM"])
def test_templates_and_files_with_macros_are_read(name: str) -> None:
    assert source_text(word_file(paragraph("a")), name).text == "a\n"


def nested(depth: int) -> str:
    return "<w:tbl><w:tr><w:tc>" * depth + paragraph("deep") + "</w:tc></w:tr></w:tbl>" * depth


def test_tables_deep_within_tables_are_read() -> None:
    assert read(nested(50)).text == "deep\n"


def test_a_thousand_tables_within_each_other_are_refused() -> None:
    with pytest.raises(Unreadable, match="is no sound XML"):
        read(nested(1_000))
