"""Activation after average, written in the style of the alternative `dense_inside_and_a_loop`."""

from __future__ import annotations

import keras
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
        self.seed_generator = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.dense = keras.layers.Dense(self.units, use_bias=self.use_bias, dtype=self.dtype_policy)
        self.dense.build(input_shape)
        self.kernel = self.dense.kernel
        self.bias = self.dense.bias

    def call(self, inputs, training=None):
        if training:
            return self.masked_output(inputs)
        if self.inference_samples == 0:
            return self.mean_output(inputs)
        return self.sampled_output(inputs)

    def masked_output(self, inputs):
        shape = (ops.shape(inputs)[0], *self.kernel.shape)
        keep = keras.random.uniform(shape, seed=self.seed_generator) >= self.rate
        masked = ops.where(keep, self.kernel / (1 - self.rate), 0.0)
        z = ops.einsum("bi,biu->bu", inputs, masked)
        return self.activation(self.add_bias(z))

    def mean_output(self, inputs):
        return self.activation(self.dense(inputs))

    def sampled_output(self, inputs):
        mean = self.dense(inputs)
        deviation = ops.sqrt(ops.matmul(ops.square(inputs), ops.square(self.kernel)) * (self.rate / (1.0 - self.rate)))
        total = 0.0
        for _ in range(self.inference_samples):
            noise = keras.random.normal(ops.shape(mean), dtype=inputs.dtype, seed=self.seed_generator)
            total = total + mean + deviation * noise
        return self.activation(total / self.inference_samples)

    def add_bias(self, z):
        return z if self.bias is None else z + self.bias

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
