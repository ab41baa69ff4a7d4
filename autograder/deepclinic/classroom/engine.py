"""One grader for all notebooks that an nbgrader process grades: started when first needed, closed at exit.

nbgrader converts one notebook after the other. While it does, the notebooks that come next are already being graded on
the other processors.
"""

from __future__ import annotations

import atexit
import os
import threading
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from deepclinic.classroom.seed import seed_of
from deepclinic.course.catalog import catalog
from deepclinic.errors import DeepclinicError
from deepclinic.grading import Grader, Submission, intake
from deepclinic.grading.intake import HandedIn
from deepclinic.grading.selftest import make_sure
from deepclinic.grading.verdict import NOT_HANDED_IN, could_not_run, nothing_to_grade
from deepclinic.grading.verdicts import Verdicts
from deepclinic.isolation import Limits
from deepclinic.report.model import Report
from deepclinic.text import Text

FirstUse = Callable[[str, int], None]
"""Called with an exercise and a number, before that many known misconceptions are observed once and for all."""

IDLE_SECONDS = 600.0
"""An engine that was not asked for so long is closed; the next question starts a new one."""


@dataclass(frozen=True)
class Job:
    """One exercise of one file; `path` is None where a student handed in nothing for it."""

    path: Path | None
    exercise: str
    student: str
    notes: tuple[Text, ...] = field(default=(), compare=False)
    """What is to be said of how the file was found."""
    notebook: str = field(default="", compare=False)
    """The released notebook in which the exercise stands; empty where it has the exercise's name."""

    @property
    def submission(self) -> Submission:
        """What the grader is to call it."""
        path = self.path or Path(f"{self.notebook or self.exercise}.ipynb")
        return Submission(path, self.student, (self.exercise,), own_folder=True, label=path.name)


@dataclass(frozen=True)
class Settings:
    """How an assignment is graded; `folder` is where its seed and its verdicts are kept.

    `seed` None means the assignment's own, `jobs` 0 one per processor, `wall_seconds` None the usual limits.
    """

    folder: Path
    seed: int | None = None
    jobs: int = 0
    wall_seconds: float | None = None
    allow_weak_isolation: bool = False
    group: bool = False

    @property
    def limits(self) -> Limits:
        """Limits of each worker."""
        return Limits() if self.wall_seconds is None else Limits(wall_seconds=self.wall_seconds)

    def verdicts(self) -> Verdicts:
        """The assignment's kept verdicts; `DeepclinicError` where its seed cannot be kept."""
        seed = seed_of(self.folder, self.group) if self.seed is None else self.seed
        return Verdicts(self.folder, seed, self.limits, self.group)


class Engine:
    """Grades jobs, some of them ahead of time. What is kept is picked up; workers are started for the rest alone."""

    def __init__(self, settings: Settings, on_first_use: FirstUse | None = None) -> None:
        self.verdicts = settings.verdicts()
        self.jobs = settings.jobs or _processors()
        # Started by `make_ready`.
        self._grader = Grader(
            self.verdicts.seed, self.jobs, settings.limits, settings.allow_weak_isolation, on_first_use
        )
        self._pool = ThreadPoolExecutor(self.jobs, thread_name_prefix="deepclinic")
        self._ahead: dict[tuple[Job, int], Future[Report]] = {}
        self._idle: threading.Timer | None = None
        self._testing = threading.Lock()
        self._tested: set[str] = set()

    def knows(self, job: Job) -> bool:
        """Whether nothing has to be observed to grade this job."""
        file = _load(job)
        return isinstance(file, Text) or self.verdicts.find(job.submission, file, job.exercise) is not None

    def make_ready(self, exercises: Iterable[str]) -> None:
        """Start the workers, and make sure that the references of these exercises pass.

        Raises:
            ReferenceFailed: one does not.
            DeepclinicError: this machine cannot run or cannot isolate its workers.
        """
        with self._testing:
            untested = sorted(set(exercises) - self._tested)
            if untested:
                self._grader.workers.start()
                make_sure(self._grader, untested)
                self._tested.update(untested)

    def ahead(self, jobs: Iterable[Job]) -> None:
        """Begin to grade what will be asked for soon."""
        for job in jobs:
            key = (job, _version(job.path))
            if key not in self._ahead:
                self._ahead[key] = self._pool.submit(self._grade, job)

    def grade(self, job: Job) -> Report:
        """Grade a job. Never raises for what was handed in, nor for a fault of the grader's own."""
        begun = self._ahead.pop((job, _version(job.path)), None)
        try:
            return begun.result() if begun else self._grade(job)
        except BaseException:  # interrupted: what was begun ahead must not hold up the end
            for future in self._ahead.values():
                future.cancel()
            raise
        finally:
            self._rest()

    def close(self) -> None:
        """Stop the workers; what was begun ahead and not asked for is dropped."""
        self.wake()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._grader.__exit__(None, None, None)

    def wake(self) -> None:
        """Somebody is about to ask: do not close."""
        if self._idle:
            self._idle.cancel()
            self._idle = None

    @property
    def resting(self) -> bool:
        """Whether the time until it closes is running."""
        return self._idle is not None

    def _rest(self) -> None:
        self._idle = threading.Timer(IDLE_SECONDS, _close_idle, (self,))
        self._idle.daemon = True
        self._idle.start()

    def _grade(self, job: Job) -> Report:
        submission, seed = job.submission, self.verdicts.seed
        file = _load(job)
        if isinstance(file, Text):
            return nothing_to_grade(submission, job.exercise, file, seed)
        try:
            found = self.verdicts.find(submission, file, job.exercise)
            if found is None:
                self.make_ready([job.exercise])
                graded = self._grader.grade_file(submission, file, job.exercise)
                found = graded.report
                self.verdicts.keep(file, graded)
            return found
        except Exception as error:
            return could_not_run(submission, job.exercise, f"{type(error).__name__}: {error}", seed)


def _load(job: Job) -> HandedIn | Text:
    """The file of a job, or why there is none to be read."""
    try:
        return NOT_HANDED_IN if job.path is None else intake.load(job.path, with_helpers=True)
    except intake.Unreadable as error:
        return error.reason
    except DeepclinicError as error:  # it was there a moment ago
        return error.text


_lock = threading.Lock()
_engines: dict[Settings, Engine] = {}


def shared_engine(settings: Settings, on_first_use: FirstUse | None = None) -> Engine:
    """The process's engine for these settings; `on_first_use` is called by the one that this call starts.

    Raises:
        DeepclinicError: the assignment's seed cannot be kept.
    """
    with _lock:
        found = _engines.get(settings)
        if found is None:
            for resting in [engine for engine in _engines.values() if engine.resting]:
                _drop(resting)
            found = _engines[settings] = Engine(settings, on_first_use)
        found.wake()
        return found


def _close_idle(engine: Engine) -> None:
    """Formgrader grades inside a server that runs for weeks: the memory of idle workers is given back."""
    with _lock:
        if engine in _engines.values() and engine.resting:
            _drop(engine)


def _drop(engine: Engine) -> None:
    for settings in [settings for settings, other in _engines.items() if other is engine]:
        del _engines[settings]
    engine.close()


@atexit.register
def close_engines() -> None:
    """Stop every engine of this process."""
    with _lock:
        engines = list(_engines.values())
        _engines.clear()
    for engine in engines:
        engine.close()


def exercise_of(grade_id: str) -> str | None:
    """The exercise that a test cell checks, by its id `<exercise>-check`; None for an instructor's own cell."""
    name = grade_id.removesuffix("-check")
    known = name != grade_id and any(info.name == name for info in catalog().exercises)
    return name if known else None


def _processors() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _version(path: Path | None) -> int:
    try:
        return path.lstat().st_mtime_ns if path else 0
    except OSError:
        return 0
