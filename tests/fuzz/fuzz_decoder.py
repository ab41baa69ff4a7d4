"""Fuzz the decoder of frames, and the judge behind it, guided by coverage. Run by hand, not by pytest:

    pip install -e '.[fuzz]'
    python tests/fuzz/fuzz_decoder.py -max_total_time=300

Every input is fed whole and in pieces. Anything but frames, `Malformed` or `TooMuchOutput` is a finding; so is a frame
that does not encode to itself, or that earns points. libFuzzer prints the number of executions at the end.
"""

from __future__ import annotations

import sys

import atheris
import numpy as np

with atheris.instrument_imports(include=["deepclinic", "json"]):
    from deepclinic.grading.observing import observe
    from deepclinic.isolation import Run, codec
    from deepclinic.judging.check import Check
    from deepclinic.judging.judge import judge
    from deepclinic.judging.observation import Observation, ProbeObservation
    from deepclinic.text import Text

LIMITS = codec.FrameLimits(frame_bytes=2**16, header_bytes=2**14, values=2000, depth=8, string=4000)
ENTRIES = {"y": np.arange(6, dtype="float32").reshape(2, 3), "kind": "ValueError", "counts": [1, 2, 3], "x = 1": 0.5}
CHECKS = [Check("first", Text("a", "b"), 2, (Text("1"), Text("2"), Text("3")), says={"x = *": Text("at {}", "{}")})]
EXPECTED = Observation({"first": ProbeObservation({**ENTRIES, "secret": np.pi})})
"""The secret is in no seed, and nothing makes one up: no input may pass."""


class Sent:
    """Stands for workers that send the frames that were decoded."""

    def __init__(self, frames: list) -> None:
        self.frames = frames

    def run(self, *_: object, **__: object) -> Run:
        return Run(self.frames, "finished")


def frames_in(data: bytes, cut: int) -> tuple[list, str]:
    decoder, frames = codec.Decoder(2**17, LIMITS), []
    try:
        for at in range(0, len(data), cut):
            frames.extend(decoder.feed(data[at : at + cut]))
    except (codec.Malformed, codec.TooMuchOutput) as error:
        return frames, type(error).__name__
    return frames, ""


def one(data: bytes) -> None:
    frames, problem = frames_in(data, max(len(data), 1))
    pieces, again = frames_in(data, 7)
    assert len(pieces) == len(frames) and again == problem
    for frame in frames:
        encoded = codec.encode(frame)
        assert codec.encode(codec.decode(encoded)) == encoded
    results = judge(CHECKS, observe(Sent(frames), "e", "", ["first"], 1), EXPECTED)  # type: ignore[arg-type]
    assert all(result.points == 0 for result in results)


def seeds(folder: str) -> None:
    """Write what a worker really sends, so that the fuzzer starts there."""
    end = {"event": "end", "probe": "first", "entries": ENTRIES, "notes": {}, "error": None, "seconds": 0.1}
    frames = [{"event": "loaded"}, {"event": "begin", "probe": "first"}, {**end, "ready_made": ["Dense"]}]
    with open(f"{folder}/whole", "wb") as file:
        file.write(b"".join(map(codec.encode, frames)))
    for number, value in enumerate([None, True, -1.5, 10**20, "한", b"\0", [[]], {"k": {}}, np.zeros((0, 2), "bool")]):
        with open(f"{folder}/{number}", "wb") as file:
            file.write(codec.encode({"event": value}))


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as corpus:
        seeds(corpus)
        atheris.Setup([*sys.argv, corpus], one)
        atheris.Fuzz()
