"""
what.en = "One draw decides for a whole example: all its elements are dropped or all stay, so nothing differs within it that could be measured."
what.ko = "난수 하나로 예제 전체를 버리거나 남깁니다. 그래서 한 예제 안에서는 서로 다른 것이 없어 잴 것도 없습니다."
try.en = "Look at one row of the output: are some elements 0 and others not?"
try.ko = "출력의 한 행을 보세요. 0인 원소와 0이 아닌 원소가 섞여 있나요?"
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
        shape = (ops.shape(inputs)[0],) + (1,) * (len(inputs.shape) - 1)
        keep = keras.random.uniform(shape, seed=self.seed_generator) >= self.rate
        return ops.where(keep, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
