"""Writes docs/reference/readings/: documents with their marks, and beside each what was read.

In: the invented documents of the tests, one of each kind in both languages. Out: one page a document and a
page that lists them. A test writes them anew and compares, so that the pages show what the reader does today.
Run `python docs/make_samples.py`.
"""

from html import escape
from pathlib import Path
from typing import NamedTuple

from milepost.reading import read
from milepost.reading.records import FoundDeadline, FoundMeasure, Reading

CORPUS = Path(__file__).parent.parent / "tests" / "data" / "corpus"
PAGES = Path(__file__).parent / "reference" / "readings"


class Sample(NamedTuple):
    """A document of the tests and what it stands for."""

    page: str
    kind: str
    path: str
    date: str | None = None


SAMPLES = (
    Sample("en-order", "Executive order", "en-made/made-1"),
    Sample("en-minutes", "Council minutes with an action table", "en-made/made-2"),
    Sample("en-bulletin", "Bulletin, machine-translated", "en-made/made-3"),
    Sample("en-plan", "Delivery plan with fields", "en-made/made-4"),
    Sample("en-resolution", "Resolution", "en-fresh/resolution"),
    Sample("en-directive", "Directive with required actions", "en-fresh/directive"),
    Sample("en-audit", "Audit report with recommendations", "en-fresh/audit"),
    Sample("zh-ledger", "改革台账（表格）", "zh-made/made-1"),
    Sample("zh-division", "分工方案（句末标注）", "zh-made/made-2"),
    Sample("zh-bulletin", "会议通稿", "zh-made/made-3"),
    Sample("zh-measures", "若干措施（首位牵头规则）", "zh-made/made-4"),
    Sample("zh-minutes", "会议纪要", "zh-made/made-5"),
    Sample("zh-pdf-text", "PDF 转出的文本（断行、页码）", "zh-made/made-6", "2027-05-12"),
    Sample("zh-quarters", "季度台账", "zh-made/made-14", "2027-04-10"),
)
LEGEND = {
    "en": "In the text: **lead**, *others who take part*, <ins>by when</ins>; the number stands where a "
    "measure begins, ~~set aside~~ what looks like a duty and is none.",
    "zh": "文中：**牵头单位**，*配合及其他单位*，<ins>时限</ins>；编号处为该项举措的起点；"
    "~~删除线~~为形似任务而不作为举措的句子。",
}
HEADS = {
    "en": ("No.", "Measure", "Lead", "With", "By", "Sure", "Because"),
    "zh": ("编号", "举措", "牵头单位", "其他单位", "时限", "把握", "依据的规则"),
}


def pages() -> dict[str, str]:
    """Every page by its file name."""
    made = {f"{sample.page}.md": page(sample) for sample in SAMPLES}
    rows = [f"| [{sample.kind}]({sample.page}.md) | `{sample.path}` |" for sample in SAMPLES]
    made["README.md"] = (
        "# What is read, document by document\n\nInvented documents of the tests, each with its marks and "
        "what "
        "Milepost makes of them today. Written by\n`docs/make_samples.py`; a test keeps them true.\n\n"
        "| Document | In the tests |\n|---|---|\n" + "\n".join(rows) + "\n"
    )
    return made


def page(sample: Sample) -> str:
    """One document: its text with the marks, then the table."""
    path = CORPUS / f"{sample.path}.txt"
    reading = read(path.read_bytes(), path.name, date=sample.date)
    facts = reading.document
    head = " · ".join(filter(None, (facts.kind, facts.issuer, facts.number, facts.date)))
    parts = [f"# {sample.kind}\n", f"{head}\n" if head else "", LEGEND[reading.language] + "\n"]
    parts += [marked(reading), "\n", table(reading)]
    parts += [f"\n> {escape(warning)}\n" for warning in reading.warnings]
    return "\n".join(part.rstrip("\n") for part in parts if part) + "\n"


def marked(reading: Reading) -> str:
    """The text as one quoted block, the marks in it."""
    signs: list[tuple[int, int, str]] = []
    for n, measure in enumerate(reading.measures, 1):
        signs.append((measure.span[0], 2, f"<sup><b>{n}</b></sup>"))
        signs += around([unit.span for unit in measure.lead], "<b>", "</b>")
        others = [unit.span for unit in (*measure.support, *measure.guide, *measure.via, *measure.addressee)]
        signs += around(others, "<i>", "</i>")
        dates = [due.span for due in (measure.deadline, *measure.other_deadlines) if due]
        signs += around(dates, "<ins>", "</ins>")
    signs += around([aside.span for aside in reading.set_aside], "<s>", "</s>")
    return quoted(woven(reading.text, sorted(set(signs))))


def around(spans: list[tuple[int, int]], opening: str, closing: str) -> list[tuple[int, int, str]]:
    """The signs before and behind each span; those that close come first where two meet."""
    return [sign for a, b in spans for sign in ((a, 3, opening), (b, 1, closing))]


def woven(text: str, signs: list[tuple[int, int, str]]) -> str:
    """The text with signs put in."""
    parts, at = [], 0
    for place, _, sign in signs:
        parts += [escape(text[at:place], quote=False), sign]
        at = place
    return "".join([*parts, escape(text[at:], quote=False)])


def quoted(text: str) -> str:
    """Lines as a quotation that keeps its line ends and takes nothing for Markdown."""
    lines = (line.strip() for line in text.split("\n"))
    return "\n".join(f"> {plain(line)}<br>" if line else ">" for line in lines)


def plain(line: str) -> str:
    """A line in which signs of Markdown stand for themselves."""
    for sign in "\\`*_#|[]":
        line = line.replace(sign, f"&#{ord(sign)};")
    return line


def table(reading: Reading) -> str:
    """What was read, a row a measure."""
    heads = HEADS[reading.language]
    rows = ["| " + " | ".join(heads) + " |", "|" + "---|" * len(heads)]
    rows += [
        "| "
        + " | ".join(plain(escape(" ".join(cell.split()), quote=False)) for cell in row(n, measure))
        + " |"
        for n, measure in enumerate(reading.measures, 1)
    ]
    return "\n".join(rows)


def row(n: int, measure: FoundMeasure) -> tuple[str, ...]:
    """The cells of one measure."""
    label = f"{n} ({measure.number})" if measure.number else str(n)
    others = [unit.name for unit in (*measure.support, *measure.guide, *measure.implied_support)]
    return (
        label,
        measure.action,
        "; ".join(unit.name for unit in measure.lead),
        "; ".join(others),
        due(measure.deadline) or (measure.recurring.text if measure.recurring else ""),
        f"{measure.confidence:.0%}" if measure.strength != "principle" else "–",
        ", ".join(measure.because),
    )


def due(deadline: FoundDeadline | None) -> str:
    """The words of a deadline and the date they come to."""
    if deadline is None:
        return ""
    return f"{deadline.text} → {deadline.date}" if deadline.date else deadline.text


if __name__ == "__main__":
    PAGES.mkdir(exist_ok=True)
    for old in PAGES.glob("*.md"):
        old.unlink()
    for name, text in pages().items():
        (PAGES / name).write_text(text, encoding="utf-8")
