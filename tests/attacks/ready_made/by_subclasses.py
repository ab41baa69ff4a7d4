"""
tries = "Walks the subclasses of `Layer` until one has the right name."
must = "Noticed, whatever it was reached by: not built from scratch, 0 points."
at_most = 0
not_from_scratch = true
"""

import keras


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            stack = [keras.layers.Layer]
            while stack:
                found = stack.pop()
                stack += found.__subclasses__()
                if found.__module__.endswith("activations.relu"):
                    return found(negative_slope=self.negative_slope)(inputs)

    return Attack
