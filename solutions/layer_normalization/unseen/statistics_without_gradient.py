"""Wrong idea: mean and variance cut off from the gradient; style: statistics method on a detached copy, tf.stop_gradient."""

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis if isinstance(axis, int) else tuple(axis)
        self.epsilon = float(epsilon)
        if 0 in self.axes_as_given():
            raise ValueError("Argument axis must not be 0 or contain 0.")
        if self.epsilon <= 0:
            raise ValueError("Argument epsilon must be positive.")

    def axes_as_given(self):
        if isinstance(self.axis, int):
            return (self.axis,)
        return self.axis

    def build(self, input_shape):
        n = len(input_shape)
        self.over = sorted({n + a if a < 0 else a for a in self.axes_as_given()})
        if self.over[0] < 1:
            raise ValueError("Argument axis means the axis of the examples.")
        self.weight_shape = [d if i in self.over else 1 for i, d in enumerate(input_shape)]
        shape = [input_shape[i] for i in self.over]
        self.gamma = self.add_weight(shape=shape, initializer=keras.initializers.Constant(1.0), name="gamma")
        self.beta = self.add_weight(shape=shape, initializer=keras.initializers.Constant(0.0), name="beta")

    def statistics(self, x):
        # they only describe the input, they are not learned
        x = tf.stop_gradient(x)
        mean = tf.reduce_mean(x, self.over, keepdims=True)
        variance = tf.math.reduce_variance(x, self.over, keepdims=True)
        return mean, tf.sqrt(variance + self.epsilon)

    def call(self, inputs):
        x = tf.cast(inputs, self.compute_dtype)
        mean, std = self.statistics(x)
        y = (x - mean) / std
        return tf.reshape(self.gamma, self.weight_shape) * y + tf.reshape(self.beta, self.weight_shape)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        own = {"axis": self.axis, "epsilon": self.epsilon}
        return {**super().get_config(), **own}
