"""The exchange form in a person's hands: moved columns, sorted rows and days typed anew lose nothing."""

import datetime as dt
import io
import random

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from milepost.ledger.codec_xlsx import read_xlsx, write_xlsx
from tests.books.forms.plans import shuffled, wide, with_sheet
from tests.books.langang import langang
from tests.ledger.complete import COMPLETE

LEDGERS = {"complete": COMPLETE, "en": langang("en")[0], "zh": langang("zh")[0]}


@settings(max_examples=8, deadline=None)
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


WAYS = {
    "slashes": lambda day: f"{day.year}/{day.month}/{day.day}",
    "chinese": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "full width": lambda day: f" {wide(day)} ",
    "english": lambda day: f"{day.day} {day:%B} {day.year}",
}


@pytest.mark.parametrize("way", WAYS)
def test_a_day_typed_in_another_way_keeps_its_origin(way):
    ledger = LEDGERS["zh"]
    day = dt.date.fromisoformat(ledger.measures[0].deadline.value.date)

    def retyped(rows):
        rows[1][rows[0].index("时限：日期")] = WAYS[way](day)
        return rows

    read = read_xlsx(with_sheet(write_xlsx(ledger), "举措", retyped), "ledger.xlsx")
    assert read.measures[0].deadline == ledger.measures[0].deadline
