"""
what.en = "The larger of x and slope * x is taken. That is right only as long as the slope is at most 1."
what.ko = "x와 negative_slope * x 가운데 큰 쪽을 골랐습니다. 이것은 negative_slope가 1 이하일 때만 맞습니다."
try.en = "Draw the lines x and 2.5 * x. Which one lies above the other for a negative x?"
try.ko = "직선 x와 2.5 * x를 그려 보세요. x가 음수일 때 어느 쪽이 위에 있나요?"
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
        return ops.maximum(self.negative_slope * inputs, inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
