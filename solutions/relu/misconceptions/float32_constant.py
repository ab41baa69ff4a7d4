"""
what.en = "The slope is kept as a float32 tensor: multiplying it with any other dtype raises an error."
what.ko = "negative_slope를 float32 텐서로 저장했습니다. 다른 자료형에서는 곱셈에서 오류가 납니다."
try.en = "TensorFlow never mixes dtypes by itself, but a plain Python number takes the dtype of the tensor beside it."
try.ko = "TensorFlow는 자료형을 스스로 섞지 않지만, 파이썬 숫자는 옆에 있는 텐서의 자료형을 따릅니다."
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
        self.slope = tf.constant(negative_slope, dtype=tf.float32)

    def call(self, inputs):
        return tf.where(inputs > 0, inputs, self.slope * inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
