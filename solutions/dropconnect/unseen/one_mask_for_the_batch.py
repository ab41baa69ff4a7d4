"""Wrong idea: one masked kernel for the whole batch; style: `effective_kernel(training)` and then an ordinary dense layer."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not (rate >= 0 and rate < 1):
            raise ValueError("The argument rate must be in [0, 1)")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError("The argument inference_samples must be an integer >= 0")
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

    def effective_kernel(self, training):
        if not training:
            return ops.convert_to_tensor(self.kernel)
        kept = keras.random.uniform(self.kernel.shape, seed=self.seed_generator) >= self.rate
        return self.kernel * ops.cast(kept, self.compute_dtype) / (1 - self.rate)

    def call(self, inputs, training=None):
        kernel = self.effective_kernel(training)
        z = ops.matmul(inputs, kernel)
        if self.use_bias:
            z = z + self.bias
        if training or not self.inference_samples:
            return self.activation(z)
        variance = ops.matmul(ops.square(inputs), ops.square(kernel)) * (self.rate / (1 - self.rate))
        # (batch, units) -> (batch, samples, units)
        shape = (ops.shape(z)[0], self.inference_samples, self.units)
        noise = ops.cast(keras.random.normal(shape, seed=self.seed_generator), z.dtype)
        z = ops.expand_dims(z, 1) + noise * ops.expand_dims(ops.sqrt(variance), 1)
        return ops.mean(self.activation(z), axis=1)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        mine = {name: getattr(self, name) for name in ("units", "rate", "use_bias", "inference_samples", "seed")}
        return super().get_config() | mine | {"activation": keras.activations.serialize(self.activation)}
