"""Wrong idea: in training the bias is left out; style: broadcast product summed over inputs, ops, early returns."""

from __future__ import annotations

import keras
from keras import ops


def _check(rate, inference_samples):
    if not 0 <= rate < 1:
        raise ValueError(f"Invalid rate {rate}: only [0, 1) makes sense")
    if type(inference_samples) is not int or inference_samples < 0:
        raise ValueError(f"Invalid inference_samples {inference_samples}: an integer >= 0 is needed")


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    """Dense layer with dropped connections."""

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
        _check(rate, inference_samples)
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.seeds = keras.random.SeedGenerator(seed)

    def build(self, input_shape) -> None:
        self.kernel = self.add_weight(
            name="kernel",
            shape=(input_shape[-1], self.units),
            initializer=keras.initializers.GlorotUniform(),
        )
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def call(self, inputs, training=None):
        n = ops.shape(inputs)[0]
        if training:
            dice = keras.random.uniform((n, self.kernel.shape[0], self.units), seed=self.seeds)
            kernels = ops.where(dice < self.rate, 0, self.kernel / (1 - self.rate))
            z = ops.sum(ops.expand_dims(inputs, -1) * kernels, axis=1)
            return self.activation(z)

        z = ops.matmul(inputs, self.kernel)
        if self.bias is not None:
            z = z + self.bias
        if self.inference_samples == 0:
            return self.activation(z)

        odds = self.rate / (1 - self.rate)
        std = ops.sqrt(odds * ops.matmul(ops.square(inputs), ops.square(self.kernel)))
        gauss = keras.random.normal((self.inference_samples, n, self.units), dtype=z.dtype, seed=self.seeds)
        return ops.mean(self.activation(z[None] + std[None] * gauss), axis=0)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self) -> dict:
        config = super().get_config()
        for name in ("units", "rate", "use_bias", "inference_samples", "seed"):
            config[name] = getattr(self, name)
        config["activation"] = keras.activations.serialize(self.activation)
        return config
