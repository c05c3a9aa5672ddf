"""What stands in each cell of a measure's row: the document's words, proposals, blanks.

In: a `TaskRow`. Out: the paragraphs of a cell, one function a column, by the column's key in DRAW. Words of
the document are set in serif, a proposal stands under its mark, a blank is a control tagged with the
measure's id. Not here: the tables themselves (parts).
"""

from collections.abc import Callable, Iterable

from milepost.books.content.records import Cell, Language, TaskRow
from milepost.books.wording.labels import label
from milepost.books.writers.docx.pen import BREAK, TAB, blank, blank_line, joined, line, paragraph, run, tick


def quotes(text: str) -> str:
    """The text in quotation marks, the same in both languages."""
    return f"“{text}”"


def mark(language: Language, after: str = "") -> str:
    """The word of a proposal in its dashed frame, on a line of its own or with a note behind it."""
    word = run(label("mark.proposed", language), "MPMark")
    return paragraph("MPCell", word, run(f"  {after}", "MPSmall") if after else "")


def filled(cell: Cell, language: Language, style: str = "MPCell") -> str:
    """A value by its origin: quoted in serif, proposed under its mark."""
    look = "MPQuoted" if cell.origin == "quoted" else ""
    lead = mark(language) if cell.origin == "proposed" else ""
    return lead + line(style, cell.text, look)


def value(cell: Cell, tag: str, language: Language) -> str:
    """A value, or the blank that waits for it."""
    return filled(cell, language) if cell.text else blank_line(tag, cell.label)


def _no(row: TaskRow, language: Language) -> str:
    """Number, kind, box "checked"."""
    return (
        line("MPNumber", row.number)
        + line("MPNote", row.kind_words.text or row.kind_words.label)
        + paragraph("MPCell", tick(f"{row.id}.checked", row.checked_words, row.checked))
    )


def _measure(row: TaskRow, language: Language) -> str:
    """The sentence with the measure's own words in ink and the rest in grey, and where it stands."""
    before, own, after = row.sentence.pieces
    words = run(before, "MPContext") + run(own, "MPQuoted") + run(after, "MPContext")
    return paragraph("MPCell", words) + line("MPNote", row.citation.text)


def _output(row: TaskRow, language: Language) -> str:
    """What is handed over."""
    if row.output.origin == "quoted":
        return line("MPCell", quotes(row.output.text), "MPQuoted")
    return value(row.output, f"{row.id}.output_form", language)


def _sentence(row: TaskRow, language: Language) -> str:
    """The sentence, and under it the output that it names."""
    if row.output.origin != "quoted":
        return _measure(row, language) + _output(row, language)
    named = run(f"{label('row.output_named', language)} ", "MPSmall")
    return _measure(row, language) + paragraph("MPCell", named, run(quotes(row.output.text), "MPQuoted"))


def _goal(row: TaskRow, language: Language) -> str:
    """Goal and test, each with its own blank, and who verifies."""
    made = [
        filled(cell, language) if cell.text else blank_line(f"{row.id}.{key}", label(f"form.{key}", language))
        for key, cell in (("goal", row.goal), ("acceptance_test", row.test))
    ]
    return "".join(made) + value(row.verifier, f"{row.id}.verifier", language)


def _steps(row: TaskRow, language: Language) -> str:
    """The steps with their days, a standing measure's checks, or why there are none."""
    plan = row.plan
    if plan.checks:
        days = (", " if language == "en" else "、").join(check.text for check in plan.checks)
        return mark(language) + paragraph("MPChecks", run(plan.checks_words), BREAK, run(days))
    if not plan.steps:
        return line("MPNote", plan.note) + blank_line(f"{row.id}.steps", label("form.steps", language))
    head = mark(language, plan.note) if plan.mark else line("MPNote", plan.note)
    return head + "".join(
        paragraph(
            "MPStep",
            run(str(step.number), "MPSmall"),
            TAB,
            run(step.finish.text or "–"),
            TAB,
            run(step.title.text, "MPQuoted" if step.title.origin == "quoted" else ""),
        )
        for step in plan.steps
    )


def _who(row: TaskRow, language: Language) -> str:
    """Lead, suggestion, cooperating units, people."""
    made = [
        line("MPCellStrong", row.lead.text) if row.lead.text else blank_line(f"{row.id}.lead", row.lead.label)
    ]
    if row.lead.text and row.lead_note:
        made.append(line("MPNote", row.lead_note))
    if row.proposed_lead is not None:
        made += [mark(language), line("MPCell", row.proposed_lead.text), line("MPNote", row.proposed_note)]
    if row.cooperating_words:
        made.append(line("MPNote", row.cooperating_words))
    colon = ": " if language == "en" else "："
    made += [line("MPNote", f"{other.role}{colon}{other.unit.text}") for other in row.others]
    made.append(value(row.leader, f"{row.id}.leader", language))
    made.append(officer(row.officer, row.id, language))
    return "".join(made)


def officer(cell: Cell, id_: str, language: Language) -> str:
    """Officer and phone, each with its own blank on one line."""
    if cell.text:
        return filled(cell, language)
    return paragraph(
        "MPBlank",
        blank(f"{id_}.officer", label("form.officer", language)),
        run("  " if language == "en" else "　"),
        blank(f"{id_}.phone", label("form.phone", language)),
    )


def _reply(row: TaskRow, language: Language) -> str:
    """The proposed lead, and the unit's answer: ours, not ours, whose."""
    if row.proposed_lead is None or row.reply is None:
        return _who(row, language)
    return (
        mark(language)
        + line("MPCellStrong", row.proposed_lead.text)
        + paragraph("MPCell", tick(f"{row.id}.reply_ours", row.reply.ours))
        + paragraph("MPCell", tick(f"{row.id}.reply_not_ours", row.reply.not_ours))
        + blank_line(f"{row.id}.whose", row.reply.whose.label)
    )


def said(cell: Cell) -> str:
    """What the text says of a date; where it says nothing, that."""
    if not cell.text:
        return line("MPNote", cell.label)
    return (
        line("MPCell", quotes(cell.text), "MPQuoted")
        if cell.origin == "quoted"
        else line("MPCellStrong", cell.text)
    )


def _dates(row: TaskRow, language: Language) -> str:
    """What the text says first, then the proposed span under its mark: never in a promise's place."""
    dates = row.dates
    made = [said(dates.start)] if dates.start is not None else []
    if dates.start is None or dates.as_written.text:
        made.append(said(dates.as_written))
    if dates.day is not None:
        made.append(line("MPCellStrong", dates.day.text))
    if dates.day_note:
        made.append(line("MPNote", dates.day_note))
    if dates.proposed is not None:
        made += [mark(language), line("MPCell", dates.proposed.text)]
    return "".join(made)


def _risks(row: TaskRow, language: Language) -> str:
    """Risks, and what is needed of others."""
    if row.risks.text:
        return filled(row.risks, language)
    return "".join(
        blank_line(f"{row.id}.{key}", label(f"form.{key}", language)) for key in ("risks", "needs")
    )


def _pieces(row: TaskRow, language: Language) -> str:
    """The parts of the sentence that can be checked, each with the blank for its unit."""
    return "".join(
        line("MPCell", piece.words.text, "MPQuoted" if piece.words.origin == "quoted" else "")
        + blank_line(f"{row.id}.part_{number}", piece.unit.label)
        for number, piece in enumerate(row.pieces, start=1)
    )


DRAW: dict[str, Callable[[TaskRow, Language], str]] = {
    "no": _no,
    "measure": _measure,
    "sentence": _sentence,
    "output": _output,
    "goal": _goal,
    "steps": _steps,
    "who": _who,
    "lead": _who,
    "reply": _reply,
    "dates": _dates,
    "risks": _risks,
    "pieces": _pieces,
}
"""The drawing of each column."""


def several(cells: Iterable[Cell], none: str = "–") -> str:
    """Values one a line in one paragraph, or a dash."""
    runs = [run(cell.text, "MPQuoted" if cell.origin == "quoted" else "") for cell in cells]
    return paragraph("MPCell", joined(runs, "\n") if runs else run(none))
