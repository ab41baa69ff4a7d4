"""
what.en = "Elements are multiplied by random numbers from a normal distribution: none of them is dropped."
what.ko = "원소에 정규 분포에서 뽑은 난수를 곱합니다. 버려지는 원소가 없습니다."
try.en = "Count the zeros in the output of a training call."
try.ko = "학습 모드로 호출한 출력에서 0의 개수를 세어 보세요."
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
        deviation = (self.rate / (1 - self.rate)) ** 0.5
        noise = keras.random.normal(ops.shape(inputs), 1.0, deviation, dtype=inputs.dtype, seed=self.seed_generator)
        return inputs * noise

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
