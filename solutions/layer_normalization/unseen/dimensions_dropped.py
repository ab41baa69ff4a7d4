"""Wrong idea: mean and variance lose the averaged axes; style: tf.reduce_mean, three small methods."""

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if isinstance(axis, int):
            zero = axis == 0
        else:
            axis = list(axis)
            zero = any(a == 0 for a in axis)
        if zero:
            raise ValueError("axis 0 cannot be normalised")
        if epsilon <= 0.0:
            raise ValueError("epsilon must be larger than 0")
        self.axis = axis
        self.epsilon = epsilon

    def build(self, input_shape):
        self.ndims = len(input_shape)
        axes = [self.axis] if isinstance(self.axis, int) else self.axis
        self.axes = sorted(set([(a + self.ndims) if a < 0 else a for a in axes]))
        if self.axes[0] <= 0:
            raise ValueError("axis is the axis of the examples")
        self.sizes = {a: input_shape[a] for a in self.axes}
        self.gamma = self.add_weight(name="gamma", shape=tuple(self.sizes.values()), initializer="ones")
        self.beta = self.add_weight(name="beta", shape=tuple(self.sizes.values()), initializer="zeros")

    def mean(self, t):
        return tf.reduce_mean(t, axis=self.axes)

    def spread(self, t):
        # E[x^2] - E[x]^2
        variance = tf.maximum(self.mean(tf.square(t)) - tf.square(self.mean(t)), 0)
        return tf.sqrt(variance + self.epsilon)

    def place(self, parameter):
        return tf.reshape(parameter, [self.sizes.get(i, 1) for i in range(self.ndims)])

    def call(self, inputs):
        t = tf.cast(inputs, self.compute_dtype)
        return self.place(self.gamma) * ((t - self.mean(t)) / self.spread(t)) + self.place(self.beta)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return dict(super().get_config(), axis=self.axis, epsilon=self.epsilon)
