"""
what.en = "Any number is accepted for max_shift; -1 or 1.5 fail much later, with a message about something else."
what.ko = "max_shift에 아무 수나 받아들입니다. -1이나 1.5를 주면 한참 뒤에 엉뚱한 메시지와 함께 실패합니다."
try.en = "Make a layer with max_shift=-1 and use it. Does the message help?"
try.ko = "max_shift=-1로 층을 만들어 써 보세요. 메시지가 도움이 되나요?"
"""

from __future__ import annotations

import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift=1, fill_value=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
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
