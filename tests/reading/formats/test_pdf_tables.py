"""Ruled tables of PDF files: cells, merged cells, tables over pages, and frames that are no tables."""

import subprocess
from pathlib import Path

import pytest

from milepost.reading.formats import source_text
from milepost.reading.formats.pdf_drawing import Drawing, Ruling
from milepost.reading.formats.pdf_tables import Field, Table, append, tables_of
from milepost.reading.formats.pdf_words import Run
from milepost.reading.source import SourceText
from tests.reading.formats.pdf_files import set_in_type
from tests.reading.formats.word_files import paragraph, word_file

ROWS = ", ".join(f"[{number}], [Dig channel {number}], [Port Office]" for number in range(1, 41))


def typeset(source: str) -> SourceText:
    return source_text(set_in_type(source), "plan.pdf")


def rows(found: SourceText) -> list[list[tuple[str, int, int]]]:
    return [
        [(found.text[slice(*cell.span)], cell.columns, cell.rows) for cell in block.cells]
        for block in found.blocks
        if block.kind == "row"
    ]


def test_rows_and_cells_are_read_and_lines_of_a_cell_joined() -> None:
    found = typeset(
        "Before.\n#table(columns: (20mm, 40mm), [No], [Action], [1], "
        "[Publish the register of berths and moorings])\nAfter."
    )
    assert found.text == "Before.\nNo | Action\n1 | Publish the register of berths and moorings\nAfter.\n"
    assert [block.table for block in found.blocks] == [None, 1, 1, None]


def test_a_chinese_cell_is_joined_without_blanks() -> None:
    found = typeset(
        "#table(columns: (20mm, 30mm), [序号], [改革任务], [1], [健全政府投资项目储备和滚动推进机制])"
    )
    assert found.text == "序号 | 改革任务\n1 | 健全政府投资项目储备和滚动推进机制\n"


def test_merged_cells_reach_over_columns_and_rows() -> None:
    found = typeset(
        "#table(columns: 3, table.cell(rowspan: 2)[Action], table.cell(colspan: 2)[Units], "
        "[Lead], [Support], [Dig], [Port Office], [Trade Bureau])"
    )
    assert rows(found) == [
        [("Action", 1, 2), ("Units", 2, 1)],
        [("Lead", 1, 1), ("Support", 1, 1)],
        [("Dig", 1, 1), ("Port Office", 1, 1), ("Trade Bureau", 1, 1)],
    ]


def test_an_empty_cell_stays_a_cell() -> None:
    assert rows(typeset("#table(columns: 3, [1], [], [Port Office], [2], [Dig], [])")) == [
        [("1", 1, 1), ("", 1, 1), ("Port Office", 1, 1)],
        [("2", 1, 1), ("Dig", 1, 1), ("", 1, 1)],
    ]


def test_a_table_over_pages_is_one_and_its_head_is_read_once() -> None:
    found = typeset(
        '#set page(height: 90mm, numbering: "1")\n'
        f"#table(columns: 3, table.header([No], [Action], [Lead]), {ROWS})"
    )
    assert [row[0][0] for row in rows(found)] == ["No", *map(str, range(1, 41))]
    assert {block.table for block in found.blocks} == {1}


def test_two_tables_of_unlike_columns_stay_two() -> None:
    found = typeset(
        "#table(columns: (20mm, 30mm), [a], [b])\n#pagebreak()\n#table(columns: (50mm, 30mm), [c], [d])"
    )
    assert [block.table for block in found.blocks] == [1, 2]


def test_a_frame_around_words_is_no_table() -> None:
    found = typeset("#rect(width: 100%)[All units shall read this box.]")
    assert [(block.kind, found.text[slice(*block.span)]) for block in found.blocks] == [
        ("paragraph", "All units shall read this box.")
    ]


def test_a_table_open_at_its_sides_has_all_its_columns() -> None:
    found = typeset(
        "#table(columns: 2, stroke: (x, y) => (top: 1pt, bottom: 1pt, left: if x > 0 { 1pt }), "
        "[Task], [Lead], [Dig], [Port])"
    )
    assert found.text == "Task | Lead\nDig | Port\n"


def test_rulings_of_a_drawing_without_words_are_no_table() -> None:
    drawing = Drawing(
        level=[Ruling(at, 0, 100) for at in (0.0, 50.0, 100.0)],
        upright=[Ruling(at, 0, 100) for at in (0.0, 50.0, 100.0)],
    )
    beside = Run("Beside", 200, 240, 40, 10, False, "")
    assert tables_of(drawing, [beside]) == ([], [beside])


@pytest.mark.office
def test_a_word_file_printed_by_libreoffice_reads_as_it_was_written(tmp_path: Path) -> None:
    sentence = "The Port Office shall publish the register of berths before 1 March 2028. " * 4
    source = tmp_path / "plan.docx"
    source.write_bytes(word_file(paragraph(sentence.strip()) + paragraph("The Council adopted the plan.")))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{tmp_path}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(tmp_path),
            str(source),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    found = source_text((tmp_path / "plan.pdf").read_bytes(), "plan.pdf")
    assert found.text == f"{sentence.strip()}\nThe Council adopted the plan.\n"


def table_of(*rows: tuple[str, ...]) -> Table:
    fields = [
        [Field(at, column, 1, 1, words) for column, words in enumerate(row)] for at, row in enumerate(rows)
    ]
    return Table((0, 0, 90, 90), [0, 30, 60, 90], fields)


def test_a_row_cut_by_the_page_end_is_one_row() -> None:
    first = table_of(("1", "Dig the channel", "Port Office"), ("2", "Publish the list of", "Trade Bureau"))
    append(first, table_of(("", "berths", ""), ("3", "Report", "Port Office")))
    assert [cell.words for cell in first.cells()[1]] == ["2", "Publish the list of berths", "Trade Bureau"]
    assert [row[0].words for row in first.cells()] == ["1", "2", "3"]


def test_a_row_with_an_empty_cell_at_a_page_start_stays_a_row() -> None:
    first = table_of(("1", "Dig", "Port Office"), ("2", "Fill", "Port Office"))
    append(first, table_of(("3", "Report", ""), ("4", "Close", "Trade Bureau")))
    assert [row[0].words for row in first.cells()] == ["1", "2", "3", "4"]
