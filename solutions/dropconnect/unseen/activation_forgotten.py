"""Wrong idea: the activation is kept but never applied; style: tf functions, matmul with expand_dims, stateless draws."""
from __future__ import annotations

import numbers

import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(
        self,
        units: int,
        rate: float = 0.5,
        activation=None,
        use_bias: bool = True,
        inference_samples: int = 0,
        seed: int | None = None,
        **kwargs,
    ) -> None:
        super().__init__(**kwargs)
        if rate < 0 or rate >= 1:
            raise ValueError("rate has to be at least 0 and less than 1, not " + str(rate))
        if not isinstance(inference_samples, numbers.Integral) or inference_samples < 0:
            raise ValueError("inference_samples has to be a whole number, not " + str(inference_samples))
        self.units, self.rate, self.use_bias = units, rate, use_bias
        self.activation = keras.activations.get(activation)
        self.inference_samples = inference_samples
        self.seed = seed
        self.rng = keras.random.SeedGenerator(seed)

    def build(self, input_shape) -> None:
        self.n_in = input_shape[-1]
        self.kernel = self.add_weight(name="kernel", shape=[self.n_in, self.units], initializer="glorot_uniform")
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=[self.units], initializer="zeros")

    def _seed(self):
        return tf.cast(self.rng.next(), tf.int32)

    def call(self, inputs, training=None):
        w = tf.convert_to_tensor(self.kernel)
        batch = tf.shape(inputs)[0]
        b = tf.convert_to_tensor(self.bias) if self.use_bias else tf.zeros([self.units], w.dtype)

        if training:
            u = tf.random.stateless_uniform([batch, self.n_in, self.units], seed=self._seed())
            mask = tf.cast(u >= self.rate, w.dtype) / (1.0 - self.rate)
            z = tf.squeeze(tf.matmul(tf.expand_dims(inputs, 1), mask * w), axis=1)
            return z + b

        mean = tf.matmul(inputs, w) + b
        if self.inference_samples == 0:
            return mean
        variance = self.rate / (1.0 - self.rate) * tf.matmul(tf.square(inputs), tf.square(w))
        eps = tf.random.stateless_normal([self.inference_samples, batch, self.units], seed=self._seed())
        samples = mean + tf.sqrt(variance) * tf.cast(eps, w.dtype)
        return tf.reduce_mean(samples, axis=0)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self) -> dict:
        return {
            **super().get_config(),
            "units": self.units,
            "rate": self.rate,
            "activation": keras.activations.serialize(self.activation),
            "use_bias": self.use_bias,
            "inference_samples": self.inference_samples,
            "seed": self.seed,
        }
