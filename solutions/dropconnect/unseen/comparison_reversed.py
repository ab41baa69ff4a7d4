"""Wrong idea: an entry is kept where the uniform number is below rate; style: mask method with its own `kept` boolean."""
import keras
from keras import ops


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def get_config(self):
        base = super().get_config()
        activation = keras.activations.serialize(self.activation)
        return dict(
            base,
            units=self.units,
            rate=self.rate,
            activation=activation,
            use_bias=self.use_bias,
            inference_samples=self.inference_samples,
            seed=self.seed,
        )

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        if rate < 0 or rate >= 1:
            raise ValueError(f"argument rate = {rate}: not in [0, 1)")
        if inference_samples != int(inference_samples) or inference_samples < 0 or isinstance(inference_samples, float):
            raise ValueError(f"argument inference_samples = {inference_samples}: not an integer >= 0")
        super().__init__(**kwargs)
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.dice = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(input_shape[-1], self.units), initializer=keras.initializers.GlorotUniform()
        )
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer=keras.initializers.Zeros())

    def throw(self, shape):
        """True with the probability of being kept."""
        numbers = keras.random.uniform(shape, 0.0, 1.0, seed=self.dice)
        return ops.less(numbers, self.rate)

    def call(self, inputs, training=None):
        examples = ops.shape(inputs)[0]
        bias = self.bias if self.use_bias else 0
        if training:
            kept = ops.cast(self.throw((examples, self.kernel.shape[0], self.units)), inputs.dtype)
            kernels = kept * self.kernel * (1 / (1 - self.rate))
            rows = ops.expand_dims(inputs, axis=1)
            z = ops.squeeze(ops.matmul(rows, kernels), axis=1) + bias
            return self.activation(z)

        z = ops.matmul(inputs, self.kernel) + bias
        if not self.inference_samples:
            return self.activation(z)
        v = self.rate / (1 - self.rate) * ops.matmul(inputs * inputs, self.kernel * self.kernel)
        e = keras.random.normal((examples, self.inference_samples, self.units), seed=self.dice)
        z = z[:, None, :] + ops.sqrt(v)[:, None, :] * ops.cast(e, z.dtype)
        return ops.mean(self.activation(z), axis=1)
