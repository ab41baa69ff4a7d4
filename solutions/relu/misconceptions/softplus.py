"""
what.en = "The corner at 0 is smoothed: this is log(1 + exp(x)), which is 0.69 at 0."
what.ko = "0의 꺾인 곳이 매끄럽습니다. 이것은 log(1 + exp(x))로, 0에서 0.69입니다."
try.en = "The corner is wanted: compare your layer at -0.5, 0 and 0.5 with the formula."
try.ko = "꺾인 모양이 필요합니다. -0.5, 0, 0.5에서 층의 출력을 식과 비교해 보세요."
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
        return ops.log(1 + ops.exp(inputs)) + self.negative_slope * ops.minimum(inputs, 0.0)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
