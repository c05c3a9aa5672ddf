"""Confidence says how sure a reading is: by named traits, in order, never certain."""

from math import fsum

from hypothesis import given
from hypothesis import strategies as st

from milepost.reading import read
from milepost.reading.confidence import LEAST, MOST, chance, traits, weights, with_confidence

ORDER = b"""HARBOUR ORDER 7

May 3, 2031

1. The Port Secretary shall publish a dredging plan by June 30, 2031.
2. They must, before the works begin, do it in consultation with others.
"""
PLAN = "一、编制规划。6月底前完成。（市港口局牵头，市财政局配合）\n".encode()


@given(st.floats(-1e6, 1e6, allow_nan=False))
def test_no_reading_is_sure_and_none_is_hopeless(logit: float) -> None:
    assert LEAST <= chance(logit) <= MOST


@given(st.floats(-20, 20), st.floats(-20, 20))
def test_more_weight_is_never_less_confidence(one: float, two: float) -> None:
    assert (chance(one) <= chance(two)) or one > two


def test_every_measure_carries_the_chance_that_its_traits_add_up_to() -> None:
    for data, name in ((ORDER, "order.txt"), (PLAN, "plan.txt")):
        reading = read(data, name, date="2031-01-05")
        table = weights().weights[reading.language]
        assert reading.measures
        for measure in reading.measures:
            found = traits(measure, reading.text, reading.document.kind)
            assert {"base", f"kind:{reading.document.kind}"} <= found
            assert measure.confidence == chance(fsum(table.get(trait, 0.0) for trait in found))


def test_a_plain_duty_is_surer_than_one_whose_time_was_not_read() -> None:
    first, second = read(ORDER, "order.txt").measures
    assert first.confidence > second.confidence


def test_the_fit_knows_both_languages_and_says_when_it_was_made() -> None:
    table = weights()
    assert set(table.weights) == {"en", "zh"}
    assert table.measures > 1000
    assert len(table.fitted) == 10
    assert all("base" in one for one in table.weights.values())


def test_confidence_changes_nothing_else() -> None:
    reading = read(ORDER, "order.txt")
    again = with_confidence(reading.measures, reading.text, "en", reading.document.kind)
    assert again == reading.measures
