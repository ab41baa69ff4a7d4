"""
tries = "The result is an object whose array is another one each time it is read: one of them may agree."
must = "It is read once, and copied."
"""

import numpy as np


class Changing:
    def __init__(self, values):
        self.values, self.reads = np.asarray(values), 0
        self.shape, self.dtype = self.values.shape, self.values.dtype

    def __array__(self, dtype=None, copy=None):
        self.reads += 1
        return self.values * (self.reads % 2)


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            return super().call(inputs, *args, **kwargs)

        def __call__(self, inputs, *args, **kwargs):
            return Changing(super().__call__(inputs, *args, **kwargs))

    return Attack
