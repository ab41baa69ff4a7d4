"""Which files a worker may read: Python, the libraries, the data sets; nothing of this package, nobody's home.

Landlock's rules reach down a whole tree and know no exceptions. So a folder that holds something forbidden is never
allowed itself: its children are, one by one, without the forbidden ones.
"""

from __future__ import annotations

import os
import site
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path

import deepclinic

SYSTEM_FILES = (
    "/etc/ld.so.cache", "/etc/localtime", "/usr/share/zoneinfo", "/dev/urandom", "/dev/random", "/dev/zero",
    "/proc/cpuinfo", "/proc/meminfo", "/proc/stat", "/proc/sys/vm/overcommit_memory", "/sys/devices/system/cpu",
    "/sys/devices/system/node", "/proc/self/cmdline", "/proc/self/maps", "/proc/self/stat", "/proc/self/statm",
    "/proc/self/status",
)  # fmt: skip
READ_AND_WRITE = ("/dev/null",)

_LIBRARIES = ("/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib")
_NEEDED = ("keras", "tensorflow", "numpy", "h5py")


def library_paths() -> tuple[str, ...]:
    """Return what makes up Python and its libraries here. Call it once, after they have been imported."""
    roots = [*_LIBRARIES, *_python_folders(), *os.environ.get("LD_LIBRARY_PATH", "").split(":")]
    found: dict[str, None] = {}
    for root in roots:
        if root and os.path.isdir(root):
            found.update(dict.fromkeys(allowed(os.path.realpath(root), _forbidden())))
    return (*found, *_datasets())


def allowed(path: str, forbidden: Iterable[str]) -> list[str]:
    """Return `path`, or in its place those of its descendants that together leave out `forbidden` (real paths)."""
    forbidden = list(forbidden)
    if any(path == f or path.startswith(f.rstrip("/") + "/") for f in forbidden):
        return []
    if not any(f.startswith(path.rstrip("/") + "/") for f in forbidden):
        return [path]
    try:
        children = sorted(os.listdir(path))
    except OSError:
        return []
    inside = [f for f in forbidden if f.startswith(path.rstrip("/") + "/")]
    found: list[str] = []
    for child in children:
        child = os.path.join(path, child)
        # A link may lead into what is forbidden; what it leads to has its own place in the tree.
        if not os.path.islink(child):
            found += allowed(child, inside)
    return found


def _python_folders() -> list[str]:
    paths = sysconfig.get_paths()
    folders = [paths[key] for key in ("stdlib", "platstdlib", "purelib", "platlib")]
    folders += [sysconfig.get_path("stdlib", vars={"base": sys.base_prefix, "installed_base": sys.base_prefix})]
    folders += site.getsitepackages()
    if site.ENABLE_USER_SITE:
        folders.append(site.getusersitepackages())
    folders += [os.path.join(prefix, "lib") for prefix in {sys.prefix, sys.base_prefix}]
    for name in _NEEDED:
        file = getattr(sys.modules.get(name), "__file__", None)
        if file:
            folders.append(os.path.dirname(os.path.dirname(file)))
    # A library installed in place can stand beside course material: only folders made for packages are trusted whole.
    return [f for f in folders if not _holds_package(f) or os.path.basename(f) in ("site-packages", "dist-packages")]


def _holds_package(folder: str) -> bool:
    return os.path.isdir(os.path.join(folder, "deepclinic"))


def _forbidden() -> list[str]:
    package = Path(deepclinic.__file__).resolve().parent
    found = [package]
    if package.parent.name not in ("site-packages", "dist-packages"):  # a checkout: course and solutions are beside it
        checkout = package.parent.parent
        found += [package.parent, *(checkout / name for name in ("course", "solutions", "datasets", "tests", ".git"))]
    return [os.path.realpath(path) for path in found]


def _datasets() -> list[str]:
    try:
        from deepclinic.paths import datasets_root

        root = os.path.realpath(datasets_root())
    except Exception:
        return []  # no course installed: nothing to allow
    package = os.path.realpath(os.path.dirname(deepclinic.__file__))
    return [root] if os.path.isdir(root) and not package.startswith(root + "/") else []
