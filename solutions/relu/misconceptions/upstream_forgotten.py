"""
what.en = "The gradient written by hand is the derivative alone: the gradient from the layer above is dropped."
what.ko = "직접 쓴 기울기가 미분값뿐입니다. 위층에서 온 기울기를 버렸습니다."
try.en = "Write the chain rule for one element. What does the derivative have to be multiplied by?"
try.ko = "원소 하나에 대해 연쇄 법칙을 써 보세요. 미분값에 무엇을 곱해야 하나요?"
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
        slope = self.negative_slope

        @tf.custom_gradient
        def rectify(x):
            def backward(upstream):
                return tf.where(x > 0, tf.ones_like(x), slope * tf.ones_like(x))

            return tf.where(x > 0, x, slope * x), backward

        return rectify(tf.convert_to_tensor(inputs))

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
