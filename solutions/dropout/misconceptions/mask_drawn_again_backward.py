"""
what.en = "The gradient has a mask of its own: it flows through elements that the output dropped."
what.ko = "기울기에 별도의 마스크를 씁니다. 출력에서 버린 원소로도 기울기가 흐릅니다."
try.en = "If an element was dropped, does a small change of it change the output? So what is its gradient?"
try.ko = "버려진 원소를 조금 바꾸면 출력이 바뀌나요? 그러면 그 기울기는 얼마인가요?"
"""

from __future__ import annotations

import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be in [0, 1), got {rate}")
        self.rate = rate
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def draw_mask(self, x):
        keep = keras.random.uniform(ops.shape(x), seed=self.seed_generator) >= self.rate
        return ops.cast(keep, x.dtype) / (1 - self.rate)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        @tf.custom_gradient
        def drop(x):
            def gradient(upstream):
                return upstream * self.draw_mask(upstream)

            return x * self.draw_mask(x), gradient

        return drop(inputs)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
