"""One run of the typesetter: a template of this house with its data, to the bytes of a PDF or a picture.

In: a template file, data for it, the freeze date, the standard to keep. Out: bytes, the same for the same
input: the creation date is the freeze date, fonts are the wheels', neither clock nor system fonts nor the
network are asked. Here nothing is known of books.
"""

import datetime as dt
import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Literal

from milepost.books.writers.pdf.fonts import drawable, font_files, link_or_copy

Standard = Literal["ua-1", "a-2b", "untagged"]
"""PDF/UA-1 for readers, PDF/A-2b for the archive, neither for quick drafts."""

AGEING = 4
"""The typesetter keeps what its last eleven runs used, for a long book hundreds of megabytes; so many empty
runs after each leave the last two books and what they share."""

TEMPLATES = Path(__file__).parents[1]
"""Templates may include files from anywhere below the writers."""


class CannotTypeset(RuntimeError):
    """A book that could not be set: a fault of ours, with the typesetter's words."""


def compile_pdf(
    template: Path,
    data: Any,
    frozen_on: str,
    what: str,
    inputs: Mapping[str, str] | None = None,
    standard: Standard = "ua-1",
) -> bytes:
    """Run the typesetter over one template; it finds `data` as JSON in `sys.inputs.data`, and `inputs` beside
    it. `what` names the book when it can't be set."""
    frozen = dt.datetime.fromisoformat(frozen_on).replace(tzinfo=dt.UTC)
    standards: Any = [] if standard == "untagged" else [standard]
    how = {"format": "pdf", "pdf_standards": standards, "timestamp": frozen}
    return _compiled(template, data, what, inputs or {}, how)


def compile_png(template: Path, data: Any, what: str, inputs: Mapping[str, str], ppi: float) -> bytes:
    """The one page of a template as a picture, for office programs that draw no SVG."""
    return _compiled(template, data, what, inputs, {"format": "png", "ppi": ppi})


def _compiled(
    template: Path, data: Any, what: str, inputs: Mapping[str, str], how: Mapping[str, Any]
) -> bytes:
    """One run of the typesetter."""
    import typst

    given = {"data": json.dumps(data, ensure_ascii=False), **inputs}
    try:
        with _font_folder() as fonts:
            compiler = typst.Compiler(
                str(template),
                root=str(TEMPLATES),
                font_paths=[fonts],
                ignore_system_fonts=True,
                sys_inputs={name: drawable(text) for name, text in given.items()},
            )
            made = compiler.compile(**how)
            _forget()
    except RuntimeError as fault:
        raise CannotTypeset(f"{what}: {template.name} can't be set. {fault}") from fault
    if not isinstance(made, bytes):
        raise CannotTypeset(f"{what}: {template.name} gave no single file.")
    return made


def _forget() -> None:
    """Age what the typesetter keeps: it has no call for that, but each run makes everything older."""
    import typst

    empty = typst.Compiler(root=str(TEMPLATES), ignore_system_fonts=True)
    for _ in range(AGEING):
        empty.compile(input=b" ", format="svg")


@contextmanager
def _font_folder() -> Iterator[str]:
    """A folder that holds the books' fonts and no other: the typesetter takes folders only."""
    with tempfile.TemporaryDirectory(prefix="milepost-fonts-") as folder:
        for file in font_files():
            link_or_copy(file, Path(folder) / file.name)
        yield folder
