"""Wrong idea: in training the images are cast to the float compute dtype and stay so, also integer ones; style: one axis after the other, an extra row of fill values."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift=1, fill_value=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not isinstance(max_shift, int) or max_shift < 0:
            raise ValueError(f"max_shift={max_shift} makes no sense")
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed
        self.rng = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=False):
        if not training:
            return inputs
        x = tf.cast(inputs, self.compute_dtype)
        n, h, w = tf.shape(x)[0], tf.shape(x)[1], tf.shape(x)[2]
        m = self.max_shift

        dy = keras.random.randint((n,), -m, m + 1, seed=self.rng)
        dx = keras.random.randint((n,), -m, m + 1, seed=self.rng)

        def along(x, axis, offset, size):
            source = tf.range(size)[None, :] - offset[:, None]
            inside = tf.logical_and(source >= 0, source < size)
            # the index `size` is a row of fill values that is put at the end
            ends = [[0, 0], [0, 0], [0, 0], [0, 0]]
            ends[axis] = [0, 1]
            extended = tf.pad(x, ends, constant_values=tf.cast(self.fill_value, x.dtype))
            return tf.gather(extended, tf.where(inside, source, size), axis=axis, batch_dims=1)

        return along(along(x, 1, dy, h), 2, dx, w)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"max_shift": self.max_shift, "fill_value": self.fill_value, "seed": self.seed})
        return config
