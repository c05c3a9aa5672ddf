"""The tasks that a child may be asked for: the allow-list of every entrance where a stranger's file comes
in.

In: the bytes of a file, its name, options. Out: records, the same on both sides of the pipe. Each row says
how a task is run in the child and how its result is taken in by the parent; a name that is not in the list
is refused. Imports stand inside, so that a child loads only what its file needs, and the parent nothing.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, Literal, TypeVar

import msgspec
from msgspec import Struct

from milepost.reading.sandbox.messages import Options

if TYPE_CHECKING:
    from milepost.ledger.form_sheets import Packed
    from milepost.ledger.records import Ledger, Schedule, Unit
    from milepost.ledger.returned.controls import Filled
    from milepost.reading.records import Reading
    from milepost.reading.sandbox.fences import Fences

T = TypeVar("T")

ZIP = b"PK\x03\x04"
DOCUMENT = "Split it, or save its text alone as .txt."
TABLE = "Check that it is the right file, then open it and save it again."


class Task(Struct, Generic[T], frozen=True):
    """A row of the list: how it runs in the child, what comes back, what a person can do when it fails."""

    name: str
    run: Callable[[bytes, str, Options], T]
    result: Callable[[], Any]
    advice: str

    def taken_in(self, payload: bytes) -> T:
        """The result from its bytes; msgspec.DecodeError when they are none."""
        found: T = msgspec.msgpack.decode(payload, type=self.result())
        return found


class Written(Struct, frozen=True, kw_only=True, tag=True):
    """A reading as JSON on one line, with what a summary says of it."""

    json: bytes
    language: Literal["en", "zh"]
    kind: str | None
    title: str | None
    date: str | None
    measures: int
    set_aside: int
    warnings: int


def _read(data: bytes, name: str, options: Options) -> "Reading":
    """A document's reading."""
    from milepost.reading import read

    language = options.get("language")
    spoken: Literal["en", "zh"] | None = "en" if language == "en" else "zh" if language == "zh" else None
    reading = read(data, name, date=options.get("date"), language=spoken, region=options.get("region"))
    digest, size = options.get("sha256"), options.get("bytes")
    if digest is None or size is None:
        return reading
    source = msgspec.structs.replace(reading.source, sha256=digest, bytes=int(size))
    return msgspec.structs.replace(reading, source=source)


def _reading() -> "type[Reading]":
    from milepost.reading.records import Reading

    return Reading


def _write(data: bytes, name: str, options: Options) -> Written:
    """A document's reading as JSON, so that a parent with many children only has to store it."""
    from milepost.reading.codec import compact_json

    reading = _read(data, name, options)
    return Written(
        json=compact_json(reading),
        language=reading.language,
        kind=reading.document.kind,
        title=reading.document.title,
        date=reading.document.date,
        measures=len(reading.measures),
        set_aside=len(reading.set_aside),
        warnings=len(reading.warnings),
    )


def _checked(data: bytes, name: str) -> bytes:
    """The bytes of a table or book; Unreadable when they are an archive that no library should open."""
    if data.startswith(ZIP):
        from milepost.reading.formats.archive import Archive

        Archive(data, name)
    return data


def _ledger_json(data: bytes, name: str, options: Options) -> "Ledger":
    from milepost.ledger.codec_json import ledger_from_json

    return ledger_from_json(data, name)


def _ledger_xlsx(data: bytes, name: str, options: Options) -> "Ledger":
    from milepost.ledger.codec_xlsx import read_xlsx

    return read_xlsx(_checked(data, name), name)


def _ledger() -> "type[Ledger]":
    from milepost.ledger.records import Ledger

    return Ledger


def _edited(data: bytes, name: str, options: Options) -> bool:
    from milepost.ledger.codec_xlsx import edited_since

    return edited_since(_checked(data, name), name)


def _schedule_json(data: bytes, name: str, options: Options) -> "Schedule":
    from milepost.ledger.codec_json import schedule_from_json

    return schedule_from_json(data, name)


def _schedule() -> "type[Schedule]":
    from milepost.ledger.records import Schedule

    return Schedule


def _unit_list(data: bytes, name: str, options: Options) -> "tuple[Unit, ...]":
    from milepost.ledger.unit_list import read_unit_list

    return read_unit_list(_checked(data, name), name)


def _units() -> Any:
    from milepost.ledger.records import Unit

    return tuple[Unit, ...]


def _returned(data: bytes, name: str, options: Options) -> "Filled":
    from milepost.ledger.returned import read_returned

    return read_returned(_checked(data, name), name)


def _filled() -> Any:
    from milepost.ledger.returned.controls import Filled

    return Filled


def _form(data: bytes, name: str, options: Options) -> "Packed":
    from milepost.ledger.form_sheets import open_sheets, packed

    return packed(*open_sheets(_checked(data, name), name))


def _packed() -> "type[Packed]":
    from milepost.ledger.form_sheets import Packed

    return Packed


def _tried(data: bytes, name: str, options: Options) -> "Fences":
    from milepost.reading.sandbox.fences import tried

    return tried()


def _fences() -> "type[Fences]":
    from milepost.reading.sandbox.fences import Fences

    return Fences


READ = Task("read", _read, _reading, DOCUMENT)
WRITE = Task("write", _write, lambda: Written, DOCUMENT)
LEDGER_JSON = Task("ledger.json", _ledger_json, _ledger, TABLE)
LEDGER_XLSX = Task("ledger.xlsx", _ledger_xlsx, _ledger, TABLE)
EDITED = Task("ledger.edited", _edited, lambda: bool, TABLE)
SCHEDULE_JSON = Task("schedule.json", _schedule_json, _schedule, TABLE)
UNIT_LIST = Task("unit list", _unit_list, _units, TABLE)
RETURNED = Task("returned book", _returned, _filled, TABLE)
FORM = Task("form", _form, _packed, TABLE)
FENCES = Task("fences", _tried, _fences, "")

TASKS: dict[str, Task[Any]] = {
    task.name: task
    for task in (
        READ,
        WRITE,
        LEDGER_JSON,
        LEDGER_XLSX,
        EDITED,
        SCHEDULE_JSON,
        UNIT_LIST,
        RETURNED,
        FORM,
        FENCES,
    )
}
