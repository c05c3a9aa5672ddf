"""The meeting as the text reports it: bodies, dates, people, upper meetings, agenda.

In: what each document reports. Out: a card a meeting. What the text does not say stands as a ruled line.
"""

from milepost.books.content.records import Agenda, MeetingFacts, Person
from milepost.books.writers.html.elements import Html, element, join
from milepost.books.writers.html.marks import Context, card


def meetings(context: Context) -> Html:
    """All meetings, the first one under the name that the bar leads to."""
    cards = (
        _meeting(context, meeting, "meeting" if number == 1 else f"meeting-{number}")
        for number, meeting in enumerate(context.page.meetings, start=1)
    )
    return element("div", *cards, class_="stack")


def _meeting(context: Context, meeting: MeetingFacts, key: str) -> Html:
    """A meeting as a list of terms."""
    say = context.say
    terms = (
        ("meeting.bodies", join(element("p", context.cell(body)) for body in meeting.bodies)),
        ("meeting.held", context.cell(meeting.held)),
        ("meeting.published", context.cell(meeting.published)),
        ("meeting.people", _people(context, meeting.people)),
        ("meeting.upper", join(element("p", context.cell(upper)) for upper in meeting.upper)),
        ("meeting.agenda", _agenda(context, meeting.agenda)),
    )
    lines = (join((element("dt", say(name)), element("dd", value))) for name, value in terms if value)
    return card(key, say("meeting.title"), say("meeting.as_said"), element("dl", *lines, class_="kv in-pad"))


def _people(context: Context, people: tuple[Person, ...]) -> Html:
    """Who was there, in which role, with the titles of that day."""
    if not people:
        return Html("")
    return element("ul", *(_person(context, person) for person in people), class_="ppl")


def _person(context: Context, person: Person) -> Html:
    """A person with role and titles."""
    role = element("span", person.role, class_="chip") if person.role else None
    titles = (element("span", context.cell(title), class_="role") for title in person.titles)
    return element("li", element("b", context.cell(person.name)), " ", role, *titles)


def _agenda(context: Context, items: tuple[Agenda, ...]) -> Html:
    """What was dealt with, in order, with the outcome."""
    if not items:
        return Html("")
    rows = (
        element(
            "li",
            element("span", item.words, class_="verb"),
            element("span", context.cell(item.object)),
            element("span", context.said(item.outcome), class_="muted"),
        )
        for item in items
    )
    return element("ol", *rows, class_="agenda")
