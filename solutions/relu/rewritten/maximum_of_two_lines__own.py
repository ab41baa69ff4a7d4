"""Wrong idea: the larger of x and slope * x is taken, which is only right for slopes up to 1; style: two named lines and tf.where."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    """leaky relu = the upper one of two lines through 0"""

    def __init__(self, negative_slope=0.0, **kwargs):
        super().__init__(**kwargs)
        self._check(negative_slope)
        self.negative_slope = negative_slope

    @staticmethod
    def _check(value):
        if not value >= 0:
            raise ValueError("negative_slope has to be a number >= 0 but is " + str(value))

    def call(self, inputs):
        steep = inputs
        flat = self.negative_slope * inputs
        # where both are equal (at 0) the flat one, so that the gradient there is the slope
        return tf.where(flat >= steep, flat, steep)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
