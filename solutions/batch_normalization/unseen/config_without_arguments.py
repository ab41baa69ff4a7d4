"""Wrong idea: get_config hands on only what the base class knows and the axis; style: tf functions, Python-float settings."""
import keras
import tensorflow as tf


@keras.saving.register_keras_serializable(package="deepclinic")
class BatchNormalization(keras.layers.Layer):
    def __init__(self, axis=-1, momentum=0.99, epsilon=1e-3, **kwargs):
        super().__init__(**kwargs)
        if momentum > 1 or momentum < 0:
            raise ValueError("momentum out of range [0, 1]: %r" % momentum)
        if epsilon <= 0:
            raise ValueError("epsilon not positive: %r" % epsilon)
        self.axis = axis
        self.m = momentum
        self.eps = epsilon

    def build(self, input_shape):
        shape = [input_shape[self.axis]]
        self.gamma = self.add_weight(name="gamma", shape=shape, initializer="ones", trainable=True)
        self.beta = self.add_weight(name="beta", shape=shape, initializer="zeros", trainable=True)
        self.moving_mean = self.add_weight(
            name="moving_mean", shape=shape, initializer="zeros", trainable=False, autocast=False
        )
        self.moving_variance = self.add_weight(
            name="moving_variance", shape=shape, initializer="ones", trainable=False, autocast=False
        )

    def call(self, inputs, training=False):
        rank = inputs.shape.rank
        ax = self.axis + rank if self.axis < 0 else self.axis
        view = [1] * ax + [-1] + [1] * (rank - ax - 1)
        if training and self.trainable:
            axes = [i for i in range(rank) if i != ax]
            mean = tf.reduce_mean(inputs, axes)
            variance = tf.math.reduce_variance(inputs, axes)
            d = self.moving_mean.dtype
            self.moving_mean.assign(self.m * self.moving_mean + (1 - self.m) * tf.cast(mean, d))
            self.moving_variance.assign(self.m * self.moving_variance + (1 - self.m) * tf.cast(variance, d))
        else:
            mean = tf.convert_to_tensor(self.moving_mean)
            variance = tf.convert_to_tensor(self.moving_variance)
        mean = tf.cast(tf.reshape(mean, view), inputs.dtype)
        variance = tf.cast(tf.reshape(variance, view), inputs.dtype)
        y = (inputs - mean) / tf.sqrt(variance + self.eps)
        return tf.reshape(self.gamma, view) * y + tf.reshape(self.beta, view)

    def compute_output_shape(self, input_shape):
        return input_shape

    def get_config(self):
        config = super().get_config()
        config["axis"] = self.axis  # the rest has defaults
        return config
