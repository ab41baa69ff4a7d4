"""Wrong idea: axis is taken for one number everywhere, a tuple or list fails; style: moveaxis to the end and back."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    """normalises along one axis of each example"""

    def __init__(self, axis: int = -1, epsilon: float = 1e-3, **kwargs):
        super().__init__(**kwargs)
        self.axis = int(axis)
        if self.axis == 0:
            raise ValueError("axis = 0 is not allowed")
        if epsilon <= 0:
            raise ValueError("epsilon <= 0 is not allowed")
        self.epsilon = epsilon

    def build(self, input_shape):
        if self.axis + len(input_shape) == 0:
            raise ValueError(f"axis = {self.axis} is not allowed for rank {len(input_shape)}, it is the batch")
        features = input_shape[self.axis]
        self.gamma = self.add_weight(shape=(features,), initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=(features,), initializer="zeros", name="beta")

    def call(self, inputs):
        x = ops.moveaxis(inputs, self.axis, -1)
        mean = ops.mean(x, axis=-1, keepdims=True)
        var = ops.var(x, axis=-1, keepdims=True)
        x = (x - mean) / ops.sqrt(var + self.epsilon) * self.gamma + self.beta
        return ops.moveaxis(x, -1, self.axis)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return super().get_config() | {"axis": self.axis, "epsilon": self.epsilon}
