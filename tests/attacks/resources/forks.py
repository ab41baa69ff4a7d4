"""
tries = "Forks without end."
must = "Refused."
at_most = 1
"""

import os


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            while True:
                os.fork()

    return Attack
