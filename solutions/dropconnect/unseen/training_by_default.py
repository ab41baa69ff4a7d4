"""Wrong idea: a call without `training` drops weights; style: inference is the special case asked for with `is False`."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class DropConnectDense(keras.layers.Layer):
    def __init__(self, units, rate=0.5, activation=None, use_bias=True, inference_samples=0, seed=None, **kwargs):
        super().__init__(**kwargs)
        if rate < 0 or rate >= 1:
            raise ValueError("rate must be in [0, 1), got " + repr(rate))
        if not isinstance(inference_samples, int) or isinstance(inference_samples, bool) or inference_samples < 0:
            raise ValueError("inference_samples must be an integer >= 0, got " + repr(inference_samples))
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
        inference = training is False  # predict and evaluate say so
        w = tf.convert_to_tensor(self.kernel)
        b = tf.convert_to_tensor(self.bias) if self.use_bias else tf.zeros((self.units,), w.dtype)
        examples = tf.shape(inputs)[0]
        if not inference:
            mask = keras.random.uniform((examples, w.shape[0], w.shape[1]), seed=self.seed_generator) >= self.rate
            w = tf.cast(mask, w.dtype) * w / (1 - self.rate)
            return self.activation(tf.einsum("bi,biu->bu", inputs, w) + b)
        mean = tf.matmul(inputs, w) + b
        if self.inference_samples == 0:
            return self.activation(mean)
        variance = self.rate / (1 - self.rate) * tf.matmul(inputs**2, w**2)
        noise = keras.random.normal((self.inference_samples, examples, self.units), seed=self.seed_generator)
        z = tf.expand_dims(mean, 0) + tf.cast(noise, mean.dtype) * tf.sqrt(variance)
        return tf.reduce_mean(self.activation(z), axis=0)

    def compute_output_shape(self, input_shape):
        return (*input_shape[:-1], self.units)

    def get_config(self):
        return {
            **super().get_config(),
            "units": self.units,
            "rate": self.rate,
            "activation": keras.activations.serialize(self.activation),
            "use_bias": self.use_bias,
            "inference_samples": self.inference_samples,
            "seed": self.seed,
        }
