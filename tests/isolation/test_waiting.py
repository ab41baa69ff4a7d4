"""Workers that wait for a solution: what they see is what a fresh one sees; that they wait costs nobody anything."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from family import children, family, is_dead, until

from deepclinic.course import solutions
from deepclinic.course.catalog import catalog
from deepclinic.grading import PUBLISHED_SEED
from deepclinic.isolation import Ahead, Limits, Run, Workers, codec
from deepclinic.judging.check import checks_of

SHORT = Limits(wall_seconds=1, wall_seconds_total=1)
EXECUTE = Ahead("execute", limits=SHORT)
TELL = "import os; emit({'pid': os.getpid()})"
AT_REST = 0.5


@pytest.fixture
def idle(workers: Workers) -> Iterator[Workers]:
    workers.start()
    yield workers
    workers.expect([])


def ask(workers: Workers, source: str = TELL, hurry: bool = True) -> Run:
    """Run code by a worker that waits for it."""
    return workers.run({"task": "execute", "source": source}, SHORT, hurry)


def pid(run: Run) -> int:
    """Who has answered."""
    assert run.ended == "finished", run
    return run.frames[0]["pid"]


def waiting(workers: Workers) -> int:
    """The one worker that is there."""
    return until(lambda: family(workers.parent_pid or 0))[1]


def processor_seconds(process: int) -> float:
    """What a process has spent by now."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def at_rest(process: int) -> bool:
    """True where a process does nothing any more."""
    before = processor_seconds(process)
    time.sleep(AT_REST)
    return processor_seconds(process) == before > 0


def untimed(frame: dict[str, Any]) -> bytes:
    """All that a frame says, but for how long it took."""
    return codec.encode({**frame, "seconds": 0, "notes": {**frame.get("notes", {}), "seconds": 0}})


def test_one_that_waits_is_taken_once_and_only_by_who_is_in_a_hurry(idle):
    idle.expect([EXECUTE])
    there = waiting(idle)
    assert pid(ask(idle, hurry=False)) != there
    assert pid(ask(idle)) == there
    assert pid(ask(idle)) != there


def test_as_many_wait_as_are_expected_and_none_for_anything_else(idle):
    for coming, count in (([EXECUTE] * 2, 2), ([EXECUTE], 1), ([Ahead("read")], 1), ([], 0)):
        idle.expect(coming)
        until(lambda count=count: len(children(idle.parent_pid)) == count)


def test_time_that_is_waited_does_not_count(idle):
    idle.expect([EXECUTE])
    there = waiting(idle)
    time.sleep(1.5 * SHORT.wall_seconds_total)
    assert pid(ask(idle)) == there


def test_limits_hold_for_one_that_has_waited(idle):
    idle.expect([EXECUTE])
    assert ask(idle, "import time; time.sleep(60)").ended == "wall_time"


def test_a_request_may_be_larger_than_a_pipe(idle):
    idle.expect([EXECUTE])
    assert pid(ask(idle, f"{TELL}  # {'x' * 3_000_000}")) > 0


@pytest.mark.parametrize("who", ["worker", "supervisor", "parent"])
def test_one_that_dies_while_it_waits_costs_nothing(idle, who):
    idle.expect([EXECUTE])
    supervisor, worker = until(lambda: family(idle.parent_pid))
    victim = {"worker": worker, "supervisor": supervisor, "parent": idle.parent_pid}[who]
    os.kill(victim, signal.SIGKILL)
    until(lambda: is_dead(victim))  # it takes some milliseconds, in which it could still be asked and not answer
    answered = pid(ask(idle))
    assert answered != worker or who == "parent"  # whose end the others may hear of later than of the request
    assert pid(ask(idle, hurry=False)) > 0  # with a new parent, where that is what it takes
    idle.expect([EXECUTE])
    there = waiting(idle)
    assert pid(ask(idle)) == there


def test_one_that_waits_is_isolated_like_any_other(idle):
    idle.expect([EXECUTE])
    held = "import os; emit({'held': sorted(os.listdir('/proc/self/fd'))})"
    assert ask(idle, held).frames == ask(idle, held, hurry=False).frames


@pytest.mark.slow
def test_closing_leaves_nobody_waiting():
    with Workers(jobs=1) as own:
        own.start()
        own.expect([EXECUTE] * 2)
        base = Path(own._parent[0].base)
        workers = until(lambda: [pid for child in children(own.parent_pid) for pid in children(child)])
    assert not base.exists()
    until(lambda: not any(Path(f"/proc/{process}").exists() for process in workers))


@pytest.mark.slow
@pytest.mark.parametrize("name", [info.name for info in catalog().exercises])
def test_what_one_sees_that_has_rehearsed_is_what_a_fresh_one_sees(idle, name):
    info = catalog().exercise(name)
    limits = Limits().stretched(2 * info.time_factor)
    request: dict[str, Any] = {
        "task": "observe", "exercise": name, "source": solutions.reference_source(name),
        "probes": [check.id for check in checks_of(name)], "seed": PUBLISHED_SEED,
        "not_allowed": list(info.not_allowed), "seal": "", "modules": {},
    }  # fmt: skip
    idle.expect([Ahead.of(request, limits)])
    there = waiting(idle)
    with ThreadPoolExecutor(1) as beside:
        one_more = beside.submit(idle.run, request, limits)
        until(lambda: at_rest(there), 60)
        assert processor_seconds(there) > 0.1
        warm, fresh = idle.run(request, limits, hurry=True), one_more.result()
    assert warm.ended == fresh.ended == "finished"
    for one, other in zip(warm.frames, fresh.frames, strict=True):
        assert untimed(one) == untimed(other)
