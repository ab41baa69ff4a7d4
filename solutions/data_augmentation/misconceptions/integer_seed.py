"""
what.en = "With a seed, every call moves the images in the same way: it starts anew each time, from an integer or from a generator made in `call`."
what.ko = "시드를 주면 호출할 때마다 이미지를 똑같이 옮깁니다. 정수를 그대로 넘기거나 `call` 안에서 생성기를 만들어 매번 처음부터 시작합니다."
try.en = "Draw twice with `keras.random.randint((3,), 0, 9, seed=7)`. What has to remember that a draw was made?"
try.ko = "`keras.random.randint((3,), 0, 9, seed=7)`을 두 번 실행해 보세요. 이미 뽑았다는 사실은 무엇이 기억해야 할까요?"
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

    def call(self, inputs, training=None):
        if not training:
            return inputs
        m = self.max_shift
        shape = ops.shape(inputs)
        fill = tf.cast(self.fill_value, inputs.dtype)
        padded = tf.pad(inputs, [[0, 0], [m, m], [m, m], [0, 0]], constant_values=fill)
        offsets = keras.random.randint((2, shape[0], 1), -m, m + 1, seed=self.seed)
        dy, dx = offsets[0], offsets[1]
        rows = m - dy + ops.arange(shape[1])
        columns = m - dx + ops.arange(shape[2])
        shifted = tf.gather(padded, rows, axis=1, batch_dims=1)
        return tf.gather(shifted, columns, axis=2, batch_dims=1)

    def get_config(self):
        config = super().get_config()
        config.update({"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed})
        return config
