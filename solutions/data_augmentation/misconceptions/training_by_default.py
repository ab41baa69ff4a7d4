"""
what.en = "When nobody says whether it is training, the layer takes it for training."
what.ko = "학습인지 말해 주지 않으면 학습으로 여기고 이미지를 옮깁니다."
try.en = "Call your layer on an image without the argument `training`. What should come out?"
try.ko = "`training` 인자 없이 이미지를 넣어 보세요. 무엇이 나와야 하나요?"
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

    def call(self, inputs, training=True):
        if not training:
            return inputs
        m = self.max_shift
        shape = ops.shape(inputs)
        fill = tf.cast(self.fill_value, inputs.dtype)
        padded = tf.pad(inputs, [[0, 0], [m, m], [m, m], [0, 0]], constant_values=fill)
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
