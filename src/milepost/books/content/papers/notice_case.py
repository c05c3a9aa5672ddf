"""A notice with what its boxes ask of the plan: its measures, its sitting, what its unit may see.

In: a `View`, a `Standing`, a `Notice`. Out: `Case`. A measure that the unit may not see is not named to it.
"""

from collections.abc import Callable
from functools import cached_property

from milepost.books.content.papers.notice_kinds import KINDS, BoxKey, Kind
from milepost.books.content.papers.runs import day_of_letter, number_run, wording, woven
from milepost.books.content.records.paper import Text
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.inputs import MeetingRecord, Notice
from milepost.books.wording.labels import CATALOGUE, label
from milepost.ledger.records import Measure

Paragraphs = tuple[Text, ...]


class Case:
    """A notice with what its boxes ask of the plan."""

    def __init__(self, view: View, standing: Standing, notice: Notice) -> None:
        self.view, self.standing, self.notice, self.language = view, standing, notice, view.language
        self.kind: Kind = KINDS[notice.kind]
        self.measures = [view.measures[id_] for id_ in notice.measures if id_ in view.measures]
        self.merged = len(self.measures) > 1

    @cached_property
    def meeting(self) -> MeetingRecord | None:
        """The sitting that a meeting notice calls."""
        return next((m for m in self.standing.state.meetings if m.id == self.notice.meeting), None)

    @property
    def level(self) -> int | None:
        """The rung of the ladder, None where the kind stands outside it."""
        return self.notice.level if self.notice.level is not None else self.kind.level

    def day(self, date: str) -> str:
        """A date as the letter writes it."""
        return day_of_letter(date, self.notice.issued_on, self.language)

    def may_see(self, measure: str) -> bool:
        """Whether the unit of the notice may read of a measure."""
        return all(
            self.notice.unit in row.units
            for row in self.standing.state.restrictions
            if row.measure == measure
        )

    def head(self, box: BoxKey) -> str:
        """The label of a box, the kind's own where it has one."""
        own = f"notice.box.{box}.{self.notice.kind}"
        return label(own if own in CATALOGUE else f"notice.box.{box}", self.language)

    def each(self, texts: Callable[[Measure], list[Text]]) -> Paragraphs:
        """What is said of each measure; in a merged notice its number stands first."""
        found: list[Text] = []
        for measure in self.measures:
            said = texts(measure)
            if self.merged and said:
                number = woven("paper.number", self.language, number=number_run(self.view, measure))
                said = [number + (wording("paper.colon", self.language),) + said[0], *said[1:]]
            found += said
        return tuple(found)
