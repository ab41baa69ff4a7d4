"""Where a mechanism is missing grading refuses and says which; where that is allowed, every report says so."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from deepclinic.course.stub import stub_source
from deepclinic.isolation import WeakIsolation, Workers, landlock, seccomp

OLD_KERNEL = Path(__file__).with_name("old_kernel.py")


def grade(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, OLD_KERNEL, "-P", "-m", "deepclinic", "grade", "relu.py", "--seed", "1", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=240, check=False)


@pytest.mark.slow
def test_on_a_kernel_without_landlock_and_seccomp(tmp_path):
    (tmp_path / "relu.py").write_text(stub_source("relu"), "utf-8")
    refused = grade(tmp_path)
    assert refused.returncode == 2
    for name in ("files: reading outside", "files: writing outside", "network", "processes: forking", "key rings",
                 "--allow-weak-isolation"):  # fmt: skip
        assert name in refused.stderr
    faces = ("--html", "pages", "--csv", "points.csv", "--json", "reports.json")
    allowed = grade(tmp_path, "--allow-weak-isolation", *faces)
    assert allowed.returncode == 1, allowed.stderr
    (report,) = json.loads((tmp_path / "reports.json").read_text())["reports"]
    assert 0 <= report["points"] < report["max_points"]
    pages = "".join(page.read_text() for page in (tmp_path / "pages").glob("*.html"))
    for face in (allowed.stdout, json.dumps(report), pages):
        assert "weak isolation" in " ".join(face.split())
    (row,) = csv.DictReader((tmp_path / "points.csv").read_text("utf-8").splitlines())
    assert row["exercise"] == "relu"


@pytest.mark.parametrize("system", ["darwin", "win32"])
def test_on_other_systems_the_same_is_said(system, monkeypatch):
    monkeypatch.setattr(sys, "platform", system)
    assert landlock.abi() == 0 and not seccomp.supported()
    if system == "win32":
        monkeypatch.delattr(os, "fork")
        for allowed in (False, True):
            with Workers(jobs=1, allow_weak_isolation=allowed) as workers, pytest.raises(WeakIsolation) as caught:
                workers.start()
            assert "win32 cannot fork" in str(caught.value) and "WSL 2" in str(caught.value)
