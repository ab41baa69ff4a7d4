"""Wrong idea: there is always a bias; style: both weights made in one loop, sampling with vectorised axis 1, float32 draws."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"`rate` must be in [0, 1). Received: {rate}")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError(f"`inference_samples` must be an integer >= 0. Received: {inference_samples}")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.sg = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        parts = {"kernel": ((input_shape[-1], self.units), "glorot_uniform"), "bias": ((self.units,), "zeros")}
        for name, (shape, initializer) in parts.items():
            setattr(self, name, self.add_weight(name=name, shape=shape, initializer=initializer))

    def call(self, inputs, training=None):
        if training:
            return self.activation(self.noisy(inputs) + self.bias)
        mean = ops.matmul(inputs, self.kernel) + self.bias
        if self.inference_samples:
            return self.sampled(inputs, mean)
        return self.activation(mean)

    def noisy(self, x):
        mask = keras.random.uniform((ops.shape(x)[0], x.shape[1], self.units), dtype="float32", seed=self.sg)
        mask = ops.cast(mask >= self.rate, x.dtype)
        scaled = ops.expand_dims(x / (1 - self.rate), axis=2)
        return ops.sum(scaled * mask * self.kernel, axis=1)

    def sampled(self, x, mean):
        v = self.rate / (1 - self.rate) * ops.matmul(ops.square(x), ops.square(self.kernel))
        shape = (ops.shape(x)[0], self.inference_samples, self.units)
        noise = keras.random.normal(shape, dtype="float32", seed=self.sg)
        z = mean[:, None] + ops.sqrt(v)[:, None] * ops.cast(noise, x.dtype)
        return ops.mean(self.activation(z), axis=1)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "units": self.units,
                "rate": self.rate,
                "activation": keras.activations.serialize(self.activation),
                "use_bias": self.use_bias,
                "inference_samples": self.inference_samples,
                "seed": self.seed,
            }
        )
        return config
