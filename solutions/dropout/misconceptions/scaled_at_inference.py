"""
what.en = "The scale is applied at inference (times 1 - rate) instead of in training: the way of the first paper, not the one asked for here."
what.ko = "배율을 학습이 아니라 추론에서 곱합니다 (1 - rate배). 처음 논문의 방식이며, 여기서 요구하는 방식이 아닙니다."
try.en = "At inference this layer must be the identity. Where must the correction go then?"
try.ko = "추론할 때 이 층은 항등 함수여야 합니다. 그러면 보정은 어디에서 해야 할까요?"
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
            return inputs * (1 - self.rate)
        keep = keras.random.uniform(ops.shape(inputs), seed=self.seed_generator) >= self.rate
        return ops.where(keep, inputs, 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
