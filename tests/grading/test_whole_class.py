"""Every task gets exactly one report, whatever becomes of those who work on it; what is kept is not graded again."""

from __future__ import annotations

import json
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from deepclinic.classroom.seed import FILE, seed_of
from deepclinic.errors import DeepclinicError
from deepclinic.grading import Submission
from deepclinic.grading.batch import Batch, Refused
from deepclinic.grading.intake import HandedIn
from deepclinic.grading.verdicts import Verdicts
from deepclinic.grading.whole_class import ClassGrader, Task
from deepclinic.isolation import Limits
from deepclinic.judging.check import checks_of
from deepclinic.report import stored
from deepclinic.report.model import CheckResult, Report

POINTS = sum(check.points for check in checks_of("relu"))


def _answer(request: bytes) -> bytes:
    """Full marks for every file of a batch, as `grade_batch` would say it; no worker is started."""
    graded = []
    for name, file in Batch.from_bytes(request).files:
        checks = tuple(CheckResult(c.id, c.title, "pass", c.points, c.points) for c in checks_of(name))
        source = file.data.decode()
        report = Report("", name, "graded", POINTS, checks, solution=source)
        solution = {"source": source, "notes": [], "ready_made": [], "attempted": True}
        graded.append([stored.to_dict(report), {"error": None, "solutions": {name: solution}, "missing": {}}])
    return json.dumps({"graded": graded}).encode()


class Unreliable(Executor):
    """Loses every batch in which `poison` stands, as a cluster does whose machines go away."""

    def __init__(self, poison: bytes) -> None:
        self.poison = poison
        self.done: list[bytes] = []

    def submit(self, fn, /, *args, **kwargs):
        future: Future = Future()
        files = [file.data for _, file in Batch.from_bytes(args[0]).files]
        if self.poison in files:
            future.set_exception(ConnectionError("machine lost"))
        else:
            self.done += files
            future.set_result(fn(*args))
        return future


def _tasks(folder: Path, count: int) -> list[Task]:
    tasks = []
    for number in range(count):
        path = folder / f"s{number}" / "relu.py"
        path.parent.mkdir(parents=True)
        path.write_text(f"x = {number}\n")
        tasks.append(Task(Submission(path, f"s{number}"), "relu"))
    return tasks


def _grader(folder: Path, again: bool = False, seed: int = 7) -> ClassGrader:
    return ClassGrader(Verdicts(folder / "verdicts", seed, Limits()), Limits(), again=again)


def _run(grader: ClassGrader, tasks: list[Task], executor: Executor, size: int = 1) -> list[Report]:
    return [report for _, report in (*grader.kept(tasks), *grader.rest(executor, _answer, batch_size=size))]


def test_a_lost_batch_is_sent_again_file_by_file_and_only_the_fatal_one_is_left_for_a_person(tmp_path):
    tasks = _tasks(tmp_path, 10)
    executor = Unreliable(b"x = 4\n")
    reports = _run(_grader(tmp_path), tasks, executor, size=4)
    assert sorted(r.student or "" for r in reports) == [f"s{n}" for n in range(10)]
    assert {r.student for r in reports if r.outcome == "grader_fault"} == {"s4"}
    assert len(executor.done) == 9
    grader = _grader(tmp_path)
    assert {r.student for _, r in grader.kept(tasks)} == {f"s{n}" for n in range(10)} - {"s4"}
    assert [task.submission.student for task in grader.open] == ["s4"]


def test_what_is_kept_needs_no_executor_and_is_the_same(tmp_path):
    tasks = _tasks(tmp_path, 5)
    with ThreadPoolExecutor(2) as pool:
        first = {r.student: r for r in _run(_grader(tmp_path), tasks, pool)}
    grader = _grader(tmp_path)
    second = {r.student: r for _, r in grader.kept(tasks)}
    assert grader.open == [] and second == first


@pytest.mark.parametrize("change", ["seed", "source", "limits", "damage", "again"])
def test_a_verdict_is_used_only_where_it_would_come_out_the_same(tmp_path, change):
    tasks = _tasks(tmp_path, 1)
    with ThreadPoolExecutor(1) as pool:
        _run(_grader(tmp_path), tasks, pool)
    grader = _grader(tmp_path, again=change == "again", seed=8 if change == "seed" else 7)
    if change == "source":
        tasks[0].submission.path.write_text("x = 99\n")
    elif change == "limits":
        grader = ClassGrader(Verdicts(tmp_path / "verdicts", 7, Limits(wall_seconds=3)), Limits(wall_seconds=3))
    elif change == "damage":
        for path in (tmp_path / "verdicts").rglob("*.verdict.json"):
            path.write_bytes(path.read_bytes()[:50])
    assert list(grader.kept(tasks)) == [] and grader.open == tasks


def test_the_same_solution_of_another_student_is_not_observed_again_and_keeps_its_own_name(tmp_path):
    one, other = _tasks(tmp_path, 2)
    other.submission.path.write_bytes(one.submission.path.read_bytes())
    with ThreadPoolExecutor(1) as pool:
        _run(_grader(tmp_path), [one], pool)
    assert [report.student for _, report in _grader(tmp_path).kept([other])] == ["s1"]


def test_two_notebooks_of_one_student_about_one_exercise_get_a_report_each(tmp_path):
    first, second = (replace(task, place=place) for place, task in enumerate(_tasks(tmp_path, 2)))
    second = replace(second, submission=replace(second.submission, student="s0", label="again.py"))
    with ThreadPoolExecutor(1) as pool:
        grader = _grader(tmp_path)
        graded = [*grader.kept([first, second]), *grader.rest(pool, _answer)]
    told = {task.place: (report.student, report.submission) for task, report in graded}
    assert told == {0: ("s0", first.submission.name), 1: ("s0", "again.py")}


def test_nothing_handed_in_needs_no_work(tmp_path):
    task = replace(_tasks(tmp_path, 1)[0], handed_in=False)
    assert [report.outcome for _, report in _grader(tmp_path).kept([task])] == ["unreadable"]


def test_where_the_references_fail_nothing_is_graded(tmp_path):
    def refuse(_: bytes) -> bytes:
        return json.dumps({"refused": ["the reference fails", 3]}).encode()

    grader = _grader(tmp_path)
    assert list(grader.kept(_tasks(tmp_path, 3))) == []
    with ThreadPoolExecutor(1) as pool, pytest.raises(Refused, match="the reference fails") as refused:
        list(grader.rest(pool, refuse))
    assert refused.value.exit_status == 3
    assert not (tmp_path / "verdicts").exists()


def test_a_batch_survives_its_encoding():
    file = HandedIn(b"\x00\xff", "ipynb", {"tools": "x = 1"})
    batch = Batch(3, Limits(wall_seconds=5), True, ("relu",), (("relu", file),))
    assert Batch.from_bytes(batch.to_bytes()) == batch


def test_a_seed_is_drawn_once_whoever_asks_and_for_nobody_else_to_read(tmp_path):
    folder = tmp_path / "verdicts" / "unit"
    with ThreadPoolExecutor(8) as pool:
        seeds = set(pool.map(lambda _: seed_of(folder), range(32)))
    assert len(seeds) == 1 and folder.stat().st_mode & 0o077 == 0 == (folder / FILE).stat().st_mode & 0o077


@pytest.mark.parametrize("text", ["", "x", "-1", str(2**31)])
def test_a_damaged_seed_is_an_error_with_the_cure(tmp_path, text):
    (tmp_path / FILE).write_text(text)
    with pytest.raises(DeepclinicError, match="delete it"):
        seed_of(tmp_path)
