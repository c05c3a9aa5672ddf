"""Tables of data as JSON and JSON Lines.

In: a `View` and its `Standing`. Out: bytes in UTF-8. JSON holds the whole plan: what it is, how it was
frozen, every table. JSON Lines holds one table, a row a line, each complete, so that it can be read as a
stream.
"""

from typing import Any

import msgspec

from milepost.books.content.adopted.facts import adopted_facts
from milepost.books.content.data import TABLES, data_rows
from milepost.books.content.standing import Standing
from milepost.books.content.view import View

FORMAT = "milepost.data/1"


def write_json(view: View, standing: Standing) -> bytes:
    """The whole plan: facts of the edition, then each table as a list of rows."""
    facts = adopted_facts(view, standing.state)
    whole: dict[str, Any] = {
        "format": FORMAT,
        "plan": facts.plan,
        "title": facts.title,
        "language": facts.language,
        "edition": facts.edition,
        "frozen_on": facts.frozen_on,
        "plan_print": facts.plan_print,
        "source": facts.source_line,
        "handling": facts.handling or None,
        "draft": facts.draft,
        "tables": {table.key: list(data_rows(view, standing, table.key)) for table in TABLES},
    }
    return msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n"


def write_jsonl(view: View, standing: Standing, table: str) -> bytes:
    """A table, a row a line."""
    return msgspec.json.Encoder().encode_lines(data_rows(view, standing, table))
