"""
tries = "Has the library's module executed once more, which makes new functions."
must = "Noticed, whatever it was reached by: not built from scratch, 0 points."
at_most = 0
not_from_scratch = true
"""

import importlib
import sys


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            return getattr(importlib.reload(sys.modules["tensorflow.python.ops.gen_nn_ops"]), __name__)(inputs)

    return Attack
