"""Tables for a screen: a reading, and the findings of a check.

In: records. Out: rich tables on stdout; widths follow the terminal. Labels are English, as the command is;
the document's own words stay as they are.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from milepost.cli.output import end_quietly
from milepost.cli.summary import counted, passed_over

if TYPE_CHECKING:
    from milepost.cli.journal import Entry
    from milepost.ledger.records import Ledger
    from milepost.planning.analysis.evidence import Evidence
    from milepost.reading.records import FoundMeasure, Reading


class QuietConsole(Console):
    """A console that ends the command without a word where nobody reads on."""

    def on_broken_pipe(self) -> None:
        """End where the reader of the pipe has gone."""
        self.quiet = True
        end_quietly()


def show_reading(reading: "Reading") -> None:
    """What was read, for a person: the document, its measures, what was set aside, the warnings."""
    console = QuietConsole()
    facts = reading.document
    head = " · ".join(filter(None, (facts.kind, facts.issuer, facts.number, facts.date or "no date")))
    console.print(f"[bold]{escape(facts.title or reading.source.name)}[/bold]\n{escape(head)}")
    table = Table(show_lines=False, header_style="bold", pad_edge=False)
    for name, ratio in (("No.", None), ("Measure", 5), ("Lead", 2), ("With", 2), ("By", 2)):
        table.add_column(name, ratio=ratio, overflow="fold")
    measures = [m for m in reading.measures if m.strength != "principle"]
    for n, measure in enumerate(measures, start=1):
        table.add_row(*(escape(cell) for cell in (measure.number or str(n), *_cells(measure))))
    console.print(table)
    principles = len(reading.measures) - len(measures)
    console.print(
        f"{counted(len(measures), 'measure')}, {counted(principles, 'principle')}, "
        f"{counted(len(reading.set_aside), 'sentence')} set aside, {counted(len(reading.clauses), 'clause')}."
    )
    for warning in reading.warnings:
        console.print(f"[yellow]Warning:[/yellow] {escape(warning)}")


def _cells(measure: "FoundMeasure") -> tuple[str, str, str, str]:
    """The action, the lead, the others and the date of one measure."""
    indent = {"main": "", "sub": "  – ", "nested": "  › "}[measure.level]
    deadline = measure.deadline
    when = "" if deadline is None else deadline.text + (f" ({deadline.date})" if deadline.date else "")
    return (
        indent + measure.action,
        "; ".join(unit.name for unit in measure.lead),
        "; ".join([unit.name for unit in measure.support] + [unit.name for unit in measure.guide]),
        when or (measure.recurring.text if measure.recurring else ""),
    )


def show_checks(ledger: "Ledger", faults: Sequence[str], evidence: "Sequence[Evidence]") -> None:
    """The faults of the file, then the findings of each check with their evidence."""
    console = QuietConsole()
    for fault in faults:
        console.print(f"[red]Fault:[/red] {escape(fault)}")
    codes = {m.id: m.code for m in ledger.measures}
    table = Table(header_style="bold", pad_edge=False)
    for name in ("Check", "Severity", "Measures", "Evidence"):
        table.add_column(name, overflow="fold")
    for found in evidence:
        names = ", ".join(codes.get(m, m) for m in found.measures[:6])
        rest = len(found.measures) - 6
        table.add_row(
            found.check,
            found.severity,
            names + (f" and {rest} more" if rest > 0 else ""),
            escape(found.words(ledger.plan.language)),
        )
    if evidence:
        console.print(table)
    console.print(f"{len(faults)} faults, {len(evidence)} findings in {len(ledger.measures)} measures.")


def show_readings(entries: "Sequence[Entry]", passed: Mapping[str, int]) -> None:
    """One row a file: what it is and what was found in it, or why it could not be read."""
    console = QuietConsole()
    table = Table(header_style="bold", pad_edge=False)
    for name, ratio in (("File", 3), ("Title", 5), ("Date", None), ("Measures", None), ("Warnings", None)):
        table.add_column(
            name, ratio=ratio, overflow="fold", justify="right" if name == "Measures" else "left"
        )
    for entry in entries:
        if entry.state == "failed":
            table.add_row(escape(entry.file), f"[red]{escape(entry.fault)}[/red]", "", "", "")
            continue
        facts = (entry.file, entry.title or "", entry.date or "no date")
        table.add_row(*(escape(cell) for cell in facts), str(entry.measures), str(entry.warnings or ""))
    console.print(table)
    read = [entry for entry in entries if entry.state == "read"]
    measures = counted(sum(entry.measures for entry in read), "measure")
    console.print(f"{len(read)} of {len(entries)} files read, {measures}.")
    if told := passed_over(passed):
        console.print(f"Passed over: {told}.")
