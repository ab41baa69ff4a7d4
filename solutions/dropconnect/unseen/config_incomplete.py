"""Wrong idea: inference_samples is no part of the config; style: config gathered from a tuple of names, ops.vectorized formula."""
import keras
from keras import ops

NAMES = ("units", "rate", "use_bias", "seed")


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate: {rate}")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError(f"inference_samples: {inference_samples}")
        for name, value in zip(NAMES, (units, rate, use_bias, seed)):
            setattr(self, name, value)
        self.activation = keras.activations.get(activation)
        self.inference_samples = inference_samples  # only matters for predicting
        self.gen = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.d = input_shape[-1]
        self.kernel = self.add_weight(name="kernel", shape=(self.d, self.units), initializer="glorot_uniform")
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def call(self, inputs, training=None):
        n = ops.shape(inputs)[0]
        if training:
            p = 1 - self.rate
            m = keras.random.uniform((n, self.d, self.units), seed=self.gen) < p
            z = ops.einsum("bi,biu->bu", inputs / p, ops.cast(m, inputs.dtype) * self.kernel)
            z = z + self.bias if self.use_bias else z
            return self.activation(z)
        z = ops.dot(inputs, self.kernel)
        z = z + self.bias if self.use_bias else z
        if self.inference_samples:
            std = ops.sqrt(self.rate / (1 - self.rate) * ops.dot(ops.square(inputs), ops.square(self.kernel)))
            gauss = keras.random.normal((self.inference_samples, n, self.units), seed=self.gen)
            return ops.mean(self.activation(z + std * ops.cast(gauss, std.dtype)), axis=0)
        return self.activation(z)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config.update({name: getattr(self, name) for name in NAMES})
        config["activation"] = keras.activations.serialize(self.activation)
        return config
