"""The exchange form in a person's hands: moved columns, sorted rows and days typed anew lose nothing."""

import io
import random

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.ledger.codec_xlsx import read_xlsx, write_xlsx
from tests.books.forms.test_office import shuffled, with_sheet
from tests.books.langang import langang
from tests.ledger.complete import COMPLETE

LEDGERS = {"complete": COMPLETE, "en": langang("en")[0], "zh": langang("zh")[0]}


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10**9), name=st.sampled_from(sorted(LEDGERS)))
def test_what_a_person_moves_sorts_and_types_anew_stays_what_it_was(seed, name):
    ledger = LEDGERS[name]
    sheet = random.Random(seed).choice((("Steps", "步骤"), ("Measures", "举措"), ("Assignments", "任务分工")))
    title = _title(write_xlsx(ledger), sheet)
    read = read_xlsx(with_sheet(write_xlsx(ledger), title, shuffled(seed)), "ledger.xlsx")
    for rows in (read.measures, read.steps, read.assignments):
        for row in rows:
            row.extra.pop("Own 自设", None)
    assert read == ledger


def _title(data, names):
    """The sheet of one of these names, else the first with measures."""
    titles = openpyxl.load_workbook(io.BytesIO(data), read_only=True).sheetnames
    return next((name for name in names if name in titles), titles[1])


@pytest.mark.parametrize("day", ["2027/6/3", "2027年6月3日", " ２０２７年６月３日 ", "3 June 2027"])
def test_a_day_typed_in_another_way_keeps_its_origin(day):
    ledger = LEDGERS["zh"]
    wanted = ledger.measures[0].deadline.value.date
    year, month, date = (int(part) for part in wanted.split("-"))
    typed_day = day.replace("2027", str(year)).replace("２０２７", str(year))
    for old, new in (
        ("6月3", f"{month}月{date}"),
        ("６月３", f"{month}月{date}"),
        ("6/3", f"{month}/{date}"),
    ):
        typed_day = typed_day.replace(old, new)
    typed_day = typed_day.replace("3 June", f"{date} {MONTHS[month - 1]}")

    def retyped(rows):
        rows[1][rows[0].index("时限：日期")] = typed_day
        return rows

    read = read_xlsx(with_sheet(write_xlsx(ledger), "举措", retyped), "ledger.xlsx")
    assert read.measures[0].deadline == ledger.measures[0].deadline


MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
