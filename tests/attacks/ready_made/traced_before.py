"""
tries = "A graph with the op in it, traced at import, before anybody could watch."
must = "There is nothing to trace at import either: that statement is passed over."
at_most = 1
"""

import keras
import tensorflow as tf

GRAPH = tf.function(lambda x: getattr(keras.ops, __name__)(x)).get_concrete_function(tf.TensorSpec(None))


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            return GRAPH(inputs)

    return Attack
