"""
what.en = "NumPy draws the mask, and runs only while a function is traced: the batch size may be None then, and the mask stays the same afterwards."
what.ko = "NumPy로 마스크를 뽑습니다. NumPy는 함수를 추적할 때만 실행되는데, 그때는 배치 크기가 None일 수 있고 그 뒤로는 마스크가 바뀌지 않습니다."
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
