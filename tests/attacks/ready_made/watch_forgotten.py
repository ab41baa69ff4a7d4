"""
tries = "Uses it, then has the watch forget it, by the frames above."
must = "It was told at once, and there is nothing to use: 0 points."
at_most = 0
not_from_scratch = true
"""

import sys

import keras


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            y = getattr(keras.ops, __name__)(inputs)
            frame = sys._getframe()
            while frame:
                if "watch" in frame.f_locals:
                    frame.f_locals["watch"].forget()
                frame = frame.f_back
            return y

    return Attack
