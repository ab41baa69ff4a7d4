"""
what.en = "A number between -max_shift and max_shift is rounded: both ends are drawn half as often as the rest."
what.ko = "-max_shift와 max_shift 사이의 실수를 반올림합니다. 양 끝은 나머지의 절반만큼만 나옵니다."
try.en = "Which numbers between -1 and 1 are rounded to 0, and which to 1? Compare the widths."
try.ko = "-1과 1 사이의 수 가운데 0으로 반올림되는 구간과 1로 반올림되는 구간의 너비를 비교해 보세요."
"""

from __future__ import annotations

import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift=1, fill_value=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(max_shift, int) or max_shift < 0:
            raise ValueError(f"max_shift must be an integer >= 0, got {max_shift}")
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        m = self.max_shift
        shape = ops.shape(inputs)
        fill = tf.cast(self.fill_value, inputs.dtype)
        padded = tf.pad(inputs, [[0, 0], [m, m], [m, m], [0, 0]], constant_values=fill)
        dy = keras.random.uniform((shape[0], 1), -m, m, seed=self.seed_generator)
        dx = keras.random.uniform((shape[0], 1), -m, m, seed=self.seed_generator)
        dy, dx = ops.cast(ops.round(dy), "int32"), ops.cast(ops.round(dx), "int32")
        rows = m - dy + ops.arange(shape[1])
        columns = m - dx + ops.arange(shape[2])
        shifted = tf.gather(padded, rows, axis=1, batch_dims=1)
        return tf.gather(shifted, columns, axis=2, batch_dims=1)

    def get_config(self):
        config = super().get_config()
        config.update({"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed})
        return config
