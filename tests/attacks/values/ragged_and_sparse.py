"""
tries = "The output is a ragged or a sparse tensor, whose shape and values mean something else."
must = "It is judged by its values, or fails."
"""

import itertools

import tensorflow as tf

turn = itertools.count()


def attack(solution):
    class Attack(solution):
        def call(self, inputs, *args, **kwargs):
            return super().call(inputs, *args, **kwargs)

        def __call__(self, inputs, *args, **kwargs):
            x = super().__call__(inputs, *args, **kwargs)
            return tf.sparse.from_dense(x) if next(turn) % 2 else tf.RaggedTensor.from_tensor(x)

    return Attack
