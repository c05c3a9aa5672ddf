"""The JSON of a reading: `milepost.reading/1`.

In: a `Reading`. Out: indented UTF-8 with the format named first and the other fields in the order of the
records, a line end at the end; and back. Every field is written, empty ones too. Reading back checks types
and names the field that is wrong.
"""

import msgspec

from milepost.reading.records import Reading


def reading_json(reading: Reading) -> bytes:
    """A reading as JSON."""
    fields = msgspec.to_builtins(reading)
    ordered = {"format": reading.format, **fields}
    return msgspec.json.format(msgspec.json.encode(ordered), indent=2) + b"\n"


def reading_from_json(data: bytes) -> Reading:
    """A reading from its JSON; msgspec.ValidationError names a field that is wrong."""
    return msgspec.json.decode(data, type=Reading)
