"""
idea.en = "tf.random.uniform without a seed, a generator with one"
idea.ko = "시드가 없으면 tf.random.uniform, 있으면 생성기"
"""

from __future__ import annotations

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
        self.generator = None if seed is None else tf.random.Generator.from_seed(seed)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        if self.generator is None:
            u = tf.random.uniform(tf.shape(inputs), dtype=tf.float32)
        else:
            u = self.generator.uniform(tf.shape(inputs))
        scale = tf.where(u >= self.rate, 1.0 / (1.0 - self.rate), 0.0)
        return inputs * tf.cast(scale, inputs.dtype)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
