"""
idea.en = "stateless draws, numbered by a weight that counts the calls"
idea.ko = "호출 횟수를 세는 가중치로 번호를 매긴 상태 없는 난수"
"""

from __future__ import annotations

import random

import keras
import tensorflow as tf
from keras import ops


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
        self.base = seed if seed is not None else random.randrange(2**31)
        self.calls = self.add_weight(shape=(), dtype="int32", initializer="zeros", trainable=False, name="calls")

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform")
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def call(self, inputs, training=None):
        if training:
            return self.masked_output(inputs)
        if self.inference_samples == 0:
            return self.mean_output(inputs)
        return self.sampled_output(inputs)

    def masked_output(self, inputs):
        shape = tf.stack([tf.shape(inputs)[0], inputs.shape[-1], self.units])
        keep = tf.random.stateless_uniform(shape, self.next_seed()) >= self.rate
        masked = tf.where(keep, ops.convert_to_tensor(self.kernel) / (1 - self.rate), 0.0)
        z = tf.einsum("bi,biu->bu", inputs, masked)
        return self.activation(self.add_bias(z))

    def mean_output(self, inputs):
        return self.activation(self.add_bias(ops.matmul(inputs, self.kernel)))

    def sampled_output(self, inputs):
        mean = self.add_bias(ops.matmul(inputs, self.kernel))
        variance = self.rate / (1 - self.rate) * ops.matmul(inputs**2, self.kernel**2)
        shape = tf.stack([self.inference_samples, tf.shape(inputs)[0], self.units])
        noise = tf.cast(tf.random.stateless_normal(shape, self.next_seed()), inputs.dtype)
        return ops.mean(self.activation(mean + ops.sqrt(variance) * noise), axis=0)

    def add_bias(self, z):
        return z if self.bias is None else z + self.bias

    def next_seed(self):
        self.calls.assign(self.calls + 1)
        return tf.stack([self.base, tf.convert_to_tensor(self.calls)])

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
