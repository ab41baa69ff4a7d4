"""
what.en = "`name` and `dtype` are accepted and thrown away: they never reach the base class."
what.ko = "`name`과 `dtype`을 받기만 하고 버립니다. 기반 클래스에 전달되지 않습니다."
try.en = "Print `ReLU(name='mine').name`. Who should have been told?"
try.ko = "`ReLU(name='mine').name`을 출력해 보세요. 누구에게 전달했어야 할까요?"
"""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope=0.0, **kwargs):
        super().__init__()
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0, got {negative_slope}")
        self.negative_slope = negative_slope

    def call(self, inputs):
        return ops.where(inputs > 0, inputs, self.negative_slope * inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
