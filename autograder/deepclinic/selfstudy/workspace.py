"""The folder in which somebody works through the course."""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from deepclinic import __version__
from deepclinic.course.catalog import ExerciseInfo, catalog
from deepclinic.course.stub import stub_source
from deepclinic.errors import DeepclinicError
from deepclinic.files import cannot_write, write_whole
from deepclinic.report.model import Report
from deepclinic.selfstudy import astray
from deepclinic.selfstudy import progress as progress_file
from deepclinic.selfstudy.hints import STEPS, check_to_look_at
from deepclinic.selfstudy.progress import FORMAT, MARKER
from deepclinic.selfstudy.readme import README
from deepclinic.text import LANGUAGES, Text


class NoWorkspace(DeepclinicError):
    """The folder lies in no workspace."""


@dataclass
class Workspace:
    """A workspace on disk. `state` is what is written to the marker file: language, and progress by exercise."""

    root: Path
    state: dict[str, Any]

    @property
    def language(self) -> str:
        """ "en" or "ko"."""
        return self.state["language"] if self.state.get("language") in LANGUAGES else "en"

    @classmethod
    def create(cls, root: Path, language: str = "en") -> Workspace:
        """Write stubs, notebooks and a README into an empty or new folder.

        Raises:
            DeepclinicError: something is there already; nothing of it is touched.
        """
        if (root / MARKER).exists():
            raise DeepclinicError(Text(f"{root} is a workspace already.", f"{root}은(는) 이미 작업 폴더입니다."))
        if root.exists() and (not root.is_dir() or any(root.iterdir())):
            raise DeepclinicError(
                Text(
                    f"{root} is there already and not empty. Choose another name.",
                    f"{root}이(가) 이미 있고 비어 있지 않습니다. 다른 이름을 고르세요.",
                )
            )
        try:
            workspace = cls(root, _fresh(language))
            write_whole(root / "README.md", README[language])
            with workspace.changing():
                for info in catalog().exercises:
                    workspace.write_stub(info)
        except BaseException:  # half a workspace would stand in the way of the next attempt
            for made in root.iterdir() if root.is_dir() else ():
                shutil.rmtree(made) if made.is_dir() else made.unlink()
            raise
        return workspace

    @classmethod
    def adopt(cls, root: Path, language: str) -> Workspace:
        """The workspace at `root`, also where its own file was lost but the exercises' folders are there.

        Raises:
            DeepclinicError: there is neither.
        """
        root = root.resolve()
        if (root / MARKER).exists() or not any((root / unit.folder).is_dir() for unit in catalog().units):
            return cls.find(root)
        return cls(root, _fresh(language))

    @classmethod
    def find(cls, start: Path | None = None) -> Workspace:
        """The workspace that `start` (the current folder) lies in.

        Raises:
            NoWorkspace: there is none.
            DeepclinicError: its file cannot be read.
        """
        here = (start or Path.cwd()).resolve()
        for folder in (here, *here.parents):
            marker = folder / MARKER
            if marker.is_file():
                return cls(folder, progress_file.read(folder))
        raise NoWorkspace(
            Text(
                "There is no workspace here. Make one with `deepclinic init my-work`, then `cd my-work`.",
                "여기는 작업 폴더가 아닙니다. `deepclinic init my-work`로 만든 뒤 `cd my-work`로 들어가세요.",
            )
        )

    @contextlib.contextmanager
    def changing(self) -> Iterator[None]:
        """Change `state` inside: what another process has written meanwhile is read first, the result is written."""
        if not self.root.is_dir():
            raise DeepclinicError(
                Text(
                    f"{self.root} is gone. If you have moved the folder, go to where it is now and begin again.",
                    f"{self.root} 폴더가 없습니다. 폴더를 옮겼다면 새 위치로 이동해 다시 시작하세요.",
                )
            )
        with progress_file.alone(self.root):
            if (self.root / MARKER).is_file():
                self.state = progress_file.read(self.root)
            yield
            progress_file.write(self.root, self.state)

    def files(self, info: ExerciseInfo) -> tuple[Path, Path]:
        """The `.py` and the `.ipynb` of an exercise."""
        base = self.root / info.unit / info.name
        return base.with_suffix(".py"), base.with_suffix(".ipynb")

    def file(self, info: ExerciseInfo) -> Path:
        """The one of the two that was saved last.

        Raises:
            DeepclinicError: both are gone.
        """
        present = [path for path in self.files(info) if path.is_file()]
        if not present:
            raise DeepclinicError(astray.gone(self.root, info))
        return max(present, key=lambda path: path.stat().st_mtime_ns)

    def exercise_of(self, path: Path) -> ExerciseInfo | None:
        """The exercise that a file of this workspace belongs to."""
        places = {Path(os.path.abspath(path)), path.resolve()}  # either of them may be a link to the other
        return next((info for info in catalog().exercises if places & self._places(info)), None)

    def _places(self, info: ExerciseInfo) -> set[Path]:
        files = self.files(info)
        return {*files, *(path.resolve() for path in files)}

    def write_stub(self, info: ExerciseInfo) -> list[Path]:
        """Write both files fresh; what was there is kept beside them as `.bak`. Returns the backups.

        What was written is noted in `state`: call it inside `changing()`.
        """
        contents = self._contents(info)
        if info.name in self.state.get("progress", {}):
            self.progress(info)["points"] = 0.0  # what earned them is not the present file any more; the best stays
        kept = [backup(path) for path in contents if path.exists()]
        for path, content in contents.items():
            self._write(path, content)
        return kept

    def update(self) -> Update:
        """Bring what is new in the course. A file that the student has changed is never touched."""
        result = Update([], [], [])
        self.state["version"] = __version__
        for info in catalog().exercises:
            contents = self._contents(info)
            is_new = not any(path.exists() or self._name(path) in self._made for path in contents)
            for path, content in contents.items():
                if is_new:
                    result.new.append(path)
                    self._write(path, content)
                elif path.is_file() and self._made.get(self._name(path)) != _digest(content.encode()):
                    if path.read_bytes() == content.encode():
                        self._made[self._name(path)] = _digest(content.encode())
                    elif self.is_changed(path):
                        result.kept.append(path)
                    else:
                        result.renewed.append(path)
                        self._write(path, content)
        return result

    def is_changed(self, path: Path) -> bool:
        """True where a file is not as this package wrote it."""
        return self._made.get(self._name(path)) != _digest(path.read_bytes())

    def both_changed(self, info: ExerciseInfo) -> bool:
        """True where the notebook and the file of an exercise were both written by this package and then changed."""
        files = self.files(info)
        return all(path.is_file() and self._name(path) in self._made and self.is_changed(path) for path in files)

    def progress(self, info: ExerciseInfo) -> dict[str, Any]:
        """Points, tries, hints shown and the time of the first pass of one exercise."""
        kept = self.state.setdefault("progress", {}).setdefault(info.name, {})
        empty = {"points": 0.0, "best": 0.0, "tries": 0, "passed": None, "failed_check": None, "hints": {}}
        for key, value in empty.items():
            kept.setdefault(key, value)
        return kept

    def note(self, info: ExerciseInfo, report: Report) -> None:
        """Keep what a check showed. The same solution checked twice, or a stub, is no further try.

        Where nothing was graded (a notebook caught half-written, a fault of the grader's) there is nothing to keep.
        """
        if report.outcome != "graded":
            return
        with self.changing():
            kept = self.progress(info)
            solution = _digest(report.solution.encode()) if report.solution else None
            untouched = report.checks and all(check.outcome == "not_attempted" for check in report.checks)
            if not untouched and (solution is None or solution != kept.get("solution")):
                kept["tries"] += 1
            kept["solution"] = solution
            kept["points"], kept["best"] = report.points, max(kept["best"], report.points)
            kept["failed_check"] = check_to_look_at(report)
            if report.full_marks and kept["passed"] is None:
                kept["passed"] = datetime.now(UTC).isoformat(timespec="seconds")

    def has_full_marks(self, info: ExerciseInfo) -> bool:
        """True where the solution that was checked last lost nothing."""
        return self.progress(info)["points"] >= info.max_points

    def next_step(self, info: ExerciseInfo, failed_check: str | None) -> tuple[int, DeepclinicError | None]:
        """The step of the next hint for a check, from 1, and why it could not be noted as shown, if it could not."""
        step = 1
        try:
            with self.changing():
                shown = self.progress(info)["hints"]
                key = failed_check or ""
                step = shown[key] = min(shown.get(key, 0) + 1, STEPS)
        except DeepclinicError as error:
            return step, error
        return step, None

    def next_open(self) -> ExerciseInfo | None:
        """The first exercise that has not passed yet; None when all have."""
        return next((info for info in catalog().exercises if self.progress(info)["passed"] is None), None)

    def open_after(self, info: ExerciseInfo) -> ExerciseInfo | None:
        """The next exercise after `info` that has not passed yet, going round; None when all others have."""
        exercises = catalog().exercises
        place = exercises.index(info) + 1
        return next((e for e in exercises[place:] + exercises[: place - 1] if not self.progress(e)["passed"]), None)

    def is_older(self) -> bool:
        """True where another version of this package wrote the lessons."""
        return self.state.get("version") != __version__

    @property
    def _made(self) -> dict[str, str]:
        """SHA-256 of each file as it was written, by its name in the workspace."""
        return self.state.setdefault("made", {})

    def _name(self, path: Path) -> str:
        return path.relative_to(self.root).as_posix()

    def _contents(self, info: ExerciseInfo) -> dict[Path, str]:
        source, notebook = self.files(info)
        return {notebook: _notebook(info.name, self.language), source: stub_source(info.name)}

    def _write(self, path: Path, content: str) -> None:
        write_whole(path, content)
        self._made[self._name(path)] = _digest(content.encode())


@dataclass(frozen=True)
class Update:
    """What `Workspace.update` did: exercises that are new, lessons that were renewed, changed files that were kept."""

    new: list[Path]
    renewed: list[Path]
    kept: list[Path]


def backup(path: Path) -> Path:
    """Move a file out of the way, beside itself, under a name that nothing has yet."""
    number = 1
    while (kept := path.with_name(f"{path.name}.{number}.bak")).exists():
        number += 1
    try:
        shutil.copy2(path, kept)  # not moved: where the new file cannot be written, the old one stays
    except OSError as error:
        kept.unlink(missing_ok=True)
        raise cannot_write(kept, error) from error
    return kept


@cache
def _notebook(exercise: str, language: str) -> str:
    from deepclinic.course.notebook import dumps, student_notebook  # takes seconds; `list` and `check` need none

    return dumps(student_notebook(exercise, language))


def _fresh(language: str) -> dict[str, Any]:
    return {"format": FORMAT, "version": __version__, "language": language, "progress": {}, "made": {}}


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
