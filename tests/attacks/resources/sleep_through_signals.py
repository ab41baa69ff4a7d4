"""
tries = "Ignores every signal, then sleeps."
must = "A limit ends the worker; twice, then the exercise is over."
at_most = 1
hangs = true
"""

import signal
import time


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            for number in range(1, 65):
                try:
                    signal.signal(number, signal.SIG_IGN)
                except (OSError, ValueError):
                    pass
            time.sleep(600)

    return Attack
