"""Wrong idea: training draws the pre-activation from the Gaussian too; style: tf, one function `draw(k)` used for both modes."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if not 0 <= rate < 1:
            raise ValueError(f"rate must satisfy 0 <= rate < 1, got {rate}")
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError(f"inference_samples must be an int >= 0, got {inference_samples}")
        self.units = units
        self.rate = rate
        self.activation = keras.activations.get(activation)
        self.use_bias = use_bias
        self.inference_samples = inference_samples
        self.seed = seed
        self.generator = keras.random.SeedGenerator(seed)

    def build(self, input_shape):
        self.kernel = self.add_weight(name="kernel", shape=(input_shape[-1], self.units), initializer="glorot_uniform")
        if self.use_bias:
            self.bias = self.add_weight(name="bias", shape=(self.units,), initializer="zeros")

    def call(self, inputs, training=None):
        w = tf.convert_to_tensor(self.kernel)
        mean = tf.matmul(inputs, w)
        if self.use_bias:
            mean = tf.nn.bias_add(mean, tf.convert_to_tensor(self.bias))
        # the sum over many masks is Gaussian (central limit theorem), so no need to make the masks
        samples = 1 if training else self.inference_samples
        if samples == 0 or self.rate == 0:
            return self.activation(mean)
        variance = self.rate / (1 - self.rate) * tf.matmul(tf.square(inputs), tf.square(w))
        # the tiny number keeps the gradient of the root finite
        deviation = tf.sqrt(variance + 1e-7)
        return tf.reduce_mean(self.activation(self.draw(samples, mean, deviation)), axis=0)

    def draw(self, samples, mean, deviation):
        seed = tf.cast(self.generator.next(), tf.int32)
        noise = tf.random.stateless_normal([samples, tf.shape(mean)[0], self.units], seed)
        return mean + deviation * tf.cast(noise, mean.dtype)

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
