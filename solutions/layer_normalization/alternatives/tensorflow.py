"""
idea.en = "TensorFlow functions, add_weight with initializer objects, axes resolved in call."
idea.ko = "TensorFlow 함수와 초기화 객체를 쓰고, 축은 call에서 정합니다."
"""

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=0.001, **kwargs):
        super().__init__(**kwargs)
        if epsilon <= 0:
            raise ValueError("epsilon has to be > 0")
        self.epsilon = float(epsilon)
        self.axis = [axis] if isinstance(axis, int) else list(axis)
        if any(a == 0 for a in self.axis):
            raise ValueError("axis 0 holds the examples")

    def _positive(self, rank):
        positive = []
        for a in self.axis:
            positive.append(a + rank if a < 0 else a)
        return sorted(positive)

    def build(self, input_shape):
        axes = self._positive(len(input_shape))
        if axes[0] == 0:
            raise ValueError("axis 0 holds the examples, and your negative axis is that one")
        shape = tuple(input_shape[a] for a in axes)
        self.beta = self.add_weight(name="shift", shape=shape, initializer=keras.initializers.Zeros())
        self.gamma = self.add_weight(name="scale", shape=shape, initializer=keras.initializers.Ones())
        self.built = True

    def call(self, inputs, training=None):
        axes = self._positive(inputs.shape.rank)
        mean, variance = tf.nn.moments(inputs, axes, keepdims=True)
        broadcast = [inputs.shape[a] if a in axes else 1 for a in range(inputs.shape.rank)]
        gamma = tf.cast(tf.reshape(self.gamma, broadcast), inputs.dtype)
        beta = tf.cast(tf.reshape(self.beta, broadcast), inputs.dtype)
        return gamma * (inputs - mean) * tf.math.rsqrt(variance + self.epsilon) + beta

    def get_config(self):
        config = super().get_config()
        config["axis"] = self.axis
        config["epsilon"] = self.epsilon
        return config
