"""What a meeting demanded: the runs of directives that a formula opens in an English bulletin.

In: the text, its clauses, the document's facts and the meeting. Out: one measure for each sentence and
actor, in the order of the text, and the sentences of a run that state facts. A formula ("The meeting
stressed that") opens a run that goes on to the end of the paragraph and into further ones; the span of a
measure begins after it. A slogan is kept as a measure of strength `principle`. An imperative continues a
run only after a demand in the same paragraph, since translations leave fragments. What was reviewed or
heard stands in `agenda`.
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.ledger.records import Named, Part, Strength
from milepost.reading.english.charges import OTHERS, Charge, find_charges, split_agents
from milepost.reading.english.deadlines import Clock, find_deadlines
from milepost.reading.english.directive_phrases import find_subjunctive, rhythm_of, slogans
from milepost.reading.english.phrases import KNOWN, PASSIVE, Phrase, find_phrases, verb_at
from milepost.reading.english.words import DOCUMENT_PRODUCTS
from milepost.reading.patterns import pattern
from milepost.reading.records import (
    ClauseFound,
    DocumentFacts,
    FoundMeasure,
    MeetingFacts,
    NamedUnit,
    SetAsideFound,
)
from milepost.reading.sentences import Paragraph, flat, paragraphs, sentences, trimmed

PUSHING = pattern(
    r"(?:\w+ly )?(?:implement|promote|push|advance|speed up|accelerate|intensify|set)\b", ignore_case=True
)
"""Verbs that say only that something goes on; a more telling phrase beside them names the measure."""


class FormulaRow(Struct, frozen=True):
    """A row of the table of formulas. `takes` says what follows: a clause, an agent with "to", or a verb."""

    name: str
    words: str
    takes: Literal["clause", "agent", "verb"] = "clause"
    strength: Strength = "mandatory"


SAID = (
    r"(?:pointed out|points out|stresse[ds]|emphasi[sz]e[ds]|underline[ds]|underscore[ds]|highlighted|"
    r"noted|notes|"
    r"stated|said|reiterated|insisted|believed|held|clarified|made clear|proposed|warned|added|required|"
    r"demanded|"
    r"requested|concluded|urged|reaffirmed|recommended)"
)
RESOLVED = r"(?:decided|agreed|resolved|determined|directed|ordered|approved)"
TOLD = (
    r"(?:required|urged|asked|called (?:on|upon)|directed|instructed|ordered|tasked|requested|mandated|"
    r"charged|"
    r"requires|urges|asks|calls (?:on|upon))"
)
FORMULAS = (
    FormulaRow("formula:required-that", r"[Ii]t (?:is|was) (?:required|requested|directed|demanded) that\b"),
    FormulaRow("formula:said-that", rf"{SAID}(?: that\b|:|, that\b| the need to\b)"),
    FormulaRow("formula:resolved-that", rf"{RESOLVED}(?: that\b|:)"),
    FormulaRow("formula:resolved-to", rf"{RESOLVED} to\b", "verb", "commitment"),
    FormulaRow("formula:told", rf"{TOLD} (?P<agent>[^,.;:]{{3,160}}?) to\b", "agent"),
    FormulaRow(
        "formula:constituted",
        r"(?:constituted|established|set up|formed|appointed) (?P<agent>an? [^.;:]{3,120}?) to\b",
        "agent",
    ),
    FormulaRow(
        "formula:encouraged",
        r"(?:encourage[ds]|invite[ds]) (?P<agent>[^,.;:]{3,160}?) to\b",
        "agent",
        "advisory",
    ),
    FormulaRow("formula:called-for", r"(?:called for|calls for)\b", "verb"),
    FormulaRow("formula:said", rf"{SAID},"),
)
"""The first row whose words stand earliest in a sentence opens a run."""
OPENINGS = [(row, pattern(rf"\b{row.words}")) for row in FORMULAS]
ASKING = ("formula:said-that", "formula:resolved-that", "formula:required-that")
"""Formulas after which a plain verb binds: "directed that the Ministry distribute"."""
LONGEST_SUBJECT = 260
BOUND = pattern(r"\b(?:should|must|shall|it is necessary|we must)\b", ignore_case=True)
ALSO = pattern(r"(?:\band|,|;)(?: also| further)? $")
NO_AGENT = pattern(r"(?:to|that|by|for|in|on)\b")
PASSIVE_BEFORE = pattern(r"\b(?:is|are|was|were|be|been) $")
HEADING_OPENS = pattern(
    r"(?:decisions?|directives?|actions?|requirements?|resolutions?|instructions?|next steps)\b",
    ignore_case=True,
)
FACT = pattern(r"\b(?:is|are|was|were|has|have|had|saw|delivered|expressed)\b")
BY_AGENT = pattern(r" by (the [^,;.]{3,80}?)(?: (?:by|before|within|no later|in)\b|[,;.]|$)")
LONGEST_ACTION = 110

CONFIDENCE = {
    "verb:act": 0.93,
    "phrase:measured": 0.92,
    "phrase:role": 0.9,
    "object:definite": 0.88,
    "object:stepwise": 0.85,
    "object:named": 0.7,
    "verb:unknown": 0.6,
    "principle": 0.85,
}
"""How sure a rule's verdict is, set by hand; 0.05 less without a named agent."""


class Opened(Struct, frozen=True, kw_only=True):
    """A formula in a sentence: its row, where it begins and ends, and the agent that it names."""

    row: FormulaRow
    before: int
    after: int
    agent: Span | None = None


class Run(Struct):
    """Where the reader stands: the formula that opened the run, whether this paragraph has demanded."""

    formula: str | None = None
    demanded: bool = False


def read_directives(
    text: str, clauses: list[ClauseFound], facts: DocumentFacts, meeting: MeetingFacts | None
) -> tuple[list[FoundMeasure], list[SetAsideFound]]:
    """The measures and the facts of the runs of a bulletin."""
    level = flat(text)
    day = (meeting.held_on if meeting else None) or facts.date
    clock = Clock(issued=day, meeting=day)
    measures: list[FoundMeasure] = []
    set_aside: list[SetAsideFound] = []
    run = Run()
    for paragraph in paragraphs(text, clauses):
        run.demanded = False
        if paragraph.heading or is_heading(level, paragraph.span):
            run.formula = "formula:heading" if HEADING_OPENS.match(level, *paragraph.span) else run.formula
            continue
        for sentence in sentences(text, paragraph.span, "en"):
            found = list(read_sentence(level, sentence, run))
            run.demanded = run.demanded or bool(found)
            for charge in found:
                number = len(measures) + 1
                measures.append(measure_of(level, charge, paragraph, clock, run.formula or "", number))
            if not found and run.formula and FACT.search(level, *sentence):
                set_aside.append(SetAsideFound(span=sentence, reason="reported"))
    return measures, set_aside


def is_heading(level: str, span: Span) -> bool:
    """Whether a paragraph is a heading: short, and no sentence."""
    return span[1] - span[0] < 80 and level[span[1] - 1] not in '.;!”"'


def read_sentence(level: str, sentence: Span, run: Run) -> Iterator[Charge]:
    """The charges of a sentence, and what it changes in the run."""
    formulas = find_formulas(level, sentence)
    if not formulas and run.formula:
        yield from demanded(level, sentence, run)
    ends = [formula.before for formula in formulas[1:]] + [sentence[1]]
    for formula, end in zip(formulas, ends, strict=False):
        run.formula = formula.row.name
        span = trimmed(level, formula.after, end)
        if span[0] >= span[1]:
            continue
        if formula.row.takes == "clause":
            asked = find_subjunctive(level, span) if formula.row.name in ASKING else None
            yield from demanded(level, span, run) or ([asked] if asked else [])
        else:
            yield told(level, formula, span)


def demanded(level: str, span: Span, run: Run) -> list[Charge]:
    """The charges of a stretch, or the imperative that continues a run."""
    charges = [part for charge in find_charges(level, span) for part in slogans(level, charge)]
    if not charges and run.demanded and is_imperative(level, span):
        return [Charge(span=span, phrase=(span[0], without_stop(level, span[1])), rule="modal:imperative")]
    return charges


def find_formulas(level: str, sentence: Span) -> list[Opened]:
    """The formulas of a sentence: one near its begin, with nothing demanded before, and those after "and"."""
    found: list[Opened] = []
    for row, opening in OPENINGS:
        for match in opening.finditer(level, *sentence):
            if not any(match.start() < other.after and other.before < match.end() for other in found):
                agent = match.span("agent") if row.takes == "agent" else None
                found.append(Opened(row=row, before=match.start(), after=match.end(), agent=agent))
    found.sort(key=lambda opened: opened.before)
    kept: list[Opened] = []
    for opened in found:
        if opened.agent and (is_passive(level, opened) or not names_somebody(level, opened)):
            continue
        before = level[max(sentence[0], opened.before - 8) : opened.before]
        begins = sentence[0] + (opened.row.name != "formula:required-that")
        first = not kept and begins <= opened.before <= sentence[0] + LONGEST_SUBJECT
        if (first and not BOUND.search(level, sentence[0], opened.before)) or (kept and ALSO.search(before)):
            kept.append(opened)
    return kept


def names_somebody(level: str, opened: Opened) -> bool:
    """Whether what was set up is a body: "constituted a panel headed by the Minister", not "a mechanism"."""
    return opened.row.name != "formula:constituted" or bool(split_agents(level, opened.agent or (0, 0)))


def is_passive(level: str, opened: Opened) -> bool:
    """Whether "required" stands after "is": then its subject is told, and no agent follows."""
    before = level[max(0, opened.before - 6) : opened.before]
    return PASSIVE_BEFORE.search(before) is not None or (
        opened.agent is not None and NO_AGENT.match(level, opened.agent[0]) is not None
    )


def told(level: str, formula: Opened, span: Span) -> Charge:
    """The charge of "required all departments to" and of "decided to"."""
    return Charge(
        span=(formula.agent[0] if formula.agent else span[0], span[1]),
        phrase=(span[0], without_stop(level, span[1])),
        rule=formula.row.name,
        strength=formula.row.strength,
        agents=split_agents(level, formula.agent) if formula.agent else (),
    )


def without_stop(level: str, end: int) -> int:
    """The end of a phrase without the full stop or the "and" before the next formula."""
    end = end - 4 if level.endswith(" and", 0, end) else end
    return end - 1 if level[end - 1] in ".!;," else end


def is_imperative(level: str, span: Span) -> bool:
    """Whether a sentence begins with a plain verb that has an object."""
    verb = verb_at(level, *span)
    return verb is not None and verb.word in KNOWN and not FACT.search(level, span[0], span[0] + 40)


def measure_of(
    level: str, charge: Charge, paragraph: Paragraph, clock: Clock, formula: str, number: int
) -> FoundMeasure:
    """The measure of a charge; its words come from its most telling phrase."""
    passive = PASSIVE.match(level, *charge.phrase) is not None
    agents = agents_of_passive(level, charge) if passive else charge.agents
    phrases = find_phrases(level, charge.phrase, bool(agents))
    main = telling(level, phrases)
    checkable = main.checkable
    timed = find_deadlines(level, *charge.span, clock) if checkable else []
    rule = main.rule if checkable else "principle"
    because = list(dict.fromkeys([formula, charge.rule, main.rule, *(found.rule for found in timed)]))
    return FoundMeasure(
        id=f"m{number}",
        span=charge.span,
        clause=paragraph.clause,
        number=paragraph.number,
        action=short(level[slice(*(charge.span if passive else main.span))]),
        object=object_named(level, charge, main),
        parts=[Part(span=p.span, strength=charge.strength if p.checkable else "principle") for p in phrases],
        strength=charge.strength if checkable else "principle",
        polarity="refrain" if charge.refrain else "do",
        lead=list(agents),
        support=list(charge.joined),
        roles="in_text" if agents or charge.joined else "none",
        open_list=OTHERS.search(level, *charge.span) is not None,
        deadline=timed[0].deadline if timed else None,
        other_deadlines=[found.deadline for found in timed[1:]],
        recurring=rhythm_of(level, charge.span) if checkable else None,
        output=output_of(level, main),
        confidence=round(CONFIDENCE[rule] - (0 if agents else 0.05), 2),
        because=[name for name in because if name],
    )


def telling(level: str, phrases: Sequence[Phrase]) -> Phrase:
    """The phrase that a ledger would show: the first that can be checked and does more than push on."""
    checkable = [phrase for phrase in phrases if phrase.checkable] or list(phrases)
    return next((p for p in checkable if not PUSHING.match(level, *p.span)), checkable[0])


def agents_of_passive(level: str, charge: Charge) -> tuple[NamedUnit, ...]:
    """Whom a passive names as its agent: "should be filed by the Port Office"."""
    by = BY_AGENT.search(level, *charge.phrase)
    return split_agents(level, by.span(1)) if by else ()


def object_named(level: str, charge: Charge, main: Phrase) -> Named | None:
    """What the measure is about: the object of its verb, and of a passive the subject."""
    span = charge.subject if charge.subject and PASSIVE.match(level, *main.span) else main.object
    return Named(text=level[slice(*span)], span=span) if span else None


def output_of(level: str, main: Phrase) -> Named | None:
    """The object, where it is a paper that an act makes."""
    if main.rule != "verb:act" or not main.object:
        return None
    last = level[slice(*main.object)].split()[-1].lower()
    return Named(text=level[slice(*main.object)], span=main.object) if last in DOCUMENT_PRODUCTS else None


def short(phrase: str) -> str:
    """A phrase of at most 110 characters, cut at a comma or a word."""
    words = " ".join(phrase.split())
    if len(words) <= LONGEST_ACTION:
        return words
    comma = words.rfind(",", 50, LONGEST_ACTION)
    return words[:comma] if comma > 0 else words[: words.rfind(" ", 0, LONGEST_ACTION - 1)] + "…"
