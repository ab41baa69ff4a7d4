"""
tries = "The same function of Keras's NumPy backend, which is not in use here."
must = "Taken away when the next probe begins; where it lacks a library of its own, the attack goes without."
at_most = 1
"""

import importlib

import keras
import numpy as np


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            try:
                module = importlib.import_module("keras.src.backend.numpy.nn")
            except ImportError:
                return inputs
            return keras.ops.convert_to_tensor(getattr(module, __name__)(np.asarray(inputs)))

    return Attack
