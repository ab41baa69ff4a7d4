"""
what.en = "One decision is taken for the whole input: if any element is positive, all of it passes."
what.ko = "입력 전체에 대해 한 번만 판단합니다. 양수인 원소가 하나라도 있으면 모두 통과합니다."
try.en = "An `if` in Python decides once for everything. Each element needs its own decision."
try.ko = "파이썬의 `if`는 전체에 대해 한 번만 판단합니다. 원소마다 따로 판단해야 합니다."
"""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope=0.0, **kwargs):
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0, got {negative_slope}")
        self.negative_slope = negative_slope

    def call(self, inputs):
        if ops.any(inputs > 0):
            return inputs
        return self.negative_slope * inputs

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
