"""The order of steps as one network: stated links and each measure's own order, from one step to another.

In: a ledger whose steps are there. Out: steps and ties by number, and links that lead nowhere (a measure
without steps). A link between measures runs from the step that produces (issue, else the last before
evaluate) to the first step. Only hard links bind. Parallel ties are kept. A loop raises `LoopFound`, which
names it. A done step waits for nothing any more. Not here: days and dates (`axis`, `levelling`).
"""

import heapq
import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from milepost.ledger.records import Lag, Ledger, Link, LinkKind, Measure, Step
from milepost.planning.promises import due_of
from milepost.planning.settings import Rules
from milepost.planning.templates import wait_before


class LoopFound(ValueError):
    """Links that close a loop; the sentence names it in order."""


class Tie(Struct, frozen=True):
    """Step `head` waits for step `tail` (both by number); `link` is the id of a stated link, None for the
    order of steps within a measure. `window` is the time the words give after the event, in which all must
    be done."""

    tail: int
    head: int
    kind: LinkKind = "FS"
    lag: Lag | None = None
    link: str | None = None
    window: Lag | None = None


class Network(Struct, frozen=True):
    """Steps by number and their ties; `dangling` are links that bind no step."""

    steps: tuple[Step, ...]
    ties: tuple[Tie, ...]
    dangling: tuple[Link, ...]

    def order(self) -> list[int]:
        """The steps so that each comes after all it waits for; LoopFound when there is no such order."""
        keys = list(range(len(self.steps)))
        tails, heads = [tie.tail for tie in self.ties], [tie.head for tie in self.ties]
        found = sorted_by(keys, tails, heads)
        if len(found) < len(self.steps):
            raise LoopFound(
                loop_words([self.steps[at].title.value for at in find_loop(len(keys), tails, heads)])
            )
        return found


def network_of(ledger: Ledger, rules: Rules) -> Network:
    """The network of a ledger's steps."""
    steps = ledger.steps
    numbers = {step.id: at for at, step in enumerate(steps)}
    by_measure: dict[str, list[int]] = defaultdict(list)
    for at, step in enumerate(steps):
        by_measure[step.measure].append(at)
    kinds = {measure.id: measure.kind for measure in ledger.measures}
    ties: list[Tie] = []
    for measure, members in by_measure.items():
        waits = {at: wait_before(kinds.get(measure), steps[at], rules) for at in members}
        ties += _own_order(steps, waits)
    windowed = {measure.id for measure in ledger.measures if due_after_event(measure)}
    dangling: list[Link] = []
    for link in ledger.links:
        if not link.hard:
            continue
        tail, head = _ends(link, steps, numbers, by_measure)
        if tail is None or head is None:
            dangling.append(link)
        else:
            window = link.lag if steps[head].measure in windowed else None
            ties.append(Tie(tail, head, link.kind, None if window else link.lag, link.id, window))
    return Network(steps, tuple(tie for tie in ties if steps[tie.head].done_on is None), tuple(dangling))


def due_after_event(measure: Measure) -> bool:
    """Whether a measure is due some time after an event ("within 180 days of …"): the lag of its link is then
    the time it has, not a wait before it begins."""
    if measure.deadline is None or due_of(measure) is not None:
        return False
    return measure.deadline.value.kind in ("event", "relative")


def producing(steps: Sequence[Step], members: Sequence[int]) -> int:
    """Which of a measure's steps brings its output: issue, else the last before evaluate."""
    ordered = sorted(members, key=lambda at: (steps[at].order, at))
    issued = [at for at in ordered if steps[at].stage == "issue"]
    if issued:
        return issued[-1]
    working = [at for at in ordered if steps[at].stage not in ("evaluate", "copy")]
    return working[-1] if working else ordered[-1]


def on_linked_chains(ties: Sequence[Tie], among: Iterable[int]) -> set[int]:
    """The steps of `among` that stand, by ties among them, before or behind a stated link."""
    members = set(among)
    inside = [tie for tie in ties if tie.tail in members and tie.head in members]
    stated = [tie for tie in inside if tie.link is not None]
    before: dict[int, list[int]] = defaultdict(list)
    behind: dict[int, list[int]] = defaultdict(list)
    for tie in inside:
        before[tie.head].append(tie.tail)
        behind[tie.tail].append(tie.head)
    return _reach([tie.tail for tie in stated], before) | _reach([tie.head for tie in stated], behind)


def _reach(starts: Iterable[int], ways: Mapping[int, list[int]]) -> set[int]:
    """All that can be reached from some steps, themselves included."""
    found: set[int] = set()
    waiting = list(starts)
    while waiting:
        at = waiting.pop()
        if at not in found:
            found.add(at)
            waiting += ways.get(at, ())
    return found


def sorted_by(keys: Sequence[object], tails: Sequence[int], heads: Sequence[int]) -> list[int]:
    """Numbers 0 to n-1 in an order that the ties allow, smallest key first; shorter than n when a loop
    blocks."""
    waiting = [0] * len(keys)
    followers: list[list[int]] = [[] for _ in keys]
    for tail, head in zip(tails, heads, strict=True):
        waiting[head] += 1
        followers[tail].append(head)
    ready: list[tuple[object, int]] = [(keys[at], at) for at, count in enumerate(waiting) if count == 0]
    heapq.heapify(ready)
    found = []
    while ready:
        _, at = heapq.heappop(ready)
        found.append(at)
        for head in followers[at]:
            waiting[head] -= 1
            if waiting[head] == 0:
                heapq.heappush(ready, (keys[head], head))
    return found


def find_loop(count: int, tails: Sequence[int], heads: Sequence[int]) -> list[int]:
    """One loop of the ties, in order, its first member not repeated; empty when there is none."""
    done = set(sorted_by(list(range(count)), tails, heads))
    blocked_by = {
        head: tail for tail, head in zip(tails, heads, strict=True) if tail not in done and head not in done
    }
    if not blocked_by:
        return []
    seen: dict[int, int] = {}
    path: list[int] = []
    at = min(blocked_by)
    while at not in seen:
        seen[at] = len(path)
        path.append(at)
        at = blocked_by[at]
    return path[seen[at] :][::-1]


def loop_words(titles: Sequence[str]) -> str:
    """The sentence that names a loop."""
    chain = " → ".join(f"“{title}”" for title in (*titles, titles[0]))
    return f"The links close a loop: {chain}. Take one of them out."


def _own_order(steps: Sequence[Step], waits: dict[int, int]) -> list[Tie]:
    """The ties of a measure's own steps (with the months each waits): each after those with the next lower
    order number. Steps that a document only lists have no order among themselves."""
    ranks: dict[int, list[int]] = defaultdict(list)
    for at in waits:
        if steps[at].origin in ("proposed", "typed"):
            ranks[steps[at].order].append(at)
    ordered = [ranks[rank] for rank in sorted(ranks)]
    ties = []
    for before, after in itertools.pairwise(ordered):
        for head in after:
            lag = Lag(value=waits[head], unit="month", days="calendar") if waits[head] else None
            ties += [Tie(tail, head, "FS", lag) for tail in before]
    return ties


def _ends(
    link: Link, steps: Sequence[Step], numbers: dict[str, int], by_measure: dict[str, list[int]]
) -> tuple[int | None, int | None]:
    """The two steps a link ties; None where its measure has no steps."""
    tail, head = numbers.get(link.from_), numbers.get(link.to)
    if tail is None and link.from_ in by_measure:
        members = by_measure[link.from_]
        tail = _first(steps, members) if link.kind in ("SS", "SF") else producing(steps, members)
    if head is None and link.to in by_measure:
        members = by_measure[link.to]
        head = producing(steps, members) if link.kind in ("FF", "SF") else _first(steps, members)
    return tail, head


def _first(steps: Sequence[Step], members: Sequence[int]) -> int:
    """Which of a measure's steps comes first."""
    return min(members, key=lambda at: (steps[at].order, at))
