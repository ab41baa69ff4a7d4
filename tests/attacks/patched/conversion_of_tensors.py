"""
tries = "Exchanges `keras.ops.convert_to_numpy` and `np.array`, by which a probe reads what came out."
must = "Put back before each probe."
no_effect = true
"""

import keras
import numpy as np

zeros = np.zeros
keras.ops.convert_to_numpy = lambda values: zeros(np.shape(values), "float32")
np.array = lambda *args, **kwargs: zeros(1)


def attack(solution):
    return solution
