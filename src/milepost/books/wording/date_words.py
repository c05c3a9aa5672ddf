"""How a language writes dates and lists: patterns of the Unicode date format, and marks between items.

A row is key, English, Chinese. In a pattern `d`, `M`, `MMM`, `MMMM`, `y` are fields and quoted text stands as
it is; a blank that must not break a line is written as such. A third language gives its own patterns.
"""

from milepost.books.wording.row import Row

ROWS: tuple[Row, ...] = (
    Row("date.long", "d MMMM y", "y年M月d日"),
    Row("date.short", "d\u00a0MMM\u00a0y", "y年M月d日"),
    Row("date.day_month", "d\u00a0MMM", "M月d日"),
    Row("date.month", "MMM", "M月"),
    Row("date.month_of_year", "MMMM y", "y年M月"),
    Row("date.by_day", "by {day}", "{day}前"),
    Row("date.by_month", "by end of {month}", "{month}底前"),
    Row("date.by_quarter", "by end of {quarter}", "{quarter}末前"),
    Row("date.by_year", "by end of {year}", "{year}年内"),
    Row("date.first_half", "first half of {year}", "{year}年上半年"),
    Row("date.second_half", "second half of {year}", "{year}年下半年"),
    Row("date.quarter_1", "Q1", "一季度"),
    Row("date.quarter_2", "Q2", "二季度"),
    Row("date.quarter_3", "Q3", "三季度"),
    Row("date.quarter_4", "Q4", "四季度"),
    Row("date.quarter_of_year", "{quarter} {year}", "{year}年{quarter}"),
    Row("date.range", "{start} to {finish}", "{start}至{finish}"),
    Row("date.clock", "{day}, {time}", "{day}{time}"),
    Row("list.items", ", ", "、"),
    Row("list.parts", "; ", "；"),
)
