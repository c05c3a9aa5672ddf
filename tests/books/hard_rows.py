"""The invented plan with rows that are hard to set: long texts, many units, no date, mixed scripts, a long
name.

Measure 10 of the data bureau has a goal of 3,000 characters, measure 6 a title of 3,000 in one sentence,
measure 3 twelve cooperating units, measure 14 no date; the finance bureau's name has 60 characters.
"""

import functools

import msgspec

from milepost.books.inputs import DutyState, State
from milepost.ledger.ids import stable_id
from milepost.ledger.origins import typed
from milepost.ledger.records import Assignment, Ledger, Measure, Schedule, Unit
from tests.books.langang import langang

LONG = 3_000
COOPERATING = 12
SENTENCES = {
    "en": "Item {n} of the catalogue names its owner, its refresh rate and the day on which it is answered. ",
    "zh": "第{n}项目录写明提供单位、更新频率和答复时限，逐项核对并公布。",
}
ENDLESS = {
    "en": "collect, sort, check, publish and answer the requests of all who live in district {n}, ",
    "zh": "收集、分类、核对、公布并答复第{n}片区企业和群众诉求，",
}
MIXED = {
    "en": "Uses the 一表通办 form (v2.1) and api.langang.example/refreshratesofallcataloguesanditemsof2027.",
    "zh": "沿用API（v2.1）及api.langang.example/refreshratesofallcataloguesanditemsof2027目录。",
}
NAME = {
    "en": "Bureau of Finance, State Assets, Public Purchases and Audits",
    "zh": "市财政国有资产监督管理公共采购审计和预算绩效评价以及"
    "政府债务风险防范化解工作联席会议办公室综合协调与督促检查专班办事机构",
}
UNIT = {"en": "Bureau for the Affairs of District {n}", "zh": "第{n}片区综合事务管理局"}


@functools.cache
def hard(language: str) -> tuple[Ledger, Schedule, State]:
    """Ledger, schedule and state with the hard rows."""
    ledger, schedule, state = langang(language)
    measures = tuple(_hardened(measure, language) for measure in ledger.measures)
    new = _twelve(ledger, language)
    units = tuple(
        msgspec.structs.replace(u, name=NAME[language], short="") if u.id == "FIN" else u
        for u in ledger.units
    )
    first = next(a for a in ledger.assignments if a.duty_text and a.unit.value == "ADB")
    rest = tuple(_wordy(a, language) if a.id == first.id else a for a in ledger.assignments)
    contested = tuple(_contested(duty) if duty.assignment == first.id else duty for duty in state.duties)
    return (
        msgspec.structs.replace(
            ledger,
            measures=measures,
            units=(*units, *(unit for unit, _ in new)),
            assignments=(*rest, *(assignment for _, assignment in new)),
        ),
        schedule,
        msgspec.structs.replace(state, duties=contested),
    )


def repeated(pattern: str, length: int = LONG) -> str:
    """Numbered sentences until the length is reached."""
    text, n = "", 0
    while len(text) < length:
        n += 1
        text += pattern.format(n=n)
    return text.strip()


def _hardened(measure: Measure, language: str) -> Measure:
    """A measure with what is hard about it."""
    change = {
        "M-010": {"acceptance_test": typed(repeated(SENTENCES[language]))},
        "M-006": {"title": typed(repeated(ENDLESS[language]).rstrip(",，"))},
        "M-014": {"deadline": None, "start": None},
        "M-003": {"risks": typed(MIXED[language])},
    }.get(measure.code, {})
    return msgspec.structs.replace(measure, **change)


def _twelve(ledger: Ledger, language: str) -> list[tuple[Unit, Assignment]]:
    """Twelve more cooperating units of measure 3."""
    measure = next(m for m in ledger.measures if m.code == "M-003")
    made = []
    for n in range(1, COOPERATING + 1):
        name = UNIT[language].format(n=n)
        unit = Unit(id=f"D{n}", code=f"D{n}", name=name, language=language)  # type: ignore[arg-type] # one of two
        made.append(
            (
                unit,
                Assignment(
                    id=stable_id("langang", "hard", str(n), "0"),
                    measure=measure.id,
                    printed=name,
                    unit=typed(unit.id),
                    role=typed("cooperating"),
                ),
            )
        )
    return made


def _wordy(assignment: Assignment, language: str) -> Assignment:
    """A duty of 3,000 characters."""
    return msgspec.structs.replace(assignment, duty_text=typed(repeated(SENTENCES[language])))


def _contested(duty: DutyState) -> DutyState:
    """The duty contested, to be ruled on."""
    return msgspec.structs.replace(duty, state="contested", ruling_due="2027-06-22", signed_on=None)
