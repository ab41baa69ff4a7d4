"""
what.en = "The gradient is that of the identity: dropped elements are trained as if they had been there."
what.ko = "기울기가 항등 함수의 기울기입니다. 버려진 원소도 있었던 것처럼 학습됩니다."
try.en = "Look for `stop_gradient`: what is left of the path from the input to the output?"
try.ko = "`stop_gradient`를 찾아보세요. 입력에서 출력까지 어떤 경로가 남나요?"
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
        dropped = ops.where(keep, inputs / (1 - self.rate), 0.0)
        return inputs + ops.stop_gradient(dropped - inputs)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
