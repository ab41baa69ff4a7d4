"""
tries = "Finds out by the frames above it which probe is calling, to reach the notebook of that probe and clear it."
must = "Frames are not shown to a solution; without them it is what it was."
"""

import sys


def frames():
    frame = sys._getframe()
    while frame is not None:
        yield frame
        frame = frame.f_back


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            for frame in frames():
                lab = frame.f_locals.get("lab")
                if lab is not None:
                    lab.entries.clear()
                    lab.record = lambda *args: None
            return super().call(inputs, *args, **kwargs)

    return Attack
