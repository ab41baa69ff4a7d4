"""Frames are believed when they carry the seal and come in turn; one that does not costs the solution everything."""

from __future__ import annotations

from typing import Any

import pytest

from deepclinic.grading.observing import FORGED, observe
from deepclinic.isolation import Run

LOADED = {"event": "loaded"}


def begin(probe: str) -> dict[str, Any]:
    return {"event": "begin", "probe": probe}


def end(probe: str, value: float = 1.0) -> dict[str, Any]:
    return {"event": "end", "probe": probe, "entries": {"y": value}, "notes": {}, "error": None, "seconds": 0.1}


WHOLE = [LOADED, begin("a"), end("a"), begin("b"), end("b")]


class Answers:
    """Stands for workers that send the given frames, one list for each run."""

    def __init__(self, *runs: list[dict[str, Any]], ended: Any = "finished") -> None:
        self.runs, self.ended, self.seals = list(runs), ended, []

    def run(self, request: dict[str, Any], limits: Any, hurry: bool) -> Run:
        self.seals.append(request["seal"])
        return Run([{"seal": request["seal"], **frame} for frame in self.runs.pop(0)], self.ended)


def observed(workers: Answers):
    return observe(workers, "relu", "", ["a", "b"], 1)  # type: ignore[arg-type]


def test_frames_in_order_are_believed():
    found = observed(Answers(WHOLE))
    assert {name: dict(probe.entries) for name, probe in found.probes.items()} == {"a": {"y": 1.0}, "b": {"y": 1.0}}


@pytest.mark.parametrize(
    "frames",
    {
        "no seal": [LOADED, {**begin("a"), "seal": "guessed"}],
        "nothing loaded": WHOLE[1:],
        "loaded twice": [LOADED, *WHOLE],
        "an end twice": [*WHOLE[:3], end("a", 2.0)],
        "an end before its beginning": [LOADED, end("a")],
        "another one's end": [LOADED, begin("a"), end("b")],
        "out of turn": [LOADED, begin("b"), end("b")],
        "begun twice": [LOADED, begin("a"), begin("a")],
        "unknown": [LOADED, {"event": "points", "points": 10}],
        "one too many": [*WHOLE, begin("c")],
        "after an error while loading": [{"event": "load_error", "error": {"type": "E"}}, LOADED],
    }.values(),
)  # fmt: skip
def test_a_frame_that_the_runner_would_not_send_costs_everything(frames):
    found = observed(Answers(frames))
    assert {name: probe.stopped for name, probe in found.probes.items()} == {"a": FORGED, "b": FORGED}


def test_a_ready_made_feature_counts_at_any_time_and_is_not_taken_back():
    used = {"event": "ready_made", "name": "keras.ops.relu"}
    frames = [LOADED, begin("a"), used, end("a"), begin("b"), end("b")]
    assert observed(Answers(frames)).ready_made == ("keras.ops.relu",)
    assert observed(Answers([*frames, LOADED])).ready_made == ("keras.ops.relu",), "also when what follows is forged"


def test_each_worker_has_a_seal_of_its_own_and_goes_on_where_the_last_one_died():
    workers = Answers(WHOLE[:2], [LOADED, begin("b"), end("b")], ended="killed")
    found = observed(workers)
    assert found.probes["a"].stopped and dict(found.probes["b"].entries) == {"y": 1.0}
    assert len(set(workers.seals)) == 2
