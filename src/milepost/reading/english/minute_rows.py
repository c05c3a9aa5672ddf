"""The rows by which a sentence of minutes is read, in order: the first that fires wins.

In: nothing. Out: `ROWS`, each a name and a pattern over one masked sentence, and the plain words that a row
cannot do without. What is made of a match stands in `minute_items`, what is to be done without a doer in
`minute_passives`.
"""

from milepost.reading.english.dates import MONTH
from milepost.reading.english.minute_passives import ROWS as PASSIVE_ROWS
from milepost.reading.patterns import Rule, pattern

NAME = (
    r"(?:(?:Cllrs?|Mr|Mrs|Ms|Dr|Chief|Chair|Clerk|Supervisor|Treasurer|Deputy|Supt|Atty|Trustee"
    r"|Mayor|Attorney|Selectman|Selectwoman|Superintendent|Engineer|Officer|Rev|Capt|Sgt|Comm"
    r"|Councillor)\.? )?[A-Z][\w’'-]*(?: (?:[A-Z][\w’'.-]*|and|&|of|de|van|members))*"
)
COLLECTIVES = tuple(
    "renters residents supervisors trustees councillors volunteers owners tenants users parents employees "
    "officers drivers firefighters fighters firemen judges campers visitors people guests".split()
)
WHO = (
    rf"(?:(?:[Tt]he|[Aa]ll|[Ee]ach) [\w’'-]+(?: [\w’'-]+){{0,4}}?|{NAME}"
    rf"|[A-Z][a-z]+s? who [a-z ]{{3,40}}?|[Ss]taff|[Mm]embers(?: of [a-z ]{{3,40}}?)?"
    rf"|(?i:{'|'.join(COLLECTIVES)})|(?:[Aa]ny(?:one|body)|[Ee]very(?:one|body))(?: [a-z]+){{0,6}}?"
    rf"|[Tt]hey|[Hh]e|[Ss]he|[Ww]e)"
)
TO_DO = r"(?P<v>[a-z]+)"
TOPIC = r"(?:[A-Z][^,;:–—]{2,50}(?: ?[:–—]| -) )?"
"""A topic printed before a sentence: "Bandstand roof: …"."""
OPENING = r"(?:[A-Z][a-z]+ [^;:.]{2,60}, )?"
"""A phrase before the subject: "After discussion, …"."""
ROWS = (
    Rule(
        "minutes:resolved",
        pattern(
            r"\b(?:RESOLVED|Resolved|It was (?:further )?(?:resolved|agreed|decided|determined))(?: "
            r"unanimously)?\s*[:,]?\s*(?P<that>that\s)"
        ),
    ),
    Rule(
        "minutes:motion-that",
        pattern(rf"^{TOPIC}(?:(?:A )?[Mm]otion\b|{NAME} moved)[^.;]*?\s(?P<that>that\s)(?:the |[A-Z])"),
    ),
    Rule(
        "minutes:recommended",
        pattern(
            r"\b[Ii]t was (?:recommended|suggested|proposed) that\s+(?P<who>[^,.;]{2,80}?) should "
            r"(?P<v>\w+)"
        ),
    ),
    Rule(
        "minutes:directed",
        pattern(
            rf"^(?P<by>{WHO}) (?:directed|asked|instructed|requested|tasked|told|wants?|authorized"
            r"|authorised) "
            rf"(?P<who>{WHO}) to {TO_DO}"
        ),
    ),
    Rule(
        "minutes:was-asked",
        pattern(
            rf"^(?P<who>{WHO}) (?:was|were|is|are) (?:asked|directed|instructed|requested|authorized"
            rf"|authorised|tasked|told) to {TO_DO}"
        ),
    ),
    Rule(
        "minutes:encouraged",
        pattern(rf"^(?P<who>{WHO}) (?:is|are|was|were) (?:encouraged|urged|reminded|advised) to {TO_DO}"),
    ),
    Rule(
        "minutes:constituted",
        pattern(
            r"\b(?:constituted|established|set up|formed|appointed) (?P<who>(?:a|an) "
            r"[^.;]{3,90}?(?:,? (?:headed|chaired|led) by [^.;]{3,60}?)?) to (?P<v>[a-z]+)"
        ),
    ),
    Rule(
        "minutes:decided",
        pattern(
            rf"^{TOPIC}{OPENING}(?P<who>{WHO}) (?:have |has )?(?:decided|voted|resolved|chose|elected) to "
            rf"(?:only )?{TO_DO}"
        ),
    ),
    Rule(
        "minutes:resolved-to",
        pattern(
            r"\b(?:[Ii]t was (?:further |also )?(?:resolved|agreed|decided)|RESOLVED|Resolved|AGREED|Agreed"
            r"|(?:[Tt]he |[Bb]oard )?[Cc]onsensus(?: of (?:the )?\w+)? (?:was|is)"
            r"|[Ii]t was the consensus(?: of (?:the )?\w+)?)(?: unanimously)?:? to "
            r"(?P<v>[a-z]+)"
        ),
    ),
    Rule(
        "modal:agreed",
        pattern(
            rf"(?:^|[,;:.–—]\s|\s-\s|\b(?:and|but|so)\s"
            rf"|^(?:Because|Due|Since|Given|After|In)\s[\w ]{{5,70}}\s)"
            rf"(?P<who>{NAME}|[Tt]he [\w ]{{2,40}}?|[Ss]taff|she|he|they|we) (?:has "
            rf"|have )?(?:agreed|offered|volunteered|undertook|undertakes|agrees|promised) to {TO_DO}"
        ),
    ),
    Rule(
        "minutes:initials",
        pattern(
            rf"(?:^(?:(?:ACTION|Action|Actions)?\s*[:–-]?\s*|{TOPIC})|[,;] (?:and )?)"
            rf"(?P<who>[A-Z]{{2,3}}(?:\s?[/&,]\s?[A-Z]{{2,3}})*|{NAME}|[Aa]ll"
            rf"|[Ss]taff|The [a-z]+(?: [a-z]+)??) (?:is |are )?to {TO_DO}"
        ),
    ),
    Rule("minutes:action", pattern(rf"^(?:ACTION|Action)s?\s*[:–-]\s*(?P<who>{NAME})?\s*[:–-]?\s*{TO_DO}\b")),
    Rule(
        "minutes:motion-directs",
        pattern(
            rf"^{TOPIC}(?:(?:A )?[Mm]otion\b|Moved\b|On a motion|On motion|{NAME} (?:moved|made a motion"
            rf"|motioned))[^.;]*?\bto (?:direct|instruct|authori[sz]e|allow|have|ask|request) (?P<who>{WHO}) "
            r"(?:to )?(?P<v>[a-z]+)"
        ),
    ),
    Rule(
        "minutes:motion",
        pattern(
            rf"^{TOPIC}(?:(?:A )?[Mm]otion\b|Moved\b|It was moved|On a motion|On motion|{NAME} (?:moved"
            r"|made a motion|motioned))[^.;]*?\bto (?P<v>[a-z]+)\b(?P<what>[^.;]*)"
        ),
    ),
    Rule(
        "minutes:asks-that",
        pattern(rf"^{WHO} (?:also )?(?:asks|asked|requested|requests) that (?P<who>{WHO}) {TO_DO}"),
    ),
    Rule(
        "minutes:agreed-name",
        pattern(
            rf"\b[Ii]t was (?:also |further |then )?(?:agreed|decided|determined|suggested|decided on) "
            rf"(?:that )?(?P<who>{WHO}) (?:would|will|should|shall|is to|are to) {TO_DO}"
        ),
    ),
    Rule(
        "minutes:for-name",
        pattern(
            rf"\b(?:[Cc]onsensus|[Ii]t was (?:agreed|decided)|[Mm]otion)\b[^.;]*? for (?P<who>{WHO}) "
            rf"to {TO_DO}"
        ),
    ),
    Rule(
        "modal:will",
        pattern(
            rf"(?:^|[,;:.–—]\s|\s-\s|\b(?:and|but|so|then|that|reports?|reported|said|says|noted|stated"
            rf"|advised|thinks)\s)(?P<if>(?:[Ii]f|[Ww]hen|[Oo]nce|[Aa]s soon as"
            rf"|[Aa]fter the) [^,;.]{{4,60}}?,? )?(?P<who>{WHO}),? (?:will|shall|must|would|should) "
            r"(?:also |then |still |again |now |have to |need to |no longer |(?P<not>not ))?"
            rf"{TO_DO}"
        ),
    ),
    Rule(
        "minutes:has-to",
        pattern(
            rf"^{TOPIC}(?P<who>{WHO}) (?:(?:still )?(?:needs?|ha[sv]e?)|(?:is|are) (?:going|planning)|plans?"
            rf"|intends?|ha(?:s|ve) until [^,;.]{{3,25}}?) to "
            rf"(?:also )?{TO_DO}"
        ),
    ),
    Rule(
        "minutes:bare",
        pattern(
            rf"^{TOPIC}(?:Also |Still |We )?(?:[Nn]eeds? to|Will|[Pp]lans? to|Going to|Have to|Please"
            rf"|Remember to|(?:Do not|Don[’']t) forget to) (?:also )?"
            rf"{TO_DO}"
        ),
    ),
    Rule(
        "minutes:order",
        pattern(
            r"^(?P<v>Contact|Check|Call|Ask|Order|Get|Send|Find|Fix|Put|Remind|Talk|Look|Write|Buy|Have"
            r"|Post) "
            r"(?:the|a|an|with|about|out|into|our|all|new|more|up|[A-Z][a-z]+) "
        ),
    ),
    Rule(
        "minutes:officers",
        pattern(rf"^{TOPIC}(?P<who>[A-Z][a-z]+ (?:[a-z]+ ){{0,2}}?[a-z]+) (?:are |is )?to {TO_DO}"),
    ),
    Rule(
        "minutes:and-will",
        pattern(
            rf"^(?P<who>{WHO}) [^,;.]{{3,90}}? and (?:will|would|(?:is|are) going to|plans? to) "
            rf"(?:also )?{TO_DO}"
        ),
    ),
    Rule(
        "minutes:needs",
        pattern(
            r"^(?P<np>[^,;.]{4,110}?) (?:still )?needs? (?:to (?:be|come|go|get) \w+"
            r"|(?:[a-z]+ ){1,3}\w+ed[.;]?$|[a-z]+ing\b|repairs?[.;]?$|attention[.;]?$)"
        ),
    ),
    Rule(
        "minutes:due",
        pattern(
            rf"^(?P<np>[^,;.]{{4,90}}?) (?:is|are) due (?:(?:to|at|in) [^,;.]{{2,40}}? )?"
            rf"(?:(?:by|on|in|before) )?"
            rf"(?:\d|{MONTH}|the )"
        ),
    ),
    *PASSIVE_ROWS,
)
ASKED = ("asked", "directed", "instructed", "requested", "tasked", "told", "authori")
WORDS = {
    "minutes:resolved": ("that",),
    "minutes:motion-that": ("that",),
    "minutes:recommended": ("should",),
    "minutes:directed": (*ASKED, " want"),
    "minutes:was-asked": ASKED,
    "minutes:encouraged": ("encouraged", "urged", "reminded", "advised"),
    "minutes:constituted": ("constituted", "established", "set up", "formed", "appointed"),
    "minutes:decided": ("decided", "voted", "resolved", "chose", "elected"),
    "minutes:resolved-to": ("t was ", "onsensus", "esolved", "RESOLVED", "AGREED", "Agreed"),
    "modal:agreed": (" agree", "offered", "volunteered", "undert", "promised"),
    "minutes:initials": (" to ",),
    "minutes:action": ("Action", "ACTION"),
    "minutes:motion-directs": ("otion", "oved"),
    "minutes:motion": ("otion", "oved"),
    "modal:will": ("will", "shall", "must", "would", "should"),
    "minutes:has-to": (" need", " ha", " going ", " plan", " intend"),
    "minutes:needs": ("need",),
    "minutes:due": (" due ",),
    "minutes:to-be": ("to be ",),
    "minutes:agreed-name": ("t was ",),
    "minutes:asks-that": (" that ",),
    "minutes:be": (" be ",),
    "minutes:for-name": (" for ",),
    "minutes:bare": (" to ", "Will ", "Please "),
    "minutes:officers": (" to ",),
    "minutes:and-will": (" and ",),
    "minutes:no": ("No ", " no "),
    "minutes:may-not": ("not ",),
    "minutes:passive": ("be ", "get ", "remain ", "stay "),
    "minutes:closed": (" until ", " till "),
}
"""A row runs only where one of its words stands: looking for plain words is far cheaper than a pattern."""
