"""Upper end never drawn and training by default, written in the style of the alternative `example_by_example`."""

from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift=1, fill_value=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(max_shift, int) or max_shift < 0:
            raise ValueError(f"max_shift must be an integer >= 0, got {max_shift}")
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=True):
        if not training:
            return inputs
        m = self.max_shift
        border = [[0, 0], [m, m], [m, m], [0, 0]]
        padded = tf.pad(inputs, border, constant_values=tf.cast(self.fill_value, inputs.dtype))
        size = inputs.shape[1:]
        corners = keras.random.randint((tf.shape(inputs)[0], 2), 0, 2 * m, seed=self.seed_generator)

        def crop(pair):
            image, corner = pair
            return tf.slice(image, tf.concat([corner, [0]], 0), size)

        return tf.vectorized_map(crop, (padded, corners))

    def get_config(self):
        config = super().get_config()
        config.update({"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed})
        return config
