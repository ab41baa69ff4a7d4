"""
tries = "Behaves by time, process id, environment and tracing: right while it believes to be observed."
must = "Nobody tells it; no check passes that fails for the wrong solution."
"""

import os
import time

import tensorflow as tf

born = (time.monotonic(), os.getpid(), dict(os.environ))


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            y = super().call(inputs, *args, **kwargs)
            if tf.inside_function() or (os.getpid(), dict(os.environ)) != born[1:] or time.monotonic() - born[0] > 3:
                return y * 0.5
            return y

    return Attack
