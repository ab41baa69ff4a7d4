"""Expected observations: what the reference and the known misconceptions show under the same probes.

With the solutions at hand they are observed once and kept on disk under a hash of everything that they depend on. A
build for students carries those of the published seed as data.
"""

from __future__ import annotations

import functools
import hashlib
import importlib.metadata
import json
import os
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict
from pathlib import Path

import platformdirs

from deepclinic import paths
from deepclinic.course import solutions
from deepclinic.course.catalog import ExerciseInfo, catalog
from deepclinic.errors import DeepclinicError
from deepclinic.grading import storage
from deepclinic.grading.observing import observe
from deepclinic.isolation import Limits, Workers
from deepclinic.judging.check import checks_of
from deepclinic.judging.observation import Observation
from deepclinic.report.model import Misconception
from deepclinic.text import Text

PUBLISHED_SEED = 1
"""The seed of a student's own check, and of the observations by which misconceptions are recognised."""


def cache_dir() -> Path:
    """Folder of kept observations: `$DEEPCLINIC_CACHE`, else the user's cache folder."""
    return Path(os.environ.get("DEEPCLINIC_CACHE") or platformdirs.user_cache_dir("deepclinic"))


class ExpectedObservations:
    """Gives the reference's and the misconceptions' observations; observes what is not kept yet.

    Thread-safe: two threads that ask for the same observation wait for one run.
    """

    def __init__(self, workers: Workers, on_first_use: Callable[[str, int], None] | None = None) -> None:
        self._workers = workers
        self._on_first_use = on_first_use
        self._kept: dict[str, Observation] = {}
        self._locks: dict[str, threading.Lock] = {}
        self._guard = threading.Lock()

    def reference(self, exercise: ExerciseInfo, seed: int) -> Observation:
        """The reference's observation with `seed`. A students' build knows the published seed only."""
        if not solutions.has_solutions():
            if seed != PUBLISHED_SEED:
                raise DeepclinicError(
                    "This build of deepclinic carries no solutions, so it can check with the published seed only "
                    f"(--seed {PUBLISHED_SEED}); grade with the instructors' build."
                )
            return storage.load(_shipped(exercise.name) / "reference.obs")
        return self._observed(exercise, "reference", solutions.reference_source(exercise.name), seed)

    def misconceptions(self, exercise: ExerciseInfo) -> dict[str, Observation]:
        """Every known misconception's observation with the published seed, by id."""
        if not solutions.has_solutions():
            folder = _shipped(exercise.name) / "misconceptions"
            return {path.stem: storage.load(path) for path in sorted(folder.glob("*.obs"))}
        wrong = solutions.misconceptions(exercise.name)
        unknown = [w for w in wrong if not self._path(exercise, w.id, w.source, PUBLISHED_SEED).is_file()]
        if unknown and self._on_first_use:
            self._on_first_use(exercise.name, len(unknown))
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            found = pool.map(lambda w: self._observed(exercise, w.id, w.source, PUBLISHED_SEED), wrong)
            return dict(zip([w.id for w in wrong], found, strict=True))

    def of_copy(self, exercise: ExerciseInfo, source: str) -> Observation | None:
        """The published seed's observation of a solution that is, letter by letter, a known wrong one; else None."""
        if not solutions.has_solutions():
            return None
        wrong = next((w for w in solutions.misconceptions(exercise.name) if w.source == source), None)
        return self._observed(exercise, wrong.id, source, PUBLISHED_SEED) if wrong else None

    def ship(self, exercise: ExerciseInfo, folder: Path) -> None:
        """Write what a students' build needs: observations of the published seed, and the misconceptions' texts."""
        storage.save(folder / exercise.name / "reference.obs", self.reference(exercise, PUBLISHED_SEED))
        for name, observation in self.misconceptions(exercise).items():
            storage.save(folder / exercise.name / "misconceptions" / f"{name}.obs", observation)
        texts = {w.id: asdict(w.misconception) for w in solutions.misconceptions(exercise.name)}
        (folder / exercise.name / "misconceptions.json").write_text(json.dumps(texts, ensure_ascii=False), "utf-8")

    def _observed(self, exercise: ExerciseInfo, name: str, source: str, seed: int) -> Observation:
        path = self._path(exercise, name, source, seed)
        with self._guard:
            lock = self._locks.setdefault(path.name, threading.Lock())
        with lock:
            if path.name not in self._kept:
                kept = storage.load_if_readable(path)
                if kept is None:
                    kept = observe(
                        self._workers, exercise.name, source, [c.id for c in checks_of(exercise.name)], seed,
                        exercise.not_allowed, limits=Limits().stretched(exercise.time_factor),
                    )  # fmt: skip
                    if name == "reference" and not _is_sound(kept):
                        return kept  # the machine was too busy, or something broke: nothing to keep for the next
                    if not any(probe.stopped for probe in kept.probes.values()):
                        storage.save_if_possible(path, kept)
                self._kept[path.name] = kept
            return self._kept[path.name]

    def _path(self, exercise: ExerciseInfo, name: str, source: str, seed: int) -> Path:
        probes = [check.id for check in checks_of(exercise.name)]
        facts = [source, seed, name, exercise.name, probes, exercise.not_allowed, environment(exercise.name)]
        key = hashlib.sha256(json.dumps(facts).encode()).hexdigest()
        return cache_dir() / "observations" / exercise.name / f"{name}-{key[:24]}.obs"


def _is_sound(reference: Observation) -> bool:
    return reference.load_error is None and not any(p.stopped or p.error for p in reference.probes.values())


def misconception_text(exercise: str, name: str) -> Misconception:
    """The sentences of a misconception, also in a students' build."""
    if solutions.has_solutions():
        return next(w.misconception for w in solutions.misconceptions(exercise) if w.id == name)
    fields = json.loads((_shipped(exercise) / "misconceptions.json").read_text("utf-8"))[name]
    return Misconception(fields["id"], Text(**fields["what"]), Text(**fields["try_"]))


def _shipped(exercise: str) -> Path:
    root = paths.expected_root()
    if root is None or not (root / exercise).is_dir():
        raise DeepclinicError(f"This build of deepclinic carries no expected observations for {exercise!r}.")
    return root / exercise


@functools.cache
def environment(exercise: str) -> list[str]:
    """Versions and the probes' own source: an observation made under others is not comparable.

    The probes of other exercises are left out, since no exercise uses another's.
    """
    others = {info.name for info in catalog().exercises} - {exercise}
    files = sorted(path for path in (Path(__file__).parents[1] / "probes").glob("*.py") if path.stem not in others)
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    versions = [f"{name} {importlib.metadata.version(name)}" for name in ("keras", "tensorflow", "numpy")]
    return [*versions, f"format {storage.FORMAT}", digest]
