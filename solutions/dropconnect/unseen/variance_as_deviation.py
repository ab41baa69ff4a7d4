"""Wrong idea: the variance stands where the deviation belongs; style: keras.random.normal with mean 0 and `spread` tensor, moments method."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if rate < 0 or rate >= 1:
            raise ValueError(f"wrong rate ({rate}): use 0 <= rate < 1")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError(f"wrong inference_samples ({inference_samples}): use an integer >= 0")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform")
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def moments(self, x):
        """Parameters of the Gaussian N(m, v)."""
        m = ops.matmul(x, self.kernel)
        v = self.rate / (1 - self.rate) * ops.matmul(x**2, ops.square(self.kernel))
        return (m + self.bias if self.use_bias else m), v

    def normal(self, mean, spread):
        shape = (self.inference_samples, ops.shape(mean)[0], self.units)
        standard = keras.random.normal(shape, seed=self.seed_generator)
        return mean + spread * ops.cast(standard, mean.dtype)

    def call(self, inputs, training=None):
        if not training:
            m, v = self.moments(inputs)
            if self.inference_samples == 0:
                return self.activation(m)
            return ops.mean(self.activation(self.normal(m, v)), axis=0)

        u = keras.random.uniform((ops.shape(inputs)[0], *self.kernel.shape), seed=self.seed_generator)
        kernel = ops.where(u >= self.rate, self.kernel / (1 - self.rate), ops.zeros_like(self.kernel))
        z = ops.einsum("bi,biu->bu", inputs, kernel)
        if self.use_bias:
            z = z + self.bias
        return self.activation(z)

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
