"""Wrong idea: one coin for each unit; the whole column of the kernel goes; style: mask of shape (batch, 1, units) broadcast over rows."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0.0 <= rate < 1.0:
            raise ValueError(f"invalid rate {rate}, expected 0 <= rate < 1")
        if type(inference_samples) != int or inference_samples < 0:  # noqa: E721
            raise ValueError(f"invalid inference_samples {inference_samples}, expected an integer >= 0")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.random_state = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        shape = (input_shape[-1], self.units)
        self.kernel = self.add_weight(shape=shape, initializer="glorot_uniform", name="kernel")
        if self.use_bias:
            self.bias = self.add_weight(shape=shape[1:], initializer="zeros", name="bias")

    def add_bias(self, z):
        if self.use_bias:
            z = z + self.bias
        return z

    def call(self, inputs, training=None):
        if training:
            # (batch, 1, units): broadcast over the inputs
            mask = keras.random.uniform((ops.shape(inputs)[0], 1, self.units), seed=self.random_state)
            mask = ops.cast(mask >= self.rate, self.compute_dtype) / (1 - self.rate)
            kernels = mask * ops.expand_dims(self.kernel, 0)
            return self.activation(self.add_bias(ops.einsum("bi,biu->bu", inputs, kernels)))
        mean = self.add_bias(ops.matmul(inputs, self.kernel))
        if self.inference_samples == 0:
            return self.activation(mean)
        factor = self.rate / (1 - self.rate)
        deviation = ops.sqrt(factor * ops.matmul(ops.square(inputs), ops.square(self.kernel)))
        normal = keras.random.normal(
            (self.inference_samples, ops.shape(inputs)[0], self.units), seed=self.random_state
        )
        outputs = self.activation(mean + deviation * ops.cast(normal, self.compute_dtype))
        return ops.sum(outputs, axis=0) / self.inference_samples

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        own = {
            "units": self.units,
            "rate": self.rate,
            "activation": keras.activations.serialize(self.activation),
            "use_bias": self.use_bias,
            "inference_samples": self.inference_samples,
            "seed": self.seed,
        }
        return {**super().get_config(), **own}
