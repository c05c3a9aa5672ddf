"""The site of an adopted edition in a real browser: axe in both languages and themes, everything by keyboard,
without script, on paper."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect, sync_playwright

from milepost.books.content.adopted.site import site
from milepost.books.content.records import FileLine
from milepost.books.content.records.site import Site
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.writers.site import write_site
from tests.books.langang import langang, many

pytestmark = pytest.mark.browser
WHY_SKIPPED = "no Chromium here: install it (apt-get install chromium) and run this test again"
each_language = pytest.mark.parametrize("language", ["en", "zh"])
DRAWING = '<svg viewBox="0 0 200 20" role="img" aria-label="map"><text x="1" y="9">map</text></svg>'


def content(language: str, number: int = 16) -> Site:
    """The site of the example city."""
    ledger, schedule, state = langang(language) if number == 16 else many(number, language)
    view = View(ledger, schedule, language)
    return site(view, Standing(view, state), (FileLine(path="timetable.pdf", words="timetable"),))


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
    """A folder with the site in both languages, and a large one."""
    place = tmp_path_factory.mktemp("site")
    for language in ("en", "zh"):
        (place / f"{language}.html").write_text(write_site(content(language), DRAWING), encoding="utf-8")
    (place / "large.html").write_text(write_site(content("en", 500)), encoding="utf-8")
    return place


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator["Opener"]:
    """Opens pages of the folder and closes them when the test is over."""
    opener = Opener(browser, folder)
    yield opener
    opener.close()


class Opener:
    """Opens pages as a person does, from disk; what they say and ask for is kept."""

    def __init__(self, browser: Browser, folder: Path) -> None:
        self.browser, self.folder = browser, folder
        self.said: list[str] = []
        self.asked: list[str] = []
        self.contexts: list[object] = []

    def __call__(self, name: str, *, wide: int = 1440, dark: bool = False, script: bool = True) -> Page:
        context = self.browser.new_context(
            viewport={"width": wide, "height": 900},
            color_scheme="dark" if dark else "light",
            java_script_enabled=script,
        )
        self.contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: self.said.append(message.text))
        page.on("pageerror", lambda error: self.said.append(str(error)))
        page.on("request", lambda request: self.asked.append(request.url))
        page.goto((self.folder / f"{name}.html").as_uri())
        return page

    def close(self) -> None:
        """Close every window."""
        for context in self.contexts:
            context.close()  # type: ignore[attr-defined] # a browser context


def shown(page: Page) -> list[str]:
    """The codes of the measures that are shown, in their order."""
    return [row.get_attribute("id") or "" for row in page.locator("#list tbody tr:visible").all()]


@each_language
@pytest.mark.parametrize(("wide", "dark"), [(1440, False), (1440, True), (400, False), (400, True)])
def test_axe_finds_nothing(opened: Opener, language: str, wide: int, dark: bool) -> None:
    page = opened(language, wide=wide, dark=dark)
    page.locator("#all").click()
    found = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    assert found.violations_count == 0, found.generate_report()
    assert opened.said == []


@each_language
def test_it_asks_for_nothing_but_itself(opened: Opener, language: str) -> None:
    opened(language)
    assert opened.said == []
    assert opened.asked == [(opened.folder / f"{language}.html").as_uri()]


@each_language
def test_no_window_is_too_narrow(opened: Opener, language: str) -> None:
    page = opened(language)
    page.locator("#all").click()
    for wide in (320, 400, 760, 1100):
        page.set_viewport_size({"width": wide, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= wide


def test_it_searches_filters_sorts_and_opens_by_keyboard_only(opened: Opener) -> None:
    page = opened("en")
    keys = page.keyboard
    keys.press("/")
    keys.type("catalogue")
    assert shown(page) == ["M-010", "M-014"]
    assert page.locator("#n").inner_text() == "2 / 16 measures"
    keys.press("Escape")
    assert len(shown(page)) == 16
    keys.press("Tab")
    keys.type("Exposed")
    assert shown(page) == ["M-002", "M-003", "M-005", "M-014"]
    keys.press("Tab")
    keys.type("Park")
    assert shown(page) == ["M-002", "M-003", "M-005"]
    keys.press("Escape")
    assert len(shown(page)) == 16
    _tab_to(page, "th.c-baseline .sort")
    keys.press("Enter")
    assert shown(page)[:2] == ["M-006", "M-010"]
    assert page.locator("th.c-baseline").get_attribute("aria-sort") == "ascending"
    keys.press("Enter")
    assert shown(page)[-1] == "M-006"
    _tab_to(page, "#M-014 summary")
    keys.press("Enter")
    assert page.locator("#M-014 details").get_attribute("open") is not None


def _tab_to(page: Page, place: str, most: int = 80) -> None:
    """Press Tab until a place has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("place => document.activeElement.matches(place)", place):
            return
    raise AssertionError(f"{place} can't be reached by keyboard")


def test_lateness_sorts_first_by_state(opened: Opener) -> None:
    page = opened("zh")
    page.locator("th.c-state .sort").click()
    states = [row.get_attribute("data-m") for row in page.locator("#list tbody tr:visible").all()]
    assert states[:2] == ["late", "behind"]
    assert states[-1] == "done"


def test_full_width_digits_are_found(opened: Opener) -> None:
    page = opened("zh")
    page.locator("#q").fill("４８项")
    assert "M-003" in shown(page)


def test_a_count_filters_and_a_second_press_ends_it(opened: Opener) -> None:
    page = opened("en")
    figure = page.locator("[data-mark=late]")
    figure.click()
    assert shown(page) == ["M-010"]
    assert figure.get_attribute("aria-current") == "true"
    figure.click()
    assert len(shown(page)) == 16


def test_the_theme_is_switched_by_keyboard(opened: Opener) -> None:
    page = opened("en")
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("#theme").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    assert Axe().run(page).violations_count == 0


def test_a_large_list_lays_out_what_is_in_view_and_searches_all(opened: Opener) -> None:
    page = opened("large")
    assert len(shown(page)) < 500
    page.locator("#q").fill("500")
    assert shown(page) == ["M-500"]
    page.locator("#q").fill("")
    page.locator(".more").scroll_into_view_if_needed()
    expect(page.locator("#list tbody tr:not([hidden])")).not_to_have_count(200)
    assert len(shown(page)) > 200


@each_language
def test_without_script_all_is_there(opened: Opener, language: str) -> None:
    page = opened(language, script=False)
    assert len(shown(page)) == 16
    assert not page.locator("form.filters").is_visible()
    page.locator("#M-010 summary").click()
    assert page.locator("#M-010 blockquote").is_visible()


@each_language
def test_on_paper_every_row_and_the_four_facts_stand(opened: Opener, language: str, tmp_path: Path) -> None:
    import pypdfium2

    page = opened(language)
    page.locator("#q").fill("zzz")
    page.locator("#clear").click()
    page.pdf(path=tmp_path / "site.pdf", prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(tmp_path / "site.pdf")
    assert round(document[0].get_width()) > round(document[0].get_height())
    text = "".join("".join(sheet.get_textpage().get_text_range().split()) for sheet in document)
    record = content(language)
    for row in record.rows:
        assert "".join(row.title.text.split()) in text
        assert "".join(row.mark_words.split()) in text
    for fact in (record.facts.print_line, record.facts.edition_line, record.facts.handling):
        assert "".join(fact.split()) in text
