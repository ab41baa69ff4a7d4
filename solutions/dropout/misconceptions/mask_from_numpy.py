"""
what.en = "NumPy draws the mask: when a traced function runs, NumPy does not, and the mask stays the same."
what.ko = "NumPy로 마스크를 뽑습니다. 추적된 함수가 실행될 때 NumPy는 실행되지 않아 마스크가 바뀌지 않습니다."
try.en = "Which lines of `call` still run when a traced function is called for the second time?"
try.ko = "추적된 함수를 두 번째로 호출할 때 `call`의 어느 줄이 다시 실행되나요?"
"""

from __future__ import annotations

import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be in [0, 1), got {rate}")
        self.rate = rate
        self.seed = seed
        self.rng = np.random.default_rng(seed)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        keep = self.rng.random(inputs.shape) >= self.rate
        return inputs * ops.cast(keep, inputs.dtype) / (1 - self.rate)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
