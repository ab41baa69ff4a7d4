"""A sample class and what it hands in: right and wrong solutions that come with the course, and a few odd notebooks."""

from __future__ import annotations

import ast
import copy
import datetime
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from deepclinic.course import solutions
from deepclinic.course.catalog import catalog
from deepclinic.files import write_whole

STUDENTS = (
    ("amara", "Amara", "Okafor"), ("bora", "Bora", "Kim"), ("chiara", "Chiara", "Rossi"), ("diego", "Diego", "Ruiz"),
    ("elif", "Elif", "Yılmaz"), ("farid", "Farid", "Rahimi"), ("grace", "Grace", "Mbeki"), ("haruto", "Haruto", "Sato"),
    ("ingrid", "Ingrid", "Solberg"), ("jisoo", "Jisoo", "Park"), ("kwame", "Kwame", "Mensah"), ("lin", "Lin", "Zhang"),
    ("minjun", "Minjun", "Lee"), ("nadia", "Nadia", "Haddad"), ("oskar", "Oskar", "Nowak"), ("priya", "Priya", "Rao"),
)  # fmt: skip
"""Id, first name, last name."""

PREFERRED = ("relu", "batch_normalization", "loss_landscape", "validation", "deep_network")
"""What the sample class does: something of every unit, and little that takes long, so that one can watch."""

HANDED_IN_BY = {"deep_network": (0, 2, 4, 6)}
"""Places of those who hand in an exercise, where it is not everybody: a deep network is trained three times."""

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


LIKED = {
    "relu": ("slope_ignored", "gradient_one_at_zero", "slope_on_both_sides"),
    "batch_normalization": ("batch_statistics_at_inference", "momentum_swapped", "epsilon_outside_root"),
    "loss_landscape": ("whole_weight_normalized", "training_mode", "weights_left_behind"),
    "validation": ("validation_left_in_training", "compared_with_the_epoch_before", "pairs_torn"),
}
"""Misconceptions that the sample class has; where an exercise is not named or lacks one, the first that there are."""
SHARED_BY = (3, 2, 1, 1)
"""How many students have the first wrong idea, the second, …"""


def exercises() -> list[str]:
    """The exercises that the sample class does, those that there are of `PREFERRED`; else the first two."""
    known = [exercise.name for exercise in catalog().exercises]
    return [name for name in PREFERRED if name in known] or known[:2]


def sample_solutions(exercise: str, shift: int = 0) -> list[str]:
    """One solution's source for each student: about half of them right, a few with one wrong idea in common.

    `shift` decides who is wrong: every second student, from the first or from the second on.
    """
    right = [solution.source for solution in solutions.alternatives(exercise)] or [solutions.reference_source(exercise)]
    wrong = {solution.id: solution.source for solution in solutions.misconceptions(exercise)}
    ids = sorted(wrong, key=lambda name: name not in LIKED.get(exercise, ()))
    ideas = [name for name, many in zip(ids, SHARED_BY, strict=False) for _ in range(many)]
    mistaken = [n for n in range(len(STUDENTS)) if (n + shift) % 2 and n not in (BROKEN, EMPTY, CHEAT)]
    chosen = [right[place % len(right)] for place in range(len(STUDENTS))]
    for place, idea in zip([*mistaken[:1], CHEAT, *mistaken[1:]], ideas, strict=False):
        chosen[place] = wrong[idea]
    return [without_docstring(source) for source in chosen]


def hand_in(exchange: Path, course_id: str, assignment: str, release: Path) -> int:
    """Lay out what the class hands in where `nbgrader submit` would put it; return the number of notebooks.

    Args:
        exchange: the course's exchange folder, after `nbgrader release_assignment`.
        release: the released assignment.
    """
    released = {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in sorted(release.glob("*.ipynb"))}
    written = {name: sample_solutions(name, shift) for shift, name in enumerate(released)}
    start = datetime.datetime.now(datetime.UTC).replace(microsecond=0) - datetime.timedelta(hours=len(STUDENTS))
    count = 0
    for place, (student, *_) in enumerate(STUDENTS):
        mine = [name for name in released if place in HANDED_IN_BY.get(name, range(len(STUDENTS)))]
        if not mine:
            continue
        count += len(mine)
        at = (start + datetime.timedelta(minutes=37 * place)).strftime("%Y-%m-%d %H:%M:%S.%f UTC")
        folder = exchange / course_id / "inbound" / f"{student}+{assignment}+{at}"
        write_whole(folder / "timestamp.txt", at)
        for name in mine:
            text = json.dumps(_filled(released[name], name, written[name][place], place), indent=1)
            broken = place == BROKEN and name == next(iter(released))
            write_whole(folder / f"{name}.ipynb", text[: len(text) // 2] if broken else text)
    return count


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
