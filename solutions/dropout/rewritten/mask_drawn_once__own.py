"""Wrong idea: the random numbers of the mask are drawn in build and used in all calls; style: a NumPy pool of 512 rows made in build, gathered to the batch size."""
import keras
import numpy as np
import tensorflow as tf

POOL = 512


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        if not 0.0 <= rate < 1.0:
            raise ValueError(f"`rate` must be at least 0 and below 1, got {rate}")
        super().__init__(**kwargs)
        self.rate = rate
        self.seed = seed

    def build(self, input_shape):
        # the batch size is not known yet: rows for the largest batch
        size = [1 if n is None else n for n in input_shape[1:]]
        numbers = np.random.default_rng(self.seed).random([POOL, *size])
        self.keep = numbers >= self.rate

    def call(self, inputs, training=False):
        if not training:
            return inputs
        row = tf.range(tf.shape(inputs)[0]) % POOL
        keep = tf.gather(tf.constant(self.keep), row)
        scaled = inputs / (1 - self.rate)
        return tf.where(keep, scaled, tf.zeros_like(scaled))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"rate": self.rate, "seed": self.seed})
        return config
