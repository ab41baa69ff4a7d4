"""Have a solution observed by workers, and read what comes back as hostile input."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from deepclinic.isolation import Limits, Run, Workers
from deepclinic.judging.observation import Observation, ProbeObservation, StudentError
from deepclinic.text import Text

MAX_DEATHS = 2
"""A worker that dies costs the check it died in; the second death ends the exercise."""

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


def observe(
    workers: Workers,
    exercise: str,
    source: str,
    probes: Sequence[str],
    seed: int,
    not_allowed: Sequence[str] = (),
    modules: Mapping[str, str] | None = None,
    limits: Limits | None = None,
) -> Observation:
    """Run `probes` on `source` in as many workers as it takes; never raises for what the solution does.

    Raises:
        GraderFault: no worker could be set up.
    """
    remaining = list(probes)
    found: dict[str, ProbeObservation] = {}
    ready_made: list[str] = []
    for _ in range(MAX_DEATHS):
        run = workers.run(
            {
                "task": "observe",
                "exercise": exercise,
                "source": source,
                "probes": remaining,
                "seed": seed,
                "not_allowed": list(not_allowed),
                "modules": dict(modules or {}),
            },
            limits=limits or Limits(),
        )
        if run.ended == "fault":
            raise GraderFault(run.detail)
        reading = _Reading(remaining)
        reading.take(run)
        found.update(reading.finished)
        ready_made.extend(reading.ready_made)
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
    """Reads frames in order. Anything that is not what the runner emits is passed over."""

    def __init__(self, probes: Sequence[str]) -> None:
        self.expected = set(probes)
        self.finished: dict[str, ProbeObservation] = {}
        self.ready_made: list[str] = []
        self.open: str | None = None
        self.loaded = False
        self.load_error: StudentError | None = None

    def take(self, run: Run) -> None:
        for frame in run.frames:
            event = frame.get("event")
            if event == "loaded":
                self.loaded = True
            elif event == "load_error":
                self.load_error = _error(frame.get("error"))
            elif event == "begin" and frame.get("probe") in self.expected:
                self.open = frame["probe"]
            elif event == "end" and self.open is not None and frame.get("probe") == self.open:
                self.finished.setdefault(self.open, _observation(frame))
                names = frame.get("ready_made")
                if isinstance(names, list):
                    self.ready_made.extend(name for name in names if isinstance(name, str))
                self.open = None


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
        kind if isinstance(kind, str) else "Exception",
        message if isinstance(message, str) else "",
        traceback if isinstance(traceback, str) else "",
        full if isinstance(full, str) else "",
    )


def _reason(run: Run) -> Text:
    return STOPPED.get(run.ended, STOPPED["killed"]).format(detail=run.detail)
