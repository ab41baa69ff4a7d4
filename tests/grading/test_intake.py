"""What is handed in is opened with care: ordinary files only, bounded, and each odd one says why it cannot be read."""

from __future__ import annotations

import os

import pytest

from deepclinic.errors import DeepclinicError
from deepclinic.grading import intake, submissions_in


def test_an_ordinary_file_is_read(tmp_path):
    path = tmp_path / "relu.py"
    path.write_bytes(b"x = 1\n")
    assert intake.read_bytes(path) == b"x = 1\n"


def test_a_symbolic_link_is_not_followed(tmp_path):
    secret = tmp_path / "secret.py"
    secret.write_text("secret")
    link = tmp_path / "relu.py"
    link.symlink_to(secret)
    with pytest.raises(intake.Unreadable, match="symbolic link"):
        intake.read_bytes(link)


def test_a_pipe_is_refused_without_waiting_for_a_writer(tmp_path):
    pipe = tmp_path / "relu.py"
    os.mkfifo(pipe)
    with pytest.raises(intake.Unreadable, match="ordinary file"):
        intake.read_bytes(pipe)


def test_a_device_is_refused():
    from pathlib import Path

    with pytest.raises(intake.Unreadable, match="ordinary file"):
        intake.read_bytes(Path("/dev/zero"))


def test_a_folder_named_like_a_file_is_refused(tmp_path):
    folder = tmp_path / "relu.py"
    folder.mkdir()
    with pytest.raises(intake.Unreadable):
        intake.read_bytes(folder)


def test_a_file_over_the_limit_is_refused_with_the_cure(tmp_path):
    path = tmp_path / "relu.ipynb"
    with path.open("wb") as file:
        file.truncate(intake.MAX_BYTES + 1)
    with pytest.raises(intake.Unreadable, match="Clear the outputs"):
        intake.read_bytes(path)


def test_a_missing_path_names_itself(tmp_path):
    with pytest.raises(DeepclinicError, match="nowhere"):
        submissions_in([tmp_path / "nowhere"])


def test_a_folder_without_submissions_names_itself(tmp_path):
    (tmp_path / "notes.txt").write_text("nothing")
    with pytest.raises(DeepclinicError, match="No .py or .ipynb"):
        submissions_in([tmp_path])


def test_checkpoints_and_caches_are_not_submissions(tmp_path):
    for name in (".ipynb_checkpoints/relu.ipynb", "__pycache__/relu.py", "relu.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("")
    assert [s.path.name for s in submissions_in([tmp_path])] == ["relu.py"]


def test_the_submitted_tree_of_nbgrader_tells_the_student_and_keeps_folders_apart(tmp_path):
    tree = tmp_path / "submitted"
    for student in ("ann", "bob"):
        folder = tree / student / "1_vanishing_gradients"
        folder.mkdir(parents=True)
        (folder / "relu.ipynb").write_text("{}")
        (folder / "helper.py").write_text("")
    found = submissions_in([tree])
    assert [(s.student, s.path.suffix, s.own_folder) for s in found] == [
        ("ann", ".ipynb", True),
        ("bob", ".ipynb", True),
    ]


def test_a_python_file_named_as_an_exercise_is_that_exercise(tmp_path):
    for name in ("relu.py", "mine.py", "relu.ipynb"):
        (tmp_path / name).write_text("")
    found = {s.path.name: s.exercises for s in submissions_in([tmp_path])}
    assert found == {"relu.py": ("relu",), "mine.py": (), "relu.ipynb": ()}
    assert submissions_in([tmp_path / "relu.py"], "dropout")[0].exercises == ("dropout",)


def test_files_of_one_name_are_told_apart(tmp_path):
    files = [tmp_path / student / "relu.py" for student in ("ann", "bob")]
    for file in files:
        file.parent.mkdir()
        file.write_text("")
    assert [s.name for s in submissions_in(files)] == [str(file) for file in files]
    assert [s.name for s in submissions_in(files[:1])] == ["relu.py"]


def test_files_of_a_mixed_folder_cannot_import_each_other(tmp_path):
    for name in ("ann.py", "bob.ipynb"):
        (tmp_path / name).write_text("")
    assert not any(s.own_folder for s in submissions_in([tmp_path]))
