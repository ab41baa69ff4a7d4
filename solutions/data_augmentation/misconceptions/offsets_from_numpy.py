"""
what.en = "NumPy draws the offsets: when a traced function runs, NumPy does not, and the images move the same way each time."
what.ko = "NumPy로 이동을 뽑습니다. 추적된 함수가 실행될 때 NumPy는 실행되지 않아 이미지가 매번 똑같이 움직입니다."
try.en = "Which lines of `call` still run when a traced function is called for the second time?"
try.ko = "추적된 함수를 두 번째로 호출할 때 `call`의 어느 줄이 다시 실행되나요?"
"""

from __future__ import annotations

import keras
import numpy as np
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
        self.rng = np.random.default_rng(seed)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        m = self.max_shift
        shape = ops.shape(inputs)
        fill = tf.cast(self.fill_value, inputs.dtype)
        padded = tf.pad(inputs, [[0, 0], [m, m], [m, m], [0, 0]], constant_values=fill)
        size = (inputs.shape[0] or 10000, 1)
        dy = ops.convert_to_tensor(self.rng.integers(-m, m + 1, size).astype("int32"))[: shape[0]]
        dx = ops.convert_to_tensor(self.rng.integers(-m, m + 1, size).astype("int32"))[: shape[0]]
        rows = m - dy + ops.arange(shape[1])
        columns = m - dx + ops.arange(shape[2])
        shifted = tf.gather(padded, rows, axis=1, batch_dims=1)
        return tf.gather(shifted, columns, axis=2, batch_dims=1)

    def get_config(self):
        config = super().get_config()
        config.update({"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed})
        return config
