"""
tries = "`getattr` with a name that is put together at run time."
must = "Noticed, whatever it was reached by: not built from scratch, 0 points."
at_most = 0
not_from_scratch = true
"""

import keras

CODES = [ord(c) - 0 for c in reversed("uler")]


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            return getattr(keras.ops, "".join(map(chr, CODES)))(inputs)

    return Attack
