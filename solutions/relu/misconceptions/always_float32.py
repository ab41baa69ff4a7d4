"""
what.en = "The output is always float32, not the dtype that the layer should compute in. In mixed precision that is float16, for speed."
what.ko = "층이 계산에 써야 할 자료형과 상관없이 출력이 늘 float32입니다. 혼합 정밀도에서는 속도를 위해 float16으로 계산합니다."
try.en = "Compare the dtype of the output with `layer.compute_dtype` for a layer made with dtype float16."
try.ko = "dtype을 float16으로 준 층에서 출력의 자료형을 `layer.compute_dtype`과 비교해 보세요."
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
        x = ops.cast(inputs, "float32")
        return ops.where(x > 0, x, self.negative_slope * x)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
