"""The JSON of a reading: `milepost.reading/1`.

In: a `Reading`. Out: indented UTF-8 with the format named first and the other fields in the order of the
records, a line end at the end; and back. Every field is written, empty ones too. Reading back checks types
and names the field that is wrong.
"""

import msgspec

from milepost.reading.records import Reading


def reading_json(reading: Reading) -> bytes:
    """A reading as JSON."""
    return indented(compact_json(reading))


def compact_json(reading: Reading) -> bytes:
    """A reading as JSON on one line, for the way from one process to another."""
    fields = {name: getattr(reading, name) for name in reading.__struct_fields__}
    return msgspec.json.encode({"format": reading.format, **fields})


def indented(compact: bytes) -> bytes:
    """The JSON of a reading as it stands in a file."""
    return msgspec.json.format(compact, indent=2) + b"\n"


def reading_from_json(data: bytes) -> Reading:
    """A reading from its JSON; msgspec.ValidationError names a field that is wrong."""
    return msgspec.json.decode(data, type=Reading)
