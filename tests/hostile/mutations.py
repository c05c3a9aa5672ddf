"""Files with a few bytes changed, the way a bad disk or a patient attacker changes them.

In: good files and a seed. Out: as many changed ones as asked for, the same for the same seed.
"""

from collections.abc import Iterator
from random import Random

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


def mutations(good: dict[str, bytes], count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """So many changed files, each of the good ones in turn."""
    names = sorted(good)
    for n in range(count):
        name = names[n % len(names)]
        yield name, mutated(good[name], Random(f"{seed}/{n}"))
