"""
what.en = "Samples at inference come from masks, as in training, and not from the Gaussian."
what.ko = "추론의 표본을 정규 분포가 아니라 학습할 때처럼 마스크에서 뽑습니다."
try.en = "Take an example with one input that is not 0. How many different values can a sample have in your layer, and in a Gaussian?"
try.ko = "입력이 하나만 0이 아닌 예제를 생각해 보세요. 표본이 가질 수 있는 값은 여러분의 층에서 몇 개이고, 정규 분포에서는 몇 개인가요?"
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
        return self.activation(self.add_bias(ops.matmul(inputs, self.kernel)))

    def sampled_output(self, inputs):
        samples = [self.masked_output(inputs) for _ in range(self.inference_samples)]
        return ops.mean(ops.stack(samples), axis=0)

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
