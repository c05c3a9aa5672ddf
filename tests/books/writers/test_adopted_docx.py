"""The Word file of an adopted task book: what is in it, what other programs make of it, what is read back."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import msgspec
import pytest
from docx import Document

from milepost.books.content.adopted.task_book import adopted_task_books
from milepost.books.content.records.adopted_task_book import AdoptedTaskBook
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.writers.docx.adopted import write_adopted_docx
from milepost.ledger.returned import read_returned, take_in
from tests.books.langang import langang

each_language = pytest.mark.parametrize("language", ["en", "zh"])


def book(language: str, code: str = "ADB") -> AdoptedTaskBook:
    """A task book of the example city."""
    ledger, schedule, state = langang(language)
    view = View(ledger, schedule, language)
    return next(one for one in adopted_task_books(view, Standing(view, state)) if one.code == code)


def words_of(record: object) -> list[str]:
    """Every filled text of the record's rows."""
    found: list[str] = []

    def walk(value: object) -> None:
        if isinstance(value, dict):
            if value.get("origin") and value.get("text"):
                found.append(value["text"])
            for one in value.values():
                walk(one)
        elif isinstance(value, list | tuple):
            for one in value:
                walk(one)

    walk(msgspec.to_builtins(record))
    return found


def text_of(data: bytes) -> str:
    """All text of a Word file, white space removed."""
    document = Document(io.BytesIO(data))
    body = "".join(node.text or "" for node in document.element.body.iter() if node.tag.endswith("}t"))
    return "".join(body.split())


@each_language
@pytest.mark.parametrize("code", ["ADB", "whole"])
def test_every_word_of_the_record_stands_in_it(language: str, code: str) -> None:
    record = book(language, code)
    text = text_of(write_adopted_docx(record))
    missing = [words for words in words_of(record) if "".join(words.split()) not in text]
    assert not missing


@each_language
def test_the_same_record_gives_the_same_bytes(language: str) -> None:
    assert write_adopted_docx(book(language)) == write_adopted_docx(book(language))


@each_language
def test_heads_repeat_languages_are_named_and_headings_are_numbered_by_the_file(language: str) -> None:
    data = write_adopted_docx(book(language))
    document = Document(io.BytesIO(data))
    led = next(table for table in document.tables if len(table.columns) == 7)
    assert "tblHeader" in led.rows[0]._tr.xml
    assert "cantSplit" in led.rows[1]._tr.xml
    headings = [p.text for p in document.paragraphs if p.style.name == "Heading 1"]
    assert headings
    assert not any(re.match(r"[一二三四IVX]+[、. ]", heading) for heading in headings)
    styles = document.styles.element.xml
    assert 'w:val="en-GB"' in styles
    assert 'w:eastAsia="zh-CN"' in styles
    assert document.core_properties.language == ("en-GB" if language == "en" else "zh-CN")


@each_language
def test_print_and_handling_stand_on_every_page(language: str) -> None:
    record = book(language)
    document = Document(io.BytesIO(write_adopted_docx(record)))
    for section in document.sections:
        parts = section.header._element.xml + section.footer._element.xml
        text = "".join(re.findall(r"<w:t[^>]*>([^<]*)</w:t>", parts))
        assert record.facts.print_line in text
        assert record.facts.handling in text


@each_language
def test_what_a_unit_fills_in_is_read_back_once(language: str) -> None:
    ledger, _, _ = langang(language)
    record = book(language, "WPC")
    data = write_adopted_docx(record)
    assert read_returned(data, "WPC.docx") == {}
    row = record.led.rows[0]
    filled = read_returned(_filled(data, f"{row.id}.risks", "等园区接权 =1+1"), "WPC.docx")
    assert filled == {(row.id, "risks"): "等园区接权 =1+1"}
    first, notes = take_in(ledger, filled, "WPC.docx")
    measure = next(m for m in first.measures if m.id == row.id)
    assert measure.risks is not None
    assert (measure.risks.value, measure.risks.origin) == ("等园区接权 =1+1", "typed")
    assert take_in(first, filled, "WPC.docx") == (first, [])
    assert notes == []


def _filled(data: bytes, tag: str, words: str) -> bytes:
    """The file with a control written in, as an office program leaves it."""
    document = Document(io.BytesIO(data))
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    for control in document.element.body.iter(f"{w}sdt"):
        properties = control.find(f"{w}sdtPr")
        if properties.find(f"{w}tag").get(f"{w}val") == tag:
            properties.remove(properties.find(f"{w}showingPlcHdr"))
            next(control.iter(f"{w}t")).text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.office
@each_language
def test_libreoffice_opens_it_and_gives_back_every_row(language: str, tmp_path: Path) -> None:
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None:
        print("no LibreOffice here: install it and run this test again")
        pytest.skip("no LibreOffice here: install it and run this test again")
    record = book(language)
    (tmp_path / "book.docx").write_bytes(write_adopted_docx(record))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    for form in ("docx:MS Word 2007 XML", "txt:Text (encoded):UTF8"):
        out = tmp_path / form[:3]
        subprocess.run(
            [soffice, profile, "--headless", "--convert-to", form, "--outdir", out, tmp_path / "book.docx"],
            check=True,
            capture_output=True,
            timeout=120,
        )
    text = "".join((tmp_path / "txt" / "book.txt").read_text(encoding="utf-8").split())
    missing = [words for words in words_of(record) if "".join(words.split()) not in text]
    assert not missing
    again = text_of((tmp_path / "doc" / "book.docx").read_bytes())
    assert not [words for words in words_of(record) if "".join(words.split()) not in again]
