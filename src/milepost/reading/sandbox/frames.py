"""Bytes between parent and child, in frames: a sign, the number of the job, a length, the bytes.

In: a binary stream and bytes. Out: the same bytes on the other side, never more than the reader allows. A
stream that ends early raises `EOFError`; a frame with a wrong sign, number or length raises `BrokenFrame`,
as then the other side can't be trusted. What stands in the bytes is msgpack (`messages`), never a pickle.
"""

from struct import Struct as Layout
from typing import BinaryIO

SIGN = b"MLP1"
HEAD = Layout(">4sIQ")


class BrokenFrame(Exception):
    """The other side sent something that is no frame of this job."""


def write_frame(stream: BinaryIO, number: int, data: bytes) -> None:
    """Send one frame."""
    stream.write(HEAD.pack(SIGN, number, len(data)))
    stream.write(data)


def read_frame(stream: BinaryIO, number: int, most: int) -> bytes:
    """Receive the frame of this job; EOFError at the end of the stream, BrokenFrame where it is another or
    has more than `most` bytes."""
    sign, told, length = HEAD.unpack(_exactly(stream, HEAD.size))
    if sign != SIGN or told != number:
        raise BrokenFrame(f"a frame of job {number} was due")
    if length > most:
        raise BrokenFrame(f"{length} bytes, {most} at most")
    return _exactly(stream, length)


def _exactly(stream: BinaryIO, length: int) -> bytes:
    """That many bytes, EOFError when the stream ends before."""
    data = stream.read(length)
    if len(data) < length:
        raise EOFError(f"{len(data)} of {length} bytes")
    return data
