"""Wrong idea: masks at inference as well; style: `training` only decides about the Gaussian, sum of products."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not (rate >= 0 and rate < 1):
            raise ValueError(f"`rate` is {rate}, but has to be in [0, 1)")
        if type(inference_samples) is not int or inference_samples < 0:
            raise ValueError(f"`inference_samples` is {inference_samples}, but has to be an integer >= 0")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.generator = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight((input_shape[-1], self.units), "glorot_uniform", name="kernel")
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight((self.units,), "zeros", name="bias")

    def call(self, inputs, training=None):
        if not training and self.inference_samples:
            return self.average_of_samples(inputs)
        # random connections
        shape = (ops.shape(inputs)[0], inputs.shape[1], self.units)
        coins = keras.random.uniform(shape, dtype="float32", seed=self.generator)
        mask = ops.cast(ops.greater_equal(coins, self.rate), self.compute_dtype)
        z = ops.sum(inputs[:, :, None] * self.kernel * mask, axis=1) / (1 - self.rate)
        if self.bias is not None:
            z = z + self.bias
        return self.activation(z)

    def average_of_samples(self, inputs):
        m = inputs @ self.kernel
        if self.bias is not None:
            m = m + self.bias
        v = (self.rate / (1 - self.rate)) * (inputs**2 @ (self.kernel * self.kernel))
        s = ops.sqrt(v)
        total = 0
        for _ in range(self.inference_samples):
            e = keras.random.normal(ops.shape(m), dtype="float32", seed=self.generator)
            total = total + self.activation(m + s * ops.cast(e, m.dtype))
        return total / self.inference_samples

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        for name in ("units", "rate", "use_bias", "inference_samples", "seed"):
            config[name] = getattr(self, name)
        config["activation"] = keras.activations.serialize(self.activation)
        return config
