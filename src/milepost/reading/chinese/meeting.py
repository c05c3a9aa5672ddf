"""The record of a meeting that a Chinese bulletin or minutes (会议纪要) report.

In: the text, its clauses, and what kind of document it is. Out: bodies with session and term, the day it
was held, when it was published, people with titles and roles, higher meetings, agenda; None when no meeting
is reported. Names stay as printed. A day without a year takes the year of publication, and the year before
when the day would lie after it. What the meeting demanded stands in `directives`.
"""

from milepost.ledger.origins import Span
from milepost.ledger.records import AgendaItem, MeetingBody, MeetingPerson, UpperMeeting
from milepost.reading.chinese.agenda import find_agenda
from milepost.reading.chinese.attendance import find_people
from milepost.reading.chinese.folding import Folded, fold
from milepost.reading.chinese.labels import label_at
from milepost.reading.chinese.numerals import number
from milepost.reading.chinese.sittings import PLENARY, Sitting, find_sat, joint, parse
from milepost.reading.patterns import pattern
from milepost.reading.records import ClauseFound, DocumentFacts, MeetingFacts
from milepost.reading.sentences import sentences

REPORTING = ("bulletin", "minutes", "other", None)
"""Kinds of document that may report a meeting; plans don't."""
HEAD = 12
"""Paragraphs that may hold the opening of a report."""
FOOT = 10
"""Paragraphs at the end that may hold 出席: and 请假:."""
Y = r"(?:(?P<y>\d{4}|[〇零○一二三四五六七八九]{4}) ?年)?"
FEW = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
DAY = pattern(rf"{Y} ?(?P<m>{FEW}) ?月 ?(?P<d>{FEW}) ?日")
STAMP = pattern(
    r"(?:(?:发布|发表|更新|发稿)?(?:时间|日期) ?: ?)?"
    r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T](\d{1,2}:\d{2}))?(?:$|[ :])"
)
STAMP_INSIDE = pattern(
    r"(?:时间|日期) ?: ?(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T](\d{1,2}:\d{2}))?(?:$|[ :])"
)
"""The same behind the source: 来源:日报 时间:2030-10-22."""
PRINTED = pattern(
    r"\((?:原载|载于?|来源 ?:|据|刊于?)? ?(?:《[^《》]{2,16}》)? ?"
    r"(\d{4}) ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?日[^()]{0,30}\)$"
)
"""Where a newspaper's day stands below the report."""
LONGEST_TITLE = 60
OPENED = pattern(
    r"(?:会议)?(?:时 ?间|日 ?期) ?: ?|(?:\d{4}年)?\d{1,2}月\d{1,2}日[^。;]{0,60}(?:主持|召集|召开)"
)
"""A line or a sentence of minutes that says when the meeting was."""
TITLED = pattern(r"(?:关于)?(?P<what>[^,。;:]{2,60}?会议)(?:的)?纪要$")
DATELINE = pattern(r" ?(?:讯|电)")
OFFICE = pattern(r"(?:办公厅|办公室)$")
"""The office that writes the minutes of those it serves."""
FORMULA = pattern(r"(?:会议|大会|全会)?(?:指出|强调|要求|认为|明确|决定|议定),?")
UPPER = pattern(
    r"(?:和|、|以及|及)?(?P<what>[^,。;、《》]{2,60}?(?:会议|全会|大会|两会))(?:精神|的?重要讲话精神|部署|"
    r"(?:$))"
)


def find_meeting(text: str, clauses: list[ClauseFound], facts: DocumentFacts) -> MeetingFacts | None:
    """The meeting that the text reports, or None."""
    return meeting_of(fold(text), facts)


def meeting_of(folded: Folded, facts: DocumentFacts) -> MeetingFacts | None:
    """The meeting that a folded text reports, or None."""
    if facts.kind not in REPORTING:
        return None
    edges = folded.paragraphs[:HEAD] + folded.paragraphs[HEAD:][-FOOT:]
    spans = [span for paragraph in edges for span in sentences(folded.text, paragraph, "zh")]
    sat, opening = find_bodies(folded.text, spans)
    people = unique_people(folded, spans)
    if not sat and not any(person.role == "chair" for person in people):
        return None
    published = find_publication(folded) or (facts.date if facts.kind == "bulletin" else None)
    agenda = unique_items(folded)
    return MeetingFacts(
        bodies=[body_of(folded, sitting, facts) for sitting in sat],
        held_on=_held_on(folded, opening, published or facts.date),
        published_at=published if facts.kind != "minutes" else None,
        people=people,
        upper_meetings=find_upper(folded, agenda),
        agenda=agenda,
    )


def find_bodies(text: str, spans: list[Span]) -> tuple[list[Sitting], Span | None]:
    """The sittings of the first sentence that says a meeting was held, else those of a title."""
    best: tuple[list[Sitting], Span | None] = ([], None)
    for span in spans:
        if sat := find_sat(text, *span):
            whole = text[span[1] - 1] in "。;" and DAY.search(text, *span) is not None
            if whole or best[1] is None:
                best = (sat, span)
            if whole:
                break
        elif best[1] is None and (titled := TITLED.fullmatch(text, *span)):
            best = (joint(text, *titled.span("what")), None)
    return best


def body_of(folded: Folded, sitting: Sitting, facts: DocumentFacts) -> MeetingBody:
    """The body that sat; where the text names only a kind of meeting, its issuer stands before it."""
    name = sitting.body
    if name.endswith("会议") and len(name) <= 6 and facts.issuer:
        name = OFFICE.sub("", facts.issuer) + name
    return MeetingBody(name=name, session=sitting.session, term=sitting.term, span=folded.span(*sitting.span))


def _held_on(folded: Folded, opening: Span | None, published: str | None) -> str | None:
    """The day of the sentence that opens the report, else of the line that says when it was."""
    day = find_day(folded.text, opening, published) if opening else None
    lines = (span for span in folded.paragraphs[:HEAD] if OPENED.match(folded.text, *span))
    return day or next((day for span in lines if (day := find_day(folded.text, span, published))), None)


def find_day(text: str, span: Span, published: str | None) -> str | None:
    """The day in a sentence; that of a dateline (本报5月9日讯) only where no other is printed."""
    days = list(DAY.finditer(text, *span))
    match = next((day for day in days if not DATELINE.match(text, day.end(), span[1])), None)
    if match is None and not days:
        return None
    match = match or days[0]
    month, day = number(match["m"]), number(match["d"])
    ends = f"{month:02d}-{day:02d}"
    if match["y"]:
        return f"{number(match['y']):04d}-{ends}"
    if not published:
        return None
    year = int(published[:4])
    return f"{year if ends <= published[5:10] else year - 1:04d}-{ends}"


def find_publication(folded: Folded) -> str | None:
    """The date, and hour if printed, of a line of its own near the top, else of the newspaper named below."""
    for start, end in folded.paragraphs[:HEAD]:
        stamp = STAMP.match(folded.text, start, end) or STAMP_INSIDE.search(folded.text, start, end)
        if end - start <= 60 and stamp:
            date = f"{stamp[1]}-{int(stamp[2]):02d}-{int(stamp[3]):02d}"
            return f"{date}T{stamp[4]:0>5}" if stamp[4] else date
    for start, end in folded.paragraphs[-FOOT:]:
        if end - start <= 60 and (foot := PRINTED.match(folded.text, start, end)):
            return f"{foot[1]}-{int(foot[2]):02d}-{int(foot[3]):02d}"
    return None


def unique_people(folded: Folded, spans: list[Span]) -> list[MeetingPerson]:
    """Everybody named with a part in the meeting, once, at the first mention."""
    people: dict[str, MeetingPerson] = {}
    for start, end in spans:
        opened = FORMULA.match(folded.text, start, end)
        for found in [] if opened else find_people(folded, start, end):
            people.setdefault(found.name, found)
    return list(people.values())


def unique_items(folded: Folded) -> list[AgendaItem]:
    """The agenda in the order of the text, without headlines and what the body repeats of the head."""
    items: dict[str, AgendaItem] = {}
    for paragraph in folded.paragraphs:
        for start, end in (
            () if is_headline(folded.text, *paragraph) else sentences(folded.text, paragraph, "zh")
        ):
            for item in find_agenda(folded, start, end):
                known = items.setdefault(item.object, item)
                if known.act in ("review", "study") and item.act == "approve":
                    items[item.object] = item
    return list(items.values())


def is_headline(text: str, start: int, end: int) -> bool:
    """Whether a paragraph is a title: short, without a number, a label or a sign at its end."""
    ended = text[end - 1] in "。;:!?”)》" or text.find(":", start, end) > 0
    return not ended and end - start <= LONGEST_TITLE and label_at(text, start, end) is None


def find_upper(folded: Folded, agenda: list[AgendaItem]) -> list[UpperMeeting]:
    """The meetings whose spirit was conveyed, and the plenary sessions that the text names, each once."""
    found: dict[str, UpperMeeting] = {}
    for item in agenda:
        for match in UPPER.finditer(item.object) if item.act == "convey" and item.span else ():
            if PLENARY.fullmatch(match["what"]):
                continue
            start = item.span[1] - len(item.object) + match.start("what") if item.span else 0
            sitting = parse(match["what"], 0, len(match["what"]))
            found.setdefault(
                match["what"],
                UpperMeeting(
                    name=match["what"],
                    body=sitting.body or None if sitting else None,
                    session=sitting.session if sitting else None,
                    term=sitting.term if sitting else None,
                    span=(start, start + len(match["what"])),
                ),
            )
    for match in PLENARY.finditer(folded.text):
        found.setdefault(
            match[0],
            UpperMeeting(
                name=match[0],
                body=match["who"] or None,
                session=number(match["session"]),
                term=number(match["term"]),
                span=folded.span(*match.span()),
            ),
        )
    return list(found.values())
