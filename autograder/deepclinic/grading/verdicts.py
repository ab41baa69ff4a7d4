"""Verdicts that are kept, so that nothing is observed twice: not after an interruption, not by the next command.

A file that was read before is known by its bytes; what was read leads to the verdict on the solution in it. So prose
that was changed costs a reading but no observation, and of unchanged notebooks nothing is done at all. Both are kept as
JSON, written whole or not at all.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from deepclinic.course.catalog import catalog
from deepclinic.files import cannot_write, write_whole
from deepclinic.grading import intake
from deepclinic.grading.grader import Graded
from deepclinic.grading.submissions import Submission
from deepclinic.grading.verdict import UNFOUND, nothing_to_grade
from deepclinic.grading.version import exercise_version, reader_version
from deepclinic.isolation import Limits
from deepclinic.report import stored
from deepclinic.report.model import Report


class Verdicts:
    """The verdicts of one folder that were made with one seed and these limits.

    Args:
        folder: of one assignment; made when something is kept. The instructor's, never a student's.
        seed: of the verdicts.
        limits: of the workers.
        group: whether the folder's group may read and write too.
    """

    def __init__(self, folder: Path, seed: int, limits: Limits, group: bool = False) -> None:
        self.folder = folder
        self.seed = seed
        self._limits = limits.as_dict()
        self._group = group

    def find(self, submission: Submission, file: intake.HandedIn, exercise: str) -> Report | None:
        """The report on an exercise of a file, under this submission's name; None where it is not known."""
        reading = _load(self._reading_path(file, exercise))
        try:
            found = intake.understood(reading, file.helpers) if reading else None
        except intake.Unreadable as error:
            return nothing_to_grade(submission, exercise, error.reason, self.seed)
        except intake.NONSENSE:
            return None  # damaged: made anew
        if found is None:
            return None
        if not found.solutions:
            return nothing_to_grade(submission, exercise, found.missing.get(exercise, UNFOUND), self.seed)
        kept = _load(self._verdict_path(found.solutions[0]))
        try:
            report = stored.from_dict(kept) if kept else None
        except ValueError:
            return None
        return replace(report, submission=submission.name, student=submission.student) if report else None

    def keep(self, file: intake.HandedIn, graded: Graded) -> None:
        """Keep what was found, but for a fault of the grader's or the machine's: that is tried again.

        Raises:
            CannotWrite: with the cure.
        """
        report, reading = graded.report, graded.reading
        if reading is None or report.needs_person:
            return
        self._save(self._reading_path(file, report.exercise), reading)
        if report.outcome == "graded":
            solution = intake.found_in(reading, file.helpers).solutions[0]
            self._save(self._verdict_path(solution), stored.to_dict(replace(report, student=None, submission="")))

    def _reading_path(self, file: intake.HandedIn, exercise: str) -> Path:
        wanted = intake.wanted([catalog().exercise(exercise)])
        facts = [hashlib.sha256(file.data).hexdigest(), file.kind, wanted, reader_version()]
        return self.folder / exercise / f"{_key(facts)}.reading.json"

    def _verdict_path(self, solution: intake.Solution) -> Path:
        said = [[note.en, note.ko] for note in solution.notes], solution.ready_made
        conditions = self.seed, self._limits, exercise_version(solution.exercise)
        facts = [solution.source, dict(solution.modules), said, conditions]
        return self.folder / solution.exercise / f"{_key(facts)}.verdict.json"

    def _save(self, path: Path, data: Mapping[str, Any]) -> None:
        try:
            text = json.dumps(data)
        except (TypeError, ValueError):
            return  # what a reader sent under attack: not worth keeping
        try:
            private_folder(self.folder, self._group)
            private_folder(path.parent, self._group)
        except OSError as error:
            raise cannot_write(path, error) from error
        write_whole(path, text, mode=0o660 if self._group else 0o600)


def private_folder(folder: Path, group: bool) -> None:
    """Make a folder that only its owner can look into, or its group as well."""
    if not folder.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        folder.chmod(0o2770 if group else 0o700)


def _key(facts: Any) -> str:
    return hashlib.sha256(json.dumps(facts, sort_keys=True).encode()).hexdigest()[:32]


def _load(path: Path) -> dict[str, Any] | None:
    """What is kept at `path`; None where there is nothing, or something damaged, which is then made anew."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None
