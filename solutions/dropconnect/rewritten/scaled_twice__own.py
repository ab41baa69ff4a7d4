"""Wrong idea: the kernel is times 1 - rate at inference too; style: tf, stacked draws."""

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
        problems = []
        if not 0 <= rate < 1:
            problems.append(f"rate={rate} is not in [0, 1)")
        if not isinstance(inference_samples, int) or inference_samples < 0:
            problems.append(f"inference_samples={inference_samples} is not an integer >= 0")
        if problems:
            raise ValueError("; ".join(problems))
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def build(self, input_shape) -> None:
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform")
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def call(self, inputs, training=None):
        x = tf.convert_to_tensor(inputs)
        w = tf.convert_to_tensor(self.kernel)
        b = tf.zeros((self.units,), w.dtype) if self.bias is None else tf.convert_to_tensor(self.bias)
        n = tf.shape(x)[0]
        keep = 1.0 - self.rate

        if training:
            u = keras.random.uniform((n, w.shape[0], w.shape[1]), seed=self.seed_generator)
            m = tf.cast(u >= self.rate, w.dtype) / keep
            z = tf.squeeze(tf.matmul(x[:, tf.newaxis, :], m * w), axis=1) + b
            return self.activation(z)

        w = w * keep  # all weights are there now, in training only a share of them was
        mean = tf.matmul(x, w) + b
        k = self.inference_samples
        if k == 0:
            return self.activation(mean)
        variance = self.rate / keep * tf.matmul(x**2, w**2)
        e = keras.random.normal((k, n, self.units), dtype=mean.dtype, seed=self.seed_generator)
        return tf.reduce_mean(self.activation(mean + tf.sqrt(variance) * e), axis=0)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self) -> dict:
        return super().get_config() | {
            "units": self.units,
            "rate": self.rate,
            "activation": keras.activations.serialize(self.activation),
            "use_bias": self.use_bias,
            "inference_samples": self.inference_samples,
            "seed": self.seed,
        }
