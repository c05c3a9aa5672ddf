"""Reading a whole document: from bytes to a `Reading`, and what is refused."""

import hashlib
import html
import subprocess
import sys
import time
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from milepost.reading import SIZE_LIMIT, read
from milepost.reading.codec import reading_from_json, reading_json
from milepost.reading.records import Language, Reading
from milepost.reading.source import Unreadable
from tests.reading.formats.word_files import levels, numbered, paragraph, word_file

CORPUS = Path(__file__).parent.parent / "data" / "corpus"
MADE = sorted(CORPUS.glob("*/made-*.txt"))

ENGLISH = (
    "Section 1. Dues. Within 60 days of the date of this order, the Port Office shall publish its dues.\n"
)
CHINESE = "一、规范收费。市港口局要于2027年6月底前公布收费清单。（市港口局负责）\n"


def spans_of(value: object) -> list[tuple[int, int]]:
    """Every span in a reading, wherever it stands."""
    found: list[tuple[int, int]] = []
    stack = [msgspec.to_builtins(value)]
    while stack:
        part = stack.pop()
        if isinstance(part, dict):
            found += [tuple(item) for key, item in part.items() if key in ("span", "date_span") and item]
            stack.extend(part.values())
        elif isinstance(part, list | tuple):
            stack.extend(part)
    return found


def check(reading: Reading) -> None:
    """What holds of every reading."""
    for start, end in spans_of(reading):
        assert 0 <= start <= end <= len(reading.text)
    ids = {clause.id for clause in reading.clauses}
    assert all(measure.clause is None or measure.clause in ids for measure in reading.measures)
    numbers = [measure.id for measure in reading.measures]
    assert len(set(numbers)) == len(numbers)
    assert reading_from_json(reading_json(reading)) == reading


def test_the_source_says_which_bytes_were_read() -> None:
    data = ENGLISH.encode()
    found = read(data, "order.txt")
    assert found.source.name == "order.txt"
    assert found.source.sha256 == hashlib.sha256(data).hexdigest()
    assert found.source.bytes == len(data)
    assert found.source.media_type == "text/plain"


@pytest.mark.parametrize(
    ("text", "language"),
    [(ENGLISH, "en"), (CHINESE, "zh"), ("习近平 (Xi) and 王 met at the Port Office.", "en")],
)
def test_the_language_is_told_by_the_share_of_han_characters(text: str, language: Language) -> None:
    assert read(text.encode(), "a.txt").language == language


def test_a_language_given_is_not_questioned() -> None:
    assert read(ENGLISH.encode(), "a.txt", language="zh").language == "zh"


def test_a_date_given_dates_what_the_text_does_not() -> None:
    (measure,) = read(ENGLISH.encode(), "a.txt", date="2027-01-01").measures
    assert measure.deadline is not None
    assert measure.deadline.date == "2027-03-02"


@pytest.mark.parametrize("path", MADE, ids=[f"{path.parent.name}/{path.stem}" for path in MADE])
def test_an_invented_document_is_read_with_exact_spans(path: Path) -> None:
    check(read(path.read_bytes(), path.name))


@pytest.mark.parametrize("path", MADE, ids=[f"{path.parent.name}/{path.stem}" for path in MADE])
def test_a_document_has_the_same_measures_in_every_format(path: Path) -> None:
    lines = [html.escape(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]
    word = read(word_file("".join(map(paragraph, lines))), "a.docx")
    page = read(f"<meta charset=utf-8>{''.join(f'<p>{line}</p>' for line in lines)}".encode(), "a.html")
    text = read(path.read_bytes(), "a.txt")
    assert gist(word) == gist(text)
    assert gist(page) == gist(text)


def gist(reading: Reading) -> list[tuple[object, ...]]:
    """What must not depend on the format: the duty, who carries it, by when, under which number."""
    return [
        (m.action, [unit.name for unit in m.lead], m.deadline and m.deadline.date, m.number)
        for m in reading.measures
    ]


def test_numbers_that_word_prints_itself_are_as_good_as_typed_ones() -> None:
    duties = (
        "The Port Office shall publish a list of dues by 30 June 2027.",
        "The Harbour Board shall map all quays.",
    )
    numbering = levels(("decimal", "%1.")) + numbered(1)
    word = read(word_file("".join(paragraph(duty, 1) for duty in duties), numbering=numbering), "a.docx")
    text = read("".join(f"{at}. {duty}\n" for at, duty in enumerate(duties, 1)).encode(), "a.txt")
    assert word.text == text.text
    assert word.measures == text.measures
    assert len(word.measures) == 2


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Section 1. The Port Office shall report by 31 February 2027.", "31 February"),
        ("一、市港口局要于2027年2月30日前报告。", "2月30日"),
    ],
)
def test_an_impossible_date_ends_in_the_warnings_and_the_text_is_read(text: str, day: str) -> None:
    found = read(text.encode(), "a.txt")
    assert found.text == text
    assert all(measure.deadline is None or measure.deadline.date is None for measure in found.measures)
    assert any(day in warning for warning in found.warnings)


def test_warnings_of_the_format_come_first() -> None:
    found = read(f"<nav>Menu</nav><p>{ENGLISH}</p>".encode(), "a.html")
    assert found.warnings[0] == "1 menu was left out"


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "a.txt", "a.txt is empty"),
        (b"\0" * 50, "a.txt", "holds binary data"),
        (b"words", "a.docx", "no zip archive"),
        (b"words", "a.pages", "not supported (.txt, .md, "),
        (b"x" * (SIZE_LIMIT + 1), "a.txt", "the limit is 50 MB"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused_in_a_sentence(data: bytes, name: str, words: str) -> None:
    with pytest.raises(Unreadable) as fault:
        read(data, name)
    assert words in str(fault.value)


@pytest.mark.parametrize("unit", [ENGLISH, CHINESE], ids=["en", "zh"])
def test_the_time_of_reading_grows_with_the_text_and_not_faster(unit: str) -> None:
    def seconds(size: int) -> float:
        data = (unit * (size // len(unit.encode()) + 1)).encode()
        begin = time.process_time()
        read(data, "a.txt")
        return time.process_time() - begin

    seconds(1_000)
    small, large = seconds(100_000), seconds(400_000)
    assert large < 4 * small * 2.5 + 0.2


PIECES = (
    "The Port Office shall |within 60 days of |(a) |(i) |Section 2. |by 31 June 2027|, and |; |.\n|"
    "shall not |each agency |must: |every year|RESOLVED that |Lead: |\n\n|May 99999999|§ 3. |"
    "（|）|市港口局|牵头|、|，|。\n|责任单位：|2027年13月40日前|一、|（二）|会议强调，|等|每年|"
    "印发之日起|99999999个工作日内|a \u00a6 b \u00a6 c"
).split("|")
WORDS = st.lists(st.sampled_from(PIECES), max_size=40).map(
    lambda pieces: "".join(pieces).replace("\u00a6", "|")
)


@settings(deadline=None, max_examples=120, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(WORDS, st.text(max_size=200)), st.sampled_from([None, "en", "zh"]))
def test_any_text_is_read_with_spans_inside_it(text: str, language: Language | None) -> None:
    try:
        found = read(text.encode("utf-8", "surrogatepass"), "any.txt", language=language)
    except Unreadable:
        return
    check(found)


def test_importing_the_reading_imports_nothing_heavy() -> None:
    code = "import sys, milepost.reading; print(*sorted(sys.modules))"
    modules = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"msgspec", "lxml", "selectolax", "charset_normalizer", "milepost.reading.english"} & set(
        modules
    )


PLAN = "No.,Action,Owner,{head},Deadline\n1,Publish the berth list,Port Office,Trade Bureau,30 June 2027\n"


@pytest.mark.parametrize(
    ("head", "support", "warned"),
    [("Assisted by", ["Trade Bureau"], False), ("Blorb", [], True), ("Notes", [], False)],
)
def test_a_head_that_nobody_understands_is_named(head: str, support: list[str], warned: bool) -> None:
    reading = read(PLAN.format(head=head).encode(), "berths.csv")
    (measure,) = reading.measures
    assert [unit.name for unit in measure.support] == support
    assert any("“Blorb”" in warning for warning in reading.warnings) == warned


def test_a_chinese_head_that_nobody_understands_is_named() -> None:
    text = "序号,任务,责任单位,色标\n1,公布泊位清单,市港口局,红\n"
    assert any("“色标”" in warning for warning in read(text.encode(), "泊位.csv").warnings)


def test_a_table_alone_has_the_name_of_its_file_and_no_day_of_its_rows() -> None:
    facts = read(PLAN.format(head="Notes").encode(), "berth plan 2027.csv").document
    assert (facts.title, facts.date) == ("berth plan 2027", None)
    titled = read(('"Berth plan, 3 March 2027"\n' + PLAN.format(head="Notes")).encode(), "a.csv").document
    assert (titled.title, titled.date) == ("Berth plan, 3 March 2027", "2027-03-03")
    assert (
        read(
            "序号,任务,责任分工,完成时限\n1,公布清单,市港口局,2027年6月30日\n".encode(), "泊位.csv"
        ).document.title
        == "泊位"
    )


@pytest.mark.parametrize(
    ("data", "name", "ending"),
    [
        (word_file(paragraph("The Office shall act.")), "a.txt", ".docx"),
        (b"The Office shall act.", "a.docx", ".txt"),
    ],
)
def test_a_file_under_another_ending_is_told_its_own(data: bytes, name: str, ending: str) -> None:
    with pytest.raises(Unreadable, match=f"give it the ending \\{ending}"):
        read(data, name)


def test_an_unknown_ending_lists_what_can_be_read_once() -> None:
    with pytest.raises(Unreadable) as told:
        read(b"x", "a.xyz")
    assert str(told.value).count(".xlsx") == 1
