"""
idea.en = "positive part plus slope times negative part"
idea.ko = "양의 부분 더하기 negative_slope 곱하기 음의 부분"
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
        return ops.maximum(0.0, inputs) + self.negative_slope * ops.minimum(inputs, 0.0)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
