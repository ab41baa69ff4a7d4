"""The loop of an evening: a file is saved, the verdict appears, a key asks for more."""

from __future__ import annotations

import queue
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from rich.console import Console, RenderableType

from deepclinic.course.catalog import ExerciseInfo
from deepclinic.errors import DeepclinicError
from deepclinic.grading import Grader
from deepclinic.report.model import Report
from deepclinic.report.terminal import ReportFace
from deepclinic.selfstudy import astray, beside, keys
from deepclinic.selfstudy.background import Background
from deepclinic.selfstudy.hints import check_to_look_at, hint_for
from deepclinic.selfstudy.screen import Screen, course_list, paragraph, sensible_keys
from deepclinic.selfstudy.sentences import say
from deepclinic.selfstudy.workspace import Workspace
from deepclinic.text import Text

LONG = 2.0
"""Seconds from which on a check that still runs says for how long."""


class Session:
    """One run of the watch. All its methods run in the thread that called `run`.

    Args:
        workspace: what is watched.
        grader: of the published seed, with room for four workers: two for the values, one for curves, one to get ready.
        console: where it is shown.
        poll: look at files' times instead of waiting for notifications.
    """

    def __init__(self, workspace: Workspace, grader: Grader, console: Console, poll: bool = False) -> None:
        self.workspace, self.grader = workspace, grader
        self.language = workspace.language
        self.screen = Screen(console, self.language)
        self.with_keys = keys.possible()
        self.info: ExerciseInfo | None = workspace.next_open()
        self.report: Report | None = None
        self.below: list[RenderableType] = []
        self.page: list[RenderableType] | None = None
        self.status = ""
        self.asked: tuple[str, Callable[[], None]] | None = None
        """A question and what a yes does. It stays whatever else appears: `n` for no must not be taken for next."""
        self.checking: tuple[ExerciseInfo, Path] | None = None
        self.then: tuple[ExerciseInfo, Path] | None = None
        self.unasked = False
        """Whether nobody asked for the check that runs: nothing but the report changes then."""
        self.unkept: DeepclinicError | None = None
        """Why the progress could not be written when it last changed."""
        self.since = 0.0
        self.over = False
        self.behind = Background(workspace, grader, poll, self)

    def run(self) -> None:
        """Watch until somebody quits."""
        self.behind.start()
        events = self.behind.events
        try:
            if self.with_keys:
                with keys.listening(lambda key: events.put(lambda: self._key(key)), lambda: events.put(self._draw)):
                    self._loop()
            else:
                self._loop()
        except KeyboardInterrupt:
            pass
        finally:
            self.behind.stop()
            self.screen.leave()
        if self.behind.failed:
            raise self.behind.failed

    def end(self) -> None:
        """Leave the loop."""
        self.over = True

    def _loop(self) -> None:
        self.screen.draw([], self._say("starting"))
        self._again()
        while not self.over:
            try:
                event = self.behind.events.get(timeout=1.0)
            except queue.Empty:
                self._tick()
            else:
                event()

    # What is checked

    def saved(self, path: Path) -> None:
        """Check a saved file, or say why this one is not checked."""
        info = self.workspace.exercise_of(path)
        if info is not None:
            self._start(info, path)
        elif meant := astray.looks_like(self.workspace.root, path):
            where = path.relative_to(self.workspace.root)
            self.below = [paragraph(self._say("misnamed", file=path.name, name=meant.name, path=where), "bold")]
            self._draw()

    def progress(self, info: ExerciseInfo, report: Report) -> None:
        """Show a report whose curves are not there yet."""
        if not self.screen.redraws or self.then or self.unasked:
            return
        self._take(info, report)
        self.status = self._say("values", seconds=time.monotonic() - self.since)
        self._draw()

    def finished(self, info: ExerciseInfo, path: Path, report: Report) -> None:
        """Keep the result and show it."""
        seconds = time.monotonic() - self.since
        self.checking = None
        try:
            self.workspace.note(info, report)
            self.unkept = None
        except DeepclinicError as error:
            self.unkept = error
        if not self.unasked:
            self._take(info, report)
            if self.workspace.both_changed(info):
                self.below = [paragraph(self._say("both_changed", name=info.name, file=path.name))]
        elif info == self.info:  # a hint, a page or a question that is being read stays
            self.report = report
        nameless = self._has_failed() and not self.grader.expected.is_ready(info)
        key = "nameless" if nameless else "checked"
        self.status = self._say(key, time=time.strftime("%H:%M:%S"), seconds=seconds)
        self._draw()
        self._go_idle()

    def trouble(self, text: Text) -> None:
        """Say what is wrong in the place of a report."""
        self.checking, self.report, self.page, self.status = None, None, None, ""
        self.below = [paragraph(text.to(self.language), "bold")]
        self._draw()
        self._go_idle()

    def ready(self, info: ExerciseInfo) -> None:
        """A failure that was shown before misconceptions could be named is looked at once more."""
        report = self.report
        if info == self.info and not self.checking and report and not report.misconception and self._has_failed():
            self._again(unasked=True)

    def _again(self, unasked: bool = False) -> None:
        """Check the present exercise as it lies there."""
        if self.info is None:
            self.below = [*course_list(self.workspace, self.language), paragraph(self._say("all_passed"))]
            self._draw()
            return
        try:
            self._start(self.info, self.workspace.file(self.info), unasked)
        except DeepclinicError as error:
            self.trouble(error.text)

    def _start(self, info: ExerciseInfo, path: Path, unasked: bool = False) -> None:
        if self.checking:
            self.then = (info, path)
            return
        self.checking, self.since, self.unasked = (info, path), time.monotonic(), unasked
        self.behind.check(info, path)
        if self.grader.workers.ready and self.screen.redraws:
            self.screen.status(self._say("checking", file=path.name))

    def _go_idle(self) -> None:
        if self.then:
            following, self.then = self.then, None
            self._start(*following)
            return
        following = self.workspace.open_after(self.info) if self.info else None
        self.behind.attend(tuple(info for info in (self.info, following) if info))

    def _take(self, info: ExerciseInfo, report: Report) -> None:
        self.info, self.report, self.below, self.page = info, report, [], None

    def _tick(self) -> None:
        self.screen.need_reader()
        seconds = time.monotonic() - self.since
        if self.checking and self.grader.workers.ready and seconds > LONG and self.screen.redraws:
            self.screen.status(self._say("checking_for", file=self.checking[1].name, seconds=seconds))

    # What is asked by a key

    def _key(self, key: str) -> None:
        key = key.lower()
        actions = {"h": self._hint, "s": self._solution, "n": self._go_on, "r": self._again, "x": self._reset}
        if self.asked:
            (_, action), self.asked, self.below = self.asked, None, []
            if key == "y":
                action()
            else:
                self._draw()
        elif key == "q":
            self.over = True
        elif self.page is not None:
            self.page = None
            self._draw()
        elif key == "l":
            self._show(list(course_list(self.workspace, self.language)))
        elif key in actions and self.info is not None:
            actions[key]()

    def _hint(self) -> None:
        assert self.info
        if self.report and self.report.full_marks:
            self.below = [paragraph(self._say("nothing_failed"))]
        else:
            failed = check_to_look_at(self.report)
            step, self.unkept = self.workspace.next_step(self.info, failed)
            hint = hint_for(self.info.name, failed, step)
            self.below = [paragraph(hint.heading.to(self.language), "bold"), paragraph(hint.text.to(self.language))]
        self._draw()

    def _solution(self) -> None:
        assert self.info
        if self.workspace.progress(self.info)["passed"]:
            self._show_solution(self.info)
        else:
            self._ask(self._say("give_up", name=self.info.name), self._show_solution)

    def _show_solution(self, info: ExerciseInfo) -> None:
        try:
            own = beside.own_source(self.workspace.file(info))
            self._show(beside.face(info.name, own, self.language, self.screen.console.width))
        except DeepclinicError as error:
            self._show([paragraph(error.text.to(self.language))])

    def _go_on(self) -> None:
        assert self.info
        following = self.workspace.open_after(self.info)
        if following is None:
            self._show(list(course_list(self.workspace, self.language)))
        else:
            self.info, self.report, self.below = following, None, []
            self._again()

    def _reset(self) -> None:
        assert self.info
        self._ask(self._say("reset", name=self.info.name), self._really_reset)

    def _really_reset(self, info: ExerciseInfo) -> None:
        try:
            with self.workspace.changing():
                kept = self.workspace.write_stub(info)
        except DeepclinicError as error:
            self.below = [paragraph(error.text.to(self.language), "bold")]
            self._draw()
            return
        self.below = [paragraph(self._say("kept", files=", ".join(path.name for path in kept)))] if kept else []
        self._draw()

    def _ask(self, question: str, action: Callable[[ExerciseInfo], None]) -> None:
        """Ask about the present exercise; another may be the present one when the answer comes."""
        assert self.info
        self.below, self.asked = [], (question, partial(action, self.info))
        self._draw()

    # What is shown

    def _show(self, page: list[RenderableType]) -> None:
        self.page = [*page, "", paragraph(self._say("back"), "dim")]
        self._draw()

    def _draw(self) -> None:
        if self.page is not None:
            self.screen.draw(self.page, "")
            return
        parts: list[RenderableType] = []
        if self.report is not None:
            parts.append(ReportFace(self.report, self.language, failure_last=self.screen.redraws))
        if self.unkept:
            parts += [paragraph(self.unkept.text.to(self.language), "bold"), ""]
        below = [*self.below, *([paragraph(self.asked[0], "bold")] if self.asked else [])]
        parts += [*below, ""] if below else []
        parts.append(self.screen.footer(self.workspace, sensible_keys(self.report) if self.with_keys else ""))
        if invitation := self._invitation():
            parts.append(paragraph(invitation))
        self.screen.draw(parts, self.status)

    def _invitation(self) -> str:
        """What to do now."""
        info = self.info
        if info is None or self.asked:
            return ""
        without_keys = "" if self.with_keys else f" {self._say('without_keys')}"
        source, notebook = (path.relative_to(self.workspace.root).as_posix() for path in self.workspace.files(info))
        if self.report and self.report.full_marks:
            following = self.workspace.open_after(info)
            if following is None:
                return self._say("all_passed")
            if self.with_keys:
                return self._say("next_key", name=following.name)
            source = self.workspace.files(following)[0].relative_to(self.workspace.root).as_posix()
            return self._say("next", source=source) + without_keys
        if self.report and not self._has_failed():
            shortest, longest = info.minutes
            return self._say("begin", title=info.title.to(self.language), source=source, notebook=notebook,
                             shortest=shortest, longest=longest) + without_keys  # fmt: skip
        return self._say("save", source=source, notebook=notebook.rpartition("/")[2]) + without_keys

    def _has_failed(self) -> bool:
        return bool(self.report) and any(check.outcome in ("fail", "stopped") for check in self.report.checks)

    def _say(self, key: str, **values: object) -> str:
        return say(key, self.language, **values)
