"""
tries = "An array of Python objects, each with an equality and a pickling of its own."
must = "No object crosses: the checks that see it fail."
"""

import numpy as np


class Anything:
    def __eq__(self, other):
        return True

    def __float__(self):
        return 0.0

    def __reduce__(self):
        return (exec, ("raise SystemExit",))


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            return super().call(inputs, *args, **kwargs)

        def __call__(self, inputs, *args, **kwargs):
            return np.full(np.shape(inputs), Anything(), object)

    return Attack
