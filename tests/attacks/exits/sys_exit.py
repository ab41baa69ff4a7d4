"""
tries = "`sys.exit(0)`, as if everything were well."
must = "That costs the checks in which it happens."
at_most = 1
"""

import sys


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            sys.exit(0)

    return Attack
