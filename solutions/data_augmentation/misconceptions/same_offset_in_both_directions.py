"""
what.en = "One number is drawn for each example and used for both directions: images move along the diagonal only."
what.ko = "예제마다 난수를 하나만 뽑아 두 방향에 함께 씁니다. 이미지가 대각선으로만 움직입니다."
try.en = "Draw twenty outputs of one digit. Is there one that moved to the right and not down?"
try.ko = "숫자 하나의 출력을 스무 개 그려 보세요. 아래로는 움직이지 않고 오른쪽으로만 움직인 것이 있나요?"
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
        dy = keras.random.randint((shape[0], 1), -m, m + 1, seed=self.seed_generator)
        dx = dy
        rows = m - dy + ops.arange(shape[1])
        columns = m - dx + ops.arange(shape[2])
        shifted = tf.gather(padded, rows, axis=1, batch_dims=1)
        return tf.gather(shifted, columns, axis=2, batch_dims=1)

    def get_config(self):
        config = super().get_config()
        config.update({"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed})
        return config
