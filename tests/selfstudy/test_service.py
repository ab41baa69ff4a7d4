"""`check()` in a notebook judges in a process of its own: what is patched in the kernel does not change the verdict."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from deepclinic.course.stub import stub_source

KERNEL = """
import json, os, signal, sys
import numpy as np
from deepclinic.selfstudy.service import Service
from deepclinic.grading import grader
from deepclinic.report.model import CheckResult
service = Service()
for name in ("all", "allclose", "abs", "array_equal", "isfinite"):
    setattr(np, name, lambda *a, **k: True)
grader.judge = lambda checks, *_: tuple(CheckResult(c.id, c.title, "pass", c.points, c.points) for c in checks)
cells = [{"source": open(sys.argv[1], encoding="utf-8").read(), "grade_id": None}]
report = service.grade_cells(cells, "relu")
os.kill(service._process.pid, signal.SIGKILL)
try:
    service.grade_cells(cells, "relu")
    said = ""
except Exception as error:
    said = f"{type(error).__name__}: {error}"
print(json.dumps([report.outcome, report.points, service._process.pid, service.alive, said]))
"""


def test_nothing_that_is_patched_in_the_kernel_changes_the_verdict(tmp_path):
    (tmp_path / "cell.txt").write_text(stub_source("relu"), "utf-8")
    for name in ("deepclinic", "numpy", "keras"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('the grader has been replaced')\n")
    environment = {**os.environ, "PYTHONSAFEPATH": "1"}  # the kernel's own imports are the student's affair
    done = subprocess.run(
        [sys.executable, "-c", KERNEL, "cell.txt"], cwd=tmp_path, env=environment, capture_output=True, text=True,
        timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    outcome, points, pid, alive, said = json.loads(done.stdout)
    assert (outcome, points) == ("graded", 0)
    assert not alive and said.startswith("DeepclinicError: The grader has ended. Run the check again;")
    assert not Path(f"/proc/{pid}").exists()
