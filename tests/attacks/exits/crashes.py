"""
tries = "Crashes the interpreter."
must = "That costs the checks in which it happens."
at_most = 0.5
"""

import faulthandler


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            faulthandler._sigsegv()

    return Attack
