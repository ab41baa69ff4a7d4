"""The main job: a submission goes in, a report comes out."""

from __future__ import annotations

import copy
import secrets
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from deepclinic.course.catalog import ExerciseInfo, catalog
from deepclinic.errors import DeepclinicError
from deepclinic.grading import intake
from deepclinic.grading.expected import PUBLISHED_SEED, ExpectedObservations, misconception_text
from deepclinic.grading.observing import GraderFault, observe
from deepclinic.grading.stages import observe_in_stages, stages
from deepclinic.grading.submissions import Submission, guess_exercise
from deepclinic.grading.verdict import (
    UNFOUND,
    could_not_run,
    nothing_to_grade,
    ready_made,
    rest_to_come,
    weak_isolation,
    whole_exercise,
    worth_a_diagnosis,
)
from deepclinic.isolation import Ahead, Limits, Workers
from deepclinic.judging.check import Check, checks_of
from deepclinic.judging.diagnosis import diagnose
from deepclinic.judging.judge import judge
from deepclinic.judging.observation import Observation
from deepclinic.report.model import Misconception, Report
from deepclinic.text import Text

OnProgress = Callable[[Report], None]

AHEAD = 16
"""Submissions begun for each worker before the first is through: one that takes a minute must not leave the others
idle, and finished reports that wait for it must not fill the memory."""


@dataclass(frozen=True)
class Graded:
    """A report, and what the reader said of the file that it is about; None where it could not be read here."""

    report: Report
    reading: dict[str, Any] | None = None


class Grader:
    """Grades submissions with one seed. A context manager: it holds the parent of workers.

    Args:
        seed: of the probes; None draws a fresh one, so that nobody can prepare for it.
        jobs: how many submissions are observed at once.
        limits: of each worker.
        allow_weak_isolation: go on where the kernel cannot isolate a worker.
        on_first_use: called with (exercise, how many) before known misconceptions are observed for the first time.
        workers: somebody else's, to be used and not closed; None for own ones.
    """

    def __init__(
        self,
        seed: int | None = None,
        jobs: int = 1,
        limits: Limits | None = None,
        allow_weak_isolation: bool = False,
        on_first_use: Callable[[str, int], None] | None = None,
        workers: Workers | None = None,
    ) -> None:
        self.seed = secrets.randbelow(2**31) if seed is None else seed
        self.jobs = jobs
        self.limits = limits or Limits()
        # At least two: one for the submission, one for the reference beside it.
        self.workers = workers or Workers(jobs=max(jobs, 2), allow_weak_isolation=allow_weak_isolation)
        self._mine = workers is None
        self.expected = ExpectedObservations(self.workers, on_first_use)

    def __enter__(self) -> Grader:
        self.workers.__enter__()
        self.workers.launch()
        return self

    def __exit__(self, *error: Any) -> None:
        if self._mine:
            self.workers.__exit__(*error)

    def with_seed(self, seed: int) -> Grader:
        """A grader with another seed; it shares workers and observations with this one, while this one is open."""
        other = copy.copy(self)
        other.seed = seed
        return other

    def expect(self, exercise: ExerciseInfo) -> None:
        """Have workers waiting for a solution of this exercise, for the next call of `grade` with `on_progress`.

        Where they cannot be had nothing is said: whoever grades next hears why.
        """
        limits = self.limits.stretched(exercise.time_factor)
        with suppress(DeepclinicError, GraderFault):
            parts = stages(checks_of(exercise.name), self.expected.reference(exercise, self.seed))
            observers = [Ahead("observe", exercise.name, exercise.not_allowed, limits)] * sum(map(len, parts))
            self.workers.expect([Ahead("read"), *observers])

    def grade_all(self, submissions: Sequence[Submission]) -> Iterator[list[Report]]:
        """Grade many; yields each submission's reports in the order given, as they become ready."""
        waiting = iter(submissions)
        with ThreadPoolExecutor(self.jobs) as pool:
            begun = deque(pool.submit(self.grade, submission) for submission in islice(waiting, AHEAD * self.jobs))
            try:
                while begun:
                    found = begun.popleft().result()
                    begun.extend(pool.submit(self.grade, submission) for submission in islice(waiting, 1))
                    yield found
            finally:
                for future in begun:
                    future.cancel()

    def grade(self, submission: Submission, on_progress: OnProgress | None = None) -> list[Report]:
        """Grade every exercise found in one file; one report each, or one that says why there is nothing to grade.

        With `on_progress` a solution is observed in stages, and each report is told once with the training curves
        still `waiting`; a misconception is named only where that takes no time, see `ExpectedObservations.get_ready`.
        """
        wanted = [catalog().exercise(name) for name in submission.exercises] or list(catalog().exercises)
        names = submission.exercises or (guess_exercise(submission.path),)
        try:
            file = intake.load(submission.path, submission.own_folder)
            found = intake.found_in(intake.read(self.workers, file, wanted, bool(on_progress)), file.helpers)
        except intake.Unreadable as error:
            return [nothing_to_grade(submission, name, error.reason, self.seed) for name in names]
        except GraderFault as fault:
            return [could_not_run(submission, name, fault, self.seed) for name in names]
        reports = [self.grade_solution(submission, solution, on_progress) for solution in found.solutions]
        asked = submission.exercises or (() if reports else names)
        graded = {report.exercise for report in reports}
        reports += [
            nothing_to_grade(submission, name, found.missing.get(name, UNFOUND), self.seed)
            for name in asked
            if name not in graded
        ]
        return reports

    def grade_file(self, submission: Submission, file: intake.HandedIn, exercise: str) -> Graded:
        """Grade one exercise of a file that was taken before, and tell what was read in it."""
        try:
            reading = intake.read(self.workers, file, [catalog().exercise(exercise)])
        except GraderFault as fault:
            return Graded(could_not_run(submission, exercise, fault, self.seed))
        try:
            found = intake.found_in(reading, file.helpers)
        except intake.Unreadable as error:
            return Graded(nothing_to_grade(submission, exercise, error.reason, self.seed), reading)
        if not found.solutions:
            reason = found.missing.get(exercise, UNFOUND)
            return Graded(nothing_to_grade(submission, exercise, reason, self.seed), reading)
        return Graded(self.grade_solution(submission, found.solutions[0]), reading)

    def grade_cells(self, cells: list[dict[str, Any]], exercise: str) -> Report:
        """Grade one exercise from notebook cells that were run, in that order."""
        submission = Submission(Path("notebook"), exercises=(exercise,))
        try:
            found = intake.read_cells(self.workers, cells, [catalog().exercise(exercise)])
        except intake.Unreadable as error:
            return nothing_to_grade(submission, exercise, error.reason, self.seed)
        except GraderFault as fault:
            return could_not_run(submission, exercise, fault, self.seed)
        if not found.solutions:
            reason = found.missing.get(
                exercise, Text("Run the cell of your solution first.", "먼저 풀이 셀을 실행하세요.")
            )
            return nothing_to_grade(submission, exercise, reason, self.seed)
        return self.grade_solution(submission, found.solutions[0])

    def grade_solution(
        self, submission: Submission, solution: intake.Solution, on_progress: OnProgress | None = None
    ) -> Report:
        """Observe one solution, judge it, and name the misconception where one explains it all."""
        try:
            return self._grade_solution(submission, solution, on_progress)
        except GraderFault as fault:
            return could_not_run(submission, solution.exercise, fault, self.seed)
        except DeepclinicError:
            raise
        except Exception as error:  # whatever is wrong with the grader, one report must not cost the others
            return could_not_run(submission, solution.exercise, f"{type(error).__name__}: {error}", self.seed)

    def _grade_solution(
        self, submission: Submission, solution: intake.Solution, on_progress: OnProgress | None
    ) -> Report:
        started = time.perf_counter()
        exercise = catalog().exercise(solution.exercise)
        checks = checks_of(exercise.name)

        def reported(yours: Observation, expected: Observation) -> Report:
            report = Report(
                submission=submission.name,
                exercise=exercise.name,
                outcome="graded",
                max_points=sum(check.points for check in checks),
                checks=judge(checks, yours, expected),
                student=submission.student,
                not_from_scratch=ready_made(solution.ready_made, yours.ready_made),
                notes=(*solution.notes, *weak_isolation(self.workers)),
                seed=self.seed,
                solution=solution.source,
                seconds=time.perf_counter() - started,
            )
            return replace(report, **whole_exercise(report, yours))

        if on_progress:
            expected = self.expected.reference(exercise, self.seed)
            yours = observe_in_stages(
                lambda probes: self._observe(exercise, solution, self.seed, probes, hurry=True), checks, expected,
                lambda values: on_progress(rest_to_come(reported(values, expected), values)),
            )  # fmt: skip
        else:
            with ThreadPoolExecutor(1) as beside:
                reference = beside.submit(self.expected.reference, exercise, self.seed)
                yours = self._kept(exercise, solution) if self.seed == PUBLISHED_SEED else None
                yours = yours or self._observe(exercise, solution, self.seed, [check.id for check in checks])
                expected = reference.result()
        report = reported(yours, expected)
        # Who waits for a verdict does not wait for all misconceptions to be observed for the first time.
        if worth_a_diagnosis(report) and (on_progress is None or self.expected.is_ready(exercise)):
            report = replace(report, misconception=self._diagnose(exercise, solution, yours, checks))
        return replace(report, seconds=time.perf_counter() - started)

    def _observe(
        self,
        exercise: ExerciseInfo,
        solution: intake.Solution,
        seed: int,
        probes: Sequence[str],
        hurry: bool = False,
    ) -> Observation:
        return observe(
            self.workers, exercise.name, solution.source, probes, seed,
            exercise.not_allowed, solution.modules, self.limits.stretched(exercise.time_factor), hurry,
        )  # fmt: skip

    def _kept(self, exercise: ExerciseInfo, solution: intake.Solution) -> Observation | None:
        """The published seed's observation of a copy of a known wrong solution; None for any other."""
        return None if solution.modules else self.expected.of_copy(exercise, solution.source)

    def _diagnose(
        self, exercise: ExerciseInfo, solution: intake.Solution, yours: Observation, checks: Sequence[Check]
    ) -> Misconception | None:
        known = self.expected.misconceptions(exercise)
        if self.seed != PUBLISHED_SEED:
            copied = self._kept(exercise, solution)
            yours = copied or self._observe(exercise, solution, PUBLISHED_SEED, [check.id for check in checks])
        name = diagnose(checks, yours, known, self.expected.reference(exercise, PUBLISHED_SEED))
        return misconception_text(exercise.name, name) if name else None
