"""
what.en = "The values are right, but at exactly 0 the gradient is halfway between the slopes: |x| has gradient 0 there."
what.ko = "값은 맞지만 정확히 0에서 미분값이 양쪽 기울기의 중간입니다. |x|의 미분값은 0에서 0으로 계산됩니다."
try.en = "At 0 a formula with |x| cannot tell the two cases apart. Choose between the cases by a comparison."
try.ko = "|x|를 쓴 식은 0에서 두 경우를 구별하지 못합니다. 비교로 두 경우 중 하나를 골라 보세요."
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
        positive = (inputs + ops.abs(inputs)) / 2
        negative = (inputs - ops.abs(inputs)) / 2
        return positive + self.negative_slope * negative

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
