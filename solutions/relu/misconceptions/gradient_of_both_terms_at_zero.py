"""
what.en = "The values are right, but at exactly 0 both parts of your formula hand on a gradient: it is 1 + slope."
what.ko = "값은 맞지만 정확히 0에서 식의 두 부분이 모두 기울기를 전달해 미분값이 1 + negative_slope가 됩니다."
try.en = "When its two arguments are equal, TensorFlow's maximum gives the gradient to the first. Which should get it at 0?"
try.ko = "두 인자가 같으면 TensorFlow의 maximum은 첫 번째 인자에 기울기를 줍니다. 0에서는 어느 쪽이 받아야 할까요?"
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
        return ops.maximum(inputs, 0.0) + self.negative_slope * ops.minimum(inputs, 0.0)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
