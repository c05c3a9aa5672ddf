"""The meetings that a Chinese text names: 十四届市委全面深化改革委员会第九次会议, with body, term and number.

In: a folded text and places in it. Out: sittings in the order of the text. A joint meeting (暨) gives one
for each body; an owner before 召开 belongs to the name (省委召开全面深化改革领导小组第五次会议); after a
change of name the new one counts. Which day it was and who took part is read elsewhere.
"""

from msgspec import Struct

from milepost.ledger.origins import Span
from milepost.reading.chinese.numerals import NUMERAL, number
from milepost.reading.patterns import pattern

MEETING = (
    r"(?:全体会议|常务会议|专题会议|全体\(扩大\)会议|扩大会议|工作会议|办公会议?|联席会议|全会|例会|会议)"
)
CONVENED = pattern(r"(?:主持)?(?:召开|举行)(?:了)?")
SUBJECT = pattern(rf"[^,。;:]{{2,90}}?{MEETING}(?:\(扩大\))?(?:在[^,。;]{{1,12}})?$")
OBJECT = pattern(rf"(?P<what>[^,。;:《》]{{0,90}}?{MEETING})(?:\(扩大\))?(?:[,。;:]|$|并|的)")
JOINT = pattern(rf"(?P<left>{MEETING})(?:暨|和|、|与)")
PARTS = pattern(
    rf"(?:(?P<year>\d{{4}}|"
    rf"[〇零一二三四五六七八九]{{4}})年(?:度)?)?(?P<before>[^届第]{{0,12}}?)(?:第?(?P<term>{NUMERAL})届)?"
    rf"(?P<name>[^第]{{0,50}}?)(?:(?:\d{{4}}年(?:度)?)?第(?P<session>{NUMERAL})次)?(?P<kind>{MEETING})$"
)
OF_TERM = pattern(
    rf"(?P<name>[^第]{{0,40}}?)第?(?P<term>{NUMERAL})届(?:委员会)?第?(?P<session>{NUMERAL})次"
    r"(?:全会|全体会议|全体\(扩大\)会议)$"
)
"""市委十届八次全会: term and session without 第."""
PLENARY = pattern(
    rf"(?:党的|中国共产党|"
    rf"中共)?第?(?P<term>{NUMERAL})届(?P<who>[^,。;第届]{{0,12}}?)(?P<session>[一二三四五六七八九十]{{1,2}})(?:次|中)全(?:体会议|会)"
)
RENAMED = pattern(r"[^,。;]{2,40}?更名为(?P<new>[^,。;]{2,40}?)(?:以?后)(?:的)?")
DATE_BEFORE = pattern(
    r"(?:(?:本报|本网|记者|据悉|近日|日前|昨日|今日|今天|昨天)|(?:\d{4}年)?\d{1,2}月\d{1,2}日|上午|下午|"
    r"晚上?|,|\([^()]*\)|讯|[ ]|、|在)*"
)
OWNED = pattern(
    r"(?:省|市|县|区|州|镇|乡|街道|旗|中央|国务院|校|院|集团|公司|全国|党委|党组|[^,。;]{2,8}(?:省|市|县|"
    r"区|州|镇|乡|旗))"
)
PLAIN_KINDS = frozenset({"会议", "例会", "全会"})


class Sitting(Struct, frozen=True, kw_only=True):
    """A meeting as named, in places of the copy."""

    span: Span
    body: str
    session: int | None = None
    term: int | None = None


def find_sat(text: str, start: int, end: int) -> list[Sitting]:
    """The meetings that a sentence says were held: before 召开 or after it."""
    held = CONVENED.search(text, start, end)
    if not held:
        return []
    begin = max(text.rfind(mark, start, held.start()) for mark in ",。;:") + 1
    begin = max(begin, start)
    dated = DATE_BEFORE.match(text, begin, held.start())
    begin = dated.end() if dated else begin
    subject = text[begin : held.start()]
    if SUBJECT.match(subject):
        return joint(text, begin, held.start())
    what = OBJECT.match(text, held.end(), end)
    if not what or not what["what"]:
        return []
    owner = "" if held[0].startswith("主持") else subject
    return [owned(sitting, owner) for sitting in joint(text, *what.span("what"))]


def joint(text: str, start: int, end: int) -> list[Sitting]:
    """The meetings of a joint sitting."""
    cuts = [start, *(cut.end() for cut in JOINT.finditer(text, start, end))]
    ends = [*(cut - 1 for cut in cuts[1:]), end]
    return [found for a, b in zip(cuts, ends, strict=True) if (found := parse(text, a, b))]


def parse(text: str, start: int, end: int) -> Sitting | None:
    """A meeting with body, term and number; the body of 专题会议 without a name is the kind itself."""
    first = start
    renamed = RENAMED.match(text, start, end)
    after_name = text[renamed.end() : end] if renamed else text[start:end]
    for tail in ("在", "于"):
        after_name = (
            after_name.split(tail, 1)[0]
            if tail in after_name and not after_name.endswith("议")
            else after_name
        )
    if of_term := OF_TERM.match(after_name):
        return Sitting(
            span=(first, end),
            body=of_term["name"],
            session=number(of_term["session"]),
            term=number(of_term["term"]),
        )
    match = PARTS.match(after_name)
    if not match:
        return None
    name = renamed["new"] if renamed else match["before"] + match["name"]
    body = name.removesuffix("的") or (match["kind"] if match["kind"] not in PLAIN_KINDS else "")
    return Sitting(
        span=(first, end),
        body=body,
        session=number(match["session"]) if match["session"] else None,
        term=number(match["term"]) if match["term"] else None,
    )


def owned(sitting: Sitting, owner: str) -> Sitting:
    """The meeting with its owner before the name, unless the name has one of its own."""
    if not owner or (OWNED.match(sitting.body) and sitting.body not in ("", "专题会议")):
        return sitting
    return Sitting(span=sitting.span, body=owner + sitting.body, session=sitting.session, term=sitting.term)
