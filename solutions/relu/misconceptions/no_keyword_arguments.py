"""
what.en = "The constructor takes the slope only: `name` and `dtype` raise a TypeError."
what.ko = "생성자가 negative_slope만 받습니다. `name`이나 `dtype`을 주면 TypeError가 납니다."
try.en = "Every Keras layer takes `name` and `dtype`, and a layer is also loaded through its constructor."
try.ko = "모든 Keras 층은 `name`과 `dtype`을 받습니다. 층을 불러올 때도 생성자를 거칩니다."
"""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope=0.0):
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
