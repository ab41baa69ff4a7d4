"""What goes on behind the watch: three threads that look for saved files, check them, and get ready what is needed.

Each tells what it has found by putting a call into the queue of the thread that owns the screen and the progress.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from queue import SimpleQueue
from typing import Protocol

from deepclinic.course.catalog import ExerciseInfo
from deepclinic.errors import DeepclinicError
from deepclinic.grading import Grader
from deepclinic.report.model import Report
from deepclinic.selfstudy.watch import check_file, saved_files
from deepclinic.selfstudy.workspace import Workspace
from deepclinic.text import Text


class Owner(Protocol):
    """Who is told. Every method is called in the owner's own thread, by way of its queue."""

    def saved(self, path: Path) -> None:
        """A Python file or notebook of the workspace was saved."""

    def progress(self, info: ExerciseInfo, report: Report) -> None:
        """As much of a report as is known so far."""

    def finished(self, info: ExerciseInfo, path: Path, report: Report) -> None:
        """A whole report."""

    def trouble(self, text: Text) -> None:
        """A file could not be checked."""

    def ready(self, info: ExerciseInfo) -> None:
        """From now on a misconception is named at once in this exercise."""

    def end(self) -> None:
        """Something broke; see `Background.failed`."""


class Background:
    """The threads. `check` and `attend` are called by the owner; everything else goes through `events`."""

    def __init__(self, workspace: Workspace, grader: Grader, poll: bool, owner: Owner) -> None:
        self.events: SimpleQueue[Callable[[], None]] = SimpleQueue()
        self.failed: BaseException | None = None
        self._workspace, self._grader, self._poll, self._owner = workspace, grader, poll, owner
        self._files: SimpleQueue[tuple[ExerciseInfo, Path] | None] = SimpleQueue()
        self._idle, self._over = threading.Event(), threading.Event()
        self._wanted: tuple[ExerciseInfo, ...] = ()

    def start(self) -> None:
        """Begin to look, to check and to get ready."""
        for work in (self._look, self._check, self._get_ready):
            threading.Thread(target=self._guarded, args=(work,), daemon=True).start()

    def stop(self) -> None:
        """End the threads as soon as what they do now is done."""
        self._over.set()
        self._idle.set()
        self._files.put(None)

    def check(self, info: ExerciseInfo, path: Path) -> None:
        """Check a file; until `attend` is called nothing else is done."""
        self._idle.clear()
        self._files.put((info, path))

    def attend(self, wanted: tuple[ExerciseInfo, ...]) -> None:
        """Nobody waits now: get ready what verdicts on `wanted` need, in this order."""
        self._wanted = wanted
        self._idle.set()

    def _look(self) -> None:
        for path in saved_files(self._workspace, self._poll, self._over):
            self.events.put(lambda path=path: self._owner.saved(path))

    def _check(self) -> None:
        while task := self._files.get():
            info, path = task
            try:
                report = check_file(self._grader, info, path, lambda report, info=info: self._progress(info, report))
            except DeepclinicError as error:
                if not self._grader.workers.ready:  # not the file: nothing can be checked here
                    raise
                self.events.put(lambda text=error.text: self._owner.trouble(text))
            else:
                self.events.put(lambda task=task, report=report: self._owner.finished(*task, report))
            if self._files.empty():
                self._grader.expect(info)

    def _progress(self, info: ExerciseInfo, report: Report) -> None:
        self.events.put(lambda: self._owner.progress(info, report))

    def _get_ready(self) -> None:
        ready: set[str] = set()
        while not self._over.is_set():
            self._idle.wait()
            wanted = self._wanted
            info = next((info for info in wanted if info.name not in ready), None)
            if info is None:
                self._over.wait(0.2)
                continue
            if self._grader.expected.get_ready(info, lambda wanted=wanted: self._go_on(wanted)):
                ready.add(info.name)
                self.events.put(lambda info=info: self._owner.ready(info))

    def _go_on(self, wanted: tuple[ExerciseInfo, ...]) -> bool:
        self._idle.wait()
        return not self._over.is_set() and self._wanted == wanted

    def _guarded(self, work: Callable[[], None]) -> None:
        try:
            work()
        except BaseException as error:
            if not self._over.is_set():
                self.failed = error
                self.events.put(self._owner.end)
