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
        "gc.get_objects", "gc.get_referents", "gc.get_referrers", "sys._current_exceptions", "sys._current_frames",
        "sys._getframe", "sys._getframemodulename", "sys.addaudithook", "sys.monitoring.register_callback",
        "sys.setprofile", "sys.settrace",
    }
)  # fmt: skip
FRAMES = frozenset({"tb_frame", "gi_frame", "cr_frame", "ag_frame"})
"""Attributes that lead to frames."""


class NotShown(Exception):
    """Refused to a solution that is being observed."""


def keep_private() -> None:
    """From now on, for the life of the process, refuse to solutions what `REFUSED` lists."""
    sys.addaudithook(_audit())


def _audit() -> Callable[[str, tuple[Any, ...]], None]:
    asking: set[int] = set()
    me, own_folder = threading.get_ident, os.path.join(os.path.realpath(tempfile.gettempdir()), "")
    frame_at, is_absolute = sys._getframe, os.path.isabs

    def of_solution(frame: FrameType | None) -> bool:
        # These hand out frames and memory to whoever called them.
        while frame is not None and (
            frame.f_globals.get("__name__") in ("inspect", "ctypes")
            or frame.f_code.co_name in ("walk_tb", "walk_stack")
        ):
            frame = frame.f_back
        if frame is None:
            return False
        file = frame.f_code.co_filename
        # A solution's file has a bare name; code made of a string has one in angle brackets, like frozen modules.
        return not (is_absolute(file) or file.startswith(("<frozen", "<__array_function__"))) or file.startswith(
            own_folder
        )

    def audit(event: str, args: tuple[Any, ...]) -> None:
        if event in REFUSED or event.startswith("ctypes.") or (event == "object.__getattr__" and args[1] in FRAMES):
            if me() in asking:
                return
            asking.add(me())
            try:
                refused = of_solution(frame_at(1))
            finally:
                asking.discard(me())
            if refused:
                raise NotShown(f"{event} is not there while a solution is observed.")

    return audit
