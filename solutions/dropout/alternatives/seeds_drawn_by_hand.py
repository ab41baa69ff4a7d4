"""
idea.en = "the generator gives seeds, a stateless draw uses them"
idea.ko = "생성기에서 시드를 뽑아 상태 없는 난수에 쓰기"
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
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        seed = self.seed_generator.next()
        integers = tf.random.stateless_uniform(tf.shape(inputs), seed, 0, 1_000_000, dtype=tf.int32)
        keep = integers >= int(round(self.rate * 1_000_000))
        return tf.where(keep, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
