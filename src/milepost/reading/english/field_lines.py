"""Field lines of plans and audits: "Lead: …", "Target date: …", alone on a line or several behind a sentence.

In: one line of a text. Out: its `Field`s, each with its kind and the place of its value, and where the words
before the first of them end. Which fields make a measure stands in `fields`.
"""

from functools import lru_cache

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.patterns import pattern

FIELD = pattern(
    r"(?:[-*•] )?[*_]{0,2}(?P<name>[A-Za-z][A-Za-z /()-]{2,40}?)[*_]{0,2}\s*[:：][*_]{0,2}\s*(?P<value>.*)$"
)
NAMES = {
    "lead": r"lead(?:s|ing)?(?: (?:agency|agencies|unit|organisation|organization|partner|department"
    r"|officer|body|ministry|implementing agency|office|institution))?|owner|responsible(?: "
    r"(?:agency|party|unit|officer|body|institution|office|department))?"
    r"|responsibility|accountable|(?:implementing|responsible|coordinating) (?:agency|body"
    r"|entity|institution)|led by|who|action owner|delivery lead",
    "support": r"support(?:ing|ed by)?(?: (?:agency|agencies|units?|organisations?|organizations?"
    r"|partners?|departments?|bodies|actors|institutions?))?|partners?|with|other actors(?: "
    r"involved)?|co-?operating (?:units?|agencies)|contributors?|involved|key partners"
    r"|delivery partners|consult(?:ed|ing)?",
    "milestone": r"milestones?|key milestones?|deliverables?|outputs?|steps",
    "start": r"start(?: date|s)?|begin(?:s|ning)?|from|start time",
    "end": r"end(?: date|s)?|due(?: date)?|deadline|by when|completion(?: date)?|target date"
    r"|timescale|timeline|complete by"
    r"|(?:implementation|agreed|expected)(?: completion)? date"
    r"|finish|date|timeframe|to be completed by|end time|when",
    "title": r"action|measure|commitment|objective|task|description|activity|title|what",
    "status": r"status|progress|rag",
}
KINDS = tuple((kind, pattern(rf"^(?:{words})$", ignore_case=True)) for kind, words in NAMES.items())
INLINE = pattern(
    r"(?:[.;|]|\s[–—-]|\s[(\[]|\)|,)\s+(?P<name>[A-Z][A-Za-z]{1,15}(?: [a-zA-Z]{1,14}){0,3}):\s+"
)
"""The label of a field behind a sentence: "… Agreed. Responsible officer: …"."""
INSIDE = frozenset(("lead", "support", "start", "end"))
"""Kinds of field that stand behind a sentence; the others' names are too plain."""
OFFICER = pattern(
    r"(?:responsible|action|accountable|lead|named|contact)?\s?(?:officer|person|official|manager|owner)"
    r"(?: responsible)?$",
    ignore_case=True,
)
"""A label that asks for a person, who answers for the unit that the sentence names."""
RESPONSE = pattern(
    r"[*_]{0,2}(?:"
    r"(?:(?:Management|Agency|Auditee|Entity|Department(?:al)?|Official|Client|Formal|Our)(?:[’']s)? )?"
    r"(?:[Rr]esponse|[Rr]eply|[Cc]omments?)(?: (?:to|on) [Rr]ecommendation \d+)?[*_]{0,2} ?[:–-]"
    r"|[A-Z][\w&’' -]{2,60} [Rr]esponse[*_]{0,2}: (?:Agree|Accept|Partial|Noted|Reject|Not |We |Concur|Yes))"
)
"""A line that answers the one above: "Management response: Agreed."."""


class Field(Struct, frozen=True):
    """A field: what it says, where its value stands, and whether its label asks for a person."""

    kind: str
    start: int
    end: int
    person: bool = False


def field_of(text: str, start: int, end: int) -> Field | None:
    """A line as a field, None for other lines."""
    colon = text.find(":", start, end) >= 0 or text.find("：", start, end) >= 0
    found = FIELD.match(text, start, end) if colon else None
    if found is None:
        return None
    name = found["name"].strip()
    kind = kind_named(name)
    return Field(kind, found.start("value"), end, OFFICER.match(name) is not None) if kind else None


def fields_inside(text: str, start: int, end: int) -> list[Field]:
    """The fields behind the sentence of a line, none where the line has none; the value of each ends where
    the next begins."""
    if text.find(": ", start, end) < 0:
        return []
    labels = [
        (label, kind)
        for label in INLINE.finditer(text, start, end)
        if (kind := kind_named(label["name"])) in INSIDE
    ]
    found = []
    for at, (label, kind) in enumerate(labels):
        stop = labels[at + 1][0].start() if at + 1 < len(labels) else end
        value = text[label.end() : stop].rstrip(" .;|,)]–—-")
        if value and kind:
            person = OFFICER.match(label["name"]) is not None
            found.append(Field(kind, label.end(), label.end() + len(value), person))
    return found


def before_fields(text: str, start: int, end: int) -> Span:
    """The words of a line before the first field behind them."""
    label = next(
        (one for one in INLINE.finditer(text, start, end) if kind_named(one["name"]) in INSIDE), None
    )
    return (start, start + len(text[start : label.start()].rstrip())) if label else (start, end)


@lru_cache(maxsize=256)
def kind_named(name: str) -> str | None:
    """The kind of field that a name stands for; a plan says the same few names again and again."""
    return next((kind for kind, form in KINDS if form.match(name)), None)
