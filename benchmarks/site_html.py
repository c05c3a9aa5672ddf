"""How long does the site of 2,000 measures take, and a filter and a sort in a real browser?

Run `python benchmarks/site_html.py [MEASURES]`. Prints medians of five: content and page by the clock and by
the core; and, in Chromium where there is one, the time from a key in the search field until the next frame is
laid out, and from a press on a column's head. Goals: 1.5 s for the page, 100 ms for a filter.
"""

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from machine import machine

sys.path.insert(0, str(Path(__file__).parent.parent))

from milepost.books.content.adopted.site import site  # after the path is set
from milepost.books.content.standing import Standing
from milepost.books.content.view import View
from milepost.books.writers.site import write_site
from tests.books.langang import many

GOAL_SECONDS, GOAL_FILTER_MS = 1.5, 100.0
RUNS = 5
WORDS = ("park", "data", "", "zzz", "finance")
FILTER = """words => { const field = document.getElementById('q'); const begun = performance.now();
  field.value = words; field.dispatchEvent(new Event('input')); document.body.offsetHeight;
  return performance.now() - begun; }"""
SORT = """() => { const begun = performance.now(); document.querySelectorAll('.sort')[1].click();
  document.body.offsetHeight; return performance.now() - begun; }"""


def main(arguments: list[str]) -> int:
    """Print the table; 1 when a goal is missed."""
    number = int(arguments[0]) if arguments else 2_000
    print(f"{machine()}, {number} measures, {RUNS} runs")
    ledger, schedule, state = many(number, "en")
    clock, core, html = [], [], ""
    for _ in range(RUNS):
        begun, begun_core = time.perf_counter(), time.process_time()
        view = View(ledger, schedule)
        html = write_site(site(view, Standing(view, state)))
        clock.append(time.perf_counter() - begun)
        core.append(time.process_time() - begun_core)
    made = statistics.median(clock)
    print(
        f"page    {made:.2f} s ({min(clock):.2f} to {max(clock):.2f}), core {statistics.median(core):.2f} s"
    )
    print(f"        {len(html) / 1e6:.1f} million characters")
    slowest = in_browser(html)
    return 1 if made > GOAL_SECONDS or slowest > GOAL_FILTER_MS else 0


def in_browser(html: str) -> float:
    """The slowest median filter in milliseconds; 0 without a browser."""
    path = shutil.which("chromium") or shutil.which("google-chrome")
    if path is None:
        print("no Chromium here; filters are not measured")
        return 0.0
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        file = Path(folder) / "site.html"
        file.write_text(html, encoding="utf-8")
        page = play.chromium.launch(executable_path=path, args=["--no-sandbox"]).new_page()
        page.goto(file.as_uri())
        medians = []
        for words in WORDS:
            found = [page.evaluate(FILTER, words) for _ in range(RUNS)]
            medians.append(statistics.median(found))
            print(f"filter  {medians[-1]:.0f} ms  {words!r}")
        sorts = [page.evaluate(SORT) for _ in range(RUNS)]
        print(f"sort    {statistics.median(sorts):.0f} ms")
    return max(medians)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
