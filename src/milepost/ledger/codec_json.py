"""Ledgers and schedules as JSON, and the schemas that say what such a file holds.

In: records, or bytes with the name of their file. Out: bytes, or records; `BadLedger` says in words where a
file can't be read. The same record always gives the same bytes. Whether a ledger makes sense is asked by
`invariants`.
"""

import re
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from milepost.ledger.faults import BadLedger
from milepost.ledger.records import Ledger, Schedule

T = TypeVar("T")

DRAFT = "https://json-schema.org/draft/2020-12/schema"
FORMATS = {"ledger": "milepost.ledger/1", "schedule": "milepost.schedule/1", "state": "milepost.state/1"}
TYPES = {
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "nothing",
}


def ledger_json(ledger: Ledger) -> bytes:
    """The ledger as JSON, two blanks a level, a line end behind."""
    return encoded(ledger)


def schedule_json(schedule: Schedule) -> bytes:
    """The schedule as JSON, two blanks a level, a line end behind."""
    return encoded(schedule)


def ledger_from_json(data: bytes, name: str) -> Ledger:
    """The ledger of a file; BadLedger says where it can't be read."""
    return decoded(data, name, Ledger, "ledger")


def schedule_from_json(data: bytes, name: str) -> Schedule:
    """The schedule of a file; BadLedger says where it can't be read."""
    return decoded(data, name, Schedule, "schedule")


def schema() -> dict[str, Any]:
    """The JSON Schemas by kind: `ledger` and `schedule`."""
    return {
        "ledger": {"$schema": DRAFT, "title": FORMATS["ledger"], **msgspec.json.schema(Ledger)},
        "schedule": {"$schema": DRAFT, "title": FORMATS["schedule"], **msgspec.json.schema(Schedule)},
    }


def write_schemas(folder: Path) -> None:
    """Write `ledger.schema.json` and `schedule.schema.json`, for docs/reference."""
    for kind, one in schema().items():
        (folder / f"{kind}.schema.json").write_bytes(encoded(one))


def encoded(value: Any) -> bytes:
    """A record as JSON, two blanks a level, a line end behind."""
    return msgspec.json.format(msgspec.json.encode(value), indent=2) + b"\n"


def decoded(data: bytes, name: str, kind: type[T], word: str) -> T:
    """The record of a file that people call `word`; BadLedger says where it can't be read."""
    try:
        return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"), type=kind)
    except msgspec.ValidationError as error:
        fault = _in_words(str(error), word)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        fault = f"this is not JSON ({error}). Give the {word}.json that Milepost wrote."
    except RecursionError:
        fault = f"it is nested too deep for a {word}. Give the {word}.json that Milepost wrote."
    raise BadLedger([f"{name}: {fault}"])


def _in_words(message: str, word: str) -> str:
    """ "Expected `str`, got `int` - at `$.units[3].name`" as a sentence for a person."""
    what, _, path = message.partition(" - at `")
    path = path.rstrip("`")
    if path == "$.format":
        return f'its format is not "{FORMATS[word]}". Give a {word}.json of this format.'
    what = re.sub(r"`([^`]*)`", lambda found: _type_words(found[1]), what)
    what = what.replace("Object missing required field", "missing field").replace(
        "Invalid enum value", "unknown value"
    )
    place = _place(path) or "the whole file"
    return f"{place}: {what[:1].lower()}{what[1:]}. Correct it there, or write the file anew."


def _type_words(name: str) -> str:
    """`str | null` is "text or nothing"; a field's name stays in quotation marks."""
    parts = name.split(" | ")
    if all(part in TYPES for part in parts):
        return " or ".join(TYPES[part] for part in parts)
    return f'"{name}"'


def _place(path: str) -> str:
    """`$.measures[3].deadline.date` is "measures, entry 4, deadline, date"."""
    parts = []
    for name, index in re.findall(r"\.?([^.\[\]$]+)|\[(\d+)\]", path):
        if index:
            parts.append(f"entry {int(index) + 1}")
        elif name != "...":
            parts.append(name)
    return ", ".join(parts)
