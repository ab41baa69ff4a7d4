"""
tries = "The function that TensorFlow generates for the op, found in `sys.modules`."
must = "Noticed, whatever it was reached by: not built from scratch, 0 points."
at_most = 0
not_from_scratch = true
"""

import sys


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            return vars(sys.modules["tensorflow.python.ops.gen_nn_ops"])[__name__](inputs)

    return Attack
