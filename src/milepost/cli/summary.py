"""The summary of a run over many files: for the screen, for a program and for a spreadsheet.

In: the entries of the journal that this run was about, and what was passed over. Out: sentences,
`summary.json` and `summary.csv`, a row a file, in which no cell can be taken for a formula.
"""

import csv
import io
from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec
from msgspec import Struct

from milepost.cli.journal import Entry

FORMAT = "milepost.summary/1"
SUMMARY_JSON, SUMMARY_CSV = "summary.json", "summary.csv"
NAMED = 3  # files that the screen names for each kind of fault; all stand in the table
COLUMNS = (
    "file",
    "state",
    "language",
    "kind",
    "title",
    "date",
    "measures",
    "set_aside",
    "warnings",
    "fault_kind",
    "fault",
    "reading",
    "bytes",
    "sha256",
)
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


class FaultKind(Struct, frozen=True):
    """A kind of fault, and the files that have it."""

    kind: str
    count: int
    files: list[str]


class Summary(Struct, frozen=True, kw_only=True):
    """What a run came to."""

    format: str = FORMAT
    reader: str
    files: int
    read: int
    read_before: int
    failed: int
    failed_before: int
    measures: int
    warnings: int
    languages: dict[str, int]
    passed_over: dict[str, int]
    faults: list[FaultKind]


def summary_of(
    entries: Sequence[Entry], before: frozenset[str], passed: Mapping[str, int], reader: str
) -> Summary:
    """The summary of these files; `before` are those that an earlier run had done."""
    read = [entry for entry in entries if entry.state == "read"]
    failed = [entry for entry in entries if entry.state == "failed"]
    kinds: dict[str, list[str]] = {}
    for entry in failed:
        kinds.setdefault(entry.fault_kind, []).append(entry.file)
    return Summary(
        reader=reader,
        files=len(entries),
        read=len(read),
        read_before=sum(entry.file in before for entry in read),
        failed=len(failed),
        failed_before=sum(entry.file in before for entry in failed),
        measures=sum(entry.measures for entry in read),
        warnings=sum(entry.warnings for entry in read),
        languages=dict(sorted(Counter(entry.language or "" for entry in read).items())),
        passed_over={reason: count for reason, count in sorted(passed.items()) if count},
        faults=[
            FaultKind(kind, len(files), files)
            for kind, files in sorted(kinds.items(), key=lambda row: (-len(row[1]), row[0]))
        ],
    )


def summary_json(summary: Summary) -> bytes:
    """The summary for a program."""
    return msgspec.json.format(msgspec.json.encode(summary), indent=2) + b"\n"


def summary_csv(entries: Sequence[Entry]) -> bytes:
    """The files for a spreadsheet, a row each."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\r\n")
    table.writerow(COLUMNS)
    for entry in entries:
        table.writerow([harmless(getattr(entry, column)) for column in COLUMNS])
    return text.getvalue().encode("utf-8-sig", "backslashreplace")


def harmless(value: str | int | None) -> str:
    """A cell that no program takes for a formula: an apostrophe stands before what might be one."""
    text = "" if value is None else str(value)
    return f"'{text}" if text.lstrip(" \"'\0").startswith(STARTS_A_FORMULA) else text


def sentences(summary: Summary, out: str) -> list[str]:
    """What the screen says of a run."""
    lines = [f"{summary.read} of {summary.files} files read, {counted(summary.measures, 'measure')}: {out}"]
    if summary.read_before:
        lines.append(f"{summary.read_before} of them were read before and had not changed.")
    if summary.failed_before:
        lines.append(f"{summary.failed_before} failed before and were not tried again; --retry tries them.")
    for fault in summary.faults:
        rest = fault.count - NAMED
        named = ", ".join(fault.files[:NAMED]) + (f" and {rest} more" if rest > 0 else "")
        lines.append(f"{fault.count} failed, {fault.kind}: {named}")
    if summary.faults:
        lines.append(f"Each with its sentence: {SUMMARY_CSV}")
    if summary.passed_over:
        lines.append(f"Passed over: {passed_over(summary.passed_over)}.")
    return lines


def counted(number: int, thing: str) -> str:
    """A number of things: "1 measure", "2 measures"."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def passed_over(counts: Mapping[str, int]) -> str:
    """What was passed over, in words."""
    return ", ".join(f"{count} {reason}" for reason, count in sorted(counts.items()) if count)
