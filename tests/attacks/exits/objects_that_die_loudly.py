"""
tries = "`__del__` that raises, exits, and brings itself back."
must = "Python passes over what `__del__` raises."
"""

import sys

kept = []


class Loud:
    def __del__(self):
        kept.append(self)
        sys.exit(0)


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            Loud()
            return super().call(inputs, *args, **kwargs)

    return Attack
