"""
what.en = "What comes out in training is the sum with the whole kernel: the masked one never gets there, and nothing is dropped."
what.ko = "학습할 때도 원래 커널로 구한 합이 나옵니다. 마스크를 씌운 커널은 출력에 이르지 못하고, 버려지는 것이 없습니다."
try.en = "Follow the masked kernel to the sum, and the sum to the `return`: where is it lost?"
try.ko = "마스크를 씌운 커널이 합까지, 그 합이 `return`까지 가는지 따라가 보세요. 어디에서 사라지나요?"
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
        z = ops.matmul(inputs, self.kernel)
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
