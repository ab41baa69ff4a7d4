"""
tries = "`os._exit(0)`: gone without a word."
must = "That costs the checks in which it happens."
at_most = 0.5
"""

import os


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            os._exit(0)

    return Attack
