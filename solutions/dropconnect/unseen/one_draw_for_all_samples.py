"""Wrong idea: one noise tensor serves all samples; style: noise drawn before a list comprehension over samples, stack and mean."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if rate < 0 or rate >= 1:
            raise ValueError(f"rate = {rate} is not allowed")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError(f"inference_samples = {inference_samples} is not allowed")
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
        else:
            self.bias = None

    def pre_activation(self, x, kernel, rule="bi,iu->bu"):
        z = ops.einsum(rule, x, kernel)
        return z if self.bias is None else z + self.bias

    def call(self, inputs, training=None):
        kernel = ops.convert_to_tensor(self.kernel)
        if training:
            u = keras.random.uniform((ops.shape(inputs)[0], *kernel.shape), seed=self.seed_generator)
            mask = ops.where(u >= self.rate, 1.0 / (1.0 - self.rate), 0.0)
            z = self.pre_activation(inputs, ops.cast(mask, kernel.dtype) * kernel, "bi,biu->bu")
            return self.activation(z)

        mean = self.pre_activation(inputs, kernel)
        if self.inference_samples == 0:
            return self.activation(mean)

        std = ops.sqrt(self.rate / (1 - self.rate) * ops.einsum("bi,iu->bu", inputs**2, kernel**2))
        noise = keras.random.normal(ops.shape(mean), seed=self.seed_generator)
        noise = ops.cast(noise, mean.dtype)
        samples = [self.activation(mean + std * noise) for _ in range(self.inference_samples)]
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
