"""What is to be graded: files, folders of them, or nbgrader's `submitted/` tree."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from deepclinic.course.catalog import catalog
from deepclinic.errors import DeepclinicError
from deepclinic.grading import intake


@dataclass(frozen=True)
class Submission:
    """A file to grade. `exercises` narrows what is looked for; `own_folder`: the files beside it are the student's."""

    path: Path
    student: str | None = None
    exercises: tuple[str, ...] = ()
    own_folder: bool = False
    label: str | None = None

    @property
    def name(self) -> str:
        """How the report names this submission."""
        return self.label or str(self.path)


def submissions_in(paths: Sequence[Path], exercise: str | None = None) -> list[Submission]:
    """The submissions at `paths`: files, folders of them, or nbgrader's `submitted/` tree (student/assignment/file).

    A Python file named as an exercise is graded as that one alone, whatever else it brings along to build on.

    Raises `DeepclinicError` for a path that does not exist or holds no submission, and for an unknown exercise.
    """
    asked = (catalog().exercise(exercise).name,) if exercise else ()
    names = {info.name for info in catalog().exercises}
    found: list[Submission] = []
    for path in paths:
        for file in intake.find_submissions(path):
            relative = (file.relative_to(path) if path.is_dir() else Path()).parts
            tree = path.absolute().name == "submitted" and len(relative) >= 3
            if tree and file.suffix != ".ipynb":
                continue
            exercises = asked or ((file.stem,) if file.suffix == ".py" and file.stem in names else ())
            student = next(iter(relative)) if tree else None
            label = str(Path(*relative)) if relative else file.name
            found.append(Submission(file, student, exercises, own_folder=tree or file == path, label=label))
    if not found:
        raise DeepclinicError(f"Nothing to grade in {', '.join(map(str, paths))}")
    labels = Counter(submission.name for submission in found)
    return [replace(s, label=str(s.path)) if labels[s.name] > 1 else s for s in found]


def guess_exercise(path: Path) -> str:
    """The exercise that a file's name tells, or "" where it tells none."""
    names = sorted((info.name for info in catalog().exercises), key=len, reverse=True)
    return next((name for name in names if name in path.stem.lower()), "")
