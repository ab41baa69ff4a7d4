"""Commands answer with the exit status that they promise; a mistake gets one line with the cure, never a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from deepclinic.cli import main
from deepclinic.course import solutions
from deepclinic.course.catalog import catalog
from deepclinic.files import CannotWrite
from deepclinic.selfstudy.workspace import Workspace


@pytest.fixture
def inside(tmp_path, monkeypatch):
    assert main(["init", str(tmp_path / "w")]) == 0
    monkeypatch.chdir(tmp_path / "w")
    return tmp_path / "w"


def test_list_and_hint_and_help_never_import_keras(inside):
    script = (
        "import sys\nfrom deepclinic.cli import main\n"
        "for argv in (['list'], ['hint', 'relu']):\n    assert main(argv) == 0\n"
        "try:\n    main(['--help'])\nexcept SystemExit:\n    pass\n"
        "assert not {'keras', 'tensorflow'} & set(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=inside)
    assert done.returncode == 0, done.stderr


def test_list_names_every_exercise_in_korean_too(capsys):
    assert main(["list", "--language", "ko"]) == 0
    assert "batch_normalization" in capsys.readouterr().out


@pytest.mark.parametrize(
    "argv, says",
    [
        (["check", "relo"], "relu"),
        (["check", "nowhere.py"], "nowhere.py"),
        (["grade", "nowhere"], "nowhere"),
        (["hint", "relo"], "relu"),
        (["solution", "relu"], "--give-up"),
        (["reset", "relo"], "relu"),
        (["init", "."], "workspace already"),
        (["grade", "1_vanishing_gradients/relu.py", "--csv", "."], "Cannot write"),
    ],
    ids=" ".join,
)
def test_a_mistake_is_exit_status_2_and_one_line_with_the_cure(inside, capsys, argv, says):
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert says in err and "Traceback" not in err and out == ""


def test_outside_a_workspace_the_watch_says_how_to_make_one(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main([]) == 2
    assert "deepclinic init" in capsys.readouterr().err


def test_hints_come_in_three_steps_and_stay_at_the_last(inside, capsys):
    shown = []
    for _ in range(4):
        assert main(["hint", "relu"]) == 0
        shown.append(capsys.readouterr().out)
    assert len(set(shown)) == 3 and shown[2] == shown[3]


def test_the_solution_opens_on_demand(inside, capsys):
    assert main(["solution", "relu", "--give-up"]) == 0
    out = capsys.readouterr().out
    assert "- yours, + the reference" in out and "- \n" not in out
    assert "-         raise NotImplementedError" in out and "choose the slope of each element" in out


@pytest.mark.parametrize("seed", ["-1", "x", str(2**31)])
def test_a_seed_out_of_range_is_a_usage_error(seed):
    with pytest.raises(SystemExit) as end:
        main(["grade", "x.py", "--seed", seed])
    assert end.value.code == 2


def test_a_right_file_earns_exit_status_0_and_json_alone_on_standard_output(capsys):
    assert main(["grade", str(solutions.reference_path("relu")), "--exercise", "relu", "--json", "-"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["schema"] == 1 and found["reports"][0]["points"] == found["reports"][0]["max_points"]


def test_a_wrong_file_earns_exit_status_1_and_every_face_is_written(tmp_path, capsys):
    wrong = solutions.misconceptions("map_estimation")[0]
    argv = ["grade", str(wrong.path), "--exercise", "map_estimation", "--seed", "5", "--html", str(tmp_path / "html")]
    assert main([*argv, "--csv", str(tmp_path / "p.csv"), "--json", str(tmp_path / "r.json")]) == 1
    report = json.loads((tmp_path / "r.json").read_text(encoding="utf-8"))["reports"][0]
    assert report["misconception"]["id"] == wrong.id
    assert wrong.misconception.what.en[:40] in (tmp_path / "html" / "index.html").read_text(encoding="utf-8")
    assert (tmp_path / "p.csv").read_text(encoding="utf-8-sig").count("\n") >= 2
    assert "--seed 5" in capsys.readouterr().out


def test_an_odd_file_is_unreadable_and_the_others_are_graded(tmp_path, capsys):
    (tmp_path / "map_estimation_ann.py").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "map_estimation_bob.ipynb").write_text("{")
    (tmp_path / "map_estimation_eve.py").write_text(solutions.reference_source("map_estimation"), encoding="utf-8")
    assert main(["grade", str(tmp_path), "--json", "-"]) == 1
    outcomes = {r["submission"]: r["outcome"] for r in json.loads(capsys.readouterr().out)["reports"]}
    assert outcomes == {
        "map_estimation_ann.py": "unreadable",
        "map_estimation_bob.ipynb": "unreadable",
        "map_estimation_eve.py": "graded",
    }


@pytest.fixture
def full_disk(inside, monkeypatch):
    """Nothing more can be written into the workspace."""

    def refuse(path, *_, **__):
        raise CannotWrite(f"Cannot write {path}: the disk is full.")

    monkeypatch.setattr("deepclinic.selfstudy.progress.write_whole", refuse)


def test_a_verdict_is_shown_where_the_progress_cannot_be_kept(full_disk, capsys, lent_workers):
    assert main(["check", "map_estimation"]) == 2
    said = capsys.readouterr()
    assert "map_estimation" in said.out and "Cannot write" in said.err


def test_a_hint_is_shown_where_it_cannot_be_noted(full_disk, capsys):
    assert main(["hint", "relu"]) == 2
    said = capsys.readouterr()
    assert "Hint 1 of 3" in said.out and "Cannot write" in said.err


@pytest.mark.parametrize(
    "argv", [["list"], ["hint", "relu"], ["solution", "relu"], ["check", "1_vanishing_gradients/relu.py"], []]
)
def test_a_damaged_workspace_is_not_taken_for_none(inside, capsys, argv):
    Path("deepclinic.json").write_text('{"format": 1, "prog')
    Path("1_vanishing_gradients/relu.py").write_text("x = 1")
    assert main(argv) == 2
    assert "deepclinic.json cannot be read" in capsys.readouterr().err


def test_in_a_korean_workspace_errors_are_korean(tmp_path, monkeypatch, capsys):
    Workspace.create(tmp_path / "work", "ko")
    monkeypatch.chdir(tmp_path / "work")
    assert main(["solution", "relu"]) == 2
    assert "모범 답안" in capsys.readouterr().err


def test_trouble_with_a_file_is_not_called_the_graders(tmp_path, capsys):
    assert main(["check", str(tmp_path / ("x" * 300 + ".py"))]) == 2
    said = capsys.readouterr().err
    assert "xxx" in said and "grader itself" not in said


def test_after_a_pass_there_is_no_hint_to_give(inside, capsys):
    relu = catalog().exercise("relu")
    workspace = Workspace.find()
    with workspace.changing():
        workspace.progress(relu)["points"] = relu.max_points
    assert main(["hint", "relu"]) == 0
    assert "Hint" not in capsys.readouterr().out
    assert main(["hint", "relu", "--step", "2"]) == 0
    assert "Hint 2 of 3" in capsys.readouterr().out
    assert main(["reset", "relu"]) == 0
    assert main(["hint", "relu"]) == 0
    assert "Hint 1 of 3" in capsys.readouterr().out


def test_a_connection_that_breaks_inside_is_the_graders_trouble(inside, monkeypatch, capsys):
    def broken(*_: object) -> None:
        raise TimeoutError("a worker does not answer")

    monkeypatch.setattr("deepclinic.cli.study.course_list", broken)
    assert main(["list"]) == 3
    assert "grader itself failed" in capsys.readouterr().err
