"""The dictionary of the data files: every field with type, meaning in both languages, and origin.

In: nothing but the tables of `content/data`. Out: `dictionary.json`, and a page in one language. It is made
from the same rows as the files, so that neither can hold a field that the other lacks.
"""

from typing import Any

import msgspec

from milepost.books.content.data import TABLES, DataField, DataTable
from milepost.books.wording.labels import label
from milepost.books.writers.data.json_tables import FORMAT

TITLES = ("field", "type", "meaning", "origin")


def dictionary_json() -> bytes:
    """The dictionary for programs."""
    tables = {table.key: _table(table) for table in TABLES}
    return msgspec.json.format(msgspec.json.encode({"format": FORMAT, "tables": tables}), indent=2) + b"\n"


def _table(table: DataTable) -> dict[str, Any]:
    return {
        "row": {"en": table.en, "zh": table.zh},
        "fields": [
            {
                "name": field.key,
                "type": field.type,
                "meaning": {"en": field.en, "zh": field.zh},
                "origin": field.origin,
                **({"origin_field": field.told_by} if field.told_by else {}),
            }
            for field in table.fields
        ],
    }


def dictionary_md(language: str) -> bytes:
    """The dictionary as a page for people."""
    lines = [f"# {label('data.dictionary', language)}", "", label("data.note", language), ""]
    for table in TABLES:
        lines += [f"## {table.key}", "", label_of(table, language), ""]
        lines.append("| " + " | ".join(label(f"data.{title}", language) for title in TITLES) + " |")
        lines.append("|" + "---|" * len(TITLES))
        lines += [_line(field, language) for field in table.fields]
        lines.append("")
    return "\n".join(lines).encode("utf-8")


def label_of(one: DataTable | DataField, language: str) -> str:
    """The meaning in one language."""
    return one.zh if language == "zh" else one.en


def _line(field: DataField, language: str) -> str:
    """A field as a row of the page."""
    origin = label(f"data.from_{field.origin}", language)
    kind = label(f"data.type_{field.type}", language)
    return f"| `{field.key}` | {kind} | {label_of(field, language)} | {origin} |"
