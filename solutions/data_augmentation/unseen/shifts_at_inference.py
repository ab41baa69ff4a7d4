"""Wrong idea: images are moved at inference, too; style: existence mask and one gather on a flat index."""

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    """Preprocessing: it belongs to the model, so it treats all the images alike."""

    def __init__(self, max_shift=1, fill_value=0.0, seed=None, **kwargs):
        if not isinstance(max_shift, int) or isinstance(max_shift, bool):
            raise ValueError("max_shift is no integer")
        if max_shift < 0:
            raise ValueError("max_shift is negative")
        super().__init__(**kwargs)
        self.max_shift, self.fill_value, self.seed = max_shift, fill_value, seed
        self.source = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=None):
        inputs = tf.convert_to_tensor(inputs)
        batch, height, width = (tf.shape(inputs)[i] for i in range(3))
        m = self.max_shift
        dy = keras.random.randint((batch, 1, 1), -m, m + 1, seed=self.source)
        dx = keras.random.randint((batch, 1, 1), -m, m + 1, seed=self.source)
        i = tf.reshape(tf.range(height), [1, -1, 1]) - dy
        j = tf.reshape(tf.range(width), [1, 1, -1]) - dx
        exists = (i >= 0) & (i < height) & (j >= 0) & (j < width)  # (batch, height, width)
        flat_index = tf.where(exists, i * width + j, 0)
        pixels = tf.reshape(inputs, [batch, height * width, inputs.shape[-1]])
        moved = tf.gather(pixels, flat_index, axis=1, batch_dims=1)
        filling = tf.cast(self.fill_value, inputs.dtype)
        return tf.where(exists[..., None], moved, filling)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return dict(super().get_config(), seed=self.seed, max_shift=self.max_shift, fill_value=self.fill_value)
