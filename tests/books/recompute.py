"""What a computed value must be, worked out a second time from the text alone.

In: the text of a document, its date, the printed words. Out: dates, titles, names, counts as they must come
out. Nothing here imports reading, planning, ledger rules or wording: only `datetime`, `re` and plain string
work, so that a rule and its proof can't share a fault.
"""

import datetime as dt
import re
import unicodedata

MONTHS = "january february march april may june july august september october november december".split()
NUMBERS = {
    word: n
    for n, word in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())
} | {"thirty": 30, "forty-five": 45, "sixty": 60, "ninety": 90, "twenty": 20}
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
HAN = {sign: n for n, sign in enumerate("〇一二三四五六七八九十")} | {"两": 2}


def collapsed(text: str) -> str:
    """The words without any white space: a line's end in the middle of a name prints as nothing."""
    return "".join(text.split())


def han_number(text: str) -> int:
    """三十 is 30, 十五 is 15; digits stay digits."""
    if text.isascii():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return HAN[text]
    return (HAN[tens] if tens else 1) * 10 + (HAN[ones] if ones else 0)


def month_end(year: int, month: int) -> dt.date:
    """The day before the first of the next month."""
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(1)


def later(day: dt.date, number: int, unit: str) -> dt.date:
    """A day, some days, weeks, months or years on; a day that the month lacks is its last."""
    if unit.startswith(("day", "日", "天")):
        return day + dt.timedelta(number)
    if unit.startswith(("week", "周")):
        return day + dt.timedelta(7 * number)
    month = day.month - 1 + number * (12 if unit.startswith(("year", "年")) else 1)
    end = month_end(day.year + month // 12, month % 12 + 1)
    return end.replace(day=min(day.day, end.day))


def last_good_day(words: str, year: int, day: dt.date | None) -> dt.date | None:
    """The day that the words of a deadline come to; `year` is the document's, `day` its date."""
    plain = unicodedata.normalize("NFKC", words)
    text = " ".join(plain.lower().split()) if plain.isascii() else collapsed(plain)
    return _counted(text, day) or _chinese(text, year) or _english(text.lower(), year, day)


def _counted(text: str, day: dt.date | None) -> dt.date | None:
    """60 days after the document's date."""
    found = re.search(r"(\d+|[a-z]+(?:-[a-z]+)?) (?:calendar )?(days?|weeks?|months?|years?)\b", text)
    if found and day and (found[1].isdigit() or found[1] in NUMBERS) and "end of" not in text:
        return later(day, int(found[1]) if found[1].isdigit() else NUMBERS[found[1]], found[2])
    found = re.search(r"([\d一二三四五六七八九十两]+)个?(日|天|周|月|年)(?:内|之内|以内)", text)
    if found and day and "起" in text + "起" and not re.search(r"\d月", text):
        return later(day, han_number(found[1]), found[2])
    return None


def _chinese(text: str, year: int) -> dt.date | None:
    """2027年6月30日前, 9月底前, 第四季度, 上半年, 年底前."""
    stated = re.search(r"(\d{4})年", text)
    year = int(stated[1]) if stated else year + ("明年" in text)
    if found := re.search(r"(\d{1,2})月(\d{1,2})日", text):
        return dt.date(year, int(found[1]), int(found[2]))
    if found := re.search(r"(\d{1,2})月(上旬|中旬)", text):
        return dt.date(year, int(found[1]), 10 if found[2] == "上旬" else 20)
    if found := re.search(r"(\d{1,2})月", text):
        return month_end(year, int(found[1]))
    if found := re.search(r"([一二三四1-4])季度", text):
        return month_end(year, 3 * han_number(found[1]))
    if found := re.search(r"([上下])半年", text):
        return month_end(year, 6 if found[1] == "上" else 12)
    if "秋季开学" in text:
        return dt.date(year, 8, 31)
    return dt.date(year, 12, 31) if "年" in text else None


def _english(text: str, year: int, day: dt.date | None) -> dt.date | None:
    """By 30 June 2027, March 1, end of the third quarter, 25.5.27."""
    if found := re.search(r"\b(\d{1,2})[./](\d{1,2})[./](\d{2,4})\b", text):
        return dt.date(int(found[3]) % 100 + 2000, int(found[2]), int(found[1]))
    stated = re.search(r"\b(20\d\d)\b", text)
    year = int(stated[1]) if stated else year
    names = (rf"\b{name[:3]}(?:{name[3:]}|t)?\b" for name in MONTHS)
    told = [(n, name) for n, name in enumerate(names, 1) if re.search(name, text)]
    month, name = told[0] if told else (0, "")
    if month:
        before = rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: day)?(?: of)? {name}"
        number = re.search(rf"{before}|{name} (\d{{1,2}})\b", text)
        made = dt.date(year, month, int(number[1] or number[2])) if number else month_end(year, month)
        if not stated and day and made < day:
            return made.replace(year=year + 1)
        return made
    if found := re.search(r"\b(?:q([1-4])|(first|second|third|fourth) quarter)\b", text):
        return month_end(year, 3 * (int(found[1]) if found[1] else ORDINALS[found[2]]))
    if found := re.search(r"\b(first|second) half\b", text):
        return month_end(year, 6 * ORDINALS[found[1]])
    return dt.date(year, 12, 31) if stated or "year" in text else None


def dates_printed(text: str) -> set[tuple[int | None, int, int]]:
    """Every day that a text prints, as year (None where it has none), month, day."""
    found: set[tuple[int | None, int, int]] = set()
    flat = text.lower()
    for m in re.finditer(r"(?:(\d{4})\s*年\s*)?(\d{1,2})\s*月\s*(\d{1,2})\s*日", text):
        found.add((int(m[1]) if m[1] else None, int(m[2]), int(m[3])))
    for m in re.finditer(
        r"([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]+)月([一二三四五六七八九十]+)日", text
    ):
        year = int("".join(str(HAN.get(sign, 0)) for sign in m[1]))
        found.add((year, han_number(m[2]), han_number(m[3])))
    for m in re.finditer(r"(20\d\d)[-./](\d{1,2})[-./](\d{1,2})", text):
        found.add((int(m[1]), int(m[2]), int(m[3])))
    for m in re.finditer(r"\b(\d{1,2})[./](\d{1,2})[./](\d{2,4})\b", text):
        found.add((int(m[3]) % 100 + 2000, int(m[2]), int(m[1])))
    for n, name in enumerate(MONTHS, 1):
        short = rf"{name[:3]}(?:{name[3:]})?"
        for m in re.finditer(
            rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: day of|\s+)\s*{short}\b,?\s*(20\d\d)?", flat
        ):
            found.add((int(m[2]) if m[2] else None, n, int(m[1])))
        for m in re.finditer(rf"\b{short}\.?\s+(\d{{1,2}})(?:st|nd|rd|th)?\b,?\s*(20\d\d)?", flat):
            found.add((int(m[2]) if m[2] else None, n, int(m[1])))
    return found


def prints_day(text: str, date: str) -> bool:
    """Whether the words for people say the day for machines."""
    day = dt.date.fromisoformat(date)
    numbers = [int(n) for n in re.findall(r"\d+", text)]
    if "月" in text:
        return numbers in ([day.year, day.month, day.day], [day.month, day.day])
    named = MONTHS[day.month - 1][:3] in text.lower()
    return named and numbers in ([day.day, day.year], [day.day])


def in_order(words: str, text: str) -> bool:
    """Whether the words stand in a text in their order, others left out between them."""
    pieces = re.findall(r"[\u4e00-\u9fff]|[^\W_]+", words.lower())
    at, held = 0, text.lower()
    for piece in pieces:
        at = held.find(piece, at)
        if at < 0:
            return False
        at += len(piece)
    return bool(pieces)


def initials(name: str) -> str:
    """D. Lorne is DL, Cllr S. Vane is SV."""
    return "".join(part[0] for part in name.split()[-2:])


def carried(printed: str, before: list[str]) -> set[str]:
    """What a name may be in full when the first of its list prints the prefix: 市…、财政局 is 市财政局."""
    return {name[:size] + printed for name in before for size in range(1, 8)}


def paragraph_number(text: str, at: int) -> int:
    """The place of the body paragraph that holds a sign, counted from the first that ends like a sentence;
    where none does, all but the title count."""
    lines = [(line.strip(), len(line) + 1) for line in text.split("\n")]
    ends = [n for n, (words, _) in enumerate(lines) if words and words[-1] in '.。!！?？:：;；”"']
    first = ends[0] if ends else 1
    count, start = 0, 0
    for n, (words, length) in enumerate(lines):
        count += bool(words) and n >= first
        start += length
        if at < start:
            break
    return count
