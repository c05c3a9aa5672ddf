"""Check "cycle": hard links that close a loop, at any depth, the order of a measure's own steps included.

In: a ledger and today. Out: one error a loop, with the loop in order. A plan with a loop can't be scheduled.
"""

import msgspec

from milepost.ledger.records import Ledger, Step
from milepost.planning.analysis.evidence import Evidence, evidence
from milepost.planning.network import find_loop, network_of
from milepost.planning.settings import read_settings
from milepost.planning.templates import propose_steps

MOST_LOOPS = 50
"""More loops than this in one plan are a fault of its making; the first ones are enough to mend it."""


def check(ledger: Ledger, today: str) -> list[Evidence]:
    """Every loop, each once: a link of it is taken out before the next is looked for."""
    ledger = _with_a_step_each(propose_steps(ledger, today))
    network = network_of(ledger, read_settings(ledger.settings, ledger.plan.language))
    codes = {measure.id: measure.code for measure in ledger.measures}
    ties = [(tie.tail, tie.head) for tie in network.ties]
    found: list[Evidence] = []
    while len(found) < MOST_LOOPS:
        loop = find_loop(len(network.steps), [tail for tail, _ in ties], [head for _, head in ties])
        if not loop:
            break
        steps = [network.steps[at] for at in (*loop, loop[0])]
        chain = " → ".join(f"{codes[step.measure]} ({step.title.value})" for step in steps)
        measures = tuple(dict.fromkeys(step.measure for step in steps))
        found.append(evidence("cycle", "error", measures, "cycle", chain=chain))
        ties = [tie for tie in ties if tie != (loop[-1], loop[0])]
    return found


def _with_a_step_each(ledger: Ledger) -> Ledger:
    """The ledger with one step for each measure that has none: its links can close a loop all the same."""
    planned = {step.measure for step in ledger.steps}
    bare = [measure for measure in ledger.measures if measure.id not in planned]
    stand_ins = tuple(
        Step(id=f"{measure.id}-whole", measure=measure.id, origin="proposed", title=measure.title)
        for measure in bare
    )
    return msgspec.structs.replace(ledger, steps=(*ledger.steps, *stand_ins))
