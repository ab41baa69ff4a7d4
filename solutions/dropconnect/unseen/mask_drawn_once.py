"""Wrong idea: one mask drawn in build, used for ever; style: mask as a NumPy constant, kernel * mask, then a plain matmul."""
import keras
import numpy as np
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate = {rate}, allowed is 0 <= rate < 1")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError(f"inference_samples = {inference_samples}, allowed are integers >= 0")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.noise_seeds = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        size = (input_shape[-1], self.units)
        self.kernel = self.add_weight(name="kernel", shape=size, initializer="glorot_uniform")
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")
        # which connections are there in training
        kept = np.random.default_rng(self.seed).random(size) >= self.rate
        self.mask = kept.astype("float32") / (1 - self.rate)

    def call(self, inputs, training=None):
        weights = ops.convert_to_tensor(self.kernel)
        if training:
            weights = weights * ops.cast(self.mask, weights.dtype)
        z = ops.matmul(inputs, weights)
        if self.use_bias:
            z = z + self.bias
        if not training and self.inference_samples > 0:
            std = ops.sqrt(self.rate / (1 - self.rate) * ops.matmul(ops.square(inputs), ops.square(weights)))
            outputs = []
            for _ in range(self.inference_samples):
                noise = keras.random.normal(ops.shape(z), seed=self.noise_seeds)
                outputs.append(self.activation(z + std * ops.cast(noise, z.dtype)))
            return sum(outputs) / len(outputs)
        return self.activation(z)

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
