"""Who is told to do what in one English sentence of a bulletin: agents, the word that binds, the verb phrase.

In: a text in which blanks stand for line ends, and the span after "The meeting stressed that". Out:
`Charge`s in order; a sentence that names four agents gives four. A necessity without an agent ("it is
necessary to", "we must") and a thing as subject ("the work should") give a charge with no agent. A purpose
in front ("To tighten duties,") belongs to none. What the verb phrase is worth stands in `phrases`.
"""

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.ledger.records import Strength
from milepost.reading.english.modals import LIMIT
from milepost.reading.english.phrases import KNOWN, QUOTED
from milepost.reading.english.words import UNIT_HEADS
from milepost.reading.patterns import pattern
from milepost.reading.records import NamedUnit, Supporting
from milepost.reading.sentences import trimmed, words


class BindingRow(Struct, frozen=True):
    """A row of the table of binding words; `agent` says whether its subject may act."""

    name: str
    words: str
    strength: Strength = "mandatory"
    agent: bool = True


NEED = r"(?:necessary|essential|imperative|important|vital|crucial|required|needed|indispensable|urgent)"
IT_IS = r"it (?:is|was|would be) (?:also |therefore |very )?"
EFFORTS = r"efforts? (?:should|must|needs? to|shall|will) be made to"
TOLD = r"(?:required|instructed|directed|asked|urged|obliged|requested|expected) to"
BINDING = (
    BindingRow("modal:necessary-for", rf"{IT_IS}{NEED} for (?P<agent>[^,;]{{3,120}}?) to"),
    BindingRow("modal:necessary", rf"{IT_IS}{NEED} to", agent=False),
    BindingRow("modal:efforts", EFFORTS, agent=False),
    BindingRow("modal:need", r"there is an? (?:[a-z]+ )?need to", agent=False),
    BindingRow("modal:we", r"we (?:must|should|shall|need to|have to|will|ought to)", agent=False),
    BindingRow("modal:must", r"(?:must|shall|needs? to|has to|have to)"),
    BindingRow("modal:should", r"(?:should|ought to)"),
    BindingRow("modal:told-to", rf"(?:is|are|was|were) {TOLD}"),
    BindingRow("modal:tasked-with", r"(?:is|are|was|were) (?:(?:tasked|charged) with|responsible for)"),
    BindingRow("modal:encouraged", r"(?:is|are|was|were) encouraged to", "advisory"),
    BindingRow("modal:will", r"(?:will|would|(?:is|are) to)", "commitment"),
)
"""Words that bind; the first row that matches at a place counts."""
BINDS = [(row, pattern(rf"\b{row.words}\b(?P<not> not\b| never\b)?", ignore_case=True)) for row in BINDING]
SOME_BINDING = pattern(
    r"\b(?:[Ii]t (?:is|was|would)|[Tt]here is an?|[Ee]fforts?|[Ww]e|must|shall|needs?|has|have|should|"
    r"ought|is|are|was|"
    r"were|will|would)\b"
)
"""Where a row of the table may begin."""

AGENT_HEADS = UNIT_HEADS | words(
    "comrades cadres enterprises everyone localities counties cities towns townships villages streets "
    "subdistricts communities leaders masses ministry sectors side sides undertakings industry cadre "
    "enterprise county city level levels administrations directors heads platform platforms brigade brigades "
    "detachment detachments court courts procuratorate federation federations association associations "
    "association union unions governor governors ministers magistrate magistrates mayors"
)
"""Last words of names and collectives that can be told to act."""
COLLECTIVE = words(
    "park parks zone zones port ports school schools hospital hospitals place places line lines area areas"
)
"""Places that act only as a collective: "each park", "all ports"."""
EACH = words("each every all relevant")
DETERMINER = words("the a an all each every both relevant")
HEAD_ENDS = pattern(
    r" (?:of|at|in|under|for|from|with|on|chaired|headed|led|composed|(?:responsible|concerned|involved)$"
    r"|throughout|across|above|"
    r"and its)\b"
)
LEADING = pattern(
    r"(?:(?:and|but|while|so|then|also|meanwhile|in addition|at the same time|that|or)\b,? )*",
    ignore_case=True,
)
BOUNDARY = pattern(r"[,;:] ")
AND = pattern(r",? and |, |; ")
JOINED = (
    r"(?:together|jointly|along|in (?:close )?(?:coordination|consultation|conjunction|collaboration|"
    r"cooperation|"
    r"partnership)|working) with|with (?:the )?(?:support|assistance|cooperation|help) (?:of|from)"
    r"|under the guidance of"
)
TOGETHER = pattern(rf"(?:^|,? )({JOINED}) ([^,;]{{2,120}}?)(?:,|;|$| to | by | before | within | in order )")
ASIDE = pattern(rf"{JOINED} ")
"""Units named between the agent and its modal: "the Office, together with Trade, must"."""
OTHERS = pattern(r"\band other (?:relevant )?(?:[a-z]+ )?(?:departments|units|agencies|bodies|authorities)\b")


DOUBLED = pattern(r" (?:it|they|he|she)$")
"""A pronoun that a translation left behind its subject: "the Bureau it should"."""
RELATIVE = pattern(r" (?:which|who|that) ")
LONGEST_SUBJECT = 400
"""How far before its modal a subject may begin."""


class Charge(Struct, frozen=True, kw_only=True):
    """One duty of a sentence: `phrase` is the verb phrase, `subject` what stands before the binding word."""

    span: Span
    phrase: Span
    rule: str
    strength: Strength = "mandatory"
    subject: Span | None = None
    agents: tuple[NamedUnit, ...] = ()
    joined: tuple[Supporting, ...] = ()
    refrain: bool = False


class Bound(Struct, frozen=True, kw_only=True):
    """A binding word in the sentence with the subject found before it."""

    row: BindingRow
    span: Span
    start: int
    subject: Span | None = None
    agents: tuple[NamedUnit, ...] = ()
    refrain: bool = False


def find_charges(level: str, span: Span) -> list[Charge]:
    """The charges of `level[start:end]`; none where nothing binds."""
    bounds = find_bounds(level, span)
    ends = [*(bound.start for bound in bounds[1:]), span[1]][: len(bounds)]
    return [charge_of(level, bound, end) for bound, end in zip(bounds, ends, strict=True)]


def find_bounds(level: str, span: Span) -> list[Bound]:
    """The binding words that open a clause: the first, and each further one whose subject can act."""
    found: list[Bound] = []
    quotes = [quoted.span() for quoted in QUOTED.finditer(level, *span)]
    at = span[0]
    while place := SOME_BINDING.search(level, at, span[1]):
        at = place.end()
        if any(opens < place.start() < closes for opens, closes in quotes):
            continue
        if bound := bound_at(
            level, place.start(), found[-1].span[1] if found else span[0], span[1], not found
        ):
            found.append(bound)
            at = bound.span[1]
    return found


def bound_at(level: str, at: int, floor: int, end: int, first: bool) -> Bound | None:
    """The binding at a place; its subject begins after `floor`, and is a thing only in the `first` one."""
    for row, binds in BINDS:
        if not (match := binds.match(level, at, end)):
            continue
        limited = match["not"] is not None and LIMIT.match(level, match.start("not"), end) is not None
        place = (match.start(), match.start("not") if limited else match.end())
        refrain = match["not"] is not None and not limited
        if "agent" in match.groupdict():
            agents = split_agents(level, match.span("agent"))
            return Bound(row=row, span=place, start=at, agents=agents, refrain=refrain)
        if not row.agent:
            return Bound(row=row, span=place, start=at, refrain=refrain)
        subject, agents = subject_before(level, floor, at)
        if subject and (agents or (first and row.strength == "mandatory")):
            return Bound(
                row=row, span=place, start=subject[0], subject=subject, agents=agents, refrain=refrain
            )
        return None
    return None


def subject_before(level: str, floor: int, at: int) -> tuple[Span | None, tuple[NamedUnit, ...]]:
    """The subject that ends before a binding word: the last stretch between commas, or a list of agents."""
    floor = max(floor, at - LONGEST_SUBJECT)
    cuts = [floor, *(m.end() for m in BOUNDARY.finditer(level, floor, at))]
    while len(cuts) > 1 and (cuts[-1] >= at or ASIDE.match(level, cuts[-1], at)):
        at = cuts.pop() - 2
    last = lead_off(level, cuts[-1], at)
    if doubled := DOUBLED.search(level, *last):
        last = (last[0], doubled.start())
    if not is_agent(level[slice(*last)]):
        after_and = level.rfind(" and ", last[0], last[1])
        tail = lead_off(level, *trimmed(level, after_and + 5, last[1]))
        if (
            after_and > 0
            and is_agent(level[slice(*tail)])
            and level[last[0] : last[0] + 40].split()[0] in KNOWN
        ):
            return tail, split_agents(level, tail)
        return (last if last[0] < last[1] and subject_like(level[slice(*last)]) else None), ()
    start = last[0]
    for before, after in zip(cuts[-2::-1], cuts[:0:-1], strict=False):
        piece = lead_off(level, before, after - 2)
        words_of = level[slice(*piece)]
        if not is_agent(words_of) or words_of.split()[0] in KNOWN:
            break
        start = piece[0]
    whole = (start, last[1])
    return whole, split_agents(level, whole)


def lead_off(level: str, start: int, end: int) -> Span:
    """The span without "and", "but" and the like in front."""
    match = LEADING.match(level, start, end)
    return trimmed(level, match.end() if match else start, end)


def subject_like(words_of: str) -> bool:
    """Whether a thing can be the subject of the sentence: no clause and not too long."""
    parts = words_of.split()
    if relative := RELATIVE.search(words_of):
        return len(parts) <= 20 and is_agent(words_of[: relative.start()])
    return 0 < len(parts) <= 20 and not {"that", "which", "who", "to"} & set(parts)


def is_agent(phrase: str) -> bool:
    """Whether a noun phrase names who can act, by its head: "responsible units of all tasks"."""
    parts = phrase.split()
    if not 0 < len(parts) <= 18 or {"that", "which", "who", "to", "should", "must"} & set(parts):
        return False
    if (
        parts[0] in KNOWN
        and parts[0] not in AGENT_HEADS
        and len(parts) > 1
        and parts[1].lower() in DETERMINER
    ):
        return False
    ends = HEAD_ENDS.search(phrase)
    core = (phrase[: ends.start()] if ends else phrase).split()
    if not core:
        return False
    head = (
        core[-1].lower().strip("\"”'’s") if core[-1].endswith(("'s", "’s")) else core[-1].lower().strip('"”)')
    )
    if head in AGENT_HEADS:
        return True
    if head in COLLECTIVE:
        return bool({part.lower() for part in core} & EACH)
    names = [part for part in parts if part.lower() not in DETERMINER | {"of", "and", "for"}]
    return (
        bool(names)
        and all(part[0].isupper() for part in names)
        and parts[0][0].isupper() | (parts[0] == "the")
    )


def split_agents(level: str, span: Span) -> tuple[NamedUnit, ...]:
    """The agents of a list, each without its article: cut only where both sides can act by themselves."""
    start, found = span[0], []
    for joint in AND.finditer(level, *span):
        right = level[joint.end() : span[1]]
        opener = right.split()[0] if right.split() else ""
        named = opener.lower() in DETERMINER or opener[:1].isupper()
        first_right = AND.split(right, maxsplit=1)[0]
        if shares_head(level[start : joint.start()], opener, first_right):
            continue
        if named and is_agent(level[start : joint.start()]) and is_agent(first_right):
            found.append((start, joint.start()))
            start = joint.end()
    units = []
    for piece in (*found, (start, span[1])):
        begin, end = trimmed(level, *piece)
        for article in ("the ", "The ", "a ", "an "):
            begin += len(article) if level.startswith(article, begin) else 0
        if level[begin:end] and is_agent(level[begin:end]):
            units.append(NamedUnit(name=level[begin:end], span=(begin, end)))
    return tuple(units)


def shares_head(left: str, opener: str, right: str) -> bool:
    """Whether "and" stands inside one name: "the Human Resources and Social Security Department"."""
    ends = HEAD_ENDS.search(right)
    head = (right[: ends.start()] if ends else right).split()
    last = left.split()[-1].lower() if left.split() else ""
    plain = opener.lower() not in DETERMINER and last not in AGENT_HEADS
    return plain and left.lower().startswith("the ") and bool(head) and head[-1].lower() in AGENT_HEADS


def charge_of(level: str, bound: Bound, end: int) -> Charge:
    """The charge of a binding word; its clause ends where the next one's subject begins."""
    start, stop = trimmed(level, bound.span[1], end)
    for tail in (" that", " and", " while", " but"):
        stop = stop - len(tail) if level.endswith(tail, start, stop) else stop
    while stop > start and level[stop - 1] in ",; ":
        stop -= 1
    body = stop - 1 if level[stop - 1] in ".!" and stop > start else stop
    joined = find_joined(level, (bound.subject[1] if bound.subject else bound.span[0], body))
    if joined and level.startswith(",", start):
        after = level.find(",", joined[-1].span[1], body)
        start = trimmed(level, after + 1, body)[0] if after > 0 else start
    return Charge(
        span=(bound.start, stop),
        phrase=(start, body),
        rule=bound.row.name,
        strength=bound.row.strength,
        subject=bound.subject,
        agents=bound.agents,
        joined=joined,
        refrain=bound.refrain,
    )


def find_joined(level: str, span: Span) -> tuple[Supporting, ...]:
    """The units that take part: "together with the Supervision Office"."""
    return tuple(
        Supporting(name=unit.name, span=unit.span, relation=match[1])
        for match in TOGETHER.finditer(level, *span)
        for unit in split_agents(level, match.span(2))
    )
