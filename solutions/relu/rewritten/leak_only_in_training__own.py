"""Wrong idea: the leak is thought of as a help for the gradient and switched off at inference; style: property, training argument."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class ReLU(keras.layers.Layer):
    def __init__(self, negative_slope: float = 0.0, **kwargs):
        super().__init__(**kwargs)
        self.negative_slope = negative_slope

    @property
    def negative_slope(self):
        return self._slope

    @negative_slope.setter
    def negative_slope(self, value):
        if value < 0:
            raise ValueError(f"negative_slope must be >= 0, not {value}")
        self._slope = value

    def call(self, inputs, training=False):
        # the slope is there so that no neuron dies while we train
        slope = self._slope if training else 0.0
        return ops.where(ops.greater(inputs, 0), inputs, ops.multiply(inputs, slope))

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["negative_slope"] = self.negative_slope
        return config
