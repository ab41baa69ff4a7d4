"""What is installed: one import package with the content inside; in a students' build nothing of the solutions."""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
import zipfile
from importlib import metadata
from itertools import pairwise
from pathlib import Path

import pytest

from deepclinic import paths
from deepclinic.authoring.build import build_wheel, copy_tree
from deepclinic.course.catalog import catalog
from deepclinic.course.lesson import read_lesson
from deepclinic.course.stub import solution_parts

ROOT = paths.course_root().parent
CONTENT = ("course", "datasets", "solutions")
SHORT = 40
"""Fewer characters (`if not training: return x`) are too common to give a solution away."""


@pytest.fixture(scope="session")
def expected(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("observations")
    (folder / "relu").mkdir()
    (folder / "relu" / "seed_1.npz").write_bytes(b"data")
    return folder


@pytest.fixture(scope="session")
def student_build(tmp_path_factory, expected) -> Path:
    """The unpacked students' wheel."""
    return _unpacked(tmp_path_factory, student=True, expected_dir=expected)


@pytest.fixture(scope="session")
def full_build(tmp_path_factory) -> Path:
    """The unpacked wheel with everything."""
    return _unpacked(tmp_path_factory, student=False)


def _unpacked(factory, **how) -> Path:
    wheel = build_wheel(factory.mktemp("wheel"), **how)
    folder = factory.mktemp("installed")
    zipfile.ZipFile(wheel).extractall(folder)
    return folder


def _python(build: Path, code: str) -> str:
    environment = {"PYTHONPATH": str(build), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-W", "error", "-c", code]
    return subprocess.check_output(command, text=True, env=environment, cwd=build).strip()


def test_setup_cfg_lists_every_package_that_there_is():
    package = ROOT / "autograder" / "deepclinic"
    folders = {file.parent.relative_to(ROOT / "autograder") for file in package.rglob("*.py")}
    config = configparser.ConfigParser(interpolation=None)
    config.read(ROOT / "setup.cfg", encoding="utf-8")
    listed = {name for name in config["options"]["packages"].split() if "._content." not in name}
    assert listed == {".".join(folder.parts) for folder in folders}


def test_content_folders_are_no_packages():
    found = [file for name in CONTENT for file in (ROOT / name).rglob("__init__.py")]
    assert not found, "a top-level package of that name would overwrite another project's"


def test_importing_deepclinic_is_light():
    heavy = "{'numpy', 'keras', 'tensorflow', 'rich', 'nbformat', 'jupytext', 'yaml'}"
    code = f"import sys, deepclinic; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def test_a_students_tree_has_no_guides_for_markers(tmp_path):
    copy_tree(tmp_path / "tree", student=True)
    lessons = "".join(file.read_text(encoding="utf-8") for file in (tmp_path / "tree" / "course").rglob("*.py"))
    assert "guide=" not in lessons
    for info in catalog().exercises:
        for cell in read_lesson(info).cells:
            lines = cell.source.splitlines() if cell.role == "guide" else []
            assert not [line for line in lines if len(line) > SHORT and line in lessons]


@pytest.mark.slow
def test_wheels_install_one_package_and_nothing_beside_it(full_build, student_build):
    for build in (full_build, student_build):
        assert {path.name for path in build.iterdir() if path.suffix != ".dist-info"} == {"deepclinic"}


@pytest.mark.slow
def test_the_wheel_carries_every_file_of_the_content(full_build):
    for name in CONTENT:
        here = {file.relative_to(ROOT / name) for file in (ROOT / name).rglob("*") if _counts(file)}
        bundled = full_build / "deepclinic" / "_content" / name
        assert here == {file.relative_to(bundled) for file in bundled.rglob("*") if file.is_file()}


def _counts(file: Path) -> bool:
    return file.is_file() and not {"__pycache__", ".ipynb_checkpoints"} & set(file.parts)


@pytest.mark.slow
def test_a_wheel_finds_its_own_content(full_build):
    code = (
        "from deepclinic import paths; from deepclinic.course.catalog import catalog;"
        "from deepclinic.datasets import digits; digits();"
        "print(paths.course_root(), paths.solutions_root(), paths.stubs_root(), len(catalog().exercises))"
    )
    content = full_build / "deepclinic" / "_content"
    assert _python(full_build, code).split() == [
        str(content / "course"),
        str(content / "solutions"),
        "None",
        str(len(catalog().exercises)),
    ]


@pytest.mark.slow
def test_a_students_build_has_stubs_and_expected_observations_and_makes_notebooks(student_build, expected):
    code = (
        "from deepclinic import paths; from deepclinic.course.catalog import catalog;"
        "from deepclinic.course.notebook import student_notebook;"
        "[student_notebook(info, 'ko') for info in catalog().exercises];"
        "print(paths.solutions_root(), paths.expected_root(), *sorted(p.stem for p in paths.stubs_root().glob('*.py')))"
    )
    solutions, expected_root, *stubs = _python(student_build, code).split()
    assert solutions == "None"
    assert (Path(expected_root) / "relu" / "seed_1.npz").read_bytes() == b"data"
    assert stubs == sorted(info.name for info in catalog().exercises)


@pytest.mark.slow
def test_a_students_build_holds_no_line_of_a_solution(student_build):
    content = student_build / "deepclinic" / "_content"
    assert not (content / "solutions").exists()
    files = [*content.rglob("*.py"), *(student_build / "deepclinic").rglob("*.json")]
    texts = {file: file.read_text(encoding="utf-8") for file in files}
    references = {info.name: info.reference.read_text(encoding="utf-8") for info in catalog().exercises}
    shown = set().union(*map(_shown, references.values()))
    for name, reference in references.items():
        secrets = _secrets(reference, shown)
        assert secrets
        for file, text in texts.items():
            leaked = secrets & _passages(text.splitlines())
            assert not leaked, f"{file.name} holds lines of {name}'s solution: {leaked}"


@pytest.mark.slow
def test_a_students_build_needs_nothing_that_only_teachers_use(full_build, student_build):
    def needed(build: Path) -> set[str]:
        [info] = build.glob("*.dist-info")
        requirements = metadata.PathDistribution(info).requires or []
        return {re.split(r"[^\w-]", line)[0] for line in requirements if "extra ==" not in line}

    assert needed(full_build) - needed(student_build) == {"nbgrader"}
    rooms = "('cli', 'course', 'grading', 'isolation', 'judging', 'report', 'selfstudy', 'submission')"
    code = (
        "import importlib, pkgutil, sys, deepclinic; sys.modules['nbgrader'] = None;"
        f"[importlib.import_module(m.name) for m in pkgutil.walk_packages(deepclinic.__path__, 'deepclinic.')"
        f" if m.name.split('.')[1] in {rooms} and not m.name.endswith('grade_class')];"
        "print('watch' in dir(deepclinic.selfstudy))"
    )
    assert _python(student_build, code) == "True"


def _secrets(reference: str, shown: set[str]) -> set[str]:
    """What stands in the parts that the student is to write, and in no part of any reference that students are given.

    Two successive lines, since one alone (`super().__init__(**kwargs)`) may be anybody's; one where a part has no more.
    """
    parts = [part.splitlines() for part in solution_parts(reference)]
    passages = {passage for part in parts for passage in _passages(part, alone=len(part) == 1)}
    return {passage for passage in passages if len(passage) > SHORT and not set(passage.split("\n")) & shown}


def _shown(reference: str) -> set[str]:
    """The lines of a reference that its stub shows too."""
    hidden = {line.strip() for part in solution_parts(reference) for line in part.splitlines()}
    return {line.strip() for line in reference.splitlines()} - hidden


def _passages(lines: list[str], alone: bool = True) -> set[str]:
    """Successive lines two by two, and with `alone` each by itself; without their indentation."""
    lines = [line.strip() for line in lines if line.strip()]
    pairs = {f"{one}\n{other}" for one, other in pairwise(lines)}
    return pairs | set(lines) if alone else pairs
