"""Who carries a measure: lead, suggestion, cooperating units, people.

In: a `View` and a measure. Out: cells and lines. A suggestion is never printed as a lead; units without a
lead are named, and the lead is to be named.
"""

from milepost.books.content.records import Cell
from milepost.books.content.view import View
from milepost.books.wording.dates import joined, listed
from milepost.books.wording.labels import label, words
from milepost.ledger.records import Assignment, Measure


def lead_cell(view: View, measure: Measure, full: bool = False) -> Cell:
    """The lead unit; without one, the blank says whether units are named at all."""
    lead = view.lead(measure)
    if lead:
        return view.unit_cell(lead, full)
    key = "line.lead_to_name" if view.assignments(measure) else "fill.lead"
    return Cell(fill="office", label=label(key, view.language).lower())


def lead_words(view: View, measure: Measure) -> Cell:
    """Who carries the measure, for drawings: the lead, else the units named, else that nobody is."""
    lead = view.lead(measure)
    if lead:
        return view.unit_cell(lead)
    named = view.assignments(measure)
    if not named:
        return Cell(fill="office", label=label("line.not_assigned", view.language).lower())
    return joined_units(view, measure, [view.unit_cell(a) for a in named])


def joined_units(view: View, measure: Measure, cells: list[Cell]) -> Cell:
    """Several units in one cell."""
    if len(cells) == 1:
        return cells[0]
    names = listed(dict.fromkeys(c.text for c in cells), view.language)
    return Cell(text=names, origin="computed", rule="units-joined", document=measure.document)


def proposed_lead_cell(view: View, measure: Measure) -> Cell | None:
    """The lead that Milepost suggests, in full."""
    suggestion = view.proposed_lead(measure)
    return view.unit_cell(suggestion, full=True) if suggestion else None


def matter_of(view: View, suggestion: Assignment) -> str:
    """The words of the text by which a suggestion was made."""
    document = view.measures[suggestion.measure].document
    if suggestion.duty_text:
        return suggestion.duty_text.value
    return view.words_at(document, suggestion.unit.span)


def proposed_note(view: View, measure: Measure) -> str:
    """Why this lead is suggested."""
    suggestion = view.proposed_lead(measure)
    if suggestion is None:
        return ""
    matter = matter_of(view, suggestion)
    if not matter:
        return label("row.same_paragraph", view.language)
    return words("row.same_paragraph_for", view.language, words=matter)


def lead_code(view: View, measure: Measure) -> str | None:
    """The code of the lead unit."""
    lead = view.lead(measure)
    return view.unit(lead).code if lead else None


def lead_note(view: View, measure: Measure) -> str:
    """Under a collective lead: its members, or that they are to divide the duty; or that the lead is to be
    confirmed."""
    lead = view.lead(measure)
    if lead is None:
        return ""
    unit = view.unit(lead)
    if unit.kind == "collective":
        members = [view.units[m].short or view.units[m].name for m in unit.members if m in view.units]
        if members:
            return words("row.members", view.language, members=listed(members, view.language))
        return label("line.divide", view.language)
    return label("line.lead_to_confirm", view.language) if lead.role.rule == "first-of-several" else ""


def others_of(view: View, measure: Measure) -> tuple[Assignment, ...]:
    """Units in a role of their own; members of the collective that leads are named with it already."""
    lead = view.lead(measure)
    members = view.unit(lead).members if lead else ()
    return tuple(a for a in view.others(measure) if a.unit.value not in members)


def cooperating_words(view: View, measure: Measure) -> str:
    """The cooperating units in a line, with the words that the list is open."""
    rows = view.cooperating(measure)
    if not rows:
        return ""
    names = list(dict.fromkeys(view.unit_cell(a).text for a in rows))
    if any(a.open_list for a in rows):
        names.append(label("row.open_list", view.language))
    return words("row.cooperating", view.language, units=listed(names, view.language))


def officer_cell(view: View, measure: Measure) -> Cell:
    """Officer and phone in one cell."""
    officer, phone = measure.officer, measure.phone
    if officer is None:
        return Cell(fill="officer", label=label("fill.officer", view.language))
    text = joined((officer.value, phone.value if phone else ""), view.language)
    return Cell(text=text, origin=officer.origin, rule=officer.rule, document=measure.document)
