"""What every input record is: frozen, built by keyword, and strict about what a file says."""

from milepost.ledger.records import Record


class Input(Record, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An input record; an unknown key is refused: a misspelt restriction would open a measure."""
