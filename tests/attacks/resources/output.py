"""
tries = "Prints without end and returns what is far too large."
must = "Printing goes nowhere; what is too large fails."
at_most = 1
"""

import tensorflow as tf


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            print("x" * 10**7)
            return tf.zeros((30_000_000,))

    return Attack
