"""Wrong idea: one offset is drawn for each example and used for rows and columns; style: pad, then gather_nd on a full index grid."""
import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    """shifts every image of a batch a bit"""

    def __init__(self, max_shift=1, fill_value=0.0, seed=None, **kwargs):
        if type(max_shift) is not int or max_shift < 0:
            raise ValueError("max_shift needs to be an int and not negative")
        super().__init__(**kwargs)
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed
        self.generator = keras.random.SeedGenerator(seed=seed)

    def call(self, inputs, training=None):
        if not training or self.max_shift == 0:
            return inputs
        m = self.max_shift
        shape = ops.shape(inputs)
        n, h, w = shape[0], shape[1], shape[2]
        border = tf.cast(self.fill_value, inputs.dtype)
        big = tf.pad(inputs, [(0, 0), (m, m), (m, m), (0, 0)], constant_values=border)

        shift = keras.random.randint((n,), -m, m + 1, seed=self.generator)  # m + 1 is not included
        start = ops.reshape(m - shift, (-1, 1, 1))
        example = ops.reshape(ops.arange(n), (-1, 1, 1))
        row = start + ops.reshape(ops.arange(h), (1, -1, 1))
        column = start + ops.reshape(ops.arange(w), (1, 1, -1))
        grid = tf.stack(
            [
                tf.broadcast_to(example, (n, h, w)),
                tf.broadcast_to(row, (n, h, w)),
                tf.broadcast_to(column, (n, h, w)),
            ],
            axis=-1,
        )
        return tf.gather_nd(big, grid)

    def compute_output_shape(self, input_shape):
        return tuple(input_shape)

    def get_config(self):
        return {
            **super().get_config(),
            "max_shift": self.max_shift,
            "fill_value": self.fill_value,
            "seed": self.seed,
        }
