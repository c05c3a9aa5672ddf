"""What stands on a paper beside its blocks: heads and feet, file name, official head, lines at the foot.

In: a `View`, a `Standing`, the paper's own parts. Out: a `Paper`. Report papers carry the four facts of
books; letters carry the official head and no header.
"""

import re
from typing import Literal

from milepost.books.content.adopted.facts import adopted_facts
from milepost.books.content.records.cells import Language
from milepost.books.content.records.paper import Block, LetterHead, Paper
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.wording.dates import long_date, ordinal
from milepost.books.wording.labels import words

NOT_IN_NAMES = re.compile(r"[^\w]+")


def stem(*parts: str) -> str:
    """A file name without ending: what isn't a letter or digit becomes a hyphen."""
    return "_".join(NOT_IN_NAMES.sub("-", part).strip("-") for part in parts if part)


def report_paper(
    view: View,
    standing: Standing,
    kind: Literal["pack", "report", "briefing", "coverage"],
    name: str,
    title: str,
    blocks: list[Block],
    subtitle: str = "",
    stamp: str = "",
    colophon: tuple[tuple[str, str], ...] = (),
    frozen_on: str = "",
) -> Paper:
    """A paper with header and footer of books; `frozen_on` where its figures have a freeze of their own."""
    facts = adopted_facts(view, standing.state)
    return Paper(
        kind=kind,
        form="report",
        language=view.language,
        stem=name,
        title=title,
        subtitle=subtitle,
        author=facts.author,
        frozen_on=frozen_on or facts.frozen_on,
        stamp=stamp,
        header_left=title,
        header_right=words(
            "edition.line", view.language, n=facts.edition, date=long_date(frozen_on, view.language)
        )
        if frozen_on
        else facts.edition_line,
        footer_left=facts.source_line,
        print_words=facts.print_line,
        handling=facts.handling,
        blocks=tuple(blocks),
        colophon=colophon,
    )


def letter(
    view: View,
    standing: Standing,
    kind: Literal["notice", "bulletin"],
    name: str,
    title: str,
    blocks: list[Block],
    head: LetterHead,
    frozen_on: str,
    stamp: str = "",
    colophon: tuple[tuple[str, str], ...] = (),
) -> Paper:
    """A paper with the official head."""
    facts = adopted_facts(view, standing.state)
    return Paper(
        kind=kind,
        form="letter",
        language=view.language,
        stem=name,
        title=title,
        author=facts.author,
        frozen_on=frozen_on,
        head=head,
        stamp=stamp,
        print_words=facts.print_line,
        handling=facts.handling,
        blocks=tuple(blocks),
        colophon=colophon,
    )


def part_number(number: int, language: Language) -> str:
    """The number of a part: 1; 一、."""
    return words("paper.part", language, n=ordinal(number, language))
