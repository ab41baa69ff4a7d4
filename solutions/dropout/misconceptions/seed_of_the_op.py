"""
what.en = "The seed goes to `tf.random.uniform`, which goes on counting from layer to layer: a new layer does not start anew."
what.ko = "시드를 `tf.random.uniform`에 넘깁니다. 이 함수는 층이 바뀌어도 계속 이어서 세므로 새 층이 처음부터 시작하지 않습니다."
try.en = "Make two layers of one seed and compare their first masks. Where does the position in the sequence live?"
try.ko = "시드가 같은 층 두 개의 첫 마스크를 비교해 보세요. 수열의 어디까지 왔는지는 어디에 저장되나요?"
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

    def call(self, inputs, training=None):
        if not training:
            return inputs
        u = tf.random.uniform(tf.shape(inputs), seed=self.seed)
        return tf.where(u >= self.rate, inputs / (1 - self.rate), 0.0)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
