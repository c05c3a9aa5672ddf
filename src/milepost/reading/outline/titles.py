"""The title of a clause: the words between its number and its text, where they are a name and no sentence.

In: the text, the words of a clause after its number. Out: the title or None. Chinese: up to the first 。
when more follows, or the whole of a line without one. English: a short first sentence without a verb of
duty, or the whole of a line that ends without a stop.
"""

from milepost.ledger.origins import Span
from milepost.reading.patterns import pattern
from milepost.reading.records import Language

LONGEST_HAN = 40
"""A Chinese title keeps to one line of print, some forty characters."""

LONGEST_WORDS = 14
"""An English section title seldom has more words; a sentence seldom fewer and no verb of duty."""

DUTY = pattern(r"\b(?:shall|must|will|should|may|is|are|was|were|has|have|be)\b", ignore_case=True)
FIRST_SENTENCE = pattern(r"[^.;:]{2,160}\.(?:[”\"]?\s|$)")
JOINED = (" and", " or")
STOPPED = ".;:,。；：，！？!?"


def title_of(text: str, words: Span, language: Language, whole_line: bool, heads: bool) -> str | None:
    """The title in the words of a clause; `whole_line` when they end with their line, `heads` for a section
    or an article, whose first sentence may be a title in small letters."""
    start, end = words
    if start >= end:
        return None
    if language == "zh":
        return chinese_title(text[start : min(end, start + 200)], whole_line)
    return english_title(text[start : min(end, start + 200)], whole_line, heads)


def chinese_title(words: str, whole: bool) -> str | None:
    """投放充电桩。在…建设 has the title 投放充电桩; a line without a full stop is its own title."""
    head, stop, rest = words.partition("。")
    if not head or len(head) > LONGEST_HAN or "；" in head:
        return None
    if not stop:
        return head.rstrip("：:") if whole and head[-1] not in "；;）)" else None
    return head if (rest[0] not in "（(" if rest else not whole) else None


def english_title(words: str, whole: bool, heads: bool) -> str | None:
    """ "Curb inventory. Within 60 days …" has the title "Curb inventory"; a lone sentence is no title."""
    first = FIRST_SENTENCE.match(words)
    if first and whole and first.end() >= len(words):
        return None
    if not first and not (whole and words[-1] not in STOPPED):
        return None
    head = first[0].strip().rstrip('”"').rstrip(".") if first else words
    if len(head.split()) > LONGEST_WORDS or DUTY.search(head) or head.endswith(JOINED):
        return None
    if first and not heads and not is_title_case(head):
        return None
    return head if head[0].isupper() or head[0].isdigit() else None


def is_title_case(words: str) -> bool:
    """Whether the long words of a phrase begin with capitals: Ensuring Safe and Reliable Ferries."""
    long = [word for word in words.split() if len(word) > 3]
    return sum(word[0].isupper() for word in long) * 4 >= len(long) * 3
