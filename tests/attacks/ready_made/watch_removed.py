"""
tries = "Gives the function other code, and calls it then."
must = "Refused and told: 0 points."
at_most = 0
not_from_scratch = true
"""

import keras


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            function = getattr(keras.ops, __name__)
            function.__code__ = (lambda x, *rest: x).__code__
            return function(inputs)

    return Attack
