"""`deepclinic grade --nbgrader` and stock `nbgrader autograde` on one class: killed, resumed, picked up, refused."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from deepclinic.classroom.init import init
from deepclinic.course import solutions

pytestmark = pytest.mark.slow

UNIT, EXERCISE, STUDENTS = "3_over_fitting", "map_estimation", 6
WITHOUT_WORKERS = """
import sys
import deepclinic.isolation.client as client

class NoWorkers:
    def __init__(self):
        raise AssertionError("a parent of workers was started")

client.ParentOfWorkers = NoWorkers
if sys.argv[1] == "nbgrader":
    from nbgrader.apps.nbgraderapp import main
    sys.argv[:2] = ["nbgrader"]
    sys.exit(main())
from deepclinic.cli import main
sys.exit(main(sys.argv[2:]))
"""

# Whoever starts tests in the background hands an ignored interrupt on.
INTERRUPTIBLE = """
import signal
import sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from deepclinic.cli import main
sys.exit(main(sys.argv[1:]))
"""


@pytest.fixture(scope="module")
def released(tmp_path_factory) -> dict:
    folder = tmp_path_factory.mktemp("released") / "course"
    init(folder, exercises=[EXERCISE])
    assert _run(folder, "-m", "nbgrader", "generate_assignment", UNIT).returncode == 0
    return {"folder": folder, "notebook": json.loads((folder / "release" / UNIT / f"{EXERCISE}.ipynb").read_text())}


@pytest.fixture
def course(released, tmp_path) -> Path:
    """A class of right solutions, no two alike. Right ones: known misconceptions are not what is looked at here."""
    folder = tmp_path / "course"
    subprocess.run(["cp", "-r", released["folder"], folder], check=True)
    right = solutions.reference_source(EXERCISE)
    for number in range(STUDENTS):
        notebook = json.loads(json.dumps(released["notebook"]))
        for cell in notebook["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("grade_id") == f"{EXERCISE}-solution":
                cell["source"] = f"{right}\n# {number}\n"
        path = folder / "submitted" / f"s{number}" / UNIT / f"{EXERCISE}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(json.dumps(notebook))
    return folder


def _run(folder: Path, *arguments: str, timeout: int = 300) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "JUPYTER_NO_CONFIG": "1"}
    command = [sys.executable, *arguments]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=timeout)


def _grade(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return _run(folder, "-m", "deepclinic", "grade", "--nbgrader", UNIT, "--jobs", "2", *options)


def _kept(folder: Path) -> dict[str, int]:
    return {path.name: path.stat().st_mtime_ns for path in folder.glob(f"verdicts/{UNIT}/*/*.verdict.json")}


def _wait_for(what, seconds: int = 240) -> None:
    until = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < until
        time.sleep(0.02)


def test_killed_resumed_and_picked_up(course):
    command = [sys.executable, "-m", "deepclinic", "grade", "--nbgrader", UNIT, "--jobs", "1"]
    first = subprocess.Popen(command, cwd=course, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _wait_for(lambda: _kept(course))
    first.send_signal(signal.SIGKILL)
    first.wait()
    before = _kept(course)
    assert 0 < len(before) < STUDENTS
    resumed = _grade(course, "--json", "-")
    assert resumed.returncode == 0, resumed.stderr
    after = _kept(course)
    assert len(after) == STUDENTS and before.items() <= after.items()

    again = _run(course, "-c", WITHOUT_WORKERS, "deepclinic", "grade", "--nbgrader", UNIT, "--json", "-")
    assert again.returncode == 0, again.stderr
    assert again.stdout == resumed.stdout

    graded = _run(course, "-c", WITHOUT_WORKERS, "nbgrader", "autograde", UNIT)
    assert graded.returncode == 0, graded.stderr
    assert graded.stderr.count("10 of 10 points") == STUDENTS

    one = _grade(course, "--student", "s3", "--again")
    assert one.returncode == 0, one.stderr
    assert len([name for name, when in _kept(course).items() if when != after[name]]) == 1


def _started_by(pid: int) -> set[int]:
    """The processes below a process, of all its threads."""
    found: set[int] = set()
    for path in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            mine = {int(child) for child in path.read_text().split()}
        except OSError:
            continue
        found |= mine.union(*map(_started_by, mine))
    return found


def test_interrupted_it_says_so_keeps_what_is_done_and_leaves_nothing_behind(course):
    command = [sys.executable, "-c", INTERRUPTIBLE, "grade", "--nbgrader", UNIT, "--jobs", "1", "--json", "r.json"]
    first = subprocess.Popen(command, cwd=course, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    _wait_for(lambda: _kept(course))
    below = _started_by(first.pid)
    first.send_signal(signal.SIGINT)
    _, said = first.communicate(timeout=60)
    before = _kept(course)
    assert first.returncode == 130, said
    assert f"of {STUDENTS} verdicts are kept; the same command goes on." in said and "Traceback" not in said
    assert 0 < len(before) < STUDENTS
    assert below and not [pid for pid in below if Path(f"/proc/{pid}").exists()]
    assert not (course / "r.json").exists() and not list(course.rglob(".new-*"))

    resumed = _grade(course, "--json", "-")
    assert resumed.returncode == 0, resumed.stderr
    after = _kept(course)
    assert len(after) == STUDENTS and before.items() <= after.items()


def test_where_a_reference_fails_both_refuse_and_nothing_is_touched(course):
    with (course / "nbgrader_config.py").open("a") as config:
        config.write("\nc.GradeExercises.time_limit = 0.0001\n")
    for done in (_grade(course), _run(course, "-m", "nbgrader", "autograde", UNIT)):
        assert done.returncode == 3, done.stderr
        assert f"reference solution of {EXERCISE}" in done.stderr and "Traceback" not in done.stderr
    assert not _kept(course) and not (course / "autograded").exists()


def test_on_a_cluster_that_loses_a_worker_every_verdict_arrives_once(course, tmp_path):
    pytest.importorskip("distributed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    address = f"tcp://127.0.0.1:{port}"
    options = ["--no-dashboard", "--host", "127.0.0.1"]
    commands = [
        ["distributed.cli.dask_scheduler", *options, "--port", port],
        *[["distributed.cli.dask_worker", address, *options, "--nthreads", "1", "--local-directory", str(tmp_path / n)]
          for n in ("a", "b")],
    ]  # fmt: skip
    processes = [
        subprocess.Popen([sys.executable, "-c", f"from {module} import main; main()", *rest], start_new_session=True,
                         stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for module, *rest in commands
    ]  # fmt: skip
    try:
        from distributed import Client

        with Client(address, timeout=60, set_as_default=False) as client:
            client.wait_for_workers(2, timeout=60)
        grading = subprocess.Popen(
            [sys.executable, "-m", "deepclinic", "grade", "--nbgrader", UNIT, "--executor", "dask",
             "--scheduler", address, "--json", "-"],
            cwd=course, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        _wait_for(lambda: _kept(course) or grading.poll() is not None)
        os.killpg(processes[2].pid, signal.SIGKILL)
        out, err = grading.communicate(timeout=300)
        assert grading.returncode == 0, err
        reports = json.loads(out)["reports"]
        assert sorted(report["student"] for report in reports) == [f"s{n}" for n in range(STUDENTS)]
        assert all(report["points"] == report["max_points"] for report in reports)
        assert len(_kept(course)) == STUDENTS
    finally:
        for process in processes:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGTERM)
            process.wait(30)
