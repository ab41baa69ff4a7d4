"""Wrong idea: the Gaussian's variance does not depend on the rate; style: methods for the modes, tf einsum."""

from __future__ import annotations

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
            raise ValueError(f"rate must lie in [0, 1), got {rate}")
        if not isinstance(inference_samples, int) or inference_samples < 0:
            raise ValueError(f"inference_samples must be an integer >= 0, got {inference_samples!r}")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.generator = keras.random.SeedGenerator(seed)

    def build(self, input_shape) -> None:
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units), initializer="glorot_uniform", name="kernel"
        )
        if self.use_bias:
            self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias")
        else:
            self.bias = None

    def _plus_bias(self, z):
        return z if self.bias is None else z + self.bias

    def _train(self, x):
        kernel = tf.convert_to_tensor(self.kernel)
        shape = (tf.shape(x)[0], kernel.shape[0], self.units)
        stays = keras.random.uniform(shape, seed=self.generator) >= self.rate
        mask = tf.cast(stays, kernel.dtype) / (1 - self.rate)
        return self.activation(self._plus_bias(tf.einsum("ni,niu->nu", x, mask * kernel)))

    def _sample(self, x, mean):
        kernel = tf.convert_to_tensor(self.kernel)
        deviation = tf.sqrt(tf.matmul(tf.square(x), tf.square(kernel)))
        total = tf.zeros_like(mean)
        for _ in range(self.inference_samples):
            z = keras.random.normal(tf.shape(mean), dtype=mean.dtype, seed=self.generator)
            total += self.activation(mean + deviation * z)
        return total / self.inference_samples

    def call(self, inputs, training=None):
        if training:
            return self._train(inputs)
        mean = self._plus_bias(tf.matmul(inputs, tf.convert_to_tensor(self.kernel)))
        return self._sample(inputs, mean) if self.inference_samples else self.activation(mean)

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.units)

    def get_config(self) -> dict:
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
