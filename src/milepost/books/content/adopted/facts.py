"""What stands on every page of an adopted edition: as in the first edition, with how the copy is handled.

In: a `View` and a `State`. Out: `Facts`. An adopted edition is no draft: its rows were checked and a body
adopted them; where some are not, the first edition's banner stays.
"""

import msgspec

from milepost.books.content.facts import facts_of
from milepost.books.content.records import Facts
from milepost.books.content.view import View
from milepost.books.inputs import Handling, State
from milepost.books.wording.dates import joined
from milepost.books.wording.labels import Language, words


def adopted_facts(view: View, state: State) -> Facts:
    """The facts of an adopted edition."""
    reader = view.units.get(state.handling.reader or "")
    handling = handling_words(state.handling, reader.name if reader else "", view.language)
    return msgspec.structs.replace(facts_of(view), handling=handling, author=state.office or state.body)


def handling_words(handling: Handling, reader: str, language: Language) -> str:
    """Classification, copy number and reader in one line; empty where nothing is said."""
    copy = ""
    if handling.copy is not None:
        key = "handling.copy" if handling.copies is None else "handling.copy_of"
        copy = words(key, language, n=handling.copy, total=handling.copies)
    made_for = words("handling.reader", language, unit=reader) if reader else ""
    return joined((handling.classification, copy, made_for), language)
