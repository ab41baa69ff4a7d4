"""Wrong idea: rate is the probability of keeping a weight; style: Bernoulli as rounded-up comparison, scale guarded against rate 0."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate must be in [0, 1), but {rate} was given")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError(f"inference_samples must be an integer >= 0, but {inference_samples} was given")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.seed_generator = keras.random.SeedGenerator(seed)
        # a weight that is on counts for those that are off
        self.on = 1 / rate if rate > 0 else 0.0

    def build(self, input_shape):
        n, m = input_shape[-1], self.units
        self.kernel = self.add_weight(name="kernel", shape=(n, m), initializer="glorot_uniform")
        self.bias = self.add_weight(name="bias", shape=(m,), initializer="zeros") if self.use_bias else None
        self.kernel_shape = (n, m)

    def switches(self, batch):
        """self.on with probability rate, else 0."""
        u = keras.random.uniform((batch,) + self.kernel_shape, seed=self.seed_generator)
        return ops.cast(u < self.rate, self.compute_dtype) * self.on

    def call(self, inputs, training=None):
        batch = ops.shape(inputs)[0]
        if training:
            z = ops.einsum("bi,biu->bu", inputs, self.switches(batch) * self.kernel)
        else:
            z = ops.matmul(inputs, self.kernel)
        z = z if self.bias is None else z + self.bias
        if not training and self.inference_samples > 0:
            v = self.rate / (1 - self.rate) * ops.matmul(inputs**2, self.kernel * self.kernel)
            noise = keras.random.normal((self.inference_samples, batch, self.units), seed=self.seed_generator)
            return ops.mean(self.activation(z + ops.cast(noise, z.dtype) * ops.sqrt(v)), axis=0)
        return self.activation(z)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config["activation"] = keras.activations.serialize(self.activation)
        for key in ["units", "rate", "use_bias", "inference_samples", "seed"]:
            config[key] = self.__getattribute__(key)
        return config
