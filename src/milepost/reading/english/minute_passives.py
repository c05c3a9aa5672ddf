"""What minutes want done without naming a doer: "Signs will be posted", "No one is to drink the water".

In: nothing but the words of a sentence. Out: rows of `minute_rows`, and whether the match of such a row is
something to be done rather than a state, an event or a remark. Who does what stands in `minute_rows`.
"""

import re

from milepost.reading.patterns import Rule, pattern

PROCEDURE = frozenset(
    "approve adopt appoint nominate adjourn accept table recess amend elect transfer second name "
    "designate receive ratify acknowledge enter waive dispense reconvene convene postpone return move call "
    "allow suspend open go be elect confirm vote recommend set support authorize authorise".split()
)
"""Verbs of motions that the vote itself carries out."""
PARTICIPLES = frozenset(
    "sent bought done built made put set cut dug paid sold hung kept left let met read shut swept taken told "
    "written drawn driven given shown spread thrown torn withdrawn brought caught found hauled lent "
    "rebuilt redone held run begun hidden laid lit sought split spent fed".split()
)
"""Participles that do not end in "ed"."""
NO_DOING = frozenset(
    "held need needed noted accepted charged based located interested concerned remembered elected received "
    "expected allowed required used seated affected appreciated involved related supposed finished "
    "completed prepared available excused missed increased decreased reelected continued hundred "
    "delayed".split()
)
"""What a thing is, or what happens to it, rather than what somebody does to it."""
EVENTS = frozenset(
    "meeting meetings event events session hearing election elections training motion polls vote votes "
    "primary nobody everyone everybody workshop picnic class audit order motions discussion bill "
    "bills claims disbursements cost costs there person people he she we i they who that which "
    "whoever".split()
)
"""Heads of subjects that tell of an event, or of people who are in a state."""
DOUBT = frozenset("what whether if discussed think thinks thought may might asked wondered".split())
"""Words that make of "the pump needs to be replaced" no more than talk."""
PEOPLE = frozenset(
    "volunteers judges members help people helpers candidates drivers firefighters bodies".split()
)
"""Who is needed: a remark rather than a task."""
CLAUSE = frozenset(
    "reports reported says he she they who which that if when because is are was were has had have did does "
    "reported said came "
    "noted explained asked thinks whether may".split()
)
"""Words that show a verb of its own in what should be a plain subject."""
OPENS = (
    r"(?:[A-Z][a-z]+ [^;:.]{2,60}, |(?:[B-Z]|A[a-z])[^,;.]{1,40}? (?:agreed|decided|reports?|reported|said"
    r"|stated|noted|suggested|recommended|moved) (?:that )?|[^;.]{5,90}?,? (?:so|but|and) )?"
)
"""What may stand before the subject: "After discussion, …", "The board agreed that …"."""
SUBJECT = r"(?P<np>[^,;:.]{2,90}?)"
RELIEVED = pattern(r"be (?:required|obliged|obligated|expected|asked|mandated) to\b")
""""No department shall be required to bear costs" frees, and forbids nothing."""
ROWS = (
    Rule(
        "minutes:no",
        pattern(
            rf"^{OPENS}(?:[Tt]here (?:will|shall) be no|[Nn]o) (?P<np>[^,;.]{{3,70}}?) "
            r"(?:until|till|(?:is|are) to|shall|may|should) "
        ),
    ),
    Rule(
        "minutes:may-not",
        pattern(
            rf"^{OPENS}{SUBJECT} (?:may not be|can ?not be|must not be|shall not be|(?:is|are) not to be) "
            r"(?P<v>\w+)"
        ),
    ),
    Rule(
        "minutes:passive",
        pattern(
            rf"^{OPENS}{SUBJECT} (?:will|shall|should|must|would|ha(?:s|ve) to|(?:is|are) going to)"
            r" (?:also |then |now |still |only |no longer |not |all |have to |need to |both )?"
            r"(?:be|get|remain|stay) (?:\w+ly )?(?P<v>in by|in before|\w+)"
        ),
    ),
    Rule(
        "minutes:be",
        pattern(
            r"(?:(?:[Ii]t was (?:suggested|recommended|requested|moved|proposed)"
            r"|^(?:A )?[Mm]otion\b[^.;]*? that) "
            r"(?:that )?|^(?:(?:Mr|Mrs|Ms|Dr|Cllr|Prof)\. )?(?:[B-Z]|A[a-z])[^,;.]{1,40}? (?:also )?"
            rf"(?:asked|requested|recommended|directed) that ){SUBJECT} be (?P<v>\w+)"
        ),
    ),
    Rule(
        "minutes:wants",
        pattern(
            rf"^(?:[A-Z][^.;:]{{2,40}}: )?{SUBJECT} (?:(?:is|are) (?:still |badly |now |also )?needed\b"
            rf"|(?:still )?needs? "
            r"(?:an? |some |more |new |another |two |three |its )[a-z]|requires? (?:new |an? new |more "
            r"|repair|replac"
            r"|attention|urgent ))"
        ),
    ),
    Rule(
        "minutes:stays",
        pattern(
            rf"^{OPENS}{SUBJECT} (?:will|shall|should|must|is to|are to) (?:(?:remain|stay) (?:on|off|open"
            rf"|closed|shut|up"
            r"|in effect|in place|in force|as is)\b|(?:go|come) into (?:effect|force)\b"
            r"|(?:come|go) (?:down|off|out|back|away)\b)"
        ),
    ),
    Rule("minutes:closed", pattern(rf"^{OPENS}{SUBJECT} (?:is|are) (?:now )?(?P<v>\w+) (?:until|till) ")),
    Rule(
        "minutes:to-be",
        pattern(r"^(?P<np>[A-Z][^,;.:]{1,80}?)(?: is| are| has| have)?(?: still)? to be (?P<v>\w+)\b"),
    ),
)
SHUT = frozenset("closed cancelled canceled suspended postponed shut".split())
PREPOSITION = pattern(r" (?:of|for|on|in|at|to|from|with|over|under|near|by|about|between|along)\b")


def is_participle(word: str) -> bool:
    """Whether a word says what is done to a thing."""
    return (word.endswith("ed") or word in PARTICIPLES or word.startswith("in b")) and word not in NO_DOING


def is_undone(rule: str, match: re.Match[str]) -> bool:
    """Whether the match of a row tells of something to be done to a thing."""
    subject = match["np"].lower()
    words = subject.split()
    if not words or CLAUSE & set(words[1:]):
        return False
    if rule == "minutes:no":
        return RELIEVED.match(match.string, match.end()) is None
    if rule == "minutes:stays":
        return True
    if rule == "minutes:wants" and words[-1] in PEOPLE:
        return False
    if rule == "minutes:wants":
        return not DOUBT & set(words) and PREPOSITION.split(subject, maxsplit=1)[0].split()[-1] not in EVENTS
    verb = match["v"].lower()
    if rule == "minutes:closed":
        return verb in SHUT
    if rule == "minutes:may-not":
        return verb.endswith("ed") or verb in PARTICIPLES
    return is_participle(verb) and PREPOSITION.split(subject, maxsplit=1)[0].split()[-1] not in EVENTS
