"""Changed files are read or refused in words: a few of each format here, thousands by `make fuzz-docs`."""

from collections.abc import Iterator

import pytest

from milepost.reading.sandbox import read_safely
from milepost.reading.sandbox.pool import Pool
from tests.hostile.fuzz import LIMITS, SEED, tried_all
from tests.hostile.mutations import mutations
from tests.hostile.seeds import MADE, seeds

FEW = 60
KINDS = [pytest.param(kind, marks=pytest.mark.office) if kind == "doc" else kind for kind in MADE]


@pytest.fixture(scope="module")
def pool() -> Iterator[Pool]:
    with Pool(2, LIMITS) as found:
        yield found


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_file_is_read_or_refused(kind: str, pool: Pool) -> None:
    ends = [*tried_all(pool, kind, FEW, SEED)]
    assert [one for one in ends if one.end == "failed"] == []


@pytest.mark.parametrize("kind", [kind for kind in MADE if kind != "doc"])
def test_an_unchanged_file_is_read(kind: str, pool: Pool) -> None:
    for name, data in seeds(kind).items():
        assert read_safely(data, name, pool=pool).text.strip()


def test_the_same_seed_changes_alike() -> None:
    good = seeds("docx")
    assert list(mutations(good, 20, 1)) == list(mutations(good, 20, 1))
    assert list(mutations(good, 20, 1)) != list(mutations(good, 20, 2))
