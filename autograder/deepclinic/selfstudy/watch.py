"""Check the next open exercise each time its file is saved."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import watchfiles

from deepclinic.course.catalog import ExerciseInfo
from deepclinic.grading import Grader, Submission
from deepclinic.report.model import Report
from deepclinic.selfstudy.workspace import Workspace


def check_file(grader: Grader, workspace: Workspace, info: ExerciseInfo, path: Path) -> Report:
    """Grade one file of a workspace and keep the result as progress."""
    report = grader.grade(Submission(path, exercises=(info.name,), own_folder=True, label=path.name))[0]
    workspace.note(info, report)
    return report


def saved_files(workspace: Workspace, poll: bool = False) -> Iterator[tuple[ExerciseInfo, Path]]:
    """Yield (exercise, file) for each save in the workspace, for as long as one iterates.

    `poll` looks at the files' times instead of asking the kernel, for file systems that send no notifications.
    """
    changes = watchfiles.watch(
        workspace.root, watch_filter=watchfiles.PythonFilter(extra_extensions=(".ipynb",)), force_polling=poll,
        raise_interrupt=True, debounce=200, step=50,
    )  # fmt: skip
    for batch in changes:
        paths = sorted({Path(name) for change, name in batch if change != watchfiles.Change.deleted})
        for path in paths:
            info = workspace.exercise_of(path)
            if info is not None and path.is_file():
                yield info, path
