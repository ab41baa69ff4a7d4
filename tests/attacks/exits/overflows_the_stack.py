"""
tries = "Recursion without end, with the recursion limit out of the way."
must = "That costs the checks in which it happens."
at_most = 1
"""

import sys


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            sys.setrecursionlimit(10**9)
            return self.call(inputs)

    return Attack
