"""Whatever a worker does costs its own request only, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from family import children, family, until
from hostile import execute

from deepclinic.errors import DeepclinicError
from deepclinic.isolation import Limits, WeakIsolation, Workers, client, exchange, selftest
from deepclinic.isolation.limits import MB

ENDS = {
    "returns": ("emit({'x': 1})", Limits(), "finished", ""),
    "exits": ("emit({'x': 1}); sys.exit(0)", Limits(), "killed", "exit status 1"),
    "exits at once": ("emit({'x': 1}); os._exit(0)", Limits(), "killed", "exit status 0"),
    "raises": ("emit({'x': 1}); raise KeyboardInterrupt", Limits(), "killed", "exit status 1"),
    "kills itself": ("emit({'x': 1}); os.kill(os.getpid(), 9)", Limits(), "killed", "signal 9"),
    "crashes": ("emit({'x': 1}); ctypes.string_at(0)", Limits(), "killed", "signal 11"),
    "overflows its stack": (
        "emit({'x': 1}); sys.setrecursionlimit(10**9)\nclass A:\n  def __repr__(self): return repr([self])\nrepr(A())",
        Limits(memory_bytes=2048 * MB), "killed", "",
    ),
    "sleeps": ("emit({'x': 1}); import time; time.sleep(60)", Limits(wall_seconds=0.4), "wall_time", "0.4 s of wall"),
    "keeps sending": (
        "emit({'x': 1})\nwhile True: emit({'y': 1}); import time; time.sleep(0.05)",
        Limits(wall_seconds=1, wall_seconds_total=1.5), "wall_time", "1.5 s of wall",
    ),
    "ignores signals": (
        "emit({'x': 1})\nfor n in range(1, 65):\n  try: signal.signal(n, signal.SIG_IGN)\n"
        "  except (OSError, ValueError): pass\nimport time; time.sleep(60)",
        Limits(wall_seconds=0.4), "wall_time", "",
    ),
    "spins": ("emit({'x': 1})\nwhile True: pass", Limits(cpu_seconds=1), "cpu_time", "1 s of processor time"),
    "spins, ignoring the warning": (
        "emit({'x': 1}); signal.signal(signal.SIGXCPU, signal.SIG_IGN)\nwhile True: pass",
        Limits(cpu_seconds=1), "cpu_time", "",
    ),
    "wants memory": (
        "emit({'x': 1})\ntry: b'x' * 10**10\nexcept MemoryError: emit({'r': 'MemoryError'})", Limits(), "finished", "",
    ),
    "fills memory until it dies": (
        "emit({'x': 1})\nkept = []\nlibc.malloc.restype = ctypes.c_void_p\nwhile True:\n  p = libc.malloc(1 << 24)\n"
        "  if not p:\n    import time; time.sleep(0.2); os.abort()\n  ctypes.memset(p, 1, 1 << 24)",
        Limits(memory_bytes=1000 * MB), "memory", "1000 MB",
    ),
    "sends too much": (
        "emit({'x': 1})\nwhile True: emit({'y': bytes(10**6)})", Limits(output_bytes=5 * MB), "output", "",
    ),
    "fills the disk": (
        "emit({'x': 1})\nfor n in range(10**9): open(str(n), 'wb').write(bytes(10**6))",
        Limits(disk_bytes=20 * MB, files=10**6), "output", "20 MB of files",
    ),
    "fills the disk with files that it has deleted": (
        "emit({'x': 1})\nfor n in range(10**9):\n  f = open(str(n), 'wb'); os.unlink(str(n)); f.write(bytes(10**6))\n"
        "  os.dup(f.fileno()) if n < 100 else __import__('time').sleep(9)",
        Limits(disk_bytes=20 * MB), "output", "20 MB of files",
    ),
    "fills the disk with deleted files that are mapped": (
        "emit({'x': 1})\nfor n in range(10):\n  f = open(str(n), 'wb+'); os.unlink(str(n)); f.write(b'x'); f.flush()\n"
        "  libc.mmap(None, ctypes.c_size_t(4096), 1, 1, f.fileno(), ctypes.c_long(0)); f.close()\n"
        "__import__('time').sleep(9)",
        Limits(disk_bytes=256 * MB), "output", "256 MB of files",
    ),
    "fills the folder": (
        "emit({'x': 1})\nfor n in range(10**9): os.mkdir(str(n))", Limits(files=50), "output", "50 files",
    ),
    "writes noise into its pipe": (
        "emit({'x': 1})\nfor n in range(200):\n  try: os.write(n, b'\\xff' * 100)\n  except OSError: pass\n"
        "import time; time.sleep(30)",
        Limits(), "malformed", "",
    ),
    "breaks off in a frame": (
        "emit({'x': 1})\nfor n in range(3, 200):\n"
        "  try: os.write(n, b'\\x50\\0\\0\\0\\x10\\0\\0\\0{')\n  except OSError: pass",
        Limits(), "malformed", "",
    ),
    "goes on after the end": ("emit({'x': 1}); emit({'event': 'done'}); emit({'y': 2})", Limits(), "malformed", ""),
    "says that it is done and dies": ("emit({'x': 1}); emit({'event': 'done'}); os._exit(3)", Limits(), "killed", ""),
    "starts a thousand threads": (
        "emit({'x': 1})\nimport threading, time\nthreading.stack_size(65536)\nfor _ in range(1000):\n"
        "  threading.Thread(target=time.sleep, args=(60,), daemon=True).start()\ntime.sleep(60)",
        Limits(threads=100), "killed", "100 threads",
    ),
    "leaves a thread behind": (
        "emit({'x': 1})\nimport threading, time\nthreading.Thread(target=time.sleep, args=(60,)).start()",
        Limits(), "finished", "",
    ),
    "leaves an exit handler behind": (
        "emit({'x': 1})\nimport atexit, time\natexit.register(time.sleep, 60)", Limits(), "finished", "",
    ),
    "sends an event that is an array": (
        "import numpy\nemit({'x': 1}); emit({'event': numpy.array([1, 2])})", Limits(), "malformed", "no name",
    ),
    "closes its pipe": ("emit({'x': 1})\nos.closerange(0, 200)", Limits(), "killed", ""),
    "cannot be carried": ("emit({'x': 1}); emit({'x': object()})", Limits(), "finished", ""),
}  # fmt: skip


@pytest.mark.parametrize("what", ENDS)
def test_every_end(workers, what):
    source, limits, ended, detail = ENDS[what]
    started = time.monotonic()
    run = execute(workers, source, limits)
    assert (run.ended, detail in run.detail) == (ended, True), run
    assert run.frames[0] == {"x": 1}, "what came before the end is kept"
    assert time.monotonic() - started < 25


def test_a_fault_before_the_submission_runs_is_not_the_submissions(workers):
    run = workers.run({"task": "observe", "exercise": "no_such_exercise", "source": "", "probes": [], "seed": 0,
                       "not_allowed": [], "modules": {}})  # fmt: skip
    assert run.ended == "fault" and "no_such_exercise" in run.detail


def test_many_at_once_keep_apart(workers):
    def one(number: int):
        if number % 5 == 0:
            return execute(workers, "os._exit(1)").ended
        return execute(workers, f"emit({{'x': {number}}})").frames

    with ThreadPoolExecutor(6) as pool:
        found = list(pool.map(one, range(20)))
    assert found == ["killed" if number % 5 == 0 else [{"x": number}] for number in range(20)]


def test_nothing_is_left_of_a_run(workers):
    workers.start()
    base = Path(workers._parent[0].base)
    execute(workers, "open('f', 'w').write('x'); os.makedirs('a/b/c'); os.mkdir('closed', 0)")
    execute(workers, "here = os.getcwd()\nfor _ in range(600): os.mkdir('d'); os.chdir('d')", Limits(files=10**6))
    assert sorted(os.listdir(base)) == ["home", "log"]
    assert (base / "log").read_text() == "" or "ERROR" not in (base / "log").read_text()
    assert until(lambda: not children(workers.parent_pid)) is True


def test_the_parent_of_workers_killed_in_the_middle_costs_nothing(workers):
    workers.start()
    killed = workers.parent_pid
    with ThreadPoolExecutor(2) as pool:
        runs = [pool.submit(execute, workers, f"import time; time.sleep(1); emit({{'x': {n}}})") for n in (1, 2)]
        until(lambda: len([child for child in children(killed) if children(child)]) == 2)
        os.kill(killed, signal.SIGKILL)
        assert [run.result().frames for run in runs] == [[{"x": 1}], [{"x": 2}]]
    assert workers.parent_pid != killed


def test_a_supervisor_killed_in_the_middle_costs_nothing(workers):
    workers.start()
    with ThreadPoolExecutor(1) as pool:
        run = pool.submit(execute, workers, "import time; time.sleep(0.5); emit({'x': 1})")
        supervisor, worker = until(lambda: family(workers.parent_pid))
        os.kill(supervisor, signal.SIGKILL)
        assert run.result().frames == [{"x": 1}]
    until(lambda: not Path(f"/proc/{worker}").exists())


def test_a_parent_of_workers_that_does_not_answer_is_replaced(workers, monkeypatch):
    monkeypatch.setattr(exchange, "GRACE", 0.5)
    workers.start()
    stopped = workers.parent_pid
    os.kill(stopped, signal.SIGSTOP)
    # The second try has the same limits: long enough for a worker, short enough for this test.
    run = execute(workers, "emit({'x': 1})", Limits(wall_seconds=3, wall_seconds_total=3))
    assert run.frames in ([{"x": 1}], []) and workers.parent_pid != stopped


def test_a_full_disk_is_a_fault_that_names_itself(workers):
    workers.start()
    base = Path(workers._parent[0].base)
    base.rename(base.with_name(base.name + "-away"))
    try:
        run = execute(workers, "emit({'x': 1})")
    finally:
        base.with_name(base.name + "-away").rename(base)
    assert run.ended == "fault" and "No such file or directory" in run.detail


@pytest.fixture
def small_room():
    """A control group with room for 64 MB. Needs a machine where this account may make one."""
    old = Path("/sys/fs/cgroup/memory")
    base, name = (old, "memory.limit_in_bytes") if old.is_dir() else (Path("/sys/fs/cgroup"), "memory.max")
    group = base / f"deepclinic-{os.getpid()}"
    try:
        group.mkdir()
    except OSError as error:
        pytest.skip(f"no control group can be made here: {error}")
    try:
        if not (group / name).exists():
            pytest.skip("control groups do not limit memory here")
        (group / name).write_text(str(64 * MB))
        yield group
    finally:
        until(lambda: not (group / "cgroup.procs").read_text())
        group.rmdir()


def test_a_machine_that_runs_out_of_memory_is_not_the_submissions_fault(workers, small_room):
    workers.start()
    with ThreadPoolExecutor(1) as pool:
        run = pool.submit(execute, workers, "import time; time.sleep(1); kept = b'x' * 300_000_000; emit({'x': 1})")
        _, worker = until(lambda: family(workers.parent_pid))
        (small_room / "cgroup.procs").write_text(str(worker))
        assert run.result().ended == "fault" and "memory" in run.result().detail
    assert execute(workers, "os.kill(os.getpid(), 9)").ended == "killed"


def test_without_a_temporary_folder_the_cure_is_told(monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", "/proc/none")
    with pytest.raises(DeepclinicError, match="TMPDIR"):
        Workers(jobs=1).start()


def test_own_start_amid_traps_then_closing_leaves_neither_process_nor_folder(tmp_path, monkeypatch):
    """Nothing beside the notebook, nor in the caller's environment, takes the place of the grader or of a library."""
    for name in ("deepclinic", "keras", "numpy", "json", "sitecustomize", "usercustomize"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('a trap')\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    monkeypatch.setenv("PYTHONSTARTUP", str(tmp_path / "json.py"))
    monkeypatch.setenv("KERAS_BACKEND", "jax")
    own = Workers(jobs=1)
    own.start()
    base, parent = Path(own._parent[0].base), own.parent_pid
    failures = []

    def hang() -> None:
        try:
            execute(own, "import time; time.sleep(60)")
        except RuntimeError as error:
            failures.append(str(error))

    thread = threading.Thread(target=hang)
    until(lambda: not children(parent))  # the self-test's
    thread.start()
    supervisor, worker = until(lambda: family(parent))
    own.close()
    thread.join(10)
    assert failures == ["these workers have been closed"]
    assert not base.exists()
    assert not [pid for pid in (parent, supervisor, worker) if Path(f"/proc/{pid}").exists()]


def test_the_self_test_passes_here_and_says_what_it_tried(workers):
    found = workers.selftest()
    assert [mechanism for mechanism in found if not mechanism.works] == []
    assert len(found) >= 16


class NoParent:
    """Stands for a parent of workers on a machine where isolation does not work."""

    alive, base, pid = True, "/nowhere", 0

    def wait_until_ready(self) -> None: ...

    def close(self) -> None: ...


def test_weak_isolation_is_refused_unless_allowed_and_then_remembered(monkeypatch):
    found = [selftest.Mechanism("network", False, "it was possible"), selftest.Mechanism("files", True, "refused")]
    monkeypatch.setattr(client, "ParentOfWorkers", NoParent)
    monkeypatch.setattr(selftest, "quick", lambda run: found)
    with Workers(jobs=1) as strict, pytest.raises(WeakIsolation, match="network"):
        strict.start()
    with Workers(jobs=1, allow_weak_isolation=True) as lenient:
        lenient.start()
        assert lenient.weak == (found[0],)


def test_a_machine_that_cannot_isolate_is_refused_by_name():
    missing = (selftest.Mechanism("network: opening a socket", False, "it was possible"),)
    error = WeakIsolation(missing)
    assert "network: opening a socket" in str(error) and "--allow-weak-isolation" in str(error)
    assert "--allow-weak-isolation" in error.text.ko


def test_closed_while_keras_is_loading_it_is_gone_at_once():
    own = Workers(jobs=1)
    with own._lock:
        parent = own._launch()
    own.close()
    assert not parent.alive and not Path(parent.base).exists()


def test_killed_while_keras_is_loading_nothing_is_left():
    script = "from deepclinic.isolation.process import ParentOfWorkers as P; p = P(); print(p.pid, p.base, flush=True)"
    with subprocess.Popen([sys.executable, "-c", f"{script}; input()"], stdin=-1, stdout=-1, text=True) as starter:
        parent, base = starter.stdout.readline().split()
        assert Path(base).is_dir()
        starter.kill()
    until(lambda: not Path(base).exists() and not Path(f"/proc/{parent}").exists(), 120)


def test_where_no_process_can_be_started_the_cause_is_told_and_nothing_is_left(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setattr(sys, "executable", "/proc/none/python")
    with pytest.raises(DeepclinicError, match="/proc/none/python cannot be started"):
        Workers(jobs=1).start()
    assert list(tmp_path.iterdir()) == []
