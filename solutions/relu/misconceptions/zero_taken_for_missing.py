"""
what.en = "Slope 0 counts as not given: `negative_slope or 0.01` replaces it by 0.01."
what.ko = "negative_slope에 0을 주어도 주지 않은 것으로 취급합니다. `negative_slope or 0.01`이 0을 0.01로 바꿉니다."
try.en = "In Python `0 or 0.01` is 0.01. The default already stands in the first line of `__init__`: what is left to replace?"
try.ko = "파이썬에서 `0 or 0.01`은 0.01입니다. 기본값은 이미 `__init__`의 첫 줄에 있습니다. 더 바꿀 것이 있나요?"
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
        self.negative_slope = negative_slope or 0.01

    def call(self, inputs):
        return ops.where(inputs > 0, inputs, self.negative_slope * inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
