"""Real nbgrader commands in a course of a test's own, as somebody would run them who has not activated anything."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbgrader.api import Gradebook


@dataclass
class Course:
    """A course folder, and what each command has written there."""

    folder: Path
    unit: str
    output: dict[str, str] = field(default_factory=dict)

    def run(self, *arguments: str, status: int = 0) -> str:
        """Run `nbgrader` with these arguments; it must end with `status`."""
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", *arguments], cwd=self.folder, env=environment(),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=600,
        )  # fmt: skip
        self.output[arguments[0]] = done.stdout
        told = f"nbgrader {' '.join(arguments)} ended with {done.returncode}:\n{done.stdout[-5000:]}"
        assert done.returncode == status, told
        return done.stdout

    def configure(self, *lines: str) -> None:
        """Add lines to nbgrader's configuration of the course."""
        with (self.folder / "nbgrader_config.py").open("a", encoding="utf-8") as config:
            config.write("\n" + "\n".join(lines) + "\n")

    def hand_in(self, student: str, name: str, data: bytes) -> Path:
        """Write a file into a student's folder."""
        path = self.folder / "submitted" / student / self.unit / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        return path

    def released(self, notebook: str = "relu") -> str:
        """The text of a released notebook."""
        return (self.folder / "release" / self.unit / f"{notebook}.ipynb").read_text(encoding="utf-8")

    def gradebook(self) -> Any:
        """The open gradebook, a context manager."""
        return Gradebook(f"sqlite:///{self.folder / 'gradebook.db'}")

    def grade(self, student: str, cell: str = "relu-check", notebook: str = "relu") -> tuple[float | None, bool]:
        """Automatic points of a cell, and whether it waits for a person."""
        with self.gradebook() as gradebook:
            grade = gradebook.find_grade(cell, notebook, self.unit, student)
            return grade.auto_score, grade.needs_manual_grade

    def page(self, student: str, notebook: str = "relu") -> str:
        """A student's feedback page."""
        return (self.folder / "feedback" / student / self.unit / f"{notebook}.html").read_text(encoding="utf-8")


def environment() -> dict[str, str]:
    """Nothing activated, and no configuration of the user's."""
    return {**os.environ, "PATH": "/usr/bin:/bin", "JUPYTER_NO_CONFIG": "1"}
