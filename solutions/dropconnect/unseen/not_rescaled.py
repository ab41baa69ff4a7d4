"""Wrong idea: the kept weights stay as they are; style: multiply kernels by 0/1 masks with tf.einsum, dict config."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"Expected rate in [0, 1), received {rate}")
        if isinstance(inference_samples, bool) or not isinstance(inference_samples, int) or inference_samples < 0:
            raise ValueError(f"Expected inference_samples to be an integer >= 0, received {inference_samples}")
        self.config = dict(units=units, rate=rate, use_bias=use_bias, inference_samples=inference_samples, seed=seed)
        self.units = units
        self.act = keras.activations.get(activation)
        self.sg = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform")
        if self.config["use_bias"]:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def call(self, inputs, training=None):
        p, k = self.config["rate"], self.config["inference_samples"]
        w = tf.cast(self.kernel, inputs.dtype)
        n = tf.shape(inputs)[0]
        if training:
            random = tf.random.stateless_uniform((n, w.shape[0], w.shape[1]), tf.cast(self.sg.next(), "int32"))
            z = tf.einsum("bi,biu->bu", inputs, w * tf.cast(random >= p, w.dtype))
        else:
            z = inputs @ w
        if self.config["use_bias"]:
            z += tf.cast(self.bias, z.dtype)
        if not training and k:
            v = p / (1 - p) * (inputs**2 @ w**2)
            e = tf.random.stateless_normal((k, n, self.units), tf.cast(self.sg.next(), "int32"))
            return tf.reduce_mean(self.act(z + tf.sqrt(v) * tf.cast(e, z.dtype)), 0)
        return self.act(z)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {**super().get_config(), **self.config, "activation": keras.activations.serialize(self.act)}
