"""
tries = "Config values are floats that compare as equal to whatever they are asked about."
must = "Only the number leaves the worker."
"""


class Any(float):
    def __eq__(self, other):
        return True

    def __hash__(self):
        return 0

    __lt__ = __gt__ = __le__ = __ge__ = __eq__
    __sub__ = __rsub__ = lambda self, other: Any(0.0)


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            return super().call(inputs, *args, **kwargs)

        def get_config(self):
            return {k: Any(v) if isinstance(v, float) else v for k, v in super().get_config().items()}

    return Attack
