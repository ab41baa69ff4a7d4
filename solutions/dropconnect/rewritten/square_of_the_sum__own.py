"""Wrong idea: the variance is rate/(1-rate) times the square of x @ kernel, not x**2 @ kernel**2; style: separate methods for the modes, tf.einsum."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if rate < 0 or rate >= 1:
            raise ValueError(f"rate={rate} should be in [0, 1)")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError(f"inference_samples={inference_samples} should be an integer >= 0")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.generator = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(
            name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform"
        )
        self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros") if self.use_bias else None

    def _add_bias(self, z):
        return z if self.bias is None else z + self.bias

    def _train(self, x, kernel):
        shape = tf.concat([tf.shape(x)[:1], tf.shape(kernel)], axis=0)
        u = keras.random.uniform(shape, seed=self.generator)
        mask = tf.cast(u >= self.rate, x.dtype) / (1 - self.rate)
        return self.activation(self._add_bias(tf.einsum("ni,niu,iu->nu", x, mask, kernel)))

    def _sample(self, x, kernel):
        weighted = tf.matmul(x, kernel)
        mean = self._add_bias(weighted)
        variance = self.rate / (1 - self.rate) * tf.square(weighted)
        shape = (self.inference_samples, tf.shape(x)[0], self.units)
        z = mean + tf.sqrt(variance) * keras.random.normal(shape, dtype=x.dtype, seed=self.generator)
        return tf.reduce_mean(self.activation(z), axis=0)

    def call(self, inputs, training=False):
        x = tf.convert_to_tensor(inputs)
        kernel = tf.cast(tf.convert_to_tensor(self.kernel), x.dtype)
        if training:
            return self._train(x, kernel)
        if self.inference_samples:
            return self._sample(x, kernel)
        return self.activation(self._add_bias(tf.matmul(x, kernel)))

    def compute_output_shape(self, input_shape):
        return (input_shape[0], self.units)

    def get_config(self):
        config = super().get_config()
        config.update(
            units=self.units,
            rate=self.rate,
            activation=keras.activations.serialize(self.activation),
            use_bias=self.use_bias,
            inference_samples=self.inference_samples,
            seed=self.seed,
        )
        return config
