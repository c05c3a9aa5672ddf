"""Lists that go on with the dated sentence before them."""

import pytest

from milepost.reading import read

TEXT = """EXECUTIVE ORDER ON FERRIES

Issued 3 March 2027

Section 2. Safety. (a) Within 90 days of the date of this order, the Director of Ferries shall draw up a \
plan for life jackets. {lead_in}

(i) consult the ferry crews; and

(ii) publish a list of piers.
"""
CASES = (
    ("The Director of Ferries shall:", "Within 90 days of the date of this order"),
    ("As part of this plan, the Director of Ferries shall:", "Within 90 days of the date of this order"),
    ("In the following years, the Director of Ferries shall:", None),
    ("The Director of Piers shall:", None),
)


@pytest.mark.parametrize(("lead_in", "words"), CASES)
def test_a_list_that_goes_on_takes_the_deadline_of_the_sentence_before(
    lead_in: str, words: str | None
) -> None:
    measures = read(TEXT.format(lead_in=lead_in).encode(), "ferries.txt").measures
    assert len(measures) == 3
    assert [m.deadline and m.deadline.text for m in measures[1:]] == [words, words]
