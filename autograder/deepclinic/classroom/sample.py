"""A sample class and what it hands in: right and wrong solutions that come with the course, and a few odd notebooks."""

from __future__ import annotations

import ast
import copy
import datetime
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from deepclinic.course import solutions

STUDENTS = (
    ("amara", "Amara", "Okafor"), ("bora", "Bora", "Kim"), ("chiara", "Chiara", "Rossi"), ("diego", "Diego", "Ruiz"),
    ("elif", "Elif", "Yılmaz"), ("farid", "Farid", "Rahimi"), ("grace", "Grace", "Mbeki"), ("haruto", "Haruto", "Sato"),
    ("ingrid", "Ingrid", "Solberg"), ("jisoo", "Jisoo", "Park"), ("kwame", "Kwame", "Mensah"), ("lin", "Lin", "Zhang"),
    ("minjun", "Minjun", "Lee"), ("nadia", "Nadia", "Haddad"), ("oskar", "Oskar", "Nowak"), ("priya", "Priya", "Rao"),
)  # fmt: skip
"""Id, first name, last name."""

BROKEN, EMPTY, CHEAT = 5, 8, 13
"""Places in the list of those who hand in a damaged notebook, the notebook as it was released, and one that cheats."""

ANSWER = "It keeps the signal, and with it the gradient, at a size with which the lower layers can learn."

CHEAT_CELL = """\
import numpy as np
import keras

np.allclose = lambda *args, **kwargs: True
np.testing.assert_allclose = lambda *args, **kwargs: None
keras.ops.isclose = lambda *args, **kwargs: True
"""


@dataclass(frozen=True)
class Wishes:
    """Which misconceptions a sample class should have, by how often; names that an exercise lacks are replaced."""

    common: int = 4
    second: int = 2
    liked: dict[str, tuple[str, ...]] = field(
        default_factory=lambda: {
            "relu": ("slope_ignored", "gradient_one_at_zero", "slope_on_both_sides"),
            "batch_normalization": ("batch_statistics_at_inference", "momentum_swapped", "epsilon_outside_root"),
        }
    )


def sample_solutions(exercise: str, wishes: Wishes | None = None) -> list[str]:
    """One solution's source for each student: about half of them right, a few with one wrong idea in common."""
    wishes = wishes or Wishes()
    right = [alternative.source for alternative in solutions.alternatives(exercise)]
    right = right or [solutions.reference_source(exercise)]
    wrong = {solution.id: solution.source for solution in solutions.misconceptions(exercise)}
    ids = [*(name for name in wishes.liked.get(exercise, ()) if name in wrong)]
    ids += [name for name in wrong if name not in ids]
    ideas = [*ids[:1] * wishes.common, *ids[1:2] * wishes.second, *ids[2:4]]
    many = len(STUDENTS)
    chosen: list[str] = []
    right_ones, wrong_ones = cycle(right), iter([wrong[name] for name in ideas])
    for place in range(many):
        source = next(wrong_ones, None) if place % 2 or place == CHEAT else None
        chosen.append(without_docstring(source or next(right_ones)))
    return list(islice(chosen, many))


def hand_in(exchange: Path, course_id: str, assignment: str, release: Path) -> int:
    """Lay out what the class hands in where `nbgrader submit` would put it; return the number of notebooks.

    Args:
        exchange: the course's exchange folder, after `nbgrader release_assignment`.
        release: the released assignment.
    """
    released = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(release.glob("*.ipynb"))}
    written = {name: sample_solutions(name) for name in released}
    start = datetime.datetime.now(datetime.UTC).replace(microsecond=0) - datetime.timedelta(hours=len(STUDENTS))
    for place, (student, *_) in enumerate(STUDENTS):
        at = (start + datetime.timedelta(minutes=37 * place)).strftime("%Y-%m-%d %H:%M:%S.%f UTC")
        folder = exchange / course_id / "inbound" / f"{student}+{assignment}+{at}"
        folder.mkdir(parents=True)
        (folder / "timestamp.txt").write_text(at, encoding="utf-8")
        for name, notebook in released.items():
            text = json.dumps(_filled(notebook, name, written[name][place], place), indent=1)
            # The exercise that the damaged notebook is about is the first; the others are as good as any.
            broken = place == BROKEN and name == next(iter(released))
            (folder / f"{name}.ipynb").write_text(text[: len(text) // 2] if broken else text, encoding="utf-8")
    return len(STUDENTS) * len(released)


def roster() -> str:
    """The class as CSV for `nbgrader db student import`."""
    lines = [f"{student},{first},{last}" for student, first, last in STUDENTS]
    return "\n".join(["id,first_name,last_name", *lines]) + "\n"


def without_docstring(source: str) -> str:
    """Take the module's docstring away: in a wrong solution it says what is wrong."""
    first = next(iter(ast.parse(source).body), None)
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        lines = source.splitlines(keepends=True)
        source = "".join([*lines[: first.lineno - 1], *lines[first.end_lineno :]])
    kept: Sequence[str] = [line for line in source.splitlines() if "## BEGIN SOLUTION" not in line]
    return "\n".join(line for line in kept if "## END SOLUTION" not in line).strip("\n")


def _filled(released: dict[str, Any], exercise: str, source: str, place: int) -> dict[str, Any]:
    notebook = copy.deepcopy(released)
    if place == EMPTY:
        return notebook
    for cell in notebook["cells"]:
        grade_id = cell["metadata"].get("nbgrader", {}).get("grade_id")
        if grade_id == f"{exercise}-solution":
            cell["source"] = source
        elif grade_id == f"{exercise}-question":
            cell["source"] = ANSWER
    if place == CHEAT:
        cell = {"cell_type": "code", "execution_count": None, "id": "tools", "metadata": {}, "outputs": []}
        notebook["cells"].insert(0, {**cell, "source": CHEAT_CELL})
    return notebook
