"""
what.en = "The values are right, but NumPy computes them: no gradient passes, and in a model, which is set up before there are numbers, it ends with an error."
what.ko = "값은 맞지만 NumPy로 계산했습니다. 기울기가 전달되지 않고, 숫자가 들어오기 전에 먼저 구성되는 모델 안에서는 작동하지 않습니다."
try.en = "TensorFlow differentiates only its own operations. Most NumPy functions have a twin in `keras.ops`."
try.ko = "TensorFlow는 자신의 연산만 미분할 수 있습니다. NumPy 함수 대부분은 `keras.ops`에 같은 것이 있습니다."
"""

from __future__ import annotations

import keras
import numpy as np


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope=0.0, **kwargs):
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0, got {negative_slope}")
        self.negative_slope = negative_slope

    def call(self, inputs):
        return np.where(inputs > 0, inputs, self.negative_slope * inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
