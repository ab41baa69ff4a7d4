"""
what.en = "What stays is divided by rate: by the probability of being dropped, not of staying."
what.ko = "남은 값을 rate로 나눕니다. 남을 확률이 아니라 버려질 확률로 나눈 것입니다."
try.en = "With rate 0.9 one in ten stays. By how much must each be scaled up so that the sum is kept?"
try.ko = "rate가 0.9이면 열 개 중 하나가 남습니다. 합이 유지되려면 몇 배로 키워야 할까요?"
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
        if not training or self.rate == 0:
            return inputs
        keep = keras.random.uniform(ops.shape(inputs), seed=self.seed_generator) >= self.rate
        return ops.where(keep, inputs / self.rate, 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
