"""
tries = "Sends signals to its parents and to everybody."
must = "Refused; the solution is what it is. (Signal to its own group: none but itself is in it.)"
"""

import os


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            for target in (os.getppid(), 1, -1, 0, -os.getppid()):
                for number in (9, 15, 19):
                    try:
                        os.kill(target, number)
                    except OSError:
                        pass
            return super().call(inputs, *args, **kwargs)

    return Attack
