"""
what.en = "All examples of a batch get the same mask: it was drawn for one example."
what.ko = "마스크를 예제 하나만큼만 뽑아 배치의 모든 예제에 똑같이 적용합니다."
try.en = "Print the output for two examples of ones, one below the other. Should the zeros be in the same columns?"
try.ko = "모두 1인 예제 둘의 출력을 위아래로 놓고 보세요. 0이 같은 열에 있어야 할까요?"
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
        shape = (1, *ops.shape(inputs)[1:])
        keep = keras.random.uniform(shape, seed=self.seed_generator) >= self.rate
        return ops.where(keep, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
