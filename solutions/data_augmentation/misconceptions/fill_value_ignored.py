"""
what.en = "The border is always 0, whatever `fill_value` says."
what.ko = "`fill_value`와 상관없이 테두리가 늘 0입니다."
try.en = "Compare what moves in for fill values 0 and 5."
try.ko = "채움 값이 0일 때와 5일 때 새로 들어오는 값을 비교해 보세요."
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
        padded = tf.pad(inputs, [[0, 0], [m, m], [m, m], [0, 0]])
        dy = keras.random.randint((shape[0], 1), -m, m + 1, seed=self.seed_generator)
        dx = keras.random.randint((shape[0], 1), -m, m + 1, seed=self.seed_generator)
        rows = m - dy + ops.arange(shape[1])
        columns = m - dx + ops.arange(shape[2])
        shifted = tf.gather(padded, rows, axis=1, batch_dims=1)
        return tf.gather(shifted, columns, axis=2, batch_dims=1)

    def get_config(self):
        config = super().get_config()
        config.update({"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed})
        return config
