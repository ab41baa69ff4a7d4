"""Wrong idea: the masked kernel is kernel + stop_gradient(masked - kernel), so dropped entries get a gradient too; style: straight-through, vectorised samples."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.validate()
        self.seed_generator = keras.random.SeedGenerator(seed)

    def validate(self):
        if self.rate >= 1 or self.rate < 0:
            raise ValueError(f"Invalid rate {self.rate}")
        k = self.inference_samples
        if not isinstance(k, int) or k < 0:
            raise ValueError(f"Invalid inference_samples {k}")

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), initializer="glorot_uniform", name="kernel")
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias")

    def call(self, inputs, training=None):
        kernel = ops.convert_to_tensor(self.kernel)
        bias = ops.convert_to_tensor(self.bias) if self.use_bias else 0.0
        n = ops.shape(inputs)[0]
        if training:
            u = keras.random.uniform((n, *kernel.shape), seed=self.seed_generator)
            mask = ops.cast(u >= self.rate, kernel.dtype) / (1 - self.rate)
            # the mask is random, it must not be in the gradient
            masked = kernel + ops.stop_gradient(mask * kernel - kernel)
            return self.activation(ops.einsum("ni,nio->no", inputs, masked) + bias)

        z = ops.einsum("ni,io->no", inputs, kernel) + bias
        if self.inference_samples == 0:
            return self.activation(z)
        spread = ops.einsum("ni,io->no", inputs**2, kernel**2) * self.rate / (1 - self.rate)
        gauss = keras.random.normal((self.inference_samples, n, self.units), dtype=z.dtype, seed=self.seed_generator)
        return ops.mean(self.activation(z[None] + spread[None] ** 0.5 * gauss), axis=0)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {
            **super().get_config(),
            "units": self.units,
            "rate": self.rate,
            "activation": keras.activations.serialize(self.activation),
            "use_bias": self.use_bias,
            "inference_samples": self.inference_samples,
            "seed": self.seed,
        }
