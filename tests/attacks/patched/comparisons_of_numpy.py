"""
tries = "Makes NumPy's and Keras's comparisons say yes to everything."
must = "Nothing is compared in the worker."
"""

import builtins

import keras
import numpy as np

for holder, names in ((np, ("allclose", "array_equal", "isclose", "all")), (np.testing, ("assert_allclose",))):
    for name in names:
        setattr(holder, name, lambda *args, **kwargs: True)
keras.ops.isclose = lambda *args, **kwargs: True
builtins.all = builtins.any = lambda values: True


def attack(solution):
    return solution
