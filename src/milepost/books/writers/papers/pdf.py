"""A paper as PDF: the template of this folder, set by the same run of the typesetter as the books.

In: a `Paper`. Out: the bytes of a PDF/UA-1 file with title, author, language and outline. The same paper
gives the same bytes. Words go over as strings, drawings byte for byte; the template holds no words.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from milepost.books.content.records.paper import Paper, Picture, Slip, Table
from milepost.books.wording.labels import label
from milepost.books.writers.markup import printable
from milepost.books.writers.papers.layout import (
    BODY_MM,
    Blank,
    Form,
    Piece,
    Section,
    Signed,
    is_tall,
    last_slip,
    sections,
    slip_pieces,
)
from milepost.books.writers.papers.pictures import size_mm
from milepost.books.writers.pdf.compile import Standard, compile_pdf
from milepost.books.writers.pdf.fonts import drawable

TEMPLATE = Path(__file__).parent / "paper.typ"
ONE_PAGE = ("notice", "briefing")
"""Kinds that close their gaps to stay on one page."""


def write_paper_pdf(paper: Paper, standard: Standard = "ua-1") -> bytes:
    """The paper as a PDF of a standard."""
    parts = sections(paper)
    pictures = [block for block in paper.blocks if isinstance(block, Picture)]
    names = {id(picture): f"picture-{n}" for n, picture in enumerate(pictures)}
    plain = _words_only(_plain(paper, parts, names))
    facts = {
        "language": paper.language,
        "source_line": paper.footer_left,
        "print_line": paper.print_words,
        "handling": paper.handling,
    }  # what the shared template reads of a book
    data = {
        "paper": plain,
        "book": {"facts": facts},
        "words": {"proposed": label("mark.proposed", paper.language)},
    }
    drawings = {names[id(picture)]: picture.svg for picture in pictures}
    return compile_pdf(TEMPLATE, data, paper.frozen_on, paper.title, drawings, standard)


def _plain(paper: Paper, parts: Sequence[Section], names: dict[int, str]) -> dict[str, Any]:
    """The paper as the template reads it."""
    fields: dict[str, Any] = {
        name: msgspec.to_builtins(getattr(paper, name))
        for name in paper.__struct_fields__
        if name != "blocks"
    }
    at = last_slip(parts[-1].pieces) if parts and paper.form == "letter" else None
    slip = parts[-1].pieces[at] if at is not None else None
    made = [
        {
            "landscape": part.landscape,
            "pieces": [_piece(piece, part.landscape, names) for piece in part.pieces if piece is not slip],
        }
        for part in parts
    ]
    gap = " " if paper.language == "en" else "　"
    number = paper.head.number if paper.head else ""
    return {
        **fields,
        "colophon": [[_cut(left), _cut(right)] for left, right in paper.colophon],
        "frozen_on": paper.frozen_on[:10],
        "about": f"{paper.title}{gap}{number}".strip(),
        "keywords": [word for word in (paper.kind, paper.print_words) if word],
        "slip": _slip(slip) if isinstance(slip, Slip) else None,
        "sections": made or [{"landscape": False, "pieces": []}],
        "one_page": paper.kind in ONE_PAGE and len(made) <= 1 and not any(p.landscape for p in parts),
    }


def _piece(piece: Piece, landscape: bool, names: dict[int, str]) -> dict[str, Any]:
    """A piece with its type, and what must be known before it is set."""
    match piece:
        case Form(ladder, grid):
            rows = msgspec.to_builtins(grid.rows) if grid else []
            return {"type": "form", "ladder": msgspec.to_builtins(ladder), "rows": rows}
        case Signed(contact, signature):
            both = {"contact": contact, "signature": signature}
            return {"type": "signed", **msgspec.to_builtins(both)}
        case Slip():
            return _slip(piece)
        case Table():
            return _table(piece, landscape)
        case Picture():
            width, _ = size_mm(piece.svg, *BODY_MM[landscape])
            return {
                "type": "picture",
                "name": names[id(piece)],
                "caption": piece.caption,
                "alt": piece.alt or piece.caption,
                "width_mm": width,
            }
    plain: dict[str, Any] = msgspec.to_builtins(piece)
    if plain["type"] == "heading":
        plain["at"] = _place(plain["anchor"])
    if plain["type"] == "contents":
        plain["lines"] = [
            {"number": number, "title": title, "at": _place(anchor)}
            for number, title, anchor in plain["lines"]
        ]
    return plain


def _slip(slip: Slip) -> dict[str, Any]:
    """A slip with its lines cut into words and blanks."""
    return {
        "type": "slip",
        "heading": slip.heading,
        "number": slip.number,
        "lines": [_cut(line) for line in slip.lines],
        "choices": [_cut(line) for line in slip.choices],
    }


def _cut(line: str) -> list[dict[str, Any]]:
    """A line as the template reads it."""
    return [
        {"mm": piece.width_mm} if isinstance(piece, Blank) else {"text": piece} for piece in slip_pieces(line)
    ]


def _table(table: Table, landscape: bool) -> dict[str, Any]:
    """A table by rows, each with its mark; a row taller than half a page may break."""
    rows = [
        {
            "cells": msgspec.to_builtins(row),
            "mark": table.marks[n] if n < len(table.marks) else "",
            "tall": is_tall(row, table, landscape),
        }
        for n, row in enumerate(table.rows)
    ]
    plain: dict[str, Any] = msgspec.to_builtins(table)
    return {**plain, "rows": rows}


def _place(anchor: str) -> str:
    """The name of a heading in the file, from its anchor."""
    return f"at-{anchor}" if anchor else ""


def _words_only(value: Any) -> Any:
    """Every string with what prints nothing or turns the direction of reading taken out, and what no font
    has written by its code."""
    if isinstance(value, str):
        return drawable(printable(value))
    if isinstance(value, list | tuple):
        return [_words_only(one) for one in value]
    if isinstance(value, dict):
        return {key: _words_only(one) for key, one in value.items()}
    return value
