"""Wrong idea: the variance is that of a 0/1 mask, rate * (1 - rate), without the scale; style: constants computed in the constructor, tf.where."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if rate < 0 or rate >= 1:
            raise ValueError(f"wrong rate: {rate}")
        if not isinstance(inference_samples, int) or inference_samples < 0:
            raise ValueError(f"wrong inference_samples: {inference_samples}")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.rng = keras.random.SeedGenerator(seed)
        self.scale = 1.0 / (1.0 - rate)
        self.bernoulli_variance = rate * (1.0 - rate)  # p(1 - p)

    def build(self, input_shape):
        n = input_shape[-1]
        self.kernel = self.add_weight(name="kernel", shape=(n, self.units), initializer="glorot_uniform")
        self.bias = None
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def call(self, inputs, training=False):
        x = tf.convert_to_tensor(inputs)
        w = tf.convert_to_tensor(self.kernel)
        b = tf.convert_to_tensor(self.bias) if self.use_bias else tf.zeros((self.units,), x.dtype)
        w, b = tf.cast(w, x.dtype), tf.cast(b, x.dtype)
        batch = tf.shape(x)[0]

        if training:
            u = keras.random.uniform((batch, w.shape[0], self.units), seed=self.rng)
            dropped = tf.where(u < self.rate, tf.zeros((), x.dtype), w * self.scale)
            z = tf.linalg.matvec(dropped, x, transpose_a=True) + b
            return self.activation(z)

        mean = tf.matmul(x, w) + b
        if not self.inference_samples:
            return self.activation(mean)
        variance = self.bernoulli_variance * tf.matmul(x**2, w**2)
        g = keras.random.normal((self.inference_samples, batch, self.units), dtype=x.dtype, seed=self.rng)
        return tf.reduce_mean(self.activation(mean + g * tf.sqrt(variance)), 0)

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
