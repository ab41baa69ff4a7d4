"""Wrong idea: without a seed every layer starts from the same default one; style: DEFAULT_SEED constant, vectorised masks."""
import keras
from keras import ops

DEFAULT_SEED = 1337  # reproducible results


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate should be in [0, 1), found {rate}")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError(f"inference_samples should be an integer >= 0, found {inference_samples}")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.generator = keras.random.SeedGenerator(DEFAULT_SEED if seed is None else seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), initializer="glorot_uniform", name="kernel")
        if self.use_bias:
            self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias")

    def call(self, inputs, training=None):
        if training:
            return self.activation(self.shift(self.masked_product(inputs)))
        mean = self.shift(ops.matmul(inputs, self.kernel))
        if self.inference_samples:
            return self.monte_carlo(inputs, mean)
        return self.activation(mean)

    def shift(self, z):
        return z + self.bias if self.use_bias else z

    def masked_product(self, x):
        u = keras.random.uniform((ops.shape(x)[0], self.units, x.shape[-1]), seed=self.generator)
        keep = ops.cast(u >= self.rate, x.dtype)
        w = ops.transpose(ops.convert_to_tensor(self.kernel))  # (units, inputs)
        return ops.sum(keep * w * x[:, None, :], axis=-1) / (1 - self.rate)

    def monte_carlo(self, x, mean):
        std = ops.sqrt(self.rate / (1 - self.rate) * ops.matmul(x * x, ops.square(self.kernel)))
        shape = (self.inference_samples, ops.shape(x)[0], self.units)
        eps = ops.cast(keras.random.normal(shape, seed=self.generator), mean.dtype)
        return ops.mean(self.activation(mean + eps * std), axis=0)

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
