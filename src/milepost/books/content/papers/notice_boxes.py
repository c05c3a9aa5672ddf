"""What stands in each box of a notice.

In: a `Case` (view, standing, notice, its measures). Out: the paragraphs of a box, none where nothing is
known. The words of the Office are typed; dates, days late and ages are computed on the day of issue. The
sentence of the source stands verbatim with its deadline strong. A measure that the unit may not see is not
named. Not here: which kind prints which box (notice_kinds).
"""

from collections.abc import Callable

from milepost.books.content.papers.matters import clause_text, deadline_run, evidence_texts, lead_run
from milepost.books.content.papers.notice_case import Case, Paragraphs
from milepost.books.content.papers.notice_kinds import BoxKey
from milepost.books.content.papers.runs import (
    computed,
    day,
    day_of_week,
    days_between,
    listed_runs,
    matter,
    sentences,
    typed,
    wording,
    woven,
)
from milepost.books.content.papers.sittings import item_words, sitting_words
from milepost.books.content.records.paper import Run, Text
from milepost.books.content.standing import promised
from milepost.books.wording.dates import deadline_words
from milepost.books.wording.labels import CATALOGUE, label, words
from milepost.ledger.records import Assignment, Measure


def _matter(case: Case) -> Paragraphs:
    """The matters by number and title."""
    return tuple(matter(case.view, measure, strong=True) for measure in case.measures)


def _clause(case: Case) -> Paragraphs:
    """The source of each matter."""
    return tuple(clause_text(case.view, measure) for measure in case.measures)


def _baseline(case: Case) -> Paragraphs:
    """The deadline first promised, with the one now in force where it was changed."""

    def said(measure: Measure) -> list[Text]:
        first: Text = (deadline_run(case.view, measure),)
        now = measure.deadline.value.current if measure.deadline else None
        if now is None or now == (measure.deadline and measure.deadline.value.original):
            return [first]
        shown = deadline_words(now.date, now.precision, case.language)
        return [first + woven("notice.now_due", case.language, date=computed(shown, "deadline:current"))]

    return case.each(said)


def days_late(case: Case, measure: Measure) -> int:
    """Days late on the day of issue: as the notice says of its one matter, else as computed."""
    if case.notice.days_late is not None and not case.merged:
        return case.notice.days_late
    due = case.view.promise(measure) or case.standing.baseline(measure)
    return case.standing.days_late(due, case.notice.issued_on)


def _days_late(case: Case) -> Paragraphs:
    """Days late on the day of issue; nothing before the deadline."""

    def said(measure: Measure) -> list[Text]:
        late = days_late(case, measure)
        if not late:
            return []
        n = computed(words("paper.days", case.language, n=late), "days-late", strong=True)
        date = computed(case.day(case.notice.issued_on), "issued")
        return [woven("notice.on_day", case.language, n=n, date=date)]

    return case.each(said)


def _days_left(case: Case) -> Paragraphs:
    """Days left on the day of issue; nothing after the deadline."""

    def said(measure: Measure) -> list[Text]:
        due = case.view.promise(measure) or case.standing.baseline(measure)
        left = days_between(case.notice.issued_on, due) if due else -1
        if left < 0:
            return []
        date = computed(case.day(case.notice.issued_on), "issued")
        n = computed(words("paper.days", case.language, n=left), "days-left")
        return [woven("notice.on_day", case.language, n=n, date=date)]

    return case.each(said)


def _lead(case: Case) -> Paragraphs:
    """The lead unit of each matter."""
    return case.each(lambda measure: [(lead_run(case.view, measure),)])


def _leader(case: Case) -> Paragraphs:
    """The leader who answers for each matter, where one is named."""

    def said(measure: Measure) -> list[Text]:
        leader = measure.leader
        return [(Run(text=leader.value, origin=leader.origin, rule=leader.rule),)] if leader else []

    return case.each(said)


def _duty(case: Case) -> Paragraphs:
    """The unit's own part in each measure, with its date."""

    def said(measure: Measure) -> list[Text]:
        return [
            _duty_text(case, assignment)
            for assignment in case.view.assignments(measure)
            if assignment.unit.value == case.notice.unit
        ]

    return case.each(said)


def _duty_text(case: Case, assignment: Assignment) -> Text:
    """Role, own words of the duty, its last day."""
    role, duty, deadline = assignment.role.value, assignment.duty_text, assignment.deadline
    text: Text = (computed(label(role, case.language), "assignment:role"),)
    if duty:
        text += (wording("paper.colon", case.language), Run(text=duty.value, origin=duty.origin))
    due = promised(deadline.value) if deadline else None
    if deadline and due:
        shown = deadline_words(due, deadline.value.precision, case.language)
        text += (wording("paper.comma", case.language), computed(shown, "duty:due"))
    return text


def _sourced(name: str) -> Callable[[Case], Paragraphs]:
    """A box with a sourced text of each measure."""

    def box(case: Case) -> Paragraphs:
        def said(measure: Measure) -> list[Text]:
            value = getattr(measure, name)
            if not value or not value.value:
                return []
            return [
                (
                    Run(
                        text=value.value,
                        origin=value.origin,
                        rule=value.rule,
                        span=value.span,
                        document=measure.document,
                    ),
                )
            ]

        return case.each(said)

    return box


def _next_step(case: Case) -> Paragraphs:
    """The first step that was not done on the day of issue, with its day."""

    def said(measure: Measure) -> list[Text]:
        open_ = (s for s in case.view.steps(measure) if not s.done_on or s.done_on > case.notice.issued_on)
        step = next(open_, None)
        due = case.standing.step_baseline(step) if step else None
        if step is None or due is None:
            return []
        title = Run(text=step.title.value, origin=step.title.origin, rule=step.title.rule)
        when = computed(case.day(due), "step:due")
        return [woven("notice.step_due", case.language, title=title, date=when)]

    return case.each(said)


def _progress(case: Case) -> Paragraphs:
    """What the Office found; then self-report and evidence as they stood on the day of issue, apart."""
    found: list[Text] = [(typed(case.notice.progress),)] if case.notice.progress else []
    return (*found, *case.each(lambda measure: _facts(case, measure)))


def _facts(case: Case, measure: Measure) -> list[Text]:
    """Self-report against evidence in one paragraph; nothing where neither is known."""
    language, issued = case.language, case.notice.issued_on
    said: list[Text] = []
    report = case.standing.reports.get(measure.id)
    if report and report.percent_self is not None and report.on and report.on <= issued:
        percent = typed(f"{report.percent_self}%")
        said.append(woven("notice.self_report", language, percent=percent, date=typed(case.day(report.on))))
    subjects = (measure.id, *(step.id for step in case.view.steps(measure)))
    dates = [e.dated_on for s in subjects for e in case.standing.evidence.get(s, ()) if e.dated_on <= issued]
    if dates:
        age = computed(days_between(max(dates), issued), "evidence-age")
        said.append(woven("notice.evidence_age", language, date=typed(case.day(max(dates))), n=age))
    return [sentences(said, language)] if said else []


def _light(case: Case) -> Paragraphs:
    """The computed light with its reason, on the day of the freeze alone: of other days none is kept."""
    if case.notice.issued_on != case.standing.state.as_of:
        return ()

    def said(measure: Measure) -> list[Text]:
        light = case.standing.light(measure.id)
        if light.colour == "none":
            return []
        mark = case.standing.mark(measure)
        text: Text = (computed(case.standing.mark_words(mark, light), f"light:{light.reason}"),)
        if light.words:
            text += (wording("paper.colon", case.language), computed(light.words, f"light:{light.reason}"))
        return [text]

    return case.each(said)


def _affected(case: Case) -> Paragraphs:
    """The measures that wait, each with what it waits for; those the unit may not see are left out."""
    view, texts = case.view, []
    for id_ in case.notice.affected:
        measure = view.measures.get(id_)
        if measure is None or not case.may_see(id_):
            continue
        condition = _condition(case, measure)
        text = matter(view, measure)
        if condition:
            text += woven("notice.waits_for", case.language, condition=condition)
        texts.append(text)
    return (listed_runs(texts, case.language),) if texts else ()


def _condition(case: Case, affected: Measure) -> Run | None:
    """The condition of the link from the notice's matter to a measure that waits."""
    sources = {measure.id for measure in case.measures}
    for link in case.view.ledger.links:
        first, then = case.view.measure_of(link.from_), case.view.measure_of(link.to)
        if first and then and link.condition and first.id in sources and then.id == affected.id:
            quoted = link.span is not None
            return Run(
                text=link.condition,
                origin="quoted" if quoted else "typed",
                span=link.span,
                document=affected.document if quoted else None,
            )
    return None


def _asked(case: Case) -> Paragraphs:
    """One to three points, each with its day."""
    return tuple(asked_text(case, point.text, point.by) for point in case.notice.asked)


def asked_text(case: Case, text: str, by: str | None) -> Text:
    """What is asked, by when."""
    if by is None:
        return (typed(text),)
    date = typed(words("date.by_day", case.language, day=case.day(by)), strong=True)
    return woven("notice.asked", case.language, date=date, text=typed(text))


def _text(name: str) -> Callable[[Case], Paragraphs]:
    """A box with the Office's own words."""

    def box(case: Case) -> Paragraphs:
        text = getattr(case.notice, name)
        return ((typed(text),),) if text else ()

    return box


def _day(name: str) -> Callable[[Case], Paragraphs]:
    """A box with a date of the notice; the old one of a change is the baseline where none is given."""

    def box(case: Case) -> Paragraphs:
        date = getattr(case.notice, name)
        if date is None:
            return ()
        return ((typed(deadline_words(date, "day", case.language), strong=name == "new_due"),),)

    return box


def _done(case: Case) -> Paragraphs:
    """The day a verified measure was done."""

    def said(measure: Measure) -> list[Text]:
        done = case.standing.done(measure)
        return [(day(done, case.language, rule="last-step-done"),)] if done else []

    return case.each(said)


def _evidence(case: Case) -> Paragraphs:
    """Each piece of evidence: kind, source, day."""

    def said(measure: Measure) -> list[Text]:
        return evidence_texts(case.view, case.standing, measure)

    return case.each(said)


def _reply(case: Case) -> Paragraphs:
    """By when to answer, with the weekday, how, and the right to object."""
    notice, language = case.notice, case.language
    if notice.reply_due is None:
        return ()
    own = f"notice.reply.{notice.kind}"
    date = day_of_week(notice.reply_due, language, strong=True)
    text = woven(own if own in CATALOGUE else "notice.reply", language, date=date)
    if notice.objection:
        return (sentences((text, (typed(notice.objection),)), language),)
    if case.kind.slip == "comply":
        facts_only = "" if case.level is not None else ".facts"
        text = sentences((text, (wording(f"notice.right_to_object{facts_only}", language),)), language)
    return (text,)


def _sitting(case: Case) -> Paragraphs:
    """The sitting that is called."""
    return (sitting_words(case.meeting, case.language),) if case.meeting else ()


def _held(case: Case) -> Paragraphs:
    """When it sits, with the weekday."""
    if case.meeting is None or case.meeting.moment is None:
        return ()
    return ((day_of_week(case.meeting.moment, case.language, strong=True),),)


def _place(case: Case) -> Paragraphs:
    """Where it sits."""
    return ((typed(case.meeting.place),),) if case.meeting and case.meeting.place else ()


def _agenda(case: Case) -> Paragraphs:
    """The items in order; a restricted one keeps only its number."""
    if case.meeting is None:
        return ()
    return tuple(item_words(item, case.language) for item in case.meeting.items)


BOXES: dict[BoxKey, Callable[[Case], Paragraphs]] = {
    "matter": _matter,
    "clause": _clause,
    "baseline": _baseline,
    "days_late": _days_late,
    "days_left": _days_left,
    "lead": _lead,
    "leader": _leader,
    "duty": _duty,
    "output": _sourced("output_form"),
    "test": _sourced("acceptance_test"),
    "next_step": _next_step,
    "progress": _progress,
    "light": _light,
    "cause": _text("cause"),
    "affected": _affected,
    "asked": _asked,
    "decision": _text("decision"),
    "reason": _text("reason"),
    "old_due": _day("old_due"),
    "new_due": _day("new_due"),
    "done": _done,
    "evidence": _evidence,
    "reply": _reply,
    "sitting": _sitting,
    "held": _held,
    "place": _place,
    "agenda": _agenda,
}
