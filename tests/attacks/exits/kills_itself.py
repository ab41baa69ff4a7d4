"""
tries = "Sends itself every signal."
must = "That costs the checks in which it happens."
at_most = 0.5
"""

import os


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            for number in range(1, 65):
                try:
                    os.kill(os.getpid(), number)
                except OSError:
                    pass
            return super().call(inputs, *args, **kwargs)

    return Attack
