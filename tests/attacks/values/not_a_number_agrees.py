"""
tries = "NaN everywhere, since a comparison of NaN is never true, and neither is its opposite."
must = "NaN agrees with NaN only."
"""


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            return super().call(inputs, *args, **kwargs) * float("nan")

    return Attack
