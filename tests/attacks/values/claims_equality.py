"""
tries = "An array that says of itself that it is equal to, and close to, everything."
must = "The judge compares a plain copy of its numbers."
"""

import numpy as np


class Equal(np.ndarray):
    def __eq__(self, other):
        return np.ones(self.shape, bool)

    def __ne__(self, other):
        return np.zeros(self.shape, bool)

    __lt__ = __gt__ = __ne__
    __le__ = __ge__ = __eq__
    __hash__ = None

    def __array_ufunc__(self, ufunc, method, *inputs, **kwargs):
        return np.ones(self.shape, bool)

    def __array_function__(self, function, types, args, kwargs):
        return True


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            return super().call(inputs, *args, **kwargs)

        def __call__(self, inputs, *args, **kwargs):
            return np.asarray(super().__call__(inputs, *args, **kwargs)).view(Equal)

    return Attack
