"""Nothing that lies beside a submission takes the place of the grader or of a library, whichever command grades it."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from deepclinic.classroom.init import init
from deepclinic.course.notebook import dumps, student_notebook

pytestmark = pytest.mark.slow

UNIT = "1_vanishing_gradients"
NAMES = ("deepclinic", "keras", "numpy", "tensorflow", "json", "random", "sitecustomize", "usercustomize", "nbgrader")
TRAP = """
import pathlib
pathlib.Path({sprung!r}).write_text(__file__)
raise SystemExit("the grader has been replaced")
"""


def set_traps(folder: Path, sprung: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in NAMES:
        (folder / f"{name}.py").write_text(TRAP.format(sprung=str(sprung)))
    (folder / "deepclinic").mkdir()
    (folder / "deepclinic" / "__init__.py").write_text(TRAP.format(sprung=str(sprung)))


def command(name: str, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run an installed command as a user does, in a folder full of traps."""
    program = [str(Path(sys.executable).with_name(name))]
    environment = {**os.environ, "JUPYTER_NO_CONFIG": "1"}
    return subprocess.run(
        [*program, *arguments], cwd=folder, env=environment, capture_output=True, text=True, timeout=240, check=False
    )


def test_deepclinic_grade_in_the_folder_of_a_submission(tmp_path):
    folder, sprung = tmp_path / "mallory", tmp_path / "sprung"
    set_traps(folder, sprung)
    (folder / "relu.ipynb").write_text(dumps(student_notebook("relu", "en")), "utf-8")
    done = command("deepclinic", "grade", "relu.ipynb", "--seed", "1", "--json", "-", folder=folder)
    assert done.returncode == 1, done.stderr
    (report,) = [report for report in json.loads(done.stdout)["reports"] if report["exercise"] == "relu"]
    assert (report["outcome"], report["points"]) == ("graded", 0)
    assert not sprung.exists()


@pytest.mark.parametrize("options", [("-m",), ("-P", "-m")])
def test_python_m_deepclinic_in_a_folder_with_libraries_of_its_own(tmp_path, options):
    set_traps(tmp_path / "mallory", tmp_path / "sprung")
    if "-P" not in options:  # without it Python itself finds the package here before anything of ours can run
        (tmp_path / "mallory" / "deepclinic.py").unlink()
        shutil.rmtree(tmp_path / "mallory" / "deepclinic")
    done = subprocess.run(
        [sys.executable, *options, "deepclinic", "list"], cwd=tmp_path / "mallory", capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert not (tmp_path / "sprung").exists()


def test_nbgrader_autograde_in_the_course_folder(tmp_path):
    course, sprung = tmp_path / "course", tmp_path / "sprung"
    init(course, exercises=["relu"])
    handed_in = course / "submitted" / "mallory" / UNIT
    set_traps(handed_in, sprung)
    made = command("nbgrader", "generate_assignment", UNIT, "--create", folder=course)
    assert made.returncode == 0, made.stderr
    notebook = (course / "release" / UNIT / "relu.ipynb").read_text("utf-8")
    (handed_in / "relu.ipynb").write_text(notebook, "utf-8")
    set_traps(course / "trap", sprung)
    for path in (course / "trap").iterdir():
        path.rename(course / path.name)
    graded = command("nbgrader", "autograde", UNIT, "--create", folder=course)
    assert graded.returncode == 0, graded.stderr
    assert not sprung.exists()
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as gradebook:
        grade = gradebook.find_grade("relu-check", "relu", UNIT, "mallory")
    assert grade.auto_score == 0 and not grade.needs_manual_grade
