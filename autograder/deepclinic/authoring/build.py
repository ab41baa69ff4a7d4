"""Build the wheel: the whole course, or the students' build that carries no solutions.

A students' build has no references, alternatives, misconceptions or marking guides. In their place it has what their
own checks need: the stubs, and expected observations on published seeds. It does not ask for nbgrader, which only
teachers use: where a notebook service comes with an IPython of its own (Colab), nbgrader would replace that.
"""

from __future__ import annotations

import configparser
import shutil
import subprocess
import sys
import tempfile
from importlib import metadata
from pathlib import Path

from deepclinic import paths
from deepclinic.course.catalog import catalog
from deepclinic.course.lesson import without_guides
from deepclinic.course.stub import stub_source
from deepclinic.errors import DeepclinicError
from deepclinic.files import write_whole

_FILES = ("setup.cfg", "pyproject.toml", "README.md", "LICENSE", "LICENSE-lessons")
_FOLDERS = ("autograder", "course", "datasets", "solutions")
_JUNK = shutil.ignore_patterns("__pycache__", "*.pyc", "*.egg-info", ".ipynb_checkpoints")
_CONTENT = "deepclinic._content."
_FOR_TEACHERS = "nbgrader"


def build_wheel(out_dir: Path, student: bool, expected_dir: Path | None = None) -> Path:
    """Build a wheel into `out_dir` and return its path.

    Args:
        out_dir: made if it does not exist.
        student: leave the solutions out; the version then ends in `+student`.
        expected_dir: for a students' build, the folder of expected observations that it shall carry.

    Raises:
        DeepclinicError: this is not a checkout of the repository, or the build failed.
    """
    with tempfile.TemporaryDirectory(prefix="deepclinic-build-") as folder:
        tree = Path(folder) / "deepclinic"
        copy_tree(tree, student, expected_dir)
        wheels = Path(folder) / "wheels"
        _pip_wheel(tree, wheels)
        (wheel,) = wheels.glob("*.whl")
        built = out_dir / wheel.name
        write_whole(built, wheel.read_bytes())
        return built


def copy_tree(tree: Path, student: bool, expected_dir: Path | None = None) -> None:
    """Lay out in the new folder `tree` what the wheel is built from."""
    root = paths.course_root().parent
    if not (root / "setup.cfg").is_file():
        raise DeepclinicError("A wheel is built from a checkout of the repository, and this deepclinic is not in one.")
    tree.mkdir(parents=True)
    for name in _FILES:
        if (root / name).is_file():
            shutil.copy(root / name, tree)
    for name in _FOLDERS:
        if not (student and name == "solutions"):
            shutil.copytree(root / name, tree / name, ignore=_JUNK)
    if student:
        _make_students(tree, expected_dir)


def _make_students(tree: Path, expected_dir: Path | None) -> None:
    for lesson in (tree / "course").rglob("*.py"):
        lesson.write_text(without_guides(lesson.read_text(encoding="utf-8")), encoding="utf-8")
    (tree / "stubs").mkdir()
    for info in catalog().exercises:
        (tree / "stubs" / f"{info.name}.py").write_text(stub_source(info), encoding="utf-8")
    added = ["stubs"]
    if expected_dir:
        shutil.copytree(expected_dir, tree / "expected", ignore=_JUNK)
        added.append("expected")
    _adjust_metadata(tree / "setup.cfg", added)


def _adjust_metadata(file: Path, added: list[str]) -> None:
    """Take the solutions and what only teachers need out of setup.cfg, put the folders `added` in, mark the version."""
    config = configparser.ConfigParser(interpolation=None)
    config.optionxform = str  # type: ignore[assignment,method-assign]
    config.read(file, encoding="utf-8")
    options, data = config["options"], config["options.package_data"]
    for key in ("packages", "package_dir"):
        lines = [line for line in options[key].splitlines() if f"{_CONTENT}solutions" not in line]
        lines += [f"{_CONTENT}{name}" + (f" = {name}" if key == "package_dir" else "") for name in added]
        options[key] = "\n".join(lines)
    needed = options["install_requires"].splitlines()
    options["install_requires"] = "\n".join(line for line in needed if not line.strip().startswith(_FOR_TEACHERS))
    del data[f"{_CONTENT}solutions"]
    data.update({f"{_CONTENT}{name}": "\n**/*" for name in added})
    config["metadata"]["version"] = f"{_version()}+student"
    with file.open("w", encoding="utf-8") as stream:
        config.write(stream)


def _pip_wheel(tree: Path, wheels: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(wheels), str(tree)]
    if _own_setuptools_will_do():
        command.append("--no-build-isolation")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise DeepclinicError(f"The wheel could not be built:\n{done.stdout}{done.stderr}".rstrip())


def _own_setuptools_will_do() -> bool:
    """True where the build needs nothing from a package index: setuptools is here and as new as pyproject.toml asks."""
    try:
        return int(metadata.version("setuptools").split(".")[0]) >= 77
    except (metadata.PackageNotFoundError, ValueError):
        return False


def _version() -> str:
    from deepclinic import __version__

    return __version__
