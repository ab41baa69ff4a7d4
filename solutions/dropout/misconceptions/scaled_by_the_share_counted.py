"""
what.en = "What stays is divided by the share that happened to stay in this batch, not by 1 - rate."
what.ko = "남은 값을 1 - rate가 아니라 이번 배치에서 실제로 남은 비율로 나눕니다."
try.en = "Call your layer several times on one small batch: does a value that stays always come out the same?"
try.ko = "작은 배치 하나를 넣어 층을 여러 번 호출해 보세요. 남은 값은 늘 같은 값으로 나오나요?"
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
        keep = keras.random.uniform(ops.shape(inputs), seed=self.seed_generator) >= self.rate
        mask = ops.cast(keep, inputs.dtype)
        return inputs * mask / ops.maximum(ops.mean(mask), 1e-6)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
