"""Every way in which a file can fail has its kind."""

import io
import zipfile

import pytest

from milepost.reading import read
from milepost.reading.bulk.kinds import CAUSES, KINDS, OURS, UNREADABLE, kind_of, sentence_of
from milepost.reading.sandbox.faults import SENTENCES, OwnFault, Stopped
from milepost.reading.sandbox.limits import Limits
from milepost.reading.source import Unreadable


def bomb() -> bytes:
    """A small archive that inflates to ten megabytes."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", bytes(10_000_000))
    return data.getvalue()


REAL = (
    ("empty", "a.txt", b""),
    ("too large", "a.txt", bytes(50_000_001)),
    ("made to do harm", "a.docx", bomb()),
    ("another kind of file", "a.xyz", b"text"),
    ("needs LibreOffice", "a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)),
    ("no text", "a.txt", b"  \n \n"),
    ("damaged", "a.docx", b"no zip"),
    ("password", "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
)


@pytest.mark.parametrize(("kind", "name", "data"), REAL, ids=[row[0] for row in REAL])
def test_what_the_reader_refuses_has_its_kind(kind: str, name: str, data: bytes) -> None:
    with pytest.raises(Unreadable) as fault:
        read(data, name)
    assert kind_of(fault.value) == kind


def test_every_kind_is_met_by_a_real_refusal() -> None:
    assert {kind.name for kind in KINDS} - {row[0] for row in REAL} == {"can't be opened"}


@pytest.mark.parametrize("cause", SENTENCES)
def test_a_file_that_was_given_up_has_the_kind_of_its_cause(cause: str) -> None:
    fault = Stopped(cause, "a.txt", Limits(), "Split it.")  # type: ignore[arg-type]  # a key of the table
    assert kind_of(fault) == CAUSES[cause]


def test_what_no_row_knows_is_unreadable_and_what_is_no_refusal_is_ours() -> None:
    assert kind_of(Unreadable("a.txt is odd.")) == UNREADABLE
    assert kind_of(OwnFault("a.txt", "KeyError: x", "")) == OURS
    assert sentence_of(OwnFault("a.txt", "KeyError: x", ""), "a.txt").endswith(
        "(KeyError: x). Please report it with the file."
    )
