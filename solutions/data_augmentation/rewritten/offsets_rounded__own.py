"""Wrong idea: the offsets are uniform floats that are rounded, so both ends come half as often; style: index arithmetic with where, no padding."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift=1, fill_value=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(max_shift, int) or isinstance(max_shift, bool) or max_shift < 0:
            raise ValueError(f"max_shift should be an integer >= 0 (received: {max_shift})")
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed
        self.random = keras.random.SeedGenerator(seed)

    def _offsets(self, n):
        limit = float(self.max_shift)
        numbers = keras.random.uniform((2, n, 1), -limit, limit, dtype="float32", seed=self.random)
        return tf.unstack(tf.cast(tf.round(numbers), tf.int32), num=2)

    def call(self, inputs, training=False):
        if not training:
            return inputs
        x = tf.convert_to_tensor(inputs)
        shape = tf.shape(x)
        dy, dx = self._offsets(shape[0])
        i = tf.range(shape[1])[tf.newaxis, :] - dy  # (batch, height): where each row comes from
        j = tf.range(shape[2])[tf.newaxis, :] - dx
        row_ok = (i >= 0) & (i < shape[1])
        column_ok = (j >= 0) & (j < shape[2])
        y = tf.gather(x, tf.clip_by_value(i, 0, shape[1] - 1), axis=1, batch_dims=1)
        y = tf.gather(y, tf.clip_by_value(j, 0, shape[2] - 1), axis=2, batch_dims=1)
        ok = row_ok[:, :, tf.newaxis, tf.newaxis] & column_ok[:, tf.newaxis, :, tf.newaxis]
        y = tf.where(ok, y, tf.cast(self.fill_value, x.dtype))
        return tf.ensure_shape(y, x.shape)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(max_shift=self.max_shift, fill_value=self.fill_value, seed=self.seed)
        return config
