"""A worker finds nothing worth finding: not in its memory, its files, its descriptors, nor in any other process."""

from __future__ import annotations

import json
import os
import shutil
import site
import subprocess
import sys
import sysconfig
import tempfile
from pathlib import Path

import pytest
from hostile import execute
from search import clean, search

import deepclinic
from deepclinic.isolation.process import environment

NOBODY = 65534


def test_a_marker_planted_in_the_expected_data_is_found_nowhere(workers, tmp_path):
    assert clean(search(workers, tmp_path)) == []


def test_the_environment_is_a_fixed_list_and_what_the_libraries_add_to_it(workers, monkeypatch):
    planted = []
    for name in ("AWS_SECRET_ACCESS_KEY", "JUPYTERHUB_API_TOKEN", "DEEPCLINIC_CACHE", "PYTHONPATH", "SSH_AUTH_SOCK"):
        monkeypatch.setenv(name, "x")
        planted.append(name)
    # What this process was started with: libraries that other tests import add to `os.environ` here as they do there.
    inherited = {entry.partition("=")[0] for entry in Path("/proc/self/environ").read_text().split("\0")}
    (frame,) = execute(workers, "emit({'r': list(os.environ)})").frames
    assert not (set(frame["r"]) - environment("").keys()) & {*inherited, *planted}
    assert "LD_LIBRARY_PATH" not in frame["r"] or "LD_LIBRARY_PATH" in os.environ


def interpreter_for_all(folder: Path) -> Path | None:
    """A Python that every user may run, with this one's libraries; None where there is none of the same version."""
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    for candidate in (os.path.realpath(sys.executable), f"/usr/bin/{version}", f"/usr/local/bin/{version}"):
        can = subprocess.run([candidate, "-c", ""], user=NOBODY, group=NOBODY, extra_groups=[], check=False) if (
            os.path.exists(candidate) and _reachable(candidate)
        ) else None  # fmt: skip
        if can and can.returncode == 0:
            subprocess.run([candidate, "-m", "venv", "--without-pip", folder], check=True)
            libraries = {sysconfig.get_path("purelib"), *site.getsitepackages()}
            (folder / "lib" / version / "site-packages" / "all.pth").write_text("\n".join(libraries))
            return folder / "bin" / "python"
    return None


def _reachable(path: str) -> bool:
    return all(os.stat(parent).st_mode & 0o001 for parent in Path(path).parents)


@pytest.mark.slow
@pytest.mark.skipif(os.geteuid() != 0, reason="all other tests run as an ordinary user here")
def test_as_an_ordinary_user_all_of_it_holds_as_well():
    folder = Path(tempfile.mkdtemp(prefix="deepclinic-nobody-"))
    try:
        python = interpreter_for_all(folder / "venv")
        if python is None or not _reachable(deepclinic.__file__) or not _reachable(__file__):
            pytest.skip("no Python of this version, or not this checkout, is within an ordinary user's reach")
        for path in (folder, *folder.rglob("*")):
            if not path.is_symlink():
                os.chown(path, NOBODY, NOBODY)
        package = str(Path(deepclinic.__file__).parents[1])
        done = subprocess.run(
            [python, str(Path(__file__).with_name("search.py"))],
            user=NOBODY, group=NOBODY, extra_groups=[], capture_output=True, text=True, timeout=240, cwd=folder,
            check=False,
            env={"PATH": "/usr/bin:/bin", "TMPDIR": str(folder), "HOME": str(folder), "PYTHONPATH": package,
                 "DEEPCLINIC_CACHE": str(folder / "cache"), "PYTHONDONTWRITEBYTECODE": "1"},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-3000:]
        assert json.loads(done.stdout) == {"user": NOBODY, "missing": [], "wrong": []}
    finally:
        shutil.rmtree(folder)
