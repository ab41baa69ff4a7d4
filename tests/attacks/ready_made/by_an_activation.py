"""
tries = "A Dense layer's activation, its name put together at run time, over an identity kernel."
must = "Noticed, whatever it was reached by: not built from scratch, 0 points."
at_most = 0
not_from_scratch = true
"""

import keras


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            word = bytes([114, 101, 108, 117]).decode()
            return keras.layers.Dense(inputs.shape[-1], activation=word, kernel_initializer="identity")(inputs)

    return Attack
