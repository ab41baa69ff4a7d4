"""Grade a whole class: what is kept is picked up, the rest goes to an executor in batches and is kept as it arrives."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from dataclasses import dataclass, replace
from itertools import islice

from deepclinic.errors import DeepclinicError
from deepclinic.grading import intake
from deepclinic.grading.batch import Batch, grade_batch, verdicts_in
from deepclinic.grading.grader import Graded
from deepclinic.grading.submissions import Submission
from deepclinic.grading.verdict import NOT_HANDED_IN, could_not_run, nothing_to_grade
from deepclinic.grading.verdicts import Verdicts
from deepclinic.isolation import Limits
from deepclinic.report.model import Report


@dataclass(frozen=True)
class Task:
    """One exercise of one submission; `handed_in` False where there is no file for it."""

    submission: Submission
    exercise: str
    handed_in: bool = True
    place: int = 0
    """For whoever asks for it, to know it again: one student may have two notebooks about one exercise."""


Sent = list[tuple[Task, intake.HandedIn]]


class ClassGrader:
    """Grades tasks; every task gets exactly one report, whatever becomes of the machines that work on them.

    Args:
        verdicts: where verdicts are looked for and kept; its seed is the class's.
        limits: of each worker.
        allow_weak_isolation: go on where a kernel cannot isolate a worker.
        again: grade also what is kept.
    """

    def __init__(
        self, verdicts: Verdicts, limits: Limits, allow_weak_isolation: bool = False, again: bool = False
    ) -> None:
        self.verdicts = verdicts
        self.open: list[Task] = []
        """What is left for `rest`, once `kept` was gone through."""
        self._limits = limits
        self._weak = allow_weak_isolation
        self._again = again

    def kept(self, tasks: Sequence[Task]) -> Iterator[tuple[Task, Report]]:
        """The tasks that need no grading, with their reports; `rest` then gives the others."""
        self.open = []
        for task in tasks:
            report = self._load(task)
            if not isinstance(report, Report):
                report = None if self._again else self.verdicts.find(task.submission, report, task.exercise)
            if report is None:
                self.open.append(task)
            else:
                yield task, report

    def rest(
        self,
        executor: Executor,
        work: Callable[[bytes], bytes] = grade_batch,
        batch_size: int = 1,
        at_once: int = 4,
    ) -> Iterator[tuple[Task, Report]]:
        """Grade what `kept` has left, and yield tasks with their reports as they become ready.

        Each verdict is kept before that.

        Args:
            executor: whatever has the `submit` of `concurrent.futures`; calls `work` with bytes and returns its bytes.
            batch_size: how many tasks are sent at a time.
            at_once: how many batches the executor has at a time. The others wait on the disk, not in memory.

        Raises:
            Refused: the references do not pass where the work is done.
            DeepclinicError: the verdicts cannot be kept.
        """
        names = tuple(sorted({task.exercise for task in self.open}))
        waiting: dict[Future[bytes], Sent] = {}
        tasks, again = iter(self.open), list[Sent]()
        try:
            while True:
                while len(waiting) < at_once:
                    sent = again.pop() if again else []
                    chosen = [] if sent else list(islice(tasks, batch_size))
                    for task, file in ((task, self._load(task)) for task in chosen):
                        if isinstance(file, Report):
                            yield task, file
                        else:
                            sent.append((task, file))
                    if sent:
                        waiting[executor.submit(work, self._request(sent, names))] = sent
                    elif not chosen:
                        break
                if not waiting:
                    return
                for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                    sent = waiting.pop(future)
                    try:
                        graded = verdicts_in(future.result())
                    except DeepclinicError:
                        raise
                    except Exception as error:  # the machine that worked on it is gone, and those that tried after it
                        if len(sent) == 1:
                            yield sent[0][0], self._lost(sent[0][0], error)
                        else:
                            again += [[one] for one in sent]
                        continue
                    for (task, file), one in zip(sent, graded, strict=True):
                        yield task, self._take(task, file, one)
        finally:
            for future in waiting:
                future.cancel()

    def _request(self, sent: Sent, self_test: tuple[str, ...]) -> bytes:
        files = tuple((task.exercise, file) for task, file in sent)
        return Batch(self.verdicts.seed, self._limits, self._weak, self_test, files).to_bytes()

    def _load(self, task: Task) -> intake.HandedIn | Report:
        reason = NOT_HANDED_IN
        if task.handed_in:
            try:
                return intake.load(task.submission.path, task.submission.own_folder)
            except intake.Unreadable as error:
                reason = error.reason
            except DeepclinicError as error:  # it was there a moment ago
                reason = error.text
        return nothing_to_grade(task.submission, task.exercise, reason, self.verdicts.seed)

    def _take(self, task: Task, file: intake.HandedIn, graded: Graded) -> Report:
        self.verdicts.keep(file, graded)
        return replace(graded.report, submission=task.submission.name, student=task.submission.student)

    def _lost(self, task: Task, error: Exception) -> Report:
        return could_not_run(task.submission, task.exercise, f"{type(error).__name__}: {error}", self.verdicts.seed)
