"""Wrong idea: beta is added before gamma multiplies; style: step by step with in-between names, tf.nn.moments."""

import keras
import tensorflow as tf
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.epsilon = epsilon
        self.axis = axis
        try:
            self.wanted = list(axis)
        except TypeError:
            self.wanted = [axis]
        if 0 in self.wanted:
            raise ValueError("axis: 0 is reserved for the examples")
        if self.epsilon <= 0:
            raise ValueError("epsilon: must be positive")

    def build(self, input_shape):
        rank = len(input_shape)
        self.normalise = sorted(set(a % rank for a in self.wanted))
        if 0 in self.normalise:
            raise ValueError("axis: one of them is the axis of the examples")
        shape = [input_shape[a] for a in self.normalise]
        self.beta_shape = [1 if i not in self.normalise else n for i, n in enumerate(input_shape)]
        self.gamma = self.add_weight(name="gamma", shape=shape, initializer="ones")
        self.beta = self.add_weight(name="beta", shape=shape, initializer="zeros")

    def call(self, inputs):
        out = ops.cast(inputs, self.compute_dtype)
        mean, variance = tf.nn.moments(out, self.normalise, keepdims=True)
        # step 1: centre
        out = out - mean
        # step 2: size 1
        out = out / tf.sqrt(variance + self.epsilon)
        # step 3: the learned new centre
        out = out + tf.reshape(self.beta, self.beta_shape)
        # step 4: the learned new size
        out = out * tf.reshape(self.gamma, self.beta_shape)
        return out

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config.update({"axis": self.axis, "epsilon": self.epsilon})
        return config
