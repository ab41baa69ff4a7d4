"""
tries = "Complex, structured, text and time arrays in turn."
must = "Only plain numbers are carried; everything else fails its check and stops nothing."
"""

import itertools

import numpy as np

DTYPES = itertools.cycle(["complex128", [("a", "f4"), ("b", "O")], "U8", "M8[s]", "longdouble", "V16"])


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            return super().call(inputs, *args, **kwargs)

        def __call__(self, inputs, *args, **kwargs):
            return np.zeros(np.shape(inputs), next(DTYPES))

    return Attack
