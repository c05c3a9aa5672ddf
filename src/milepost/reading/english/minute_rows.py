"""The rows by which a sentence of minutes is read, in order: the first that fires wins.

In: nothing. Out: `ROWS`, each a name and a pattern over one masked sentence. What is made of a match stands
in `minute_readers`, what is to be done without a doer in `minute_passives`; which rows a sentence may concern
is asked in `minute_likely`.
"""

from milepost.reading.english.dates import MONTH
from milepost.reading.english.minute_parts import (
    ADDRESSEE,
    ALSO,
    GAP,
    IS,
    NAME,
    OPENING,
    TELL,
    TO_DO,
    TOPIC,
    WHO,
)
from milepost.reading.english.minute_passives import ROWS as PASSIVE_ROWS
from milepost.reading.patterns import Rule, pattern

ORDERS = tuple(
    "Contact Check Call Ask Order Get Send Find Fix Put Remind Talk Look Write Buy Have Post".split()
)
"""Verbs that open an order in notes."""
ROWS = (
    Rule(
        "minutes:resolved",
        pattern(
            rf"(?:\b(?:(?:[Ii]t was|IT WAS) (?:(?i:further|also|then|unanimously) )*)?"
            rf"(?i:resolved|agreed|decided|determined|ordered)"
            rf"|\b[Cc]onsensus(?: of (?:the )?\w+)? (?:was|is)"
            rf"|^(?:{WHO} )?{ALSO}(?:directed|requested|concluded))"
            r"(?: (?i:unanimously|further))?\s*[:,]?\s*(?P<that>(?i:that)\s)"
        ),
    ),
    Rule(
        "minutes:motion-that",
        pattern(
            rf"^{TOPIC}(?:(?:A )?[Mm]otion\b|Moved\b|{NAME} moved)[^.;]*?\s(?P<that>that\s)(?:the |[A-Z])"
        ),
    ),
    Rule("minutes:resolved-on", pattern(r"^(?P<that>That\s)(?:the |an? |all |[A-Z$£€\d])")),
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
            rf"^{TOPIC}(?:(?P<by>{WHO}) )?{ALSO}(?:(?i:{TELL})|wants?) "
            rf"(?P<who>{ADDRESSEE}) to {TO_DO}"
        ),
    ),
    Rule(
        "minutes:encouraged",
        pattern(rf"^{TOPIC}(?P<who>{WHO}) {IS} {ALSO}(?:encouraged|urged|reminded|advised) to {TO_DO}"),
    ),
    Rule(
        "minutes:was-asked",
        pattern(rf"^{TOPIC}(?P<who>{WHO}) {IS} {ALSO}{TELL} to {TO_DO}"),
    ),
    Rule(
        "minutes:told",
        pattern(
            rf"^{TOPIC}(?P<who>{NAME}|[A-Z][a-z]+(?: [a-z]+){{0,2}}?) (?:instructed|directed|asked|requested"
            rf"|tasked"
            rf"|authori[sz]ed) to {TO_DO}"
        ),
    ),
    Rule(
        "minutes:agreed-ask",
        pattern(
            rf"(?:^|[ :])(?i:agreed|resolved|decided|voted)(?: unanimously)?:? to (?:ask|request|direct"
            rf"|instruct"
            rf"|invite|have|authori[sz]e|task|require) (?P<who>{ADDRESSEE}) (?:to )?{TO_DO}"
        ),
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
            r"|^Voted|\bseconded by [^.;]{3,50}? and (?:unanimously )?(?:resolved|agreed)"
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
            rf"(?:^(?:(?:ACTIONS?|Actions?|AGREED|Agreed|RESOLVED|Resolved|DECISION|Decision)?\s*[:–-]?\s*"
            rf"|{TOPIC})|[,;] (?:and )?)"
            rf"(?P<who>[A-Z]{{2,3}}(?:\s?[/&,]\s?[A-Z]{{2,3}})*|{NAME}|[Aa]ll"
            rf"|[Ss]taff|The [a-z]+(?: [a-z]+)??) (?:is |are )?to {TO_DO}"
        ),
    ),
    Rule(
        "minutes:action",
        pattern(rf"^(?:ACTION|Action)s?\s*[:–-]\s*(?P<who>{NAME}(?:\s?/\s?{NAME})*)?\s*[:–-]?\s*{TO_DO}\b"),
    ),
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
            rf"^{TOPIC}(?:(?:A )?[Mm]otion\b|Moved\b|It was moved|On a motion|On motion"
            rf"|{NAME}(?:/{NAME})? (?:moved"
            rf"|made a motion|motioned|motion)){GAP}\bto (?P<v>[a-z]+)\b(?P<what>[^.;]*)"
        ),
    ),
    Rule(
        "minutes:asks-that",
        pattern(
            rf"^{TOPIC}(?:{WHO}|(?:Mr|Mrs|Ms|Dr|Cllr|Prof)\. \w+) {ALSO}(?:asks|asked|requested|requests"
            rf"|suggested"
            r"|suggests|recommended|recommends|proposed) (?P<that>that\s)"
        ),
    ),
    Rule(
        "minutes:suggested",
        pattern(
            rf"^{TOPIC}(?:{WHO}) (?:suggested|recommended|proposed|suggests"
            rf"|recommends) (?P<who>[Tt]he [\w’'-]+"
            rf"(?: [\w’'-]+){{0,2}}?|{NAME}) {TO_DO} (?:the|a|an|to|at|into|with|for|on|up|out|about|all"
            rf"|some)\b"
        ),
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
        "minutes:someone",
        pattern(
            rf"(?:^|,? (?:and|but|so) |; )(?:[Ss]omeone|[Ss]omebody) (?:still )?(?:needs? to|has to|should"
            rf"|must|will have to"
            rf"|ought to) {TO_DO}"
        ),
    ),
    Rule(
        "modal:will",
        pattern(
            rf"(?:^|[,;:.–—]\s|\s-\s|\b(?:and|but|so|then|that|reports?|reported|said|says|noted|stated"
            rf"|advised|thinks|told (?:the \w+|\w+))\s)(?P<if>(?:[Ii]f|[Ww]hen|[Oo]nce|[Aa]s soon as"
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
        "minutes:please",
        pattern(rf"^(?P<who>{NAME}),? please {TO_DO}"),
    ),
    Rule(
        "minutes:plans-on",
        pattern(rf"^{TOPIC}(?P<who>{WHO}) (?:plans?|(?:is|are) planning|intends?) on (?P<v>[a-z]+ing)\b"),
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
        "minutes:lacks",
        pattern(rf"^{TOPIC}(?:We )?(?P<v>[Nn]eeds?) (?:an?|new|more|some|another|two|three|\d+|the) \w"),
    ),
    Rule(
        "minutes:dash-verb",
        pattern(r"^[^.;:]{4,80}? [–—-] (?P<v>[a-z]+)(?: (?:it|them|soon|now|asap|up))?\W*$"),
    ),
    Rule(
        "minutes:order",
        pattern(
            rf"^(?P<v>{'|'.join(ORDERS)}) (?:the|a|an|with|about|out|into|our|all|new|more|up|[A-Z][a-z]+) "
        ),
    ),
    Rule(
        "minutes:officers",
        pattern(rf"^{TOPIC}(?P<who>[A-Z][a-z]+ (?:[a-z]+ ){{0,2}}?[a-z]+) (?:are |is )?to {TO_DO}"),
    ),
    Rule(
        "minutes:and-will",
        pattern(
            rf"^{TOPIC}(?P<who>{WHO}) [^,;.:]{{3,90}}? (?:and|but) (?:will|would|must|should|needs? to|(?:is"
            rf"|are) going to"
            rf"|(?:plans?|hopes?|intends?|expects?) to) "
            rf"(?:also )?{TO_DO}"
        ),
    ),
    Rule(
        "minutes:needs",
        pattern(
            rf"^{TOPIC}(?P<np>[^,;.:]{{4,110}}?) (?:still )?needs? (?:to (?:be|come|go|get) \w+"
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
