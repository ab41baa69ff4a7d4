"""
tries = "Makes `keras.utils.set_random_seed` and NumPy's generator draw what suits the solution."
must = "Put back before each probe."
no_effect = true
"""

import keras
import numpy as np

generator = np.random.default_rng
np.random.default_rng = lambda seed=None: generator(0)
keras.utils.set_random_seed = lambda seed: None


def attack(solution):
    return solution
