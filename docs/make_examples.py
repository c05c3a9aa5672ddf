"""Writes examples/langang/: the plan of an invented city with the state at its freeze, in both languages.

In: the cast of the tests. Out: ledger.json, schedule.json and state.json below en and zh. A test compares, so
that the examples are what the tests speak of. Run `python -m docs.make_examples`.
"""

from pathlib import Path

from milepost.books.inputs.codec import state_json
from milepost.ledger.codec_json import ledger_json, schedule_json
from tests.books.langang import langang
from tests.books.langang_office import office_state

EXAMPLES = Path(__file__).parent.parent / "examples" / "langang"


def files(language: str) -> dict[str, bytes]:
    """The files of one language by name."""
    ledger, schedule, _ = langang(language)
    return {
        "ledger.json": ledger_json(ledger),
        "schedule.json": schedule_json(schedule),
        "state.json": state_json(office_state(language)),
    }


if __name__ == "__main__":
    for language in ("en", "zh"):
        folder = EXAMPLES / language
        folder.mkdir(parents=True, exist_ok=True)
        for name, data in files(language).items():
            (folder / name).write_bytes(data)
