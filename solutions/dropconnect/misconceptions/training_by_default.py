"""
what.en = "Called without `training`, the layer drops weights: the default of the argument is wrong."
what.ko = "`training` 없이 호출하면 가중치를 버립니다. 인자의 기본값이 잘못되었습니다."
try.en = "Somebody who calls `layer(x)` wants a prediction. What should `training` be then?"
try.ko = "`layer(x)`라고 호출하는 사람은 예측을 원합니다. 그때 `training`은 무엇이어야 하나요?"
"""

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
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform")
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def call(self, inputs, training=True):
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
        return self.activation(self.add_bias(ops.matmul(inputs, self.kernel)))

    def sampled_output(self, inputs):
        mean = self.add_bias(ops.matmul(inputs, self.kernel))
        variance = self.rate / (1 - self.rate) * ops.matmul(inputs**2, self.kernel**2)
        noise = keras.random.normal(
            (self.inference_samples, ops.shape(inputs)[0], self.units), dtype=inputs.dtype, seed=self.seed_generator
        )
        return ops.mean(self.activation(mean + ops.sqrt(variance) * noise), axis=0)

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
