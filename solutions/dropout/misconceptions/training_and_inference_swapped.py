"""
what.en = "The layer drops at inference and leaves the input alone in training."
what.ko = "추론할 때 값을 버리고 학습할 때는 입력을 그대로 둡니다."
try.en = "Read the condition on `training` aloud: in which of the two modes does your code return early?"
try.ko = "`training` 조건을 소리 내어 읽어 보세요. 두 모드 가운데 어느 쪽에서 먼저 값을 돌려주나요?"
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
            return inputs
        keep = keras.random.uniform(ops.shape(inputs), seed=self.seed_generator) >= self.rate
        return ops.where(keep, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
