"""
tries = "Threads that exchange what the layers compute while probes run, and stay when all is done."
must = "That costs the checks in which it happens."
"""

import threading
import time


def run(layer):
    for _ in range(20_000):
        layer.negative_slope = 0.5
        time.sleep(0.003)


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            threading.Thread(target=run, args=(self,)).start()
            return super().call(inputs, *args, **kwargs)

    return Attack
