"""Writes docs/gallery/: every book of the example city as pictures, with how each stands to its look target.

In: examples/langang. Out: PNG files of the pages that matter and one page, README.md, that shows them with
the command that made them and what still differs. Run `python -m docs.make_gallery`.
"""

import io
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from milepost.books.adopted_edition import adopted_files
from milepost.books.inputs.codec import state_from_json
from milepost.ledger.codec_json import ledger_from_json, schedule_from_json

ROOT = Path(__file__).parent.parent
GALLERY = ROOT / "docs" / "gallery"
COMMAND = (
    "milepost books examples/langang/{language}/ledger.json "
    "--state examples/langang/{language}/state.json --out out/edition-{language}"
)
LANGUAGES = {"en": "English", "zh": "中文"}


class Shown(NamedTuple):
    """A book: its name, its files by language, pages shown, its look target, what differs, dots an inch."""

    name: str
    title: str
    files: Mapping[str, str]
    pages: tuple[int, ...]
    target: str
    differs: str
    dpi: int = 70


def one(path: str) -> dict[str, str]:
    """The same path in both languages."""
    return {language: path.format(language=language) for language in LANGUAGES}


NOTICE = {
    "en": "notices/notice_LRC-Letter-2027-no-17_ADB_en.pdf",
    "zh": "notices/notice_澜改督-2027-17号_ADB_zh.pdf",
}

BOOKS: tuple[Shown, ...] = (
    Shown(
        "taskbook", "Task book of a unit", one("taskbooks/ADB.pdf"), (0, 1, 2), "taskbook-en, taskbook-zh",
        "Blanks stand where the example says nothing (verifier). The plan print is that of the data.",
    ),
    Shown(
        "timetable", "Timetable: the year, late and due, at a glance, all steps", one("timetables/whole.pdf"),
        (0, 1, 2, 3), "timetable-en, timetable-zh",
        "Late and due lists every step of the window, the target a choice; a page of pictures is added.",
    ),
    Shown(
        "roadmap", "Road map", one("roadmap.pdf"), (0,), "roadmap-en, roadmap-zh",
        "State words stand beside the finish, as the rules ask; the title has its counts.", 90,
    ),
    Shown(
        "notice", "Notice: supervision letter", NOTICE, (0,), "notice-zh",
        "Handling above the head and the print at the foot are added: they stand on every page.", 80,
    ),
    Shown(
        "bulletin", "Bulletin of a meeting", one("meetings/bulletin_10_{language}.pdf"), (0,), "none",
        "No target; set in the official letter form.",
    ),
    Shown(
        "pack", "Meeting pack", one("meetings/pack_10_{language}.pdf"), (0, 1, 2, 3), "none",
        "No target; set as a report.", 60,
    ),
    Shown(
        "report", "Half-year report", one("papers/report_whole_2027_half_{language}.pdf"), (0, 1), "none",
        "No target; bars in grey with numbers on them.",
    ),
    Shown(
        "briefing", "Briefing on a page", one("papers/briefing_2027-06-15_{language}.pdf"), (0,), "none",
        "No target; four boxes.",
    ),
    Shown(
        "coverage", "Coverage table", one("papers/coverage_{language}.pdf"), (0,), "none", "No target.",
    ),
)  # fmt: skip


def page_png(pdf: bytes, page: int, dpi: int) -> bytes:
    """A page as a small PNG in a few colours."""
    import pypdfium2
    from PIL import Image

    document = pypdfium2.PdfDocument(pdf)
    image = document[page].render(scale=dpi / 72).to_pil()
    out = io.BytesIO()
    image.quantize(128, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def edition(language: str) -> dict[str, bytes]:
    """All files of the example's edition."""
    folder = ROOT / "examples" / "langang" / language
    ledger = ledger_from_json((folder / "ledger.json").read_bytes(), "ledger.json")
    schedule = schedule_from_json((folder / "schedule.json").read_bytes(), "schedule.json")
    state = state_from_json((folder / "state.json").read_bytes(), "state.json")
    return dict(adopted_files(ledger, schedule, state, language))


def site_png(html: bytes, dark: bool) -> bytes:
    """The site as a browser shows it."""
    import shutil

    from PIL import Image
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        page_file = Path(folder) / "index.html"
        page_file.write_bytes(html)
        browser = play.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        context = browser.new_context(
            viewport={"width": 1280, "height": 900}, color_scheme="dark" if dark else "light"
        )
        page = context.new_page()
        page.goto(page_file.as_uri())
        shot = Image.open(io.BytesIO(page.screenshot()))
        browser.close()
    out = io.BytesIO()
    shot = shot.convert("RGB").quantize(128, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    shot.save(out, "PNG", optimize=True)
    return out.getvalue()


def sheet_png(workbook: bytes) -> bytes:
    """A workbook's print, as LibreOffice makes it."""
    import subprocess

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "form.xlsx"
        file.write_bytes(workbook)
        profile = f"-env:UserInstallation={(Path(folder) / 'profile').as_uri()}"
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, file],
            check=True,
            capture_output=True,
        )
        return page_png((Path(folder) / "form.pdf").read_bytes(), 0, 70)


def page(made: Mapping[str, list[str]]) -> str:
    """README.md of the gallery."""
    lines = [
        "# Gallery: every book of an adopted edition",
        "",
        "The plan of the invented city of Langang, 16 measures, 6 units, edition 2 frozen on 15 June 2027.",
        "All pages come from one command a language; `python -m docs.make_gallery` draws them anew.",
        "",
        "```sh",
        *(COMMAND.format(language=language) for language in LANGUAGES),
        "```",
    ]
    for book in BOOKS:
        target = f"Look target: {book.target}. " if book.target != "none" else ""
        lines += ["", f"## {book.title}", "", f"{target}{book.differs}", ""]
        lines += [f"![{book.title}, {name}]({name})" for name in made[book.name]]
    lines += ["", "## The site", "", "Light in English, dark in Chinese; no look target of its own.", ""]
    lines += [f"![The site, {name}]({name})" for name in made["site"]]
    lines += ["", "## An office form, printed", "", "T3 as LibreOffice prints it.", ""]
    lines += [f"![Form T3, {name}]({name})" for name in made["form"]]
    return "\n".join(lines) + "\n"


def cover(pdfs: Sequence[tuple[bytes, int]]) -> bytes:
    """One picture of several pages, for the README."""
    from PIL import Image

    pages = [Image.open(io.BytesIO(page_png(pdf, number, 90))).convert("RGB") for pdf, number in pdfs]
    wide, high = 900, 636
    pages = [page.resize((wide, high), Image.Resampling.LANCZOS) for page in pages]
    sheet = Image.new("RGB", (2 * wide + 12, 2 * high + 12), "#d8dde2")
    for at, page in enumerate(pages):
        sheet.paste(page, ((at % 2) * (wide + 12), (at // 2) * (high + 12)))
    out = io.BytesIO()
    sheet.quantize(128, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def main() -> None:
    """Write the gallery."""
    GALLERY.mkdir(parents=True, exist_ok=True)
    for old in GALLERY.glob("*.png"):
        old.unlink()
    made: dict[str, list[str]] = {}
    for language in LANGUAGES:
        files = edition(language)
        if language == "en":
            shown = (("roadmap", 0), ("taskbooks/ADB", 1), ("timetables/whole", 0), ("timetables/whole", 1))
            (ROOT / "docs" / "images" / "adopted-en.png").write_bytes(
                cover([(files[f"{name}.pdf"], number) for name, number in shown])
            )
        for book in BOOKS:
            pdf = files[book.files[language]]
            for number in book.pages:
                name = f"{book.name}-{language}-{number + 1}.png"
                (GALLERY / name).write_bytes(page_png(pdf, number, book.dpi))
                made.setdefault(book.name, []).append(name)
        for key, data in (
            ("site", site_png(files["index.html"], language == "zh")),
            ("form", sheet_png(files["forms/T3.xlsx"])),
        ):
            name = f"{key}-{language}.png"
            (GALLERY / name).write_bytes(data)
            made.setdefault(key, []).append(name)
    (GALLERY / "README.md").write_text(page(made), encoding="utf-8")


if __name__ == "__main__":
    main()
