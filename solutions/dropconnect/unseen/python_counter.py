"""Wrong idea: a Python number counts the calls and makes the seed; style: tf stateless draws with [seed, calls]."""
import random

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0.0 <= rate < 1.0:
            raise ValueError(f"rate is {rate}, it must be >= 0 and < 1")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError(f"inference_samples is {inference_samples}, it must be an integer >= 0")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.first = seed if seed is not None else random.SystemRandom().randrange(2**31)
        self.calls = 0

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform")
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def call(self, inputs, training=None):
        self.calls += 1  # so that no two calls draw the same
        seed = tf.constant([self.first, self.calls], dtype=tf.int64)
        if training:
            z = self._masked(inputs, seed)
            return self.activation(z)
        mean = tf.matmul(inputs, tf.convert_to_tensor(self.kernel))
        if self.use_bias:
            mean = mean + tf.convert_to_tensor(self.bias)
        if not self.inference_samples:
            return self.activation(mean)
        squares = tf.matmul(tf.square(inputs), tf.square(tf.convert_to_tensor(self.kernel)))
        std = tf.sqrt(squares * (self.rate / (1 - self.rate)))
        shape = (self.inference_samples, tf.shape(mean)[0], self.units)
        noise = tf.cast(tf.random.stateless_normal(shape, seed), mean.dtype)
        return tf.reduce_mean(self.activation(mean + std * noise), axis=0)

    def _masked(self, inputs, seed):
        kernel = tf.convert_to_tensor(self.kernel)
        u = tf.random.stateless_uniform((tf.shape(inputs)[0], kernel.shape[0], self.units), seed)
        kernels = tf.where(u >= self.rate, kernel / (1 - self.rate), tf.zeros_like(kernel))
        z = tf.reduce_sum(inputs[:, :, tf.newaxis] * kernels, axis=1)
        return z + tf.convert_to_tensor(self.bias) if self.use_bias else z

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
