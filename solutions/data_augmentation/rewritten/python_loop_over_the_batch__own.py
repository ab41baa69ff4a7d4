"""Wrong idea: a Python loop over range(inputs.shape[0]) moves one image after the other; style: a slice of the padded image for each example, stacked."""
import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class RandomShift(keras.layers.Layer):
    def __init__(self, max_shift=1, fill_value=0.0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not (isinstance(max_shift, int) and max_shift >= 0):
            raise ValueError("max_shift must be one of 0, 1, 2, ...")
        self.max_shift = max_shift
        self.fill_value = fill_value
        self.seed = seed
        self.seeds = keras.random.SeedGenerator(seed)

    def call(self, inputs, training=False):
        if not training:
            return inputs
        m = self.max_shift
        height, width, channels = inputs.shape[1:]
        offsets = keras.random.randint((inputs.shape[0], 2), 0, 2 * m + 1, seed=self.seeds)
        images = []
        for k in range(inputs.shape[0]):
            image = tf.pad(
                inputs[k],
                [[m, m], [m, m], [0, 0]],
                constant_values=tf.cast(self.fill_value, inputs.dtype),
            )
            begin = (offsets[k, 0], offsets[k, 1], 0)
            images.append(tf.slice(image, begin, (height, width, channels)))
        return ops.stack(images)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {
            "max_shift": self.max_shift,
            "fill_value": self.fill_value,
            "seed": self.seed,
            **super().get_config(),
        }
