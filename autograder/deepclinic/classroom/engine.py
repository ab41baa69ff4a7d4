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
from dataclasses import dataclass
from pathlib import Path

from deepclinic.course.catalog import catalog
from deepclinic.errors import DeepclinicError
from deepclinic.grading import Grader, Submission
from deepclinic.isolation import Limits
from deepclinic.judging.check import checks_of
from deepclinic.report.model import CheckResult, Report, ReportOutcome
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


@dataclass(frozen=True)
class Settings:
    """What a grader is started with; see `deepclinic.grading.Grader`."""

    seed: int | None = None
    jobs: int = 0
    wall_seconds: float | None = None
    allow_weak_isolation: bool = False

    def start(self, on_first_use: FirstUse | None = None) -> Grader:
        """Start a grader; `jobs` 0 means one per processor, `on_first_use` is the grader's.

        Raises:
            DeepclinicError: this machine cannot run or cannot isolate its workers.
        """
        limits = Limits() if self.wall_seconds is None else Limits(wall_seconds=self.wall_seconds)
        grader = Grader(self.seed, self.jobs or _processors(), limits, self.allow_weak_isolation, on_first_use)
        try:
            grader.workers.start()
        except BaseException:
            grader.__exit__(None, None, None)
            raise
        return grader


class Engine:
    """Grades jobs, some of them ahead of time. One seed serves a whole class, so that all are asked the same."""

    def __init__(self, settings: Settings, on_first_use: FirstUse | None = None) -> None:
        self.grader = settings.start(on_first_use)
        self._pool = ThreadPoolExecutor(self.grader.jobs, thread_name_prefix="deepclinic")
        self._ahead: dict[tuple[Job, int], Future[Report]] = {}
        self._idle: threading.Timer | None = None

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
        self.grader.__exit__(None, None, None)

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
        if job.path is None:
            return nothing(job, "unreadable", Text("Not handed in.", "제출되지 않았습니다."), self.grader.seed)
        try:
            submission = Submission(job.path, job.student, (job.exercise,), own_folder=True, label=job.path.name)
            return next(report for report in self.grader.grade(submission) if report.exercise == job.exercise)
        except Exception as error:
            reason = Text(
                f"The grader failed ({type(error).__name__}: {error}). No points are taken; a person will look.",
                f"채점기에 문제가 생겼습니다 ({type(error).__name__}: {error}). 감점은 없으며 사람이 확인합니다.",
            )
            return nothing(job, "grader_fault", reason, self.grader.seed)


_lock = threading.Lock()
_engines: dict[Settings, Engine | DeepclinicError] = {}


def shared_engine(settings: Settings, on_first_use: FirstUse | None = None) -> Engine:
    """The process's engine for these settings; `on_first_use` is called by the one that this call starts.

    Raises:
        DeepclinicError: it cannot be started on this machine; what failed once is not tried again.
    """
    with _lock:
        found = _engines.get(settings)
        if isinstance(found, Engine):
            found.wake()
            return found
        if found is None:
            try:
                found = _engines[settings] = Engine(settings, on_first_use)
                return found
            except DeepclinicError as error:
                found = _engines[settings] = error
        raise found


def _close_idle(engine: Engine) -> None:
    """Formgrader grades inside a server that runs for weeks: the memory of idle workers is given back."""
    with _lock:
        mine = [settings for settings, other in _engines.items() if other is engine]
        if not mine or not engine.resting:
            return
        del _engines[mine[0]]
    engine.close()


@atexit.register
def close_engines() -> None:
    """Stop every engine of this process."""
    with _lock:
        engines = list(_engines.values())
        _engines.clear()
    for engine in engines:
        if isinstance(engine, Engine):
            engine.close()


def nothing(job: Job, outcome: ReportOutcome, reason: Text, seed: int) -> Report:
    """A report in which no check was run."""
    checks = checks_of(job.exercise)
    kind = "grader_fault" if outcome == "grader_fault" else "not_attempted"
    return Report(
        submission=job.path.name if job.path else f"{job.exercise}.ipynb",
        exercise=job.exercise,
        outcome=outcome,
        max_points=sum(check.points for check in checks),
        checks=tuple(CheckResult(c.id, c.title, kind, 0.0, c.points, reason, hints=c.hints) for c in checks),
        student=job.student,
        reason=reason,
        seed=seed,
    )


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
