"""Wrong idea: exactly round(rate * n) elements of every call are dropped; style: ranks of random numbers by sorting, tf."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        if rate < 0 or rate >= 1:
            raise ValueError(f"rate has to be in [0, 1) but is {rate}")
        self.rate = rate
        self.seed = seed
        self.generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=False):
        if not training or self.rate == 0:
            return inputs
        shape = tf.shape(inputs)
        n = tf.reduce_prod(shape)
        lots = keras.random.uniform((n,), seed=self.generator)
        # every element gets a rank, the first ones are dropped
        rank = tf.argsort(tf.argsort(lots))
        dropped = tf.cast(tf.round(self.rate * tf.cast(n, "float32")), rank.dtype)
        keep = tf.reshape(rank >= dropped, shape)
        return tf.where(keep, inputs / (1 - self.rate), tf.zeros_like(inputs))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["rate"] = self.rate
        config["seed"] = self.seed
        return config
