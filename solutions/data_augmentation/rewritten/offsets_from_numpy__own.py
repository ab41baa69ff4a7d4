"""Wrong idea: a NumPy generator draws the offsets in call, which happens only once in a traced function; style: a table of offsets that is cut to the batch."""
import keras
import numpy as np
import tensorflow as tf

LARGEST_BATCH = 4096


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift=1, fill_value=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(max_shift, int) or max_shift < 0:
            raise ValueError(f"The largest shift, max_shift, is {max_shift}; an integer >= 0 is needed.")
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed
        self.generator = np.random.default_rng(seed)

    def call(self, inputs, training=False):
        if not training:
            return inputs
        m = self.max_shift
        # the batch size may be unknown, so draw more than enough
        table = self.generator.integers(-m, m + 1, size=(LARGEST_BATCH, 2)).astype("int32")
        n = tf.shape(inputs)[0]
        which = tf.range(n) % LARGEST_BATCH
        offsets = tf.gather(tf.constant(table), which)
        padded = tf.pad(
            inputs, [[0, 0], [m, m], [m, m], [0, 0]], constant_values=tf.cast(self.fill_value, inputs.dtype)
        )
        rows = tf.range(tf.shape(inputs)[1])[None] + (m - offsets[:, 0:1])
        columns = tf.range(tf.shape(inputs)[2])[None] + (m - offsets[:, 1:2])
        padded = tf.gather(padded, rows, axis=1, batch_dims=1)
        return tf.gather(padded, columns, axis=2, batch_dims=1)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        for name in ("max_shift", "fill_value", "seed"):
            config[name] = getattr(self, name)
        return config
