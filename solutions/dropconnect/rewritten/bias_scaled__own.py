"""Wrong idea: sum and bias are both divided by 1 - rate in training; style: 0/1 masks, matmul of batched matrices, scale at the end."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError("rate is outside of [0, 1)")
        if type(inference_samples) is not int or inference_samples < 0:
            raise ValueError("inference_samples is not an integer >= 0")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        inputs = input_shape[-1]
        self.kernel = self.add_weight(shape=(inputs, self.units), initializer="glorot_uniform", name="kernel")
        if self.use_bias:
            self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias")
        else:
            self.bias = None

    def call(self, inputs, training=None):
        n, k = ops.shape(inputs)
        keep = 1.0 - self.rate
        bias = self.bias if self.use_bias else 0.0

        if training:
            u = keras.random.uniform((n, k, self.units), seed=self.seed_generator)
            mask = ops.cast(u < keep, inputs.dtype)
            kernels = mask * self.kernel  # (n, k, units)
            z = ops.squeeze(ops.matmul(inputs[:, None, :], kernels), axis=1)
            z = (z + bias) / keep  # make up for what was dropped
            return self.activation(z)

        mean = ops.matmul(inputs, self.kernel) + bias
        if self.inference_samples < 1:
            return self.activation(mean)
        deviation = ops.sqrt(self.rate / keep * ops.matmul(ops.square(inputs), ops.square(self.kernel)))
        noise = keras.random.normal(
            (n, self.inference_samples, self.units), dtype=inputs.dtype, seed=self.seed_generator
        )
        samples = self.activation(mean[:, None, :] + deviation[:, None, :] * noise)
        return ops.mean(samples, axis=1)

    def compute_output_shape(self, input_shape):
        return tuple(input_shape[:-1]) + (self.units,)

    def get_config(self):
        return {
            "units": self.units,
            "rate": self.rate,
            "activation": keras.activations.serialize(self.activation),
            "use_bias": self.use_bias,
            "inference_samples": self.inference_samples,
            "seed": self.seed,
            **super().get_config(),
        }
