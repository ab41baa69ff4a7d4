"""Wrong idea: the bias is one more row of the kernel and masked with it; style: a column of ones is appended to the input."""
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
        self.seeds = keras.random.SeedGenerator(seed)
        self.check()

    def check(self):
        if not 0 <= self.rate < 1:
            raise ValueError(f"rate={self.rate} is not in [0, 1)")
        whole = isinstance(self.inference_samples, int) and not isinstance(self.inference_samples, bool)
        if not whole or self.inference_samples < 0:
            raise ValueError(f"inference_samples={self.inference_samples} is not an integer >= 0")

    def build(self, input_shape):
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units), initializer="glorot_uniform", name="kernel", trainable=True
        )
        if self.use_bias:
            self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias", trainable=True)

    def call(self, inputs, training=None):
        if training:
            return self.activation(self.with_masks(inputs))
        mean = ops.matmul(inputs, self.kernel)
        if self.use_bias:
            mean = mean + self.bias
        if self.inference_samples == 0:
            return self.activation(mean)
        variance = self.rate / (1 - self.rate) * ops.matmul(inputs**2, ops.square(self.kernel))
        deviation = ops.sqrt(variance)
        draws = [
            mean + deviation * keras.random.normal(ops.shape(mean), dtype=mean.dtype, seed=self.seeds)
            for _ in range(self.inference_samples)
        ]
        return ops.mean(self.activation(ops.stack(draws)), axis=0)

    def with_masks(self, x):
        weights = ops.convert_to_tensor(self.kernel)
        if self.use_bias:
            # x W + b = [x, 1] [W; b]
            x = ops.concatenate([x, ops.ones_like(x[:, :1])], axis=1)
            weights = ops.concatenate([weights, ops.reshape(self.bias, (1, self.units))], axis=0)
        shape = (ops.shape(x)[0], x.shape[1], self.units)
        mask = ops.cast(keras.random.uniform(shape, seed=self.seeds) >= self.rate, x.dtype) / (1 - self.rate)
        return ops.einsum("bi,biu->bu", x, mask * weights)

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
