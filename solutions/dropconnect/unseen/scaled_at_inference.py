"""Wrong idea: correction at inference, none in training; style: keep probability attribute, Gaussian fitted to the unscaled masks."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate={rate!r} should be in [0, 1)")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError(f"inference_samples={inference_samples!r} should be an integer >= 0")
        self.units = units
        self.rate = rate
        self.keep = 1.0 - rate
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
        n = ops.shape(inputs)[0]
        if training:
            mask = keras.random.uniform((n, inputs.shape[1], self.units), seed=self.seed_generator) < self.keep
            z = ops.einsum("bi,biu->bu", inputs, ops.where(mask, self.kernel, ops.zeros_like(self.kernel)))
            return self.activation(self.biased(z))
        # the expected kernel: each entry was there in a share `keep` of the steps
        z = self.biased(ops.matmul(inputs, self.keep * self.kernel))
        if self.inference_samples:
            spread = ops.sqrt(self.keep * self.rate * ops.matmul(inputs**2, ops.square(self.kernel)))
            draws = keras.random.normal((self.inference_samples, n, self.units), seed=self.seed_generator)
            return ops.mean(self.activation(z + spread * ops.cast(draws, z.dtype)), axis=0)
        return self.activation(z)

    def biased(self, z):
        if self.bias is None:
            return z
        return z + self.bias

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = {"units": self.units, "rate": self.rate, "use_bias": self.use_bias, "seed": self.seed}
        config["inference_samples"] = self.inference_samples
        config["activation"] = keras.activations.serialize(self.activation)
        return {**super().get_config(), **config}
