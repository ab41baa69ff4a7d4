"""
what.en = "Rate 1 is accepted: everything is dropped, and the scale is a division by 0."
what.ko = "rate 1을 받아들입니다. 모든 값이 버려지고 배율은 0으로 나누기가 됩니다."
try.en = "Read again which rates the exercise allows: which of the two ends belongs to them?"
try.ko = "연습 문제에서 허용하는 rate의 범위를 다시 읽어 보세요. 양 끝 가운데 어느 쪽이 포함되나요?"
"""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate <= 1:
            raise ValueError(f"rate must be between 0 and 1, got {rate}")
        self.rate = rate
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
