"""The parent of workers: has imported Keras, has run no op, and forks.

A process in which TensorFlow has run one op must not fork: a `fit` in the child would hang for ever. So this process
runs none, and looks before each fork whether it is still single-threaded. It holds no test, no reference and no
submission: what a worker could find in its inherited memory is Keras.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import select
import signal
import socket
import sys
import time
from typing import NoReturn

from deepclinic.isolation import folders
from deepclinic.isolation.linux import PR_SET_CHILD_SUBREAPER, prctl
from deepclinic.isolation.readable import library_paths
from deepclinic.isolation.supervisor import supervise

# Imported lazily by `fit`, saving, AutoGraph or a probe; each would otherwise be imported by each worker anew.
_LATE = (
    "encodings.cp437", "encodings.idna", "h5py", "json", "keras.datasets", "keras.saving", "numpy.random",
    "tensorflow.python.autograph", "tensorflow.python.data.ops.concatenate_op",
    "tensorflow.python.data.ops.flat_map_op", "tensorflow.python.data.ops.from_tensors_op",
    "tensorflow.python.data.ops.range_op", "tensorflow.python.data.ops.zip_op", "unittest.mock", "uuid",
)  # fmt: skip

# Keras imports these where it finds them, for wrappers and plots that no exercise uses: a quarter of its time.
# A worker can import them itself.
_OPTIONAL = ("IPython", "matplotlib", "pandas", "sklearn")


def main(control_descriptor: int, base: str) -> NoReturn:
    """Import Keras, say so, then serve until the judge closes its end.

    Each message on the control socket brings two descriptors: the request's socket and the pipe for its frames.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    control = socket.socket(fileno=control_descriptor)
    gc.disable()  # hardly anything of what is imported becomes garbage: to look for it takes a fifth of the time
    import_keras()
    readable = library_paths()
    gc.collect()
    gc.freeze()
    gc.enable()
    threads = _threads()
    try:
        control.send(json.dumps({"ready": True, "threads": threads}).encode())
    except OSError:  # whoever started this did not wait so long
        _end(base)
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # the kernel reaps the supervisors, and workers that have lost theirs
    if sys.platform.startswith("linux"):
        prctl(PR_SET_CHILD_SUBREAPER, 1)
    me = os.getpid()
    life, mine = os.pipe()  # this process holds the only writing end: supervisors see when it is closed
    while True:
        received = _next(control)
        if received is None:
            os.close(mine)
            _end(base)
        if _threads() != threads or _tensorflow_has_started():
            print("something ran in the parent of workers: it must not fork any more", file=sys.stderr, flush=True)
            os._exit(3)
        status, pipe = received
        if os.fork() == 0:
            os.close(control.detach())
            os.close(mine)
            supervise(status, pipe, life, readable, me)
        os.close(status)
        os.close(pipe)


def import_keras() -> None:
    """Import Keras and what its users load late, as a worker is to find them; runs no op."""
    absent = [name for name in _OPTIONAL if name not in sys.modules]
    for name in absent:
        sys.modules[name] = None  # type: ignore[assignment]  # "there is no such module"
    import keras

    for name in absent:
        del sys.modules[name]
    keras.config.disable_interactive_logging()
    for name in _LATE:
        try:
            importlib.import_module(name)
        except ImportError:
            pass  # another version of the library: a worker imports what it needs


def _next(control: socket.socket) -> tuple[int, int] | None:
    while True:
        message, descriptors, _, _ = socket.recv_fds(control, 64, 2)
        if not message:
            return None
        if len(descriptors) == 2:
            return descriptors[0], descriptors[1]
        for descriptor in descriptors:
            os.close(descriptor)


def _threads() -> int:
    try:
        return len(os.listdir("/proc/self/task"))
    except OSError:
        return 1


def _tensorflow_has_started() -> bool:
    context = sys.modules.get("tensorflow.python.eager.context")
    current = getattr(context, "_context", None)
    return getattr(current, "_context_handle", None) is not None


def _end(base: str) -> NoReturn:
    """Wait until the supervisors have cleaned up, then remove the session's folder."""
    until = time.monotonic() + 5
    while time.monotonic() < until:
        try:
            os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            break
        select.select([], [], [], 0.01)
    folders.remove(base)
    os._exit(0)
