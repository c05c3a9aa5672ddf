"""The cover of an adopted book in a Word file: whose it is, how it stands, what is next, who signs.

In: an `AdoptedTaskBook`. Out: the paragraphs of the first section, two columns. Reading order is that of the
PDF: title, unit, source, totals, next dates, sign-off.
"""

from collections.abc import Sequence

from milepost.books.content.records import Line
from milepost.books.content.records.adopted_task_book import AdoptedCover, AdoptedTaskBook, NextDate, SignOff
from milepost.books.writers.docx.adopted_cells import SIGNS
from milepost.books.writers.docx.pen import COLUMN_BREAK, TAB, line, paragraph, run
from milepost.books.writers.docx.tables import RowXml, table

COLUMN_MM = 121.0
"""A column of the cover."""


def cover(book: AdoptedTaskBook) -> str:
    """The whole cover."""
    page = book.cover
    return _whose(page, book) + _how(page)


def _whose(page: AdoptedCover, book: AdoptedTaskBook) -> str:
    """The left column: who decided, title, unit, edition, source, handling."""
    scope = [line("MPBody", page.scope_line)] if page.scope_line else []
    volume = [line("MPBody", book.volume.words)] if book.volume else []
    return "".join(
        [
            line("MPBodyName", "　".join(part for part in (page.body.text, page.place) if part)),
            line("Title", page.title),
            line("MPSub", page.name.text),
            *scope,
            *volume,
            line("MPEdition", page.edition),
            *(_fact(fact) for fact in page.facts),
        ]
    )


def _fact(fact: Line) -> str:
    """A label and its value."""
    words = fact.value.text or fact.value.label
    look = "MPQuoted" if fact.value.origin == "quoted" else ""
    return paragraph("MPFact", run(fact.label, "MPSmall"), TAB, run(words, look))


def _how(page: AdoptedCover) -> str:
    """The right column: totals, next dates, sign-off."""
    figures = [line("MPFigure", str(f.number)) + line("MPNote", f.label) for f in page.figures]
    widths = [COLUMN_MM / len(figures)] * len(figures)
    none = line("MPNote", page.next_none) if page.next_none else ""
    return (
        paragraph("MPCoverHead", COLUMN_BREAK, run(page.glance_heading))
        + table("MPFrame", widths, [RowXml(figures)], page.glance_heading)
        + line("MPCoverHead", page.next_heading)
        + "".join(_next(one) for one in page.next_dates)
        + none
        + _sign_off(page.sign_off)
    )


def _next(one: NextDate) -> str:
    """A next date: sign, day, what."""
    sign = run(f"{SIGNS[one.state.mark]} ", "MPTick")
    return paragraph(
        "MPFact", sign, run(one.date.text, "MPStrong"), TAB, run(f"{one.number}  {one.what.text}".strip())
    )


def _sign_off(part: SignOff) -> str:
    """What is taken on, and the lines to sign: role and act, name and signature, date."""
    heads = paragraph("MPSignHead", *_tabbed(part.heads))
    lines = (
        paragraph(
            "MPSign",
            run(signer.role, "MPStrong"),
            run(f"  {signer.act}", "MPSmall"),
            TAB,
            run(signer.name.text or f"{signer.name.label} "),
            TAB,
            run(part.heads[2], "MPSmall"),
        )
        for signer in part.signers
    )
    said = "".join(line("MPBody", words) for words in part.words)
    return line("MPCoverHead", part.heading) + said + heads + "".join(lines)


def _tabbed(words: Sequence[str]) -> list[str]:
    """Words with a stop between them."""
    made: list[str] = []
    for word in words:
        made += [TAB, run(word)] if made else [run(word)]
    return made
