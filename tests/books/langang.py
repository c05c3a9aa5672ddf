"""The invented city of Langang: the plan that the look targets print, as ledger, schedule and state.

Sixteen measures, six units, three groups, edition 2 frozen on 15 June 2027, in English and in Chinese. `many`
repeats it for speed and volumes. Everything is made from `tests/data/langang.json`; spans are found, never
counted by hand.
"""

import datetime as dt
import functools
import json
from pathlib import Path
from typing import Any

import msgspec

from milepost.books.inputs import (
    Adoption,
    Change,
    DutyState,
    Evidence,
    Forecast,
    Handling,
    Light,
    Report,
    Rules,
    State,
)
from milepost.ledger.ids import stable_id
from milepost.ledger.origins import quoted, typed
from milepost.ledger.prints import plan_print
from milepost.ledger.records import (
    Assignment,
    Clause,
    Deadline,
    Document,
    Driver,
    Lag,
    Ledger,
    Link,
    Measure,
    Orientation,
    Plan,
    Promise,
    PromiseKept,
    Schedule,
    ScheduleRow,
    SmallDate,
    Stage,
    Step,
    Unit,
    Verified,
)

FROZEN = "2027-06-15"
DATA: dict[str, Any] = json.loads(
    (Path(__file__).parents[1] / "data" / "langang.json").read_text(encoding="utf-8")
)
STAGES: dict[str, Stage] = {
    "s": "study",
    "d": "draft",
    "c": "consult",
    "r": "review",
    "i": "issue",
    "x": "carry_out",
    "e": "evaluate",
}
STAGE_WORDS = {
    "en": {
        "s": "Study",
        "d": "Draft",
        "c": "Consult",
        "r": "Review",
        "i": "Issue",
        "x": "Carry out",
        "e": "Evaluate",
    },
    "zh": {
        "s": "调研",
        "d": "起草",
        "c": "征求意见",
        "r": "审议",
        "i": "印发",
        "x": "组织落实",
        "e": "评估",
    },
}
LED_STAGES = {"3": "scix", "6": "rix", "10": "sdi", "14": "drxe"}
"""The stage that each worded step of a task book's measure is."""
MARK = {"≠": "changed", "+": "added", "−": "removed", "→": "moved"}
CLASSIFIED = {"en": "Internal", "zh": "内部"}
PRINCIPLE = {
    "en": "All units shall measure reform by what residents and companies feel.",
    "zh": "各单位要坚持以企业和群众感受作为检验改革成效的标准。",
}
WAITS = {"en": "{lead} goes on from it", "zh": "{lead}据此推进"}
LAST_EVIDENCE = {11: "05-04"}
"""The day a measure's evidence ends where it ends before its steps do: the stale one."""
SAID_AGO = {"en": "Self-report: 90 %.", "zh": "自报进度90%。"}


def day(short: str) -> str:
    """A day of 2027 from month and day."""
    return f"2027-{short}"


@functools.cache
def langang(language: str) -> tuple[Ledger, Schedule, State]:
    """Ledger, schedule and state of edition 2 in one language."""
    return _made(language, 1)


@functools.cache
def many(number: int, language: str) -> tuple[Ledger, Schedule, State]:
    """The same plan repeated until it holds `number` measures."""
    times = -(-number // len(DATA["measures"]))
    ledger, schedule, state = _made(language, times)
    kept = {measure.id for measure in ledger.measures[:number]}
    steps = tuple(step for step in ledger.steps if step.measure in kept)
    held = kept | {step.id for step in steps} | {a.id for a in ledger.assignments if a.measure in kept}
    ledger = msgspec.structs.replace(
        ledger,
        measures=ledger.measures[:number],
        assignments=tuple(a for a in ledger.assignments if a.measure in kept),
        steps=steps,
        links=tuple(link for link in ledger.links if {link.from_, link.to} <= held),
    )
    schedule = msgspec.structs.replace(
        schedule,
        rows=tuple(row for row in schedule.rows if row.step in held),
        promises=tuple(p for p in schedule.promises if p.measure in held),
    )
    state = msgspec.structs.replace(
        state,
        lights=tuple(row for row in state.lights if row.subject in held),
        forecasts=tuple(row for row in state.forecasts if row.subject in held),
        duties=tuple(row for row in state.duties if row.assignment in held),
        reports=tuple(row for row in state.reports if row.measure in held),
        evidence=tuple(row for row in state.evidence if row.subject in held),
        changes=tuple(row for row in state.changes if row.subject in held),
    )
    return ledger, schedule, state


class _Maker:
    """Gathers the rows of ledger, schedule and state."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.text = ""
        self.clauses: list[Clause] = []
        self.measures: list[Measure] = []
        self.assignments: list[Assignment] = []
        self.steps: list[Step] = []
        self.links: list[Link] = []
        self.rows: list[ScheduleRow] = []
        self.lights: list[Light] = []
        self.forecasts: list[Forecast] = []
        self.duties: list[DutyState] = []
        self.reports: list[Report] = []
        self.evidence: list[Evidence] = []
        self.changes: list[Change] = []

    def say(self, both: dict[str, str]) -> str:
        """The text in the language of the plan."""
        return both[self.language]

    def add_clause(self, id_: str, label: str | None, text: str) -> tuple[int, int]:
        """A paragraph at the end of the document; its span."""
        start = len(self.text)
        self.text += text + "\n"
        span = (start, start + len(text))
        self.clauses.append(Clause(id=id_, document="plan", span=span, text=text, label=label))
        return span


def _made(language: str, times: int) -> tuple[Ledger, Schedule, State]:
    maker = _Maker(language)
    title = maker.say(DATA["doc"])
    maker.add_clause("c-title", None, title)
    principle = maker.add_clause("c-principle", "1" if language == "en" else "一", PRINCIPLE[language])
    for turn in range(times):
        for row in DATA["measures"]:
            _measure(maker, row, turn)
        for row in DATA["links"]:
            _link(maker, row, turn)
        for row in DATA["duties"]:
            _duty(maker, row, turn)
        for row in DATA["parts"]:
            _duty(maker, row, turn)
        for row in DATA["changes"]:
            _change(maker, row, turn)
    ledger = Ledger(
        plan=Plan(id="langang-2027", title=title, language=language, edition=2, frozen_on=FROZEN),  # type: ignore[arg-type] # one of two
        documents=(
            Document(
                id="plan",
                title=title,
                kind="plan",
                number=maker.say(DATA["docno"]),
                date="2027-01-15",
                issuer=maker.say(DATA["body"]),
                language=language,  # type: ignore[arg-type] # one of two
            ),
        ),
        clauses=tuple(maker.clauses),
        units=tuple(
            Unit(
                id=code,
                code=code,
                name=maker.say(name),
                short=maker.say(DATA["short"][code]),
                language=language,  # type: ignore[arg-type] # one of two
            )
            for code, name in DATA["units"].items()
        ),
        measures=tuple(maker.measures),
        assignments=tuple(maker.assignments),
        steps=tuple(maker.steps),
        links=tuple(maker.links),
        orientation=(
            Orientation(document="plan", span=principle, text=PRINCIPLE[language], clause="c-principle"),
        ),
    )
    schedule = Schedule(
        plan_print=plan_print(ledger),
        today=FROZEN,
        calendar="weekdays",
        verified=Verified(ok=True, by="tests"),
        rows=tuple(maker.rows),
        promises=tuple(
            PromiseKept(measure=m.id, due=m.deadline.value.date or "", finish=m.deadline.value.date)
            for m in maker.measures
            if m.deadline
        ),
    )
    return ledger, schedule, _state(maker)


def _state(maker: _Maker) -> State:
    """The state at the freeze."""
    say = maker.say
    return State(
        as_of=FROZEN,
        body=say(DATA["body"]),
        office=say(DATA["office"]),
        place=say(DATA["city"]),
        rules=Rules(
            name=say(DATA["rules"]),
            near_words=say(DATA["settings"]["near"]),
            evidence_days=DATA["settings"]["evidence_days"],
        ),
        adoption=Adoption(
            body=say(DATA["body"]), sitting=say({"en": "9th meeting", "zh": "第九次会议"}), on="2027-01-15"
        ),
        previous_on=day(DATA["edition1"]),
        lights=tuple(maker.lights),
        forecasts=tuple(maker.forecasts),
        duties=tuple(maker.duties),
        reports=tuple(maker.reports),
        evidence=tuple(maker.evidence),
        changes=tuple(maker.changes),
        limits=dict.fromkeys(DATA["units"], 4),
        handling=Handling(classification=CLASSIFIED[maker.language], copy=3, copies=12),
    )


def _id(kind: str, number: object, turn: int) -> str:
    """An id that lasts, like those of the product."""
    return stable_id("langang", kind, str(number), str(turn))


def _measure(maker: _Maker, row: dict[str, Any], turn: int) -> None:
    """A measure with its clause, assignments, steps, light and reports."""
    number, say = row["no"], maker.say
    code = number + turn * len(DATA["measures"])
    id_ = _id("measure", number, turn)
    lead, title = say(DATA["units"][row["lead"]]), say(row["title"])
    others = [say(DATA["units"][u]) for u in row["coop"]]
    label = say(row["clause"]).removeprefix("§")
    written = _written(row["finish"], maker.language)
    named = title.translate({ord("“"): "‘", ord("”"): "’"})
    text = (
        f"The {lead} leads, with the {', the '.join(others)}: ‘{named}’ is to be done {written}."
        if maker.language == "en"
        else f"{written}，由{lead}牵头，{'、'.join(others)}配合，完成“{named}”工作。"
    )
    start, end = maker.add_clause(_id("clause", number, turn), label, text)
    at = text.index(written) + start
    led = DATA["led"].get(str(number), {})
    test = DATA["tests"][str(number)]
    leader = led.get("leader", DATA["leaders"][row["group"]])
    officer = led.get("officer", DATA["officers"][row["lead"]])
    verified = row["light"] == "done"
    maker.measures.append(
        Measure(
            id=id_,
            code=f"M-{code:03d}",
            document="plan",
            quote=text,
            title=typed(title),
            clause=_id("clause", number, turn),
            span=(start, end),
            kind=typed("document"),
            group=typed(say(DATA["groups"][row["group"]])),
            tier=typed(say({"en": "Key", "zh": "重点"})) if number in DATA["critical"] else None,
            deadline=quoted(
                Deadline(
                    text=written,
                    kind="fixed",
                    span=(at, at + len(written)),
                    date=day(row["finish"]),
                    original=Promise(date=day(row["finish"])),
                    current=Promise(date=day(row["finish"])),
                ),
                (at, at + len(written)),
            ),
            start=typed(Deadline(text="", kind="start", date=day(row["start"]))),
            output_form=typed(say(row["output"])),
            acceptance_test=typed(say(led["goal"] if led else test["goal"])),
            verifier=typed(say(test["verifier"])),
            risks=typed(say(led["risk"])) if led else None,
            leader=typed(say(leader)),
            officer=typed(say(officer)),
            state="verified" if verified else "running",
            checked=True,
        )
    )
    for role, codes in (("lead", [row["lead"]]), ("cooperating", row["coop"])):
        for unit in codes:
            name = say(DATA["units"][unit])
            place = text.index(name) + start
            maker.assignments.append(
                Assignment(
                    id=_id(f"duty-{unit}", number, turn),
                    measure=id_,
                    printed=name,
                    unit=quoted(unit, (place, place + len(name))),
                    role=typed(role),  # type: ignore[arg-type] # one of two
                )
            )
    _steps(maker, row, turn, led.get("steps", ()))
    _lit(maker, row, id_)
    if number == 10:
        maker.reports.append(
            Report(
                measure=id_, unit=row["lead"], on="2027-06-14", percent_self=90, done=SAID_AGO[maker.language]
            )
        )


def _written(short: str, language: str) -> str:
    """A deadline as the document writes it."""
    date = dt.date.fromisoformat(day(short))
    if language == "zh":
        last = (date + dt.timedelta(1)).day == 1
        return f"2027年{date.month}月底前" if last else f"2027年{date.month}月{date.day}日前"
    return f"by {date.day} {date:%B} 2027"


def _steps(maker: _Maker, row: dict[str, Any], turn: int, worded: Any) -> None:
    """The stages of a measure as steps, worded where the task book words them."""
    number, say = row["no"], maker.say
    by_stage = dict(zip(LED_STAGES.get(str(number), ""), worded, strict=False))
    begun = ""
    for order, stage in enumerate(row["stages"], start=1):
        own = by_stage.get(stage["k"])
        ends = (own and (own["done"] or own["fc"] or own["base"])) or stage["e"]
        starts = max(stage["s"], begun)
        begun = ends
        last = order == len(row["stages"])
        later = (by_stage[s["k"]]["base"] for s in row["stages"][order:] if s["k"] in by_stage)
        latest = min(later, default=row["finish"])
        base = own["base"] if own else row["finish"] if last else min(stage["e"], latest)
        ended = min(ends, LAST_EVIDENCE.get(number, ends))
        finished = (day(ends) < FROZEN and (not own or own["done"])) or row["light"] == "done"
        done = day(ended) if finished else None
        id_ = _id(f"step-{stage['k']}", number, turn)
        maker.steps.append(
            Step(
                id=id_,
                measure=_id("measure", number, turn),
                origin="typed",
                order=order,
                stage=STAGES[stage["k"]],
                title=typed(say(own["text"]) if own else STAGE_WORDS[maker.language][stage["k"]]),
                start=typed(SmallDate(text="", date=day(starts))) if starts <= base else None,
                due=typed(SmallDate(text="", date=day(base))),
                done_on=done,
                key=bool(own),
            )
        )
        maker.rows.append(
            ScheduleRow(
                step=id_,
                start=day(starts),
                finish=day(ends),
                critical=number in DATA["critical"],
                driver=Driver(kind="release", words=""),
            )
        )
        if done:
            maker.evidence.append(
                Evidence(subject=id_, kind=say({"en": "text in force", "zh": "正式文本"}), dated_on=done)
            )
        elif day(ends) != day(base):
            maker.forecasts.append(Forecast(subject=id_, date=day(ends)))


def _lit(maker: _Maker, row: dict[str, Any], id_: str) -> None:
    """The light and the forecast of a measure."""
    exposed = {link["dst"]: link["src"] for link in DATA["links"]}
    late = (dt.date.fromisoformat(FROZEN) - dt.date.fromisoformat(day(row["finish"]))).days
    turn = (int(maker.measures[-1].code[2:]) - 1) // len(DATA["measures"])
    if row["light"] != "done":
        behind = row["forecast"] or row["finish"]
        slip = (dt.date.fromisoformat(day(behind)) - dt.date.fromisoformat(day(row["finish"]))).days
        kinds: dict[str, dict[str, Any]] = {
            "late": {"colour": "red", "reason": "R1", "days": late, "blocked_by": "FIN"},
            "behind": {"colour": "yellow", "reason": "Y2", "days": slip},
            "exposed": {"colour": "green", "exposed": _id("measure", exposed.get(row["no"], 1), turn)},
            "near": {"colour": "blue", "reason": "B1", "days": -late},
            "stale": {"colour": "grey", "reason": "G1", "days": 42},
            "on": {"colour": "green"},
        }
        maker.lights.append(Light(subject=id_, **kinds[row["light"]]))
    if row["forecast"]:
        maker.forecasts.append(Forecast(subject=id_, date=day(row["forecast"])))


def _link(maker: _Maker, row: dict[str, Any], turn: int) -> None:
    """A link between two stages."""
    maker.links.append(
        Link(
            id=_id("link", row["n"], turn),
            kind="enables",
            hard=True,
            condition=maker.say(row["cond"]),
            from_=_id(f"step-{row['ss']}", row["src"], turn),
            to=_id(f"step-{row['ds']}", row["dst"], turn),
            lag=Lag(value=0) if row["crit"] else None,
        )
    )


def _duty(maker: _Maker, row: dict[str, Any], turn: int) -> None:
    """The worded duty of a unit, the data bureau's where none is named, in another unit's measure."""
    unit = row.get("unit", "ADB")
    id_ = _id(f"duty-{unit}", row["no"], turn)
    at = next(i for i, a in enumerate(maker.assignments) if a.id == id_)
    due = Deadline(text="", kind="fixed", date=day(row["base"]), original=Promise(date=day(row["base"])))
    maker.assignments[at] = msgspec.structs.replace(
        maker.assignments[at], duty_text=typed(maker.say(row["duty"])), deadline=typed(due)
    )
    officer = row.get("officer") or DATA["officers"][unit]
    maker.duties.append(
        DutyState(
            assignment=id_,
            state=row.get("state") or ("finished" if row["done"] else "working"),
            signed_on=day(row["signed"]),
            done_on=day(row["done"]) if row["done"] else None,
            waits=maker.say(row["why"] or _waits(row["no"])),
            officer=maker.say(officer),
        )
    )
    if row["fc"]:
        maker.forecasts.append(Forecast(subject=id_, date=day(row["fc"])))
    _lit_duty(maker, row, id_)


def _waits(number: int) -> dict[str, str]:
    """That the lead unit of a measure waits for a duty, in both languages."""
    lead = DATA["units"][DATA["measures"][number - 1]["lead"]]
    return {language: words.format(lead=lead[language]) for language, words in WAITS.items()}


def _lit_duty(maker: _Maker, row: dict[str, Any], id_: str) -> None:
    """The light of a duty, unless it is done."""
    colours = {"near": "blue", "on": "green", "behind": "yellow", "stale": "grey", "late": "red"}
    if row["light"] not in colours:
        return
    base = dt.date.fromisoformat(day(row["base"]))
    until = {"behind": day(row["fc"]), "late": FROZEN}.get(row["light"])
    days = (dt.date.fromisoformat(until) - base).days if until else None
    maker.lights.append(Light(subject=id_, colour=colours[row["light"]], days=days))  # type: ignore[arg-type] # one of five


def _change(maker: _Maker, row: dict[str, Any], turn: int) -> None:
    """A change since edition 1."""
    duty = row["no"] in (7, 11)
    maker.changes.append(
        Change(
            subject=_id("duty-ADB" if duty else "measure", row["no"], turn),
            mark=MARK[row["mark"]],  # type: ignore[arg-type] # one of four
            field=maker.say(row["field"]),
            was=maker.say(row["was"]),
            now=maker.say(row["now"]),
            by=maker.say(row["auth"]),
        )
    )
