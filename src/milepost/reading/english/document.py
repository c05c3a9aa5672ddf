"""What a text is: its kind, title, issuer, number and day.

In: the text and a day that somebody gave. Out: `DocumentFacts`. A printed day wins over the given one; a
day inside a citation ("the Order of 3 May 2021") is none of the document's own. What cannot be found stays
empty. Its kind is told in `kinds`.
"""

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from milepost.ledger.origins import Span
from milepost.reading.deadlines.phrases import Anchors
from milepost.reading.english.blocks import blocks_of
from milepost.reading.english.dates import DATE, DATE_PATTERN, MONTH, find_dates
from milepost.reading.english.field_lines import RESPONSE, field_of
from milepost.reading.english.kinds import find_kind
from milepost.reading.patterns import pattern
from milepost.reading.records import ClauseFound, DocumentFacts
from milepost.reading.source import lines_of

HEAD, TAIL = 2500, 900
"""How much of the beginning and of the end is looked at, in characters."""

SUBJECT = pattern(r"(?m)^[*_]*(?:SUBJECT|Subject|RE|Re):[*_]*\s+(?P<t>[^\n]{4,180})$")
NUMBER = pattern(
    r"\b(?:Executive Order|Order|Resolution|Directive|Circular|Ordinance|Memorandum"
    r"|Proclamation|Regulation(?: \(EU\))?|Bill|Report|"
    r"Notice|EXECUTIVE ORDER|ORDER|RESOLUTION|DIRECTIVE|CIRCULAR|ORDINANCE|MEMORANDUM"
    r"|Decision)\s+(?P<no>(?:No\.?|NO\.?|Number|#)\s*)?"
    r"(?P<n>[A-Z]{0,3}-?\d[\w./-]*)"
)
YEAR_NUMBER = pattern(r"\b[A-Z]{2,8} ?[(\[](?:19|20)\d{2}[)\]] ?[Nn]o\.? ?\d{1,4}\b")
"""The number of a paper with its year, after the letters of its issuer: "HCC (2027) no. 5"."""
ISSUER = pattern(
    r"\b(?:GOVERNOR OF|OFFICE OF THE|MAYOR OF|PRESIDENT OF|Governor of|Mayor of|OFFICE OF"
    r"|DEPARTMENT OF|MINISTRY OF|COUNCIL|COMMISSION|PARTNERSHIP|AUTHORITY|COMMITTEE|CABINET"
    r"|ASSEMBLY|BOARD|AGENCY|TOWN OF|CITY OF|COUNTY OF|MUNICIPALITY OF|GOVERNMENT OF|Municipality of"
    r"|Government of|"
    r"Office of|Department of|Ministry of|Town of|City of|County of|Council|Commission"
    r"|Authority|Agency|Partnership|General Assembly|White House|WHITE HOUSE)\b"
)
PAPER_OF = pattern(
    r"(?:(?:White|Green|Policy|Position|Discussion) Paper|Statement|Circular|Letter|Notice|Policy|Report)"
    r" (?:of|by|from) (?:the )?"
)
"""A kind of paper before the office that issues it: "White Paper of the Ministry of Ports"."""
PASSED = pattern(
    r"(?:unanimously )?(?:adopted|approved|agreed|amended|enacted|endorsed|made|passed|published|ratified"
    r"|revised|signed)\b[\w ,]{0,30} (?:by|at|in|on)\b",
    ignore_case=True,
)
"""A line that tells how the paper came to be names no issuer: "Adopted by the Council on 15 April 2027"."""
OWN_DATE = pattern(
    r"(?:\b(?:[Dd]ated?|[Ii]ssued|[Aa]pproved|[Aa]dopted|[Ss]igned|[Hh]eld|DATED?|DATE|Date"
    r"|Published|Updated|[Dd]one at [A-Z]\w+)"
    r"[^.\n]{0,60}?|\bon (?:\w+,? )?|[A-Z]{3,}[,.:]? |^|\n|[|] ?)$"
)
LONGEST_BODY = 60
BARE_PAPER = pattern(
    r"(?:draft |approved |unapproved |action )?(?:minutes|notes|agenda|order|resolution|directive|circular)"
    rf"(?:(?:,| of| –| —| -|:)? {DATE})?$",
    ignore_case=True,
)
"""A line that says what kind of paper this is, with its day at most."""
MEETING_OF = pattern(r"\b(?:[Mm]eeting|[Ss]ession|MEETING) (?:of|on|held on) (?:the )?(?:\w+day,? )?$")
"""What stands before the day of the meeting that a title names: "actions of the meeting of 8 May 2028"."""
THIS_DAY = pattern(
    rf"\bthis (?P<d>\d{{1,2}})(?:st|nd|rd|th)? day of (?P<m>{MONTH}),?(?: in the year)? (?P<y>\d{{4}})",
    ignore_case=True,
)
NO_TITLE = pattern(
    rf"^(?:{DATE}$|By the authority|Sec|§|WHEREAS|To:|From:|Date:)|[.] [A-Z]|\b(?:shall|will|was|were)\b"
)
CAPITALS = pattern(r"\b[A-Z][A-Z]+(?:[ ,&’'-]+[A-Z]{2,}){2,}\b")
FIELD = pattern(
    r"\b(?:[Ee]nd|[Ss]tart|[Dd]ue|[Dd]eadline|[Tt]arget|[Cc]omplet\w*|[Mm]ilestone"
    r"|[Ii]mplementation|[Aa]greed|[Ee]xpected)[\w ]{0,12}: ?$"
)
APPROVED = pattern(r"\b(?:approved|adopted|agreed)\b", ignore_case=True)
YEAR_END = pattern(r"(?:19|20)\d{2}$|/\d{2}$|\.\d{2}$")
CAPITAL_DATE = pattern(rf"\b(?:{MONTH.upper()} \d{{1,2}}|\d{{1,2}} {MONTH.upper()}),? \d{{4}}\b")
CITED = pattern(
    r"(?:\bof|[Ff]ollowing|[Ss]ince|[Bb]y|before|until|after|[Ii]n|than|from|through"
    r"|(?:[Ee]nd|[Ss]tart|[Dd]ue|[Dd]eadline|[Tt]arget|[Cc]omplet)[\w ]*:|Order|Act"
    r"|Beginning|thereafter|starting|Starting)\s(?:the )?$"
)


def find_facts(
    text: str, clauses: list[ClauseFound], date: str | None, rows: Sequence[Span] = ()
) -> DocumentFacts:
    """What the text says of itself; `date` stands where it prints no day, and the `rows` of tables of
    measures say nothing of the document."""
    printed = find_own_date(text, rows)
    return DocumentFacts(
        kind=find_kind(text),
        title=find_title(text, clauses, rows),
        issuer=find_issuer(text),
        number=find_number(text),
        date=printed[0] if printed else date,
        date_span=printed[1] if printed else None,
    )


def find_number(text: str) -> str | None:
    """The number printed after the kind of paper, else one with its year in the first lines."""
    for number in NUMBER.finditer(text[:HEAD]):
        if number["no"] or not DATE_PATTERN.match(text, number.start("n")):
            return number["n"].rstrip(".,;")
    found = YEAR_NUMBER.search(text[:400])
    return found.group() if found else None


def find_title(text: str, clauses: list[ClauseFound], rows: Sequence[Span] = ()) -> str | None:
    """The title of the text, with the name of the body where one of the two lines says no more than that
    there are minutes, or an order, and the other one whose."""
    title = title_line(text, clauses, rows)
    if title is None or len(title) > LONGEST_BODY:
        return title
    lines = [text[start:end].strip("#*_ ") for start, end in lines_of(text[:HEAD])[:4]]
    if title not in lines:
        return title
    at = lines.index(title)
    for one, other in ((at, at + 1), (at - 1, at)):
        pair = lines[one : other + 1] if one >= 0 else []
        if len(pair) == 2 and any(is_body(a) and BARE_PAPER.match(b) for a, b in (pair, pair[::-1])):
            return ", ".join(pair)
    return title


def is_body(line: str) -> bool:
    """Whether a line holds the name of a body and nothing else."""
    return len(line) <= LONGEST_BODY and ISSUER.search(line) is not None and line[-1:].isalpha()


def title_line(text: str, clauses: list[ClauseFound], rows: Sequence[Span]) -> str | None:
    """The title of the outline, else the first line that reads like one."""
    for clause in clauses[:12]:
        if clause.kind == "title":
            return (clause.title or text[clause.span[0] : clause.span[1]]).strip("# *\n")
    if subject := SUBJECT.search(text[:HEAD]):
        return subject["t"].strip()
    blocks = [span for span in blocks_of(text[:HEAD])[:7] if not stands_in(span, rows)]
    lines = [text[start:end] for start, end in blocks]
    lines = [line.strip("#*_ ") for line in lines if not line.startswith("##") or len(lines) < 3]
    lines = [
        line
        for line in lines
        if 5 < len(line) <= 180
        and not line.endswith((".", ":", ";"))
        and not NO_TITLE.search(line)
        and not (field_of(line, 0, len(line)) or RESPONSE.match(line))
    ]
    named = [
        line for line in lines if not NUMBER.match(line) and not (ISSUER.search(line) and len(line) < 50)
    ]
    if named or lines:
        return (named or lines)[0]
    run = CAPITALS.search(text, 0, 400)
    return run.group().strip(" ,-") if run else None


def find_issuer(text: str) -> str | None:
    """The first short line near the beginning or the end that names an office."""
    lines = [line.strip("#*_ ") for line in text[:1200].split("\n")[:12] + text[-TAIL:].split("\n")[-8:]]
    for line in lines:
        if (
            3 < len(line) <= 90
            and not line.lower().startswith(("a resolution", "an ordinance", "resolution"))
            and ISSUER.search(line)
            and not line.endswith((".", ";"))
            and not set(":|") & set(line)
            and not PASSED.match(line)
        ):
            if paper := PAPER_OF.match(line):
                line = line[paper.end() :].split(", ")[0]
            numbered = YEAR_NUMBER.search(line)
            return line[: numbered.start()].rstrip(" ,;–—-") or line if numbered else line
        if "WHITE HOUSE" in line[:20]:
            return "THE WHITE HOUSE"
    return None


def find_own_date(text: str, rows: Sequence[Span] = ()) -> tuple[str, Span] | None:
    """The day the document is of: printed near its head, else in its closing lines."""
    for start, end in ((0, min(len(text), 1500)), (max(0, len(text) - TAIL), len(text))):
        if signed := THIS_DAY.search(text, start, end):
            found = find_dates(f"{signed['d']} {signed['m']} {signed['y']}", 0, 40, Anchors())
            if found and found[0].date:
                return found[0].date, signed.span()
        for printed in find_dates(text, start, end, Anchors()):
            words = text[printed.span[0] : printed.span[1]]
            whole = printed.precision == "day" and (YEAR_END.search(words) or is_iso(words))
            if stands_in(printed.span, rows):
                continue
            if printed.date and whole and not is_cited(text, printed.span, start):
                capital = capital_date(text, start, printed.span[0])
                return capital or (printed.date, printed.span)
        if capital := capital_date(text, start, end):
            return capital
    return None


def stands_in(span: Span, rows: Sequence[Span]) -> bool:
    """Whether a place stands in a row of a table of measures."""
    at = bisect_right(rows, span[0], key=itemgetter(0)) - 1
    return at >= 0 and span[0] < rows[at][1]


def capital_date(text: str, start: int, end: int) -> tuple[str, Span] | None:
    """A day printed in capitals: "TUESDAY, FEBRUARY 13, 2029"."""
    found = CAPITAL_DATE.search(text, start, end)
    dates = find_dates(found.group().title(), 0, len(found.group()), Anchors()) if found else []
    return (dates[0].date, found.span()) if found and dates and dates[0].date else None


def was_approved(text: str, facts: DocumentFacts) -> bool:
    """Whether the printed day is that of the approval: "Approved by the Board, 14 January 2027"."""
    if facts.date_span is None:
        return False
    before = text[max(0, facts.date_span[0] - 80) : facts.date_span[0]].split("\n")[-1]
    return bool(APPROVED.search(before))


def is_iso(words: str) -> bool:
    """Whether a date is written 2027-03-10."""
    return len(words) == 10 and words[4] == "-"


def is_cited(text: str, span: Span, area_start: int) -> bool:
    """Whether a day belongs to another document or to a deadline rather than to this one."""
    before = text[max(area_start, span[0] - 60) : span[0]]
    if FIELD.search(before):
        return True
    if span[0] < 200 and MEETING_OF.search(before):
        return False
    return bool(CITED.search(before)) and not OWN_DATE.search(before)
