"""Wrong idea: everything is cast to float32 for exact statistics and never cast back; style: tf throughout, normalised axes computed in call."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class LayerNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        self.axis = axis
        self.epsilon = epsilon
        self._check_arguments()

    def _check_arguments(self):
        axes = (self.axis,) if isinstance(self.axis, int) else tuple(self.axis)
        if 0 in axes:
            raise ValueError(f"0 in axis ({self.axis})")
        if not self.epsilon > 0:
            raise ValueError(f"epsilon ({self.epsilon}) is too small")

    def _normalised(self, rank):
        axes = (self.axis,) if isinstance(self.axis, int) else tuple(self.axis)
        axes = sorted({a if a > 0 else a + rank for a in axes})
        if axes[0] == 0:
            raise ValueError(f"axis ({self.axis}) hits the examples")
        return axes

    def build(self, input_shape):
        shape = tuple(input_shape[a] for a in self._normalised(len(input_shape)))
        self.gamma = self.add_weight(name="gamma", shape=shape, initializer="ones")
        self.beta = self.add_weight(name="beta", shape=shape, initializer="zeros")

    def call(self, inputs):
        x = tf.cast(inputs, "float32")  # half precision is too coarse for a variance
        rank = len(inputs.shape)
        axes = self._normalised(rank)
        mean = tf.reduce_mean(x, axes, keepdims=True)
        std = tf.sqrt(tf.math.reduce_variance(x, axes, keepdims=True) + self.epsilon)
        view = [inputs.shape[a] if a in axes else 1 for a in range(rank)]
        gamma = tf.reshape(tf.cast(tf.convert_to_tensor(self.gamma), "float32"), view)
        beta = tf.reshape(tf.cast(tf.convert_to_tensor(self.beta), "float32"), view)
        return gamma * (x - mean) / std + beta

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["axis"] = self.axis
        config["epsilon"] = self.epsilon
        return config
