"""
what.en = "What moves out on one side comes back in on the other: such pixels jump across the whole image."
what.ko = "한쪽으로 나간 부분이 반대쪽으로 들어옵니다. 그런 픽셀은 이미지를 가로질러 건너뜁니다."
try.en = "Move a digit by two pixels to the left and look at its right edge."
try.ko = "숫자를 왼쪽으로 두 픽셀 옮기고 오른쪽 가장자리를 보세요."
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
        dy = keras.random.randint((shape[0], 1), -m, m + 1, seed=self.seed_generator)
        dx = keras.random.randint((shape[0], 1), -m, m + 1, seed=self.seed_generator)
        rows = (ops.arange(shape[1]) - dy) % shape[1]
        columns = (ops.arange(shape[2]) - dx) % shape[2]
        shifted = tf.gather(inputs, rows, axis=1, batch_dims=1)
        return tf.gather(shifted, columns, axis=2, batch_dims=1)

    def get_config(self):
        config = super().get_config()
        config.update({"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed})
        return config
