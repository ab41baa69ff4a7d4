"""
what.en = "The negative side bends: slope * (exp(x) - 1), which is the ELU, in the place of a straight line."
what.ko = "음수 쪽이 휘어 있습니다. 직선이 아니라 slope * (exp(x) - 1), 곧 ELU입니다."
try.en = "Measure the output at -1 and -2. On a line through 0 the second is twice the first."
try.ko = "-1과 -2에서 출력을 재 보세요. 0을 지나는 직선이라면 두 번째가 첫 번째의 두 배입니다."
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
        return ops.where(inputs > 0, inputs, self.negative_slope * (ops.exp(inputs) - 1))

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
