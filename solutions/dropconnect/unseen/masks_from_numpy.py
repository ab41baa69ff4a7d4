"""Wrong idea: NumPy's generator supplies the randomness, so a traced function repeats it; style: NumPy key expanded by tf to any batch size."""
import keras
import numpy as np
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if rate < 0 or rate >= 1:
            raise ValueError(f"rate {rate} not in [0, 1)")
        if not isinstance(inference_samples, (int, np.integer)) or isinstance(inference_samples, bool):
            raise ValueError(f"inference_samples {inference_samples} is no integer")
        if inference_samples < 0:
            raise ValueError(f"inference_samples {inference_samples} is negative")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = int(inference_samples)
        self.seed = seed
        self.rng = np.random.default_rng(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform")
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def _key(self):
        # new for each call: a NumPy generator moves on by itself
        return self.rng.integers(0, 2**31 - 1, size=2).astype("int32")

    def _random(self, draw, *shape):
        return draw(shape, seed=self._key())

    def call(self, inputs, training=None):
        batch, width = tf.shape(inputs)[0], inputs.shape[1]
        kernel = tf.convert_to_tensor(self.kernel)
        if training:
            kept = self._random(tf.random.stateless_uniform, batch, width, self.units) >= self.rate
            kernels = tf.cast(kept, kernel.dtype) * kernel / (1 - self.rate)
            z = tf.matmul(inputs[:, tf.newaxis, :], kernels)[:, 0, :]
        else:
            z = tf.matmul(inputs, kernel)
        if self.use_bias:
            z = z + tf.convert_to_tensor(self.bias)
        if self.inference_samples and not training:
            variance = self.rate / (1 - self.rate) * tf.matmul(inputs * inputs, kernel * kernel)
            noise = self._random(tf.random.stateless_normal, self.inference_samples, batch, self.units)
            z = z + tf.sqrt(variance) * tf.cast(noise, z.dtype)
            return tf.reduce_mean(self.activation(z), axis=0)
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
