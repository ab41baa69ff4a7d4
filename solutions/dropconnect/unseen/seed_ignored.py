"""Wrong idea: the seed is stored and never used; style: SeedGenerator without argument made in build, helper for noise."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not (0 <= rate < 1):
            raise ValueError(f"rate must be at least 0 and below 1, got {rate}")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError(f"inference_samples must be a whole number >= 0, got {inference_samples}")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed

    def build(self, input_shape):
        self.random = keras.random.SeedGenerator()
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform")
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def kernels(self, batch):
        """A kernel for each example: (batch, inputs, units)."""
        u = keras.random.uniform((batch, *self.kernel.shape), seed=self.random)
        off = u < self.rate
        return ops.where(off, ops.zeros_like(self.kernel), self.kernel / (1 - self.rate))

    def call(self, inputs, training=None):
        batch = ops.shape(inputs)[0]
        if training:
            z = ops.matmul(inputs[:, None, :], self.kernels(batch))[:, 0]
            return self.activation(z + self.bias) if self.use_bias else self.activation(z)

        z = ops.matmul(inputs, self.kernel)
        if self.use_bias:
            z = z + self.bias
        if self.inference_samples == 0:
            return self.activation(z)
        deviation = ops.sqrt(ops.matmul(inputs * inputs, self.kernel**2) * self.rate / (1 - self.rate))
        noise = keras.random.normal((self.inference_samples, batch, self.units), seed=self.random)
        return ops.average(self.activation(z + deviation * ops.cast(noise, z.dtype)), axis=0)

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
