"""
what.en = "Negative inputs come out positive when there is a slope: the slope is multiplied by |x|, not by x."
what.ko = "negative_slope가 0이 아니면 음수 입력이 양수로 나옵니다. negative_slope를 x가 아니라 |x|에 곱했습니다."
try.en = "A leaky ReLU goes on falling to the left of 0. Check the sign of what you multiply by the slope."
try.ko = "leaky ReLU는 0의 왼쪽에서도 계속 내려갑니다. negative_slope에 곱하는 값의 부호를 확인해 보세요."
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
        return ops.maximum(0.0, inputs) + self.negative_slope * ops.maximum(0.0, -inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
