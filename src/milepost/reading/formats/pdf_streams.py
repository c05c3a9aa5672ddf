"""Packed streams of a PDF, unpacked a little way before the library unpacks them whole.

In: the bytes of a file. Out: nothing, or `Unreadable` where a stream grows beyond what a page can hold, and
more than a hundredfold, as only one made to fill the memory does. Pictures are passed over: an empty sheet
grows as much, and no picture is unpacked for its text. What hides behind several packings, or says that it
is a picture, is left to the limits of the process. Not here: drawings that use each other (`pdf_forms`).
"""

import zlib

from milepost.reading.source import Unreadable

LARGE = 5_000_000
"""Bytes that a page of a crowded map has; below, a stream may grow as it likes."""

MOST_RATIO = 100
STEEPEST = 1_032
"""The most that this packing can make of a byte."""

HEAD = 2_000
"""Bytes before a stream within which it says what it is."""


def check_streams(data: bytes, name: str) -> None:
    """Unreadable where a stream was made to fill the memory."""
    at = data.find(b"stream")
    while at >= 0:
        end = data.find(b"endstream", at)
        if end < 0:
            end = len(data)
        if (end - at) * STEEPEST > LARGE and is_packed(data[max(0, at - HEAD) : at]):
            check(data[at + len(b"stream") : end].lstrip(b"\r\n"), name)
        at = data.find(b"stream", end + len(b"endstream"))


def is_packed(before: bytes) -> bool:
    """Whether the head of a stream says that it is packed once, and no picture."""
    head = before[before.rfind(b"obj") + 1 :]
    return b"/FlateDecode" in head and b"/Image" not in head


def check(stream: bytes, name: str) -> None:
    """Refuse a stream that grows without end; one that is damaged is left to the library, which mends it."""
    unpacker = zlib.decompressobj()
    try:
        found = unpacker.decompress(stream, LARGE + 1)
    except zlib.error:
        return
    taken = len(stream) - len(unpacker.unconsumed_tail)
    if len(found) > LARGE and len(found) > MOST_RATIO * taken:
        raise Unreadable(
            f"{name} was not opened, as it may be made to do harm: what it packs grows more than "
            f"{MOST_RATIO} times. Open it in the program that it came from and save it as PDF again."
        )
