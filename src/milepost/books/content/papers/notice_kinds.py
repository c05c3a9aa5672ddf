"""The kinds of notices as data: which boxes each prints, in which lines, and what surrounds them.

A row names the boxes of a kind line by line (two names stand side by side). A box without words is not
printed, unless the kind needs it: then it prints the blank that says who fills it. Labels are found by
`notice.box.<box>.<kind>`, else `notice.box.<box>`. Not here: what stands in a box (notice_boxes).
"""

from typing import Literal, NamedTuple

from milepost.books.inputs.notices import NoticeKind

BoxKey = Literal[
    "matter", "clause", "baseline", "days_late", "days_left", "lead", "leader", "duty", "output", "test",
    "next_step", "progress", "light", "cause", "affected", "asked", "decision", "reason", "old_due",
    "new_due", "done", "evidence", "reply", "sitting", "held", "place", "agenda",
]  # fmt: skip
Slips = Literal["none", "sign", "comply", "attend", "receive"]

CHOICES: dict[Slips, tuple[str, ...]] = {
    "none": (),
    "sign": ("notice.slip.sign", "notice.slip.contest"),
    "comply": ("notice.slip.comply", "notice.slip.extend", "notice.slip.object"),
    "attend": ("notice.slip.attend", "notice.slip.send"),
    "receive": ("notice.slip.comply", "notice.slip.object"),
}
"""The choices of a reply slip, in the order in which they are printed."""


class Kind(NamedTuple):
    """A kind of notice. `level` is its rung where it stands on the ladder; `opens` and `ends` say whether a
    sentence stands before the boxes and after them."""

    key: NoticeKind
    boxes: tuple[tuple[BoxKey, ...], ...]
    needed: tuple[BoxKey, ...] = ()
    level: int | None = None
    opens: bool = False
    ends: bool = False
    slip: Slips = "none"


ABOUT: tuple[tuple[BoxKey, ...], ...] = (("matter",), ("clause",))
LATE: tuple[tuple[BoxKey, ...], ...] = (*ABOUT, ("baseline", "days_late"), ("lead", "leader"))

KINDS: dict[NoticeKind, Kind] = {
    kind.key: kind
    for kind in (
        Kind(
            "assignment",
            (
                *ABOUT,
                ("baseline",),
                ("lead", "leader"),
                ("duty",),
                ("output",),
                ("test",),
                ("asked",),
                ("reply",),
            ),
            ("reply",),
            opens=True,
            ends=True,
            slip="sign",
        ),
        Kind(
            "reminder",
            (
                *ABOUT,
                ("baseline", "days_left"),
                ("lead", "leader"),
                ("next_step",),
                ("progress",),
                ("asked",),
                ("reply",),
            ),
            level=0,
            opens=True,
        ),
        Kind(
            "urge",
            (*LATE, ("progress",), ("asked",), ("reply",)),
            ("asked", "reply"),
            level=1,
            opens=True,
            slip="comply",
        ),
        Kind(
            "yellow",
            (*LATE, ("light",), ("progress",), ("cause",), ("affected",), ("asked",), ("reply",)),
            ("asked", "reply"),
            level=2,
            opens=True,
            slip="comply",
        ),
        Kind(
            "letter",
            (*LATE, ("progress",), ("cause",), ("affected",), ("asked",), ("reply",)),
            ("asked", "reply"),
            level=3,
            opens=True,
            slip="comply",
        ),
        Kind(
            "called_in",
            (*LATE, ("progress",), ("cause",), ("affected",), ("decision",), ("asked",), ("reply",)),
            ("decision", "reply"),
            level=4,
            opens=True,
            ends=True,
            slip="attend",
        ),
        Kind(
            "ruling",
            (
                *ABOUT,
                ("cause",),
                ("decision",),
                ("reason",),
                ("old_due", "new_due"),
                ("affected",),
                ("asked",),
                ("reply",),
            ),
            ("decision", "reason"),
            opens=True,
            ends=True,
            slip="receive",
        ),
        Kind(
            "change_ruling",
            (
                *ABOUT,
                ("old_due", "new_due"),
                ("cause",),
                ("decision",),
                ("reason",),
                ("affected",),
                ("asked",),
                ("reply",),
            ),
            ("decision", "reason"),
            opens=True,
            ends=True,
        ),
        Kind(
            "return",
            (*ABOUT, ("baseline",), ("test",), ("decision",), ("reason",), ("asked",), ("reply",)),
            ("reason", "reply"),
            opens=True,
            ends=True,
            slip="comply",
        ),
        Kind(
            "cure_order",
            (
                *ABOUT,
                ("baseline", "days_late"),
                ("lead", "leader"),
                ("cause",),
                ("progress",),
                ("affected",),
                ("asked",),
                ("reply",),
            ),
            ("cause", "asked", "reply"),
            opens=True,
            ends=True,
            slip="comply",
        ),
        Kind(
            "closing",
            (
                *ABOUT,
                ("baseline", "done"),
                ("lead", "leader"),
                ("test",),
                ("evidence",),
                ("decision",),
                ("asked",),
            ),
            ("decision",),
            opens=True,
            ends=True,
        ),
        Kind(
            "reopening",
            (
                *ABOUT,
                ("old_due", "new_due"),
                ("lead", "leader"),
                ("reason",),
                ("decision",),
                ("asked",),
                ("reply",),
            ),
            ("reason", "new_due", "reply"),
            opens=True,
            ends=True,
            slip="comply",
        ),
        Kind(
            "meeting",
            (("sitting",), ("held",), ("place",), ("agenda",), ("asked",), ("reply",)),
            ("held", "place", "reply"),
            opens=True,
            ends=True,
            slip="attend",
        ),
    )
}
