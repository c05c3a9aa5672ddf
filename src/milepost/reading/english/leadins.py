"""What the end of a lead-in says about the list below it.

In: the words of a duty up to the colon. Out: the mode of the list: `items` are duties of their own,
`means` are parts of the duty when they open with a gerund, `content` says what a product holds, `frame`
only lends a deadline or units, `wishes` says that each item is a subjunctive, `after` that the list is over.
"""

from typing import Literal

from milepost.reading.english.actors import find_names
from milepost.reading.english.chunks import chunks_of
from milepost.reading.english.words import gerund_of
from milepost.reading.patterns import pattern
from milepost.reading.records import NamedUnit

Mode = Literal["none", "items", "means", "content", "frame", "wishes", "after"]

NOTHING_YET = pattern(
    r"^(?:(?:take|undertake|carry out|implement|perform|complete|do|ensure|pursue)? ?(?:all "
    r"|the |such )?(?:following|necessary|appropriate|these)?"
    r" ?(?:\w+ )?(?:actions?|steps?|measures?|tasks?|activities|duties|things"
    r"|functions)?(?: necessary)?(?: to)?"
    r"|(?:further )?(?:direct|require|instruct|order|ask|request|encourage) .*\bto|be "
    r"(?:responsible for|required to|expected to)|ensure(?: that)?"
    r"|(?:further )?require(?: that)?|provide that|do the following|have (?:the "
    r")?(?:following )?(?:general |primary |principal )?(?:powers? and )?(?:duty|duties"
    r"|responsibility|responsibilities|functions|tasks)(?: and \w+)?(?: to)?|seek to|work to"
    r"|consider|to)$",
    ignore_case=True,
)
DUTIES_OF = pattern(
    r"^(?:The )?(?:principal |main |general )?(?:duties|functions|responsibilities|tasks"
    r"|purposes?|powers and duties|mandate|remit|role) of (?:the )?"
    r"(?P<a>[A-Z][^,;:]{2,80}?) (?:shall|will|must|are|is) (?:be to|be|include|to|as "
    r"follows)\b|^(?:The )?(?P<b>[A-Z][\w -]{2,60})[’']s "
    r"(?:duties|functions|responsibilities|tasks|purpose|mandate|remit|role) (?:shall|will"
    r"|must|are|is) (?:be to|be|include|to)\b"
)
NEXT_LABEL = pattern(r"\s*(?:\([A-Za-z0-9]{1,4}\)|[A-Za-z0-9]{1,3}[.)]|[-*•])\s*")
MEANS = pattern(
    r"(?:\b(?:including|including by|by|including through|such as by|through|to include"
    r"|include|by, among other things|following actions|following means|following "
    r"initiatives|following ways)|\bin particular)$",
    ignore_case=True,
)
ADDRESSED = pattern(
    r"^(?:further )?(?:direct|instruct|order|ask|request|encourage|require)\s+(?P<a>.*?)(?:,[^,]*,)?,? to$",
    ignore_case=True,
)
OPENING = pattern(
    r"(?:and |or )*(?:consistent with|in consultation|in coordination|in collaboration|to "
    r"the extent|as appropriate|within|where|after|following|by \d)[^,;]*, *",
    ignore_case=True,
)


def mode_of(text: str, base: int, sentence: str, verb: int, rule: str) -> tuple[Mode, tuple[NamedUnit, ...]]:
    """The mode of the list under a duty whose verb phrase begins at `verb`, and whom it addresses."""
    end = len(sentence.rstrip(" :—-\n"))
    if verb >= end:
        return "items", ()
    chunks = chunks_of(sentence, verb, end)
    kept = [
        chunk
        for chunk in chunks
        if chunk.kind in ("plain", "via")
        or sentence[chunk.start :].startswith(("to", "including", "by", "such as"))
    ]
    words = " ".join(sentence[chunk.start : chunk.end] for chunk in kept).strip()
    nothing_yet = bool(NOTHING_YET.match(words))
    if MEANS.search(sentence[verb:end]) and (not nothing_yet or list_is_gerund(text, base + len(sentence))):
        return "means", ()
    if nothing_yet:
        found = ADDRESSED.match(sentence[verb:end])
        names = (
            find_names(
                text, [(base + verb + found.start("a"), base + verb + found.end("a"))], cut_at_verb=True
            ).units
            if found
            else ()
        )
        return "items", names[:1]
    return "content", ()


def bears_duties(text: str, base: int, sentence: str) -> tuple[NamedUnit, ...]:
    """The body whose duties a lead-in lists: "The duties of the Panel shall be to:"."""
    found = DUTIES_OF.match(sentence)
    if found is None:
        return ()
    group = "a" if found["a"] else "b"
    return find_names(text, [(base + found.start(group), base + found.end(group))]).units


def list_is_gerund(text: str, end: int) -> bool:
    """Whether the first item of the list that follows `end` opens with an -ing form."""
    label = NEXT_LABEL.match(text, end, end + 40)
    return label is not None and opens_gerund(text, label.end(), min(len(text), label.end() + 200))


def opens_gerund(text: str, start: int, end: int) -> bool:
    """Whether an item opens with an -ing form, after a deadline or units of its own."""
    at = start
    while found := OPENING.match(text, at, end):
        at = found.end()
    first = text[at : min(end, at + 60)].split(None, 1)
    return bool(first) and gerund_of(first[0].strip(",;"))
