"""
what.en = "The largest offset is never drawn: the upper end does not belong to the range of `randint`."
what.ko = "가장 큰 이동이 나오지 않습니다. `randint`의 범위에는 위쪽 끝이 들어가지 않습니다."
try.en = "Draw 1,000 integers with your range and print which ones occur."
try.ko = "여러분의 범위로 정수 1,000개를 뽑아 어떤 값이 나오는지 출력해 보세요."
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
        if m == 0:
            return inputs
        shape = ops.shape(inputs)
        fill = tf.cast(self.fill_value, inputs.dtype)
        padded = tf.pad(inputs, [[0, 0], [m, m], [m, m], [0, 0]], constant_values=fill)
        dy = keras.random.randint((shape[0], 1), -m, m, seed=self.seed_generator)
        dx = keras.random.randint((shape[0], 1), -m, m, seed=self.seed_generator)
        rows = m - dy + ops.arange(shape[1])
        columns = m - dx + ops.arange(shape[2])
        shifted = tf.gather(padded, rows, axis=1, batch_dims=1)
        return tf.gather(shifted, columns, axis=2, batch_dims=1)

    def get_config(self):
        config = super().get_config()
        config.update({"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed})
        return config
