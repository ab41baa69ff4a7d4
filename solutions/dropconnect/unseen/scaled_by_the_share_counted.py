"""Wrong idea: divided by the share that was kept in this call; style: mean of the mask as the scale, matvec by einsum."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if rate < 0 or rate >= 1:
            raise ValueError(f"Bad rate: {rate}")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError(f"Bad inference_samples: {inference_samples}")
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

    def make_mask(self, batch):
        shape = (batch,) + tuple(self.kernel.shape)
        mask = ops.cast(keras.random.uniform(shape, seed=self.seed_generator) >= self.rate, "float32")
        # so that the sum of the mask is exactly what it is without dropping
        share = ops.mean(mask)
        return ops.cast(mask / ops.maximum(share, 1e-6), self.compute_dtype)

    def call(self, inputs, training=None):
        batch = ops.shape(inputs)[0]
        if training:
            z = ops.einsum("bi,biu->bu", inputs, self.make_mask(batch) * self.kernel)
        else:
            z = ops.einsum("bi,iu->bu", inputs, ops.convert_to_tensor(self.kernel))
        if self.use_bias:
            z = z + self.bias
        k = 0 if training else self.inference_samples
        if k:
            ratio = self.rate / (1 - self.rate)
            v = ratio * ops.einsum("bi,iu->bu", ops.square(inputs), ops.square(self.kernel))
            z = z + ops.sqrt(v) * ops.cast(keras.random.normal((k, batch, self.units), seed=self.seed_generator), z.dtype)
            return ops.mean(self.activation(z), axis=0)
        return self.activation(z)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config["units"] = self.units
        config["rate"] = self.rate
        config["use_bias"] = self.use_bias
        config["inference_samples"] = self.inference_samples
        config["seed"] = self.seed
        config["activation"] = keras.activations.serialize(self.activation)
        return config
