"""What a check of a plan found: the one record that every check answers with.

In: facts of a plan. Out: `Evidence`, with its words in both languages. A check states and shows; it deletes
nothing and decides nothing. Not here: the checks themselves, one module each.
"""

from typing import Literal

from msgspec import Struct

from milepost.ledger.records import Measure
from milepost.planning.settings import Language
from milepost.planning.wording import missing_words, sentence

Severity = Literal["error", "warning", "query", "note", "list"]


class Evidence(Struct, frozen=True, kw_only=True):
    """One finding: which check, how grave, about which measures, in a sentence, with its figures."""

    check: str
    severity: Severity
    measures: tuple[str, ...]
    en: str
    zh: str
    facts: dict[str, str] = {}

    def words(self, language: Language) -> str:
        """The sentence in a language."""
        return self.zh if language == "zh" else self.en


def evidence(
    check: str, severity: Severity, measures: tuple[str, ...], key: str, **values: object
) -> Evidence:
    """A finding whose sentence is the row `key` of the wording; the values are its facts too."""
    return Evidence(
        check=check,
        severity=severity,
        measures=measures,
        en=sentence(key, "en", **values),
        zh=sentence(key, "zh", **values),
        facts={name: str(value) for name, value in values.items()},
    )


def lacking(check: str, severity: Severity, measure: Measure, keys: tuple[str, ...]) -> Evidence:
    """A finding that a measure lacks things; `keys` are those of `wording.MISSING`, the sentence is the
    check's own."""
    return Evidence(
        check=check,
        severity=severity,
        measures=(measure.id,),
        en=sentence(check, "en", code=measure.code, missing=missing_words(keys, "en")),
        zh=sentence(check, "zh", code=measure.code, missing=missing_words(keys, "zh")),
        facts={"code": measure.code, "missing": ",".join(keys)},
    )
