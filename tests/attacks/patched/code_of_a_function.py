"""
tries = "Leaves the functions of Keras where they are and gives them other code."
must = "Put back before each probe."
no_effect = true
"""

import keras
import numpy as np


def lies(x):
    return 0.0


keras.ops.convert_to_numpy.__code__ = lies.__code__
np.random.default_rng.__doc__ = "x"
keras.utils.set_random_seed.__defaults__ = (1,)


def attack(solution):
    return solution
