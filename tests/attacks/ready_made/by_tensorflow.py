"""
tries = "`tf.nn` and `tf.raw_ops` by computed names."
must = "Noticed, whatever it was reached by: not built from scratch, 0 points."
at_most = 0
not_from_scratch = true
"""

import tensorflow as tf


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            name = __name__.title()
            return getattr(tf.raw_ops, name)(features=inputs)

    return Attack
