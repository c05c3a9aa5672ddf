"""Files of older office programs: which they are, what LibreOffice makes of them, what is said without it."""

import shutil
import subprocess
from pathlib import Path

import pytest

from milepost.reading import office
from milepost.reading.formats import source_text
from milepost.reading.formats.archive import COMPOUND, ENCRYPTED_PACKAGE
from milepost.reading.formats.office import OPEN_TEXT, RICH, ZIP, is_old, old_ending
from milepost.reading.source import Unreadable
from tests.reading.formats.word_files import levels, numbered, paragraph, word_file

KINDS = (
    ("plan.doc", COMPOUND + b"\0" * 600, ".doc"),
    ("plan.wps", COMPOUND + b"\0" * 600, ".wps"),
    ("plan.docx", COMPOUND + b"\0" * 600, ".doc"),
    ("plan.doc", RICH + b"1 words}", ".rtf"),
    ("plan.odt", ZIP + b"\0" * 26 + OPEN_TEXT, ".odt"),
    ("plan.wps", word_file(paragraph("x")), None),
    ("plan.docx", word_file(paragraph("x")), None),
    ("plan.docx", COMPOUND + ENCRYPTED_PACKAGE, None),
    ("plan.xls", COMPOUND + b"\0" * 600, None),
    ("plan.txt", RICH + b"1 words}", None),
)


@pytest.mark.parametrize(("name", "data", "ending"), KINDS)
def test_a_file_is_known_by_its_bytes(name: str, data: bytes, ending: str | None) -> None:
    assert is_old(data, name) == (ending is not None)
    if ending:
        assert old_ending(data, name) == ending


def test_a_wps_file_that_is_a_docx_is_read_as_it_stands() -> None:
    data = word_file(paragraph("words"))
    assert office.prepared(data, "plan.wps") == data
    found = source_text(data, "plan.wps")
    assert (found.text, found.media_type) == ("words\n", "application/vnd.ms-works")


@pytest.mark.parametrize("name", ["plan.doc", "plan.wps", "plan.docx"])
def test_an_old_file_that_was_not_converted_is_refused_with_what_to_do(name: str) -> None:
    with pytest.raises(Unreadable) as fault:
        source_text(COMPOUND + b"\0" * 600, name)
    assert str(fault.value).startswith(f"{name} ")
    assert "save" in str(fault.value)


def test_without_libreoffice_a_person_is_told_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    assert office.office_program() is None
    with pytest.raises(
        Unreadable, match=r"^plan\.doc can't be read without LibreOffice\. Install LibreOffice, or"
    ):
        office.prepared(COMPOUND + b"\0" * 600, "plan.doc")


def test_a_program_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "office"
    program.write_text("#!/bin/sh\nsleep 60 &\nsleep 60\n")
    program.chmod(0o755)
    monkeypatch.setattr(office, "office_program", lambda: str(program))
    monkeypatch.setattr(office, "WALL_SECONDS", 0.5)
    with pytest.raises(Unreadable, match="was not done with it in"):
        office.prepared(COMPOUND + b"\0" * 600, "plan.doc")


BODY = "".join(
    paragraph(words, 1, depth) for words, depth in (("总则", 0), ("目标", 1), ("任务", 1), ("附则", 0))
)
NUMBERING = levels(("chineseCounting", "%1、"), ("chineseCounting", "（%2）")) + numbered(1)


@pytest.mark.office
@pytest.mark.parametrize(("ending", "name"), [("doc", "plan.wps"), ("odt", "plan.odt")])
def test_an_old_file_is_read_like_the_docx_it_came_from(ending: str, name: str, tmp_path: Path) -> None:
    program = office.office_program()
    assert program is not None
    data = word_file(BODY, numbering=NUMBERING)
    (tmp_path / "plan.docx").write_bytes(data)
    call = [program, f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
    subprocess.run(
        [*call, "--convert-to", ending, "--outdir", str(tmp_path), str(tmp_path / "plan.docx")],
        check=True,
        capture_output=True,
        timeout=120,
    )
    old = (tmp_path / f"plan.{ending}").read_bytes()
    assert source_text(office.prepared(old, name), name).text == source_text(data, "plan.docx").text


@pytest.mark.office
def test_a_damaged_old_file_is_refused() -> None:
    with pytest.raises(Unreadable, match=r"^plan\.doc can't be converted"):
        office.prepared(COMPOUND + b"\0" * 3_000, "plan.doc")
