"""Wrong idea: kept weights are divided by rate; style: early return for rate 0, where with scalar zero, ops."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if rate >= 1 or rate < 0:
            raise ValueError(f"The rate must be in [0, 1); it is {rate}")
        if not isinstance(inference_samples, int) or inference_samples < 0 or isinstance(inference_samples, bool):
            raise ValueError(f"The inference_samples must be an integer >= 0; it is {inference_samples!r}")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform")
        self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros") if self.use_bias else 0.0

    def call(self, inputs, training=None):
        x, w = inputs, ops.cast(self.kernel, inputs.dtype)
        if training and self.rate > 0:
            z = self.drop(x, w) + self.bias
            return self.activation(z)
        mean = ops.matmul(x, w) + self.bias
        if training or self.inference_samples == 0:
            return self.activation(mean)
        return self.sample(mean, self.rate / (1 - self.rate) * ops.matmul(x**2, w**2))

    def drop(self, x, w):
        coin = keras.random.uniform((ops.shape(x)[0],) + tuple(w.shape), seed=self.seed_generator)
        # the weights that are left do the work of all
        strong = w / self.rate
        return ops.einsum("bi,biu->bu", x, ops.where(coin < self.rate, ops.zeros_like(strong), strong))

    def sample(self, mean, variance):
        total = ops.zeros_like(mean)
        for _ in range(self.inference_samples):
            noise = ops.cast(keras.random.normal(ops.shape(mean), seed=self.seed_generator), mean.dtype)
            total = total + self.activation(mean + noise * ops.sqrt(variance))
        return total / self.inference_samples

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
