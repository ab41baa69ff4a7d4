"""A batch of files goes in as bytes, the verdicts come out as bytes: what an executor needs, here or elsewhere.

Both are plain data in formats of our own (`isolation.codec`, JSON). Whatever carries them, nothing of a student's is
ever unpickled: of what an executor has to pickle there is the name of `grade_batch` and a string of bytes.
"""

from __future__ import annotations

import atexit
import json
import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deepclinic.errors import DeepclinicError
from deepclinic.grading.grader import Graded, Grader
from deepclinic.grading.intake import HandedIn
from deepclinic.grading.selftest import make_sure
from deepclinic.grading.submissions import Submission
from deepclinic.isolation import Limits, Workers, codec
from deepclinic.report import stored

_LIMITS = codec.FrameLimits(frame_bytes=2**31 - 1)
Conditions = tuple[int, tuple[tuple[str, float], ...]]


@dataclass(frozen=True)
class Batch:
    """Exercises of files to grade, all under the same conditions. Who handed them in is not told."""

    seed: int
    limits: Limits
    allow_weak_isolation: bool
    self_test: tuple[str, ...]
    """Exercises whose references must earn full marks in the process that grades, before it grades anything."""
    files: tuple[tuple[str, HandedIn], ...]
    """Exercise and file."""

    def to_bytes(self) -> bytes:
        """Encode it; `NotPlainData` where a file is larger than any can be."""
        files = [
            {"exercise": name, "data": file.data, "kind": file.kind, "helpers": dict(file.helpers)}
            for name, file in self.files
        ]
        fields = {
            "seed": self.seed,
            "limits": self.limits.as_dict(),
            "weak": self.allow_weak_isolation,
            "self_test": list(self.self_test),
            "files": files,
        }
        return codec.encode(fields, _LIMITS)

    @classmethod
    def from_bytes(cls, data: bytes) -> Batch:
        """Decode it."""
        fields = codec.decode(data, _LIMITS)
        files = tuple((f["exercise"], HandedIn(f["data"], f["kind"], f["helpers"])) for f in fields["files"])
        return cls(fields["seed"], Limits(**fields["limits"]), fields["weak"], tuple(fields["self_test"]), files)


class BatchGrader:
    """Grades batches with one parent of workers, from as many threads as one likes. A context manager."""

    def __init__(self, on_first_use: Callable[[str, int], None] | None = None) -> None:
        self._on_first_use = on_first_use
        self._lock = threading.Lock()
        self._testing = threading.Lock()
        self._workers: dict[bool, Workers] = {}
        self._graders: dict[Conditions, Grader] = {}
        self._tested: set[tuple[Conditions, str]] = set()

    def __enter__(self) -> BatchGrader:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __call__(self, request: bytes) -> bytes:
        """Grade an encoded batch; the answer is for `verdicts_in`. Never raises for what was handed in."""
        batch = Batch.from_bytes(request)
        conditions = batch.seed, tuple(batch.limits.as_dict().items())
        try:
            grader = self._grader(batch, conditions)
            with self._testing:
                untested = [name for name in batch.self_test if (conditions, name) not in self._tested]
                make_sure(grader, untested)
                self._tested |= {(conditions, name) for name in untested}
        except DeepclinicError as error:
            return json.dumps({"refused": [str(error), error.exit_status]}).encode()
        found = [
            grader.grade_file(Submission(Path(f"{name}.{file.kind}")), file, name) for name, file in batch.files
        ]
        return json.dumps({"graded": [[stored.to_dict(g.report), g.reading] for g in found]}).encode()

    def close(self) -> None:
        """End the workers; what is being graded comes to nothing."""
        for workers in self._workers.values():
            workers.close()

    def _grader(self, batch: Batch, conditions: Conditions) -> Grader:
        with self._lock:
            weak = batch.allow_weak_isolation
            if weak not in self._workers:
                self._workers[weak] = Workers(allow_weak_isolation=weak, jobs=max(2, os.cpu_count() or 1))
            workers = self._workers[weak]
            if conditions not in self._graders:
                self._graders.clear()  # observations of a seed that is over are not needed any more
                self._graders[conditions] = Grader(
                    batch.seed, 1, batch.limits, weak, self._on_first_use, workers=workers
                )
            grader = self._graders[conditions]
        workers.start()
        return grader


class Refused(DeepclinicError):
    """Where the batch was to be graded nothing can be graded, for a reason that holds for all batches."""

    def __init__(self, message: str, exit_status: int) -> None:
        super().__init__(message)
        self.exit_status = exit_status


def verdicts_in(answer: bytes) -> Sequence[Graded]:
    """What a batch has come to, in its order.

    Raises:
        Refused: the references do not pass there, or workers cannot be isolated.
    """
    fields: dict[str, Any] = json.loads(answer)
    if "refused" in fields:
        raise Refused(*fields["refused"])
    return [Graded(stored.from_dict(report), reading) for report, reading in fields["graded"]]


_here = BatchGrader()
atexit.register(_here.close)


def grade_batch(request: bytes) -> bytes:
    """Grade an encoded batch in this process, with workers that stay for the batches to come."""
    return _here(request)
