"""The meeting pack: what the members of the bodies read three days before they sit.

In: a `View`, a `Standing`, a `MeetingRecord`. Out: one paper, its parts in this order: cover, agenda with
contents, last resolutions, conveyed documents and coverage gaps, papers, group reports (a page each), red and
contested list, decisions sought, annexes. A part without rows says so. A restricted item keeps its number
and nothing else.
"""

from collections.abc import Callable, Iterator

from milepost.books.content.papers.coverage import GAPS, answers, answers_table, rate_of, rate_text
from milepost.books.content.papers.furniture import part_number, report_paper, stem
from milepost.books.content.papers.pack_lists import (
    decisions_table,
    last_resolutions,
    opinions_table,
    red_list,
)
from milepost.books.content.papers.runs import (
    computed,
    day,
    day_of_week,
    paragraphs,
    typed,
    wording,
    woven,
)
from milepost.books.content.papers.sittings import (
    item_number,
    item_words,
    people_text,
    sitting_line,
    sitting_words,
)
from milepost.books.content.records.paper import (
    Block,
    Break,
    Contents,
    Grid,
    GridCell,
    Head,
    Heading,
    Paper,
    Paragraph,
    Points,
    Table,
    Text,
)
from milepost.books.content.standing import MARKS, Standing
from milepost.books.content.view import View
from milepost.books.inputs import GroupReport, MeetingRecord
from milepost.books.inputs.meetings import Item
from milepost.books.wording.labels import label, words

ON_A_NEW_PAGE = ("resolutions", "papers", "groups", "red")
"""Parts that begin a page; the others follow the part before them."""
WITH_PAPER = ("review", "hear")
"""Kinds of items that are heard on a paper."""
Part = Callable[["_Pack"], Iterator[Block]]


class _Pack:
    """What the parts share: the numbers of the parts and the lines of the contents."""

    def __init__(self, view: View, standing: Standing, meeting: MeetingRecord) -> None:
        self.view, self.standing, self.meeting, self.language = view, standing, meeting, view.language
        self.items = sorted(meeting.items, key=lambda item: item.number)

    def heard(self) -> list[Item]:
        """The items that papers belong to: all but those conveyed."""
        return [item for item in self.items if item.kind != "convey"]


def pack(view: View, standing: Standing, meeting: MeetingRecord) -> Paper:
    """The pack of a meeting."""
    shared, language = _Pack(view, standing, meeting), view.language
    blocks: list[Block] = [*_cover(shared), Break(), *_agenda(shared)]
    for number, (key, part) in enumerate(PARTS.items(), start=2):
        blocks += [Break()] * (key in ON_A_NEW_PAGE) + [_heading(key, number, shared), *part(shared)]
    return report_paper(
        view,
        standing,
        "pack",
        stem("pack", str(meeting.number or meeting.id), language),
        words("pack.title", language, sitting=sitting_line(meeting, language)),
        blocks,
        colophon=((words("paper.approved_by", language, name=meeting.approved_by), ""),)
        if meeting.approved_by
        else (),
    )


def _heading(key: str, number: int, shared: _Pack) -> Heading:
    """The heading of a part."""
    text = label(f"pack.part.{key}", shared.language)
    return Heading(text=text, number=part_number(number, shared.language), anchor=f"part-{key}")


def _cover(shared: _Pack) -> Iterator[Block]:
    """Bodies and sitting, day, place, attendance expected."""
    meeting, language = shared.meeting, shared.language
    lines: list[tuple[str, Text]] = [("sitting", sitting_words(meeting, language))]
    if meeting.moment:
        lines.append(("held", (day_of_week(meeting.moment, language),)))
    if meeting.place:
        lines.append(("place", (typed(meeting.place),)))
    chairs = [person for person in meeting.people if person.role == "chair"]
    if chairs:
        lines.append(("chair", people_text(chairs, language)))
    if meeting.expected is not None:
        lines.append(("expected", woven("pack.expected.n", language, n=typed(str(meeting.expected)))))
    cells = ((GridCell(label=label(f"pack.{key}", language), text=(text,)),) for key, text in lines)
    yield Grid(rows=tuple(cells))


def _agenda(shared: _Pack) -> Iterator[Block]:
    """The agenda with its times, then the contents with pages."""
    language = shared.language
    yield _heading("agenda", 1, shared)
    shares = {"number": 0.8, "kind": 1.4, "item": 6.0, "presenter": 2.0, "minutes": 1.6}
    heads = tuple(
        Head(text=label(f"agenda.{key}", language), share=share, numeric=key == "minutes")
        for key, share in shares.items()
    )
    rows = tuple(_agenda_row(shared, item) for item in shared.items)
    minutes = sum(item.minutes or 0 for item in shared.items if not item.restricted)
    count = words("pack.agenda.count", language, n=len(rows), minutes=minutes)
    caption = label("pack.table.agenda", language)
    yield Table(caption=caption, heads=heads, rows=rows, count=count)
    parts = [
        (part_number(number, language), label(f"pack.part.{key}", language), f"part-{key}")
        for number, key in enumerate(PARTS, start=2)
    ]
    at = next(i for i, part in enumerate(parts) if part[2] == "part-papers") + 1
    parts[at:at] = [_tab(shared, item) for item in shared.heard() if not item.restricted and item.papers]
    yield Contents(heading=label("pack.contents", language), lines=tuple(parts))


def _tab(shared: _Pack, item: Item) -> tuple[str, str, str]:
    """The line of an item's papers in the contents: tabs go by item number."""
    number = words("agenda.tab", shared.language, n=item_number(item, shared.language))
    return number, item.title, f"item-{item.number}"


def _agenda_row(shared: _Pack, item: Item) -> tuple[tuple[Text, ...], ...]:
    """Number, kind, item, presenter, minutes; a restricted item is its number."""
    language = shared.language
    number: Text = (computed(item_number(item, language), "item:number"),)
    if item.restricted:
        return (number,), (), ((wording("agenda.restricted", language, item.id),),), (), ()
    kind: Text = (computed(label(f"agenda.{item.kind}", language), "item:kind"),)
    return (
        (number,),
        (kind,),
        ((typed(item.title, item=item.id),),),
        paragraphs((item.presenter,)),
        paragraphs((str(item.minutes) if item.minutes is not None else "",)),
    )


def _resolutions(shared: _Pack) -> Iterator[Block]:
    """The last meeting's resolutions: open, late, done."""
    yield from _or_none(shared, last_resolutions(shared.view, shared.standing, shared.meeting))


def _conveyed(shared: _Pack) -> Iterator[Block]:
    """Documents conveyed at this meeting, then the upper clauses without a full answer."""
    language = shared.language
    items = [item for item in shared.items if item.kind == "convey"]
    if items:
        yield Points(items=tuple(item_words(item, language) for item in items))
    pairs = answers(shared.standing)
    if not pairs:
        return
    yield Heading(text=label("pack.gaps", language), level=2)
    yield Paragraph(text=rate_text(shared.view, rate_of(pairs)), style="count")
    gaps = [pair for pair in pairs if pair[1].status in GAPS]
    table = (
        answers_table(shared.view, shared.standing, gaps, label("pack.table.gaps", language))
        if gaps
        else None
    )
    yield from _or_none(shared, table)


def _papers(shared: _Pack) -> Iterator[Block]:
    """Each item with its papers and opinions; one that was to bring a paper and has none is named."""
    heard = [i for i in shared.heard() if i.papers or i.restricted or i.kind in WITH_PAPER]
    if not heard:
        yield _nothing(shared)
    for item in heard:
        if item.restricted or not item.papers:
            n = computed(item_number(item, shared.language), "item:number")
            said = item_words(item, shared.language) if item.restricted else None
            yield Paragraph(text=said or woven("pack.no_paper", shared.language, n=n), style="note")
            continue
        yield Heading(
            text=item.title,
            number=words("agenda.tab", shared.language, n=item_number(item, shared.language)),
            level=2,
            anchor=f"item-{item.number}",
        )
        for paper in item.papers:
            if paper.title != item.title:
                yield Heading(text=paper.title, level=3)
            yield from (Paragraph(text=text) for text in paragraphs(paper.paragraphs))
            if paper.opinions:
                yield opinions_table(shared.view, paper.opinions)


def _groups(shared: _Pack) -> Iterator[Block]:
    """A page a group: its counts by mark, what moved, what is stuck, what comes; a silent group is named."""
    view = shared.view
    names = list(dict.fromkeys(m.group.value for m in view.ledger.measures if m.group))
    reports = {report.group: report for report in shared.meeting.group_reports}
    for number, name in enumerate(dict.fromkeys([*names, *reports])):
        if number:
            yield Break()
        yield Heading(text=name, level=2)
        yield Paragraph(text=_group_counts(shared, name), style="count")
        if name in reports:
            yield from _group_page(shared, reports[name])
            as_of = day(shared.standing.state.as_of, shared.language, rule="state:as-of")
            yield Paragraph(text=(typed(name),), style="signature")
            yield Paragraph(text=(as_of,), style="signature")
        else:
            yield Paragraph(text=(wording("pack.group.silent", shared.language),), style="note")


def _group_counts(shared: _Pack, name: str) -> Text:
    """How many measures, and how many under each mark."""
    view, language = shared.view, shared.language
    measures = [m for m in view.ledger.measures if m.group and m.group.value == name]
    text = woven("pack.group.measures", language, n=computed(len(measures), "count:group"))
    marks = [shared.standing.mark(measure) for measure in measures]
    for mark in (*MARKS, "claimed", "none"):
        if mark in marks:
            n = computed(marks.count(mark), f"count:{mark}")
            of_mark = (computed(label(f"state.{mark}", language), f"mark:{mark}"),)
            text += woven("pack.group.of_mark", language, mark=of_mark, n=n)
    return text


def _group_page(shared: _Pack, report: GroupReport) -> Iterator[Block]:
    """What a group wrote under its three headings."""
    for key, lines in (("moved", report.moved), ("stuck", report.stuck), ("next", report.next)):
        yield Heading(text=label(f"pack.group.{key}", shared.language), level=3)
        if lines:
            yield Points(items=paragraphs(lines), numbered=True)
        else:
            yield _nothing(shared)


def _red(shared: _Pack) -> Iterator[Block]:
    """Late measures and contested duties with the ruling proposed."""
    yield from _or_none(shared, red_list(shared.view, shared.standing, shared.meeting))


def _decisions(shared: _Pack) -> Iterator[Block]:
    """What the meeting is asked to decide."""
    yield from _or_none(shared, decisions_table(shared.view, shared.meeting))


def _annexes(shared: _Pack) -> Iterator[Block]:
    """The annexes of each paper, by title."""
    rows = tuple(
        woven(
            "pack.annex",
            shared.language,
            item.id,
            n=computed(item_number(item, shared.language), "item:number"),
            title=typed(annex),
        )
        for item in shared.items
        if not item.restricted
        for paper in item.papers
        for annex in paper.annexes
    )
    if rows:
        yield Points(items=rows, numbered=True)
    else:
        yield _nothing(shared)


def _or_none(shared: _Pack, table: Table | None) -> Iterator[Block]:
    """A table, or the words that there is none."""
    yield table if table else _nothing(shared)


def _nothing(shared: _Pack) -> Paragraph:
    """The words of an empty part."""
    return Paragraph(text=(wording("paper.none", shared.language),), style="note")


PARTS: dict[str, Part] = {
    "resolutions": _resolutions,
    "conveyed": _conveyed,
    "papers": _papers,
    "groups": _groups,
    "red": _red,
    "decisions": _decisions,
    "annexes": _annexes,
}
"""The parts after cover and agenda, in the order of the pack."""
