"""
what.en = "Large inputs stop at 6: the function was given a ceiling (that one is called ReLU6)."
what.ko = "큰 입력이 6에서 멈춥니다. 함수에 상한을 두었습니다 (ReLU6라고 부르는 다른 함수입니다)."
try.en = "What is the gradient of a function on the flat part above its ceiling? Look again at the formula for x > 0."
try.ko = "상한 위의 평평한 부분에서 함수의 기울기는 얼마일까요? x > 0일 때의 식을 다시 보세요."
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
        return ops.where(inputs > 0, ops.minimum(inputs, 6.0), self.negative_slope * inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
