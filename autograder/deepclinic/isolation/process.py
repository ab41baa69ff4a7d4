"""Start the parent of workers, hand it requests, end it. The judge's side; knows nothing of what is in a request."""

from __future__ import annotations

import os
import select
import site
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import deepclinic
from deepclinic.errors import DeepclinicError
from deepclinic.isolation import folders

START_SECONDS = 180.0

_BOOT = """
import sys
root, control, base = sys.argv[1:]
if root not in sys.path:
    sys.path.insert(0, root)
from deepclinic.isolation.parent import main
main(int(control), base)
"""


class ParentDied(Exception):
    """The parent of workers went away while something was asked of it."""


class ParentOfWorkers:
    """One running parent of workers and the folder in which its workers' folders lie."""

    def __init__(self) -> None:
        try:
            self.base = os.path.realpath(tempfile.mkdtemp(prefix="deepclinic-"))
            home = os.path.join(self.base, "home")
            os.mkdir(home, 0o700)
        except OSError as error:
            raise DeepclinicError(
                f"There is no temporary folder to work in ({error}). Make room on the disk, or set TMPDIR to a folder "
                "that you can write to."
            ) from None
        self._log = Path(self.base, "log")
        self._control, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        try:
            self._process = self._started(theirs, home)
        except BaseException as error:
            self._control.close()
            folders.remove(self.base)
            if isinstance(error, OSError):
                raise DeepclinicError(f"{sys.executable} cannot be started for the workers: {error}.") from None
            raise
        self._ready = False

    def _started(self, theirs: socket.socket, home: str) -> subprocess.Popen[bytes]:
        root = str(Path(deepclinic.__file__).resolve().parent.parent)
        options = ["-P"] if site.ENABLE_USER_SITE else ["-P", "-s"]
        with open(self._log, "wb") as log, theirs:
            return subprocess.Popen(
                [sys.executable, *options, "-c", _BOOT, root, str(theirs.fileno()), self.base],
                env=environment(home),
                cwd=home,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                pass_fds=[theirs.fileno()],
                start_new_session=True,
            )

    @property
    def pid(self) -> int:
        """Its process id."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """False once it has ended."""
        return self._process.poll() is None

    def wait_until_ready(self) -> None:
        """Wait until Keras is imported.

        Raises:
            DeepclinicError: when it cannot be; with what Python said.
        """
        if self._ready:
            return
        self._control.settimeout(START_SECONDS)
        try:
            message = self._control.recv(4096)
        except OSError:
            message = b""
        self._control.settimeout(None)
        if not message:
            said = self._said()
            self.kill()
            raise DeepclinicError(
                "The process that imports Keras for the workers could not start. "
                f"Check that `{sys.executable} -c 'import keras'` works. It said:\n{said}"
            )
        self._ready = True

    def send(self, status: socket.socket, pipe: int) -> None:
        """Ask for one worker: `status` is its supervisor's end of a socket, `pipe` where frames are to be written.

        Raises:
            ParentDied: when nobody is there to take them.
        """
        try:
            socket.send_fds(self._control, [b"run"], [status.fileno(), pipe])
        except OSError:
            raise ParentDied from None

    def gone(self, seconds: float = 1.0) -> bool:
        """True when it has ended, or closed its end, within some time."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if not self.alive:
                return True
            poll = select.poll()
            poll.register(self._control, select.POLLHUP)
            if poll.poll(0):
                return True
            time.sleep(0.01)
        return False

    def kill(self) -> None:
        """End it and all that it started, at once; remove its folder."""
        self._control.close()
        self._process.kill()
        self._process.wait()
        self._remove()

    def close(self) -> None:
        """Let it end by itself: it waits for its supervisors, which clean up. While it loads Keras it has none."""
        if not self._ready:
            self.kill()
            return
        self._control.close()
        try:
            self._process.wait(8)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._remove()

    def _remove(self) -> None:
        until = time.monotonic() + 2
        while os.path.isdir(self.base):  # a worker that is dying may still add to it
            folders.remove(self.base)
            if time.monotonic() > until:
                break
            time.sleep(0.01)

    def _said(self) -> str:
        try:
            return self._log.read_text("utf-8", "replace")[-3000:]
        except OSError:
            return ""


def settings() -> dict[str, str]:
    """Return what the caller's environment sets for the workers, by name; nothing where all is as usual.

    `DEEPCLINIC_THREADS`: threads of TensorFlow's pools in each worker (usual: 1; those of the BLAS libraries start when
    NumPy is imported, before the fork, and stay 1). `TF_ENABLE_ONEDNN_OPTS`: TensorFlow's own switch. Neither may
    change a verdict; they are there so that this can be tried.

    Raises:
        DeepclinicError: the number of threads is none.
    """
    given = {name: os.environ[name] for name in ("DEEPCLINIC_THREADS", "TF_ENABLE_ONEDNN_OPTS") if name in os.environ}
    threads = given.get("DEEPCLINIC_THREADS", "1")
    if not threads.isdecimal() or int(threads) < 1:
        raise DeepclinicError(f"DEEPCLINIC_THREADS must be a whole number of threads, 1 or more; it is {threads!r}.")
    return given


def environment(home: str) -> dict[str, str]:
    """Return the whole environment of the parent of workers: of the caller's, `settings` and where libraries are."""
    given = settings()
    threads = given.pop("DEEPCLINIC_THREADS", "1")
    fixed = {
        "HOME": home,
        "TMPDIR": home,
        "KERAS_HOME": home,
        "PATH": "/usr/bin:/bin",
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "PYTHONHASHSEED": "0",
        "PYTHONSAFEPATH": "1",
        "PYTHONUTF8": "1",
        "KERAS_BACKEND": "tensorflow",
        "TF_CPP_MIN_LOG_LEVEL": "3",
        "CUDA_VISIBLE_DEVICES": "-1",
        "MPLBACKEND": "Agg",
        # Tiny networks, several workers side by side: more threads per worker would only wait for each other.
        "OMP_NUM_THREADS": "1",
        "OPENBLAS_NUM_THREADS": "1",
        "MKL_NUM_THREADS": "1",
        "TF_NUM_INTRAOP_THREADS": threads,
        "TF_NUM_INTEROP_THREADS": threads,
        "MALLOC_ARENA_MAX": "2",
        # Heap in huge pages: a fork copies page tables, and of these there are then a third as many to copy.
        "PYTHONMALLOC": "malloc",
        "GLIBC_TUNABLES": "glibc.malloc.hugetlb=1",
        **given,
    }
    if site.ENABLE_USER_SITE:
        fixed["PYTHONUSERBASE"] = site.getuserbase()
    if os.environ.get("LD_LIBRARY_PATH"):
        fixed["LD_LIBRARY_PATH"] = os.environ["LD_LIBRARY_PATH"]
    return fixed
