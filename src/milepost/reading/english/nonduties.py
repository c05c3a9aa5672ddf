"""What looks like a duty and is not, with the reason it is set aside for.

In: the subject and the verb phrase of a modal, or a heading. Out: a reason, or None for a duty. The rows
are tried in order; the best single one is the subject that is a product: "The report shall include …"
tells of content.
"""

from milepost.reading.english.actors import head_of
from milepost.reading.english.chunks import DETERMINERS
from milepost.reading.english.words import PRODUCTS, UNIT_HEADS
from milepost.reading.patterns import Rule, pattern
from milepost.reading.records import Reason


def verb_rule(name: str, text: str, reason: Reason) -> Rule:
    """A row: verb phrases that begin so are set aside for the reason."""
    return Rule(
        name,
        pattern(rf"^(?:also |not |only |further |each |continue to )*(?:{text})", ignore_case=True),
        lambda: reason,
    )


VERB_RULES = (
    verb_rule(
        "aside:means",
        r"mean\b|have the (?:same )?meaning|be read (?:as|with|in|together)|be (?:considered|deemed"
        r"|construed|understood"
        r"|interpreted|treated as|"
        r"taken to|regarded|known as|referred to as|presumed)",
        "definition",
    ),
    verb_rule(
        "aside:members",
        r"consist of|comprise\b|be (?:composed|comprised|made up) of|be (?:a )?members? of|be represented",
        "membership",
    ),
    verb_rule(
        "aside:serves",
        r"be (?:the |its |a )?(?:vice.?)?(?:chair|co-chair|chairperson|president|secretary)s?\b"
        r"|be (?:co-)?(?:chaired|headed|led|appointed|elected|nominated|designated|selected)\b"
        r"|serve (?:to|on|for|until|at|without|terms?|an? \w+.year term)\b|hold office"
        r"|serve as (?:an? |the |its )?(?:ex officio |acting |vice.?|co-?|non-?voting )?(?:chair|member"
        r"|president|secretary|head|moderator|director|executive|adviser|advisor|secretariat|convenor"
        r"|convener|depositary)"
        r"|be the (?:lead|single|main)\b",
        "appointment",
    ),
    verb_rule(
        "aside:takes-effect",
        r"take effect|enter into force|come into (?:force|effect|operation)|become effective|be "
        r"effective|remain (?:in|effective|subject)"
        r"|retain jurisdiction|expire|terminate\b|lapse|supersede|prevail|cease to|be (?:repealed|revoked"
        r"|rescinded|superseded|amended|binding|severable)"
        r"|be (?:implemented|applied|carried out|administered|interpreted) (?:consistent|in "
        r"accordance|in a manner|subject)|be filed with the (?:city|county) clerk|be published "
        r"in the (?:official|federal)",
        "boilerplate",
    ),
    verb_rule(
        "aside:entitled",
        r"be (?:entitled|empowered|authori[sz]ed|permitted|free|able|eligible|allowed) (?:to|for)|have "
        r"the (?:right|power|authority|option|discretion)|have authority",
        "permission",
    ),
    verb_rule(
        "aside:applies",
        r"apply (?:to|in|only|for (?:\d|one|two|three|a period|the (?:period|duration|purposes?))|until"
        r"|from|as|with|mutatis)|apply\b$|be (?:covered|subject"
        r"|exempt|limited|contingent|consistent|conditional|restricted|governed|based)\b"
        r"|extend to|have(?: not| an?| the (?:same|exclusive|sole|right)| no| sufficient| full| "
        r"access| jurisdiction| at least| due| \w+ (?:members|years|days))\b|cover\b|be (?:made "
        r")?(?:public|available|publicly available)\b|carry (?:out|forward) (?:the|these|those"
        r"|such) (?:actions|measures|tasks|duties|activities) (?:described|set|listed|named)",
        "scope",
    ),
    verb_rule(
        "aside:manner",
        r"(?:undertake|perform|conduct|carry out) (?:this|these|such|that) (?:work|actions?"
        r"|activit\w+|tasks?|duties)|do so\b",
        "content",
    ),
    verb_rule(
        "aside:holds",
        r"include\b|contain\b|feature\b|be accompanied|be no (?:less|more)|be at least|not "
        r"exceed|exceed\b|require at least",
        "content",
    ),
    verb_rule(
        "aside:thanked",
        r"be (?:also )?(?:commended|thanked|congratulated|praised|applauded|proud|grateful|noted)\b",
        "reported",
    ),
    verb_rule(
        "aside:hope",
        r"(?:find (?:this|it|that|themselves)|succeed|fail|win|benefit|suffer|face|enjoy|prosper|thrive|lose"
        r"|understand|never|look back|continue to (?:grow|rise|fall|face))\b",
        "reported",
    ),
    verb_rule(
        "aside:liable",
        r"be (?:liable|guilty|punishable|held liable)\b|commit an offence|incur a penalty"
        r"|bear (?:its|their|his or her) own (?:costs|expenses)",
        "scope",
    ),
    verb_rule(
        "aside:funding",
        r"be (?:charged (?:against|to)|funded (?:from|out of|by)|sourced from|appropriated|borne by"
        r"|paid (?:from|out of))",
        "boilerplate",
    ),
    verb_rule("aside:left-to", r"be for (?:the|each|any|every)\b", "scope"),
    verb_rule(
        "aside:habit", r"(?:often|sometimes|frequently|usually|typically|currently|already)\b", "reported"
    ),
    verb_rule(
        "aside:procedure-of",
        r"be (?:adopted|exercised|applied|made|taken|conducted) (?:in accordance with|under) (?:the )?"
        r"[\w ]{0,40}(?:procedure|section|article|rule|regulation)",
        "boilerplate",
    ),
    verb_rule(
        "aside:prediction",
        r"(?:help|allow|ensure that|enable|benefit|continue to be|remain|be able|be needed|be necessary)\b$",
        "reported",
    ),
)
ASIDE_ADVERBS = pattern(r"(?:(?:also|not|only|further|each|continue to|then|promptly) )*")
ASIDE_OPENERS = tuple(
    """be have include contain feature mean consist comprise serve hold take enter come become remain expire
    terminate lapse supersede prevail cease apply extend cover carry undertake perform conduct do exceed
    require find succeed fail win benefit suffer enjoy prosper thrive lose understand commit incur bear often
    sometimes frequently usually typically currently already help allow ensure enable retain never look grow
    rise fall face""".split()
)
"""First words of the verb phrases that rows set aside, in the order of the rows; most duties have another."""
STATE = pattern(
    r"^(?:also |not )*be (?:an? |the |in |as |of |at |on |free |independent|transparent"
    r"|responsible to|impartial|guided|proportionate|clear|fair"
    r"|equal|open|safe|here|accessible|available|located|familiar|qualified"
    r"|\w+[ai]ble\b|held (?:to|on|in|at)|needed|important|possible)",
    ignore_case=True,
)
WORKS = frozenset("development works work project operations activities repairs felling clearance".split())
DONE_AS = pattern(
    r"^(?:also |not |only )*be (?:implemented|carried out) in accordance with", ignore_case=True
)
"""Works are done as drawn: "The development shall be carried out in accordance with the drawings"."""
BEARS = pattern(
    r"^have (?:the )?[\w ]{0,40}?(?:dut(?:y|ies)|responsibilit(?:y|ies)|functions)\b", ignore_case=True
)
"""A body that has duties owes them: "shall have the following powers and duties: (a) …"."""
INCLUDES_IN = pattern(r"^include [^,;]{3,120}? in (?:the|its|their|each|every|any|all|an?) ")
""""shall include the costs in the proposed budget" is done by somebody."""
COLLEGIAL = frozenset(
    "assembly board commission committee council delegation force forum group members panel team".split()
)
PASSIVE = pattern(
    r"^(?:also |not |only |then |promptly )*be (?:\w+ly )?(?P<v>\w+(?:ed|en|wn|de|pt|nt|lt"
    r"|ld|ght|id|ut|et|st|ne|un|ng|nd))\b",
    ignore_case=True,
)
BY_AGENT = pattern(
    r"\bby (?P<a>(?:the |a |an |each |all )?(?:[A-Z][\w&’'-]*|[a-z-]+)(?: (?:of|and|the|for"
    r"|[A-Z][\w&’'-]*|[a-z-]+)){0,7}?)"
    r"(?: (?:by|within|before|in|to|no later|not later|on|and submitted|and sent|after|for"
    r"|who|that|with|under|at|not|no|quarterly|monthly|weekly|daily|annually|every|each|during|from|until|once|twice)\b|[,;.]|$)"
)
THROUGH_AGENT = pattern(r"\bthrough (?:the|a|an) (?P<a>(?:[A-Z][\w&’'-]* ?){2,6})")
ONLY = pattern(r"\bonly (?:after|if|when|with|where|upon|in|by)\b")

SHORT_NAME = pattern(
    r"\b(?:an?|the|its|one) (?P<long>[A-Za-z][\w’-]*(?: [A-Za-z][\w’-]*){0,7}) \((?:the "
    r"|an? )?[“\"]?(?P<short>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})[”\"]?\)"
)

SHORT_OPENS = pattern(r"\((?:the |an? )?[“\"]?[A-Z]")
"""Where a short name opens; looking for it first is far cheaper than for the name before it."""
LONGEST_NAME = 400
"""How far before its short name a name may begin, in characters."""
TOPIC_RULES: tuple[tuple[str, Reason], ...] = (
    ("definitions?|interpretation|glossary|terms used|meaning of terms", "definition"),
    (
        "purposes?|objects?|policy|background|findings|recitals?|preamble|introduction|overview"
        "|rationale|what (?:we|the audit(?:ors)?) found|why (?:we|this) [a-z ]{3,30}|vision|principles"
        "|context|foreword|"
        "legislative intent|guiding principles|executive summary|policy statement|statement of "
        "policy|summary|intent|why this matters",
        "recital",
    ),
    ("whereas", "recital"),
    ("scope|applicability|application|coverage", "scope"),
    (
        "(?:audit )?(?:methodology|methods|approach)(?: and methodology)?|how we (?:did"
        "|carried out) (?:the|this)"
        " (?:audit|review|work)|about (?:the|this) (?:audit|report|review)"
        "|frequently asked questions(?: \\(faqs?\\))?|faqs?|questions and answers|resources(?: "
        "and contact information)?|contact(?:s| information)?|how to read this plan",
        "reported",
    ),
)
TOPICS = tuple(
    (
        pattern(
            rf"(?:^|/ )(?:(?:appendix|annex|part|chapter)(?: \w{{1,3}})?[:.]? (?:[–—-] )?)?"
            rf"(?:the )?(?:\d+\.? )?(?:(?:key|main|principal|overall|detailed) )?(?:{words})(?:,? (?:and"
            rf"|&) (?:{words}|purpose|policy"
            rf"|principles|scope|findings|background|intent|authority|priorities))*[.:]?(?: /|$)"
        ),
        reason,
    )
    for words, reason in TOPIC_RULES
)
RECITALS = pattern(r"\bWHEREAS, |\b(?:hereby|do) order(?:ed)?(?: as follows)?:\s*$")
OPENING_RULES: tuple[tuple[str, str, Reason], ...] = (
    (
        "aside:whereas",
        r"(?:WHEREAS|Whereas|NOW,? THEREFORE|Now,? therefore|AND WHEREAS|Considering|Recalling"
        r"|Noting|Recognizing|Recognising|Reaffirming|Having|Bearing|Mindful|Convinced|Concerned"
        r"|Deeply|Guided|Welcoming|Acknowledging|Aware|Taking note|Emphasizing|Stressing|By the "
        r"(?:authority|power))\b",
        "recital",
    ),
    (
        "aside:policy-of",
        r"It is (?:the|also the|hereby declared) (?:to be the )?(?:policy|purpose|intent|goal)",
        "principle",
    ),
    (
        "aside:established",
        r"(?:There (?:is|are|shall be|will be)(?: hereby)? |[^,.;]{3,80} (?:is|are) hereby "
        r")(?:established|created|constituted|designated)",
        "constitutive",
    ),
    (
        "aside:nothing",
        r"(?:Nothing in|No provision of|This (?:order|Order|memorandum|directive|resolution) "
        r"(?:is not|does not|shall not)|If any (?:provision|part|section))",
        "boilerplate",
    ),
    (
        "aside:dispute",
        r"(?:Any|All) (?:dispute|difference|controvers(?:y|ies)|amendment)s?\b",
        "boilerplate",
    ),
    (
        "aside:stresses",
        r"(?:(?:Also|Further|ALSO|FURTHER) )?(?:STRESSES|Stresses|EMPHASI[SZ]ES|Emphasi[sz]es|UNDERLINES"
        r"|Underlines"
        r"|NOTES|Notes|ACKNOWLEDGES|Acknowledges|RECOGNI[SZ]ES|Recogni[sz]es|REAFFIRMS|Reaffirms|AFFIRMS"
        r"|Affirms"
        r"|WELCOMES|Welcomes|HIGHLIGHTS|Highlights|EXPRESSES|Expresses|CONSIDERS|Considers|COMMENDS"
        r"|Commends)\b",
        "principle",
    ),
    (
        "aside:term",
        r"(?:The terms?|As used (?:in|herein)|For (?:the )?purposes of this|In this) "
        r"[^.;]{0,80}(?:means?|has the meaning|have the meaning)|[“\"][^”\"]{2,60}[”\"] means?",
        "definition",
    ),
)
OPENING_WORDS = {
    "aside:established": ("established", "created", "constituted", "designated"),
    "aside:term": ("mean",),
}
"""Words without one of which a row that begins with any words is not tried."""
OPENINGS = tuple((OPENING_WORDS.get(name, ()), pattern(text), reason) for name, text, reason in OPENING_RULES)


def topic_reason(topics: str) -> Reason | None:
    """Why everything under a heading is set aside, if it is."""
    for form, reason in TOPICS:
        if topics and form.search(topics):
            return reason
    return None


def opening_reason(sentence: str) -> Reason | None:
    """Why a sentence is set aside by its first words, or as the recitals of an order in one line."""
    if ("WHEREAS, " in sentence or " order" in sentence) and RECITALS.search(sentence):
        return "recital"
    for words, form, reason in OPENINGS:
        if (not words or any(map(sentence.__contains__, words))) and form.match(sentence):
            return reason
    return None


def judge(subject: str, verb_phrase: str, products: frozenset[str] = frozenset()) -> Reason | None:
    """Why a modal with this subject and verb phrase makes no duty; None when it makes one."""
    if not opens_aside(verb_phrase):
        return "content" if is_product(subject) or plain_term(subject) in products else None
    if BEARS.match(verb_phrase) or (INCLUDES_IN.match(verb_phrase) and includes_by_itself(subject)):
        return None
    if DONE_AS.match(verb_phrase) and head_of(subject) in WORKS:
        return None
    for rule in VERB_RULES:
        if rule.pattern.match(verb_phrase) and rule.found:
            reason: Reason = rule.found()
            return reason
    if STATE.match(verb_phrase) and not verb_phrase.startswith("be responsible for"):
        return "scope"
    if PASSIVE.match(verb_phrase) and passive_agent(verb_phrase):
        return None if not ONLY.search(verb_phrase) else "scope"
    return "content" if is_product(subject) or plain_term(subject) in products else None


def opens_aside(verb_phrase: str) -> bool:
    """Whether a verb phrase opens with a word with which some row does, after the adverbs that may stand
    first."""
    lower = verb_phrase.lower()
    adverbs = ASIDE_ADVERBS.match(lower)
    return lower.startswith(ASIDE_OPENERS, adverbs.end() if adverbs else 0)


def includes_by_itself(subject: str) -> bool:
    """Whether a subject puts something into something else; a body of members only consists of it."""
    return is_actor(subject) and head_of(subject) not in COLLEGIAL


def plain_term(subject: str) -> str:
    """A subject without its article, in lower case."""
    words = subject.lower().split()
    return " ".join(words[1:] if words[:1] in (["the"], ["this"], ["such"], ["each"]) else words)


def product_terms(text: str) -> frozenset[str]:
    """Short names that the text itself gives to products: "a request for comments (RFC)"."""
    found, at = set(), 0
    for opening in SHORT_OPENS.finditer(text):
        named = SHORT_NAME.search(
            text, max(at, opening.start() - LONGEST_NAME), text.find(")", opening.end()) + 1
        )
        at = named.end() if named else at
        if named and head_of(named["long"]) in PRODUCTS:
            found.add(named["short"].lower())
    return frozenset(found)


def is_product(subject: str) -> bool:
    """Whether the head of a subject is something made rather than somebody."""
    head = head_of(subject)
    return head in PRODUCTS and head not in UNIT_HEADS


def is_actor(subject: str, people: bool = False) -> bool:
    """Whether a subject looks like somebody: the head of a unit's name, an acronym, a name in capitals, a
    pronoun; with `people` one word in capitals is somebody's name."""
    head = head_of(subject)
    if not head or head in PRODUCTS:
        return False
    core = subject.strip()
    if head in UNIT_HEADS or core.lower() in ("they", "he", "she", "we", "i", "who"):
        return True
    words = core.split()
    named = [word for word in words if word[:1].isupper() and word.lower() not in DETERMINERS]
    if people and named and words[0] in named:
        return True
    acronym = any(len(word) > 1 and word[1].isupper() for word in named)
    return acronym or len(named) > 1 or (bool(named) and words[0] not in named)


def passive_agent(verb_phrase: str) -> tuple[int, int] | None:
    """The agent of a passive verb phrase, as [start, end) in it: "be prepared by the fleet unit"."""
    found = BY_AGENT.search(verb_phrase)
    if (
        found
        and found["a"].split()[0].lower() not in ("law", "means", "virtue", "way", "using", "reason")
        and not (found["a"].split()[0].endswith("ing"))
    ):
        words = found["a"]
        if (
            words[0].isupper()
            or words.split()[0] in ("the", "a", "an", "each", "all")
            or head_of(words) in UNIT_HEADS
        ):
            return found.span("a")
    through = THROUGH_AGENT.search(verb_phrase)
    return (through.start("a"), through.start("a") + len(through["a"].rstrip())) if through else None
