"""Returned task books: what a unit wrote into its Word file, read back and put into the ledger.

In: the bytes of a .docx that Milepost wrote and a person filled in. Out: what was filled, by id and field;
then the ledger with it, typed, and sentences for all that could not be used. Writing such books stands in
the books' writers.
"""

from milepost.ledger.returned.controls import read_returned
from milepost.ledger.returned.take_in import take_in

__all__ = ["read_returned", "take_in"]
