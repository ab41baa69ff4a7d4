"""
what.en = "Called without `training`, the layer drops: the default of the argument is wrong."
what.ko = "`training` 없이 호출하면 값을 버립니다. 인자의 기본값이 잘못되었습니다."
try.en = "Somebody who calls `layer(x)` wants a prediction. What should `training` be then?"
try.ko = "`layer(x)`라고 호출하는 사람은 예측을 원합니다. 그때 `training`은 무엇이어야 하나요?"
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

    def call(self, inputs, training=True):
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
