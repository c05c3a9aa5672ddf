"""A hostile file is refused in a sentence, or read, in a child with limits; the parent lives on.

The files are those of `make bombs`, but for the heaviest. What takes long has one second of computing here
instead of twenty, so that its refusal comes sooner; the times and the memory are measured there.
"""

from collections.abc import Iterator

import pytest

from milepost.reading.sandbox import read_safely
from milepost.reading.sandbox.limits import Limits
from milepost.reading.sandbox.pool import Pool
from milepost.reading.source import Unreadable
from tests.hostile.bombs import BOMBS, HEAVY, HOSTS, OTHERS

LIMITS = Limits(cpu_seconds=1, wall_seconds=12)
GOOD = b"1. The Clerk shall publish the list of berths by 1 May 2027.\n"


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(1, LIMITS) as found:
        yield found


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_in_a_sentence(name: str, pool: Pool) -> None:
    with pytest.raises(Unreadable) as fault:
        read_safely(BOMBS[name](), name, pool=pool)
    assert str(fault.value).startswith(name)
    assert str(fault.value).endswith(".")


@pytest.mark.parametrize("name", [name for name in OTHERS if name not in HEAVY])
def test_a_strange_file_is_read_or_refused_and_tells_nothing_of_the_machine(name: str, pool: Pool) -> None:
    try:
        text = read_safely(OTHERS[name](), name, pool=pool).text
    except Unreadable as fault:
        text = str(fault)
        assert name in text
    secret = HOSTS.read_text().strip() if HOSTS.exists() else ""
    assert not secret or secret not in text


def test_the_parent_reads_on_after_all_of_them(pool: Pool) -> None:
    for name in ("overlapping.docx", "forms-that-double.pdf", "packed-twice.pdf", "far-cell.xls"):
        with pytest.raises(Unreadable):
            read_safely((BOMBS | OTHERS)[name](), name, pool=pool)
    assert len(read_safely(GOOD, "order.txt", pool=pool).measures) == 1


def test_there_are_bombs_of_every_kind_that_packs() -> None:
    assert len(BOMBS) >= 40
    assert {name.rpartition(".")[2] for name in BOMBS} >= {"docx", "xlsx", "xls", "ods", "odt"}
