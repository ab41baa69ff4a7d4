"""
what.en = "The layer gives the derivative (1 or the slope), not the function."
what.ko = "층이 함수가 아니라 그 미분값(1 또는 negative_slope)을 돌려줍니다."
try.en = "`call` is the forward pass; TensorFlow works out the derivative by itself."
try.ko = "`call`은 순전파입니다. 미분은 TensorFlow가 알아서 계산합니다."
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
        ones = ops.ones_like(inputs)
        return ops.where(inputs > 0, ones, self.negative_slope * ones)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
