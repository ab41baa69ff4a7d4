"""
what.en = "The dropped values are computed and then lost: what comes out is the input, in training too."
what.ko = "값을 버리는 계산은 하지만 그 결과를 쓰지 않습니다. 학습할 때도 입력이 그대로 나옵니다."
try.en = "Follow the result of your `where` to the `return`: which variable holds it?"
try.ko = "`where`의 결과가 `return`까지 어떻게 가는지 따라가 보세요. 어느 변수에 들어 있나요?"
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
        if training:
            keep = keras.random.uniform(ops.shape(inputs), seed=self.seed_generator) >= self.rate
            ops.where(keep, inputs / (1 - self.rate), 0.0)
        return inputs

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
