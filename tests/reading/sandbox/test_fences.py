"""The fences hold where the doctor says that they hold."""

import platform
import socket
import sys
from collections.abc import Iterator

import pytest

from milepost.reading.sandbox import fences_here
from milepost.reading.sandbox.fences import Fences
from milepost.reading.sandbox.linux import ALLOW, EQUAL, FORBIDDEN, MACHINES, REFUSE, RETURN, filter_steps
from milepost.reading.sandbox.pool import Pool
from tests.reading.sandbox.poison import HARM
from tests.reading.sandbox.test_pool import POISON


@pytest.fixture(scope="module")
def here() -> Fences:
    """What holds on this machine."""
    return fences_here()


@pytest.fixture(scope="module")
def poisoned() -> Iterator[Pool]:
    """Children that know harmful tasks."""
    with Pool(1, command=POISON) as pool:
        yield pool


def test_a_linux_machine_limits_memory_time_files_and_dumps(here: Fences) -> None:
    if sys.platform == "linux":
        assert (here.memory, here.computing, here.temp, here.dumps) == (True, True, True, True)


def test_a_port_of_this_machine_can_be_reached_only_where_the_network_is_not_cut(
    here: Fences, poisoned: Pool
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        answer = poisoned.run(HARM, str(server.getsockname()[1]).encode(), "call_home")
    assert answer.startswith("refused") is here.network


def test_a_program_can_be_started_only_where_programs_are_not_refused(here: Fences, poisoned: Pool) -> None:
    assert poisoned.run(HARM, b"", "start_a_program").startswith("refused") is here.programs


@pytest.mark.parametrize("machine", MACHINES)
def test_every_forbidden_call_jumps_to_the_refusal_and_any_other_is_allowed(machine: str) -> None:
    steps = filter_steps(machine)
    column = list(MACHINES).index(machine)

    def verdict(number: int) -> int:
        """Run the filter by hand for one call."""
        at, held = 0, 0
        while True:
            code, yes, no, value = steps[at]
            if code == RETURN:
                return value
            if code == 0x20:
                held, jump = (number if value == 0 else MACHINES[machine]), 0
            else:
                jump = yes if (held == value if code == EQUAL else held >= value) else no
            at += 1 + jump

    refused = {numbers[column] for numbers in FORBIDDEN.values() if numbers[column] is not None}
    assert {number for number in range(500) if verdict(number) == REFUSE} == refused
    assert verdict(0x40000000 + 41) == REFUSE
    assert {verdict(number) for number in range(500)} == {REFUSE, ALLOW}


def test_a_machine_that_is_not_in_the_table_has_no_filter() -> None:
    assert filter_steps("vax") == []
    assert platform.machine() != "vax"
