"""
what.en = "With a seed, every call gives the same masks: it starts anew each time, from an integer or from a generator made in `call`."
what.ko = "시드를 주면 호출할 때마다 같은 마스크가 나옵니다. 정수를 그대로 넘기거나 `call` 안에서 생성기를 만들어 매번 처음부터 시작합니다."
try.en = "Draw twice with `keras.random.uniform((3,), seed=7)`. What has to remember that a draw was made?"
try.ko = "`keras.random.uniform((3,), seed=7)`을 두 번 실행해 보세요. 이미 뽑았다는 사실은 무엇이 기억해야 할까요?"
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
        shape = (ops.shape(inputs)[0], *self.kernel.shape)
        keep = keras.random.uniform(shape, seed=self.seed) >= self.rate
        masked = ops.where(keep, self.kernel / (1 - self.rate), 0.0)
        z = ops.einsum("bi,biu->bu", inputs, masked)
        return self.activation(self.add_bias(z))

    def mean_output(self, inputs):
        return self.activation(self.add_bias(ops.matmul(inputs, self.kernel)))

    def sampled_output(self, inputs):
        mean = self.add_bias(ops.matmul(inputs, self.kernel))
        variance = self.rate / (1 - self.rate) * ops.matmul(inputs**2, self.kernel**2)
        noise = keras.random.normal(
            (self.inference_samples, ops.shape(inputs)[0], self.units), dtype=inputs.dtype, seed=self.seed
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
