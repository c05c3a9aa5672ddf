"""Where every value of every book comes from, proved on the made corpora and the examples.

Quoted values stand at their span, computed ones are worked out a second time by `recompute`, proposed ones
carry their mark in every file. A rule without a second computation fails here, so that none enters unseen.
"""

import datetime as dt
import hashlib
import io
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import msgspec
import pytest

from milepost.books.content.calendar import calendar_of
from milepost.books.content.index_page import index_page
from milepost.books.content.records import Calendar, Cell, IndexPage, RoadMap, TaskBook, Timetable
from milepost.books.content.road_map import road_map
from milepost.books.content.task_book import task_books
from milepost.books.content.timetable import timetable
from milepost.books.edition import edition_files
from milepost.ledger.origins import Sourced, Span
from milepost.ledger.records import (
    Assignment,
    Deadline,
    Ledger,
    Measure,
    Recurring,
    Schedule,
    SmallDate,
    Step,
    Unit,
)
from milepost.ledger.unit_list import read_unit_list
from milepost.planning import plan
from milepost.planning.settings import default_settings
from milepost.reading import read
from milepost.reading.to_ledger import readings_to_ledger
from tests.books import recompute

ROOT = Path(__file__).parents[2]
TODAY = "2027-06-30"
ORIGINS = ("quoted", "computed", "proposed", "typed")
FILLERS = ("unit", "office", "leader", "officer", "verifier", "group")
MARK = {"en": "proposed", "zh": "建议"}
LANGUAGES = ("en", "zh")

MADE = sorted((ROOT / "tests/data/corpus").glob("*-made/*.txt"))
EXAMPLES = [(ROOT / f"examples/{language}") for language in LANGUAGES]
SOURCES = [*((path,) for path in MADE), *((f / "plan.txt", f / "bulletin.txt") for f in EXAMPLES)]


@dataclass(frozen=True)
class Case:
    """A plan with the texts it was read from."""

    ledger: Ledger
    schedule: Schedule
    texts: dict[str, str]
    measures: dict[str, Measure] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)

    def words(self, document: str | None, span: Span | None) -> str:
        """The document's words at a span."""
        assert document is not None
        assert span is not None
        return self.texts[document][span[0] : span[1]]

    def dated(self, document: str) -> str | None:
        """The day a document counts from: its date, else the meeting it reports."""
        own = next(d.date for d in self.ledger.documents if d.id == document)
        held = next(
            (m.held_on or m.published_at for m in self.ledger.meetings if m.document == document), None
        )
        return own or (held[:10] if held else None)

    def year_before(self, document: str, span: Span | None) -> int:
        """The year that a text without a date of its own named last before a place, else first of all."""
        text = self.texts[document]
        named = re.findall(r"\b20\d\d|20\d\d(?=年)", text[: span[0] if span else None])
        return int((named[-1:] or re.findall(r"20\d\d", text))[0])


@cache
def case_of(*paths: Path) -> Case:
    """Documents read, entered and planned, as `milepost build` does it."""
    listed = paths[0].parent / "units.csv"
    units = read_unit_list(listed.read_bytes(), listed.name) if listed.exists() else ()
    readings = [read(path.read_bytes(), path.name) for path in paths]
    ledger = readings_to_ledger(readings, units)
    settings = default_settings(ledger.plan.language)
    ledger, schedule = plan(msgspec.structs.replace(ledger, settings=settings), TODAY)
    return Case(
        ledger,
        schedule,
        {d.id: r.text for d, r in zip(ledger.documents, readings, strict=True)},
        {m.id: m for m in ledger.measures},
        {u.id: u for u in ledger.units},
    )


def walk(value: object, kind: type, path: str = "") -> Iterator[tuple[str, object, object]]:
    """Every record of a kind below a value, with its path and the record it stands in."""
    if isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            inner = getattr(value, name)
            if isinstance(inner, kind):
                yield f"{path}.{name}", inner, value
            yield from walk(inner, kind, f"{path}.{name}")
    elif isinstance(value, tuple | list):
        for one in value:
            if isinstance(one, kind):
                yield path, one, value
            yield from walk(one, kind, path)


@cache
def records(case_paths: tuple[Path, ...], language: str) -> tuple[msgspec.Struct, ...]:
    """All that the books of a plan say in a language."""
    case = case_of(*case_paths)
    ledger, schedule = case.ledger, case.schedule
    return (
        *task_books(ledger, schedule, language),
        timetable(ledger, schedule, language),
        road_map(ledger, schedule, language),
        calendar_of(ledger, schedule, language),
        index_page(ledger, schedule, language),
    )


def cells(paths: tuple[Path, ...]) -> Iterator[tuple[str, Cell]]:
    """Every cell of the books in both languages, the same one of several books once."""
    for language in LANGUAGES:
        seen: set[tuple[str, Cell]] = set()
        for record in records(paths, language):
            for path, cell, _ in walk(record, Cell, type(record).__name__):
                assert isinstance(cell, Cell)
                if (path, cell) not in seen:
                    seen.add((path, cell))
                    yield path, cell


each_plan = pytest.mark.parametrize("paths", SOURCES, ids=lambda p: f"{p[0].parent.name}-{p[0].stem}")


# --- one of four, or who fills it ---


@each_plan
def test_every_filled_cell_has_one_of_four_origins_and_every_empty_one_says_who_fills_it(paths):
    found = list(cells(paths))
    assert found
    for path, cell in found:
        if cell.text:
            assert (cell.origin in ORIGINS, cell.fill) == (True, None), (path, cell)
        else:
            assert (cell.origin, cell.fill in FILLERS, bool(cell.label)) == (None, True, True), (path, cell)


# --- quoted ---


def text_of(case: Case, holder: object, value: object) -> str | None:
    """The words that a quoted value of the ledger claims; a unit and a role rest on the printed name."""
    if isinstance(value, Deadline | Recurring | SmallDate):
        return value.text
    if hasattr(holder, "printed") and isinstance(value, str):
        return str(holder.printed)
    return value if isinstance(value, str) else None


def document_of(case: Case, holder: Measure | Assignment | Step) -> str:
    """The document that a record of the ledger stands in."""
    if isinstance(holder, Measure):
        return holder.document
    return case.measures[holder.measure].document


@each_plan
def test_a_quoted_value_of_the_ledger_stands_at_its_span(paths):
    """White space alone may differ: a line's end inside a name or a date prints as a blank or nothing."""
    case = case_of(*paths)
    for path, sourced, holder in walk(case.ledger, Sourced):
        assert isinstance(sourced, Sourced)
        assert sourced.origin in ORIGINS, path
        if sourced.origin != "quoted":
            assert sourced.rule or sourced.origin == "typed", (path, sourced)
            continue
        held = case.words(document_of(case, holder), sourced.span)
        said = text_of(case, holder, sourced.value)
        assert said is not None, (path, sourced)
        if path.endswith("role") and holder.unit.rule == "unit:written-out":
            said = recompute.initials(said)
        assert recompute.collapsed(held) == recompute.collapsed(said), (path, sourced)


@each_plan
def test_a_quoted_cell_stands_at_its_span(paths):
    """White space alone may differ, as in the ledger."""
    case = case_of(*paths)
    quoted = [(path, cell) for path, cell in cells(paths) if cell.origin == "quoted"]
    for path, cell in quoted:
        held = case.words(cell.document, cell.span)
        assert recompute.collapsed(held) == recompute.collapsed(cell.text), (path, cell, held)


# --- computed ---

Check = Callable[[Case, Cell], bool]


def day_in_words(case: Case, cell: Cell) -> bool:
    """The words at the span, the document's date and plain arithmetic come to the same day."""
    assert cell.document is not None
    assert cell.date is not None
    base = case.dated(cell.document)
    year = int(base[:4]) if base else case.year_before(cell.document, cell.span)
    day = dt.date.fromisoformat(base) if base else None
    found = recompute.last_good_day(case.words(cell.document, cell.span), year, day)
    return found is not None and found.isoformat() == cell.date and recompute.prints_day(cell.text, cell.date)


def day_in_text(case: Case, cell: Cell) -> bool:
    """The text prints the day, with its year or without."""
    assert cell.document is not None
    assert cell.date is not None
    day = dt.date.fromisoformat(cell.date)
    printed = recompute.dates_printed(case.texts[cell.document])
    known = {(day.year, day.month, day.day), (None, day.month, day.day)} & printed
    time = re.search(r"\d{1,2}:\d{2}", cell.text)
    said = cell.text.replace(time[0], "") if time else cell.text
    stated = time is None or time[0] in case.texts[cell.document]
    return bool(known) and stated and recompute.prints_day(said, cell.date)


def dates_in_text(case: Case, cell: Cell) -> bool:
    """Held and published stand side by side: each day is printed in the text."""
    assert cell.document is not None
    meeting = next(m for m in case.ledger.meetings if m.document == cell.document)
    parts = re.split("; |；", cell.text)
    days = [day[:10] for day in (meeting.held_on, meeting.published_at) if day]
    pairs = zip(parts, days, strict=True)
    return all(day_in_text(case, msgspec.structs.replace(cell, text=part, date=day)) for part, day in pairs)


def words_in_order(case: Case, cell: Cell) -> bool:
    """The computed words stand in their order in the words they rest on."""
    whole = case.texts[cell.document or ""]
    held = case.words(cell.document, cell.span) if cell.span else whole
    return recompute.in_order(cell.text, held)


def titled(case: Case, cell: Cell) -> bool:
    """A title over several lines, else the name of the file."""
    assert cell.document is not None
    file = next(d.file for d in case.ledger.documents if d.id == cell.document)
    text = recompute.collapsed(case.texts[cell.document]).casefold()
    return recompute.collapsed(cell.text).casefold() in text or cell.text == file


def outcome(case: Case, cell: Cell) -> bool:
    """The outcome is the participle of the act that the words at the span, or before them, print."""
    assert cell.document is not None
    start, end = cell.span or (0, len(case.texts[cell.document]))
    held = case.texts[cell.document][max(0, start - 200) : end + 200].lower()
    return any(word in held for word in OUTCOMES.get(cell.text, (cell.text.lower(),)))


OUTCOMES = {
    "approved": ("approve", "pass", "adopt", "agree", "carried"),
    "通过": ("通过", "同意"),
    "原则通过": ("原则通过", "原则同意"),
}
"""The words of the text by which an outcome is known."""


def sitting(case: Case, cell: Cell) -> bool:
    """The number of the sitting stands in the words at the span, in figures or in signs."""
    held = case.words(cell.document, cell.span)
    number = re.search(r"(\d+)(?:st|nd|rd|th)|第([一二三四五六七八九十\d]+)次|(\d+)", cell.text)
    if number is None:
        return False
    wanted = recompute.han_number(next(n for n in number.groups() if n))
    there = re.findall(r"\d+|[一二三四五六七八九十]+", held)
    return any(recompute.han_number(one) == wanted for one in there if len(one) < 4)


def unit_called(case: Case, name: str) -> Unit | None:
    """The unit with a full or short name."""
    return next((unit for unit in case.units.values() if name in (unit.name, unit.short)), None)


def short_of_unit(case: Case, cell: Cell) -> bool:
    """The register has one unit that is printed at the span, and the cell is a name of it."""
    printed = recompute.collapsed(case.words(cell.document, cell.span))
    for unit in case.units.values():
        if printed in {recompute.collapsed(name) for name in (unit.name, *unit.printed, *unit.aliases)}:
            if cell.text == unit.name:
                return True
            own = cell.text == unit.short
            return own and (bool(unit.parent or unit.capacity) or recompute.in_order(cell.text, unit.name))
    return False


def alias_of_unit(case: Case, cell: Cell) -> bool:
    """The unit list names the printed words beside the name that the cell prints."""
    printed = recompute.collapsed(case.words(cell.document, cell.span)).casefold()
    return any(
        cell.text in (unit.name, unit.short)
        and any(
            recompute.collapsed(n).casefold() == printed for n in (unit.short, *unit.aliases, *unit.printed)
        )
        for unit in case.units.values()
    )


def carried_prefix(case: Case, cell: Cell) -> bool:
    """A name before it in the text begins with the prefix that the cell adds."""
    assert cell.document is not None
    assert cell.span is not None
    printed = case.words(cell.document, cell.span)
    unit = unit_called(case, cell.text)
    before = re.split(
        "[、，。；（：会同]", case.texts[cell.document][max(0, cell.span[0] - 120) : cell.span[0]]
    )
    names = recompute.carried(printed, [name for name in before if name])
    return unit is not None and unit.name in names


def written_out(case: Case, cell: Cell) -> bool:
    """The words at the span are the initials of the name."""
    unit = unit_called(case, cell.text)
    return unit is not None and recompute.initials(unit.name) == case.words(cell.document, cell.span)


def member_of_collective(case: Case, cell: Cell) -> bool:
    """The unit list makes the unit a member of the collective that is printed at the span."""
    unit = unit_called(case, cell.text)
    printed = case.words(cell.document, cell.span).casefold()
    return unit is not None and any(
        unit.id in one.members and printed in (n.casefold() for n in (one.name, one.short, *one.printed))
        for one in case.units.values()
    )


def cited(case: Case, cell: Cell) -> bool:
    """Each label of the citation is a label of the document above the span."""
    assert cell.document is not None
    assert cell.span is not None
    labels = "".join(
        clause.label or ""
        for clause in case.ledger.clauses
        if clause.document == cell.document and clause.span[0] <= cell.span[0]
    )
    place = re.split(r"》|, (?=[^,]*$)|§", cell.text)[-1]
    pieces = re.findall(r"[\da-z]+|[IVXLC]+|[一二三四五六七八九十]+", place)
    return all(piece in labels for piece in pieces)


def counted(case: Case, cell: Cell) -> bool:
    """A plain count of lines comes to the same paragraph; labels above it are the document's own."""
    assert cell.document is not None
    assert cell.span is not None
    found = re.search(r"para (\d+)|第(\d+)段", cell.text)
    labelled = re.search(r"§|Section|Article|条", cell.text)
    if found is None or labelled or any(c.label for c in case.ledger.clauses if c.document == cell.document):
        return True
    number = int(found[1] or found[2])
    return number == recompute.paragraph_number(case.texts[cell.document], cell.span[0])


def linked(case: Case, cell: Cell) -> bool:
    """Both titles of a link are the ones its measures have."""
    return any(
        cell.text.startswith(
            (f"{m.code.split('-')[1].lstrip('0')} ", f"{m.code.split('-')[1].lstrip('0')}, ")
        )
        or cell.text.startswith(f"{m.code.split('-')[1].lstrip('0')}、")
        for m in case.ledger.measures
        if m.title.value in cell.text
    )


def plan_printed(case: Case, cell: Cell) -> bool:
    """The first eight hex signs of a hash over the plan without its edition."""
    one = msgspec.structs.replace(case.ledger.plan, edition=1, frozen_on=None, previous=None)
    frozen = msgspec.json.encode(msgspec.structs.replace(case.ledger, plan=one), order="deterministic")
    return cell.text.replace(" ", "") == hashlib.sha256(frozen).hexdigest()[:8]


def joined_names(case: Case, cell: Cell) -> bool:
    """Every name of the list is a unit's."""
    names = {name for unit in case.units.values() for name in (unit.name, unit.short)}
    return all(name in names for name in re.split(", |、", cell.text))


def wording_only(case: Case, cell: Cell) -> bool:
    """The cell says in our words what kind of book or row it is: it names nothing of the document."""
    return cell.span is None and cell.date is None


def said_to(case: Case, cell: Cell) -> bool:
    """The words between the quotation marks stand in the document."""
    found = re.search("“(.+)”", cell.text)
    return found is not None and found[1] in case.texts[cell.document or ""]


KIND_WORDS = {
    "build:change": "upgrade replac connect separat fence resurfac electrif",
    "build:complete": "完成 启动 推进 加快 实施 改造 统筹",
    "build:deploy": "deploy install roll create",
    "build:found": "establish set up setting up found open launch "
    "put complet commission extend 建立 构建 设置 配备",
    "build:verb": "建立",
    "build:works": "build construct install erect pav dredg renovat restor repair rebuild plant refurbish "
    "建设 建成 新建 改建 扩建 修建 启用 投用 开通 打造 设立 成立 组建 搭建 布局 安装 打通 改造 修复",
    "document:draft": "draft formulat promulgat codif 制定 制订 修订 编制 起草 草拟 拟订 拟定 出台 印发",
    "document:revise": "revis amend",
    "document:verb-output": "issu publish adopt revis updat amend develop prepar produc writ finali mak "
    "establish creat set propos review circulat releas agree approv complet design "
    "制定 制订 修订 修改 编制 起草 草拟 拟订 拟定 出台 印发 "
    "发布 颁布 研究制定 健全 建立 形成 推出 细化 公布 明确 提出",
    "reform:management": "深化 完善 健全 创新 改革 优化 理顺 改进",
    "reform:verb": "reform streamlin overhaul restructur 深化 改革 创新",
    "reform:verb-output": "deepen improv innovat perfect refin moderni optimi simplif "
    "establish creat develop "
    "深化 完善 健全 创新 改革 优化 理顺 改进 推进 推行 建立 构建 实施",
    "report:convey": "present brief recommend transmit study solicit inventor notif map identif examin analy",
    "report:verb": "submit report list conven review assess evaluat audit inspect survey compil fil "
    "报送 上报 报告 梳理 召开 汇总 通报 公示 排查 摸清 核查 审计 评估 调查 统计 报",
    "report:verb-output": "publish prepar produc conduct carry complet perform provid undertak "
    "commission mak issu updat circulat collect writ begin hold deliver 开展 组织 完成 进行 实施 公布 形成",
    "standing:verb": "",
    "trial:output": "launch start run begin conduct establish hold set carry test open "
    "开展 启动 组织 实施 推进 推行 深化 选择 进行 扩大",
    "trial:verb": "pilot trial try explor experiment 探索 试点 试行 先行先试",
}
"""The verbs by which a kind is told, by their stems; a standing duty's are too many and end nothing."""


def told_kind(case: Case, cell: Cell) -> bool:
    """The deciding words stand at the span and hold a verb of the row that the rule names."""
    name = (cell.rule or "").removeprefix("kind:")
    held = case.words(cell.document, cell.span).lower() if cell.span else ""
    if name in ("recurring", "refrain", "strength"):
        owner = [m for m in case.ledger.measures if m.kind and m.kind.rule == cell.rule]
        return any(m.recurring or m.polarity == "refrain" or m.strength == "principle" for m in owner)
    stems = KIND_WORDS[name].split()
    return not stems or any(held.find(stem) >= 0 for stem in stems) or (not held and cell.span is None)


RULES: tuple[tuple[str, Check], ...] = (
    ("title:shortened", words_in_order),
    ("title:cells", words_in_order),
    ("title:code", wording_only),
    ("deadline:meeting", day_in_text),
    ("deadline:", day_in_words),
    ("last-good-day", day_in_words),
    ("document:date", day_in_text),
    ("document:title", titled),
    ("document:issuer", words_in_order),
    ("document:number", words_in_order),
    ("meeting:held", day_in_text),
    ("meeting:published", day_in_text),
    ("meeting:dates", dates_in_text),
    ("meeting:session", sitting),
    ("meeting:body", words_in_order),
    ("meeting:person", words_in_order),
    ("meeting:title", words_in_order),
    ("agenda:object", words_in_order),
    ("agenda:outcome", outcome),
    ("unit:prefix-carried", carried_prefix),
    ("unit:written-out", written_out),
    ("unit:short", short_of_unit),
    ("unit:name", short_of_unit),
    ("unit:", alias_of_unit),
    ("collective-member", member_of_collective),
    ("units-joined", joined_names),
    ("cite:label", cited),
    ("cite:paragraph-sentence", counted),
    ("kind:", told_kind),
    ("link", linked),
    ("plan-print", plan_printed),
    ("orientation:said-to", said_to),
    ("promise", wording_only),
    ("mark.joined", wording_only),
    ("book:", wording_only),
    ("steps", wording_only),
)
"""Each rule, or the beginning of its name, with the second computation; the first that fits counts."""


def check_of(rule: str | None) -> Check | None:
    """The second computation of a rule."""
    return next((check for name, check in RULES if rule and rule.startswith(name)), None)


@each_plan
def test_every_computed_cell_comes_out_the_same_by_a_second_computation(paths):
    case = case_of(*paths)
    wrong = []
    for path, cell in cells(paths):
        if cell.origin == "computed":
            check = check_of(cell.rule)
            assert check is not None, f"{path}: no second computation for the rule {cell.rule!r}"
            if not check(case, cell):
                held = case.words(cell.document, cell.span) if cell.span and cell.document else ""
                wrong.append((path, cell.rule, cell.text, cell.date, held))
    assert not wrong


def test_the_second_computations_notice_a_wrong_day_a_wrong_word_and_a_wrong_place():
    """Every check that looks at the text refuses a cell that was moved or changed."""
    refused: set[str] = set()
    for paths in SOURCES:
        case = case_of(*paths)
        for _, cell in cells(paths):
            check = check_of(cell.rule) if cell.origin == "computed" else None
            if check is None:
                continue
            other = (dt.date.fromisoformat(cell.date) + dt.timedelta(1)).isoformat() if cell.date else None
            wrong = msgspec.structs.replace(cell, text=f"{cell.text}〇x9", date=other)
            if not check(case, wrong):
                refused.add(check.__name__)
    checks = {check.__name__ for _, check in RULES}
    assert refused >= {"day_in_words", "day_in_text", "words_in_order", "titled", "short_of_unit", "cited"}
    assert refused <= checks


LEDGER_RULES = ("sole-unit", "first-of-several", "collective-member", "implied-support", "carried-agent")
"""Roles that are computed: they speak of how many units a measure names."""


@each_plan
def test_every_computed_role_follows_from_how_many_units_the_measure_names(paths):
    case = case_of(*paths)
    for row in case.ledger.assignments:
        if row.role.origin != "computed":
            continue
        mates = [one for one in case.ledger.assignments if one.measure == row.measure]
        assert row.role.rule in LEDGER_RULES, row
        match row.role.rule:
            case "sole-unit":
                own = [one for one in mates if one.role.rule not in ("collective-member", "implied-support")]
                assert row.role.value == "lead"
                assert {one.unit.value for one in own if one.role.value in ("lead", "cooperating")} == {
                    row.unit.value
                }
            case "first-of-several":
                several = [one for one in mates if one.role.rule == "first-of-several"]
                first = min(several, key=lambda one: one.role.span)
                assert (row.role.value == "lead") == (row is first), row
            case "collective-member":
                holders = [case.units[one.unit.value] for one in mates if one is not row]
                assert any(row.unit.value in unit.members for unit in holders)
            case _:
                assert row.role.value == ("lead" if row.role.rule == "carried-agent" else "cooperating")
                assert row.printed


# --- proposed, in the files ---


@dataclass(frozen=True)
class Edition:
    """An example's edition: the plan, what its books say, the files."""

    language: str
    case: Case
    said: tuple[msgspec.Struct, ...]
    files: dict[str, bytes]

    @property
    def mark(self) -> str:
        """The word of a proposed value."""
        return MARK[self.language]

    def books(self) -> Iterator[TaskBook]:
        """The task books of the edition."""
        return (one for one in self.said if isinstance(one, TaskBook))

    def one(self, kind: type) -> msgspec.Struct:
        """The one record of a kind."""
        return next(one for one in self.said if isinstance(one, kind))


@pytest.fixture(scope="module", params=EXAMPLES, ids=LANGUAGES)
def edition(request: pytest.FixtureRequest) -> Edition:
    """The whole edition of an example, made in memory."""
    folder = request.param
    paths, language = (folder / "plan.txt", folder / "bulletin.txt"), folder.name
    case = case_of(*paths)
    files = dict(edition_files(case.ledger, case.schedule, language))
    return Edition(language, case, records(paths, language), files)


def flat(text: str) -> str:
    """Text as a writer may break it: no white space, no breaks inside words."""
    return re.sub(r"[\s\u00ad\u200b\u2060\ufffe-]", "", text)


def near(text: str, value: str, mark: str, reach: int) -> bool:
    """Whether the mark stands before or in the value, no further away than a row is long."""
    value, start = flat(value), 0
    while (at := text.find(value, start)) >= 0:
        if mark in text[max(0, at - reach) : at + len(value) + len(mark)]:
            return True
        start = at + 1
    return False


def proposed_of_book(book: TaskBook) -> Iterator[str]:
    """The proposed values of a task book that a row prints: steps, spans, suggested leads."""
    parts = [part for part in (book.measures, book.proposed) if part]
    for row in (row for part in parts for row in part.rows):
        yield from (step.title.text for step in row.plan.steps if step.title.origin == "proposed")
        yield from (cell.text for cell in (row.dates.proposed, row.proposed_lead) if cell)


def pdf_text(data: bytes) -> str:
    """All words of a PDF in reading order."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return flat("".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


ROW = 900
"""Signs of a row without white space: a mark stands once above the steps of a row that share it."""


def test_a_task_book_as_pdf_prints_the_mark_at_every_proposed_value(edition):
    for book in edition.books():
        text = pdf_text(edition.files[f"taskbooks/{book.code}.pdf"])
        for value in proposed_of_book(book):
            assert near(text, value, edition.mark, ROW), (book.code, value)


def test_the_timetable_and_the_road_map_as_pdf_print_the_mark_at_every_proposed_day(edition):
    times, text = edition.one(Timetable), pdf_text(edition.files["timetable.pdf"])
    days = [
        row.finish.text for group in times.groups for row in group.rows if row.finish.origin == "proposed"
    ]
    days += [row.finish.text for row in times.steps.rows if row.finish.origin == "proposed"]
    assert days
    assert all(near(text, day, edition.mark, 60) for day in days)
    roads, text = edition.one(RoadMap), pdf_text(edition.files["roadmap.pdf"])
    days = [row.finish.text for lane in roads.lanes for row in lane.rows if row.finish]
    assert days
    assert all(near(text, day, edition.mark, 60) for day in days)


def test_a_task_book_as_docx_prints_the_mark_at_every_proposed_value(edition):
    from docx import Document

    for book in edition.books():
        data = edition.files.get(f"taskbooks/{book.code}.docx")
        if data is None:
            assert book.scope == "whole"
            continue
        body = Document(io.BytesIO(data)).element.body
        text = flat("".join(node.text or "" for node in body.iter() if node.tag.endswith("}t")))
        for value in proposed_of_book(book):
            assert near(text, value, edition.mark, ROW), (book.code, value)


def sheets(data: bytes) -> list[list[list[object]]]:
    """The rows of every sheet."""
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def test_the_ledger_as_xlsx_has_the_mark_in_the_grey_column_of_every_proposed_value(edition):
    """One grey cell a proposed value, and one for each step that is proposed as a whole."""
    word = {"en": "Proposed", "zh": "建议"}[edition.language]
    ledger = edition.case.ledger
    values = [s for _, s, _ in walk(ledger, Sourced) if s.origin == "proposed"]
    steps = [step for step in ledger.steps if step.origin == "proposed"]
    rows = [row for sheet in sheets(edition.files["ledger.xlsx"]) for row in sheet]
    marked = sum(
        str(value).split(" · ")[0].split("｜")[0].startswith(word) for row in rows[0:] for value in row
    )
    assert marked >= len(values) + len(steps)
    for step in steps:
        assert any(step.title.value in row and word in [str(v)[: len(word)] for v in row] for row in rows), (
            step
        )


def test_the_timetable_as_xlsx_names_the_origin_of_every_row(edition):
    word = {"en": "Proposed", "zh": "建议"}[edition.language]
    times, rows = edition.one(Timetable), sheets(edition.files["timetable.xlsx"])[0]
    wanted = [row.finish.origin == "proposed" for group in times.groups for row in group.rows]
    wanted += [row.finish.origin == "proposed" for row in times.steps.rows]
    assert sum(wanted) == sum(word in row for row in rows[1:])


def test_the_first_page_prints_the_mark_in_every_row_with_a_proposed_value(edition):
    from selectolax.lexbor import LexborHTMLParser as HTMLParser

    page, tree = edition.one(IndexPage), HTMLParser(edition.files["index.html"].decode())
    rows = [
        (flat(row.text()), {flat(mark.text()).split("：")[0] for mark in row.css(".prop")})
        for row in tree.css("tr")
    ]
    for line in page.measures.rows:
        row = line.row
        values = [cell for cell in (line.plan, row.proposed_lead, row.dates.proposed) if cell]
        for cell in (cell for cell in values if cell.origin == "proposed" and cell is not row.dates.proposed):
            title = flat(row.title.text)
            assert any(flat(cell.text) in text and title in text and marks for text, marks in rows), cell
    for step in (row for row in page.steps.rows if row.step.origin == "proposed"):
        assert any(flat(step.step.text) in text and edition.mark in marks for text, marks in rows), step


def test_the_road_map_as_svg_says_the_mark_of_every_proposed_stage_lane_and_day(edition):
    import html

    svg, roads = html.unescape(edition.files["roadmap.svg"].decode()), edition.one(RoadMap)
    spoken = flat(svg)
    colon = f"{edition.mark}:"
    for lane in roads.lanes:
        assert lane.name.origin != "proposed" or flat(colon + lane.name.text) in spoken, lane.name
        for row in lane.rows:
            for bar in row.stages:
                assert bar.origin != "proposed" or flat(colon + bar.name) in spoken, bar
    words = flat("".join(re.findall(r">([^<>]+)<", svg)))
    days = [row.finish.text for lane in roads.lanes for row in lane.rows if row.finish]
    assert all(near(words, day, edition.mark, 40) for day in days)


def test_the_calendar_begins_the_title_of_every_proposed_day_with_the_mark(edition):
    import icalendar

    days = edition.one(Calendar)
    made = icalendar.Calendar.from_ical(edition.files["calendar.ics"])
    titles = {str(event["uid"]): str(event["summary"]) for event in made.walk("VEVENT")}
    begins = {"en": "[Proposed]", "zh": "【建议】"}[edition.language]
    assert {event.origin for event in days.events} >= {"proposed", "computed"}
    for event in days.events:
        assert titles[event.uid].startswith(begins) == (event.origin == "proposed"), event
