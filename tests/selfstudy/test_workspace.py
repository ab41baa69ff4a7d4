"""A workspace is never lost: nothing is overwritten, progress survives a move and a crash, and trouble names itself."""

from __future__ import annotations

import json
import os
import threading
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from deepclinic.course.catalog import catalog
from deepclinic.errors import DeepclinicError
from deepclinic.files import CannotWrite
from deepclinic.report.model import CheckResult, Report
from deepclinic.report.summary import first_failure
from deepclinic.selfstudy import astray
from deepclinic.selfstudy.hints import check_to_look_at
from deepclinic.selfstudy.progress import MARKER, read
from deepclinic.selfstudy.workspace import Update, Workspace
from deepclinic.text import Text


@pytest.fixture
def workspace(tmp_path) -> Workspace:
    return Workspace.create(tmp_path / "my-work")


def report(outcome: str) -> Report:
    points = 10.0 if outcome == "pass" else 0.0
    check = CheckResult("plain", Text("Plain"), outcome, points, 10.0)  # type: ignore[arg-type]
    return Report("relu.py", "relu", "graded", 10.0, (check,))


def test_every_exercise_gets_a_stub_and_a_notebook(workspace):
    for info in catalog().exercises:
        source, notebook = workspace.files(info)
        assert "NotImplementedError" in source.read_text(encoding="utf-8")
        assert json.loads(notebook.read_text(encoding="utf-8"))["nbformat"] == 4


def test_a_korean_workspace_speaks_korean(tmp_path):
    workspace = Workspace.create(tmp_path / "w", "ko")
    assert workspace.language == "ko"
    assert "작업 폴더" in (workspace.root / "README.md").read_text(encoding="utf-8")


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "thesis.tex").write_text("years of work")
    with pytest.raises(DeepclinicError, match="not empty"):
        Workspace.create(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.tex"]


def test_a_workspace_is_not_made_twice(workspace):
    with pytest.raises(DeepclinicError, match="already"):
        Workspace.create(workspace.root)


def test_it_is_found_from_any_folder_inside_and_nowhere_else(workspace, tmp_path):
    inside = workspace.files(catalog().exercise("relu"))[0].parent
    assert Workspace.find(inside).root == workspace.root
    with pytest.raises(DeepclinicError, match="deepclinic init"):
        Workspace.find(tmp_path)


def test_progress_survives_moving_the_folder(workspace, tmp_path):
    relu = catalog().exercise("relu")
    workspace.note(relu, report("pass"))
    moved = workspace.root.rename(tmp_path / "elsewhere")
    found = Workspace.find(moved)
    assert found.progress(relu)["passed"] and found.progress(relu)["tries"] == 1


def test_the_best_result_is_kept_and_the_first_pass_is_dated_once(workspace):
    relu = catalog().exercise("relu")
    workspace.note(relu, report("pass"))
    first = workspace.progress(relu)["passed"]
    workspace.note(relu, report("fail"))
    kept = workspace.progress(relu)
    assert (kept["points"], kept["best"], kept["passed"]) == (0.0, 10.0, first)
    assert kept["failed_check"] == "plain"


def test_the_next_open_exercise_follows_the_course(workspace):
    exercises = catalog().exercises
    for info, after in zip(exercises, [*exercises[1:], None], strict=True):
        assert workspace.next_open() == info
        workspace.progress(info)["passed"] = "2026-01-01"
        assert workspace.next_open() == after


def test_a_reset_keeps_what_was_there(workspace):
    relu = catalog().exercise("relu")
    source, _ = workspace.files(relu)
    source.write_text("my work", encoding="utf-8")
    workspace.write_stub(relu)
    workspace.write_stub(relu)
    assert source.with_name("relu.py.1.bak").read_text(encoding="utf-8") == "my work"
    assert "NotImplementedError" in source.read_text(encoding="utf-8")


def test_the_file_saved_last_is_the_one_that_counts(workspace):
    relu = catalog().exercise("relu")
    for newest in workspace.files(relu):
        for path in workspace.files(relu):
            os.utime(path, ns=(0, 2 if path == newest else 1))
        assert workspace.file(relu) == newest


def test_a_file_that_is_gone_names_the_cure(workspace):
    relu = catalog().exercise("relu")
    for path in workspace.files(relu):
        path.unlink()
    with pytest.raises(DeepclinicError, match="deepclinic reset relu"):
        workspace.file(relu)


@pytest.mark.parametrize("content", ["", "{", "[]", '{"format": 99}'])
def test_a_damaged_marker_names_itself(workspace, content):
    (workspace.root / MARKER).write_text(content)
    with pytest.raises(DeepclinicError, match="solutions are not touched"):
        Workspace.find(workspace.root)


def test_a_crash_while_progress_is_written_loses_nothing(workspace, monkeypatch):
    relu = catalog().exercise("relu")
    workspace.note(relu, report("pass"))
    before = (workspace.root / MARKER).read_bytes()

    def cut(*_):
        raise OSError("the disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", cut)
        with pytest.raises(CannotWrite, match="full"):
            workspace.note(relu, report("fail"))
    assert (workspace.root / MARKER).read_bytes() == before
    assert not [path for path in workspace.root.iterdir() if path.name.startswith(".")]


def test_two_who_write_at_a_time_both_keep_what_they_wrote(workspace):
    relu = catalog().exercise("relu")
    here, there = Workspace.find(workspace.root), Workspace.find(workspace.root)

    def ask(one: Workspace) -> None:
        for check in range(20):
            one.next_step(relu, f"{id(one)}-{check}")

    threads = [threading.Thread(target=ask, args=(one,)) for one in (here, there)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(read(workspace.root)["progress"]["relu"]["hints"]) == 40


def test_the_same_solution_twice_or_a_stub_is_no_further_try(workspace):
    relu = catalog().exercise("relu")
    for solution, outcome, tries in (("a", "fail", 1), ("a", "fail", 1), ("b", "fail", 2), ("c", "not_attempted", 2)):
        workspace.note(relu, replace(report(outcome), solution=solution))
        assert workspace.progress(relu)["tries"] == tries


def test_an_update_renews_what_is_untouched_and_leaves_the_rest(workspace):
    relu, batch = catalog().exercise("relu"), catalog().exercise("batch_normalization")
    mine, _ = workspace.files(relu)
    mine.write_text("my work", encoding="utf-8")
    untouched, _ = workspace.files(batch)
    with workspace.changing():
        workspace.state["version"] = "0.0.1"
        for path in (mine, untouched):  # as if an older version had written other stubs
            older = "an older stub" if path == untouched else "whatever"
            path.write_text(older if path == untouched else "my work", encoding="utf-8")
            workspace.state["made"][path.relative_to(workspace.root).as_posix()] = sha256(older.encode()).hexdigest()
        for path in workspace.files(catalog().exercise("dropout")):  # as if it had not been there yet
            path.unlink()
            del workspace.state["made"][path.relative_to(workspace.root).as_posix()]
    assert workspace.is_older()
    with workspace.changing():
        result = workspace.update()
    assert (result.kept, result.renewed) == ([mine], [untouched])
    assert set(result.new) == set(workspace.files(catalog().exercise("dropout")))
    assert mine.read_text(encoding="utf-8") == "my work" and "NotImplementedError" in untouched.read_text("utf-8")
    assert not workspace.is_older()
    with workspace.changing():
        assert workspace.update() == Update([], [], [mine])


def test_a_lost_marker_is_made_anew_and_no_file_is_touched(workspace):
    source, _ = workspace.files(catalog().exercise("relu"))
    source.write_text("my work", encoding="utf-8")
    (workspace.root / MARKER).unlink()
    found = Workspace.adopt(workspace.root, "en")
    with found.changing():
        assert found.update().kept == [source]
    assert Workspace.find(workspace.root).next_open() == catalog().exercises[0]
    assert source.read_text(encoding="utf-8") == "my work"


def test_a_renamed_file_is_found_and_named(workspace):
    relu = catalog().exercise("relu")
    source, notebook = workspace.files(relu)
    notebook.unlink()
    source.rename(source.with_name("relu_old.py"))
    with pytest.raises(DeepclinicError, match="relu_old.py beside it looks like it"):
        workspace.file(relu)


def test_two_changed_files_of_one_exercise_are_noticed(workspace):
    relu = catalog().exercise("relu")
    for path in workspace.files(relu):
        assert not workspace.both_changed(relu)
        path.write_text(path.read_text(encoding="utf-8") + " ", encoding="utf-8")
    assert workspace.both_changed(relu)


def test_the_hint_is_for_the_check_that_the_report_shows_in_full(workspace):
    """What was begun and failed comes before what was not begun, as on the screen."""
    checks = (
        CheckResult("values", Text("Values"), "pass", 5.0, 5.0),
        CheckResult("derivative", Text("Derivative"), "not_attempted", 0.0, 2.5),
        CheckResult("tensors", Text("Tensors"), "fail", 0.0, 2.5),
    )
    shown = Report("relu.py", "relu", "graded", 10.0, checks)
    relu = catalog().exercise("relu")
    workspace.note(relu, shown)
    failure = first_failure(shown)
    assert failure and workspace.progress(relu)["failed_check"] == check_to_look_at(shown) == failure.id == "tensors"
    assert check_to_look_at(replace(shown, checks=checks[:1])) is None


@pytest.mark.parametrize("kept", [5, {"tries": "many"}, {"hints": []}, {"best": None}, {"passed": 3}])
def test_progress_of_another_kind_is_damage_and_names_itself(workspace, kept):
    marker = workspace.root / MARKER
    marker.write_text(json.dumps({**workspace.state, "progress": {"relu": kept}}))
    with pytest.raises(DeepclinicError, match="cannot be read"):
        Workspace.find(workspace.root)


@pytest.mark.parametrize("outcome", ["unreadable", "grader_fault"])
def test_what_was_not_graded_is_no_try_and_changes_nothing(workspace, outcome):
    relu = catalog().exercise("relu")
    workspace.note(relu, report("fail"))
    before = dict(workspace.progress(relu))
    workspace.note(relu, replace(report("fail"), outcome=outcome, checks=(), solution=""))
    assert workspace.progress(relu) == before


@pytest.mark.parametrize("linked", ["file", "folder"])
def test_a_link_is_the_file_that_it_stands_for(workspace, tmp_path, linked):
    relu = catalog().exercise("relu")
    place = workspace.file(relu) if linked == "file" else workspace.file(relu).parent
    place.rename(tmp_path / "elsewhere")
    place.symlink_to(tmp_path / "elsewhere")
    assert workspace.exercise_of(workspace.file(relu)) == relu
    assert workspace.exercise_of(workspace.file(relu).resolve()) == relu


def test_a_folder_that_was_moved_away_is_not_made_again(workspace, tmp_path):
    workspace.root.rename(tmp_path / "moved")
    _, trouble = workspace.next_step(catalog().exercise("relu"), None)
    assert "moved" in str(trouble)
    with pytest.raises(DeepclinicError, match="moved"):
        workspace.note(catalog().exercise("relu"), report("fail"))
    assert not workspace.root.exists()


def test_a_file_that_cannot_be_read_looks_like_nothing(workspace, monkeypatch):
    def refuse(self):
        raise PermissionError

    path = workspace.file(catalog().exercise("relu")).with_name("mine.py")
    path.write_text("class ReLU: pass")
    assert astray.looks_like(workspace.root, path) == catalog().exercise("relu")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert astray.looks_like(workspace.root, path) is None
