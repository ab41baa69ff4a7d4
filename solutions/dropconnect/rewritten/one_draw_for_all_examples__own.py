"""Wrong idea: all examples of a batch share the same Gaussian numbers; style: list of samples, ops.dot."""

from __future__ import annotations

import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    """Dense layer that drops weights, after Wan et al."""

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
        if not isinstance(inference_samples, int):
            raise ValueError(f"inference_samples has to be an integer, not {inference_samples!r}")
        if inference_samples < 0:
            raise ValueError(f"inference_samples cannot be negative: {inference_samples}")
        if rate < 0 or rate >= 1:
            raise ValueError(f"rate is a probability below 1: {rate}")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self._draws = keras.random.SeedGenerator(seed)

    def build(self, input_shape) -> None:
        self.n_inputs = input_shape[-1]
        self.kernel = self.add_weight(
            name="kernel", shape=(self.n_inputs, self.units), initializer="glorot_uniform"
        )
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def _with_bias(self, z):
        if self.bias is None:
            return z
        return z + self.bias

    def _training_output(self, x):
        shape = (ops.shape(x)[0], self.n_inputs, self.units)
        kept = ops.cast(keras.random.uniform(shape, seed=self._draws) >= self.rate, x.dtype)
        # the scale can be taken out of the sum
        z = ops.einsum("bi,biu,iu->bu", x, kept, self.kernel) / (1 - self.rate)
        return self.activation(self._with_bias(z))

    def _sampled_output(self, x, mean):
        variance = ops.dot(x**2, self.kernel**2) * (self.rate / (1 - self.rate))
        deviation = ops.sqrt(variance)
        samples = []
        for _ in range(self.inference_samples):
            noise = keras.random.normal((1, self.units), dtype=x.dtype, seed=self._draws)  # new for each sample
            samples.append(self.activation(mean + noise * deviation))
        return ops.mean(ops.stack(samples), axis=0)

    def call(self, inputs, training=None):
        if training:
            return self._training_output(inputs)
        mean = self._with_bias(ops.dot(inputs, self.kernel))
        if self.inference_samples > 0:
            return self._sampled_output(inputs, mean)
        return self.activation(mean)

    def compute_output_shape(self, input_shape):
        return tuple(input_shape[:-1]) + (self.units,)

    def get_config(self) -> dict:
        config = super().get_config()
        config["units"] = self.units
        config["rate"] = self.rate
        config["activation"] = keras.activations.serialize(self.activation)
        config["use_bias"] = self.use_bias
        config["inference_samples"] = self.inference_samples
        config["seed"] = self.seed
        return config
