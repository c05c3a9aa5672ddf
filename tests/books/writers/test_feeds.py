"""A feed as two readers see it that share no code: icalendar and vobject."""

import datetime as dt
from functools import cache

import icalendar
import pytest
import vobject
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from milepost.books.content.adopted.calendar import feeds
from milepost.books.content.records.feed import Feed, FeedEvent
from milepost.books.inputs.feeds import Feeds
from milepost.books.writers.feeds import STATUS, write_feed
from milepost.books.writers.markup import printable
from tests.books.content.adopted.test_calendar import SITTING
from tests.books.langang import langang

LANGUAGES = ("en", "zh")
SHANGHAI = dt.timedelta(hours=8)


@cache
def all_feeds(language: str) -> tuple[Feed, ...]:
    ledger, schedule, state = langang(language)
    state = replace(state, meetings=(SITTING,))
    return feeds(ledger, schedule, state, Feeds(plan=ledger.plan.id, language=language), language)[0]


def only(event: FeedEvent, language: str = "en") -> Feed:
    return replace(all_feeds(language)[0], events=(event,))


def by_icalendar(data: bytes) -> dict[str, tuple[object, ...]]:
    return {
        str(one["UID"]): (
            str(one["SUMMARY"]),
            str(one.get("DESCRIPTION", "")),
            one.decoded("DTSTART"),
            one.decoded("DTEND"),
            int(one["SEQUENCE"]),
            str(one["STATUS"]),
            str(one["TRANSP"]),
        )
        for one in icalendar.Calendar.from_ical(data).walk("VEVENT")
    }


def by_vobject(data: bytes) -> dict[str, tuple[object, ...]]:
    (calendar,) = vobject.readComponents(data.decode())
    return {
        one.uid.value: (
            one.summary.value,
            one.description.value if "description" in one.contents else "",
            one.dtstart.value,
            one.dtend.value,
            int(one.sequence.value),
            one.status.value,
            one.transp.value,
        )
        for one in calendar.vevent_list
    }


def moment(value: object) -> object:
    """A day, or an hour in UTC: the two readers have each their own classes for zones."""
    return value.astimezone(dt.UTC) if isinstance(value, dt.datetime) else value


def expected(event: FeedEvent) -> tuple[object, ...]:
    """What a reader must find of an event."""
    day = dt.date.fromisoformat(event.day)
    if event.time_zone:
        start, end = (
            dt.datetime.combine(day, dt.time.fromisoformat(at), dt.UTC) - SHANGHAI
            for at in (event.starts_at, event.ends_at)
        )
    else:
        start, end = day, day + dt.timedelta(1)
    times = (start, end, event.sequence, STATUS[event.status])
    return (event.title, event.description, *times, "OPAQUE" if event.time_zone else "TRANSPARENT")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("read", [by_icalendar, by_vobject])
def test_two_readers_find_every_event_with_all_that_is_said_of_it(read, language):
    for feed in all_feeds(language):
        found = {
            uid: (*values[:2], moment(values[2]), moment(values[3]), *values[4:])
            for uid, values in read(write_feed(feed)).items()
        }
        assert found == {event.uid: expected(event) for event in feed.events}


def test_a_meeting_is_timed_in_its_zone_which_the_file_describes():
    data = write_feed(all_feeds("en")[0])
    calendar = icalendar.Calendar.from_ical(data)
    (zone,) = calendar.walk("VTIMEZONE")
    assert str(zone["TZID"]) == "Asia/Shanghai"
    assert b"DTSTART;TZID=Asia/Shanghai:20270702T093000\r\n" in data
    assert b"DTEND;TZID=Asia/Shanghai:20270702T110000\r\n" in data
    assert b"LOCATION:Hall 2\r\n" in data


def test_a_zone_with_summer_time_is_described_for_the_year_of_the_meeting():
    sitting = next(event for event in all_feeds("en")[0].events if event.kind == "meeting")
    data = write_feed(only(replace(sitting, time_zone="Europe/London")))
    (one,) = vobject.readComponents(data.decode())
    assert one.vevent.dtstart.value.utcoffset() == dt.timedelta(hours=1)
    assert b"BEGIN:DAYLIGHT" in data


def test_a_feed_without_meetings_names_no_zone_and_no_hour():
    feed = next(f for f in all_feeds("en") if f.scope == "unit")
    file = icalendar.Calendar.from_ical(write_feed(feed))
    assert {one.name for one in file.walk()} == {"VCALENDAR", "VEVENT"}
    said = [
        str(file[name]).replace("\\,", ",").replace("\\;", ";") for name in ("X-WR-CALNAME", "X-WR-CALDESC")
    ]
    assert said == [feed.name, " ".join(feed.note.split())]


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_end_with_crlf_and_are_folded_at_75_bytes_between_characters(language):
    event = replace(
        all_feeds(language)[0].events[0], title="码头 harbour 𠮷, " * 60, description="审批权限，" * 400
    )
    data = write_feed(only(event, language))
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert lines[-1] == b""
    assert 70 < max(len(line) for line in lines) <= 75
    for line in lines:
        line.decode()
    (found,) = by_vobject(data).values()
    assert found[0].split() == event.title.split()
    assert found[1] == event.description


@pytest.mark.parametrize(
    "text",
    [
        "a, b; c",
        "back\\slash \\n",
        "two\nlines",
        "BEGIN:VEVENT\r\nUID:x\rEND",
        "=1+1",
        "x\x00y\x07z",
        ":;,\\",
        "“”\u2028x",
    ],
)
@pytest.mark.parametrize("read", [by_icalendar, by_vobject])
def test_hostile_words_stay_within_their_property(read, text):
    event = replace(all_feeds("en")[0].events[0], title=text, description=text)
    data = write_feed(only(event))
    ((uid, found),) = read(data).items()
    lines = [line.replace("\x00", "").replace("\x07", "") for line in text.splitlines()]
    assert uid == event.uid
    assert found[:2] == (" ".join(lines), "\n".join(lines))
    assert not set(data) & ({*range(0x20)} - {0x0A, 0x0D})


@settings(deadline=None)
@given(st.text(max_size=300))
def test_whatever_the_words_both_readers_find_the_same_ones(text):
    event = replace(all_feeds("en")[0].events[0], title=text, description="")
    data = write_feed(only(event))
    shown = " ".join(printable(text).split())
    assert [found[0] for read in (by_icalendar, by_vobject) for found in read(data).values()] == [
        shown,
        shown,
    ]
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_a_cancelled_event_is_sent_as_such_and_a_proposed_one_as_tentative():
    event = all_feeds("en")[0].events[0]
    for status, wanted in (("cancelled", "CANCELLED"), ("proposed", "TENTATIVE"), ("overdue", "CONFIRMED")):
        ((_, found),) = by_icalendar(write_feed(only(replace(event, status=status)))).items()
        assert found[5] == wanted


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_runs_give_the_same_bytes_stamped_with_the_freeze(language):
    for feed in all_feeds(language):
        data = write_feed(feed)
        assert data == write_feed(feed)
        assert data.count(b"DTSTAMP:20270615T000000Z") == len(feed.events)
