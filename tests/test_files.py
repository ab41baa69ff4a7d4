"""A file is written whole or not at all, whatever goes wrong, and the error says what to do."""

from __future__ import annotations

import ast
import errno
import os
import resource
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

import deepclinic
from deepclinic.cli import main
from deepclinic.errors import DeepclinicError
from deepclinic.files import CannotWrite, write_whole
from deepclinic.grading import storage
from deepclinic.judging.observation import Observation
from deepclinic.selfstudy.workspace import Workspace

PACKAGE = Path(deepclinic.__file__).parent


@contextmanager
def room_for(size: int) -> Iterator[None]:
    """Let the kernel refuse every byte of a file beyond `size`."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("content", ["new, 가나다\r\n", b"\0\xff"])
def test_new_and_old_files_are_written_with_their_folders(tmp_path, content):
    path = tmp_path / "a" / "b" / "file"
    for _ in range(2):
        write_whole(path, content)
        assert path.read_bytes() == (content if isinstance(content, bytes) else content.encode())
    assert os.listdir(path.parent) == ["file"]


def test_when_the_disk_is_full_the_old_file_stays_and_nothing_else(tmp_path):
    path = tmp_path / "points.csv"
    path.write_text("old")
    with room_for(1000), pytest.raises(CannotWrite, match="points.csv.*ulimit -f"):
        write_whole(path, "x" * 5000)
    with pytest.raises(CannotWrite, match="/dev/full.*disk is full: make room"):
        write_whole(Path("/dev/full"), "x")
    assert path.read_text() == "old" and os.listdir(tmp_path) == ["points.csv"]
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode), "a device is written to, not replaced"


def test_an_interruption_leaves_the_old_file_and_nothing_else(tmp_path, monkeypatch):
    path = tmp_path / "state"
    path.write_text("old")

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(path, "new")
    assert path.read_text() == "old" and os.listdir(tmp_path) == ["state"]


@pytest.mark.parametrize(
    ("number", "cure"),
    [
        (errno.ENOSPC, "make room"),
        (errno.EDQUOT, "make room"),
        (errno.EACCES, "permissions"),
        (errno.EROFS, "another place"),
    ],
)
def test_the_error_names_the_file_and_the_cure_in_both_languages(tmp_path, monkeypatch, number, cure):
    def fails(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "replace", fails)
    with pytest.raises(CannotWrite) as caught:
        write_whole(tmp_path / "page.html", "new")
    assert "page.html" in str(caught.value) and cure in str(caught.value)
    assert caught.value.text.ko.count("page.html") == 1 and len(caught.value.text.ko) > 40
    assert os.listdir(tmp_path) == []


def test_rights_are_those_of_any_new_file_and_of_the_old_one(tmp_path):
    path, link = tmp_path / "file", tmp_path / "link"
    before = os.umask(0o027)
    try:
        write_whole(path, "x")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    path.chmod(0o604)
    link.symlink_to(path)
    write_whole(link, "y")
    assert link.is_symlink() and path.read_text() == "y" and stat.S_IMODE(path.stat().st_mode) == 0o604


def test_a_folder_or_a_file_in_the_way_is_named(tmp_path):
    (tmp_path / "file").write_text("x")
    for path in (tmp_path, tmp_path / "file" / "below"):
        with pytest.raises(CannotWrite, match=str(path)):
            write_whole(path, "x")


def test_half_a_workspace_is_taken_away_again(tmp_path):
    with room_for(2000), pytest.raises(DeepclinicError, match="Cannot write"):
        Workspace.create(tmp_path / "work")
    assert os.listdir(tmp_path / "work") == []
    Workspace.create(tmp_path / "work")


def test_progress_survives_a_full_disk_and_a_clock_that_goes_backwards(tmp_path, monkeypatch):
    workspace = Workspace.create(tmp_path / "work")
    marker = (tmp_path / "work" / "deepclinic.json").read_bytes()

    def change() -> None:
        with workspace.changing():
            workspace.state["progress"] = {"relu": {"padding": "x" * 5000}}

    with room_for(1000), pytest.raises(CannotWrite):
        change()
    assert (tmp_path / "work" / "deepclinic.json").read_bytes() == marker
    monkeypatch.setattr(time, "time", lambda: 0.0)
    change()
    assert Workspace.find(tmp_path / "work").state == workspace.state


def test_a_cache_that_cannot_be_written_is_gone_without(tmp_path):
    with room_for(10):
        storage.save_if_possible(tmp_path / "a.obs", Observation({}))
    assert os.listdir(tmp_path) == []


def test_a_command_says_before_it_grades_that_it_cannot_write(tmp_path, capsys):
    (tmp_path / "relu.py").write_text("")
    (tmp_path / "file").write_text("")
    assert main(["grade", str(tmp_path / "relu.py"), "--html", str(tmp_path / "file")]) == 2
    assert "Cannot write" in capsys.readouterr().err


# What writes in another way, and why it may.
ALLOWED = {
    "files.py": "this is the one",
    "isolation/attempts.py": "in a worker's own folder, to be refused",
    "isolation/selftest.py": "a secret that exists for a second",
    "isolation/worker.py": "a setting of the kernel's",
    "isolation/process.py": "a log that is read by nobody but the error message",
    "authoring/build.py": "a temporary tree that the wheel is built from",
    "authoring/dev_check.py": "a temporary file that is graded",
    "classroom/demo.py": "a log, line by line",
    "classroom/seed.py": "drawn by two processes at once, the first one counts: linked, not renamed",
    "selfstudy/service.py": "answers on a pipe",
}


def test_nothing_else_in_the_package_writes_files():
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            words = [a.value for a in node.args[:2] if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            opens = name in ("open", "fdopen") and any(set(word) & set("wax+") and len(word) < 4 for word in words)
            if opens or name in ("write_text", "write_bytes", "dump", "mkstemp", "NamedTemporaryFile"):
                found.add(path.relative_to(PACKAGE).as_posix())
    assert found - ALLOWED.keys() == set()
