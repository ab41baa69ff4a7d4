"""Wrong idea: epsilon is not in the formula; style: safe division with where, tf functions."""

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        axes = (axis,) if isinstance(axis, int) else tuple(axis)
        for a in axes:
            if a == 0:
                raise ValueError("axis must not be 0")
        if epsilon <= 0:
            raise ValueError("epsilon must be > 0")
        self.axis = axes
        self.epsilon = epsilon

    def build(self, input_shape):
        rank = len(input_shape)
        axes = []
        for a in self.axis:
            a = a + rank if a < 0 else a
            if a <= 0:
                raise ValueError("axis must not mean axis 0")
            axes.append(a)
        self.axes = sorted(set(axes))
        self.gamma = self.add_weight(shape=[input_shape[a] for a in self.axes], initializer="ones", name="gamma")
        self.beta = self.add_weight(shape=[input_shape[a] for a in self.axes], initializer="zeros", name="beta")
        self.bshape = [input_shape[i] if i in self.axes else 1 for i in range(rank)]

    def call(self, inputs):
        x = tf.cast(inputs, self.compute_dtype)
        mean = tf.reduce_mean(x, axis=self.axes, keepdims=True)
        var = tf.math.reduce_variance(x, axis=self.axes, keepdims=True)
        # never divide by zero: where all values are equal, x - mean is 0 anyway
        std = tf.sqrt(tf.where(var > 0, var, tf.ones_like(var)))
        y = (x - mean) / std
        return y * tf.reshape(self.gamma, self.bshape) + tf.reshape(self.beta, self.bshape)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        base = super().get_config()
        base["axis"] = self.axis
        base["epsilon"] = self.epsilon
        return base
