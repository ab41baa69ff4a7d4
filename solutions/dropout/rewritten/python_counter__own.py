"""Wrong idea: a Python counter makes each call's seed different, but tracing counts only once; style: tf.random.stateless_uniform."""
import random

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate={rate} is not in [0, 1)")
        self.rate = rate
        self.seed = seed
        self.first = random.SystemRandom().randrange(2**31) if seed is None else seed
        self.calls = 0

    def call(self, inputs, training=False):
        if not training:
            return inputs
        self.calls += 1  # another mask at each call
        u = tf.random.stateless_uniform(tf.shape(inputs), seed=[self.first, self.calls])
        keep = tf.cast(u >= self.rate, inputs.dtype)
        return keep * inputs / (1 - self.rate)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(rate=self.rate, seed=self.seed)
        return config
