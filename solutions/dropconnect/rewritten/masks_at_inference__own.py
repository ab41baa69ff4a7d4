"""Wrong idea: the samples at inference are drawn by masks on the kernel as in training; style: one masked-sum function used by both modes."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0.0 <= rate < 1.0:
            raise ValueError(f"rate should be a probability below 1: {rate}")
        if not isinstance(inference_samples, int) or inference_samples < 0:
            raise ValueError(f"inference_samples should count something: {inference_samples}")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.coins = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=[input_shape[-1], self.units], initializer="glorot_uniform", trainable=True
        )
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=[self.units], initializer="zeros", trainable=True)

    def _masked(self, x):
        """activation of one pass with fresh masks"""
        size = (ops.shape(x)[0],) + tuple(self.kernel.shape)
        keep = keras.random.uniform(size, seed=self.coins) >= self.rate
        weights = ops.where(keep, self.kernel / (1.0 - self.rate), 0.0)
        z = ops.sum(x[:, :, None] * weights, axis=1)
        if self.bias is not None:
            z += self.bias
        return self.activation(z)

    def call(self, inputs, training=False):
        if training:
            return self._masked(inputs)
        if self.inference_samples == 0:
            z = ops.matmul(inputs, self.kernel)
            if self.bias is not None:
                z += self.bias
            return self.activation(z)
        samples = [self._masked(inputs) for _ in range(self.inference_samples)]
        return ops.mean(ops.stack(samples), axis=0)

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
