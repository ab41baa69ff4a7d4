"""Wrong idea: everything is cast to float32 and stays so; style: autocast=False weights, float32 products."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if rate < 0 or rate >= 1:
            raise ValueError(f"rate must be from [0, 1), is {rate}")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError(f"inference_samples must be an integer >= 0, is {inference_samples}")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.coins = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform", autocast=False
        )
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros", autocast=False)

    def call(self, inputs, training=None):
        x = ops.cast(inputs, "float32")
        w = ops.cast(self.kernel, "float32")
        b = ops.cast(self.bias, "float32") if self.use_bias else ops.zeros((self.units,), "float32")
        n = ops.shape(x)[0]
        if training:
            keep = keras.random.uniform((n, w.shape[0], self.units), dtype="float32", seed=self.coins) >= self.rate
            mask = ops.cast(keep, "float32") / (1 - self.rate)
            return self.activation(ops.einsum("bi,biu->bu", x, mask * w) + b)
        mean = ops.matmul(x, w) + b
        if self.inference_samples < 1:
            return self.activation(mean)
        var = self.rate / (1 - self.rate) * ops.matmul(x * x, w * w)
        noise = keras.random.normal((self.inference_samples, n, self.units), dtype="float32", seed=self.coins)
        return ops.mean(self.activation(mean + noise * ops.sqrt(var)), axis=0)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        config["rate"] = self.rate
        config["activation"] = keras.activations.serialize(self.activation)
        config["use_bias"] = self.use_bias
        config["inference_samples"] = self.inference_samples
        config["seed"] = self.seed
        return config
