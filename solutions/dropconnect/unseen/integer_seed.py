"""Wrong idea: the integer seed itself is handed to the draw; style: small random helpers that take the seed along, ops."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if rate < 0 or rate >= 1:
            raise ValueError(f"DropConnectDense: rate must be in [0, 1), got {rate}")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError(f"DropConnectDense: inference_samples must be an integer >= 0, got {inference_samples}")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        # the same settings for every draw
        self.draw = dict(seed=self.seed, dtype="float32")

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform")
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def bernoulli(self, *shape):
        return ops.cast(keras.random.uniform(shape, **self.draw) >= self.rate, self.compute_dtype)

    def gauss(self, *shape):
        return ops.cast(keras.random.normal(shape, **self.draw), self.compute_dtype)

    def call(self, inputs, training=None):
        n = ops.shape(inputs)[0]
        b = 0.0 if self.bias is None else self.bias
        if training:
            mask = self.bernoulli(n, inputs.shape[-1], self.units) / (1.0 - self.rate)
            return self.activation(ops.einsum("ni,niu,iu->nu", inputs, mask, ops.convert_to_tensor(self.kernel)) + b)
        m = inputs @ self.kernel + b
        k = self.inference_samples
        if k > 0:
            s = ops.sqrt(self.rate / (1.0 - self.rate) * (ops.square(inputs) @ ops.square(self.kernel)))
            return ops.mean(self.activation(m + s * self.gauss(k, n, self.units)), axis=0)
        return self.activation(m)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        keys = "units rate use_bias inference_samples seed".split()
        config.update((key, getattr(self, key)) for key in keys)
        config["activation"] = keras.activations.serialize(self.activation)
        return config
