"""Wrong idea: glorot_normal; style: initializer objects made in the constructor, masks by floor(uniform + keep)."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not (0 <= rate and rate < 1):
            raise ValueError(f"rate must be in [0, 1): {rate}")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError(f"inference_samples must be an integer >= 0: {inference_samples}")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.kernel_initializer = keras.initializers.GlorotNormal()
        self.bias_initializer = keras.initializers.Zeros()
        self.seed_generator = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(input_shape[-1], self.units), initializer=self.kernel_initializer
        )
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer=self.bias_initializer)

    def call(self, inputs, training=None):
        keep = 1 - self.rate
        batch_size = ops.shape(inputs)[0]

        def affine(product):
            return product + self.bias if self.use_bias else product

        if training:
            # floor(u + keep) is 1 with probability keep
            u = keras.random.uniform((batch_size, inputs.shape[1], self.units), seed=self.seed_generator)
            mask = ops.cast(ops.floor(u + keep), inputs.dtype)
            weights = mask * (self.kernel / keep)
            return self.activation(affine(ops.sum(ops.expand_dims(inputs, -1) * weights, axis=1)))

        mean = affine(ops.matmul(inputs, self.kernel))
        if self.inference_samples == 0:
            return self.activation(mean)
        variance = (self.rate / keep) * ops.matmul(ops.power(inputs, 2), ops.power(self.kernel, 2))
        noise = keras.random.normal((self.inference_samples, batch_size, self.units), seed=self.seed_generator)
        z = ops.expand_dims(mean, 0) + ops.expand_dims(ops.sqrt(variance), 0) * ops.cast(noise, mean.dtype)
        return ops.mean(self.activation(z), axis=0)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

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
