"""
what.en = "The constructor sets the seed of all of Keras and TensorFlow, for every other layer too; the layer has none of its own."
what.ko = "생성자가 Keras와 TensorFlow 전체의 시드를 정합니다. 다른 모든 층도 영향을 받고, 이 층만의 시드는 없습니다."
try.en = "Make two layers of one seed first and call them afterwards, in turns. Whose sequence does each of them read?"
try.ko = "시드가 같은 층 두 개를 먼저 만든 뒤 번갈아 호출해 보세요. 각 층은 누구의 수열을 읽고 있나요?"
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
        if seed is not None:
            keras.utils.set_random_seed(seed)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        u = tf.random.uniform(tf.shape(inputs))
        return tf.where(u >= self.rate, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
