"""Wrong idea: each mask drops exactly round(rate * n) weights; style: ranks by a double argsort, flat masks reshaped."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if rate < 0 or not rate < 1:
            raise ValueError(f"rate must be a number in [0, 1), not {rate}")
        if isinstance(inference_samples, bool) or not isinstance(inference_samples, int) or inference_samples < 0:
            raise ValueError(f"inference_samples must be an integer from 0 on, not {inference_samples}")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.shuffler = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.inputs_ = int(input_shape[-1])
        self.kernel = self.add_weight(name="kernel", shape=(self.inputs_, self.units), initializer="glorot_uniform")
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")
        self.n_drop = int(round(self.rate * self.inputs_ * self.units))

    def masks(self, batch):
        """A random order of all weights for each example; the first n_drop of it are dropped."""
        keys = keras.random.uniform((batch, self.inputs_ * self.units), seed=self.shuffler)
        place = ops.argsort(ops.argsort(keys, axis=-1), axis=-1)
        kept = ops.cast(place >= self.n_drop, self.compute_dtype)
        return ops.reshape(kept, (-1, self.inputs_, self.units)) / (1 - self.rate)

    def call(self, inputs, training=None):
        if training:
            z = ops.einsum("bi,biu->bu", inputs, self.masks(ops.shape(inputs)[0]) * self.kernel)
        else:
            z = ops.matmul(inputs, self.kernel)
        if self.use_bias:
            z = z + self.bias
        if training or self.inference_samples == 0:
            return self.activation(z)
        v = self.rate / (1 - self.rate) * ops.matmul(inputs**2, ops.square(self.kernel))
        noise = keras.random.normal((self.inference_samples, ops.shape(z)[0], self.units), seed=self.shuffler)
        return ops.mean(self.activation(z + ops.sqrt(v) * ops.cast(noise, z.dtype)), axis=0)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        c = super().get_config()
        c["units"], c["rate"], c["seed"] = self.units, self.rate, self.seed
        c["activation"] = keras.activations.serialize(self.activation)
        c["use_bias"], c["inference_samples"] = self.use_bias, self.inference_samples
        return c
