"""Wrong idea: the slope is stored on the class, so all layers have that of the last one made; style: class-level settings and masks."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    negative_slope = 0.0  # default, the constructor changes it

    def __init__(self, negative_slope=0.0, **kwargs):
        super().__init__(**kwargs)
        if negative_slope < 0:
            raise ValueError(f"`negative_slope` should be >= 0. Received: {negative_slope}")
        ReLU.negative_slope = negative_slope

    def call(self, inputs):
        left = ops.logical_not(ops.greater(inputs, 0))
        return ops.where(left, ReLU.negative_slope * inputs, inputs)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = {"negative_slope": ReLU.negative_slope}
        config.update(super().get_config())
        return config
