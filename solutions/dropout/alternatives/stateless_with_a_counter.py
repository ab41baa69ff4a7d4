"""
idea.en = "stateless draws, numbered by a weight that counts the calls"
idea.ko = "호출 횟수를 세는 가중치로 번호를 매긴 상태 없는 난수"
"""

from __future__ import annotations

import random

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be in [0, 1), got {rate}")
        self.rate = rate
        self.seed = seed
        self.base = seed if seed is not None else random.randrange(2**31)
        self.calls = self.add_weight(shape=(), dtype="int32", initializer="zeros", trainable=False, name="calls")

    def call(self, inputs, training=None):
        if not training:
            return inputs
        self.calls.assign(self.calls + 1)
        u = tf.random.stateless_uniform(tf.shape(inputs), seed=tf.stack([self.base, tf.convert_to_tensor(self.calls)]))
        return tf.where(u < self.rate, tf.zeros_like(inputs), inputs / tf.cast(1 - self.rate, inputs.dtype))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
