"""Cells as people type them: dates, numbers, yes and no, lists and heads, in either language.

In: the value of a cell (text, number, date, truth value, nothing). Out: plain values, or `Unreadable` with a
sentence that says what to write. Full-width digits and stray blanks are understood everywhere. Which column
means what stands with each file's own reader.
"""

import datetime as dt
import json
import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

from milepost.ledger.deadlines import end_of_half, end_of_month, end_of_quarter, end_of_year, real_day
from milepost.ledger.faults import Unreadable
from milepost.ledger.records import Precision, SmallDate

Cell = str | float | int | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None

MONTHS = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
MONTH = "(" + "|".join(f"{month}|{month[:3]}\\.?|{month[:4]}\\.?" for month in MONTHS) + ")"
YES = frozenset(("yes", "y", "true", "x", "1", "是", "对", "√", "✓"))
NO = frozenset(("no", "n", "false", "0", "-", "否", "不", "×", "✗"))


def plain(cell: Cell) -> str:
    """The cell as text: whole numbers without a point, dates in ISO form, nothing as the empty text."""
    if isinstance(cell, str):
        return cell
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat() if cell.time() == dt.time() else cell.isoformat(" ")
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    return str(cell)


def tidy(cell: Cell) -> str:
    """The cell's text without blanks around it, ideographic ones included."""
    return plain(cell).strip()


def half_width(cell: Cell) -> str:
    """The cell's text with full-width digits and signs made plain, and no blanks around it."""
    return unicodedata.normalize("NFKC", plain(cell)).strip()


@lru_cache(maxsize=4096)
def head_key(text: str) -> str:
    """A head as it is compared: width, case and blanks folded."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


# --- dates ---

_Maker = Callable[[re.Match[str]], tuple[str | None, Precision]]


def _month_number(word: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(word.rstrip(".").lower()[:3]))


DATE_RULES: tuple[tuple[str, str, _Maker], ...] = (
    (
        "iso",
        r"([12]\d{3})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})(?:[ T]00:00(?::00)?)?",
        lambda m: (real_day(int(m[1]), int(m[2]), int(m[3])), "day"),
    ),
    (
        "chinese-day",
        r"([12]\d{3})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*[日号]?",
        lambda m: (real_day(int(m[1]), int(m[2]), int(m[3])), "day"),
    ),
    (
        "day-month-year",
        rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH},?\s+(\d{{4}})",
        lambda m: (real_day(int(m[3]), _month_number(m[2]), int(m[1])), "day"),
    ),
    (
        "month-day-year",
        rf"{MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{4}})",
        lambda m: (real_day(int(m[3]), _month_number(m[1]), int(m[2])), "day"),
    ),
    ("month-year", rf"{MONTH},?\s+(\d{{4}})", lambda m: _month(int(m[2]), _month_number(m[1]))),
    ("chinese-month", r"([12]\d{3})\s*年\s*(\d{1,2})\s*月[底末]?", lambda m: _month(int(m[1]), int(m[2]))),
    ("iso-month", r"([12]\d{3})\s*[-/]\s*(\d{1,2})", lambda m: _month(int(m[1]), int(m[2]))),
    (
        "quarter-year",
        r"Q\s*([1-4])[ ,]*([12]\d{3})",
        lambda m: (end_of_quarter(int(m[2]), int(m[1])), "quarter"),
    ),
    (
        "chinese-quarter",
        r"([12]\d{3})\s*年\s*第?\s*([1-4一二三四])\s*季度",
        lambda m: (end_of_quarter(int(m[1]), "一二三四".find(m[2]) + 1 or int(m[2])), "quarter"),
    ),
    (
        "chinese-half",
        r"([12]\d{3})\s*年\s*([上下])半年",
        lambda m: (end_of_half(int(m[1]), 1 if m[2] == "上" else 2), "half"),
    ),
    ("year", r"([12]\d{3})\s*年?[底末]?", lambda m: (end_of_year(int(m[1])), "year")),
)
_DATE_RULES = tuple((name, re.compile(rule, re.IGNORECASE), make) for name, rule, make in DATE_RULES)


def _month(year: int, month: int) -> tuple[str | None, Precision]:
    return (end_of_month(year, month) if year and 1 <= month <= 12 else None), "month"


def read_promise(cell: Cell) -> SmallDate | None:
    """The last good day that a cell means, with its precision: "Q2 2027" is 2027-06-30 as a quarter."""
    if isinstance(cell, dt.datetime | dt.date):
        return SmallDate(text=plain(cell)[:10], date=plain(cell)[:10])
    text = half_width(cell)
    if not text:
        return None
    for _, rule, make in _DATE_RULES:
        if found := rule.fullmatch(text):
            date, precision = make(found)
            if date is None:
                raise Unreadable(
                    f'"{text}" is not a day of the calendar. Write a real day, such as 2027-06-30.'
                )
            return SmallDate(text=tidy(cell), date=date, precision=precision)
    raise Unreadable(f'"{text}" is not a date. Write it as 2027-06-30.')


def read_day(cell: Cell) -> str | None:
    """The ISO date of a cell that must name one day."""
    found = read_promise(cell)
    if found and found.precision != "day":
        raise Unreadable(f'"{found.text}" is not one day. Write it as 2027-06-30.')
    return found.date if found else None


# --- numbers, truth, lists ---


def read_number(cell: Cell) -> float | None:
    """The number of a cell; None when it is empty."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return float(cell)
    text = half_width(cell).replace(",", "")
    if not text:
        return None
    if not re.fullmatch(r"-?\d{1,18}(\.\d{1,30})?(e[-+]?\d{1,3})?", text, re.IGNORECASE):
        raise Unreadable(f'"{text}" is not a number. Write digits only, such as 12 or 0.5.')
    return float(text)


def read_whole(cell: Cell) -> int | None:
    """The whole number of a cell; None when it is empty."""
    number = read_number(cell)
    if number is not None and not number.is_integer():
        raise Unreadable(f'"{plain(cell)}" is not a whole number. Write digits only, such as 12.')
    return None if number is None else int(number)


def read_truth(cell: Cell) -> bool | None:
    """Yes or no in either language; None when the cell is empty."""
    text = half_width(cell).casefold()
    if text in YES:
        return True
    if text in NO:
        return False
    if text:
        raise Unreadable(f'"{text}" is neither yes nor no. Write yes or no (是 or 否).')
    return None


def join_list(items: Sequence[str], language: str) -> str:
    """Several texts in one cell, joined by `; ` or `、`; a JSON list where an item has such a sign itself."""
    if any(not item or item != item.strip() or re.search(r"[;；、\n\r]|^\[", item) for item in items):
        return json.dumps(list(items), ensure_ascii=False)
    return ("、" if language == "zh" else "; ").join(items)


def split_list(cell: Cell) -> tuple[str, ...]:
    """The texts of a cell, parted by semicolons, 、 or lines; what `join_list` wrote comes back."""
    text = tidy(cell)
    if text.startswith("["):
        try:
            found = json.loads(text)
        except ValueError:
            found = None
        if isinstance(found, list) and all(isinstance(item, str) for item in found):
            return tuple(found)
    return tuple(item for part in re.split(r"[;；、\n\r]", text) if (item := part.strip()))
