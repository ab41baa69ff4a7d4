"""
what.en = "One pair of offsets is drawn for the whole batch: all its images move together."
what.ko = "배치 전체에 이동을 한 쌍만 뽑습니다. 배치의 이미지가 모두 함께 움직입니다."
try.en = "Put the same digit into a batch eight times. How many different images come out?"
try.ko = "같은 숫자를 배치에 여덟 번 넣어 보세요. 서로 다른 이미지가 몇 장 나오나요?"
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
        dy = keras.random.randint((), -m, m + 1, seed=self.seed_generator)
        dx = keras.random.randint((), -m, m + 1, seed=self.seed_generator)
        shifted = tf.gather(padded, m - dy + ops.arange(shape[1]), axis=1)
        return tf.gather(shifted, m - dx + ops.arange(shape[2]), axis=2)

    def get_config(self):
        config = super().get_config()
        config.update({"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed})
        return config
