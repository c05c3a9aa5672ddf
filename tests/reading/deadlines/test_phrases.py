"""Deadlines as strangers write them, in sentences of both languages: what each comes to, and its words."""

from pathlib import Path

import pytest

from milepost.ledger.records import Every, Offset
from milepost.reading.chinese import deadlines as chinese
from milepost.reading.chinese.folding import fold
from milepost.reading.deadlines.phrases import Anchors
from milepost.reading.english.deadlines import Clock, find_deadlines
from milepost.reading.english.recurrence import find_recurring
from milepost.reading.records import FoundDeadline

OPEN, CLOSE = "[{", "]}"
Row = tuple[str, str, str]


def rows_of(language: str) -> list[Row]:
    """The day of the document, the marked sentence and what is found, for each line of a table."""
    rows, day = [], ""
    for line in Path(__file__).with_name(f"{language}_phrases.txt").read_text("utf-8").splitlines():
        if line.startswith("## "):
            day = line[3:]
        elif not line.startswith("#"):
            words, _, found = line.partition(" => ")
            rows.append((day, words, found))
    return rows


def unmarked(words: str) -> tuple[str, list[str]]:
    """A sentence without its marks, and the marked words in order."""
    plain, marked, begins = "", [], []
    for sign in words:
        if sign in OPEN:
            begins.append(len(plain))
        elif sign in CLOSE:
            marked.append((begins.pop(), len(plain)))
        else:
            plain += sign
    return plain, [plain[a:b] for a, b in sorted(marked)]


def length(offset: Offset | None) -> str:
    """A length of time in the short form of the tables."""
    if offset is None:
        return ""
    return f"{offset.value}{'w' if offset.days == 'working' else ''}{offset.unit[0]}"


def period(every: Every | None) -> str:
    """A period in the short form of the tables."""
    return "-" if every is None else f"{every.value}{'half' if every.unit == 'half' else every.unit[0]}"


def record(due: FoundDeadline) -> str:
    """A deadline in the short form of the tables."""
    precision = "" if due.precision == "day" else due.precision
    parts = (due.kind, due.date or "-", precision, length(due.offset), due.combine or "")
    return " ".join(part for part in parts if part)


def read_english(words: str, day: str) -> tuple[list[str], list[str]]:
    """What the English rules find in a sentence, and its words."""
    rhythm = find_recurring(words, 0, len(words))
    dues = [timed.deadline for timed in find_deadlines(words, 0, len(words), Clock(day))]
    dues = [due for due in dues if not (due.kind == "recurring" and rhythm)]
    found, said = [record(due) for due in dues], [due.text for due in dues]
    if rhythm:
        begins = f" from {rhythm.from_}" if rhythm.from_ else ""
        ends = f" until {rhythm.until}" if rhythm.until else ""
        found.append(f"every {period(rhythm.every)}{begins}{ends}")
        said.append(rhythm.text)
    return found, said


def read_chinese(words: str, day: str) -> tuple[list[str], list[str]]:
    """What the Chinese rules find in a sentence, and its words."""
    folded = fold(words)
    dues = chinese.find_deadlines(folded, 0, len(folded.text), Anchors(day))
    records = [chinese.found(folded, due) for due in dues]
    every = [f" every {period(due.every)}" if due.kind == "recurring" else "" for due in dues]
    return [record(one) + more for one, more in zip(records, every, strict=True)], [
        one.text for one in records
    ]


@pytest.mark.parametrize(("day", "words", "found"), rows_of("english"))
def test_an_english_phrase_is_read(day: str, words: str, found: str) -> None:
    plain, marked = unmarked(words)
    records, said = read_english(plain, day)
    assert (" | ".join(records) or "none") == found
    assert sorted(said) == sorted(marked)


@pytest.mark.parametrize(("day", "words", "found"), rows_of("chinese"))
def test_a_chinese_phrase_is_read(day: str, words: str, found: str) -> None:
    plain, marked = unmarked(words)
    records, said = read_chinese(plain, day)
    assert (" | ".join(records) or "none") == found
    assert sorted(said) == sorted(marked)


def test_the_tables_are_long_and_hold_near_misses() -> None:
    for language in ("english", "chinese"):
        rows = rows_of(language)
        assert len(rows) > 180
        assert sum(found == "none" for _, _, found in rows) > 5
