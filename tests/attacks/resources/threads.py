"""
tries = "Starts threads without end."
must = "Bounded."
at_most = 1
hangs = true
"""

import threading
import time

threading.stack_size(65536)


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            while True:
                threading.Thread(target=time.sleep, args=(600,)).start()

    return Attack
