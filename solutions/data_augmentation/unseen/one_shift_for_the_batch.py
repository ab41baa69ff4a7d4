"""Wrong idea: one pair of offsets for the whole batch; style: pad, then tf.slice a window."""

import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift=1, fill_value=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if type(max_shift) is not int or max_shift < 0:
            raise ValueError("max_shift should be a whole number, 0 or more")
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def compute_output_shape(self, input_shape):
        return input_shape

    def call(self, inputs, training=None):
        if training:
            m = self.max_shift
            images = ops.convert_to_tensor(inputs)
            shape = tf.shape(images)
            border = tf.cast(self.fill_value, images.dtype)
            framed = tf.pad(images, [[0, 0], [m, m], [m, m], [0, 0]], constant_values=border)
            # where the window of the old size starts: 0 ... 2m
            corner = keras.random.randint((2,), 0, 2 * m + 1, seed=self.seed_generator)
            window = tf.slice(framed, tf.stack([0, corner[0], corner[1], 0]), shape)
            return tf.ensure_shape(window, images.shape)
        return inputs

    def get_config(self):
        return {**super().get_config(), "max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed}
