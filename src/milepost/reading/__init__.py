"""Reading: the bytes of a document in, a `Reading` out, everything found pinned to its words.

Order: limit, format (bytes to text and blocks), language, outline (clauses), the language's rules
(measures, meeting, facts), warnings. Afterwards every span lies inside `Reading.text`. A file that can't be
read raises `Unreadable`, whose message is one sentence for a person. What each room knows stands there:
formats/, outline/, english/, chinese/. Not here: many files (`bulk`), the JSON (`codec`), the ledger
(`to_ledger`).
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from milepost.reading.body import Body
    from milepost.reading.records import ClauseFound, DocumentFacts, Language, Reading
    from milepost.reading.source import SourceText

BOOKS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv")
"""Endings of files that hold a table and often no more."""

SIZE_LIMIT = 50_000_000
"""The largest file read, in bytes: ten times the longest act on record; more is no document."""


def read(
    data: bytes,
    name: str,
    *,
    date: str | None = None,
    language: Literal["en", "zh"] | None = None,
    region: str | None = None,
) -> Reading:
    """Read one document; `date` is its date where a person knows it better than the text, `region` (a country
    code) whose holidays its working days count by. Unreadable if it can't be read."""
    from hashlib import sha256

    from milepost.reading.confidence import with_confidence
    from milepost.reading.formats import source_text
    from milepost.reading.language import language_of
    from milepost.reading.outline import outline
    from milepost.reading.records import Reading, Source
    from milepost.reading.upper import find_upper

    check_size(len(data), name)
    with no_collection():
        source = source_text(data, name)
        spoken = language or language_of(source.text)
        clauses = outline(source, spoken)
        body = read_body(source, clauses, spoken, date, region)
        upper = find_upper(source.text, spoken, body.measures)
        measures = with_confidence(body.measures, source.text, spoken, body.facts.kind)
    return Reading(
        source=Source(
            name=name, sha256=sha256(data).hexdigest(), media_type=source.media_type, bytes=len(data)
        ),
        language=spoken,
        text=source.text,
        document=with_title(body.facts, source, name),
        meeting=body.meeting,
        clauses=clauses,
        measures=measures,
        set_aside=body.set_aside,
        upper=upper,
        warnings=[*source.warnings, *body.warnings],
    )


def with_title(facts: DocumentFacts, source: SourceText, name: str) -> DocumentFacts:
    """The facts, for a workbook without a line of title under the name of its file."""
    from msgspec.structs import replace

    from milepost.reading.formats import extension_of

    if facts.title is not None or not any(block.kind == "row" for block in source.blocks[:1]):
        return facts
    ending = extension_of(name)
    base = name.replace("\\", "/").rpartition("/")[2]
    return replace(facts, title=base[: len(base) - len(ending)]) if ending in BOOKS else facts


@contextmanager
def no_collection() -> Iterator[None]:
    """Hold the collector of cycles back: a reading makes many small records and no cycle, and walking them
    again and again costs a third of the time."""
    on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if on:
            gc.enable()


def check_size(size: int, name: str) -> None:
    """Unreadable when the file is empty or larger than the limit."""
    from milepost.reading.source import Unreadable

    if not size:
        raise Unreadable(f"{name} is empty. Choose the file that holds the document's text.")
    if size > SIZE_LIMIT:
        raise Unreadable(
            f"{name} has {size / 1e6:,.0f} MB; the limit is {SIZE_LIMIT / 1e6:,.0f} MB. "
            "Split it, or save its text alone as .txt."
        )


def read_body(
    source: SourceText,
    clauses: list[ClauseFound],
    language: Language,
    date: str | None,
    region: str | None = None,
) -> Body:
    """What the rules of one language find; tables come from the blocks that the format knows."""
    if language == "zh":
        from milepost.reading.chinese import read_chinese

        return read_chinese(source.text, clauses, date, source.blocks, region)
    from milepost.reading.english import read_english

    return read_english(source.text, clauses, date, source.blocks, region)
