"""
tries = "Frames out of generators, of other threads, of `traceback.walk_stack`; and a profiler that sees each call."
must = "All refused; the solution goes on as what it is."
"""

import sys
import traceback


def generator():
    yield


def look():
    doors = (
        lambda: generator().gi_frame.f_back,
        lambda: sys._current_frames(),
        lambda: list(traceback.walk_stack(None)),
        lambda: sys.setprofile(lambda frame, *event: frame.f_locals.get("lab")),
        lambda: sys.settrace(lambda frame, *event: None),
    )
    for number, door in enumerate(doors):
        try:
            door()
        except Exception:
            continue
        raise SystemExit(f"OPEN_DOOR_{number}")


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            look()
            return super().call(inputs, *args, **kwargs)

    return Attack
