"""The first page in a real browser: opened from disk, by keyboard, on a phone, in the dark, on paper."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from milepost.books.content.index_page import index_page
from milepost.books.content.records import IndexPage, Language
from milepost.books.writers.html.index import write_index
from milepost.books.writers.svg.road_map import write_road_map_svg
from tests.books.bulletin_ledger import bulletin

pytestmark = pytest.mark.browser
LANGUAGES: tuple[Language, ...] = ("en", "zh")
each_language = pytest.mark.parametrize("language", LANGUAGES)
WHY_SKIPPED = "no Chromium here: install it (apt-get install chromium) and run this test again"


def content(language: Language) -> IndexPage:
    """The page that the content makes of the invented bulletin."""
    return index_page(*bulletin(language))


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """The Chromium of this machine."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        print(WHY_SKIPPED)
        pytest.skip(WHY_SKIPPED)
    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield found
        found.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the page in both languages, and one whose drawing is as large as they come."""
    place = tmp_path_factory.mktemp("edition")
    for language in LANGUAGES:
        page = content(language)
        (place / f"{language}.html").write_text(
            write_index(page, write_road_map_svg(page.road_map)), encoding="utf-8"
        )
    return place


class Watched:
    """An open page, with what it said and what it asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.said: list[str] = []
        self.asked: list[str] = []
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))

    def shown(self) -> list[str]:
        """The codes of the measures that are shown."""
        rows = self.page.locator("table.ms tbody tr:visible")
        return [row.get_attribute("id") or "" for row in rows.all()]


class Opener:
    """Opens pages as a person does, from disk, and closes them when the test is over."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser = browser
        self.folder = folder
        self.contexts: list[BrowserContext] = []

    def __call__(
        self, language: str, *, wide: int = 1440, dark: bool = False, part: str = "", script: bool = True
    ) -> Watched:
        """A page in a window of its own."""
        context = self.browser.new_context(
            viewport={"width": wide, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
        )
        self.contexts.append(context)
        watched = Watched(context.new_page())
        watched.page.goto((self.folder / f"{language}.html").as_uri() + part)
        return watched


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Opener]:
    """Opens pages of the folder."""
    opener = Opener(browser, folder)
    yield opener
    for context in opener.contexts:
        context.close()


@each_language
def test_it_opens_from_disk_without_an_error_and_asks_for_nothing_else(
    opened: Opener, language: Language
) -> None:
    watched = opened(language)
    assert watched.said == []
    assert watched.asked == [(opened.folder / f"{language}.html").as_uri()]
    assert watched.page.locator("form.filters").is_visible()


@each_language
@pytest.mark.parametrize(("wide", "dark"), [(1440, False), (1440, True), (400, False)])
def test_the_accessibility_rules_find_nothing(
    opened: Opener, language: Language, wide: int, dark: bool
) -> None:
    page = opened(language, wide=wide, dark=dark).page
    page.locator("#all").click()
    page.locator(".twin summary").click()
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@each_language
def test_a_narrow_window_needs_no_sideways_scrolling(opened: Opener, language: Language) -> None:
    page = opened(language).page
    page.locator("#all").click()
    for wide in (320, 400, 760, 1100):
        page.set_viewport_size({"width": wide, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= wide


def test_the_filter_works_by_keyboard(opened: Opener) -> None:
    watched = opened("en")
    keyboard = watched.page.keyboard
    total = len(watched.shown())
    keyboard.press("/")
    keyboard.type("fish market")
    some = watched.shown()
    assert 0 < len(some) < total
    assert watched.page.locator("#n").inner_text() == f"{len(some)} / {total} measures"
    keyboard.press("Escape")
    assert len(watched.shown()) == total
    keyboard.press("Tab")
    keyboard.type("Not yet")
    assert watched.shown() == [line.row.code for line in content("en").measures.rows if not line.units]
    keyboard.press("Home")
    keyboard.press("Tab")
    keyboard.type("Standing")
    assert watched.shown() == ["M-003"]


def test_a_unit_finds_what_names_it_and_what_is_proposed_for_it(opened: Opener) -> None:
    watched = opened("zh")
    line = next(line for line in content("zh").measures.rows if line.proposed_unit)
    watched.page.select_option("#u", line.proposed_unit)
    wanted = [
        other.row.code
        for other in content("zh").measures.rows
        if line.proposed_unit in (*other.units, other.proposed_unit)
    ]
    assert watched.shown() == wanted
    assert len(wanted) > 1


def test_folds_open_by_keyboard_and_all_at_once(opened: Opener) -> None:
    page = opened("en").page
    first = page.locator("table.ms summary").first
    first.focus()
    page.keyboard.press("Enter")
    assert page.locator("table.ms details[open]").count() == 1
    page.locator("#all").focus()
    page.keyboard.press("Enter")
    assert page.locator("table.ms details:not([open])").count() == 0
    page.keyboard.press("Enter")
    assert page.locator("table.ms details[open]").count() == 0


def test_a_link_to_a_measure_opens_its_sentence_even_when_filtered_away(opened: Opener) -> None:
    watched = opened("en", part="#M-004")
    assert watched.page.locator("#M-004 details[open]").count() == 1
    watched.page.fill("#q", "no such words")
    assert watched.shown() == []
    watched.page.locator("#warnings a").first.click()
    assert len(watched.shown()) == len(content("en").measures.rows)


def test_the_first_stop_of_the_keyboard_leads_to_the_content(opened: Opener) -> None:
    page = opened("en").page
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash") == "#main"


def test_the_page_is_whole_without_its_script(opened: Opener) -> None:
    page = opened("zh", script=False).page
    assert page.locator("table.ms tbody tr:visible").count() == len(content("zh").measures.rows)
    assert not page.locator("form.filters").is_visible()
    page.locator("table.ms summary").first.click()
    assert page.locator("table.ms blockquote").first.is_visible()


@each_language
def test_it_prints_on_a4_landscape(opened: Opener, language: Language) -> None:
    page = opened(language).page
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.startswith(b"%PDF")
    page.emulate_media(media="print")
    assert page.locator(".onlyprint").is_visible()
    assert not page.locator("form.filters").is_visible()
    assert not page.locator("nav.places").is_visible()


def test_every_word_of_the_drawing_stays_inside_it_in_the_readers_own_face(opened: Opener) -> None:
    page = opened("en").page
    over = page.evaluate(
        """() => {
          const sheet = document.querySelector(".sheet svg").getBoundingClientRect();
          return [...document.querySelectorAll(".sheet text")].filter((run) => {
            const box = run.getBoundingClientRect();
            return box.left < sheet.left - 1 || box.right > sheet.right + 1 || box.bottom > sheet.bottom + 1;
          }).map((run) => run.textContent);
        }"""
    )
    assert over == []


def test_hostile_words_run_nothing(browser: Browser, tmp_path: Path) -> None:
    words = "</script><script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"
    page_ = content("en")
    page_ = msgspec.structs.replace(page_, title=words, banner_more=words, road_map_note=words)
    file = tmp_path / "en.html"
    file.write_text(write_index(page_, write_road_map_svg(page_.road_map)), encoding="utf-8")
    watched = Opener(browser, tmp_path)("en")
    assert watched.said == []
    assert watched.page.title() != "taken"
    assert watched.page.locator("h1").inner_text() == words
