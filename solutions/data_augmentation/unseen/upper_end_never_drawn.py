"""Wrong idea: the largest offset is never drawn; style: start of the window in the padded image, two batched gathers."""

import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift=1, fill_value=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        ok = isinstance(max_shift, int) and not isinstance(max_shift, bool)
        if not ok or max_shift < 0:
            raise ValueError(f"`max_shift` needs to be an integer >= 0 (it is {max_shift!r})")
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed
        self.seeds = keras.random.SeedGenerator(seed)

    def offsets(self, images):
        batch = ops.shape(images)[0]
        lowest, highest = -self.max_shift, self.max_shift
        return keras.random.randint((batch, 1), lowest, highest, seed=self.seeds)

    def call(self, inputs, training=None):
        if not training:
            return inputs
        if self.max_shift == 0:
            return inputs  # nothing to draw
        m = self.max_shift
        images = tf.convert_to_tensor(inputs)
        dy = self.offsets(images)
        dx = self.offsets(images)
        padded = tf.pad(images, [[0, 0], [m, m], [m, m], [0, 0]], constant_values=tf.cast(self.fill_value, images.dtype))
        rows = m - dy + tf.range(tf.shape(images)[1])
        columns = m - dx + tf.range(tf.shape(images)[2])
        out = tf.gather(padded, rows, axis=1, batch_dims=1)
        return tf.gather(out, columns, axis=2, batch_dims=1)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed}
        config.update(super().get_config())
        return config
