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
from deepclinic.files import write_whole
from deepclinic.grading import storage
from deepclinic.grading.observing import observe
from deepclinic.isolation import Limits, Workers
from deepclinic.isolation.process import settings
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
            return self._loaded(_shipped(exercise.name) / "reference.obs")
        return self._observed(exercise, "reference", solutions.reference_source(exercise.name), seed)

    def misconceptions(self, exercise: ExerciseInfo) -> dict[str, Observation]:
        """Every known misconception's observation with the published seed, by id."""
        if not solutions.has_solutions():
            folder = _shipped(exercise.name) / "misconceptions"
            return {path.stem: self._loaded(path) for path in sorted(folder.glob("*.obs"))}
        wrong = solutions.misconceptions(exercise.name)
        unknown = self._unknown(exercise)
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

    def is_ready(self, exercise: ExerciseInfo) -> bool:
        """True where every misconception of an exercise has been observed already."""
        return not solutions.has_solutions() or not self._unknown(exercise)

    def get_ready(self, exercise: ExerciseInfo, go_on: Callable[[], bool]) -> bool:
        """Have at hand what verdicts on the published seed need, observed one after the other; True when all is.

        `go_on` is asked before each; it may wait for a better moment, and ends this by returning False.
        """
        if not solutions.has_solutions():
            return go_on() and bool(self.misconceptions(exercise))
        wrong = [(w.id, w.source) for w in solutions.misconceptions(exercise.name)]
        for name, source in [("reference", solutions.reference_source(exercise.name)), *wrong]:
            if not go_on():
                return False
            self._observed(exercise, name, source, PUBLISHED_SEED)
        return True

    def ship(self, exercise: ExerciseInfo, folder: Path) -> None:
        """Write what a students' build needs: observations of the published seed, and the misconceptions' texts."""
        storage.save(folder / exercise.name / "reference.obs", self.reference(exercise, PUBLISHED_SEED))
        for name, observation in self.misconceptions(exercise).items():
            storage.save(folder / exercise.name / "misconceptions" / f"{name}.obs", observation)
        texts = {w.id: asdict(w.misconception) for w in solutions.misconceptions(exercise.name)}
        write_whole(folder / exercise.name / "misconceptions.json", json.dumps(texts, ensure_ascii=False))

    def _unknown(self, exercise: ExerciseInfo) -> list[str]:
        wrong = solutions.misconceptions(exercise.name)
        paths = {w.id: self._path(exercise, w.id, w.source, PUBLISHED_SEED) for w in wrong}
        return [name for name, path in paths.items() if path.name not in self._kept and not path.is_file()]

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

    def _loaded(self, path: Path) -> Observation:
        key = os.fspath(path)
        if key not in self._kept:
            self._kept[key] = storage.load(path)
        return self._kept[key]

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
    """Versions, settings and the probes' own source: an observation made under others is not comparable.

    The probes of other exercises are left out, since no exercise uses another's.
    """
    others = {info.name for info in catalog().exercises} - {exercise}
    files = sorted(path for path in (Path(__file__).parents[1] / "probes").glob("*.py") if path.stem not in others)
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    versions = [f"{name} {importlib.metadata.version(name)}" for name in ("keras", "tensorflow", "numpy")]
    return [*versions, f"format {storage.FORMAT}", digest, *map("=".join, settings().items())]
