"""Wrong idea: `if seed:` takes seed 0 for no seed; style: keep probability, tf."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class Dropout(keras.layers.Layer):
    def __init__(self, rate, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError("The dropout rate must be in [0, 1).")
        self.rate = rate
        self.seed = seed
        if seed:
            self.source = keras.random.SeedGenerator(seed)
        else:
            self.source = keras.random.SeedGenerator()

    def call(self, inputs, training=None):
        if not training:
            return inputs
        keep_probability = 1.0 - self.rate
        u = keras.random.uniform(tf.shape(inputs), dtype="float32", seed=self.source)
        stays = u < keep_probability
        return tf.where(stays, inputs / keep_probability, tf.zeros_like(inputs))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["rate"] = self.rate
        config["seed"] = self.seed
        return config
