"""The clause tree of a text: titles, sections, articles, paragraphs, items and rows, and who holds whom.

In: `SourceText` and its language. Out: clauses c1, c2, … in reading order; a holder stands before what it
holds; spans lie inside the text, do not overlap, and cover a clause's own words with its number, not what
it holds. One pass over the blocks. A number at the start of a block opens a clause; one inside a block only
where it begins or continues a count. Not here: how numbers are printed (`numbering`), what they continue
(`counting`).
"""

from typing import Literal

from msgspec import Struct, structs

from milepost.ledger.origins import Span
from milepost.reading.outline.counting import LEAD_IN, Open, OpenClauses
from milepost.reading.outline.lines import BULLET, FIELD, MARKDOWN, blocks_of, is_bulleted, is_contents
from milepost.reading.outline.numbering import (
    Label,
    bare_label_at,
    label_at,
    labels_inside,
    printed_label,
)
from milepost.reading.outline.rows import ClauseKind
from milepost.reading.outline.titles import title_of
from milepost.reading.patterns import pattern
from milepost.reading.records import ClauseFound, Language
from milepost.reading.source import Block, SourceText

HEADING_RANK = -10
"""Headings of a format stand above all numbers: level 1 has rank -9, level 9 rank -1."""

CAPITALS_RANK = -0.5
"""A line in capitals heads what follows, under all headings that a format knows."""

BULLET_RANK = 20
"""Bullets stand below all numbers, deeper ones further below."""

TOP_LEAD_IN_RANK: dict[Language, float] = {"en": 4, "zh": 6.5}
"""Words at the top that lead in (`ordered as follows:`) hold items, never sections, nor 一、 and （一）."""

LONGEST_BARE = 90
"""A line with a bare number is a heading up to this length; a longer one is a sentence."""

HEADS = 3
"""Clauses of a lower rank are sections; words that lead in below one hold items, never its sections."""

LONGEST_NAME = 200
"""A first line without a stop is the document's name up to this length."""

FIELD_LIST = "field-list"
LEADS_IN = (":", "：", "—", "–")
STOPPED = (".", ";", ":", ",", "。", "；", "：", "，", "、")
NO_NUMBER = pattern(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Messrs|Hon|Prof|Rev|Sen|Rep|Gov|Capt|St|[Nn]os?|[Aa]rts?|[Ss]ecs?|para|ch|pp?|vol|[Vv]s?|cl|pt|[Ff]ig|[A-Z])|§)\.\s+$"
)
CITED = pattern(r"\([0-9A-Za-z]{1,4}\),?\s+(?:(?:and|or)\s+)?$")
"""Before a number after another one: both are cited, `paragraphs (a) and (b)`."""

COMMA = pattern(r",\s+(?:(?:and|or)\s+)?$")
"""Before a number after a comma: a list goes on there (`(1) dig, (2) fill`), but so does a citation."""

CLOSING = pattern(
    r"(?:Adopted|Approved|Dated|Done|Passed|Signed|Executed|Ordained|ADOPTED|APPROVED|DATED|DONE|PASSED|SIGNED)"
    r" (?:and [a-z]+ |unanimously )?(?:this|at|in|on|by|the|THIS|AT|IN|ON|BY) [^.;:]{0,80}[0-9]"
)
"""The line with which a resolution or order ends, in no list of it."""

CAPITALS = pattern(r"[^a-z.;:|]{4,90}")


ClauseFoundKind = Literal["title", "section", "article", "paragraph", "item", "row"]


class Draft(Struct):
    """A clause whose end is not known yet; `words` is where they begin after the number, `inside` says that
    it began within a block."""

    id: str
    parent: str | None
    kind: ClauseKind
    start: int
    words: int
    label: str | None
    inside: bool = False


def outline(source: SourceText, language: Language) -> list[ClauseFound]:
    """The clauses of a text, in reading order."""
    tree = Tree(source.text, language)
    for block in source.blocks or blocks_of(source.text, language):
        if not is_contents(source.text, block.span):
            tree.add(block)
    return tree.clauses


class Tree:
    """The clauses found so far, and those open."""

    def __init__(self, text: str, language: Language) -> None:
        self.text = text
        self.language = language
        self.clauses: list[ClauseFound] = []
        self.open = OpenClauses()
        self.untitled = False
        self.next_id = "c1"

    def add(self, block: Block) -> None:
        """Put the next block of the text into the tree."""
        start, end = block.span
        label = self.label_of(block)
        if block.kind == "row":
            self.add_row(block)
        elif self.untitled and not label and self.is_name(block):
            self.title_last(block.span)
        elif block.kind == "heading":
            self.add_heading(block)
        elif not label and not self.clauses and self.is_name(block):
            self.append(block.span, kind="title", title=self.text[start:end])
        elif label:
            self.add_numbered(label, end)
        elif block.kind == "item" or is_bulleted(self.text, block.span):
            self.add_item(block)
        elif self.is_capitals(block.span) and self.only_names():
            self.append(block.span, kind="title", title=self.text[start:end])
        elif self.is_capitals(block.span):
            parent = self.open.push(Open(self.next_id, "capitals", 0, CAPITALS_RANK))
            self.append(block.span, kind="section", title=self.text[start:end], parent=parent)
        else:
            self.add_plain(block.span)

    # --- the kinds of block ---

    def add_heading(self, block: Block) -> None:
        """A heading of the format: it holds all until the next one of its level or above."""
        start, end = block.span
        mark = MARKDOWN.match(self.text, start, end)
        words = mark.end() - 1 if mark else start
        label = label_at(self.text, words, end, self.language)
        if block.label and not label:
            words += len(block.label)
        first = not self.clauses and not label
        rank = HEADING_RANK + max(1, block.level)
        parent = None if first else self.open.push(Open(self.next_id, f"heading-{block.level}", 0, rank))
        self.append(
            block.span,
            kind="title" if first else label.kind if label else "section",
            label=label.printed if label else block.label,
            title=self.text[label.end if label else words : end].strip() or None,
            parent=parent,
        )
        self.untitled = bool(label and label.end >= end)

    def add_row(self, block: Block) -> None:
        """A table row, held by what is open; a row with one numbered cell alone heads the rows below."""
        filled = [cell.span for cell in block.cells if cell.span[0] < cell.span[1]]
        first = filled[0] if filled else block.span
        label = label_at(self.text, *first, self.language)
        printed = label.printed if label else self.text[slice(*first)]
        if label and len(filled) == 1:
            parent = self.open.push_label(self.next_id, label, led_in=False)
            title = self.text[label.end : first[1]].strip() or None
            self.append(block.span, kind=label.kind, label=label.printed, title=title, parent=parent)
            return
        number = printed if label or printed.isdecimal() else None
        self.append(block.span, kind="row", label=number, parent=self.holder_id())

    def add_item(self, block: Block) -> None:
        """A bulleted item, or one whose number is none of the grammar's."""
        start, end = block.span
        bullet = BULLET.match(self.text, start, end)
        indent = start - (self.text.rfind("\n", 0, start) + 1)
        parent = self.open.push(Open(self.next_id, f"bullet-{indent}", 0, BULLET_RANK + indent))
        words = bullet.end() - 1 if bullet else start
        self.split(Draft(self.next_id, parent, "item", start, words, block.label), end)

    def add_numbered(self, label: Label, end: int) -> None:
        """A block that begins with a number; `(a)(i)` and `Sec. 3. (a)` open two clauses."""
        while True:
            draft = self.begin(label)
            inner = label_at(self.text, label.end, end, self.language)
            if inner is None or self.text[inner.start] not in "(（":
                break
            self.finish(draft, inner.start, whole=False)
            label = inner
        self.split(draft, end)
        self.untitled = label.rank < 5 and label.end >= end

    def add_plain(self, span: Span) -> None:
        """A paragraph without a number of its own; it may hold numbers inside."""
        start, end = span
        if self.open.holder and self.open.holder.family == LEAD_IN:
            self.open.stack.pop()
        if self.language == "en" and CLOSING.match(self.text, start, end):
            self.open.stack.clear()
        elif self.language == "en" and not FIELD.match(self.text, start, end):
            self.open.leave_list()
        before = list(self.open.stack)
        self.split(Draft(self.next_id, self.holder_id(), "item", start, start, None), end, plain=True)
        lead = self.open.stack[len(before)] if len(before) < len(self.open.stack) else None
        if lead and lead.family == FIELD_LIST:
            self.open.stack = before

    # --- cutting ---

    def split(self, draft: Draft, end: int, plain: bool = False) -> None:
        """Cut a block at the numbers inside it that begin or continue a count."""
        for label in labels_inside(self.text, draft.words, end, self.language):
            if self.counts(label, draft):
                self.finish(draft, label.start, whole=False, plain=plain)
                draft, plain = self.begin(label, inside=True), False
        self.finish(draft, end, whole=True, plain=plain)

    def counts(self, label: Label, draft: Draft) -> bool:
        """Whether a number inside a block opens a clause."""
        if self.language == "en" and label.start > draft.words:
            before = (max(draft.start, label.start - 16), label.start)
            if NO_NUMBER.search(self.text, *before) or CITED.search(self.text, *before):
                return False
            if COMMA.search(self.text, *before):
                return draft.inside and self.open.continues(label)
        return self.open.counts(label, self.led_in(label.start))

    def begin(self, label: Label, inside: bool = False) -> Draft:
        """Open the clause of a number."""
        parent = self.open.push_label(self.next_id, label, self.led_in(label.start))
        return Draft(self.next_id, parent, label.kind, label.start, label.end, label.printed, inside)

    def finish(self, draft: Draft, end: int, whole: bool, plain: bool = False) -> None:
        """Write down a clause that ends here; `whole` when it ends with its block."""
        while end > draft.start and self.text[end - 1].isspace():
            end -= 1
        leads_in = self.text.endswith(LEADS_IN, draft.start, end)
        if plain:
            self.append((draft.start, end), kind="paragraph", parent=draft.parent)
            if leads_in:
                self.open_lead_in(
                    draft.id, field=not whole and bool(FIELD.fullmatch(self.text, draft.start, end))
                )
            return
        title = title_of(self.text, (draft.words, end), self.language, whole, draft.kind != "item")
        self.append((draft.start, end), kind=draft.kind, label=draft.label, title=title, parent=draft.parent)
        if self.open.holder and self.open.holder.id == draft.id:
            self.open.holder.leads_in = leads_in

    def open_lead_in(self, id: str, field: bool) -> None:
        """Open unnumbered words that lead into a list; the list of a field ends with its block."""
        holder = self.open.holder
        rank = holder.rank if holder and holder.rank >= HEADS else TOP_LEAD_IN_RANK[self.language]
        self.open.push(Open(id, FIELD_LIST if field else LEAD_IN, 0, rank, leads_in=True))

    # --- small questions ---

    def label_of(self, block: Block) -> Label | None:
        """The number that a block begins with; one without a sign only where it counts and heads."""
        start, end = block.span
        label = label_at(self.text, start, end, self.language)
        if label is None and block.label and self.text.startswith(block.label, start):
            label = printed_label(block.label, start, self.language)
        if label is None and self.text[start] in "123456789" and self.may_head(block):
            bare = bare_label_at(self.text, start, end, self.language)
            label = bare if bare and self.open.may_be_bare(bare) else None
        return label

    def may_head(self, block: Block) -> bool:
        """Whether a block is short and without a stop, as a heading after a bare number is."""
        return block.span[1] - block.span[0] <= LONGEST_BARE and self.is_name(block)

    def only_names(self) -> bool:
        """Whether nothing but lines of the document's name stands before."""
        return bool(self.clauses) and self.clauses[-1].kind == "title"

    def append(
        self,
        span: Span,
        kind: ClauseFoundKind,
        label: str | None = None,
        title: str | None = None,
        parent: str | None = None,
    ) -> None:
        """Write down a clause."""
        self.untitled = False
        found = ClauseFound(id=self.next_id, span=span, parent=parent, kind=kind, label=label, title=title)
        self.clauses.append(found)
        self.next_id = f"c{len(self.clauses) + 1}"

    def title_last(self, span: Span) -> None:
        """Give the last clause, which is a bare number, the line below as its title."""
        last = self.clauses[-1]
        title = self.text[slice(*span)].lstrip("#").strip()
        self.clauses[-1] = structs.replace(last, span=(last.span[0], span[1]), title=title)
        self.untitled = False

    def holder_id(self) -> str | None:
        """The id of the innermost open clause."""
        return self.open.holder.id if self.open.holder else None

    def led_in(self, at: int) -> bool:
        """Whether the words before `at` end with a colon or dash."""
        while at > 0 and self.text[at - 1].isspace():
            at -= 1
        return at > 0 and self.text[at - 1] in LEADS_IN

    def is_name(self, block: Block) -> bool:
        """Whether a block reads as a name: one line, short, without a stop."""
        start, end = block.span
        short = end - start <= LONGEST_NAME and "\n" not in self.text[start:end]
        return short and block.kind != "row" and not self.text.endswith(STOPPED, start, end)

    def is_capitals(self, span: Span) -> bool:
        """Whether an English line stands in capitals."""
        if self.language != "en" or not CAPITALS.fullmatch(self.text, *span):
            return False
        return sum(char.isupper() for char in self.text[slice(*span)]) >= 4
