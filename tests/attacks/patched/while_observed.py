"""
tries = "Exchanges them only when a layer is made, that is, while a probe is running."
must = "The check in which that happens fails."
at_most = 0
"""

import keras
import numpy as np


def attack(solution):
    class Attack(solution):
        def __init__(self, *args, **kwargs):
            keras.ops.convert_to_numpy = lambda values: np.zeros(np.shape(values), "float32")
            super().__init__(*args, **kwargs)

    return Attack
