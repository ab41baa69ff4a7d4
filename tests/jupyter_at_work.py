"""A real Jupyter server in a folder: with nbgrader's Formgrader, or with JupyterLab."""

from __future__ import annotations

import json
import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

SECONDS = 120
OFF = ("jupyter_lsp", "jupyter_server_terminals", "jupyterlab", "notebook", "notebook_shim", "jupyterlab_jupytext")


LAB = {
    "@jupyterlab/notebook-extension/tracker.jupyterlab-settings": {"windowingMode": "none"},
    "@jupyterlab/apputils-extension/notification.jupyterlab-settings": {"fetchNews": "false", "checkForUpdates": False},
}
"""Settings of JupyterLab: all cells are in the page, nothing is asked of the network."""


def formgrader(course: Path, home: Path):
    """A context manager for a server with nbgrader's Formgrader; see `_server`."""
    extensions = {"nbgrader.server_extensions.formgrader": True, **dict.fromkeys(OFF, False)}
    return _server(course, home, ["jupyter", "server"], [f"--ServerApp.jpserver_extensions={extensions}"])


def lab(folder: Path, home: Path):
    """A context manager for a JupyterLab; see `_server`."""
    pytest.importorskip("jupyterlab")
    for name, content in LAB.items():
        (home / "settings" / name).parent.mkdir(parents=True, exist_ok=True)
        (home / "settings" / name).write_text(json.dumps(content))
    return _server(folder, home, ["jupyterlab"], [f"--LabApp.user_settings_dir={home / 'settings'}"])


@contextmanager
def _server(
    folder: Path, home: Path, program: Sequence[str], options: Sequence[str]
) -> Iterator[tuple[str, dict[str, str]]]:
    """Start a server; yield its address and the headers that it wants. Its settings and its log are in `home`."""
    pytest.importorskip("jupyter_server")
    home.mkdir(exist_ok=True)
    token, port = secrets.token_hex(16), _free_port()
    environment = {key: value for key, value in os.environ.items() if not key.startswith("JUPYTER")}
    environment |= {f"JUPYTER_{kind}_DIR": str(home / kind) for kind in ("CONFIG", "DATA", "RUNTIME")}
    command = [
        sys.executable, "-m", *program, "--no-browser", "--allow-root", f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0", f"--IdentityProvider.token={token}", f"--ServerApp.root_dir={folder}", *options,
    ]  # fmt: skip
    headers = {"Authorization": f"token {token}"}
    with (home / "log").open("wb") as log, subprocess.Popen(
        command, cwd=folder, env=environment, stdout=log, stderr=log, stdin=subprocess.DEVNULL
    ) as process:  # fmt: skip
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(process, f"{address}/api/status", headers, home / "log")
            yield address, headers
        finally:
            process.terminate()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _wait(process: subprocess.Popen, address: str, headers: dict[str, str], log: Path) -> None:
    until = time.monotonic() + SECONDS
    while process.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=5):
                return
        except (OSError, urllib.error.URLError):
            time.sleep(0.2)
    pytest.fail(f"the Jupyter server did not start:\n{log.read_text(errors='replace')[-3000:]}")
