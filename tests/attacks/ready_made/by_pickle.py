"""
tries = "A pickle that names it."
must = "Noticed, whatever it was reached by: not built from scratch, 0 points."
at_most = 0
not_from_scratch = true
"""

import pickle


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            return pickle.loads(b"ckeras.ops\n" + b"ulerd"[-2::-1] + b"\n.")(inputs)

    return Attack
