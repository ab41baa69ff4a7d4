"""
what.en = "A Python loop goes through the examples of the batch. In a model the size of the batch is not known beforehand."
what.ko = "배치의 예제를 파이썬 반복문으로 돕니다. 모델 안에서는 배치의 크기를 미리 알 수 없습니다."
try.en = "Print `inputs.shape` in `call` while `fit` runs. What is its first number?"
try.ko = "`fit`이 실행되는 동안 `call`에서 `inputs.shape`를 출력해 보세요. 첫 번째 수가 무엇인가요?"
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
        dx = keras.random.randint((shape[0], 1), -m, m + 1, seed=self.seed_generator)
        height, width = inputs.shape[1], inputs.shape[2]
        tops, lefts = ops.unstack(m - dy[:, 0], inputs.shape[0]), ops.unstack(m - dx[:, 0], inputs.shape[0])
        images = []
        for i in range(inputs.shape[0]):
            images.append(padded[i, tops[i] : tops[i] + height, lefts[i] : lefts[i] + width])
        return tf.reshape(tf.stack(images), inputs.shape)

    def get_config(self):
        config = super().get_config()
        config.update({"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed})
        return config
