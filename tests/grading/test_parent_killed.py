"""The parent of workers may die with submissions in flight: nothing is lost, nothing is counted twice."""

from __future__ import annotations

import os
import signal
import tempfile
import threading
import time
from dataclasses import replace
from pathlib import Path

from deepclinic.course.stub import stub_source
from deepclinic.grading import Grader, Submission
from deepclinic.paths import solutions_root

RELU = solutions_root() / "relu"


def in_flight(parent: int, count: int) -> bool:
    """Whether that many workers of this parent run now."""
    try:
        supervisors = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
        workers = [Path(f"/proc/{pid}/task/{pid}/children").read_text().split() for pid in supervisors]
    except OSError:
        return False
    return sum(map(len, workers)) >= count


def test_killed_with_submissions_in_flight_through_the_grader(workers, tmp_path):
    right = [path.read_text("utf-8") for path in sorted((RELU / "alternatives").glob("*.py"))[:3]]
    submissions = []
    for number, source in enumerate([*right, stub_source("relu")]):
        path = tmp_path / str(number) / "relu.py"
        path.parent.mkdir()
        path.write_text(source, "utf-8")
        submissions.append(Submission(path, exercises=("relu",), label=str(number)))
    grader = Grader(seed=1, jobs=2)
    grader.workers = grader.expected._workers = workers
    alone = [replace(report, seconds=0) for submission in submissions for report in grader.grade(submission)]
    killed: list[int] = []
    over = threading.Event()

    def kill() -> None:
        # Once: a submission that loses its worker twice is left for a person, and is meant to be.
        while not over.is_set() and not killed:
            parent = workers.parent_pid
            if parent and in_flight(parent, 1):
                killed.append(parent)
                os.kill(parent, signal.SIGKILL)
            time.sleep(0.005)

    killer = threading.Thread(target=kill)
    killer.start()
    try:
        found = [replace(report, seconds=0) for reports in grader.grade_all(submissions) for report in reports]
    finally:
        over.set()
        killer.join()
    assert killed, "nobody was killed: this test tests nothing"
    assert found == alone
    assert [report.points == report.max_points for report in found] == [True, True, True, False]
    for pid in killed:
        assert not Path(f"/proc/{pid}").exists()
    folders = [name for name in os.listdir(tempfile.gettempdir()) if name.startswith("deepclinic-")]
    assert os.path.basename(workers._parent[0].base) in folders
