"""The cover of a Word book: two columns, whose book it is and how to use it.

In: a `TaskBook`. Out: the paragraphs of the first section. The title comes first in reading order, then the
source, then counts, signs, what is asked, what is inside, and who filled it in. The columns are the
section's, not a table's.
"""

from milepost.books.content.records import Cell, Cover, Language, Legend, TaskBook
from milepost.books.wording.labels import label, script
from milepost.books.writers.docx.cells import quotes
from milepost.books.writers.docx.pen import COLUMN_BREAK, TAB, blank, line, paragraph, run
from milepost.books.writers.docx.tables import RowXml, table

COLUMN_MM = 121.0
"""A column of the cover."""
TITLE_SIGNS: dict[Language, int] = {"en": 56, "zh": 26}
"""Signs of a title in the cover's list, beside its date; every title stands in full in its row."""
FIELDS = ("filled_by", "phone", "date")
"""Who filled the book in: the tags of the cover's last line."""


def cover(book: TaskBook) -> str:
    """The whole cover."""
    page, language = book.cover, book.facts.language
    return _whose(page) + _how(page, book.code, language)


def _whose(page: Cover) -> str:
    """The left column: who decided, title, unit, edition, source."""
    bodies = [line("MPBodyName", body.text) for body in page.bodies] or [line("MPBodyName", "")]
    facts = [paragraph("MPFact", run(fact.label, "MPSmall"), TAB, _cell(fact.value)) for fact in page.facts]
    scope = [line("MPBody", page.scope_line)] if page.scope_line else []
    return "".join(
        [
            *bodies,
            line("Title", page.title),
            line("MPSub", page.name.text),
            *scope,
            line("MPEdition", page.edition),
            *facts,
        ]
    )


def _how(page: Cover, code: str, language: Language) -> str:
    """The right column: counts, signs, what is asked, what is inside, who filled it in."""
    figures = [line("MPFigure", str(f.number)) + line("MPNote", f.label) for f in page.figures]
    widths = [COLUMN_MM / len(figures)] * len(figures)
    asks = "".join(line("MPAsk", ask) for ask in page.asks)
    contents = "".join(
        paragraph(
            "MPContent",
            run(c.number),
            TAB,
            run(f"{_shortened(c.title.text, language)}　"),
            _date(c.date, language),
        )
        for c in page.contents
    )
    rest = line("MPNote", page.contents_rest) if page.contents_rest else ""
    fields = [blank(f"{code}.{key}", field.label) for key, field in zip(FIELDS, page.fields, strict=True)]
    return (
        paragraph("MPCoverHead", COLUMN_BREAK, run(page.glance_heading))
        + table("MPFrame", widths, [RowXml(figures)], page.glance_heading)
        + line("MPCoverHead", page.legend_heading)
        + "".join(_sign(one) for one in page.legend)
        + line("MPCoverHead", page.asks_heading)
        + asks
        + line("MPCoverHead", page.contents_heading)
        + contents
        + rest
        + line("MPCoverFoot", page.foot)
        + paragraph("MPFields", TAB.join(fields))
    )


def _shortened(title: str, language: Language) -> str:
    """A title as far as a line of the list has room, cut between words."""
    most = TITLE_SIGNS[script(language)]
    if len(title) <= most:
        return title
    cut = title[:most]
    whole = cut.rpartition(" ")[0] if language == "en" else cut
    return (whole or cut).rstrip(" ,，、；;") + "…"


def _sign(one: Legend) -> str:
    """A sign and what it means; nothing is drawn solid in a Word book, so a rule stands for it."""
    looks = {"quoted": "MPQuoted", "proposed": "MPMark", "fill": "MPFill"}
    return paragraph("MPFact", run(one.sample or "———", looks.get(one.key, "")), TAB, run(one.words))


def _cell(cell: Cell) -> str:
    """A value of the cover's facts."""
    return run(cell.text or cell.label, "MPQuoted" if cell.origin == "quoted" else "")


def _date(cell: Cell, language: Language) -> str:
    """A date as far as known: proposed with its word, quoted in quotation marks."""
    if not cell.text:
        return run(cell.label, "MPSmall")
    if cell.origin == "quoted":
        return run(quotes(cell.text), "MPQuoted")
    if cell.origin == "proposed" and cell.date is not None:
        return run(label("mark.proposed", language), "MPMark") + run(f" {cell.text}")
    return run(cell.text, "MPMark" if cell.origin == "proposed" else "MPSmall")
