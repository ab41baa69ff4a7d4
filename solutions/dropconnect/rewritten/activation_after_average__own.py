"""Wrong idea: the pre-activations of the samples are averaged and the activation is applied to the average; style: one pre-activation function, activation at the very end."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"DropConnectDense: rate must be in [0, 1), is {rate}")
        if not isinstance(inference_samples, int):
            raise ValueError(f"DropConnectDense: inference_samples must be an integer, is {inference_samples}")
        if inference_samples < 0:
            raise ValueError(f"DropConnectDense: inference_samples must be >= 0, is {inference_samples}")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.seeds = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight((input_shape[-1], self.units), "glorot_uniform", name="kernel")
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight((self.units,), "zeros", name="bias")

    def _pre_activation(self, x, training):
        batch = ops.shape(x)[0]
        if training:
            keep = keras.random.uniform((batch, x.shape[-1], self.units), seed=self.seeds) >= self.rate
            mask = ops.where(keep, 1 / (1 - self.rate), 0.0)
            mask = ops.cast(mask, x.dtype)
            z = ops.einsum("bi,bij->bj", x, mask * self.kernel)
        else:
            z = ops.dot(x, self.kernel)
            if self.inference_samples > 0:
                factor = self.rate / (1 - self.rate)
                std = ops.sqrt(factor * ops.dot(x * x, self.kernel * self.kernel))
                g = keras.random.normal((self.inference_samples, batch, self.units), dtype=x.dtype, seed=self.seeds)
                z = ops.mean(z + std * g, axis=0)
        if self.bias is not None:
            z = z + self.bias
        return z

    def call(self, inputs, training=None):
        return self.activation(self._pre_activation(inputs, training))

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        own = {
            "units": self.units,
            "rate": self.rate,
            "activation": keras.activations.serialize(self.activation),
            "use_bias": self.use_bias,
            "inference_samples": self.inference_samples,
            "seed": self.seed,
        }
        return super().get_config() | own
