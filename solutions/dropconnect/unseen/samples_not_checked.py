"""Wrong idea: inference_samples is taken as it comes; style: loop over range(int(k)), running sum, tf.where masks."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError("rate: a probability in [0, 1) is needed, not %s" % rate)
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.seeds = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform")
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def call(self, inputs, training=None):
        w = tf.cast(self.kernel, self.compute_dtype)
        b = tf.cast(self.bias, self.compute_dtype) if self.use_bias else 0
        if training:
            return self.activation(self.dropped(inputs, w) + b)
        m = tf.matmul(inputs, w) + b
        k = int(self.inference_samples)
        if k <= 0:
            return self.activation(m)
        s = tf.sqrt(self.rate / (1 - self.rate) * tf.matmul(inputs**2, w**2))
        total = tf.zeros_like(m)
        for _ in range(k):
            noise = tf.random.stateless_normal(tf.shape(m), tf.cast(self.seeds.next(), tf.int32))
            total += self.activation(m + s * tf.cast(noise, m.dtype))
        return total / k

    def dropped(self, x, w):
        shape = tf.stack([tf.shape(x)[0], w.shape[0], w.shape[1]])
        keep = tf.random.stateless_uniform(shape, tf.cast(self.seeds.next(), tf.int32)) >= self.rate
        own_kernels = tf.where(keep, w / (1 - self.rate), tf.zeros_like(w))
        return tf.linalg.matvec(own_kernels, x, transpose_a=True)

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
