"""Two deadlines of which the later or the earlier counts: …或者…,以较晚者为准.

In: the deadlines of a stretch. Out: the same, each such pair made one. A date may stand beside an event,
which leaves the choice open.
"""

from msgspec.structs import replace

from milepost.reading.chinese.dates import Days
from milepost.reading.chinese.dues import Due, due_of
from milepost.reading.chinese.lengths import Match
from milepost.reading.deadlines.phrases import Phrase
from milepost.reading.patterns import pattern

WHICHEVER = pattern(
    r"[,(]? ?以(?:两者|二者|其中|上述)?(?:的)?(?:时间|日期|期限)?(?:中|之中)?(?:较|最|更|在|孰)?"
    r"(?P<w>晚|后|迟|早|先|前)"
    r"(?:到达|届满|到期|发生)?(?:者|的|的?日期|的?时间)?(?:为)准\)?"
)
LATE = ("晚", "后", "迟")
OR = pattern(r"或者?|、|和|与")
EVENT_LEG = pattern(r"(?:,)?或者?(?:在|于|自)?(?P<anchor>[^,。;:()]{2,20}?)(?:之前|以前|前|时|后)?(?:完成)?$")


def with_choices(text: str, start: int, end: int, dues: list[Due], days: Days) -> list[Due]:
    """The deadlines with each pair of which the later or the earlier counts made one: …或者…,以较晚者为准."""
    kept: list[Due] = []
    waiting, floor = iter(dues), start
    due = next(waiting, None)
    for match in WHICHEVER.finditer(text, start, end):
        while due is not None and due.end <= match.start():
            kept.append(due)
            due = next(waiting, None)
        begin = max(floor, text.rfind("。", floor, match.start()) + 1)
        near = [one for one in kept[-2:] if begin <= one.start]
        phrase = _choice(text, near, match)
        if phrase is not None:
            first = near[-2 if phrase.other is near[-1].phrase else -1]
            del kept[kept.index(first, len(kept) - len(near)) :]
            kept.append(due_of("deadline:whichever", first.start, match.end(), phrase, days))
        floor = match.end()
    return kept + ([due] if due is not None else []) + list(waiting)


def _choice(text: str, near: list[Due], match: Match) -> Phrase | None:
    """The later or the earlier of two dates, or of a date and an event, that stand before 以较晚者为准."""
    pair = len(near) == 2 and OR.search(text, near[0].end, near[1].start)
    first = near[0 if pair else -1].phrase if near else None
    second = near[1].phrase if pair else _event_leg(text, near[-1:], match.start())
    if first is None or second is None:
        return None
    return replace(first, combine="later_of" if match["w"] in LATE else "earlier_of", other=second)


def _event_leg(text: str, legs: list[Due], end: int) -> Phrase | None:
    """The event that stands beside a date: 6月底前或者项目验收前."""
    event = EVENT_LEG.search(text, legs[0].end, end) if legs else None
    return Phrase(kind="event", anchor=event["anchor"], doubt="event") if event else None
