"""
tries = "Every second layer that is made is another layer."
must = "No check passes that fails for the wrong solution."
"""

import itertools

turn = itertools.count()


def attack(solution):
    class Attack(solution):
        def __new__(cls, *args, **kwargs):
            self = super().__new__(cls)
            self.off = next(turn) % 2
            return self

        def call(self, inputs, *args, **kwargs):
            return inputs if self.off else super().call(inputs, *args, **kwargs)

    return Attack
