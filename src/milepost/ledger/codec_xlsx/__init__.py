"""The exchange form `ledger.xlsx`: a ledger as a workbook that people edit, and back."""

from milepost.ledger.codec_xlsx.read import edited_since, read_xlsx
from milepost.ledger.codec_xlsx.write import write_xlsx

__all__ = ["edited_since", "read_xlsx", "write_xlsx"]
