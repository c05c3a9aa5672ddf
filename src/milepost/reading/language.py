"""Which language a text is in.

In: a text. Out: `en` or `zh`, by the share of Han characters among its letters. Not here: the scripts apart
(traditional, simplified), which the Chinese rules fold themselves.
"""

from milepost.reading.patterns import pattern
from milepost.reading.records import Language

HAN = pattern("[\u3400-\u9fff]")

HAN_SHARE = 0.2
"""From this share of Han characters on, a text is Chinese: names in an English text stay far below it."""

SAMPLE = 200_000
"""Characters looked at: a text changes its language in quotations, not on the whole."""


def language_of(text: str) -> Language:
    """The language of a text; English when it has no letters."""
    sample = text[:SAMPLE]
    letters = sum(map(str.isalpha, sample))
    han = len(HAN.findall(sample))
    return "zh" if letters and han / letters >= HAN_SHARE else "en"
