"""
tries = "Exit handlers that go on for ever, and one that leaves with status 0."
must = "A worker ends without them."
no_effect = true
"""

import atexit
import os
import time


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            atexit.register(os._exit, 0)
            atexit.register(time.sleep, 60)
            return super().call(inputs, *args, **kwargs)

    return Attack
