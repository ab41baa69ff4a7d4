"""Wrong idea: the integer seed itself is handed to keras.random, so with a seed each call draws the same shifts; style: separate _shift method, corners of windows."""
import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift=1, fill_value=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(max_shift, int):
            raise ValueError(f"max_shift is of type {type(max_shift).__name__}, an int is needed")
        if max_shift < 0:
            raise ValueError("max_shift is negative")
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed

    def call(self, inputs, training=None):
        if training:
            return self._shift(inputs)
        return inputs

    def _shift(self, images):
        m = self.max_shift
        size = ops.shape(images)
        frame = [[0, 0], [m, m], [m, m], [0, 0]]
        padded = tf.pad(images, frame, constant_values=tf.cast(self.fill_value, images.dtype))
        # corner of the window, from 0 to 2m
        corner = keras.random.randint((size[0], 2), 0, 2 * m + 1, seed=self.seed)
        rows = corner[:, :1] + tf.range(size[1])
        columns = corner[:, 1:] + tf.range(size[2])
        out = tf.gather(padded, rows, axis=1, batch_dims=1)
        out = tf.gather(out, columns, axis=2, batch_dims=1)
        return out

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        own = {"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed}
        return super().get_config() | own
