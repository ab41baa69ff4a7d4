"""Wrong idea: no check of the rate; style: tf, only inference_samples validated, helper for the variance."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if isinstance(inference_samples, bool) or not isinstance(inference_samples, int):
            raise ValueError(f"inference_samples must be an integer, got {type(inference_samples).__name__}")
        if inference_samples < 0:
            raise ValueError(f"inference_samples must not be negative, got {inference_samples}")
        self.units = units
        self.rate = float(rate)
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.gen = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform")
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def variance(self, x):
        return tf.matmul(tf.square(x), tf.square(tf.convert_to_tensor(self.kernel))) * self.rate / (1.0 - self.rate)

    def call(self, inputs, training=None):
        w = tf.convert_to_tensor(self.kernel)
        bias = tf.convert_to_tensor(self.bias) if self.use_bias else tf.constant(0.0, dtype=w.dtype)
        rows = tf.shape(inputs)[0]
        if training:
            seed = tf.cast(self.gen.next(), tf.int32)
            random = tf.random.stateless_uniform([rows, inputs.shape[-1], self.units], seed)
            mask = tf.where(random < self.rate, 0.0, 1.0)
            kernels = tf.cast(mask, w.dtype) * w[tf.newaxis] / (1.0 - self.rate)
            out = tf.einsum("ni,nij->nj", inputs, kernels)
            return self.activation(out + bias)
        if self.inference_samples == 0:
            return self.activation(inputs @ w + bias)
        seed = tf.cast(self.gen.next(), tf.int32)
        noise = tf.random.stateless_normal([self.inference_samples, rows, self.units], seed)
        samples = inputs @ w + bias + tf.cast(noise, w.dtype) * tf.sqrt(self.variance(inputs))
        return tf.reduce_mean(self.activation(samples), axis=0)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "seed": self.seed,
                "inference_samples": self.inference_samples,
                "use_bias": self.use_bias,
                "activation": keras.activations.serialize(self.activation),
                "rate": self.rate,
                "units": self.units,
            }
        )
        return config
