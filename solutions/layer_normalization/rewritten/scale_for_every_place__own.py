"""Wrong idea: gamma and beta have the shape of a whole example instead of the normalised axes; style: a property for the axes, shapes in comments."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis if isinstance(axis, int) else list(axis)
        self.epsilon = epsilon
        if 0 in self.axes_list:
            raise ValueError(f"axis: 0 is not possible, received {axis}")
        if self.epsilon <= 0:
            raise ValueError(f"epsilon: must be positive, received {epsilon}")

    @property
    def axes_list(self):
        return [self.axis] if isinstance(self.axis, int) else self.axis

    def build(self, input_shape):
        rank = len(input_shape)
        if any(a + rank == 0 for a in self.axes_list):
            raise ValueError(f"axis: {self.axis} includes the examples of an input of rank {rank}")
        # every place of an example can be scaled and shifted for itself
        example = tuple(input_shape[1:])
        self.gamma = self.add_weight(shape=example, initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=example, initializer="zeros", name="beta")

    def call(self, inputs):
        axes = tuple(self.axes_list)
        mean = ops.mean(inputs, axis=axes, keepdims=True)
        variance = ops.var(inputs, axis=axes, keepdims=True)
        # (batch, *example) * (*example)
        return self.gamma * ((inputs - mean) / ops.sqrt(variance + self.epsilon)) + self.beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update(axis=self.axis, epsilon=self.epsilon)
        return config
