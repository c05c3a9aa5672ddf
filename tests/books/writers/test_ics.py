"""The calendar file, as another reader sees it: whole days, promised or tentative, the same for ever."""

import datetime as dt
from functools import cache

import icalendar
import msgspec
import pytest

from milepost.books.content.calendar import calendar_of
from milepost.books.content.records import Calendar
from milepost.books.writers.ics import write_ics
from tests.books.bulletin_ledger import bulletin

LANGUAGES = ("en", "zh")
PROPOSED = {"en": "[Proposed]", "zh": "【建议】"}


@cache
def calendar(language: str) -> Calendar:
    return calendar_of(*bulletin(language), language)


def events(data: bytes) -> list[icalendar.Event]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_event_is_a_whole_free_day_that_ends_on_the_next(language):
    wanted, found = calendar(language).events, events(write_ics(calendar(language)))
    assert wanted
    for event, one in zip(wanted, found, strict=True):
        day = dt.date.fromisoformat(event.day)
        assert type(one.decoded("dtstart")) is dt.date
        assert (one.decoded("dtstart"), one.decoded("dtend")) == (day, day + dt.timedelta(1))
        assert one["TRANSP"] == "TRANSPARENT"
        assert (str(one["SUMMARY"]), str(one["DESCRIPTION"])) == (event.title, event.description)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_promise_is_confirmed_and_a_proposal_is_tentative_and_says_so(language):
    found = events(write_ics(calendar(language)))
    assert {str(one["STATUS"]) for one in found} == {"CONFIRMED", "TENTATIVE"}
    for one in found:
        assert (one["STATUS"] == "TENTATIVE") == str(one["SUMMARY"]).startswith(PROPOSED[language])


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_end_with_crlf_and_are_folded_at_75_bytes_between_characters(language):
    long = msgspec.structs.replace(calendar(language).events[0], title="码头 harbour, " * 60)
    data = write_ics(msgspec.structs.replace(calendar(language), events=(long,)))
    lines = data.split(b"\r\n")
    assert b"\n" not in b"".join(lines)
    assert max(len(line) for line in lines) <= 75
    assert any(line.startswith(b" ") for line in lines)
    for line in lines:
        line.decode()
    assert str(events(data)[0]["SUMMARY"]).split() == long.title.split()


@pytest.mark.parametrize(
    "text", ["a, b; c", "back\\slash", "two\nlines", "BEGIN:VEVENT\r\nUID:x", "=1+1", "x\x00y\x07z"]
)
def test_hostile_words_stay_within_their_property(text):
    event = msgspec.structs.replace(calendar("en").events[0], title=text, description=text)
    data = write_ics(msgspec.structs.replace(calendar("en"), events=(event,)))
    (one,) = events(data)
    shown = text.replace("\r\n", "\n").replace("\x00", "").replace("\x07", "")
    assert (str(one["SUMMARY"]), str(one["DESCRIPTION"])) == (shown, shown)
    assert str(one["UID"]) == event.uid
    assert not set(data) & ({*range(0x20)} - {0x0A, 0x0D})


def test_ids_are_stable_and_shared_by_both_languages():
    found = {
        language: [str(one["UID"]) for one in events(write_ics(calendar(language)))] for language in LANGUAGES
    }
    assert found["en"] == [event.uid for event in calendar("en").events]
    assert len(set(found["en"])) == len(found["en"])
    ends = [{uid.partition("@")[0] for uid in uids} for uids in found.values()]
    assert ends[0] == ends[1]


def test_an_id_outlives_a_change_of_date_and_edition_and_the_sequence_goes_up():
    before = calendar("en")
    facts = msgspec.structs.replace(before.facts, edition=2, frozen_on="2027-07-01")
    later = tuple(msgspec.structs.replace(event, day="2027-12-01") for event in before.events)
    first = events(write_ics(before))
    second = events(write_ics(msgspec.structs.replace(before, facts=facts, events=later)))
    assert [str(one["UID"]) for one in first] == [str(one["UID"]) for one in second]
    assert {int(one["SEQUENCE"]) for one in first} == {0}
    assert {int(one["SEQUENCE"]) for one in second} == {1}
    assert {one.decoded("dtstamp") for one in second} == {dt.datetime(2027, 7, 1, tzinfo=dt.UTC)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_are_no_alarms_no_tasks_and_no_times(language):
    file = icalendar.Calendar.from_ical(write_ics(calendar(language)))
    assert {one.name for one in file.walk()} == {"VCALENDAR", "VEVENT"}
    assert (file["VERSION"], str(file["X-WR-CALNAME"])) == ("2.0", calendar(language).name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_two_runs_give_the_same_bytes(language):
    assert write_ics(calendar(language)) == write_ics(calendar(language))
