"""
what.en = "Elements that are not positive are taken out instead of being set to another value: the shape is lost."
what.ko = "양수가 아닌 원소를 다른 값으로 바꾸지 않고 빼 버렸습니다. 입력의 모양이 유지되지 않습니다."
try.en = "Compare the shapes of input and output. To pick elements by a condition is not to set the others to 0."
try.ko = "입력과 출력의 모양을 비교해 보세요. 조건에 맞는 원소를 골라내는 것과 나머지를 0으로 만드는 것은 다릅니다."
"""

from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope=0.0, **kwargs):
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"negative_slope must be >= 0, got {negative_slope}")
        self.negative_slope = negative_slope

    def call(self, inputs):
        return tf.boolean_mask(inputs, inputs > 0)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
