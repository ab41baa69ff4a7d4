"""Wrong idea: inference always uses the kernel itself; style: `inputs @ kernel` with the kernel chosen beforehand, samples only stored."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if rate < 0 or rate >= 1:
            raise ValueError(f"rate needs to be in [0, 1) but is {rate}")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError(f"inference_samples needs to be an integer >= 0 but is {inference_samples}")
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

    def call(self, inputs, training=None):
        kernels = ops.expand_dims(ops.convert_to_tensor(self.kernel), 0)  # (1, inputs, units)
        if training:
            shape = (ops.shape(inputs)[0], *self.kernel.shape)
            u = keras.random.uniform(shape, seed=self.seed_generator)
            kernels = kernels * ops.cast(u >= self.rate, kernels.dtype) / (1 - self.rate)
        # the mean over all samples is what the kernel itself gives
        z = ops.squeeze(ops.matmul(ops.expand_dims(inputs, 1), kernels), 1)
        if self.use_bias:
            z = z + self.bias
        return self.activation(z)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return dict(
            super().get_config(),
            units=self.units,
            rate=self.rate,
            activation=keras.activations.serialize(self.activation),
            use_bias=self.use_bias,
            inference_samples=self.inference_samples,
            seed=self.seed,
        )
