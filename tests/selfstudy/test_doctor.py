"""The doctor finds what is broken, says what to do, and its exit status tells a script."""

from __future__ import annotations

import shutil
import sys

import pytest

from deepclinic import paths
from deepclinic.cli import main
from deepclinic.selfstudy import doctor, trouble


@pytest.mark.usefixtures("lent_workers")
def test_where_all_works_it_says_so(capsys):
    assert main(["doctor"]) == 0
    out = capsys.readouterr().out
    assert "tensorflow" in out and "digits.csv.gz" in out and "full marks" in out and "✗" not in out


def test_a_data_file_that_changed_is_found(tmp_path, monkeypatch):
    for file in paths.datasets_root().iterdir():
        shutil.copy(file, tmp_path)
    (tmp_path / "digits.csv.gz").write_bytes(b"cut off")
    monkeypatch.setattr(paths, "datasets_root", lambda: tmp_path)
    assert [finding.state for finding in doctor._data()] == ["fails"]


@pytest.fixture
def without_tensorflow(monkeypatch):
    monkeypatch.setattr(trouble, "_is_installed", lambda name: name != "tensorflow")
    monkeypatch.setattr(trouble, "version_of", lambda name: "")


@pytest.mark.usefixtures("without_tensorflow")
@pytest.mark.parametrize("command", [["check", "relu"], [], ["certificate"]], ids=str)
def test_without_tensorflow_every_command_that_checks_names_the_cure(tmp_path, monkeypatch, capsys, command):
    assert main(["init", str(tmp_path / "w")]) == 0
    monkeypatch.chdir(tmp_path / "w")
    capsys.readouterr()
    assert main(command) == 2
    err = capsys.readouterr().err
    assert f"{sys.executable} -m pip install tensorflow" in err and "Traceback" not in err


@pytest.mark.usefixtures("without_tensorflow")
def test_without_tensorflow_the_doctor_still_examines_the_rest(capsys):
    assert main(["doctor"]) == 1
    assert "digits.csv.gz" in capsys.readouterr().out


def test_an_old_python_is_named(monkeypatch, capsys):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2, "final", 0))
    assert main(["list"]) == 2
    err = capsys.readouterr().err
    assert "Python 3.9.2" in err and "3.12" in err


@pytest.mark.parametrize("with_solutions, named", [(True, ["nbgrader"]), (False, [])], ids=["teacher", "student"])
def test_only_teachers_are_told_that_nbgrader_is_missing(monkeypatch, with_solutions, named):
    monkeypatch.setattr(trouble, "version_of", lambda name: "" if name == "nbgrader" else "1.0")
    monkeypatch.setattr(doctor.solutions, "has_solutions", lambda: with_solutions)
    assert [finding.what.en for finding in doctor._libraries() if finding.state == "fails"] == named
