"""
tries = "TensorFlow's function and its fused op, by computed names, after the solution's own statistics."
must = "Not built from scratch: 0 points."
exercise = "batch_normalization"
at_most = 0
not_from_scratch = true
"""

import tensorflow as tf


def attack(solution):
    class Attack(solution):
        def call(self, inputs, training=False):
            mean, variance = tf.nn.moments(inputs, [0])
            function = getattr(tf.nn, "_".join(("batch", "normalization")))
            return function(inputs, mean, variance, self.beta.value, self.gamma.value, 1e-3)

    return Attack
