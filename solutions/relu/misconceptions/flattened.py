"""
what.en = "All axes but the first are made one: right for dense layers, wrong for images and single vectors."
what.ko = "첫 축을 뺀 모든 축이 하나로 합쳐집니다. 완전 연결 층에서는 맞지만 이미지나 벡터 하나에서는 틀립니다."
try.en = "What comes in decides the shape. Is there a step that needs to know how many axes there are?"
try.ko = "모양은 들어온 입력이 정합니다. 축이 몇 개인지 알아야 하는 단계가 정말 있나요?"
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
        x = ops.reshape(inputs, (-1, inputs.shape[-1]))
        return ops.where(x > 0, x, self.negative_slope * x)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
