"""
what.en = "A Python loop goes over the batch: an empty batch loses its shape, and in a model the batch size is not yet there. It is slow, too."
what.ko = "파이썬 반복문으로 배치를 돕니다. 빈 배치는 모양을 잃고, 모델 안에서는 배치 크기를 아직 모릅니다. 느리기도 합니다."
try.en = "Operations on tensors work on all examples at once. Write what stands in your loop for all of them, without the loop."
try.ko = "텐서 연산은 모든 예제에 한꺼번에 적용됩니다. 반복문 안의 식을 반복문 없이 전체에 대해 써 보세요."
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
        rows = [ops.where(row > 0, row, self.negative_slope * row) for row in inputs]
        return ops.stack(rows)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
