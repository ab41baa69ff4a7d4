"""Wrong idea: the function is written with |x|, whose gradient at 0 is 0, so the layer's is (1 + slope) / 2 there; style: closed formula, no branch."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope=0.0, **kwargs):
        if negative_slope < 0:
            raise ValueError("ReLU: negative_slope must not be negative")
        super().__init__(**kwargs)
        self.negative_slope = float(negative_slope)

    def call(self, inputs):
        # x and |x| are equal on the right and opposite on the left, so mix them
        a = (1.0 + self.negative_slope) / 2.0
        b = (1.0 - self.negative_slope) / 2.0
        return a * inputs + b * ops.abs(inputs)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(negative_slope=self.negative_slope)
        return config
