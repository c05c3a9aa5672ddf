"""Office archives that are damaged, protected or made to do harm."""

import io
import stat
import time
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.reading.formats import source_text
from milepost.reading.formats.archive import (
    COMPOUND,
    ENCRYPTED_PACKAGE,
    MOST_BYTES,
    MOST_PARTS,
    Archive,
)
from milepost.reading.source import Unreadable
from tests.reading.formats.word_files import W, levels, numbered, paragraph, word_file


def archive(**parts: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


def fault_of(data: bytes) -> str:
    with pytest.raises(Unreadable) as fault:
        source_text(data, "plan.docx")
    return str(fault.value)


def encrypted() -> bytes:
    data = bytearray(word_file(paragraph("x")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(signature)
        data[at + offset] |= 1
    return bytes(data)


def twice() -> bytes:
    data = archive(word__one=b"<a/>", word__two=b"<b/>")
    return data.replace(b"word/two", b"word/one")


def linked() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        info = zipfile.ZipInfo("word/document.xml")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        file.writestr(info, "/etc/passwd")
    return buffer.getvalue()


def misnamed() -> bytes:
    data = archive(word__document=b"<a/>")
    at = data.index(b"word/document")
    return data[:at] + b"word/elsewher" + data[at + 13 :]


def overlapping() -> bytes:
    """Two names in the directory, both at the place of the first part."""
    data = bytearray(archive(one=b"<a/>", two=b"<b/>"))
    first = data.index(b"PK\x01\x02")
    second = data.index(b"PK\x01\x02", first + 1)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    return bytes(data)


def endless() -> bytes:
    data = bytearray(archive(one=b"<a/>"))
    at = data.index(b"PK\x05\x06")
    data[at + 10 : at + 12] = b"\xff\xff"
    return bytes(data)


DOCTYPE = '<!DOCTYPE a [<!ENTITY b "c">]>'
ENTITIES = f"{DOCTYPE}<w:document {W}><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>"

UTF_7 = b'<?xml version="1.0" encoding="utf-7"?>+ADw-a/+AD4-'

FAULTS = (
    ("no zip", lambda: b"words, only words", "it is no zip archive"),
    ("cut off", lambda: word_file(paragraph("x"))[:-40], "it is no zip archive"),
    ("an old .doc", lambda: COMPOUND + b"\0" * 600, "is an old .doc file"),
    ("a password", lambda: COMPOUND + ENCRYPTED_PACKAGE, "is protected by a password"),
    ("zip encryption", encrypted, "is protected by a password"),
    ("a zip of something else", lambda: archive(readme=b"x"), "is a zip archive but no Word document"),
    (
        "too many parts",
        lambda: archive(**{f"p{at}": b"" for at in range(MOST_PARTS + 1)}),
        "it has 2,001 parts",
    ),
    ("a bomb", lambda: archive(word__document=b"x", bomb=b"\0" * 5_000_000), "inflates more than 100 times"),
    ("a link", linked, "its part word/document.xml is a link"),
    ("a part of another name", misnamed, "is not what its directory says"),
    ("parts at one place", overlapping, "its parts overlap"),
    ("a directory without end", endless, "has a directory without end"),
    ("letters hidden from the count", lambda: archive(**{"word__document.xml": UTF_7}), "is no sound XML"),
    ("two parts of one name", twice, "two of its parts have one name"),
    ("broken XML", lambda: archive(**{"word__document.xml": b"<w:document>"}), "is no sound XML"),
    ("entities", lambda: archive(**{"word__document.xml": ENTITIES.encode()}), "declares a document type"),
)


@pytest.mark.parametrize(("build", "words"), [row[1:] for row in FAULTS], ids=[row[0] for row in FAULTS])
def test_a_bad_archive_is_refused_with_what_is_wrong(build: Callable[[], bytes], words: str) -> None:
    message = fault_of(build())
    assert message.startswith("plan.docx ")
    assert words in message


def test_a_part_beyond_the_limit_is_refused_while_it_inflates() -> None:
    noise = bytes((at * at * 31 + (at >> 3)) % 251 for at in range(100_000))
    big = (noise * (MOST_BYTES // len(noise) + 1))[: MOST_BYTES + 1]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as file:
        file.writestr("word/document.xml", big)
    assert "has more than 20 MB" in fault_of(buffer.getvalue())


def test_millions_of_paragraphs_are_refused_before_they_fill_the_memory() -> None:
    body = "".join(f"<w:p><w:r><w:t>{at}</w:t></w:r></w:p>" for at in range(3_000))
    data = word_file(body)
    assert source_text(data, "plan.docx").text.count("\n") == 3_000
    many = f"<w:document {W}><w:body>{'<w:p/>' * 1_000_000}</w:body></w:document>".encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as file:
        file.writestr("word/document.xml", many)
    assert "paragraphs" in fault_of(buffer.getvalue())


def test_a_bomb_is_refused_before_it_inflates() -> None:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file,
        file.open("word/document.xml", "w") as part,
    ):
        for _ in range(200):
            part.write(b"\0" * 1_000_000)
    tracemalloc.start()
    begin = time.perf_counter()
    assert "inflates more than 100 times" in fault_of(buffer.getvalue())
    assert time.perf_counter() - begin < 2
    assert tracemalloc.get_traced_memory()[1] < 30_000_000
    tracemalloc.stop()


def test_a_part_that_says_too_little_of_its_size_is_refused_while_it_inflates() -> None:
    data = bytearray(archive(**{"word__document.xml": b" " * 3_000_000}))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = data.find(signature)
        data[at + offset : at + offset + 4] = (1_000).to_bytes(4, "little")
    message = fault_of(bytes(data))
    assert "can't be read" in message or "inflates more" in message or "is no sound XML" in message


def test_parts_that_are_large_together_are_refused() -> None:
    noise = bytes((at * at * 31 + (at >> 3)) % 251 for at in range(100_000)) * 190
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as file:
        for name in "abcd":
            file.writestr(name, noise)
    found = Archive(buffer.getvalue(), "plan.docx")
    for name in "abc":
        assert found.part(name) == noise
    with pytest.raises(Unreadable, match="more than 60 MB together"):
        found.part("d")


def test_too_many_elements_are_refused_before_a_tree_is_built() -> None:
    many = f"<w:document {W}><w:body>{'<w:x/>' * 1_600_000}</w:body></w:document>".encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as file:
        file.writestr("word/document.xml", many)
    assert "elements and attributes" in fault_of(buffer.getvalue())


def test_messages_name_the_kind_of_the_file() -> None:
    with pytest.raises(Unreadable, match=r"^a\.xlsx is damaged or no \.xlsx file"):
        Archive(b"PK\x03\x04", "a.xlsx")


SEED = word_file(
    paragraph("总则", 1) + paragraph("目标", 1, 1),
    numbering=levels(("decimal", "%1."), ("decimal", "%1.%2")) + numbered(1),
)


@settings(deadline=None, max_examples=200)
@given(st.lists(st.tuples(st.integers(0, len(SEED) - 1), st.integers(0, 255)), min_size=1, max_size=8))
def test_a_damaged_file_is_read_or_refused_and_nothing_else(changes: list[tuple[int, int]]) -> None:
    data = bytearray(SEED)
    for at, byte in changes:
        data[at] = byte
    try:
        found = source_text(bytes(data), "plan.docx")
    except Unreadable:
        return
    assert all(found.text[slice(*block.span)].strip() for block in found.blocks)
