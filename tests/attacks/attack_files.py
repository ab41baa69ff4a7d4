"""The attacks in the folders beside this file, and how one is put on top of a solution.

An attack is a Python file. Its docstring is TOML:

    tries       what the author of such a submission hopes for
    must        what happens instead
    exercise    which exercise it is handed in for ("relu" where it does not say)
    name        the class that it replaces (the exercise's only one where it does not say)
    at_most     points that it may get at most, whatever the solution below it is worth
    no_effect   true: on top of a right solution it still gets full marks
    hangs       true: it runs until a limit of time ends it
    not_from_scratch, outcome, says, never_says: what the report must (not) hold

A Python attack defines `attack(solution)`, which returns what stands in the solution's place; an attack by a notebook
defines `notebook(source)`, which returns the bytes of the file.
"""

from __future__ import annotations

import ast
import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from deepclinic.course import solutions

ROOT = Path(__file__).parent

WRONG = {
    "relu": "slope_ignored",
    "batch_normalization": "momentum_swapped",
    "dropout": "not_rescaled",
    "residual_block": "no_skip",
}
"""The wrong solution below the attacks on each exercise."""

NAMES = {"relu": "ReLU", "batch_normalization": "BatchNormalization", "dropout": "Dropout"}


@dataclass(frozen=True)
class Attack:
    """One attack file."""

    path: Path

    @property
    def id(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}"

    @cached_property
    def header(self) -> dict[str, Any]:
        return tomllib.loads(ast.get_docstring(ast.parse(self.path.read_text("utf-8"))) or "")

    @property
    def exercise(self) -> str:
        return self.header.get("exercise", "relu")

    def submission(self, source: str) -> tuple[str, bytes]:
        """The name and the bytes of a file that holds a solution and this attack on top of it."""
        text = self.path.read_text("utf-8")
        if self.path.parent.name == "notebooks":
            names: dict[str, Any] = {}
            exec(compile(text, self.path, "exec"), names)
            return f"{self.exercise}.ipynb", names["notebook"](source)
        name = self.header.get("name") or NAMES[self.exercise]
        end = f"{name} = attack({name})\nif isinstance({name}, type):\n    {name}.__name__ = {name!r}\n"
        return f"{self.exercise}.py", f"{source}\n\n{text}\n\n{end}".encode()


def attacks() -> list[Attack]:
    """All attack files, sorted."""
    return [Attack(path) for path in sorted(ROOT.glob("*/*.py")) if path.parent.name != "__pycache__"]


def wrong_source(exercise: str) -> str:
    """The wrong solution that an attack tries to make more of."""
    return next(w.source for w in solutions.misconceptions(exercise) if w.id == WRONG[exercise])


def right_source(exercise: str) -> str:
    """A right one."""
    return solutions.reference_source(exercise)
