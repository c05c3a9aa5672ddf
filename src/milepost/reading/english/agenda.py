"""What a meeting did, as English bulletins and minutes say it: conveyed, reviewed, approved, heard, studied.

In: a text in which blanks stand for line ends, and the sentences of a paragraph. Out: agenda items in the
order of the text; the span of an item runs from its verb to the end of its object. A sentence may hold
several acts ("reviewed A and B; listened to C"); a bare verb in such a list ("Review the rules; …")
continues it. Two documents under one verb are two items; "and other documents" stays with the item before.
What the meeting demanded ("stressed that") stands in `directives`.
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.ledger.records import AgendaItem
from milepost.reading.patterns import pattern
from milepost.reading.sentences import trimmed

Act = Literal["convey", "review", "approve", "hear", "study"]


class ActRow(Struct, frozen=True):
    """A row of the table of acts: the verbs, the act, and its outcome where the verb says one."""

    name: str
    verb: str
    act: Act
    outcome: str | None = None


WEIGH = r"(?:review|consider|deliberat|examin|discuss|debat|stud)(?:ies|ied|ed|es|e|s|y)?(?: on| upon)?"
PASS = r"(?:(?:approve|adopt|pass|endorse|ratif)(?:ied|ed|es|d|s|y)?|agreed to)"
CONVEY = r"(?:convey|relay|transmit|communicat)(?:ted|ed|es|e|s)?(?: and (?:study|studied|learn|learned))?"
STUDY = r"(?:stud(?:y|ies|ied)|research(?:ed|es)?|deploy(?:ed|s)?|arranged?)"
HEAR = r"(?:listen(?:ed|s)? to|hear[ds]?|receive[ds]?|took note of|notif(?:ied|ies)|(?:was|were) briefed on)"
IN_PRINCIPLE = "approved in principle"
ACTS = (
    ActRow("act:convey", CONVEY, "convey"),
    ActRow("act:approve-in-principle", rf"(?:{WEIGH},? and )?{PASS} in principle", "approve", IN_PRINCIPLE),
    ActRow("act:approve", rf"(?:{WEIGH},? and )?{PASS}", "approve", "approved"),
    ActRow("act:hear", HEAR, "hear"),
    ActRow("act:study", rf"(?:{STUDY}|discuss(?:ed)?) and {STUDY}|{STUDY}", "study"),
    ActRow("act:review", WEIGH, "review"),
)
"""The first row that matches at a place decides: "reviewed and passed" is an approval."""
COMPILED_ACTS = [(row, pattern(rf"(?:{row.verb})\b", ignore_case=True)) for row in ACTS]

SITTER = (
    r"(?i:meeting|session|sitting|conference|committee|council|board|cabinet|commission|group|assembly|"
    r"bureau|"
    r"supervisors|councillors|members|government|authority)"
)
NAME = r"(?:[A-Z][\w'’-]*|of|the|and|for|on)"
ALSO = r"(?:also|then|further|first|next|unanimously|jointly|formally|carefully|specially)"
SUBJECT = pattern(
    rf"(?:It|They)(?: {ALSO})? |(?:(?:The|This"
    rf"|Our) )?(?:{NAME} ){{0,12}}?{SITTER}(?:, [^,.;]{{1,80}},)?(?: {ALSO})? "
)
HELD_TO = pattern(
    r"\b(?:held|chaired|presided|convened|met|gathered|opened|called|assembled)\b[^.;]{0,160}? to "
)
NEXT_ACT = pattern(
    r";\s+(?:and )?(?:also )?(?:to )?|,\s+(?:and )?(?:also )?(?:to )?|\s+and\s+(?:also )?(?:to )?"
)
NOT_AN_OBJECT = pattern(r"(?:that|how|whether|to|and|by|in|on)\b")
SAID = pattern(
    r"(?:noted|stressed|emphasi[sz]ed|agreed|decided|resolved|requested|required|called|urged|pointed|"
    r"expressed|"
    r"delivered|made|asked|directed|instructed|thanked)\b"
)
OTHER_MATTERS = pattern(r"(?:some |several )?other (?:matters|business|issues|items|affairs)\b")
DISCUSSED = pattern(
    r"(Other (?:matters|business|issues)) (?:was|were) (?:also )?(?:discussed|considered|studied)"
)
MOTION = pattern(r"\b(?:Motion|motion|moved|MOTION)\b[^.;]{0,120}?\bto ([^.;]+(?:\.\d[^.;]*)*)")
APPROVE = pattern(r"(?:approve|accept|adopt)\s+(?:the\s+)?")
OUTCOME = pattern(
    r"\b(?:[Mm]otion|[Cc]arried|[Vv]ote)\b.{0,40}?\b(carried|passed|failed|lost|tabled|withdrawn)\b"
)
DOCUMENT = (
    r"(?:Several|Certain|Some|Detailed|Interim|Provisional|Implement\w+|Work\w*|Opinions?|Rules?|Measures?|"
    r"Regulations?|Provisions?|Guid\w+|Plans?|Action|Notice|Proposals?|Report|Arrangements?|Administrative|"
    r"Draft|"
    r"Strategy|Budget|Bill|Ordinance|Policy|Scheme|Programme|Program|Division|Charter|Agreement)"
)
NEXT_DOCUMENT = pattern(
    r"(,? and(?: the)?|,? as well as(?: the)?|,(?: the)?)\s+"
    rf"(?:(?:(?:newly )?(?:revised|amended|draft) )?{DOCUMENT}\b|[\"“《]|"
    rf"(?:[A-Z][\w'’-]* ){{1,4}}{DOCUMENT}\b)"
)
ARTICLE = pattern(r"(?:the|The|a|an) ")


def find_agenda(text: str, sentences: list[Span]) -> list[AgendaItem]:
    """The agenda items of a paragraph, given as its sentences."""
    items: list[AgendaItem] = []
    for at, span in enumerate(sentences):
        if passive := DISCUSSED.match(text, *span):
            items.append(AgendaItem(act="study", object=passive[1].lower(), span=passive.span()))
        elif motion := MOTION.search(text, *span):
            after = sentences[at + 1] if at + 1 < len(sentences) else span
            items.append(motion_item(text, motion.span(1), after))
        else:
            for row, verb, end in acts_of(text, span):
                items.extend(items_of(text, row, verb, end))
    return items


def motion_item(text: str, vote: Span, after: Span) -> AgendaItem:
    """A motion with its outcome, which stands in the sentence after it."""
    outcome = OUTCOME.search(text, *after)
    passing = APPROVE.match(text, *vote)
    span = trimmed(text, passing.end() if passing else vote[0], vote[1])
    lost = outcome and outcome[1] not in ("carried", "passed")
    words = " ".join(text[slice(*span)].split())
    return AgendaItem(
        act="review" if lost else "approve",
        object=words,
        span=(vote[0], span[1]),
        outcome=outcome[1] if outcome else None,
    )


def acts_of(text: str, span: Span) -> Iterator[tuple[ActRow, Span, int]]:
    """The acts of a sentence: row, place of the verb, end of its objects."""
    first = first_act(text, span)
    if first is None:
        return
    row, verb = first
    for joint in NEXT_ACT.finditer(text, verb[1], span[1]):
        if SAID.match(text, joint.end(), span[1]):
            yield row, verb, joint.start()
            return
        following = act_at(text, joint.end(), span[1])
        if following and not NOT_AN_OBJECT.match(text, following[1][1] + 1):
            yield row, verb, joint.start()
            row, verb = following
    yield row, verb, span[1]


def first_act(text: str, span: Span) -> tuple[ActRow, Span] | None:
    """The act that opens the sentence: "The meeting also reviewed", "was held to convey"."""
    subject = SUBJECT.match(text, *span)
    place = subject and act_at(text, subject.end(), span[1])
    if not place and (held := HELD_TO.search(text, *span)):
        place = act_at(text, held.end(), span[1])
    return None if not place or NOT_AN_OBJECT.match(text, place[1][1] + 1) else place


def act_at(text: str, at: int, end: int) -> tuple[ActRow, Span] | None:
    """The act whose verb begins at a place."""
    for row, verb in COMPILED_ACTS:
        if match := verb.match(text, at, end):
            return row, match.span()
    return None


def items_of(text: str, row: ActRow, verb: Span, end: int) -> Iterator[AgendaItem]:
    """The items under one verb: one for each document of a list, else one for the whole object."""
    start, end = trimmed(text, verb[1], end)
    while end > start and text[end - 1] in ".;,":
        end -= 1
    begin = verb[0]
    for piece in documents(text, (start, end)) if row.act in ("review", "approve") else [(start, end)]:
        at = article.end() if (article := ARTICLE.match(text, *piece)) else piece[0]
        if at < piece[1]:
            words = " ".join(text[at : piece[1]].split())
            act = "study" if OTHER_MATTERS.match(words) else row.act
            yield AgendaItem(act=act, object=words, span=(begin, piece[1]), outcome=row.outcome)
        begin = piece[1]


def documents(text: str, span: Span) -> Iterator[Span]:
    """The documents of a list: cut where another one begins outside brackets."""
    start = span[0]
    for joint in NEXT_DOCUMENT.finditer(text, *span):
        inside = text.count("(", start, joint.start()) > text.count(")", start, joint.start())
        if not inside:
            yield trimmed(text, start, joint.start())
            start = joint.end(1)
    yield trimmed(text, start, span[1])
