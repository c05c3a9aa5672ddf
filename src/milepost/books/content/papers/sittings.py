"""How papers name a sitting, its items and its people.

In: a `MeetingRecord`. Out: runs. A restricted item is its number and the words that its paper is handed out
separately; nothing else of it leaves this module.
"""

from milepost.books.content.papers.runs import computed, listed_runs, typed, wording, woven
from milepost.books.content.records.cells import Language
from milepost.books.content.records.paper import Text
from milepost.books.inputs import Attendance, Decision, MeetingRecord
from milepost.books.inputs.meetings import Item, Resolution
from milepost.books.wording.dates import ordinal


def sitting_words(meeting: MeetingRecord, language: Language) -> Text:
    """The bodies with the number of the sitting: 10th meeting of the …, …第十次会议."""
    bodies = listed_runs([(typed(body),) for body in meeting.bodies], language)
    if meeting.number is None:
        return woven("paper.sitting", language, bodies=bodies)
    number = computed(ordinal_words(meeting.number, language), "meeting:number")
    if meeting.term is None:
        return woven("paper.sitting.numbered", language, bodies=bodies, n=number)
    term = computed(ordinal_words(meeting.term, language), "meeting:term")
    return woven("paper.sitting.term", language, bodies=bodies, n=number, term=term)


def sitting_line(meeting: MeetingRecord, language: Language) -> str:
    """The same as a plain title."""
    return "".join(run.text for run in sitting_words(meeting, language))


def ordinal_words(number: int, language: Language) -> str:
    """10th; 十."""
    if language != "en":
        return ordinal(number, language)
    teens = 10 < number % 100 < 14
    ending = "th" if teens else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def item_number(item: Item, language: Language) -> str:
    """The number of an item: 6; 六."""
    return ordinal(item.number, language)


def item_words(item: Item, language: Language) -> Text:
    """An item by number and title; a restricted one by its number alone."""
    number = computed(item_number(item, language), "item:number")
    if item.restricted:
        return woven("agenda.item.restricted", language, item.id, n=number)
    title = typed(item.title, item=item.id)
    return woven("agenda.item.line", language, item.id, n=number, title=title)


def person_text(person: Attendance, language: Language) -> Text:
    """A person with the title of that day: Mayor Ren Yu; 市长任　宇."""
    if not person.title:
        return (typed(person.name),)
    return woven("paper.person", language, title=typed(person.title), name=typed(person.name))


def people_text(people: list[Attendance], language: Language) -> Text:
    """Several persons in one line, in the order of the record."""
    return listed_runs([person_text(person, language) for person in people], language)


def restricted_items(meetings: tuple[MeetingRecord, ...]) -> set[str]:
    """The ids of all restricted items."""
    return {item.id for meeting in meetings for item in meeting.items if item.restricted}


def is_restricted(row: Resolution | Decision, restricted: set[str]) -> bool:
    """Whether a resolution or a decision sought belongs to a restricted item."""
    return row.item in restricted


def restricted_line(language: Language) -> Text:
    """The words in place of what is restricted."""
    return (wording("agenda.restricted", language),)
