"""
tries = "The array that was handed out is written to later, when the next one is asked for."
must = "What was recorded is a copy."
"""

import numpy as np

handed_out = []


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            return super().call(inputs, *args, **kwargs)

        def __call__(self, inputs, *args, **kwargs):
            for array in handed_out:
                array[...] = 0
            handed_out.append(np.array(super().__call__(inputs, *args, **kwargs)))
            return handed_out[-1]

    return Attack
