"""
tries = "The same function of Keras's NumPy backend, which is not in use here."
must = "Taken away when the next probe begins."
at_most = 0
not_from_scratch = true
"""

import importlib

import keras
import numpy as np


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            module = importlib.import_module("keras.src.backend.numpy.nn")
            return keras.ops.convert_to_tensor(getattr(module, __name__)(np.asarray(inputs)))

    return Attack
