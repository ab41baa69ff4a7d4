"""Wrong idea: gamma and beta are multiplied in their own shape, so broadcasting meets the last axes; style: squared_difference, tf."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis
        self.epsilon = epsilon
        self.list_of_axes = sorted(axis) if hasattr(axis, "__iter__") else [axis]
        if any(a == 0 for a in self.list_of_axes):
            raise ValueError("the argument axis contains 0")
        if not self.epsilon > 0:
            raise ValueError("the argument epsilon is not positive")

    def build(self, input_shape):
        rank = len(input_shape)
        axes = sorted(a + rank if a < 0 else a for a in self.list_of_axes)
        if axes[0] == 0:
            raise ValueError("the argument axis means axis 0 for this input")
        self.reduce = axes
        size = [input_shape[a] for a in axes]
        self.gamma = self.add_weight(shape=size, initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=size, initializer="zeros", name="beta")

    def call(self, inputs):
        x = tf.convert_to_tensor(inputs)
        mean = tf.reduce_mean(x, self.reduce, keepdims=True)
        # E[(x - m)^2]
        variance = tf.reduce_mean(tf.math.squared_difference(x, mean), self.reduce, keepdims=True)
        x = (x - mean) * tf.math.rsqrt(variance + self.epsilon)
        return x * self.gamma + self.beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        return {"axis": self.axis, "epsilon": self.epsilon, **super().get_config()}
