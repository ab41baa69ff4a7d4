"""
tries = "A computed module by `importlib`, deep inside Keras."
must = "Noticed, whatever it was reached by: not built from scratch, 0 points."
at_most = 0
not_from_scratch = true
"""

import importlib


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            module = importlib.import_module(".".join(("keras", "src", "backend", "tensor" + "flow", "nn")))
            return vars(module)[__name__](inputs)

    return Attack
