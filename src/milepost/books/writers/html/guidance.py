"""What to do next, how to read the page, and what to check.

In: the page. Out: two cards. Measures and files that a sentence names are linked.
"""

from milepost.books.content.records import Legend, NextStep, WarningLine
from milepost.books.writers.html.elements import Html, address, anchor, element, linked
from milepost.books.writers.html.marks import Context, card, warning_sign

SAMPLE_CLASS = {"quoted": "serif", "proposed": "prop", "fill": "fill"}


def next_steps(context: Context) -> Html:
    """What to do next, with the legend of the page under it."""
    page = context.page
    steps = element("ol", *(_step(context, step) for step in page.next_steps), class_="next")
    return card("next", context.say("page.next"), None, steps, _legend(context))


def _step(context: Context, step: NextStep) -> Html:
    """One thing to do."""
    files = {file.path: address(file.path) for file in context.page.files if file.path in step.head}
    code = element("code", step.code) if step.code else None
    body = " " + step.body if step.body else ""
    return element("li", element("b", linked(step.head, files)), " " if code else None, code, body)


def _legend(context: Context) -> Html:
    """The three signs of origin."""
    lines = [part for sign in context.page.legend for part in _sign(sign)]
    return element("div", element("h3", context.say("page.how")), element("dl", *lines), class_="legend4")


def _sign(sign: Legend) -> tuple[Html, Html]:
    """A sign and what it means."""
    sample = element("span", sign.sample or sign.words, class_=SAMPLE_CLASS.get(sign.key))
    return element("dt", sample), element("dd", sign.words)


def warnings(context: Context) -> Html:
    """What to check, each measure a link."""
    if not context.page.warnings:
        return Html("")
    rows = element("ul", *(_warning(line) for line in context.page.warnings), class_="wl")
    return card("warnings", context.say("page.warnings"), None, rows)


def _warning(line: WarningLine) -> Html:
    """A warning with its sign."""
    targets = {code: f"#{anchor(code)}" for code in line.measures}
    return element("li", warning_sign(14), element("span", linked(line.text, targets)))
