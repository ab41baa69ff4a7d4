"""The watch as somebody uses it: in a terminal of 80 columns a file is edited, the screen is read, keys are pressed."""

from __future__ import annotations

import io
import os
import re
import signal
import subprocess
import sys
import termios
from collections.abc import Callable, Iterator
from pathlib import Path

import pexpect
import pytest

from deepclinic.course import solutions
from deepclinic.course.catalog import catalog
from deepclinic.course.stub import stub_source
from deepclinic.selfstudy.progress import read
from deepclinic.selfstudy.workspace import Workspace

CLEARED = "\x1b[3J"
PATIENCE = 60

pytestmark = pytest.mark.slow


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace.create(tmp_path / "my work")


@pytest.fixture
def watch(workspace: Workspace) -> Iterator[pexpect.spawn]:
    environment = {**os.environ, "NO_COLOR": "1", "TERM": "xterm-256color"}
    child = pexpect.spawn(
        sys.executable, ["-m", "deepclinic"], cwd=workspace.root, env=environment, dimensions=(40, 80),
        encoding="utf-8", timeout=PATIENCE,
    )  # fmt: skip
    child.logfile_read = io.StringIO()
    yield child
    child.close(force=True)


def screen(child: pexpect.spawn, *said: str) -> list[str]:
    """Wait until each of `said` has appeared in turn, then until the screen is whole; return its lines."""
    for text in said:
        child.expect_exact(text)
    try:
        while True:
            child.read_nonblocking(10_000, timeout=0.3)
    except (pexpect.TIMEOUT, pexpect.EOF):
        pass
    child.buffer = ""
    last = child.logfile_read.getvalue().rpartition(CLEARED)[2]
    return [line.rstrip() for line in re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", last).splitlines()]


def cooked(child: pexpect.spawn) -> bool:
    """True while the terminal gathers lines and shows what is typed, as a shell's does."""
    wanted = termios.ICANON | termios.ECHO
    return termios.tcgetattr(child.child_fd)[3] & wanted == wanted


def test_an_evening_with_the_first_exercise(watch: pexpect.spawn, workspace: Workspace):
    info = catalog().exercises[0]
    source, _ = workspace.files(info)
    right = solutions.reference_source(info.name)

    lines = screen(watch, "Read the lesson", "Checked at")
    assert not cooked(watch)
    assert "0/13 exercises" in "\n".join(lines)

    source.write_text(stub_source(info).replace("raise NotImplementedError", "return 1 +)", 1), encoding="utf-8")
    shown = "\n".join(screen(watch, "SyntaxError", "Checked at"))
    assert "return 1 +)" in shown and "          ^\n" in f"{shown}\n"

    wrong = solutions.misconceptions(info.name)[0]
    source.write_text(wrong.source, encoding="utf-8")
    lines = screen(watch, "✗", "yours", "expected", "Checked at")
    assert sum(line.startswith("✗") for line in lines) == 1
    assert any("h hint" in line for line in lines) and not any("s solution" in line for line in lines)
    assert all(len(line) <= 80 for line in lines)

    for step in (1, 2, 3):
        watch.send("h")
        screen(watch, f"Hint {step} of 3")
    watch.send("s")
    screen(watch, "opens when yours passes")
    watch.send("q")  # an answer, and not yes
    watch.send("x")
    screen(watch, "afresh", ".bak")
    watch.send("n")
    screen(watch, "is checked")
    assert source.read_text(encoding="utf-8") == wrong.source and not list(source.parent.glob("*.bak"))

    source.write_text(right, encoding="utf-8")
    lines = screen(watch, "Passed. Next: relu (key n).", "Checked at")
    assert "1/13 exercises" in "\n".join(lines)
    watch.send("s")
    screen(watch, "Others did it differently")
    watch.send(" l")
    screen(watch, "batch_normalization", "Any key")
    watch.send(" x")
    screen(watch, "afresh")
    watch.send("y")
    screen(watch, "kept as")
    assert source.with_name(f"{source.name}.1.bak").read_text(encoding="utf-8") == right

    watch.send("n")
    screen(watch, "ReLU", "Checked at")
    (source.parent / "relu_new.py").write_text(solutions.reference_source("relu"), encoding="utf-8")
    screen(watch, "only relu.py and relu.ipynb are checked")
    watch.send("q")
    watch.expect(pexpect.EOF)
    assert cooked(watch)
    watch.close()
    assert watch.exitstatus == 0
    kept = read(workspace.root)["progress"][info.name]
    assert kept["passed"] and kept["best"] == info.max_points and kept["tries"] == 3


TROUBLE = {
    "an exception": (
        "return helper(x)\n\n\ndef helper(x):\n    return {}['slope']", "Your code raised KeyError: 'slope'"),
    "a hang": ("while True:\n        pass", "20 s of wall time"),
    "much memory at once": ("return np.zeros((10**6, 10**6))", "more memory than a check may use"),
    "memory without end": (
        "kept = []\n    while True:\n        kept.append(np.ones(10**7))", "more memory than a check may use"),
}  # fmt: skip


@pytest.mark.parametrize("body, said", TROUBLE.values(), ids=TROUBLE)
def test_trouble_in_one_function_is_told_where_it_is_and_the_watch_goes_on(watch, workspace, body, said):
    info = catalog().exercises[0]
    source, _ = workspace.files(info)
    right = solutions.reference_source(info.name)
    slope = right.index("### BEGIN SOLUTION", right.index("def sigmoid_derivative"))
    wrong = f"{right[:slope]}{body}\n    {right[slope:]}"
    screen(watch, "Read the lesson", "Checked at")

    source.write_text(wrong, encoding="utf-8")
    lines = screen(watch, "Checked at")
    shown = " ".join(" ".join(lines).split())
    assert said in shown, shown
    assert "Traceback" not in shown and "site-packages" not in shown
    assert any("sigmoid_derivative" in line for line in lines)
    assert sum(line.lstrip().startswith(("✗", "◼")) for line in lines) >= 1
    assert any(line.lstrip().startswith("✓") for line in lines)  # what does not use it is checked all the same

    source.write_text(right, encoding="utf-8")
    screen(watch, "Passed. Next: relu (key n).", "Checked at")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_the_terminal_is_put_back_when_the_watch_is_ended(watch: pexpect.spawn, number: int):
    screen(watch, "it loads Keras")
    assert not cooked(watch)
    before: Callable[[], bool] = watch.isalive
    assert before()
    watch.kill(number)
    watch.expect(pexpect.EOF)
    assert cooked(watch)


def test_piped_each_verdict_follows_the_other_in_plain_text(workspace: Workspace):
    info = catalog().exercises[0]
    with subprocess.Popen(
        [sys.executable, "-m", "deepclinic", "--poll"], cwd=workspace.root, text=True, encoding="utf-8",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, bufsize=1,
    ) as child:  # fmt: skip
        assert child.stdout
        seen = ""
        for line in child.stdout:
            seen += line
            if line.startswith("Checked at"):
                if "Passed" in seen:
                    break
                workspace.files(info)[0].write_text(solutions.reference_source(info.name), encoding="utf-8")
        child.send_signal(signal.SIGINT)
        child.stdout.read()
    assert child.returncode == 0
    assert "\x1b" not in seen and "`deepclinic hint`" in seen and f"{info.max_points:g} / {info.max_points:g}" in seen


def test_piped_it_ends_when_nobody_reads_any_more(workspace: Workspace):
    with subprocess.Popen(
        [sys.executable, "-m", "deepclinic", "--poll"], cwd=workspace.root, text=True, encoding="utf-8",
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    ) as child:  # fmt: skip
        assert child.stdout and child.stderr
        assert any(line.startswith("Checked at") for line in child.stdout)
        child.stdout.close()
        assert child.wait(PATIENCE) == 141  # as the shell says of any program that writes into a closed pipe
        assert child.stderr.read() == ""
