"""Have a solution observed by workers, and read what comes back as hostile input."""

from __future__ import annotations

import re
import secrets
from collections.abc import Mapping, Sequence
from typing import Any

from deepclinic.isolation import Limits, Run, Workers
from deepclinic.judging.observation import Observation, ProbeObservation, StudentError
from deepclinic.text import Text

MAX_DEATHS = 2
"""A worker that dies costs the check it died in; the second death ends the exercise."""

MAX_NAME, MAX_NAMES = 200, 20
"""Characters of a name, and number of ready-made features, that are kept of what a worker says."""
MAX_ERROR = 4000
"""Characters of an error's message or traceback that are kept."""

STOPPED = {
    "wall_time": Text(
        "it ran longer than the time limit ({detail}); look for a loop that does not end",
        "제한 시간을 넘겼습니다 ({detail}). 끝나지 않는 반복이 있는지 살펴보세요",
    ),
    "cpu_time": Text("it used more processor time than allowed ({detail})", "허용된 CPU 시간을 넘겼습니다 ({detail})"),
    "memory": Text(
        "it used more memory than allowed ({detail}); look for something that grows without end",
        "허용된 메모리를 넘겼습니다 ({detail}). 끝없이 커지는 것이 있는지 살펴보세요",
    ),
    "output": Text("it wrote more than allowed ({detail})", "허용된 출력량을 넘겼습니다 ({detail})"),
    "killed": Text("the process ended in the middle ({detail})", "실행 중에 프로세스가 끝났습니다 ({detail})"),
    "malformed": Text("what came back could not be read ({detail})", "돌아온 결과를 읽을 수 없습니다 ({detail})"),
    "finished": Text("the process ended without an observation", "관찰 결과 없이 프로세스가 끝났습니다"),
}
FORGED = Text("something was sent in the name of the grader", "채점기의 이름으로 무언가가 전송되었습니다")


def observe(
    workers: Workers,
    exercise: str,
    source: str,
    probes: Sequence[str],
    seed: int,
    not_allowed: Sequence[str] = (),
    modules: Mapping[str, str] | None = None,
    limits: Limits | None = None,
    hurry: bool = False,
) -> Observation:
    """Run `probes` on `source` in as many workers as it takes; never raises for what the solution does.

    `hurry`: in one that waits for this, where there is one, see `Workers.expect`.

    Raises:
        GraderFault: no worker could be set up.
    """
    remaining = list(probes)
    found: dict[str, ProbeObservation] = {}
    ready_made: list[str] = []
    for _ in range(MAX_DEATHS):
        seal = secrets.token_hex(16)
        run = workers.run(
            {
                "task": "observe",
                "exercise": exercise,
                "source": source,
                "probes": remaining,
                "seed": seed,
                "not_allowed": list(not_allowed),
                "seal": seal,
                "modules": dict(modules or {}),
            },
            limits=limits or Limits(),
            hurry=hurry,
        )
        if run.ended == "fault":
            raise GraderFault(run.detail)
        reading = _Reading(remaining, seal)
        reading.take(run)
        ready_made.extend(reading.ready_made)
        if reading.forged:  # nothing that came from this solution can be believed
            stopped = ProbeObservation(stopped=FORGED)
            return Observation(dict.fromkeys(probes, stopped), None, tuple(dict.fromkeys(ready_made)))
        found.update(reading.finished)
        if reading.load_error:
            return Observation(found, reading.load_error, tuple(ready_made))
        if not reading.loaded:
            return Observation({probe: ProbeObservation(stopped=_reason(run)) for probe in probes})
        if run.ended == "finished" and not reading.open:
            break
        died_in = reading.open or next((probe for probe in remaining if probe not in found), None)
        if died_in is None:
            break
        found[died_in] = ProbeObservation(stopped=_reason(run))
        remaining = [probe for probe in remaining if probe not in found]
        if not remaining:
            break
    return Observation(found, None, tuple(dict.fromkeys(ready_made)))


class GraderFault(Exception):
    """The machine or the grader failed, not the solution: nobody loses points for it."""


class _Reading:
    """Reads frames in order. One that does not carry the seal, or comes out of turn, was not sent by the runner."""

    def __init__(self, probes: Sequence[str], seal: str) -> None:
        self.seal = seal
        self.expected = list(probes)
        self.finished: dict[str, ProbeObservation] = {}
        self.ready_made: list[str] = []
        self.open: str | None = None
        self.loaded = False
        self.load_error: StudentError | None = None
        self.forged = False

    def take(self, run: Run) -> None:
        for frame in run.frames:
            if _text(frame.get("seal")) != self.seal or not self._take(frame):
                self.forged = True
                return

    def _take(self, frame: Mapping[str, Any]) -> bool:
        event, probe = _text(frame.get("event")), _text(frame.get("probe"))
        if event == "ready_made":
            name = _text(frame.get("name"))[:MAX_NAME]
            if name and len(self.ready_made) < MAX_NAMES:
                self.ready_made.append(name)
            return bool(name)
        if self.load_error:
            return False
        if not self.loaded:
            self.loaded = event == "loaded"
            self.load_error = _error(frame.get("error")) if event == "load_error" else None
            return event in ("loaded", "load_error")
        if self.open is None:
            self.open = next(iter(self.expected[len(self.finished) :]), None)
            return event == "begin" and probe == self.open
        if event != "end" or probe != self.open:
            return False
        self.finished[self.open], self.open = _observation(frame), None
        return True


def _observation(frame: Mapping[str, Any]) -> ProbeObservation:
    entries, notes, seconds = frame.get("entries"), frame.get("notes"), frame.get("seconds")
    return ProbeObservation(
        entries if isinstance(entries, dict) else {},
        notes if isinstance(notes, dict) else {},
        _error(frame.get("error")) if frame.get("error") is not None else None,
        None,
        seconds if isinstance(seconds, float) else 0.0,
    )


def _error(error: Any) -> StudentError:
    fields = error if isinstance(error, dict) else {}
    kind, message, traceback = (fields.get(key) for key in ("type", "message", "traceback"))
    full = fields.get("full")
    return StudentError(
        _text(kind, "Exception")[:MAX_NAME], _plain(_text(message)[:MAX_ERROR]), _text(traceback)[:MAX_ERROR],
        _text(full)[:MAX_ERROR],
    )  # fmt: skip


def _plain(message: str) -> str:
    """The message without what TensorFlow adds for its own developers: where in its graph, by which kernel."""
    return re.sub(r"\{\{function_node [^{}\n]*\}\} ?| ?\[Op:\w+\](?: name:[^\S\n]?\S*)?", "", message)


def _text(value: Any, otherwise: str = "") -> str:
    """The value, where it is a string: an array in its place would compare item by item, a list has no hash."""
    return value if isinstance(value, str) else otherwise


def _reason(run: Run) -> Text:
    return STOPPED.get(run.ended, STOPPED["killed"]).format(detail=run.detail)
