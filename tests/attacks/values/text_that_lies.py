"""
tries = "Names, dtypes and config values are strings that are equal to every other string."
must = "Only the characters leave the worker."
"""


class Any(str):
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __hash__(self):
        return 0

    def __str__(self):
        return self

    __format__ = __repr__ = lambda self, *spec: self


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            return super().call(inputs, *args, **kwargs)

        @property
        def name(self):
            return Any("name")

        def get_config(self):
            return {key: Any(value) for key, value in super().get_config().items()}

    return Attack
