"""
what.en = "One mask is drawn when the layer is built and never again: it holds for all examples and all calls."
what.ko = "층을 만들 때 마스크 하나를 뽑고 다시 뽑지 않습니다. 모든 예제와 모든 호출에 그 마스크를 씁니다."
try.en = "How often is `build` run, and how often is `call`? Which of the two should draw?"
try.ko = "`build`는 몇 번, `call`은 몇 번 실행되나요? 난수는 어느 쪽에서 뽑아야 할까요?"
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
        keep = keras.random.uniform(self.kernel.shape, seed=self.seed_generator) >= self.rate
        self.mask = self.add_weight(name="mask", shape=self.kernel.shape, trainable=False)
        self.mask.assign(ops.cast(keep, "float32"))

    def call(self, inputs, training=None):
        if training:
            return self.masked_output(inputs)
        if self.inference_samples == 0:
            return self.mean_output(inputs)
        return self.sampled_output(inputs)

    def masked_output(self, inputs):
        z = ops.matmul(inputs, self.kernel * self.mask / (1 - self.rate))
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
