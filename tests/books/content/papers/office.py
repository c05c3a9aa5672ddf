"""The papers of invented Langang's Reform Office, and how to look into them."""

from collections.abc import Iterator
from typing import Any

from milepost.books.content import papers
from milepost.books.content.records.paper import (
    Boxes,
    Contents,
    Grid,
    Heading,
    Ladder,
    Paper,
    Paragraph,
    Picture,
    Points,
    Run,
    Slip,
    Table,
    Text,
)
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.inputs import Notice, State
from milepost.books.writers.svg.quarters import write_quarters_svg
from tests.books.langang import langang
from tests.books.langang_office import office_state


def office(language: str, state: State | None = None) -> tuple[View, Standing]:
    """View and standing of the invented office, or of a state in its place."""
    ledger, schedule, _ = langang(language)
    view = View(ledger, schedule, language)
    return view, Standing(view, state or office_state(language))


def all_papers(language: str) -> list[Paper]:
    """Every paper of the office."""
    view, standing = office(language)
    state = standing.state
    return [
        *(papers.notice(view, standing, notice) for notice in state.notices),
        *(papers.bulletin(view, standing, meeting) for meeting in state.meetings),
        *(papers.pack(view, standing, meeting) for meeting in state.meetings),
        *(papers.report(view, standing, counts, write_quarters_svg) for counts in state.counts),
        papers.briefing(view, standing, state.counts[0]),
        papers.coverage_table(view, standing),
    ]


def notice_of(language: str, kind: str, **changes: Any) -> tuple[Notice, Paper]:
    """The first notice of a kind, with changes, and its paper."""
    import msgspec

    view, standing = office(language)
    found = next(n for n in standing.state.notices if n.kind == kind and not n.withdrawn)
    found = msgspec.structs.replace(found, **changes)
    return found, papers.notice(view, standing, found)


def texts(block: object) -> Iterator[Text]:
    """Every text of runs in a block."""
    match block:
        case Paragraph():
            yield block.text
        case Points():
            yield from block.items
        case Grid():
            yield from (text for row in block.rows for cell in row for text in cell.text)
        case Table():
            yield from (text for row in block.rows for cell in row for text in cell)
        case Boxes():
            yield from (text for box in block.boxes for text in box.items)


def runs(paper: Paper) -> list[Run]:
    """Every run of a paper."""
    return [run for block in paper.blocks for text in texts(block) for run in text]


def words_of(text: Text) -> str:
    """The words of a text."""
    return "".join(run.text for run in text)


def all_words(paper: Paper) -> str:
    """Every word that a reader of the paper may see."""
    found = [paper.title, paper.subtitle, paper.stamp, *(side for line in paper.colophon for side in line)]
    if paper.head:
        found += [paper.head.office, paper.head.number, paper.head.signer]
    for block in paper.blocks:
        found += [words_of(text) for text in texts(block)]
        match block:
            case Heading():
                found += [block.number, block.text]
            case Table():
                found += [block.caption, block.count, *(head.text for head in block.heads)]
            case Contents():
                found += [part for line in block.lines for part in line]
            case Slip():
                found += [block.heading, block.number, *block.lines, *block.choices]
            case Picture():
                found += [block.svg, block.caption, block.alt]
            case Ladder():
                found += block.levels
            case Boxes():
                found += [part for box in block.boxes for part in (box.heading, box.empty)]
    return "\n".join(found)


def boxes(paper: Paper) -> dict[str, str]:
    """The boxes of a notice by label."""
    grids = [block for block in paper.blocks if isinstance(block, Grid)]
    return {
        cell.label: "\n".join(words_of(text) for text in cell.text)
        for grid in grids
        for row in grid.rows
        for cell in row
    }


def table(paper: Paper, caption: str) -> Table:
    """The table with a caption."""
    return next(b for b in paper.blocks if isinstance(b, Table) and b.caption == caption)


def rows(found: Table) -> list[list[str]]:
    """A table's cells as words, paragraphs apart by a line."""
    return [["\n".join(words_of(text) for text in cell) for cell in row] for row in found.rows]
