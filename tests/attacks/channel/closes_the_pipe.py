"""
tries = "Closes every descriptor, so that the grader has to go by what it has."
must = "What has not been observed gets nothing."
"""

import os


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            os.closerange(0, 200)
            return super().call(inputs, *args, **kwargs)

    return Attack
