"""Levelling: serial schedules like the slow twin's, rules and justification never worse, axes that are too
short."""

import datetime as dt

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.ledger.records import Lag
from milepost.planning.axis import Axis, BeyondCalendar, OffAxis
from milepost.planning.calendar import work_calendar
from milepost.planning.durations import scaled
from milepost.planning.kernels import load
from milepost.planning.levelling import Problem, _Run, _successor_counts, level
from milepost.planning.network import Tie
from tests.planning import naive

MONDAY = dt.date(2027, 1, 4)


def problem_of(
    days: list[int], links: list[tuple[int, int]], unit: list[int], capacity: list[int], length: int = 700
) -> Problem:
    """Steps of one person each under hard capacities, from a Monday, weekdays only."""
    count = len(days)
    return Problem(
        axis=Axis(MONDAY, length, [work_calendar(None)]),
        days=days,
        calendar=[0] * count,
        release=[0] * count,
        ties=[Tie(tail, head) for tail, head in links],
        fixed=[None] * count,
        due=[None] * count,
        asks=[[(one, 100)] for one in unit],
        capacity=[people * 100 for people in capacity],
        soft=[False] * len(capacity),
    )


@st.composite
def shops(draw: st.DrawFn) -> tuple[list[int], list[tuple[int, int]], list[int], list[int]]:
    """Days, FS links, the unit of each step, capacities."""
    count = draw(st.integers(1, 9))
    days = draw(st.lists(st.integers(1, 6), min_size=count, max_size=count))
    pairs = [(tail, head) for head in range(count) for tail in range(head)]
    links = draw(st.lists(st.sampled_from(pairs), max_size=10)) if pairs else []
    unit = draw(st.lists(st.integers(0, 1), min_size=count, max_size=count))
    return days, links, unit, draw(st.lists(st.integers(1, 2), min_size=2, max_size=2))


WAYS = [False, True]


@pytest.mark.parametrize("compiled", WAYS)
@settings(deadline=None, max_examples=40)
@given(shop=shops())
def test_a_serial_schedule_is_the_slow_twin_s(
    compiled: bool, shop: tuple[list[int], list[tuple[int, int]], list[int], list[int]]
) -> None:
    days, links, unit, capacity = shop
    problem = problem_of(days, links, unit, capacity)
    run = _Run(problem, load(compiled), compiled)
    order = run.order([-length for length in days])
    start, finish, _ = run.early(order)
    number = problem.axis.number[0]
    assert [number[day] for day in start] == naive.place(order, days, links, unit, capacity)
    assert [number[day] + 1 for day in finish] == [
        number[day] + length for day, length in zip(start, days, strict=True)
    ]


@settings(deadline=None, max_examples=60)
@given(shops())
def test_the_best_is_no_worse_than_each_rule_s_first_schedule_and_not_under_the_bound(
    shop: tuple[list[int], list[tuple[int, int]], list[int], list[int]],
) -> None:
    days, links, unit, capacity = shop
    problem = problem_of(days, links, unit, capacity)
    placed = level(problem, compiled=False)
    early = naive.early_starts(days, [(*link, 0, 0) for link in links], [0] * len(days))
    longest = max(at + length for at, length in zip(early, days, strict=True))
    assert longest <= placed.bound <= placed.length <= sum(days)
    most = [-count for count in naive.successors(len(days), links)]
    alone = naive.place(_Run(problem, load(False), False).order(most), days, links, unit, capacity)
    assert placed.length <= max(at + length for at, length in zip(alone, days, strict=True))


@given(shops())
def test_successors_are_counted_like_the_slow_twin_does(
    shop: tuple[list[int], list[tuple[int, int]], list[int], list[int]],
) -> None:
    days, links, unit, capacity = shop
    counted = _successor_counts(problem_of(days, links, unit, capacity, length=30))
    assert counted == naive.successors(len(days), links)


def test_justification_beats_a_rule_that_chooses_badly() -> None:
    # one person; a short step that a long tail waits for must come first
    problem = problem_of([6, 1, 9], [(1, 2)], [0, 0, 1], [1, 1])
    assert level(problem, compiled=False).length == 10


def test_a_step_that_asks_for_more_than_its_unit_has_takes_the_whole_unit() -> None:
    problem = problem_of([3, 2], [], [0, 0], [1])
    wide = msgspec.structs.replace(problem, asks=[[(0, 500)], [(0, 100)]])
    assert level(wide, compiled=False).length == 5


@pytest.mark.parametrize("compiled", WAYS)
def test_an_axis_that_is_too_short_is_refused(compiled: bool) -> None:
    with pytest.raises(OffAxis, match="finds no day on an axis of 10 days"):
        level(problem_of([6, 6], [(0, 1)], [0, 0], [1], length=10), compiled)


def test_an_axis_ends_with_the_calendar() -> None:
    with pytest.raises(BeyondCalendar, match="after the year 9999"):
        Axis(dt.date(9999, 1, 1), 400, [work_calendar(None)])


WAITS = (
    ("a working day after a Friday's end", Lag(value=1), True, "2027-01-09", "2027-01-12"),
    ("a calendar week", Lag(value=1, unit="week", days="calendar"), True, "2027-01-09", "2027-01-16"),
    ("a working week", Lag(value=1, unit="week"), True, "2027-01-09", "2027-01-18"),
    ("a month from the end of 31 January", Lag(value=1, unit="month"), True, "2027-02-01", "2027-03-01"),
    ("a month from the start of 31 January", Lag(value=1, unit="month"), False, "2027-01-31", "2027-02-28"),
    ("a quarter", Lag(value=1, unit="quarter"), False, "2027-01-15", "2027-04-15"),
    ("a working day earlier", Lag(value=-1), True, "2027-01-09", "2027-01-08"),
)


@pytest.mark.parametrize(("what", "lag", "finish", "event", "later"), WAITS, ids=[wait[0] for wait in WAITS])
def test_a_wait_leads_to_its_day(what: str, lag: Lag, finish: bool, event: str, later: str) -> None:
    axis = Axis(MONDAY, 200, [work_calendar(None)])
    wait = axis.waits[axis.wait(lag, finish, 0)]
    assert axis.date(wait[axis.at(event)]).isoformat() == later
    assert wait == sorted(wait)


@given(st.lists(st.integers(1, 130), min_size=1, max_size=8), st.integers(1, 800))
def test_scaled_days_sum_to_the_total_and_none_is_under_one(usual: list[int], total: int) -> None:
    days = scaled(usual, total)
    assert min(days) >= 1
    assert sum(days) == max(total, len(usual))
