"""A quarter and a year that stand in columns of their own, brought to a date.

In: the words of the two cells. Out: the last day and its precision, None where they are no quarter and no
year.
"""

from typing import Literal

from milepost.reading.patterns import pattern

QUARTER = pattern(
    r"(?:第|q|qtr\.? ?|quarter )?(?P<n>[1-4]|[一二三四]|iv|i{1,3}|first|second|third|fourth|1st|2nd|3rd"
    r"|4th)"
    r"(?:季度|季|st quarter|nd quarter|rd quarter|th quarter| quarter|q)?",
    ignore_case=True,
)
YEAR = pattern(r"(?P<y>20\d\d|19\d\d)(?:年度?)?")
NUMBERS = {
    word: number
    for number, words in enumerate(
        ("1 一 i first 1st", "2 二 ii second 2nd", "3 三 iii third 3rd", "4 四 iv fourth 4th"), 1
    )
    for word in words.split()
}
LAST_DAYS = {1: "03-31", 2: "06-30", 3: "09-30", 4: "12-31"}


def end_of(quarter: str | None, year: str | None) -> tuple[str, Literal["quarter", "year"]] | None:
    """The last day of a quarter of a year, or of the year where no quarter is given."""
    told = YEAR.fullmatch(year.strip()) if year else None
    if told is None:
        return None
    named = QUARTER.fullmatch(quarter.strip()) if quarter else None
    if quarter and quarter.strip() and named is None:
        return None
    number = NUMBERS[named["n"].lower()] if named else 4
    return f"{told['y']}-{LAST_DAYS[number]}", "quarter" if named else "year"
