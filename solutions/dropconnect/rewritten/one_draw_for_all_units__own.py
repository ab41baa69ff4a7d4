"""Wrong idea: the Gaussian number has size 1 along the units, so all units of an example share it; style: sum over products by broadcasting, sample loop in Python."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(
        self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs
    ):
        self._check(rate, inference_samples)
        super().__init__(**kwargs)
        self.units, self.rate, self.use_bias = units, rate, use_bias
        self.inference_samples, self.seed = inference_samples, seed
        self.activation = keras.activations.get(activation)
        self.random = keras.random.SeedGenerator(seed)

    @staticmethod
    def _check(rate, inference_samples):
        if not (rate >= 0 and rate < 1):
            raise ValueError("`rate` must be in [0, 1), not %s" % rate)
        if not isinstance(inference_samples, int) or inference_samples < 0:
            raise ValueError("`inference_samples` must be an integer >= 0, not %s" % inference_samples)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            shape=(input_shape[-1], self.units), initializer=keras.initializers.GlorotUniform(), name="kernel"
        )
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias")

    def call(self, inputs, training=False):
        if training:
            shape = (ops.shape(inputs)[0], ops.shape(inputs)[1], self.units)
            kept = keras.random.uniform(shape, seed=self.random) >= self.rate
            products = ops.expand_dims(inputs, -1) * self.kernel / (1 - self.rate)
            z = ops.sum(ops.where(kept, products, 0.0), axis=1)
            if self.bias is not None:
                z = z + self.bias
            return self.activation(z)

        mean = inputs @ self.kernel
        if self.bias is not None:
            mean = mean + self.bias
        if self.inference_samples == 0:
            return self.activation(mean)

        variance = (self.rate / (1 - self.rate)) * (inputs**2 @ ops.square(self.kernel))
        std = ops.sqrt(variance)
        total = 0.0
        for _ in range(self.inference_samples):
            g = keras.random.normal((ops.shape(inputs)[0], 1), dtype=inputs.dtype, seed=self.random)
            total = total + self.activation(mean + g * std)
        return total / self.inference_samples

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        for key in ("units", "rate", "use_bias", "inference_samples", "seed"):
            config[key] = getattr(self, key)
        config["activation"] = keras.activations.serialize(self.activation)
        return config
