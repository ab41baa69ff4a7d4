"""Wrong idea: in training the bias is added after the activation; style: two methods, einsum, one return at the end."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be in [0, 1), got {rate}")
        if isinstance(inference_samples, bool) or not isinstance(inference_samples, int) or inference_samples < 0:
            raise ValueError(f"inference_samples must be an integer >= 0, got {inference_samples}")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform"
        )
        self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros") if self.use_bias else None

    def masked(self, x):
        shape = (ops.shape(x)[0], *self.kernel.shape)
        keep = keras.random.uniform(shape, seed=self.seed_generator) >= self.rate
        kernels = ops.where(keep, ops.expand_dims(self.kernel, 0) / (1 - self.rate), 0)
        return ops.einsum("bi,biu->bu", x, ops.cast(kernels, x.dtype))

    def gaussian(self, x):
        mean = self.plus_bias(ops.matmul(x, self.kernel))
        variance = self.rate / (1 - self.rate) * ops.matmul(x**2, ops.square(self.kernel))
        shape = (self.inference_samples, ops.shape(x)[0], self.units)
        noise = ops.cast(keras.random.normal(shape, seed=self.seed_generator), x.dtype)
        return ops.mean(self.activation(mean + ops.sqrt(variance) * noise), axis=0)

    def plus_bias(self, x):
        return x if self.bias is None else x + self.bias

    def call(self, inputs, training=None):
        if training:
            out = self.plus_bias(self.activation(self.masked(inputs)))
        elif self.inference_samples > 0:
            out = self.gaussian(inputs)
        else:
            out = self.activation(self.plus_bias(ops.matmul(inputs, self.kernel)))
        return out

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
