"""Files with a few bytes changed, the way a bad disk or a patient attacker changes them.

In: good files and a seed. Out: as many changed ones as asked for, the same for the same seed. A packed file
is changed in some cases as it lies, else inside: one of its parts is unpacked, changed and packed again, as a
change to packed bytes hardly ever gets past the sums that guard them. Marked-up text is changed in most cases
so that it stays sound: values of attributes, whole elements.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from random import Random

ZIP = b"PK\x03\x04"
PDF = b"%PDF-"
VALUE = re.compile(rb'="[^"<>]*"')
VALUES = (
    b"",
    b"0",
    b"-1",
    b"1",
    b"x",
    b"true",
    b"99999999999",
    b"2.5",
    b"1e9",
    b"A1",
    b"XFD9",
    b"\xc2\xb2",
    b"decimal",
)
LEAF = re.compile(rb"<([A-Za-z][\w:.\-]*)(?: [^<>]*)?(?:/>|>[^<>]*</\1>)")
PACKED = re.compile(rb"\bstream\r?\n(.*?)endstream", re.DOTALL)

TELLING = (
    b"\0",
    b"\xff",
    b"\x7f",
    b"\x80",
    b"<",
    b">",
    b"&",
    b"[",
    b"(",
    b"%",
    b"/",
    b"\n",
    b"-1",
    b"9" * 12,
    b"\r",
    b'"',
    b"\xe7\x89\xb5\xe5\xa4\xb4",
    b" shall ",
    b"0",
    b"</w:p>",
    b"<table>",
    b" by 31 June 2027 ",
)


def mutated(good: bytes, random: Random) -> bytes:
    """One changed copy: bytes flipped, cut out, doubled, moved, or the end cut off."""
    data = bytearray(good)
    for _ in range(random.choice((1, 1, 2, 3, 8, 40))):
        if not data:
            break
        at = random.randrange(len(data))
        size = min(random.choice((1, 2, 4, 16, 200, 4000)), len(data) - at)
        match random.randrange(7):
            case 0:
                data[at] ^= 1 << random.randrange(8)
            case 1:
                data[at] = random.randrange(256)
            case 2:
                del data[at : at + size]
            case 3:
                data[at:at] = data[at : at + size]
            case 4:
                data[at : at + 1] = random.choice(TELLING)
            case 5:
                to = random.randrange(len(data))
                data[to : to + size] = data[at : at + size]
            case _:
                del data[max(1, len(data) - size) :]
    return bytes(data)


def still_sound(good: bytes, random: Random) -> bytes:
    """A marked-up text with other values and with elements gone, doubled or moved."""
    data = good
    for _ in range(random.choice((1, 1, 2, 4))):
        found = list((VALUE if random.random() < 0.6 else LEAF).finditer(data))
        if not found:
            return mutated(data, random)
        one = random.choice(found)
        if one.re is VALUE:
            new = b'="%b"' % random.choice(VALUES)
        else:
            new = random.choice((b"", one[0] * 2, one[0] * 300, random.choice(found)[0]))
        data = data[: one.start()] + new + data[one.end() :]
    return data


def inside_archive(good: bytes, random: Random) -> bytes:
    """A zip archive with one of its parts changed."""
    change = still_sound if random.random() < 0.7 else mutated
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        chosen = random.choice([name for name in names if name.endswith((".xml", ".rels"))] or names)
        for name in names:
            part = old.read(name)
            new.writestr(name, change(part, random) if name == chosen else part)
    return out.getvalue()


def inside_pdf(good: bytes, random: Random) -> bytes:
    """A PDF with what one of its streams packs changed; the table of places is wrong then, as it often is."""
    found = list(PACKED.finditer(good))
    if not found:
        return mutated(good, random)
    stream = random.choice(found)
    try:
        content = zlib.decompressobj().decompress(stream[1])
    except zlib.error:
        return mutated(good, random)
    return good[: stream.start(1)] + zlib.compress(mutated(content, random)) + good[stream.end(1) :]


def changed(good: bytes, random: Random) -> bytes:
    """A copy changed as it lies, or inside where it is packed."""
    if random.random() < 0.7:
        if good.startswith(ZIP):
            return inside_archive(good, random)
        if good.startswith(PDF):
            return inside_pdf(good, random)
        if good.startswith(b"<"):
            return still_sound(good, random)
    return mutated(good, random)


def mutation(good: dict[str, bytes], n: int, seed: int) -> tuple[str, bytes]:
    """The n-th changed file, each of the good ones in turn."""
    names = sorted(good)
    name = names[n % len(names)]
    return name, changed(good[name], Random(f"{seed}/{n}"))


def mutations(good: dict[str, bytes], count: int, seed: int, start: int = 0) -> Iterator[tuple[str, bytes]]:
    """So many changed files, from the `start` on."""
    for n in range(start, start + count):
        yield mutation(good, n, seed)
