"""Wrong idea: kwargs accepted but not handed to the base class; style: keras.Variable in build, lambda helpers."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__()
        if rate < 0.0 or rate >= 1.0:
            raise ValueError(f"rate out of [0, 1): {rate}")
        if not isinstance(inference_samples, int) or inference_samples is True or inference_samples < 0:
            raise ValueError(f"inference_samples must be a non-negative integer: {inference_samples}")
        self.units = int(units)
        self.rate = float(rate)
        self.activation = keras.activations.get(activation)
        self.use_bias = bool(use_bias)
        self.inference_samples = inference_samples
        self.seed = seed
        self.random = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        inputs = input_shape[-1]
        self.kernel = keras.Variable(
            keras.initializers.GlorotUniform(), shape=(inputs, self.units), dtype=self.variable_dtype, name="kernel"
        )
        if self.use_bias:
            self.bias = keras.Variable(
                keras.initializers.Zeros(), shape=(self.units,), dtype=self.variable_dtype, name="bias"
            )
        self.built = True

    def call(self, inputs, training=None):
        finish = lambda z: self.activation(z + self.bias if self.use_bias else z)  # noqa: E731
        w = ops.convert_to_tensor(self.kernel)
        if training:
            u = keras.random.uniform((ops.shape(inputs)[0],) + tuple(w.shape), seed=self.random)
            factor = ops.where(u < self.rate, 0.0, 1.0 / (1.0 - self.rate))
            return finish(ops.einsum("bi,biu,iu->bu", inputs, ops.cast(factor, inputs.dtype), w))
        m = ops.matmul(inputs, w)
        k = self.inference_samples
        if k == 0:
            return finish(m)
        v = ops.matmul(ops.square(inputs), ops.square(w)) * self.rate / (1.0 - self.rate)
        noise = keras.random.normal((k, ops.shape(inputs)[0], self.units), seed=self.random)
        return ops.mean(finish(m + ops.sqrt(v) * ops.cast(noise, m.dtype)), axis=0)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return super().get_config() | {
            "units": self.units,
            "rate": self.rate,
            "activation": keras.activations.serialize(self.activation),
            "use_bias": self.use_bias,
            "inference_samples": self.inference_samples,
            "seed": self.seed,
        }
