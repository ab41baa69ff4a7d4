"""
idea.en = "TensorFlow throughout, with a tf.random.Generator"
idea.ko = "전부 TensorFlow로, tf.random.Generator와 함께"
"""

from __future__ import annotations

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(
        self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs
    ):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be in [0, 1), got {rate}")
        if not isinstance(inference_samples, int) or inference_samples < 0:
            raise ValueError(f"inference_samples must be an integer >= 0, got {inference_samples}")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.generator = tf.random.Generator.from_non_deterministic_state() if seed is None else tf.random.Generator.from_seed(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform")
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def call(self, inputs, training=None):
        kernel = tf.convert_to_tensor(self.kernel)
        bias = tf.convert_to_tensor(self.bias) if self.use_bias else tf.zeros((self.units,), inputs.dtype)
        batch = tf.shape(inputs)[0]
        if training:
            keep = self.generator.uniform((batch, inputs.shape[-1], self.units)) >= self.rate
            z = tf.einsum("bi,iu,biu->bu", inputs, kernel, tf.cast(keep, inputs.dtype) / (1 - self.rate))
            return self.activation(z + bias)
        mean = tf.linalg.matmul(inputs, kernel) + bias
        if not self.inference_samples:
            return self.activation(mean)
        deviation = tf.sqrt(self.rate / (1 - self.rate) * tf.linalg.matmul(tf.square(inputs), tf.square(kernel)))
        noise = tf.cast(self.generator.normal((self.inference_samples, batch, self.units)), inputs.dtype)
        return tf.reduce_mean(self.activation(mean + deviation * noise), axis=0)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config.update(
            units=self.units,
            rate=self.rate,
            activation=keras.activations.serialize(self.activation),
            use_bias=self.use_bias,
            inference_samples=self.inference_samples,
            seed=self.seed,
        )
        return config
