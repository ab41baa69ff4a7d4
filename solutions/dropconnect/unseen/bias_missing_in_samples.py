"""Wrong idea: the samples are drawn around x @ W without the bias; style: tf.where on boolean masks, bias added per branch."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not (0.0 <= rate < 1.0):
            raise ValueError("rate should lie in [0, 1)")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool):
            raise ValueError("inference_samples should be an integer")
        if inference_samples < 0:
            raise ValueError("inference_samples should not be negative")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.state = keras.random.SeedGenerator(seed=seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[1], self.units), initializer="glorot_uniform")
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def call(self, inputs, training=None):
        kernel = tf.cast(self.kernel, inputs.dtype)
        if training:
            shape = tf.concat([tf.shape(inputs)[:1], tf.shape(kernel)], 0)
            dropped = tf.random.stateless_uniform(shape, tf.cast(self.state.next(), tf.int32)) < self.rate
            own = tf.where(dropped, tf.zeros((), kernel.dtype), kernel / (1 - self.rate))
            z = tf.einsum("bi,biu->bu", inputs, own)
            if self.use_bias:
                z += tf.cast(self.bias, z.dtype)
            return self.activation(z)
        m = tf.matmul(inputs, kernel)
        if self.inference_samples > 0:
            v = self.rate / (1 - self.rate) * tf.matmul(inputs**2, kernel**2)
            return self.sampled(m, v)
        if self.use_bias:
            m += tf.cast(self.bias, m.dtype)
        return self.activation(m)

    def sampled(self, m, v):
        shape = tf.concat([[self.inference_samples], tf.shape(m)], 0)
        noise = tf.random.stateless_normal(shape, tf.cast(self.state.next(), tf.int32))
        z = m[tf.newaxis] + tf.cast(noise, m.dtype) * tf.sqrt(v)[tf.newaxis]
        return tf.reduce_mean(self.activation(z), 0)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        config = super().get_config()
        config.update(
            {
                "units": self.units,
                "rate": self.rate,
                "activation": keras.activations.serialize(self.activation),
                "use_bias": self.use_bias,
                "inference_samples": self.inference_samples,
                "seed": self.seed,
            }
        )
        return config
