"""Frames: what is sent arrives; anything else is no frame."""

import io
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from milepost.reading.sandbox.frames import HEAD, SIGN, BrokenFrame, read_frame, write_frame


@given(st.lists(st.binary(max_size=200), max_size=5))
def test_what_is_sent_arrives(parts: list[bytes]) -> None:
    stream = io.BytesIO()
    for number, data in enumerate(parts):
        write_frame(stream, number, data)
    stream.seek(0)
    assert [read_frame(stream, number, 200) for number in range(len(parts))] == parts
    with pytest.raises(EOFError):
        read_frame(stream, 0, 200)


BROKEN = (
    ("another job's", HEAD.pack(SIGN, 2, 1) + b"x", BrokenFrame),
    ("a wrong sign", HEAD.pack(b"MLPX", 1, 1) + b"x", BrokenFrame),
    ("larger than allowed", HEAD.pack(SIGN, 1, 11) + b"x" * 11, BrokenFrame),
    ("larger than any memory", HEAD.pack(SIGN, 1, 2**63), BrokenFrame),
    ("cut off in its head", SIGN, EOFError),
    ("cut off in its bytes", HEAD.pack(SIGN, 1, 5) + b"xx", EOFError),
)


@pytest.mark.parametrize(("data", "fault"), [row[1:] for row in BROKEN], ids=[row[0] for row in BROKEN])
def test_a_frame_that_is_none_is_refused(data: bytes, fault: type[Exception]) -> None:
    with pytest.raises(fault):
        read_frame(io.BytesIO(data), 1, 10)


@given(st.binary(max_size=60))
def test_any_bytes_give_a_frame_or_a_typed_fault(data: bytes) -> None:
    with suppress(BrokenFrame, EOFError):
        assert len(read_frame(io.BytesIO(data), 1, 30)) <= 30
