"""
tries = "Keras's own function for dropout, found among the values of its module."
must = "Not built from scratch: 0 points."
exercise = "dropout"
at_most = 0
not_from_scratch = true
"""

import keras


def attack(solution):
    class Attack(solution):
        def call(self, inputs, training=False):
            function = next(f for f in vars(keras.random).values() if getattr(f, "__name__", "")[:4] == "drop")
            return function(inputs, self.rate, seed=1)

    return Attack
