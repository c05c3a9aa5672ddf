"""What a language hands back to `read`: everything of a reading but the file, the text and the outline."""

from msgspec import Struct

from milepost.reading.records import DocumentFacts, FoundMeasure, MeetingFacts, SetAsideFound


class Body(Struct, frozen=True, kw_only=True):
    """What one language's rules found in a text."""

    facts: DocumentFacts
    meeting: MeetingFacts | None = None
    measures: list[FoundMeasure] = []
    set_aside: list[SetAsideFound] = []
    warnings: list[str] = []
