"""What a worker can find: a search of its memory and of every file in reach, run inside a worker.

python search.py        as any user: run the self-test and the search in workers of this user's, print JSON
"""

from __future__ import annotations

import json
import os
import secrets
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from hostile import execute

from deepclinic.grading import storage
from deepclinic.grading.expected import cache_dir
from deepclinic.isolation import Limits, Workers
from deepclinic.isolation.readable import READ_AND_WRITE, SYSTEM_FILES, library_paths
from deepclinic.judging.observation import Observation, ProbeObservation

MARKER = "DEEPCLINIC-MARKER-"
"""Followed by 32 hexadecimal digits that stand nowhere but in what is planted."""

SEARCH = """
import re, stat, time
planted, own = re.compile(rb"DEEPCLINIC-MARKER-[0-9a-f]{32}"), re.compile(rb"OWN-MARKER-[0-9a-f]{8}")
mine = "OWN-MARKER-" + "%08x" % 0x1234abcd
open("mine", "w").write(mine)
hits, controls, memory, files, opened = [], [], 0, 0, []

def look(where, data):
    if planted.search(data): hits.append(where)
    if own.search(data): controls.append(where)

for line in open("/proc/self/maps"):
    span, mode, *rest = line.split()
    if mode[0] != "r" or rest[-1] in ("[vvar]", "[vsyscall]", "[vvar_vclock]"): continue
    start, end = (int(x, 16) for x in span.split("-"))
    size = os.stat(rest[-1]).st_size - int(rest[0], 16) if rest[-1].startswith("/") else end - start
    end = min(end, start + size)  # behind the end of a file there is nothing
    for at in range(start, end, 1 << 24):
        look("memory", ctypes.string_at(at, min(end - at, (1 << 24) + 64)))
    memory += max(end - start, 0)

def read(path):
    global files
    try:
        status = os.stat(path)
        # What was last changed before anything was planted cannot hold it; /proc tells no such time.
        if stat.S_ISREG(status.st_mode) and status.st_ctime < SINCE and not path.startswith(("/proc", "/sys")):
            files += 1
            return
        with open(path, "rb") as file:
            look(path, file.read(1 << 22))
            files += 1
            opened.append(path)
    except OSError:
        pass

for root in ROOTS:
    if os.path.isdir(root):
        for folder, _, names in os.walk(root):
            for name in names: read(folder + "/" + name)
    else:
        read(root)
links = []
for path in LINKS:
    try: links.append(os.readlink(path))
    except OSError: pass
emit({"hits": hits, "controls": sorted(set(controls)), "memory": memory, "files": files, "opened": opened,
      "links": links, "environment": dict(os.environ), "modules": sorted(m for m in sys.modules if "deepclinic" in m)})
"""


def search(workers: Workers, folder: Path) -> dict[str, Any]:
    """Plant a marker wherever the judge keeps things, `folder` included, and search for it from inside a worker."""
    since, marker = time.time() - 1, MARKER + secrets.token_hex(16)
    expected = Observation({"plain": ProbeObservation({"output": marker, "bytes": marker.encode() * 50})})
    places = [cache_dir() / "observations" / "planted.obs"]
    storage.save(places[0], expected)
    for name in ("gradebook.db", "submitted/other/relu.py", "solutions/relu/reference.py", "deepclinic.py"):
        places.append(folder / name)
        places[-1].parent.mkdir(parents=True, exist_ok=True)
        places[-1].write_text(marker)
    os.environ["SECRET_TOKEN"] = marker
    with tempfile.TemporaryFile() as opened:
        opened.write(marker.encode())
        opened.flush()
        workers.run({"task": "execute", "source": f"kept = {marker!r}"})  # a submission before this one
        pids = sorted(name for name in os.listdir("/proc") if name.isdigit())
        of_each = ("mem", "environ", "maps", "cmdline", "fd/0", "fd/3", f"fd/{opened.fileno()}", "root/etc/passwd")
        roots = [
            *map(str, places), *(f"/proc/{pid}/{name}" for pid in [*pids, "self"] for name in of_each),
            str(folder), str(cache_dir()), str(Path.home()), tempfile.gettempdir(), os.getcwd(), "/etc", "/var", "/run",
            "/dev/shm", "..", ".", *library_paths(), *SYSTEM_FILES, *READ_AND_WRITE,
        ]  # fmt: skip
        links = [f"/proc/{pid}/{name}" for pid in pids for name in ("cwd", "exe", "root", "fd/0", "fd/3")]
        code = f"SINCE, ROOTS, LINKS = {since!r}, {roots!r}, {links!r}\n" + SEARCH
        run = execute(workers, code, Limits(wall_seconds=60, memory_bytes=3 * 2**30))
    del os.environ["SECRET_TOKEN"]
    assert expected.probes and run.ended == "finished", run
    return {**run.frames[0], "places": [str(place) for place in places], "folder": str(folder)}


def clean(found: dict[str, Any]) -> list[str]:
    """Return what is wrong with the outcome of a search; nothing where all is well."""
    wrong = [f"found the marker in {where}" for where in found["hits"]]
    wrong += [f"could open {path}" for path in found["opened"] if path in found["places"]]
    wrong += [f"could follow the link to {link}" for link in found["links"]]
    wrong += [f"knows {name}" for name in found["modules"] if name.split(".")[1:2] in (["judging"], ["grading"])]
    if "SECRET_TOKEN" in found["environment"]:
        wrong.append("inherited the environment")
    if not {"memory", "./mine"} <= set(found["controls"]) or found["memory"] < 3e8 or found["files"] < 5000:
        wrong.append("the search itself does not find what is there")
    return wrong


if __name__ == "__main__":
    with Workers(jobs=1) as own, tempfile.TemporaryDirectory() as scratch:
        missing = [f"{m.name}: {m.detail}" for m in own.selftest() if not m.works]
        print(json.dumps({"user": os.getuid(), "missing": missing, "wrong": clean(search(own, Path(scratch)))}))
    sys.exit(0)
