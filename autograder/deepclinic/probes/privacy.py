"""While it is observed, a solution gets no look at who observes it: no frames, no search of memory, no tracing.

An audit hook sees each of these being asked for, and cannot be removed. Only what the solution itself asks for is
refused: libraries look at frames all the time (Keras, TensorFlow, logging, warnings).
"""

from __future__ import annotations

import os
import sys
import tempfile
import threading
from collections.abc import Callable
from types import FrameType
from typing import Any

REFUSED = frozenset(
    {
        "gc.get_objects", "gc.get_referents", "gc.get_referrers", "marshal.loads", "sys._current_exceptions",
        "sys._current_frames", "sys._getframe", "sys._getframemodulename", "sys.addaudithook",
        "sys.monitoring.register_callback", "sys.setprofile", "sys.settrace",
    }
)  # fmt: skip
FRAMES = frozenset({"tb_frame", "gi_frame", "cr_frame", "ag_frame"})
"""Attributes that lead to frames."""

HANDS_OUT = frozenset(
    {
        "bdb", "cProfile", "ctypes", "inspect", "pdb", "profile", "tensorflow.python.util.tf_inspect", "threading",
        "trace",
    }
)  # fmt: skip
"""Modules that give what they were given to whoever called them: it is the caller who asks."""
WALKS = frozenset({"walk_tb", "walk_stack"})
"""Likewise these two of `traceback`; what else is there gives text."""


class NotShown(Exception):
    """Refused to a solution that is being observed."""


def keep_private() -> None:
    """From now on, for the life of the process, refuse to solutions what `REFUSED` lists."""
    sys.addaudithook(_audit())


def _audit() -> Callable[[str, tuple[Any, ...]], None]:
    asking: set[int] = set()
    me, own_folder = threading.get_ident, os.path.join(os.path.realpath(tempfile.gettempdir()), "")
    frame_at, is_absolute = sys._getframe, os.path.isabs

    def of_library(file: Any) -> bool:
        # A solution's file has a bare name; code made of a string has one in angle brackets, like frozen modules.
        return isinstance(file, str) and (
            (is_absolute(file) and not file.startswith(own_folder))
            or file.startswith(("<frozen", "<__array_function__"))
        )

    def of_solution(frame: FrameType | None) -> bool:
        while frame is not None and of_library(frame.f_code.co_filename):
            if frame.f_globals.get("__name__") not in HANDS_OUT and frame.f_code.co_name not in WALKS:
                return False
            frame = frame.f_back
        return frame is not None

    def is_private(event: str, args: tuple[Any, ...]) -> bool:
        if event == "object.__getattr__":
            return args[1] in FRAMES
        if event in ("compile", "code.__new__"):
            return of_library(args[1])  # code under a library's name would pass for the library's
        return event in REFUSED or event.startswith("ctypes.")

    def audit(event: str, args: tuple[Any, ...]) -> None:
        if is_private(event, args) and me() not in asking:
            asking.add(me())
            try:
                refused = of_solution(frame_at(1))
            finally:
                asking.discard(me())
            if refused:
                raise NotShown(f"{event} is not there while a solution is observed.")

    return audit
