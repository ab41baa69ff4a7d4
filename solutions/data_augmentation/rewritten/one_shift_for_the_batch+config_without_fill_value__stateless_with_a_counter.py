"""One shift for the batch, and a config without the fill value, written in the style of the alternative `stateless_with_a_counter`."""

from __future__ import annotations

import random

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift=1, fill_value=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(max_shift, int) or max_shift < 0:
            raise ValueError(f"max_shift must be an integer >= 0, got {max_shift}")
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed
        self.start = random.randrange(2**31) if seed is None else seed
        self.calls = self.add_weight(shape=(), dtype="int32", initializer="zeros", trainable=False, name="calls")

    def call(self, inputs, training=None):
        if not training:
            return inputs
        self.calls.assign(self.calls + 1)
        m = self.max_shift
        seed = tf.stack([self.start, tf.convert_to_tensor(self.calls)])
        u = tf.random.stateless_uniform((1, 2), seed=seed)
        starts = tf.repeat(tf.cast(tf.floor(u * (2 * m + 1)), tf.int32), tf.shape(inputs)[0], axis=0)
        border = [[0, 0], [m, m], [m, m], [0, 0]]
        padded = tf.pad(inputs, border, constant_values=tf.cast(self.fill_value, inputs.dtype))
        rows = starts[:, :1] + tf.range(tf.shape(inputs)[1])
        columns = starts[:, 1:] + tf.range(tf.shape(inputs)[2])
        by_row = tf.gather(padded, rows, batch_dims=1)
        by_column = tf.gather(tf.transpose(by_row, (0, 2, 1, 3)), columns, batch_dims=1)
        return tf.transpose(by_column, (0, 2, 1, 3))

    def get_config(self):
        config = super().get_config()
        config.update({"max_shift": self.max_shift, "seed": self.seed})
        return config
