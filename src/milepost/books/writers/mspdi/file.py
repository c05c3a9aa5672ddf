"""The file itself: what holds for the whole project, then its fields, calendars and rows."""

from lxml import etree

from milepost.books.content.records.project import Project
from milepost.books.writers.mspdi.calendars import write_calendars
from milepost.books.writers.mspdi.elements import Element, add, put, root
from milepost.books.writers.mspdi.tasks import FIXED_DURATION, TEXT_FIELDS, shortened, write_tasks

SAVE_VERSION = 14
"""The form in which rows say whether they are placed by hand."""
DAYS = 7
MONDAY = 1


def write_mspdi(project: Project) -> bytes:
    """The project file."""
    made = root("Project")
    _head(made, project)
    fields = add(made, "ExtendedAttributes")
    for number, (field, caption) in enumerate(zip(TEXT_FIELDS, project.captions, strict=True), start=1):
        put(
            add(fields, "ExtendedAttribute"),
            (("FieldID", field), ("FieldName", f"Text{number}"), ("Alias", caption)),
        )
    write_calendars(made, project.calendars)
    write_tasks(made, project.tasks)
    data: bytes = etree.tostring(made, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def _head(made: Element, project: Project) -> None:
    """What holds for the whole project."""
    facts = project.facts
    plan = project.tasks[0]
    frozen = f"{facts.frozen_on}T00:00:00"
    put(
        made,
        (
            ("SaveVersion", SAVE_VERSION),
            ("Name", f"{facts.plan}.xml"),
            ("Title", shortened(facts.title)),
            ("Subject", shortened(" · ".join(part for part in (facts.edition_line, facts.handling) if part))),
            ("Category", facts.print_line),
            ("Company", facts.author),
            ("Author", facts.author),
            ("CreationDate", frozen),
            ("Revision", facts.edition),
            ("LastSaved", frozen),
            ("ScheduleFromStart", True),
            ("StartDate", plan.start),
            ("FinishDate", plan.finish),
            ("FYStartDate", 1),
            ("CriticalSlackLimit", 0),
            ("CalendarUID", project.calendars[0].number),
            ("DefaultStartTime", "08:00:00"),
            ("DefaultFinishTime", "17:00:00"),
            ("MinutesPerDay", 480),
            ("MinutesPerWeek", 2_400),
            ("DaysPerMonth", 20),
            ("DefaultTaskType", FIXED_DURATION),
            ("DurationFormat", DAYS),
            ("HonorConstraints", True),
            ("NewTasksEffortDriven", False),
            ("NewTasksEstimated", False),
            ("WeekStartDay", MONDAY),
            ("StatusDate", f"{project.status_on}T17:00:00"),
            ("CurrentDate", f"{project.status_on}T08:00:00"),
            ("NewTasksAreManual", False),
        ),
    )
