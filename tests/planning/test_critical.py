"""The critical path: link kinds worked out by hand, the slow twin, compiled and plain alike, faults named."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.planning.critical import critical_path
from milepost.planning.kernels import FF, FS, SF, SS, load
from milepost.planning.network import LoopFound, find_loop
from tests.planning import naive

# A of 5 days before B of 3 days, one link of each kind with lag 2; B's early start worked out from its line.
KIND_CASES = (
    ("FS", FS, 7),  # B starts 2 days after A's end on day 5
    ("SS", SS, 2),  # B starts 2 days after A's start
    ("FF", FF, 4),  # B ends 2 days after A's end: 7, so it starts on 4
    ("SF", SF, 0),  # B ends 2 days after A's start: 2, so -1, held at 0
)


@pytest.mark.parametrize(("name", "kind", "start"), KIND_CASES, ids=[case[0] for case in KIND_CASES])
@pytest.mark.parametrize("compiled", [False, True])
def test_one_link_of_each_kind(name: str, kind: int, start: int, compiled: bool) -> None:
    found = critical_path([5, 3], [0], [1], [kind], [2], compiled=compiled)
    assert list(found.early_start) == [0, start]
    assert found.length == max(5, start + 3)


def test_parallel_links_between_one_pair_both_count() -> None:
    # SS + 1 alone would start B on 1, FS on 4: both hold, so 4
    assert list(critical_path([4, 2], [0, 0], [1, 1], [SS, FS], [1, 0]).early_start) == [0, 4]


def test_a_side_branch_has_slack_and_the_long_one_none() -> None:
    found = critical_path([3, 2, 4, 1], [0, 0, 1, 2], [1, 2, 3, 3])
    assert list(found.slack) == [0, 2, 0, 0]


def test_a_release_holds_a_step_back() -> None:
    assert list(critical_path([2, 2], [0], [1], releases=[5, 0]).early_start) == [5, 7]


def test_a_plan_without_steps_has_no_length() -> None:
    assert critical_path([], [], []).length == 0


@st.composite
def networks(draw: st.DrawFn) -> tuple[list[int], list[tuple[int, int, int, int]], list[int]]:
    """Steps and links that close no loop, parallel links and all kinds included."""
    count = draw(st.integers(1, 14))
    days = draw(st.lists(st.integers(0, 9), min_size=count, max_size=count))
    names = draw(st.permutations(range(count)))
    pairs = [(tail, head) for head in range(count) for tail in range(head)]
    chosen = draw(st.lists(st.sampled_from(pairs), max_size=25)) if pairs else []
    links = [(names[t], names[h], draw(st.integers(0, 3)), draw(st.integers(-3, 6))) for t, h in chosen]
    return days, links, draw(st.lists(st.integers(0, 12), min_size=count, max_size=count))


def columns(links: list[tuple[int, int, int, int]]) -> list[list[int]]:
    """Tails, heads, kinds and lags."""
    return [[link[at] for link in links] for at in range(4)]


@given(networks())
def test_plain_dates_agree_with_the_slow_twin(
    plan: tuple[list[int], list[tuple[int, int, int, int]], list[int]],
) -> None:
    days, links, releases = plan
    tails, heads, kinds, lags = columns(links)
    found = critical_path(days, tails, heads, kinds, lags, releases, compiled=False)
    start = naive.early_starts(days, links, releases)
    assert list(found.early_start) == start
    assert found.length == max(at + length for at, length in zip(start, days, strict=True))
    assert list(found.late_start) == naive.late_starts(days, links, found.length)
    assert all(slack >= 0 for slack in found.slack)


@settings(deadline=None, max_examples=60)
@given(networks())
def test_compiled_dates_agree_with_plain_ones(
    plan: tuple[list[int], list[tuple[int, int, int, int]], list[int]],
) -> None:
    days, links, releases = plan
    tails, heads, kinds, lags = columns(links)
    plain, fast = (
        critical_path(days, tails, heads, kinds, lags, releases, compiled=way) for way in (False, True)
    )
    assert list(plain.early_start) == list(fast.early_start)
    assert list(plain.late_start) == list(fast.late_start)
    assert plain.length == fast.length


@pytest.mark.parametrize("compiled", [False, True])
def test_sums_beyond_32_bits_stay_right(compiled: bool) -> None:
    long = (1 << 31) + 5
    assert critical_path([long, 3], [0], [1], compiled=compiled).length == long + 3


@pytest.mark.parametrize("compiled", [False, True])
def test_a_loop_is_named(compiled: bool) -> None:
    with pytest.raises(LoopFound, match="close a loop through steps"):
        critical_path([1, 1, 1, 1], [0, 1, 2, 3], [1, 2, 1, 0], compiled=compiled)


def test_the_loop_found_is_a_loop() -> None:
    tails, heads = [0, 1, 2, 4], [1, 2, 1, 0]
    assert sorted(find_loop(5, tails, heads)) == [1, 2]
    assert find_loop(3, [0, 1], [1, 2]) == []


FAULTS: tuple[tuple[str, dict[str, list[int]], str], ...] = (
    ("heads too short", {"heads": []}, '"heads" has 0 values for 1 links'),
    ("a step that isn't there", {"tails": [7]}, '"tails" holds 7; every value lies between 0 and 1'),
    ("negative days", {"days": [-1, 2]}, '"days" holds -1'),
    ("an unknown kind", {"kinds": [9]}, '"kinds" holds 9'),
    ("releases too long", {"releases": [0, 0, 0]}, '"releases" has 3 values for 2 steps'),
    ("lags too long", {"lags": [0, 0]}, '"lags" has 2 values for 1 links'),
)


@pytest.mark.parametrize(("what", "change", "words"), FAULTS, ids=[fault[0] for fault in FAULTS])
@pytest.mark.parametrize("compiled", [False, True])
def test_a_faulty_argument_is_named(
    what: str, change: dict[str, list[int]], words: str, compiled: bool
) -> None:
    given_ = {"days": [1, 2], "tails": [0], "heads": [1], **change}
    with pytest.raises(ValueError, match=words):
        critical_path(**given_, compiled=compiled)


def test_plain_running_compiles_nothing() -> None:
    assert load(False).forward.__module__ == "milepost.planning.kernels"
    assert not hasattr(load(False).forward, "py_func")
