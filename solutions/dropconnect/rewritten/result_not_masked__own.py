"""Wrong idea: the masked kernels are made, but the sum uses the whole kernel; style: helper methods, ops.einsum."""

from __future__ import annotations

import keras
from keras import ops


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
        if not (0 <= rate and rate < 1):
            raise ValueError(f"rate is {rate}, but it has to be in [0, 1)")
        if isinstance(inference_samples, bool) or not isinstance(inference_samples, int) or inference_samples < 0:
            raise ValueError(f"inference_samples is {inference_samples}, but it has to be an integer >= 0")
        self.units = units
        self.rate = rate
        self.keep = 1 - rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.rng = keras.random.SeedGenerator(seed)

    def build(self, input_shape) -> None:
        self.kernel = self.add_weight(
            name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform"
        )
        self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros") if self.use_bias else None

    def _masked_kernels(self, batch):
        """(batch, inputs, units): a kernel for each example, with holes in it."""
        draws = keras.random.uniform((batch, *self.kernel.shape), seed=self.rng)
        return ops.where(draws < self.rate, 0.0, self.kernel / self.keep)

    def _add_bias(self, z):
        if self.use_bias:
            z = z + self.bias
        return z

    def call(self, inputs, training=None):
        batch = ops.shape(inputs)[0]
        if training:
            kernels = self._masked_kernels(batch)
            kernel = ops.broadcast_to(self.kernel, ops.shape(kernels))  # one for each example
            z = ops.einsum("bi,biu->bu", inputs, kernel)
            return self.activation(self._add_bias(z))
        mean = self._add_bias(ops.matmul(inputs, self.kernel))
        if self.inference_samples == 0:
            return self.activation(mean)
        variance = self.rate / self.keep * ops.matmul(inputs * inputs, self.kernel * self.kernel)
        shape = (batch, self.inference_samples, self.units)
        noise = keras.random.normal(shape, dtype=inputs.dtype, seed=self.rng)
        samples = mean[:, None, :] + ops.sqrt(variance)[:, None, :] * noise
        return ops.mean(self.activation(samples), axis=1)

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
