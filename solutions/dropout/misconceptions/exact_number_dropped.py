"""
what.en = "Always the same number of elements is dropped: they are not dropped independently of each other."
what.ko = "늘 똑같은 개수의 원소를 버립니다. 원소마다 독립으로 버리는 것이 아닙니다."
try.en = "Toss a coin ten times: are there always five heads? Count the zeros of several calls."
try.ko = "동전을 열 번 던지면 앞면이 늘 다섯 번인가요? 여러 번 호출해 0의 개수를 세어 보세요."
"""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be in [0, 1), got {rate}")
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        u = keras.random.uniform(ops.shape(inputs), seed=self.seed_generator)
        flat = ops.sort(ops.reshape(u, (-1,)))
        dropped = ops.cast(ops.round(self.rate * ops.cast(ops.size(flat), "float32")), "int32")
        threshold = ops.take(flat, ops.minimum(dropped, ops.size(flat) - 1))
        return ops.where(u >= threshold, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
