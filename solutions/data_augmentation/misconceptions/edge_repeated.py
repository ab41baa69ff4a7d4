"""
what.en = "The outermost pixels are repeated in the place of what is missing; `fill_value` is not used."
what.ko = "빈자리에 맨 가장자리 픽셀을 되풀이해 넣습니다. `fill_value`를 쓰지 않습니다."
try.en = "Move an image with a bright left column to the right. What do you see on its left?"
try.ko = "왼쪽 열이 밝은 이미지를 오른쪽으로 옮겨 보세요. 왼쪽에 무엇이 보이나요?"
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
        rows = ops.clip(ops.arange(shape[1]) - dy, 0, shape[1] - 1)
        columns = ops.clip(ops.arange(shape[2]) - dx, 0, shape[2] - 1)
        shifted = tf.gather(inputs, rows, axis=1, batch_dims=1)
        return tf.gather(shifted, columns, axis=2, batch_dims=1)

    def get_config(self):
        config = super().get_config()
        config.update({"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed})
        return config
