"""See files being saved, and check one of a workspace."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import watchfiles

from deepclinic.course.catalog import ExerciseInfo
from deepclinic.grading import Grader, Submission
from deepclinic.grading.grader import OnProgress
from deepclinic.report.model import Report
from deepclinic.selfstudy.workspace import Workspace

QUIET = 20
"""Milliseconds without a further change after which a save counts as done."""
LONGEST = 200
"""Milliseconds after which it counts as done although changes go on."""


def check_file(grader: Grader, info: ExerciseInfo, path: Path, on_progress: OnProgress | None = None) -> Report:
    """Grade one file as the one exercise that it is for."""
    return grader.grade(Submission(path, exercises=(info.name,), own_folder=True, label=path.name), on_progress)[0]


def saved_files(workspace: Workspace, poll: bool, stop: threading.Event) -> Iterator[Path]:
    """Yield each Python file and notebook that is saved in the workspace, until `stop` is set.

    `poll` looks at the files' times instead of asking the kernel, for file systems that send no notifications. Where
    the kernel cannot be asked (too many watches, say) files are polled too.
    """
    try:
        yield from _changed(workspace, poll, stop)
    except OSError:
        if poll:
            raise
        yield from _changed(workspace, True, stop)


def _changed(workspace: Workspace, poll: bool, stop: threading.Event) -> Iterator[Path]:
    changes = watchfiles.watch(
        workspace.root, watch_filter=lambda change, name: name.endswith((".py", ".ipynb")), force_polling=poll or None,
        stop_event=stop, raise_interrupt=False, debounce=LONGEST, step=QUIET, rust_timeout=1000,
    )  # fmt: skip
    for batch in changes:
        for path in sorted({Path(name) for change, name in batch if change != watchfiles.Change.deleted}):
            if path.is_file():
                yield path
