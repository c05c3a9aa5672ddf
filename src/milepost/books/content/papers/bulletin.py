"""The bulletin of a meeting: who chaired and attended, a sentence an item in the order heard, what follows.

In: a `View`, a `Standing`, a `MeetingRecord`. Out: a letter of at most two pages. Every run carries the id
of its item, that of the meeting where it speaks of no item. A restricted item is absent, with its number and
all that follows from it. A bulletin is stamped as a draft until it is approved. No adjectives: the
words are those of the record.
"""

from collections.abc import Iterator

from milepost.books.content.papers.furniture import letter, stem
from milepost.books.content.papers.runs import (
    day,
    sentences,
    typed,
    unit_run,
    with_item,
    wording,
    woven,
)
from milepost.books.content.papers.sittings import (
    is_restricted,
    people_text,
    restricted_items,
    sitting_line,
)
from milepost.books.content.records.paper import (
    Block,
    Heading,
    LetterHead,
    Paper,
    Paragraph,
    Points,
    Run,
    Text,
)
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.inputs import Attendance, MeetingRecord
from milepost.books.inputs.meetings import Item, Resolution
from milepost.books.wording.dates import deadline_words, listed, long_date
from milepost.books.wording.labels import CATALOGUE, label, words

ROLES = ("chair", "member", "guest", "presenter")
"""Whom the bulletin names, in this order; who keeps the record is not named."""


def bulletin(view: View, standing: Standing, meeting: MeetingRecord) -> Paper:
    """The bulletin as it is published."""
    language = view.language
    name = stem("bulletin", str(meeting.number or meeting.id), language)
    stamp = "" if meeting.approved else label("bulletin.draft", language)
    blocks = [
        _dateline(view, meeting),
        *_people(view, meeting),
        *_items(view, meeting),
        *_sought(view, standing, meeting),
        *_follows(view, meeting),
    ]
    return letter(
        view,
        standing,
        "bulletin",
        name,
        words("bulletin.title", language, sitting=sitting_line(meeting, language)),
        blocks,
        LetterHead(office=listed(meeting.bodies, language)),
        frozen_on=(meeting.published_on or meeting.held_on or standing.state.as_of)[:10],
        stamp=stamp,
        colophon=_colophon(view, meeting),
    )


def _dateline(view: View, meeting: MeetingRecord) -> Paragraph:
    """When it was held and when published, apart."""
    texts = [
        woven(f"bulletin.{which}", view.language, meeting.id, date=day(date[:10], view.language))
        for which, date in (("held", meeting.held_on), ("published", meeting.published_on))
        if date
    ]
    gap = wording("paper.gap", view.language, item=meeting.id)
    text = tuple(run for number, part in enumerate(texts) for run in ((gap,) * bool(number) + part))
    return Paragraph(text=with_item(text, meeting.id), style="dateline")


def _people(view: View, meeting: MeetingRecord) -> Iterator[Block]:
    """Who chaired, attended, sat in and presented, with titles of that day, in one paragraph."""
    language = view.language
    said: list[Text] = []
    for role in ROLES:
        people = [p for p in meeting.people if p.role == role and not _presents_in_secret(p, meeting)]
        if people:
            named = people_text(people, language)
            said.append(woven(f"bulletin.people.{role}", language, people=named))
    if said:
        yield Paragraph(text=with_item(sentences(said, language), meeting.id))


def _presents_in_secret(person: Attendance, meeting: MeetingRecord) -> bool:
    """Whether a presenter spoke to restricted items alone."""
    if person.role != "presenter":
        return False
    spoken = [item.restricted for item in meeting.items if person.name in item.presenter]
    return bool(spoken) and all(spoken)


def _items(view: View, meeting: MeetingRecord) -> Iterator[Block]:
    """A paragraph an open item, in the order heard."""
    for item in sorted((i for i in meeting.items if not i.restricted), key=lambda item: item.number):
        yield Paragraph(text=with_item(item_sentence(view, item), item.id))


def item_sentence(view: View, item: Item) -> Text:
    """What the meeting did with an item, and its outcome."""
    language = view.language
    own = f"bulletin.item.{item.kind}.{item.outcome}"
    title = typed(item.title)
    text = woven(own if own in CATALOGUE else f"bulletin.item.{item.kind}", language, item.id, title=title)
    tail = f"bulletin.outcome.{item.outcome}"
    if own not in CATALOGUE and tail in CATALOGUE:
        text += (wording(tail, language, item.id),)
    if item.requests:
        requests = tuple(_requests(view, item))
        text += woven("bulletin.requests", language, item.id, requests=requests)
    return (*text, wording("paper.stop", language, item.id))


def _requests(view: View, item: Item) -> Iterator[Run]:
    """The requests of an item, parted by a semicolon."""
    for number, request in enumerate(item.requests):
        if number:
            yield wording("paper.semicolon", view.language, item.id)
        yield typed(request, item=item.id)


def _sought(view: View, standing: Standing, meeting: MeetingRecord) -> Iterator[Block]:
    """What the meeting was asked to decide; nothing of restricted items and measures."""
    closed, measures = restricted_items((meeting,)), {r.measure for r in standing.state.restrictions}
    rows = [d for d in meeting.decisions if not is_restricted(d, closed) and d.measure not in measures]
    if rows:
        yield Heading(text=label("bulletin.sought", view.language))
        yield Points(items=tuple((typed(d.text, item=d.item or meeting.id),) for d in rows), numbered=True)


def _follows(view: View, meeting: MeetingRecord) -> Iterator[Block]:
    """What follows, with owner and date."""
    restricted = restricted_items((meeting,))
    rows = [row for row in meeting.resolutions if not is_restricted(row, restricted)]
    if not rows:
        return
    yield Heading(text=label("bulletin.follows", view.language))
    yield Points(
        items=tuple(with_item(follow(view, row), row.item or meeting.id) for row in rows), numbered=True
    )


def follow(view: View, row: Resolution) -> Text:
    """What is to be done, by whom, by when."""
    language = view.language
    owner = unit_run(view, row.owner)
    if row.due is None:
        return woven("bulletin.follow.undated", language, text=typed(row.text), owner=owner)
    date = typed(deadline_words(row.due, "day", language))
    return woven("bulletin.follow", language, text=typed(row.text), owner=owner, date=date)


def _colophon(view: View, meeting: MeetingRecord) -> tuple[tuple[str, str], ...]:
    """Who approved it, and when it was published."""
    if not meeting.approved or not meeting.approved_by:
        return ()
    published = long_date(meeting.published_on, view.language) if meeting.published_on else ""
    return ((words("paper.approved_by", view.language, name=meeting.approved_by), published),)
