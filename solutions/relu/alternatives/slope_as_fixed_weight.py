"""
idea.en = "the slope in a weight that is not trained"
idea.ko = "학습하지 않는 가중치에 넣은 negative_slope"
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
            shape=(), initializer=keras.initializers.Constant(self.negative_slope), trainable=False, name="alpha"
        )

    def call(self, inputs):
        return ops.where(inputs > 0, inputs, inputs * ops.cast(self.alpha, inputs.dtype))

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
