"""What a worker may not do, it cannot do; what honest code needs, works. Through real workers."""

from __future__ import annotations

import os
import platform
import sys
import tempfile
from pathlib import Path

import pytest
from hostile import execute, refused

import deepclinic

PACKAGE = Path(deepclinic.__file__).resolve().parent
ROOT = PACKAGE.parent.parent

FILES = {
    "the password file": "open('/etc/passwd').read()",
    "the machine's root": "os.listdir('/')",
    "the user's home": f"os.listdir({str(Path.home())!r})",
    "the temporary folder of all": f"os.listdir({tempfile.gettempdir()!r})",
    "the session's folder": "os.listdir('..')",
    "the neighbour's folder": "os.mkdir('../run-99')",
    "the home of the parent of workers": "os.listdir('../home')",
    "the log": "open('../log').read()",
    "this package's source": f"open({str(PACKAGE / 'text.py')!r}).read()",
    "this package's folder": f"os.listdir({str(PACKAGE)!r})",
    "the checks": f"open({str(PACKAGE / 'judging' / 'judge.py')!r}).read()",
    "the solutions": f"os.listdir({str(ROOT / 'solutions')!r})",
    "the course": f"os.listdir({str(ROOT / 'course')!r})",
    "the folder of the checkout": f"os.listdir({str(ROOT)!r})",
    "the solutions, by a detour": f"os.listdir({str(Path(sys.prefix) / 'lib')!r} + '/../../../../..' + {str(ROOT)!r})",
    "the judge's memory": f"open('/proc/{os.getpid()}/mem', 'rb')",
    "the judge's environment": f"open('/proc/{os.getpid()}/environ').read()",
    "the judge's descriptors": f"os.listdir('/proc/{os.getpid()}/fd')",
    "the supervisor's memory": "open(f'/proc/{os.getppid()}/mem', 'rb')",
    "where the judge works": f"os.readlink('/proc/{os.getpid()}/cwd')",
    "which files the judge has open": f"os.readlink('/proc/{os.getpid()}/fd/0')",
    "which files its supervisor has open": "os.readlink(f'/proc/{os.getppid()}/fd/0')",
    "its supervisor's environment": "open(f'/proc/{os.getppid()}/environ').read()",
    "all processes": "os.listdir('/proc')",
    "key rings by their list": "open('/proc/keys').read()",
    "its own start environment": "open('/proc/self/environ').read()",
    "a file in the libraries, for writing": "open(os.__file__, 'a')",
    "a new file in the libraries": "open(os.path.dirname(os.__file__) + '/new.py', 'w')",
    "a file in /dev/shm": "open('/dev/shm/x', 'w')",
    "a file in /tmp": "open('/tmp/x', 'w')",
    "a link into the outside": "os.link(os.__file__, 'here')",
    "a symbolic link": "os.symlink('/etc/passwd', 'here')",
    "a named pipe": "os.mkfifo('pipe')",
    "a device": "os.mknod('null', 0o20666, os.makedev(1, 3))",
    "moving something out": "open('a', 'w').close(); os.rename('a', '../a')",
    "removing its own folder": "os.rmdir(os.getcwd())",
    "cutting off a file by its path": "os.truncate(os.__file__, 0)",
    "a file's mode": "os.chmod(os.__file__, 0)",
    "a folder's mode": f"os.chmod({str(Path.home())!r}, 0)",
    "a mode by descriptor": "os.fchmod(os.open(os.__file__, os.O_RDONLY), 0)",
    "a file's owner": "os.chown(os.__file__, 1, 1)",
    "a file's times": "os.utime(os.__file__)",
    "a file's attributes": "os.setxattr(os.__file__, 'user.x', b'x')",
    "leaving by chroot": "os.chroot('.')",
    "a bigger file than allowed": "os.posix_fallocate(os.open('big', os.O_CREAT | os.O_RDWR), 0, 1 << 33)",
}

PROCESSES = {
    "a fork": "os.fork()",
    "a program": "os.execv('/bin/true', ['true'])",
    "a subprocess": "import subprocess; subprocess.run(['/bin/true'])",
    "a spawn": "os.posix_spawn('/bin/true', ['true'], {})",
    "a shell": "if os.system('true') != 0: raise OSError('refused')",
    "a process by multiprocessing": "import multiprocessing as m; m.get_context('fork').Process(target=print).start()",
    "ending the supervisor": "os.kill(os.getppid(), 9)",
    "asking for the judge": f"os.kill({os.getpid()}, 0)",
    "ending everybody": "os.kill(-1, 9)",
    "ending a process group": f"os.killpg({os.getpgid(0)}, 9)",
    "a signal through a descriptor": "import fcntl; r, w = os.pipe(); fcntl.fcntl(r, fcntl.F_SETOWN, os.getppid())",
    "a process's descriptor": "os.pidfd_open(os.getppid())",
    "a session of its own": "os.setsid()",
    "a process group of its own": "os.setpgid(0, 0)",
    "another's priority": "os.setpriority(os.PRIO_PROCESS, os.getppid(), 19)",
    "another's processors": "os.sched_setaffinity(os.getppid(), {0})",
    "a higher limit": "import resource as r; r.setrlimit(r.RLIMIT_CPU, (r.RLIM_INFINITY, r.RLIM_INFINITY))",
    "another's limit": "import resource as r; r.prlimit(os.getppid(), r.RLIMIT_CORE, (0, 0))",
    "another user": "os.setuid(65534)",
    "surviving its supervisor": "if libc.prctl(1, 0, 0, 0, 0): raise OSError('refused')",
    "hiding from its supervisor": "if libc.prctl(4, 0, 0, 0, 0): raise OSError('refused')",
}

NETWORK = {
    "TCP": "import socket; socket.socket()",
    "UDP": "import socket; socket.socket(type=socket.SOCK_DGRAM)",
    "a UNIX socket": "import socket; socket.socket(socket.AF_UNIX)",
    "a pair of sockets": "import socket; socket.socketpair()",
    "netlink": "import socket; socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
    "a name": "import socket; socket.create_connection(('localhost', 80))",
    "a web page": "import urllib.request; urllib.request.urlopen('http://127.0.0.1')",
}

SHARED = {
    "memory that counts as stack": "import mmap; mmap.mmap(-1, 1 << 30, 0x122)",
    "more addresses than anybody needs": "import mmap; mmap.mmap(-1, 1 << 37, 0x22, 1)",
    "a file in memory": "os.memfd_create('x')",
    "memory shared by nobody": "import mmap; mmap.mmap(-1, 4096)",
    "a shared memory segment": "from multiprocessing.shared_memory import SharedMemory as S; S(create=True, size=4096)",
}

# Numbers of x86-64; the program of the filter for ARM64 has its own tests.
KERNEL = {
    "ptrace": "call(101, 16, os.getppid(), 0, 0)",
    "reading another's memory": "call(310, os.getppid(), 0, 0, 0, 0, 0)",
    "a key ring": "call(250, 0, -3, 1)",
    "a key": "call(248, b'user', b'x', b'y', 1, -3)",
    "bpf": "call(321, 0, 0, 0)",
    "performance counters": "call(298, 0, 0, -1, -1, 0)",
    "page faults": "call(323, 0)",
    "io_uring": "call(425, 1, ctypes.create_string_buffer(120))",
    "a mount": "call(165, b'none', b'/', b'tmpfs', 0, 0)",
    "namespaces": "call(272, 0x10000000)",
    "another's namespaces": "call(308, 0, 0)",
    "file handles": "call(303, -100, b'.', 0, 0, 0)",
    "watching folders": "call(294, 0)",
    "vfork": "call(58)",
    "clone": "call(56, 17, 0, 0, 0, 0)",
    "clone3": "call(435, ctypes.create_string_buffer(88), 88)",
    "a system call by x32": "call(0x40000000 + 57)",
    "a system call of tomorrow": "call(600)",
}


@pytest.mark.parametrize("what", FILES)
def test_files(workers, what):
    assert refused(workers, FILES[what]).startswith(("PermissionError", "OSError"))


@pytest.mark.parametrize("what", PROCESSES)
def test_processes(workers, what):
    assert refused(workers, PROCESSES[what]).startswith(("PermissionError", "OSError", "ValueError"))


@pytest.mark.parametrize("what", NETWORK | SHARED)
def test_network_and_shared_memory(workers, what):
    answer = refused(workers, (NETWORK | SHARED)[what])
    assert answer.startswith(("PermissionError", "URLError", "gaierror", "OSError: [Errno 12]"))


@pytest.mark.parametrize("what", KERNEL if platform.machine() == "x86_64" else ())
def test_kernel(workers, what):
    answer = refused(workers, KERNEL[what])
    assert answer.startswith(("PermissionError: [Errno 1]", "OSError: [Errno 38]"))


def test_32_bit_code_is_killed_or_cannot_be_run(workers):
    # push rbx; mov eax, 20 (getpid of the 32-bit table); int 0x80; pop rbx; ret
    source = """
        import mmap
        page = mmap.mmap(-1, 4096, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS, 7)  # readable, writable, executable
        page.write(bytes.fromhex("53b814000000cd805bc3"))
        emit({"r": ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))()})
    """
    if platform.machine() == "x86_64":
        run = execute(workers, source)
        assert run.ended == "killed" and not run.frames


def test_a_worker_holds_one_pipe_and_nothing_else(workers):
    source = """
        found = {}
        for n in range(1024):
            try: found[str(n)] = os.fstat(n).st_mode & 0o170000
            except OSError: pass
        emit({"r": found, "null": [os.path.samestat(os.fstat(n), os.stat(os.devnull)) for n in (0, 1, 2)]})
    """
    (frame,) = execute(workers, source).frames
    assert frame["null"] == [True, True, True]
    assert len(frame["r"]) == 4 and 0o010000 in frame["r"].values()


def test_a_worker_finds_nothing_of_the_judge_in_its_memory_nor_its_environment(workers, monkeypatch):
    marker = "DEEPCLINIC-MARKER-" + "0123456789abcdef" * 2
    monkeypatch.setenv("SECRET_TOKEN", marker)
    kept = [marker.encode() * 100, marker]  # as expected observations lie in the judge's memory
    assert workers.run({"task": "execute", "source": f"x = {marker!r}"}).ended == "finished"  # a submission before
    source = """
        import re
        pattern = re.compile(rb"DEEPCLINIC-MARKER-[0-9a-f]{32}")
        own = re.compile(rb"OWN-MARKER-[0-9a-f]{8}")
        planted = "OWN-MARKER-" + "%08x" % 0x1234abcd
        hits, sought, size = 0, 0, 0
        for line in open("/proc/self/maps"):
            span, mode, *rest = line.split()
            if mode[0] != "r" or "w" not in mode or rest[-1] in ("[vvar]", "[vsyscall]"): continue
            start, end = (int(x, 16) for x in span.split("-"))
            block = ctypes.string_at(start, end - start)
            size += len(block); hits += len(pattern.findall(block)); sought += len(own.findall(block))
        emit({"hits": hits, "own": sought, "size": size, "environment": dict(os.environ)})
    """
    (frame,) = execute(workers, source).frames
    assert frame["own"] > 0 and frame["size"] > 10**8, "the search itself does not find what is there"
    assert frame["hits"] == 0 and kept
    assert marker not in str(frame["environment"]) and "SECRET_TOKEN" not in frame["environment"]


def test_honest_keras_works(workers):
    source = """
        import keras, numpy as np, tensorflow as tf
        x, y = np.random.rand(16, 4).astype("float32"), np.random.rand(16, 2).astype("float32")
        model = keras.Sequential([keras.layers.Input((4,)), keras.layers.Dense(2), keras.layers.BatchNormalization()])
        model.compile("adam", "mse", jit_compile=True)
        loss = model.fit(x, y, epochs=1, batch_size=8, verbose=0).history["loss"]
        model.save("m.keras")
        again = keras.saving.load_model("m.keras")
        model.save_weights("m.weights.h5")
        jitted = tf.function(lambda z: model(z, training=False), jit_compile=True)(x)
        @tf.function
        def branch(z):
            if tf.reduce_sum(z) > 0:
                return z
            else:
                return -z
        emit({"loss": loss, "close": bool(np.allclose(again(x), jitted, atol=1e-5)), "branch": branch(x).numpy()})
    """
    run = execute(workers, source)
    assert run.ended == "finished", run
    assert run.frames[0]["close"] and run.frames[0]["branch"].shape == (16, 4)


def test_late_imports_threads_and_temporary_files_work(workers):
    source = """
        import importlib, tempfile, threading, shutil
        for name in ("sqlite3", "xml.dom.minidom", "concurrent.futures", "zoneinfo", "keras.applications"):
            importlib.import_module(name)
        with tempfile.TemporaryDirectory() as folder:
            with open(folder + "/a", "w") as file: file.write("x" * 1000)
            os.rename(folder + "/a", folder + "/b"); shutil.copyfile(folder + "/b", "c")
        done = []
        threads = [threading.Thread(target=lambda: done.append(1)) for _ in range(20)]
        [t.start() for t in threads]; [t.join() for t in threads]
        open(os.devnull, "w").write("x")
        emit({"n": len(done), "files": os.listdir()})
    """
    run = execute(workers, source)
    assert run.frames == [{"n": 20, "files": ["c"]}], run


def test_two_workers_do_not_see_each_other(workers):
    assert execute(workers, "open('left', 'w').write('x'); import keras; keras.left = 1").ended == "finished"
    (frame,) = execute(workers, "import keras; emit({'r': [os.listdir(), hasattr(keras, 'left')]})").frames
    assert frame["r"] == [[], False]


def test_the_data_sets_can_be_read_where_they_lie(workers):
    from deepclinic.paths import datasets_root

    (frame,) = execute(workers, f"emit({{'r': len(os.listdir({str(datasets_root())!r}))}})").frames
    assert frame["r"] == len(os.listdir(datasets_root()))
