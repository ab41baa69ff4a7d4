"""Wrong idea: momentum and epsilon are taken as they come; style: ops.moments, values turned into floats."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        # float() already raises a ValueError if somebody hands in nonsense like "abc"
        self.axis, self.momentum, self.epsilon = int(axis), float(momentum), float(epsilon)

    def build(self, input_shape):
        channels = (input_shape[self.axis],)
        self.gamma = self.add_weight(name="gamma", shape=channels, initializer="ones")
        self.beta = self.add_weight(name="beta", shape=channels, initializer="zeros")
        self.moving_mean = self.add_weight(name="moving_mean", shape=channels, initializer="zeros", trainable=False)
        self.moving_variance = self.add_weight(
            name="moving_variance", shape=channels, initializer="ones", trainable=False
        )

    def _update(self, variable, batch_value):
        old = ops.cast(variable, variable.dtype)
        new = ops.cast(batch_value, variable.dtype)
        variable.assign(self.momentum * old + (1 - self.momentum) * new)

    def call(self, inputs, training=False):
        channel_axis = self.axis % inputs.ndim
        other_axes = [i for i in range(inputs.ndim) if i != channel_axis]
        shape = [1] * inputs.ndim
        shape[channel_axis] = -1

        if training and self.trainable:
            mean, variance = ops.moments(inputs, axes=other_axes)
            self._update(self.moving_mean, mean)
            self._update(self.moving_variance, variance)
        else:
            mean, variance = self.moving_mean, self.moving_variance

        def shaped(v):
            return ops.reshape(ops.cast(v, self.compute_dtype), shape)

        normalized = (inputs - shaped(mean)) / ops.sqrt(shaped(variance) + self.epsilon)
        return shaped(self.gamma) * normalized + shaped(self.beta)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {
            **super().get_config(),
            "axis": self.axis,
            "momentum": self.momentum,
            "epsilon": self.epsilon,
        }
