"""What a person tells about a document because its text does not.

In: options. Out: a record that travels with the file to whoever reads it: here, in a child, on a cluster.
"""

from msgspec import Struct


class Given(Struct, frozen=True, kw_only=True):
    """`date` is the document's day (ISO), for texts that print none; `region` the country code whose working
    days a clock in working days counts."""

    date: str | None = None
    region: str | None = None


NOTHING = Given()
