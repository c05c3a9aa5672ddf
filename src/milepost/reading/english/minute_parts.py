"""The parts from which the rows of minutes are made: names, who may act, whom a meeting tells, a topic.

In: nothing. Out: pieces of patterns as text, each without a group of its own but `TO_DO`, whose group `v` is
the verb. The rows stand in `minute_rows`.
"""

NAME = (
    r"(?:(?:Cllrs?|Mr|Mrs|Ms|Dr|Chief|Chair|Clerk|Supervisor|Treasurer|Deputy|Supt|Atty|Trustee"
    r"|Mayor|Attorney|Selectman|Selectwoman|Superintendent|Engineer|Officer|Rev|Capt|Sgt|Comm"
    r"|Councillor)\.? )?(?:[A-Z]\. ?){0,3}[A-Z][\w’'-]*(?: (?:[A-Z][\w’'.-]*|and|&|of|de|van|members))*"
)
COLLECTIVES = tuple(
    "renters residents supervisors trustees councillors volunteers owners tenants users parents employees "
    "officers heads drivers crew crews firefighters fighters firemen judges campers visitors people "
    "guests".split()
)
WHO = (
    rf"(?:(?:[Tt]he|[Aa]ll|[Ee]ach) [\w’'-]+(?: [\w’'-]+){{0,4}}?|{NAME}"
    rf"|[A-Z][a-z]+s? who [a-z ]{{3,40}}?|[Ss]taff|[Mm]embers(?: of [a-z ]{{3,40}}?)?"
    rf"|(?:[A-Z][a-z]+ )?(?i:{'|'.join(COLLECTIVES)})|(?:[Aa]ny(?:one|body)|[Ee]very(?:one"
    rf"|body))(?: [a-z]+){{0,6}}?"
    rf"|[Tt]hey|[Hh]e|[Ss]he|[Ww]e)"
)
ADDRESSEE = (
    rf"(?:{WHO}|[a-z]+s(?: [a-z]+){{0,3}}?|(?:[A-Z][\w’'-]*|[Tt]he [\w’'-]+)[^,.;:]{{2,90}}?)"
    r"(?: in a position to do so)?"
)
"""Whom a meeting tells: longer names than a subject has, and people in the plural."""
TELL = (
    r"(?:directed|asked|instructed|requested|tasked|told|invited|charged|commissioned|mandated|required|urged"
    r"|encouraged|called (?:up)?on|authori[sz]ed)"
)
ALSO = r"(?:(?:also|further|then|again|unanimously|hereby|therefore) )*"
IS = r"(?:was|were|is|are|has been|have been|(?:(?:should|will|would|must|to) )?be)"
GAP = r"(?:[^.;]|(?:Mr|Mrs|Ms|Dr)\.)*?"
"""Words up to what a motion wants; the stop of "Mr." ends no sentence."""
TO_DO = r"(?P<v>[a-z]+)"
TOPIC = r"(?:[A-Z][^,;:–—]{2,50}(?: ?[:–—]| -) )?"
"""A topic printed before a sentence: "Bandstand roof: …"."""
OPENING = r"(?:[A-Z][a-z]+ [^;:.]{2,60}, )?"
"""A phrase before the subject: "After discussion, …"."""
