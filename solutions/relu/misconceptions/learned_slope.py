"""
what.en = "The slope is a trainable weight: it is right at first and drifts away as the network trains."
what.ko = "negative_slope가 학습되는 가중치입니다. 처음에는 맞지만 학습하면서 변해 갑니다."
try.en = "Who chooses the slope, the user or the optimizer? A number that is chosen once needs no weight."
try.ko = "negative_slope는 사용자가 정하나요, 옵티마이저가 정하나요? 한 번 정해지는 숫자에는 가중치가 필요 없습니다."
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

    def build(self, input_shape):
        self.alpha = self.add_weight(
            shape=(), initializer=keras.initializers.Constant(self.negative_slope), name="alpha"
        )

    def call(self, inputs):
        return ops.where(inputs > 0, inputs, self.alpha * inputs)

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
