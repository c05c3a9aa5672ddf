"""The measures of a file, brought to what the tests of tables ask of them."""

from milepost.reading import read
from milepost.reading.records import FoundMeasure, Reading

TODAY = "2027-01-05"


def reading(data: bytes, ending: str) -> Reading:
    """The reading of a file dated in January 2027."""
    return read(data, f"table.{ending}", date=TODAY)


def mains(found: Reading) -> list[FoundMeasure]:
    """The measures that are no part of another."""
    return [measure for measure in found.measures if measure.level == "main"]


def asked(
    measure: FoundMeasure,
) -> tuple[str | None, str, tuple[str, ...], tuple[str, ...], str | None, str | None]:
    """Number, action, leads, support, date, output."""
    return (
        measure.number,
        measure.action,
        tuple(unit.name for unit in measure.lead),
        tuple(unit.name for unit in measure.support),
        measure.deadline.date if measure.deadline else None,
        measure.output.text if measure.output else None,
    )
