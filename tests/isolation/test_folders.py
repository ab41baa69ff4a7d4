"""A folder that somebody hostile has filled is measured in bounded time, and removed."""

from __future__ import annotations

import os

from deepclinic.isolation import folders


def deep(path, levels: int) -> None:
    here = os.open(path, os.O_RDONLY)
    for _ in range(levels):
        os.mkdir("d", dir_fd=here)
        there = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = there
    os.close(here)


def test_a_tree_deeper_than_any_path_is_removed(tmp_path):
    target = tmp_path / "run"
    target.mkdir()
    deep(target, 3000)
    assert folders.exceeds(str(target), 10**9, 10**6) == "files"
    folders.remove(str(target))
    assert not target.exists()


def test_no_link_is_followed(tmp_path):
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "file").write_text("x")
    target = tmp_path / "run"
    (target / "sub").mkdir(parents=True)
    (target / "link").symlink_to(kept)
    (target / "sub" / "link").symlink_to(kept)
    (target / "sub" / "hard").hardlink_to(kept / "file")
    folders.remove(str(target))
    assert not target.exists()
    assert (kept / "file").read_text() == "x"


def test_folders_that_nobody_may_enter_are_removed(tmp_path):
    target = tmp_path / "run"
    (target / "a" / "b" / "c").mkdir(parents=True)
    for name in ("a/b", "a"):
        os.chmod(target / name, 0)
    folders.remove(str(target))
    assert not target.exists()


def test_limits(tmp_path):
    (tmp_path / "file").write_bytes(b"x" * 100_000)
    for number in range(10):
        (tmp_path / str(number)).mkdir()
    assert folders.exceeds(str(tmp_path), 10**6, 100) is None
    assert folders.exceeds(str(tmp_path), 10**4, 100) == "disk"
    assert folders.exceeds(str(tmp_path), 10**6, 5) == "files"


def test_what_is_not_there_is_no_error(tmp_path):
    assert folders.exceeds(str(tmp_path / "none"), 1, 1) is None
    folders.remove(str(tmp_path / "none"))
