"""
what.en = "Rate 0 becomes 0.5: `rate or 0.5` takes 0 for nothing."
what.ko = "rate 0이 0.5가 됩니다. `rate or 0.5`는 0을 값이 없는 것으로 봅니다."
try.en = "What is `0 or 0.5` in Python? What did the user ask for?"
try.ko = "파이썬에서 `0 or 0.5`는 얼마인가요? 사용자가 바란 것은 무엇이었나요?"
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
        self.rate = rate or 0.5
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        keep = keras.random.uniform(ops.shape(inputs), seed=self.seed_generator) >= self.rate
        return ops.where(keep, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
