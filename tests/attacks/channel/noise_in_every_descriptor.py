"""
tries = "Writes noise into every open descriptor while it is observed."
must = "What came before counts; what comes after cannot be read."
"""

import os


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            for descriptor in range(64):
                try:
                    os.write(descriptor, os.urandom(1000))
                except OSError:
                    pass
            return super().call(inputs, *args, **kwargs)

    return Attack
