"""Wrong idea: the mask lies on the inputs of each example (dropout), not on the entries of the kernel; style: short, mask of shape (batch, inputs)."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        errors = {
            "rate": not 0 <= rate < 1,
            "inference_samples": not isinstance(inference_samples, int) or inference_samples < 0,
        }
        for name, bad in errors.items():
            if bad:
                raise ValueError(f"The argument {name} has a value that is not allowed")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(shape=(input_shape[-1], self.units), initializer="glorot_uniform", name="kernel")
        self.bias = self.add_weight(shape=(self.units,), initializer="zeros", name="bias") if self.use_bias else None

    def affine(self, x):
        z = ops.matmul(x, self.kernel)
        return z + self.bias if self.use_bias else z

    def call(self, inputs, training=False):
        if training:
            # where an input is dropped, its weights play no part
            keep = keras.random.uniform(ops.shape(inputs), seed=self.seed_generator) >= self.rate
            return self.activation(self.affine(ops.where(keep, inputs / (1 - self.rate), 0.0)))
        z = self.affine(inputs)
        if self.inference_samples > 0:
            variance = ops.matmul(ops.square(inputs), ops.square(self.kernel)) * (self.rate / (1 - self.rate))
            shape = (self.inference_samples, ops.shape(inputs)[0], self.units)
            gauss = keras.random.normal(shape, dtype=inputs.dtype, seed=self.seed_generator)
            return ops.mean(self.activation(z + ops.sqrt(variance) * gauss), axis=0)
        return self.activation(z)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        config["rate"] = self.rate
        config["activation"] = keras.activations.serialize(self.activation)
        config["use_bias"] = self.use_bias
        config["inference_samples"] = self.inference_samples
        config["seed"] = self.seed
        return config
