"""What a meeting demanded: the runs of directives that a formula opens in a Chinese bulletin.

In: the text, its clauses, the document's facts and the meeting. Out: one measure for each sentence and
actor, in the order of the text, and the sentences of a run that state facts. A formula (会议强调, 张三要求)
opens a run that goes on in the paragraph and in further ones until the meeting turns to other business; the
span of a measure begins after it. A slogan is kept as a measure of strength `principle`. What was reviewed
or heard stands in `agenda`.
"""

from bisect import bisect_right

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.ledger.records import Part, Strength
from milepost.reading.chinese.charges import (
    MODAL_FRONT,
    Charge,
    agent_at,
    clauses_of,
    find_charges,
)
from milepost.reading.chinese.deadlines import (
    Days,
    chosen,
    find_deadlines,
    found,
    repeats,
)
from milepost.reading.chinese.folding import Folded, fold
from milepost.reading.chinese.phrases import opens_with_verb, verdict
from milepost.reading.chinese.titles import HEADING, REFRAIN, title_of
from milepost.reading.chinese.units import is_strong
from milepost.reading.patterns import pattern
from milepost.reading.records import (
    ClauseFound,
    DocumentFacts,
    FoundMeasure,
    MeetingFacts,
    NamedUnit,
    SetAsideFound,
    Supporting,
)
from milepost.reading.sentences import sentences


class FormulaRow(Struct, frozen=True):
    """A row of the table of formulas: the words after the subject, and how strong the demand is."""

    name: str
    words: str
    strength: Strength = "mandatory"


FORMULAS = (
    FormulaRow("formula:demanded", r"(?:强调|要求|指出|提出|指明|重申|号召|部署|表示|希望|认为|提醒)"),
    FormulaRow("formula:resolved", r"(?:明确|决定|议定|商定|确定|同意)", "commitment"),
)
SUBJECT = r"(?:(?:本次|此次)?(?:会议|大会|全会|会上|例会|主席团)|他|她|[\u4e00-\u9fff·]{2,24}|)"
SAID = r"(?:还|并|同时|进一步|特别|最后)*"
THEN = r"(?:[,:]|(?P<bare>要|必须|应当?|须|由|各))"
OPENINGS = [(row, pattern(rf"{SUBJECT}{SAID}{row.words}{THEN}")) for row in FORMULAS]
CLAUSE_START = pattern(r"[,;:]")
BINDS = pattern(
    r"(?:^|[^重主首概纪摘简])要(?:[^求素点闻]|$)|应当|必须|须|务必|(?:^|[,;])(?:由|请)|不得|严禁|[决绝]不|不能(?:有|搞|以|让)|不容|力争|确保|"
    r"负责|牵头|[一二三四五六七八九十]是"
)
PAST = pattern(r"已|[^为]了")
BUSINESS = pattern(
    r"(?:\d{1,2}[.、])?(?:会议|会上|大会)(?:还|并|同时)?(?:传达|听取|审议|研究|讨论|学习|通报|通过|书面)"
)
SHORT = 40
"""A paragraph that ends without a sign and is no longer is a heading."""
LABEL = pattern(
    r"(?:出席|列席|参加|缺席|请假|主持|记录|发|主送|抄送|抄报|附件|来源|责任编辑)(?:人员?|单位)? ?:"
)
GROUND = pattern(r"[对把将围针按以在为根结从聚通坚立]|[一二三四五六七八九十]是|同时|此外|今后|下一步")
"""What a demand stands on or is about belongs to it; any other clause before 要 states a fact."""

CONFIDENCE = {
    "verb:act": 0.9,
    "phrase:measured": 0.93,
    "object:definite": 0.87,
    "phrase:role": 0.85,
    "verb:unknown": 0.55,
    "object:general": 0.6,
    "verb:secures": 0.6,
    "principle": 0.85,
}
"""How sure a rule's verdict is, set by hand; 0.05 less without a named agent."""


LIFTED = frozenset({"object:general", "verb:secures"})
"""Rules that let a clause be checked only where a unit without doubt is told."""


class Run(Struct):
    """Where the reader stands: the formula that opened the run, if one did."""

    formula: FormulaRow | None = None


def read_directives(
    text: str, clauses: list[ClauseFound], facts: DocumentFacts, meeting: MeetingFacts | None
) -> tuple[list[FoundMeasure], list[SetAsideFound]]:
    """The measures and the facts of the runs of a bulletin."""
    return directives_of(fold(text), clauses, facts, meeting)


def directives_of(
    folded: Folded, clauses: list[ClauseFound], facts: DocumentFacts, meeting: MeetingFacts | None
) -> tuple[list[FoundMeasure], list[SetAsideFound]]:
    """The measures and the facts of the runs of a folded bulletin."""
    day = (meeting.held_on if meeting else None) or facts.date
    days = Days(issued=day, year=int(day[:4]) if day else None, meeting=meeting.held_on if meeting else None)
    places = sorted((clause.span[0], clause.id) for clause in clauses)
    run = Run()
    measures: list[FoundMeasure] = []
    set_aside: list[SetAsideFound] = []
    for paragraph in folded.paragraphs:
        for span in sentences(folded.text, paragraph, "zh") if is_running(folded.text, paragraph) else ():
            stretch = stretch_of(folded.text, span, run)
            if stretch is None:
                continue
            stretch = behind_facts(folded.text, stretch)
            charges = find_charges(folded.text, *stretch) if binds(folded.text, stretch) else []
            for charge in charges:
                clause = clause_at(places, folded.place(charge.span[0]))
                measures.append(measure_of(folded, charge, run, days, clause, len(measures) + 1))
            if not charges:
                set_aside.append(SetAsideFound(span=folded.span(*stretch), reason="reported"))
    return measures, set_aside


def is_running(text: str, paragraph: Span) -> bool:
    """Whether a paragraph is running text: no heading, and no line such as 出席: or 发:."""
    start, end = paragraph
    ended = text[end - 1] in "。;!?”:,"
    return (ended or end - start > SHORT) and not LABEL.match(text, start, end)


def stretch_of(text: str, span: Span, run: Run) -> Span | None:
    """The part of a sentence that demands: behind a formula, or the whole where a run goes on."""
    start, end = span
    while end > start and text[end - 1] in "。;!! ":
        end -= 1
    cuts = [start, *(sign.end() for sign in CLAUSE_START.finditer(text, start, end))]
    for at in cuts[:12]:
        for row, opening in OPENINGS:
            if match := opening.match(text, at, end):
                run.formula = row
                begin = match.start("bare") if match["bare"] else match.end()
                return (begin, end) if begin < end else None
    if BUSINESS.match(text, start, end):
        run.formula = None
    return (start, end) if run.formula and start < end else None


def binds(text: str, stretch: Span) -> bool:
    """Whether a stretch demands anything: a modal, an order, or a unit with what it is to do."""
    if BINDS.search(text[slice(*stretch)]) is not None or opens_with_verb(text, *stretch):
        return True
    return agent_at(text, *stretch) is not None and not PAST.search(text, *stretch)


def behind_facts(text: str, stretch: Span) -> Span:
    """A stretch from its first 要 on, where only clauses that state facts stand before it."""
    for start, end in clauses_of(text, *stretch):
        if MODAL_FRONT.match(text, start, end):
            return start, stretch[1]
        if GROUND.match(text, start, end) or binds(text, (start, end)):
            break
    return stretch


def clause_at(places: list[tuple[int, str]], place: int) -> str | None:
    """The clause that a place stands in."""
    at = bisect_right(places, (place, "\uffff")) - 1
    return places[at][1] if at >= 0 else None


def measure_of(
    folded: Folded, charge: Charge, run: Run, days: Days, clause: str | None, number: int
) -> FoundMeasure:
    """The measure of a charge; its words come from the first clause that can be checked."""
    judged = [(span, *verdict(folded.text, *span)) for span in charge.clauses or [charge.span]]
    if definite(folded.text, charge):
        judged = [(span, good or rule in LIFTED, rule) for span, good, rule in judged]
    main, checkable, rule = next((one for one in judged if one[1]), judged[0])
    dues = find_deadlines(folded, *charge.span, days) if checkable else []
    due, others = chosen(dues)
    told = (main[0], charge.span[1]) if main[1] - main[0] < HEADING else main
    title = title_of(folded, *told, [d for d in dues if told[0] <= d.start < told[1]])
    strength: Strength = (run.formula.strength if run.formula else "mandatory") if checkable else "principle"
    sure = CONFIDENCE[rule if checkable else "principle"] - (0 if charge.lead or charge.support else 0.05)
    named = [run.formula.name if run.formula else "", charge.rule, rule, due.rule if due else ""]
    return FoundMeasure(
        id=f"m{number}",
        span=folded.span(*charge.span),
        clause=clause,
        action=title.action,
        object=title.object,
        output=title.output,
        parts=parts_of(folded, judged, strength),
        strength=strength,
        polarity="refrain" if REFRAIN.match(folded.text, *main) else "do",
        lead=[_unit(folded, span) for span in charge.lead],
        support=[supporting(folded, span, charge.relation) for span in charge.support],
        roles="in_text" if charge.lead or charge.support else "none",
        open_list=charge.open,
        deadline=found(folded, due) if due and due.kind != "recurring" else None,
        other_deadlines=[found(folded, other) for other in others if other.kind != "recurring"],
        recurring=next((repeats(folded, d) for d in dues if d.kind == "recurring"), None),
        confidence=round(sure, 2),
        because=[name for name in named if name],
    )


def definite(text: str, charge: Charge) -> bool:
    """Whether a unit without doubt is told to act: what it improves can be checked, if only by asking it."""
    names = [*charge.lead, *charge.support]
    return any(is_strong(text, *span) and not text.startswith("各", span[0]) for span in names)


def parts_of(folded: Folded, judged: list[tuple[Span, bool, str]], strength: Strength) -> list[Part]:
    """The clauses with what each is worth."""
    return [
        Part(span=folded.span(*span), strength=strength if checkable else "principle")
        for span, checkable, _ in judged
    ]


def _unit(folded: Folded, span: Span) -> NamedUnit:
    """A unit as printed, with its place."""
    name, place = folded.named(*span)
    return NamedUnit(name=name, span=place)


def supporting(folded: Folded, span: Span, relation: str | None) -> Supporting:
    """A unit that takes part, with the printed word that says how."""
    name, place = folded.named(*span)
    return Supporting(name=name, span=place, relation=relation)
