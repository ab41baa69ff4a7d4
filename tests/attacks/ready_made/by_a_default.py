"""
tries = "A reference taken at import, kept as a default argument."
must = "Noticed, whatever it was reached by: not built from scratch, 0 points."
at_most = 0
not_from_scratch = true
"""

import operator

import keras

KEPT = [operator.attrgetter("ops.%s" % "relu"[:])(keras)]


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            return KEPT[0](inputs)

    return Attack
