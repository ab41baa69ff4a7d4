"""
tries = "An array of a terabyte, made of one number by strides of 0."
must = "Copying it fails, in the worker."
"""

import numpy as np


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            return super().call(inputs, *args, **kwargs)

        def __call__(self, inputs, *args, **kwargs):
            return np.broadcast_to(np.float32(0), (2**20, 2**18))

    return Attack
